"""The heaviest chain of pairs of places that ascends on both sides."""


def heaviest_chain(weights: dict[tuple[int, int], int]) -> list[tuple[int, int]]:
    """The heaviest set of pairs in which both sides ascend; a Fenwick tree of best prefixes."""
    places = {place: rank for rank, place in enumerate(sorted({n for _, n in weights}), 1)}
    size = len(places)
    best: list[tuple[int, int]] = [(0, -1)] * (size + 1)
    links: list[tuple[int, int, int]] = []
    for at, place in sorted(weights, key=lambda pair: (pair[0], -pair[1])):
        weight = weights[at, place]
        rank = places[place]
        before, step = (0, -1), rank - 1
        while step > 0:
            before = max(before, best[step], key=_heavier)
            step -= step & -step
        total = (before[0] + weight * weight // 1000, len(links))
        links.append((at, place, before[1]))
        while rank <= size:
            best[rank] = max(best[rank], total, key=_heavier)
            rank += rank & -rank
    link = max(best, key=_heavier)[1] if best else -1
    kept: list[tuple[int, int]] = []
    while link >= 0:
        at, place, link = links[link]
        kept.append((at, place))
    return kept[::-1]


def _heavier(total: tuple[int, int]) -> tuple[int, int]:
    return total[0], -total[1]

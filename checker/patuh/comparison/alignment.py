"""Which provision of the new text continues which provision of the old one.

Siblings are aligned level by level: articles with articles, then what lies below each pair.
Within a level the likely pairs are those with the same number, the same words, or rare words in
common (an index, so that no two long lists are compared pair by pair). Of these the heaviest
chain that keeps the order is taken; what is left and still alike has moved within its level.
Whatever remains anywhere is matched once more over the whole text: provisions that went
elsewhere. References to numbers do not count, so renumbering does not hide a provision.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain

from msgspec import Struct

from patuh.comparison.chain import heaviest_chain
from patuh.comparison.flattened import ARTICLES, HEADINGS, Provision
from patuh.comparison.likeness import bags_of, dice, full_texts, shingles_of

_SMALL = 400
_RARE = 12
_NEAREST = 6
_SAME_NUMBER = 350
_ALIKE = 500
_ELSEWHERE = 600
_FEWEST_WORDS = 4
_RIVAL = 150
_BONUS = 60
_MOVABLE = ("pasal", "diktum", "ayat", "huruf", "angka", "romawi", "butir")


class Pair(Struct, frozen=True):
    """Two provisions that correspond; `in_order` unless the new one stands elsewhere."""

    old: int
    new: int
    in_order: bool


def align(
    old: Sequence[Provision], new: Sequence[Provision], *, by_id: bool = False
) -> tuple[Pair, ...]:
    """The pairs of two texts by the places of their provisions, in the order of the new text.

    `by_id`: articles and headings are paired by their ids alone, what lies below them by likeness
    and then by its id.
    """
    return _Aligner(old, new, by_id).run()


class _Aligner:
    def __init__(self, old: Sequence[Provision], new: Sequence[Provision], by_id: bool) -> None:
        self._by_id = by_id
        self._old, self._new = old, new
        self._old_bags, self._new_bags = bags_of(tuple(old)), bags_of(tuple(new))
        self._old_full, self._new_full = full_texts(tuple(old)), full_texts(tuple(new))
        self._pairs: dict[int, tuple[int, bool]] = {}
        self._taken: dict[int, int] = {}

    def run(self) -> tuple[Pair, ...]:
        if self._by_id:
            roots = [at for at, unit in enumerate(self._old) if unit.parent is None]
            self._same_ids(roots, [at for at, u in enumerate(self._new) if u.parent is None])
        else:
            self._by_likeness()
        return tuple(
            Pair(at, place, in_order)
            for place, (at, in_order) in sorted((n, (o, k)) for o, (n, k) in self._pairs.items())
        )

    def _same_ids(self, olds: Sequence[int], news: Sequence[int]) -> None:
        places = {self._new[place].id: place for place in news if place not in self._taken}
        for at in olds:
            place = places.get(self._old[at].id)
            if at not in self._pairs and place is not None:
                self._accept(at, place, True)

    def _by_likeness(self) -> None:
        for family in dict.fromkeys(unit.family for unit in self._old if unit.parent is None):
            self._level(_roots(self._old, family), _roots(self._new, family))
        self._elsewhere()
        self._retitled()

    def _accept(self, at: int, place: int, in_order: bool) -> None:
        self._pairs[at] = (place, in_order)
        self._taken[place] = at
        self._level(
            [c for c in self._old[at].children if c not in self._pairs],
            [c for c in self._new[place].children if c not in self._taken],
        )

    def _level(self, olds: Sequence[int], news: Sequence[int]) -> None:
        if not olds or not news:
            return
        weights = self._weights(olds, news)
        for at, place in heaviest_chain(weights):
            self._accept(at, place, True)
        rest = sorted((-weight, at, place) for (at, place), weight in weights.items())
        for _, at, place in rest:
            if at not in self._pairs and place not in self._taken:
                self._accept(at, place, False)
        if self._by_id:
            self._same_ids(olds, news)

    def _weights(self, olds: Sequence[int], news: Sequence[int]) -> dict[tuple[int, int], int]:
        scored: dict[tuple[int, int], int] = {}
        for at, place in self._candidates(olds, news):
            same = _same_number(self._old[at], self._new[place])
            score = self._alike(at, place, same)
            if score >= (_SAME_NUMBER if same else _ALIKE):
                scored[at, place] = score + (_BONUS if same else 0)
        best_old: dict[int, int] = defaultdict(int)
        best_new: dict[int, int] = defaultdict(int)
        for (at, place), score in scored.items():
            best_old[at] = max(best_old[at], score)
            best_new[place] = max(best_new[place], score)
        return {
            (at, place): score
            for (at, place), score in scored.items()
            if score + _RIVAL >= max(best_old[at], best_new[place])
        }

    def _candidates(
        self, olds: Sequence[int], news: Sequence[int], by_number: bool = True
    ) -> list[tuple[int, int]]:
        if len(olds) * len(news) <= _SMALL:
            return [(at, place) for at in olds for place in news]
        numbers: dict[tuple[str, str], list[int]] = defaultdict(list)
        texts: dict[str, list[int]] = defaultdict(list)
        shingles: dict[str, list[int]] = defaultdict(list)
        for rank, place in enumerate(news):
            unit = self._new[place]
            numbers[unit.kind, unit.number.casefold()].append(rank)
            texts[self._new_full[place]].append(rank)
            for shingle in self._new_bags[place]:
                shingles[shingle].append(rank)
        rare = {shingle: own for shingle, own in shingles.items() if len(own) <= _RARE}
        found: list[tuple[int, int]] = []
        for rank, at in enumerate(olds):
            unit = self._old[at]
            ranks = set(_nearest(texts.get(self._old_full[at], ()), rank))
            if by_number:
                same = numbers.get((unit.kind, unit.number.casefold()), ())
                ranks.update(_nearest(same, rank))
            shared = rare.keys() & self._old_bags[at]
            hits = Counter(chain.from_iterable(map(rare.__getitem__, shared)))
            ranked = sorted(hits.items(), key=lambda hit: (-hit[1], abs(hit[0] - rank), hit[0]))
            ranks.update(hit for hit, _ in ranked[:_NEAREST])
            found += [(at, news[other]) for other in sorted(ranks)]
        return found

    def _alike(self, at: int, place: int, same_number: bool) -> int:
        """How alike two provisions are with all below them; under one number, the opening words."""
        if self._old_full[at] == self._new_full[place]:
            return 1000
        whole = dice(self._old_bags[at], self._new_bags[place])
        if not same_number or not self._old[at].children:
            return whole
        old, new = self._old[at].text, self._new[place].text
        if min(len(old.split()), len(new.split())) < _FEWEST_WORDS:
            return whole
        return max(whole, dice(shingles_of(old), shingles_of(new)))

    def _elsewhere(self) -> None:
        """Match what is left over the whole text: the best first, a whole before its parts."""
        olds = [at for at, unit in enumerate(self._old) if self._is_left(unit, at, self._pairs)]
        news = [at for at, unit in enumerate(self._new) if self._is_left(unit, at, self._taken)]
        rare_old = Counter(self._old_full[at] for at in olds)
        rare_new = Counter(self._new_full[place] for place in news)
        ranked: list[tuple[int, int, int, int]] = []
        for at, place in self._candidates(olds, news, by_number=False):
            full = self._old_full[at]
            if full == self._new_full[place]:
                unique = rare_old[full] == rare_new[full] == 1
                if full and (unique or len(full.split()) >= _FEWEST_WORDS):
                    ranked.append((-1000, self._depth(at), at, place))
                continue
            if min(len(full.split()), len(self._new_full[place].split())) < _FEWEST_WORDS:
                continue
            score = dice(self._old_bags[at], self._new_bags[place])
            if score >= _ELSEWHERE:
                ranked.append((-score, self._depth(at), at, place))
        for _, _, at, place in sorted(ranked):
            if at not in self._pairs and place not in self._taken:
                self._accept(at, place, False)

    def _retitled(self) -> None:
        """Match headings of one sort that are left, where the same article follows on them."""
        new_below = {
            (self._new[place].kind, first): place
            for place, first in _first_articles(self._new)
            if place not in self._taken
        }
        for at, first in _first_articles(self._old):
            below, in_order = self._pairs.get(first, (-1, False))
            found = new_below.get((self._old[at].kind, below))
            if at not in self._pairs and found is not None and in_order:
                self._accept(at, found, True)

    @staticmethod
    def _is_left(unit: Provision, at: int, matched: dict[int, int] | dict[int, tuple[int, bool]]
                 ) -> bool:  # fmt: skip
        return at not in matched and unit.kind in _MOVABLE and unit.family == "batang_tubuh"

    def _depth(self, at: int) -> int:
        depth, parent = 0, self._old[at].parent
        while parent is not None:
            depth, parent = depth + 1, self._old[parent].parent
        return depth


def _first_articles(units: Sequence[Provision]) -> Iterable[tuple[int, int]]:
    """Each heading with the first article below it, of those that have one."""
    waiting: list[int] = []
    for at, unit in enumerate(units):
        if unit.kind in HEADINGS:
            above = HEADINGS[: HEADINGS.index(unit.kind)]
            waiting = [up for up in waiting if units[up].kind in above] + [at]
        elif unit.kind in ARTICLES and unit.parent is None:
            yield from ((heading, at) for heading in waiting)
            waiting = []


def _roots(units: Sequence[Provision], family: str) -> list[int]:
    return [at for at, unit in enumerate(units) if unit.parent is None and unit.family == family]


def _same_number(old: Provision, new: Provision) -> bool:
    return old.kind == new.kind and old.number.casefold() == new.number.casefold()


def _nearest(ranks: Sequence[int], rank: int) -> Iterable[int]:
    """The places of an ascending list that lie nearest to a place."""
    at = bisect_left(ranks, rank)
    return ranks[max(0, at - 2) : at + 3]

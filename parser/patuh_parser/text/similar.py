"""Which known word or name is nearest to a wrong one."""

from collections.abc import Iterable


def distance(left: str, right: str, limit: int = 2) -> int:
    """Return the edit distance with transpositions; `limit + 1` stands for anything above."""
    if left == right:
        return 0
    if abs(len(left) - len(right)) > limit:
        return limit + 1
    letters, others = set(left), set(right)
    if len(letters - others) > limit or len(others - letters) > limit:  # each needs a step
        return limit + 1
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, start=1):
        older, before, row = before, row, [i]
        for j, b in enumerate(right, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return min(row[-1], limit + 1)


def nearest(word: str, known: Iterable[str], limit: int = 2, count: int = 3) -> tuple[str, ...]:
    """Return the known words within `limit` edits, nearest first; short words need less."""
    allowed = min(limit, max(1, len(word) // 3))
    found = sorted(
        (steps, other)
        for other in known
        if 0 < (steps := distance(word, other, allowed)) <= allowed
    )
    return tuple(other for _, other in found[:count])

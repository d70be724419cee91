"""A sentence changed only where a repair changes it, so that the drafter's own words stay.

The printer writes the canonical sentence; the drafter may have written "memerintahkan" for
"memerintah" or "DPRD" in full. What differs between the canonical old and new sentence is
carried over to the words as written (a merge of three texts, word by word).
"""

from collections.abc import Sequence
from difflib import SequenceMatcher

ALIKE = 0.55
"""Below this share of common words the two sentences are built differently."""


def merged(written: str, old: str, new: str) -> str:
    """`written`, which says what `old` says, changed as `old` is changed to `new`."""
    if old == new:
        return written
    mine, base, theirs = written.split(), old.split(), new.split()
    matcher = SequenceMatcher(None, base, mine, autojunk=False)
    if matcher.ratio() < ALIKE:
        return _replaced(written, base, theirs) or new
    own = matcher.get_opcodes()
    result: list[str] = []
    at = 0
    for tag, first, last, begin, end in SequenceMatcher(
        None, base, theirs, autojunk=False
    ).get_opcodes():
        if tag == "equal":
            continue
        start, _ = _projected(own, first, first)
        low, high = _projected(own, first, last)
        result += mine[at : max(at, low if last > first else start)]
        result += theirs[begin:end]
        at = max(at, high)
    result += mine[at:]
    return " ".join(result)


def _replaced(written: str, base: Sequence[str], theirs: Sequence[str]) -> str | None:
    """`written` with the one stretch replaced in which the sentences differ, if it is found."""
    opcodes = SequenceMatcher(None, base, theirs, autojunk=False).get_opcodes()
    changed = [code for code in opcodes if code[0] != "equal"]
    if len(changed) != 1 or changed[0][0] != "replace":
        return None
    _, first, last, begin, end = changed[0]
    before, after = " ".join(base[first:last]), " ".join(theirs[begin:end])
    return written.replace(before, after) if written.count(before) == 1 else None


def _projected(
    own: Sequence[tuple[str, int, int, int, int]], first: int, last: int
) -> tuple[int, int]:
    """The stretch of the written words that stands for the words `first` to `last` of the base.

    Where the stretch cuts through words that differ, it takes them whole.
    """
    low, high = None, None
    for tag, a, b, c, d in own:
        if tag == "equal":
            if low is None and a <= first <= b:
                low = c + (first - a)
            if a <= last <= b and (high is None or last > a):
                high = c + (last - a)
        elif last > first and a < last and b > first:
            low = c if low is None or c < low else low
            high = d if high is None or d > high else high
    if low is None:
        low = next((c for _, a, _, c, _ in own if a >= first), own[-1][4] if own else 0)
    return low, max(low, high if high is not None else low)

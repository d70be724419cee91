"""Phrases of a provision that another phrase of the same sort has replaced, and their constants."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from msgspec import Struct

from patuh.comparison.word_difference import without_references
from patuh.knowledge.names import gazetteer
from patuh.knowledge.norms import norms
from patuh.knowledge.regulations import Regulation, regulations
from patuh.knowledge.root import kb_root, of_kb
from patuh.revision.sides import parsed

_WORD = re.compile(r"[a-z_]\w*")
_MARKS = re.compile(r"[^\w\s]+")


class Swap(Struct, frozen=True):
    """A phrase and the one in its place, as written, each with its constant."""

    old: str
    new: str
    was: str
    now: str


def reads_alike(old: str, new: str) -> bool:
    """Whether two texts have the same words, whatever provisions they cite."""
    return _plain(old).casefold().split() == _plain(new).casefold().split()


def swaps(old: str, new: str, law: Regulation) -> tuple[Swap, ...]:
    """The phrases that another one replaced; none if the texts differ in anything else.

    Of a phrase that the old text has more than once each must have been replaced by the same.
    """
    constants = _constants(law)
    before, after = (_phrases(_plain(text), law) for text in (old, new))
    folded = [[phrase.casefold() for phrase in side] for side in (before, after)]
    found: dict[str, Swap] = {}
    times: Counter[str] = Counter()
    matcher = SequenceMatcher(None, folded[0], folded[1], autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            continue
        if b - a != d - c:
            return ()
        for at, to in zip(range(a, b), range(c, d), strict=True):
            was, now = constants.get(folded[0][at]), constants.get(folded[1][to])
            if was is None or now is None:
                return ()
            swap = Swap(before[at], after[to], was, now)
            if found.setdefault(folded[0][at], swap).now != now:
                return ()
            times[folded[0][at]] += 1
    certain = all(folded[0].count(phrase) == count for phrase, count in times.items())
    return tuple(found.values()) if certain else ()


def swapped(every: Sequence[str], found: Sequence[Swap], law: Regulation) -> dict[str, str]:
    """The norms in which a constant is replaced, each with the new one.

    Empty if a phrase has no part in any norm, or a norm would have a value that none has there.
    """
    changed: dict[str, str] = {}
    for swap in found:
        touched = False
        for norm in every:
            predicate, values = parsed(changed.get(norm, norm))
            places = [at for at, value in enumerate(values) if at and value == swap.was]
            if not all(_fits(predicate, at, swap, law) for at in places):
                return {}
            if places:
                touched = True
                changed[norm] = _with(changed.get(norm, norm), swap)
        if not touched:
            return {}
    return changed


def _with(norm: str, swap: Swap) -> str:
    name, _, inner = norm.partition("(")
    *values, leaf = inner.split(",")
    return f"{name}({','.join(swap.now if one == swap.was else one for one in values)},{leaf}"


def _fits(predicate: str, at: int, swap: Swap, law: Regulation) -> bool:
    """Whether some norm has the value there, or both are offices."""
    offices = _offices(law)
    known = {
        values[at]
        for one in regulations()
        for name, values in norms(one.id, predicate)
        if name == predicate and at < len(values)
    }
    return swap.now in known or {swap.was, swap.now} <= offices


@of_kb
def _offices(law: Regulation) -> frozenset[str]:
    """The constants of the offices and collectives that have names."""
    return frozenset(
        one.key
        for one in gazetteer(kb_root(), (law.id,)).names
        if one.key != one.display and _WORD.fullmatch(one.key)
    )


@of_kb
def _constants(law: Regulation) -> Mapping[str, str]:
    """The constant that a phrase stands for: those of offices, and the values of norms."""
    values = (value for one in regulations() for _, every in norms(one.id) for value in every)
    found = {one.replace("_", " "): one for one in values if _WORD.fullmatch(one)}
    named = gazetteer(kb_root(), (law.id,)).names
    offices = _offices(law)
    return found | {one.name.casefold(): one.key for one in named if one.key in offices}


@of_kb
def _pattern(law: Regulation) -> re.Pattern[str]:
    phrases = sorted(_constants(law), key=lambda phrase: (-len(phrase), phrase))
    named = "|".join(map(re.escape, phrases))
    return re.compile(rf"(?:{named})(?!\w)|\w+", re.IGNORECASE)


def _phrases(text: str, law: Regulation) -> list[str]:
    """The text in phrases that stand for a constant, and other words one by one."""
    return _pattern(law).findall(text)


def _plain(text: str) -> str:
    """The text without marks, hyphens at the ends of lines and numbers of provisions."""
    return " ".join(_MARKS.sub(" ", without_references(" ".join(text.split()))).split())

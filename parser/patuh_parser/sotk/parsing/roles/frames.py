"""The table of frames.toml: what a word or phrase is in a sentence on who does what to whom."""

from collections.abc import Iterable, Sequence
from functools import cache

from patuh_parser.disk import beside, bytes_of
from patuh_parser.sotk import tries, wordings
from patuh_parser.sotk.lexing.modals import MODALS
from patuh_parser.sotk.parsing.rewording.notation import UNITS, modal_words
from patuh_parser.sotk.tries import Nodes, Trie, folded, longest, unfolded
from patuh_parser.sotk.vocabulary import phrases_of, tables
from patuh_parser.sotk.wordings import spelt
from patuh_parser.stored import code_of, loads, stored, toml

_FILE = beside(wordings.__file__, "frames.toml")
_OF_LINES = {
    "MELALUI": "via", "TANPA_MELALUI": "past", "KEMUDIAN": "then", "LANGSUNG": "directly",
    "TEKNIS": "manner", "ADMINISTRATIF": "manner", "DAN": "and", "COMMA": "and",
}  # fmt: skip
"""Terminals of the phrases that lines have of their own → what they are here."""
LINE_PHRASES = frozenset(_OF_LINES.values()) - {"and"}

NEUTRAL = "neutral"
_COURTESY = "courtesy"
"""Neutral before a name."""

Meaning = tuple[str, str]
"""What a phrase is, and the verb that it says."""


def meaning_at(texts: Sequence[str], at: int) -> tuple[int, Meaning | None]:
    """Return the end of the longest phrase at a place, in small letters, and what it is."""
    if texts[at] == ",":
        return at + 1, ("and", ",")
    end, found = longest(_frames(), texts, at)
    if found is not None and found[0] == _COURTESY:
        named = end < len(texts) and texts[end] in UNITS
        return (end, (NEUTRAL, "")) if named else (at, None)
    after, phrase = longest(phrases_of("structure"), texts, at)
    if phrase is not None and after >= end:
        kind = phrase[0]
        if kind in MODALS:
            return after, ("modal", kind)
        if kind in _OF_LINES and (after > end or found is None):
            return after, (_OF_LINES[kind], "")
    return (end, (found[0], found[1])) if found is not None else (at, None)


def kind_at(texts: Sequence[str], at: int) -> str:
    """What the longest phrase at a place is, nothing if none is known there."""
    meaning = meaning_at(texts, at)[1] if at < len(texts) else None
    return "" if meaning is None else meaning[0]


@cache
def bounding() -> frozenset[str]:
    """Words that bound, deny, restrict or name a pattern: none is in a text that may be left."""
    denials = tables().step_words["denials"]
    told = denials | modal_words() | tables().grounds | patterns()
    return limiting() | opening("liking") | told


@cache
def patterns() -> frozenset[str]:
    return frozenset(tables().patterns.keys() | tables().sub_kinds.keys()) - opening("of_offices")


@cache
def limiting() -> frozenset[str]:
    words = tables().step_words
    return words["limiting"] | words["only"] | words["conditions"]


@cache
def opening(kind: str) -> frozenset[str]:
    """Return the words that a text of a kind begins with."""
    return frozenset(spelt(toml(_FILE)["before"][kind]))


@cache
def lines() -> frozenset[str]:
    """Return the verbs of lines, of which several may be said at once."""
    return frozenset(head["says"] for head in toml(_FILE)["head"] if head.get("line"))


@cache
def _frames() -> Trie:
    """Phrase → what it is, and the verb that it says."""
    made_of = code_of(__file__, wordings.__file__, tries.__file__), bytes_of(_FILE)
    return unfolded(stored("frames", Nodes, made_of, lambda: folded(_made())))


def _made() -> Trie:
    data = loads(_FILE)
    trie: Trie = {}

    def enter(phrases: Iterable[str], kind: str, verb: str = "") -> None:
        for phrase in spelt(phrases):
            tries.enter(trie, phrase.split(), [kind, verb])

    for head in data["head"]:
        for kind in ("active", "passive", "nouns"):
            enter(head[kind], kind, head["says"])
    for kind, phrases in (*data["roles"].items(), *data["words"].items()):
        enter(phrases, kind)
    table = tables()
    enter((*table.patterns, *table.sub_kinds, *table.sectors), "pattern")
    return trie

"""The table of frames.toml: what a word or phrase is in a sentence on who does what to whom."""

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from patuh_parser.sotk import tries, wordings
from patuh_parser.sotk.lexing.modals import MODALS
from patuh_parser.sotk.lines.words import Word, joined
from patuh_parser.sotk.parsing.rewording.notation import UNITS, modal_words
from patuh_parser.sotk.parsing.rewording.passives import active
from patuh_parser.sotk.tries import Nodes, Trie, folded, longest, unfolded
from patuh_parser.sotk.vocabulary import is_verb, phrases_of, tables
from patuh_parser.sotk.wordings import spelt
from patuh_parser.stored import code_of, loads, stored, toml

_FILE = Path(__file__).parents[1].with_name("frames.toml")
_OF_LINES = {
    "MELALUI": "via", "TANPA_MELALUI": "past", "KEMUDIAN": "then", "LANGSUNG": "directly",
    "TEKNIS": "manner", "ADMINISTRATIF": "manner", "DAN": "and", "COMMA": "and",
}  # fmt: skip
"""Terminals of the phrases that lines have of their own → what they are here."""
_OF_THE_LINE = frozenset(_OF_LINES.values()) - {"and"}

_SAYING = "bahwa"
_MAY = ("modal", "DAPAT")
_NEUTRAL = "neutral"
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
        return (end, (_NEUTRAL, "")) if named else (at, None)
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


def without_neutral(
    words: Sequence[Word], items: Sequence[tuple[str, int, int]]
) -> tuple[list[Word], tuple[str, ...]]:
    """Return the words without those on which nothing rests, and these: neutral ones, and texts
    that name nobody and nothing that is done: a concession between commas, and what the sentence
    opens or ends with ("Dalam gerakan literasi, … untuk festival pesisir")."""
    texts = [item.lower() for item, _, _ in items]
    start = opening_end(texts)
    if _bounded(texts, start):
        return [], ()
    stop = _purpose(texts, start)
    kept: list[Word] = []
    left = [said(words, items, 0, start), said(words, items, stop, len(items))]
    at = start
    while at < stop:
        end = _neutral_end(texts, at)
        if end > at:
            left.append(said(words, items, at, end))
        else:
            end = at + 1
            kept += words[items[at][1] : items[at][2]]
        at = end
    return kept, tuple(text for text in left if text)


def _neutral_end(texts: Sequence[str], at: int) -> int:
    """Where a neutral phrase or a concession ends that stands at a place; `at` if none does."""
    kind = kind_at(texts, at)
    later = kind == "later" and at and texts[at - 1] not in UNITS
    return meaning_at(texts, at)[0] if later or kind == _NEUTRAL else _after_concession(texts, at)


def _bounded(texts: Sequence[str], at: int) -> bool:
    """Whether words bound what is said, on from a place, but as part of what is known here."""
    while at < len(texts):
        end, meaning = meaning_at(texts, at)
        if meaning is None and texts[at] in _limiting():
            return True
        at = max(end, at + 1)
    return False


def opening_end(texts: Sequence[str]) -> int:
    """Where what stands before the first name ends, if nothing rests on it; 0 if there is none."""
    before = next((at for at, text in enumerate(texts) if text in UNITS), 0)
    if _SAYING in texts[:before]:
        end = texts.index(_SAYING)
        return end + 1 if bounding().isdisjoint(texts[:end]) else 0
    comma = texts.index(",") if "," in texts[:before] else 0
    other = texts[0] in opening("former") or kind_at(texts, 0) == _NEUTRAL
    if other or not tables().grounds.isdisjoint(texts[:comma]):
        return 0
    bound = not (_limiting() | opening("liking")).isdisjoint(texts[:comma])
    free = (texts[0] in opening("causes") and not bound) or (
        texts[0] in opening("given") and _may(texts, comma)
    )
    start = opening_text(texts)[0]
    nothing = _says_nothing(texts[start:comma]) and not _related(texts, comma)
    return comma + 1 if comma and (free or nothing) else 0


def _related(texts: Sequence[str], comma: int) -> bool:
    """Whether a text before a comma says what is done by a noun, or is joined to what follows."""
    kinds = {kind_at(texts, at) for at in range(comma)}
    return kind_at(texts, comma + 1) == "and" or not kinds.isdisjoint({"nouns", "is"})


def _may(texts: Sequence[str], comma: int) -> bool:
    """Whether behind a comma somebody is named who may do something."""
    who = comma + 1
    if kind_at(texts, who) == _NEUTRAL:
        who = meaning_at(texts, who)[0]
    return who + 1 < len(texts) and meaning_at(texts, who + 1)[1] == _MAY and texts[who] in UNITS


def said(words: Sequence[Word], items: Sequence[tuple[str, int, int]], start: int, end: int) -> str:
    """Return the text of some items, without a comma at its ends."""
    return joined([word for item in items[start:end] for word in words[item[1] : item[2]]]).strip(
        " ,"
    )


def opening_text(texts: Sequence[str]) -> tuple[int, int]:
    """Where the text begins that a sentence may open with, and the comma behind it; 0 if none."""
    if "," not in texts:
        return 0, 0
    if kind_at(texts, 0) == "topical":
        return meaning_at(texts, 0)[0], texts.index(",")
    return (1, texts.index(",")) if texts[0] in opening("openings") else (0, 0)


def _purpose(texts: Sequence[str], start: int) -> int:
    """Where the purpose begins that the sentence ends with, its end if it has none."""
    places = (at for at in range(start + 1, len(texts)) if texts[at] in opening("purposes"))
    return next((at for at in places if _says_nothing(texts[at + 1 :])), len(texts))


def _after_concession(texts: Sequence[str], at: int) -> int:
    """The place of the comma behind a concession that stands between commas; `at` if it is none."""
    if texts[at] != "," or at + 1 == len(texts) or texts[at + 1] not in opening("conceding"):
        return at
    comma = next((place for place in range(at + 2, len(texts)) if texts[place] == ","), 0)
    return comma + 1 if comma and _says_nothing(texts[at + 2 : comma]) else at


def _says_nothing(texts: Sequence[str]) -> bool:
    """Whether a text names nobody, nothing that is done, and nothing that a norm rests on."""
    heavy = UNITS | bounding()
    acts = any(is_verb(text) or active(text) is not None for text in texts)
    kinds = {kind_at(texts, at) for at in range(len(texts))}
    return bool(texts) and heavy.isdisjoint(texts) and not acts and kinds.isdisjoint(_OF_THE_LINE)


@cache
def bounding() -> frozenset[str]:
    """Words that bound, deny, restrict or name a pattern: none is in a text that may be left."""
    denials = tables().step_words["denials"]
    patterns = tables().patterns.keys() | tables().sub_kinds.keys()
    told = denials | modal_words() | tables().grounds | patterns
    return _limiting() | opening("liking") | told


@cache
def _limiting() -> frozenset[str]:
    words = tables().step_words
    return words["limiting"] | words["only"] | words["conditions"]


@cache
def opening(kind: str) -> frozenset[str]:
    """Return the words that a text of a kind begins with."""
    return frozenset(spelt(toml(_FILE)["before"][kind]))


@cache
def _frames() -> Trie:
    """Phrase → what it is, and the verb that it says."""
    made_of = code_of(__file__, wordings.__file__, tries.__file__), _FILE.read_bytes()
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
    return trie

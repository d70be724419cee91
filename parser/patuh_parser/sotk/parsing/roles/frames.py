"""The table of frames.toml: what a word or phrase is in a sentence on who does what to whom."""

from collections.abc import Iterable, Sequence
from functools import cache

from patuh_parser.disk import beside, bytes_of
from patuh_parser.sotk import tries, wordings
from patuh_parser.sotk.lexing.modals import MODALS
from patuh_parser.sotk.lines.words import Word, joined
from patuh_parser.sotk.parsing.rewording.notation import UNITS, modal_words
from patuh_parser.sotk.parsing.rewording.passives import active
from patuh_parser.sotk.tries import Nodes, Trie, folded, longest, unfolded
from patuh_parser.sotk.vocabulary import is_verb, phrases_of, tables
from patuh_parser.sotk.wordings import spelt
from patuh_parser.stored import code_of, loads, stored, toml

_FILE = beside(wordings.__file__, "frames.toml")
_OF_LINES = {
    "MELALUI": "via", "TANPA_MELALUI": "past", "KEMUDIAN": "then", "LANGSUNG": "directly",
    "TEKNIS": "manner", "ADMINISTRATIF": "manner", "DAN": "and", "COMMA": "and",
}  # fmt: skip
"""Terminals of the phrases that lines have of their own → what they are here."""
_OF_THE_LINE = frozenset(_OF_LINES.values()) - {"and"}

_SAYING = "bahwa"
_MAY = ("modal", "DAPAT")
_WHETHER, _OR = "baik", "maupun"
"""Around what is so in both cases."""
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
    if _bounded(texts, start):  # what bounds it is left to who can read that
        return [*words[items[start][1] :]], (said(words, items, 0, start),)
    stop = _purpose(texts, start)
    kept: list[Word] = []
    left = [said(words, items, 0, start), said(words, items, stop, len(items))]
    at = start
    while at < stop:
        end = _neutral_end(texts, at)
        if end > at:
            left.append(said(words, items, at, end))
        else:
            end = max(meaning_at(texts, at)[0], at + 1)
            kept += words[items[at][1] : items[end - 1][2]]
        at = end
    return kept, tuple(text for text in left if text)


def _neutral_end(texts: Sequence[str], at: int) -> int:
    """Where a neutral phrase or a concession ends that stands at a place; `at` if none does."""
    kind = kind_at(texts, at)
    if kind == "deemed":  # "dipandang serumpun", "disepakati bertanggung jawab"
        end = meaning_at(texts, at)[0]
        so = end < len(texts) and (is_verb(texts[end]) or texts[end] in opening("being"))
        return end if so else at
    later = kind == "later" and at and texts[at - 1] not in UNITS
    return meaning_at(texts, at)[0] if later or kind == _NEUTRAL else after_concession(texts, at)


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
    if kind_at(texts, 0) in ("connectives", "turn"):
        end = meaning_at(texts, 0)[0]
        end += texts[end : end + 1] == [","]
        return end + opening_end(texts[end:])
    before = next((at for at, text in enumerate(texts) if text in UNITS), 0)
    if _SAYING in texts[:before]:
        end = texts.index(_SAYING)
        heavy = tables().step_words["denials"] | opening("former") | _limiting()
        told = not opening("saying").isdisjoint(texts[:end]) and heavy.isdisjoint(texts[:end])
        return end + 1 if told else 0
    comma = texts.index(",") if "," in texts[:before] else 0
    neutral = kind_at(texts, 0) == _NEUTRAL
    if neutral and meaning_at(texts, 0)[0] == comma:
        return comma + 1
    opened = opening("openings") | opening("causes")
    former = texts[0] in opening("former") or (neutral and texts[0] not in opened)
    if former or not tables().grounds.isdisjoint(texts[:comma]):
        return 0
    free = (texts[0] in opening("causes") and is_free(texts[:comma])) or (
        texts[0] in opening("given") and _may(texts, comma)
    )
    start = opening_text(texts)[0]
    nothing = _says_nothing(texts[start:comma]) and not _related(texts, comma)
    return comma + 1 if comma and (free or nothing) else 0


def opening_dispute(texts: Sequence[str]) -> int:
    """Behind the comma of what opens a sentence and speaks of a dispute that may come; else 0."""
    comma = texts.index(",") if "," in texts else 0
    bound = (_limiting() | opening("liking")).intersection(texts[1:comma])
    disputed = opening("disputes").intersection(texts[:comma])
    return comma + 1 if disputed and not bound else 0


def is_free(texts: Sequence[str]) -> bool:
    """Whether a reason names nobody, and does not bound what it is the reason of."""
    heavy = UNITS | _limiting() | opening("liking") | _patterns()
    return bool(texts) and heavy.isdisjoint(texts)


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
    for at in range(start + 1, len(texts)):
        if texts[at] in opening("reasons") and is_free(texts[at + 1 :]):
            return at
        if texts[at] in opening("purposes") and _says_nothing(texts[at + 1 :]):
            return at
    return len(texts)


def after_concession(texts: Sequence[str], at: int) -> int:
    """The place of the comma behind a concession that stands between commas; `at` if it is none."""
    if texts[at] != "," or at + 1 == len(texts) or texts[at + 1] not in opening("conceding"):
        return at
    comma = next((place for place in range(at + 2, len(texts)) if texts[place] == ","), 0)
    said = texts[at + 1 : comma]
    whatever = said[:1] == [_WHETHER] and _OR in said and UNITS.isdisjoint(said)
    return comma + 1 if comma and (whatever or _says_nothing(said[1:])) else at


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
    told = denials | modal_words() | tables().grounds | _patterns()
    return _limiting() | opening("liking") | told


@cache
def _patterns() -> frozenset[str]:
    return frozenset(tables().patterns.keys() | tables().sub_kinds.keys()) - opening("of_offices")


@cache
def _limiting() -> frozenset[str]:
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

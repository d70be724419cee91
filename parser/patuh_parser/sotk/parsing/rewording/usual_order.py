"""The words of a step in the order, and with the prepositions, that its grammar knows.

"Dinas X dalam melakukan kerja sama tidak harus …" is "Dalam melakukan kerja sama, Dinas X tidak
harus …"; "mematuhi petunjuk Kepala Dinas" is "mematuhi petunjuk dari Kepala Dinas".
"""

from collections.abc import Sequence
from functools import cache

from patuh_parser.sotk.lexing.lexer import Token
from patuh_parser.sotk.lexing.modals import MODALS
from patuh_parser.sotk.lexing.name_finder import NameFinder
from patuh_parser.sotk.lines.words import Word
from patuh_parser.sotk.parsing.rewording.notation import modal_words
from patuh_parser.sotk.parsing.rewording.somebody import (
    enumeration_end,
    group_end,
    has_group,
    somebody_end,
)
from patuh_parser.sotk.tries import longest
from patuh_parser.sotk.vocabulary import is_verb, phrases_of, tables

_WITHIN = "dalam"
_FROM = "dari"
_COMMANDING = frozenset({*MODALS, "REFUSES"})


def fronted(words: Sequence[Word], first: Token, names: NameFinder) -> list[Word] | None:
    """Return the words of a step in the usual order, or None if nothing stands there.

    `first`: the first token that is no name or phrase.
    """
    if first.type != "WORD" or first.value not in tables().step_words["betweens"]:
        return None
    opens = first.value
    texts = [word.text for word in words]
    end = enumeration_end(words, texts, 0, names)
    if not end:
        return None
    who = words[:end]
    end += texts[end] == ","
    if texts[end] != opens or (opens == _WITHIN and not _done_within(texts[end + 1])):
        return None
    start = next((at for at in range(end + 2, len(texts)) if _goes_on(texts, at)), None)
    if start is None:
        return None
    opening = words[end]._replace(text=opens.capitalize())
    comma = words[start]._replace(text=",")
    between = [*words[end + 1 : start]]
    if opens == _WITHIN and not tables().step_words["denials"].isdisjoint(texts[end:start]):
        return None  # what is denied there may be what he does
    if between[-1].text == ",":
        del between[-1]
    return [opening, *between, comma, *who, *words[start:]]


def _done_within(word: str) -> bool:
    """Whether a word behind `dalam` leads to what somebody does besides."""
    return is_verb(word) or word in tables().step_words["within_what"]


def _goes_on(texts: Sequence[str], at: int) -> bool:
    """Whether what the sentence says of him who acts begins at a place: a verb, or its modal."""
    table = tables()
    before = texts[at - 1]
    held = before in table.step_words["opening_clauses"] or before in _modals()
    if held or before in table.phrases["DAN"]:
        return False
    end, phrase = longest(phrases_of("steps"), texts, at)
    modal = phrase is not None and phrase[0] in _COMMANDING
    return is_verb(texts[at]) or (modal and (is_verb(texts[end]) or texts[end] in _modals()))


def recipient_last(words: Sequence[Word], names: NameFinder) -> list[Word] | None:
    """Return "Kepada Dinas X, Dinas Y memberikan …" as "Dinas Y memberikan … kepada Dinas X"."""
    before = words[0].text.lower()
    if before not in tables().step_words["before_recipients"]:
        return None
    texts = [word.text for word in words]
    if names.find(words, texts, 1)[0] is None and texts[1] not in tables().phrases["SELURUH"]:
        return None
    joining = tables().phrases["DAN"]
    for comma in range(len(texts) - 3, 0, -1):
        if texts[comma] != ",":
            continue
        named, end = names.find(words, texts, comma + 1)
        if named is not None and texts[end][0].islower() and texts[end] not in joining:
            front = [words[0]._replace(text=before), *words[1:comma]]
            opens = _behind_recipient()
            stop = next((at for at in range(end + 1, len(texts)) if texts[at] in opens), -1)
            return [*words[comma + 1 : stop], *front, *words[stop:]]
    return None


@cache
def _behind_recipient() -> frozenset[str]:
    """The words that what stands behind the recipient begins with: the way, or what for."""
    table = tables()
    return table.before_purposes | table.step_words["free_after"] | {*table.phrases["MELALUI"]}


def whose_order(words: list[Word], names: NameFinder) -> list[Word]:
    """Return the words with `dari` between an order that is obeyed and the name of whose it is."""
    texts = [word.text for word in words]
    table = tables()
    verb = next((at for at, text in enumerate(texts) if text in table.step_words["obeying"]), None)
    if verb is None:
        return words
    for at in range(verb + 2, len(texts) - 1):
        before = texts[at - 1].lower()
        named = before in table.step_words["orders"] and texts[at][0].isupper()
        told = texts[at].lower() in table.values["ordered"]
        if named and not told and names.find(words, texts, at)[0] is not None:
            return [*words[:at], words[at]._replace(text=_FROM), *words[at:]]
    return words


@cache
def _modals() -> frozenset[str]:
    """The words that modals and denials begin with."""
    phrases = tables().phrases
    return modal_words() | {phrase.split()[0] for phrase in phrases["REFUSES"]}


def groups_apart(words: Sequence[Word], names: NameFinder) -> list[Word] | None:
    """Return "kepada Dinas X dan seluruh Camat" as "kepada Dinas X kepada seluruh Camat"."""
    texts = [word.text for word in words]
    if not has_group(texts):
        return None
    to = tables().step_words["as_with"]
    at = 1
    while at < len(texts) - 1:
        start = at
        end = somebody_end(words, texts, at, names) if texts[at - 1] in to else at
        if end == at:
            at += 1
            continue
        before = start - 1
        while True:
            group = group_end(texts, start) == end
            following = end + (texts[end] == ",")
            following += following < len(texts) and texts[following] in tables().phrases["DAN"]
            stop = somebody_end(words, texts, following, names) if following > end else following
            if stop == following:
                at = end
                break
            if group or group_end(texts, following) == stop:
                again = words[end]._replace(text=texts[before])
                return [*words[:end], again, *words[following:]]
            start, end = following, stop
    return None

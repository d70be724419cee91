"""Words of a sentence to tokens: phrases of the language, names, free text."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from msgspec import Struct

from patuh_parser.sotk.lexing.denials import refused
from patuh_parser.sotk.lexing.modals import MODALS
from patuh_parser.sotk.lexing.name_finder import Mention, NameFinder
from patuh_parser.sotk.lexing.patterns import pattern_reader
from patuh_parser.sotk.lines.words import Word, joined, span_of
from patuh_parser.sotk.tries import longest
from patuh_parser.sotk.vocabulary import phrases_of, tables
from patuh_parser.text.span import Span


class Token(Struct, gc=False):
    """A terminal of the grammar with its value; it stands for the words from `at` to `end`."""

    type: str
    value: Any
    words: Sequence[Word]
    at: int
    end: int

    @property
    def span(self) -> Span:
        """The place of its words."""
        return span_of(self.words[self.at : self.end])

    @property
    def text(self) -> str:
        """Its words, as they stand."""
        return " ".join([word.text for word in self.words[self.at : self.end]])


_PATTERNED = frozenset({"HUBUNGAN_KERJA", "BERKOORDINASI", "DENGAN_POLA", "HUBUNGAN", "BERSIFAT"})

_NEUTRAL = frozenset({"ADVERBIAL", "REFERENCE", "PURPOSE"})
_ODD = _NEUTRAL | {"REFUSES", "KARENA"}
_LEADS_ON = frozenset(
    {"KEPADA", "TERHADAP", "DENGAN", "MELALUI", "TANPA_MELALUI", "DAN", "KEMUDIAN", "SELURUH"}
    | {"KECUALI"}
)
"""What stands before a name, and before nothing else."""
_BEFORE_COMMA = frozenset(
    {"DAN", "SELURUH", "CLASS", "MEMBINA", "PEMBINAAN", "NAME", "WORD", "GROUP"}
)
_DONE = r"(?:pe|me)[a-z-]{5,}"
"""What is done: a verb, or its noun."""
_TASKED = frozenset({"BERTUGAS", "BERFUNGSI"})
_JOINS = frozenset({"DAN", "YANG", "COMMA"})
_BEFORE_PREDICATE = frozenset(
    {"DAN", "TEKNIS", "ADMINISTRATIF", "LANGSUNG", "BERADA", "DI_BAWAH", "WAJIB", "DAPAT"}
)
_NO_TASK = frozenset({"DIKOORDINASIKAN", "DIBAWAHI", "DIKEPALAI", "DIKETUAI"})
_ANY_PREDICATE = _NO_TASK | {
    "MEMERINTAH", "MEMBINA", "MENGOORDINASIKAN", "DIBINA", "HUBUNGAN_KERJA", "BERKOORDINASI",
    "BERTUGAS", "BERFUNGSI",
}  # fmt: skip
_ENDS_PURPOSE = _ANY_PREDICATE | MODALS.keys() | {"TANGGUNG_JAWAB", "BERADA", "DIBAWAHI"}
_PUNCTUATION = {".": "DOT", ":": "COLON", ",": "COMMA", ";": "SEMICOLON", "(": "OPEN", ")": "CLOSE"}


class Lexer:
    """Turns the words of sentences of one part into tokens.

    `part` names the vocabulary: `structure`, `changes` or `steps`. `mentions` gathers all names in
    their order.
    """

    def __init__(self, names: NameFinder, part: str) -> None:
        self.names = names
        self.table = tables()
        self.phrases = phrases_of(part)
        self.patterns = pattern_reader(names.gazetteer)
        before = self.table.before_purposes | self.table.before_capacities
        self._before_purpose = before if part == "structure" else frozenset()
        self._before_opening = self.table.before_openings if part == "structure" else frozenset()
        heads = {heading.lower() for heading in self.table.headings}
        self._opens = {*self.table.classes, *heads, *self._before_purpose, *self._before_opening}
        """The words, in small letters, that a class or a purpose may begin with."""
        self._every, self._joining = self.table.phrases["SELURUH"], self.table.phrases["DAN"]
        self._named: tuple[Sequence[Word], int] = ((), -1)
        self._relating: tuple[Sequence[Word], list[int]] = ((), [])
        self._goes_on = {"SELURUH", "CLASS", *_PATTERNED, *self.table.texts}
        self.mentions: list[Mention] = []

    def lex(self, words: Sequence[Word]) -> list[Token]:
        """Return the tokens of one sentence, its final mark included."""
        return without_loose_commas(self.raw(words))

    def raw(self, words: Sequence[Word], texts: list[str] | None = None) -> list[Token]:
        """Return the tokens of a sentence that may hold several predicates; `texts` are those of
        its words."""
        texts = texts or [word[0] for word in words]
        tokens: list[Token] = []
        at, count, goes_on = 0, len(texts), self._goes_on
        while at < count:
            mark = _PUNCTUATION.get(texts[at])
            if mark is not None:
                token = self._mark(mark, words, texts, at)
            else:
                token = self._plain(words, texts, at)
            tokens.append(token)
            at = token.end
            if token.type in goes_on:
                if token.type == "CLASS":
                    if at == count or texts[at] not in self.table.class_matters:
                        continue
                    tokens.append(Token("BIDANG", "", words, at, at))
                at = self._after(tokens, words, texts, at)
        return tokens

    def _plain(self, words: Sequence[Word], texts: list[str], at: int) -> Token:
        text = texts[at]
        if text in self.phrases:
            end, phrase = longest(self.phrases, texts, at)
            if phrase is not None:
                if phrase[0] in _ODD:
                    return self._odd(phrase[0], words, texts, at, end)
                return Token(phrase[0], " ".join(texts[at:end]), words, at, end)
        token = self._class_or_purpose(words, texts, at) if text.lower() in self._opens else None
        return token or self._name(words, texts, at) or Token("WORD", text, words, at, at + 1)

    def _odd(self, kind: str, words: Sequence[Word], texts: list[str], at: int, end: int) -> Token:
        """A phrase that takes more words with it, or stands for itself where it does not fit."""
        if kind == "ADVERBIAL" and self._goes_on_with(texts, end):
            purpose = self._purpose(words, texts, at)
            if purpose is not None:
                return purpose
        if kind == "REFUSES":
            denied = at > 0 and refused(texts, end)
            end = end if denied else at + 1
            return Token("TIDAK" if denied else "WORD", joined(words[at:end]), words, at, end)
        if kind == "KARENA":
            if "serumpun" in texts:
                return Token(kind, joined(words[at:end]), words, at, end)
            return self._with_text(words, texts, at, end, self._end_of_purpose(words, texts, at))
        return self._adverbial(kind, words, texts, at, end)

    def _class_or_purpose(self, words: Sequence[Word], texts: list[str], at: int) -> Token | None:
        text = texts[at]
        end, kind = self.names.class_at(texts, at)
        named = (self.names.known, self.names.titles)
        if kind is not None and all(longest(names, texts, at)[0] < end for names in named):
            return Token("CLASS", kind, words, at, end)
        if text in self.table.headings and texts[at + 1 : at + 2] == [":"]:
            return Token("CLASS", self.table.headings[text], words, at, at + 1)
        return self._purpose(words, texts, at)

    def _adverbial(
        self, kind: str, words: Sequence[Word], texts: list[str], at: int, end: int
    ) -> Token:
        """A neutral phrase, with the provision that it refers to or the purpose that it states."""
        if kind == "PURPOSE":
            return self._with_text(words, texts, at, end, self._end_of_purpose(words, texts, at))
        if kind == "REFERENCE":
            provision = self.table.provision
            while end < len(texts) and (
                texts[end] in provision or texts[end].isdigit() or len(texts[end]) == 1
            ):
                end += 1
            while texts[end - 1] in (".", ",", "dan", ":", ";"):
                end -= 1
        return _neutral(words, at, end)

    def _with_text(
        self, words: Sequence[Word], texts: list[str], at: int, after: int, end: int
    ) -> Token:
        """A neutral phrase with its text from `after` on, a mere word if the text says more."""
        if self._relates(words, texts, after, end) or (
            texts[at].lower() in self.table.step_words["circumstances"]
            and (
                self._names_within(words, texts, at, end)
                or not self.table.grounds.isdisjoint(texts[after:end])
            )
        ):
            return Token("WORD", texts[at], words, at, at + 1)
        return _neutral(words, at, end)

    def _goes_on_with(self, texts: list[str], at: int) -> bool:
        """Whether a word follows that the language does not know."""
        following = texts[at : at + 1]
        return bool(following) and following[0].isalpha() and texts[at] not in self.phrases

    def _purpose(self, words: Sequence[Word], texts: list[str], at: int) -> Token | None:
        """What is done (`dalam penertiban pasar`) or what somebody is besides, if it names nobody;
        where it opens the sentence it may be anything."""
        word = texts[at].lower()
        if word not in self._before_purpose and (at or word not in self._before_opening):
            return None
        following = texts[at + 1] if at + 1 < len(texts) else ""
        besides = word in self.table.before_capacities and following.islower()
        if at and not besides and not re.fullmatch(_DONE, following):
            return None
        end = self._end_of_purpose(words, texts, at)
        if (not at and texts[end : end + 1] != [","]) or self._names_within(words, texts, at, end):
            return None
        if not at and not self.table.step_words["past"].isdisjoint(texts[:end]):
            return None  # "dalam struktur lama": it is so no more
        return self._with_text(words, texts, at, at + 1, end)

    def _names_within(self, words: Sequence[Word], texts: list[str], at: int, end: int) -> bool:
        """Whether a name begins between two places; the first behind an earlier one is kept."""
        of, first = self._named
        if of is not words or first <= at:
            places = (i for i in range(at + 1, len(texts)) if self.names.find(words, texts, i)[0])
            first = next(places, len(texts))
            self._named = words, first
        return first < end

    def _relates(self, words: Sequence[Word], texts: list[str], start: int, end: int) -> bool:
        """Whether the text of a purpose says more than a purpose; means are part of it."""
        of, places = self._relating
        if of is not words:
            relating, means = self.table.relating, self.table.exchange_acts
            places = [
                at
                for at, (word, after) in enumerate(pairwise(texts))
                if word in relating and not (word == "melalui" and after in means)
            ]
            self._relating = words, places
        first = bisect_left(places, start)
        return first < len(places) and places[first] < end

    def _end_of_purpose(self, words: Sequence[Word], texts: list[str], at: int) -> int:
        """Where a purpose ends: before the comma and the subject if it opens the sentence, before
        the predicate if it stands behind the subject."""
        commas = (place for place in range(at, len(texts)) if texts[place] == ",")
        if at == 0:
            for comma in commas:
                if self._subject_at(texts, comma + 1):
                    return comma
        elif self.names.find(words, texts, 0)[1] == at:
            for place in range(at + 1, len(texts)):
                phrase = longest(self.phrases, texts, place)[1]
                if phrase is not None and phrase[0] in _ENDS_PURPOSE:
                    return place
        return len(texts) - (texts[-1] in (".", ":"))

    def _subject_at(self, texts: list[str], at: int) -> bool:
        return self.names.starts(texts, at) or texts[at] in self._every

    def _name(self, words: Sequence[Word], texts: list[str], at: int) -> Token | None:
        mention, end = self.names.find(words, texts, at)
        if mention is None:
            return None
        self.mentions.append(mention)
        return Token("NAME", mention, words, at, end)

    def _mark(self, mark: str, words: Sequence[Word], texts: list[str], at: int) -> Token:
        if mark == "OPEN" and ")" in texts[at + 1 : at + 12]:
            end = texts.index(")", at) + 1
            return Token("PAREN", joined(words[at + 1 : end - 1]), words, at, end)
        return Token(mark, texts[at], words, at, at + 1)

    def _after(self, tokens: list[Token], words: Sequence[Word], texts: list[str], at: int) -> int:
        """Read on after a phrase that takes a group, a text or a pattern."""
        kind = tokens[-1].type
        if kind == "MEMBIDANGI" and self._names(words, texts, at):
            return at
        if kind in self.table.texts:
            return self._free(tokens, words, texts, at, _last(texts, self.table.texts[kind], at))
        if kind in _PATTERNED:
            return self._pattern(tokens, words, texts, at)
        end, group = self.names.group_at(texts, at)
        each = self._each(words, texts, at, group)
        if each is not None:
            tokens.append(each)
            return each.end
        if group is not None:
            tokens.append(Token("GROUP", group, words, at, end))
        return end

    def _each(
        self, words: Sequence[Word], texts: list[str], at: int, group: str | None
    ) -> Token | None:
        """After `setiap` the parts of a unit (`Bidang pada Dinas X`), or all that are so called."""
        title, end = self.names.title_at(words, texts, at)
        place = None
        within = texts[end : end + 1] == ["pada"]
        if within:
            place, end = self.names.find(words, texts, end + 1)
        if title is None or (place is None and (within or group is not None)):
            return None
        homes = self.names.gazetteer.sorts.homes.get(title.sort or "", ())
        if place is not None and group is not None and place.key in homes:
            return Token("GROUP", group, words, at, end)
        title.inside = place
        self.names.titled = True
        if place is not None:
            self.mentions.append(place)
        return Token("NAME", title, words, at, end)

    def _names(self, words: Sequence[Word], texts: list[str], at: int) -> bool:
        """Whether names of units stand here, or a list of them, and no text."""
        if at == len(texts):
            return False
        if texts[at] == ":" or texts[at] in self._every:
            return True
        mention, end = self.names.find(words, texts, at)
        after = texts[end : end + 1]
        joined_on = bool(after) and (after[0] in (",", ".") or after[0] in self._joining)
        return mention is not None and joined_on

    def _free(
        self, tokens: list[Token], words: Sequence[Word], texts: list[str], at: int, stop: int
    ) -> int:
        """Take everything up to `stop`, or to the final mark, as one text."""
        end = stop - 1 if stop and texts[stop - 1] in (".", ":") else stop
        field = tokens[-1].type == "BIDANG"
        if field or tokens[-1].type in _TASKED:
            end = self._end_of_text(texts, at, end, field)
        if end <= at:
            return at
        tokens.append(Token("TEXT", joined(words[at:end]), words, at, end))
        return end

    def _end_of_text(self, texts: list[str], start: int, end: int, field: bool) -> int:
        """Where a text gives way to a further predicate; that of a field also to what qualifies."""
        for at in range(start + 1, end):
            comma = texts[at] == ","
            if not comma and texts[at] not in self.phrases:
                continue
            after, phrase = (at + 1, ("COMMA",)) if comma else longest(self.phrases, texts, at)
            kind = (phrase or ("",))[0]
            if field and kind in _NEUTRAL:
                return at
            if kind in _JOINS and self._predicate(texts, after, field):
                return at
        return end

    def _predicate(self, texts: list[str], at: int, any_kind: bool) -> bool:
        """Whether a predicate begins here; of those that no task holds, unless any will do."""
        while True:
            end, phrase = longest(self.phrases, texts, at)
            if phrase is None:
                return False
            if phrase[0] not in _BEFORE_PREDICATE:
                break
            at = end
        if phrase[0] == "TANGGUNG_JAWAB":
            return "kepada" in texts[end : end + 6]
        return phrase[0] in (_ANY_PREDICATE if any_kind else _NO_TASK)

    def _pattern(
        self, tokens: list[Token], words: Sequence[Word], texts: list[str], at: int
    ) -> int:
        """Take the patterns that a verb is followed by; a word that is none stays a word."""
        coordination = tokens[-1].type == "BERKOORDINASI"
        if texts[at : at + 1] and texts[at] in self.table.phrases["ONLY"] and not coordination:
            tokens.append(Token("ONLY", texts[at], words, at, at + 1))
            at += 1
        found, end = self.patterns.read(texts, at, coordination)
        if end > at:
            tokens.append(Token("PATTERN", found, words, at, end))
        return end


def _neutral(words: Sequence[Word], at: int, end: int) -> Token:
    """The token of neutral words."""
    text = joined(words[at:end])
    return Token("ADVERBIAL", text[0].lower() + text[1:], words, at, end)


def lifted(tokens: list[Token]) -> tuple[list[Token], tuple[str, ...]]:
    """The tokens without the neutral adverbials that stand where one may, and these."""
    if "ADVERBIAL" not in [token.type for token in tokens]:
        return tokens, ()
    kept: list[Token] = []
    found: list[str] = []
    first = False
    for token in tokens:
        if token.type == "ADVERBIAL" and not (kept and kept[-1].type in _LEADS_ON):
            found.append(token.value)
            first = not kept
        elif not (first and token.type == "COMMA"):
            kept.append(token)
            first = False
    return kept, tuple(found)


def _last(texts: list[str], word: str | None, start: int) -> int:
    """Where a word stands last, or the end."""
    for at in range(len(texts) - 1, start, -1):
        if texts[at] == word:
            return at
    return len(texts)


def without_loose_commas(tokens: list[Token]) -> list[Token]:
    """Drop the commas that do not stand in an enumeration of names or aspects."""
    if not any(token.type == "COMMA" for token in tokens):
        return tokens
    kept: list[Token] = []
    for place, token in enumerate(tokens):
        if token.type == "COMMA":
            following = tokens[place + 1].type if place + 1 < len(tokens) else ""
            if following not in _BEFORE_COMMA and following not in ("", "COMMA", "DOT"):
                continue
        kept.append(token)
    return kept

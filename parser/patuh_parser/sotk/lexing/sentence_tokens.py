"""Words of a structure sentence to tokens: phrases of the language, names, free text."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from patuh_parser.sotk.lexing.names import Mention, NameFinder
from patuh_parser.sotk.lines.words import Word, joined
from patuh_parser.sotk.vocabulary import Trie, longest, tables
from patuh_parser.text.span import Span


class Token(Struct):
    """A terminal of the grammar with its value and place; Lark reads the other attributes."""

    type: str
    value: Any
    span: Span
    text: str
    start_pos: int = 0
    end_pos: int = 0

    @property
    def line(self) -> int:
        """Line of the first character."""
        return self.span.line

    @property
    def column(self) -> int:
        """Column of the first character."""
        return self.span.column

    @property
    def end_line(self) -> int:
        """Line of the last character."""
        return self.span.end_line

    @property
    def end_column(self) -> int:
        """Column after the last character."""
        return self.span.end_column


_TO_THE_END = {"BERTUGAS", "MEMBIDANGI", "DIKECUALIKAN", "KARENA", "DISINGKAT"}
_BEFORE_NAME = frozenset({"DAN", "SELURUH", "MEMBINA", "PEMBINAAN", "KEMUDIAN"})
_VARIABLE = frozenset({"membidangi", "membina", "membidanginya", "membinanya", "membawahi"})
_PUNCTUATION = {".": "DOT", ":": "COLON", ",": "COMMA", ";": "SEMICOLON", "(": "OPEN", ")": "CLOSE"}


class StructureLexer:
    """Turns the words of sentences into tokens; `mentions` gathers all names in their order."""

    def __init__(self, names: NameFinder, phrases: Trie | None = None) -> None:
        """`phrases` are those of another part than STRUKTUR."""
        self.names = names
        self.table = tables()
        self.phrases = self.table.structure if phrases is None else phrases
        self.mentions: list[Mention] = []

    def lex(self, words: Sequence[Word]) -> list[Token]:
        """Return the tokens of one sentence, its final mark included."""
        texts = [word.text for word in words]
        tokens: list[Token] = []
        at, count = 0, len(words)
        while at < count:
            token, end = self._next(words, texts, at, tokens)
            tokens.append(token)
            at = end
            if token.type in _TO_THE_END:
                at = self._free(tokens, words, texts, at, count)
            elif token.type == "MELIMPAHKAN":
                at = self._free(tokens, words, texts, at, _last(texts, "kepada", at))
            elif token.type in ("HUBUNGAN_KERJA", "BERKOORDINASI", "DENGAN_POLA"):
                at = self._pattern(tokens, words, texts, at)
        return _without_loose_commas(tokens)

    def _next(
        self, words: Sequence[Word], texts: list[str], at: int, before: list[Token]
    ) -> tuple[Token, int]:
        text = texts[at]
        mark = _PUNCTUATION.get(text)
        if mark is not None:
            return self._mark(mark, words, texts, at)
        end, phrase = longest(self.phrases, texts, at)
        if phrase is not None:
            return make_token(phrase[0], phrase[1], words, at, end), end
        if before and before[-1].type == "SELURUH":
            lowered = [word.lower() for word in texts[at : at + 3]]
            end, group = longest(self.table.groups, lowered)
            if group is not None:
                return make_token("GROUP", group, words, at, at + end), at + end
        end, kind = self.names.class_at(texts, at)
        if kind is not None and longest(self.names.known, texts, at)[0] < end:
            return make_token("CLASS", kind, words, at, end), end
        if texts[at + 1 : at + 2] == [":"] and text in ("Bagian", "UPT"):
            kind = "bagian" if text == "Bagian" else "unit_pelaksana_teknis"
            return make_token("CLASS", kind, words, at, at + 1), at + 1
        if (
            texts[at : at + 2] == ["Asisten", "yang"]
            and "".join(texts[at + 2 : at + 3]) in _VARIABLE
        ):
            return make_token("VARIABLE", None, words, at, at + 3), at + 3
        mention, end = self.names.find(words, texts, at)
        if mention is not None:
            self.mentions.append(mention)
            return make_token("NAME", mention, words, at, end), end
        return make_token("WORD", text, words, at, at + 1), at + 1

    def _mark(
        self, mark: str, words: Sequence[Word], texts: list[str], at: int
    ) -> tuple[Token, int]:
        if mark == "OPEN" and ")" in texts[at + 1 : at + 12]:
            end = texts.index(")", at) + 1
            return make_token("PAREN", joined(words[at + 1 : end - 1]), words, at, end), end
        return make_token(mark, texts[at], words, at, at + 1), at + 1

    def _free(
        self, tokens: list[Token], words: Sequence[Word], texts: list[str], at: int, stop: int
    ) -> int:
        """Take everything up to `stop`, or to the final mark or to `karena`, as one text."""
        end = stop - 1 if stop and texts[stop - 1] in (".", ":") else stop
        if end > at:
            tokens.append(make_token("TEXT", joined(words[at:end]), words, at, end))
            return end
        return at

    def _pattern(
        self, tokens: list[Token], words: Sequence[Word], texts: list[str], at: int
    ) -> int:
        """Take the lower-case words of a pattern as they are."""
        count = len(texts)
        if at < count and texts[at] == "secara":
            at += 1
        while at < count and texts[at][0].islower() and texts[at] not in ("dengan", "melalui"):
            tokens.append(make_token("WORD", texts[at], words, at, at + 1))
            at += 1
        return at


def make_token(kind: str, value: object, words: Sequence[Word], at: int, end: int) -> Token:
    """Return the token for the words from `at` to `end`."""
    first, last = words[at], words[end - 1]
    span = Span(first.line, first.column, last.line, last.column + len(last.text))
    text = first.text if end == at + 1 else " ".join(word.text for word in words[at:end])
    return Token(kind, value, span, text)


def _last(texts: list[str], word: str, start: int) -> int:
    for at in range(len(texts) - 1, start, -1):
        if texts[at] == word:
            return at
    return len(texts)


def _without_loose_commas(tokens: list[Token]) -> list[Token]:
    """Drop the commas that do not stand in an enumeration of names or aspects."""
    kept: list[Token] = []
    for place, token in enumerate(tokens):
        if token.type == "COMMA":
            following = tokens[place + 1].type if place + 1 < len(tokens) else ""
            known = following in _BEFORE_NAME or following in ("NAME", "WORD", "GROUP")
            if not known and following not in ("", "COMMA", "DOT"):
                continue
        kept.append(token)
    return kept

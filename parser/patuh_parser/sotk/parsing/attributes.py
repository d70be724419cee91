"""Attribute lines of a workflow."""

import re
from collections.abc import Iterator, Mapping

from patuh_parser.sotk.errors import Diagnostics
from patuh_parser.sotk.lexing.name_finder import Mention, NameFinder
from patuh_parser.sotk.lexing.periods import periods_of
from patuh_parser.sotk.lexing.times import time_of
from patuh_parser.sotk.lines.words import Line, joined, span_of, words_of
from patuh_parser.sotk.vocabulary import tables
from patuh_parser.text.dates import false_date, read_date
from patuh_parser.text.similar import nearest
from patuh_parser.text.span import Span

_SAYS_WHEN = r"[0-9]|\b(?:hari|minggu|bulan|triwulan|semester|tahun|tanggal|akhir|awal|jam|tepat)\b"
_SEPARATOR = r"(?:\s*(?:[,;]|\bdan\b|\bserta\b)\s*)+"
_DUE = r"(?:paling lambat|paling lama|selambat-lambatnya)\b"
"""Patterns that few attributes need: compiled at their first use."""


class AttributeReader:
    """Reads one attribute line: values at once, names when all names are known."""

    def __init__(
        self,
        keyword: str,
        sort: str,
        line: Line,
        start: int,
        names: NameFinder,
        errors: Diagnostics,
    ) -> None:
        self.keyword = keyword
        self.sort = sort
        self.line = line
        self.start = start
        self.names = names
        self.errors = errors
        self.text = " ".join(line.text[start:].split()).rstrip(".")
        self.span = Span(line.number, line.indent + 1, line.number, len(line.text) + 1)
        self.value_span = Span(line.number, start + 1, line.number, len(line.text) + 1)
        self.values: tuple[str, ...] = ()
        self.mentions: list[Mention] = []

    def read(self, mentions: list[Mention]) -> None:
        """Read the value; names go to `mentions` as well."""
        if not self.text:
            self.errors.add("E504", self.span, self.keyword, self.text, expected=(self.sort,))
        elif self.sort == "units":
            self.mentions = list(self._names())
            mentions.extend(self.mentions)
        else:
            self.values = tuple(self._values())

    def _names(self) -> Iterator[Mention]:
        words = words_of(self.line, self.start)
        while words and words[-1].text in (".", ";"):
            words.pop()
        texts = [word.text for word in words]
        at = 0
        while at < len(words):
            mention, end = self.names.find(words, texts, at)
            if mention is None:
                from patuh_parser.sotk.diagnosing.unknown_names import bad_name

                bad_name(words, at, self.names, self.errors)
                return
            yield mention
            if end < len(words) and texts[end] not in (";", ",", "dan"):
                self.errors.add(
                    "E310", span_of(words[end:]), joined(words[end:]), hint="H_SEMICOLON"
                )
                return
            at = end + 1

    def _values(self) -> Iterator[str]:
        plain = self.text.lower()
        if self.sort == "date":
            date = read_date(self.text.split())
            if date is None:
                self._bad("date")
            else:
                yield date.strftime("%Y%m%d").zfill(8)
        elif self.sort == "time":
            time = time_of(plain)
            if time is None:
                self._bad("time")
            else:
                yield time
        elif self.sort == "pattern":
            known = tables().values["pattern"]
            word = self.names.gazetteer.spellings.get(plain, plain)
            if word in known:
                yield known[word]
            else:
                self._bad("pattern", nearest(word, known))
        elif self.sort == "period":
            periods = None if re.match(_DUE, plain) else periods_of(plain)
            if periods is None:
                self._bad("period", nearest(plain, tables().periods["periods"]), due=plain)
            yield from periods or ()
        elif self.sort == "due":
            if false_date(plain):
                self._bad("date")
            elif re.search(_SAYS_WHEN, plain):
                yield self.text
            else:
                self._bad("due")
        elif self.sort == "form":
            known = tables().values["form"]
            if plain in known:
                yield known[plain]
            else:
                self._bad("form", nearest(plain, known))
        elif self.sort in ("references", "items"):
            yield from self._items(tables().values[self.sort])
        else:
            yield self.text

    def _items(self, known: Mapping[str, str]) -> Iterator[str]:
        """The values of an enumeration: those that are known by their first words, else texts."""
        rest = self.text
        while rest:
            lowered = rest.lower()
            words = max((w for w in known if _begins(lowered, w)), key=len, default="")
            end = re.compile(_SEPARATOR).search(rest, len(words))
            text = rest[: end.start() if end else None].strip()
            if text:
                yield known.get(words, text)
            rest = rest[end.end() :] if end else ""

    def _bad(self, expected: str, suggestions: tuple[str, ...] = (), due: str = "") -> None:
        hint = "H_DUE" if re.match(_DUE, due) else None
        self.errors.add(
            "E504",
            self.value_span,
            self.keyword,
            self.text,
            expected=(expected,),
            suggestions=suggestions,
            hint=hint,
            hint_args=(self.text,) if hint else (),
        )


def _begins(text: str, words: str) -> bool:
    """Whether a text begins with whole words."""
    return text.startswith(words) and not text[len(words) : len(words) + 1].isalnum()

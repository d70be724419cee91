"""Attribute lines of a workflow."""

import re
from collections.abc import Iterator

from patuh_parser.sotk.diagnosing.unknown_names import bad_name
from patuh_parser.sotk.errors import Diagnostics
from patuh_parser.sotk.lexing.name_finder import Mention, NameFinder
from patuh_parser.sotk.lines.words import Line, joined, span_of, words_of
from patuh_parser.text.dates import read_date
from patuh_parser.text.similar import nearest
from patuh_parser.text.span import Span

PATTERNS = ("konsultatif", "kolegial", "fungsional", "struktural", "koordinatif")
_REFERENCES = {"sop": "sop", "standar operasional prosedur": "sop", "spm": "spm",
               "standar pelayanan minimal": "spm"}  # fmt: skip
_FORMS = {"telaahan staf": "telaahan_staf", "telaahan": "telaahan_staf"}
_ABSENT = frozenset({"tidak", "tidak berkala"})
_MONTHS_AFTER = re.compile(
    r"([0-9]{1,2})\s+bulan\s+(?:setelah|sesudah)\s+akhir\s+tahun(?:\s+anggaran)?"
)
_TIMES = {
    "akhir tahun anggaran": "akhir_tahun",
    "akhir tahun": "akhir_tahun",
    "sebelum akhir tahun anggaran": "sebelum_akhir_tahun",
    "sebelum akhir tahun": "sebelum_akhir_tahun",
}


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
            found = _MONTHS_AFTER.fullmatch(plain)
            if plain in _TIMES:
                yield _TIMES[plain]
            elif found is not None:
                yield f"bulan_sesudah_akhir_tahun({int(found[1])})"
            else:
                self._bad("time")
        elif self.sort == "pattern":
            word = self.names.gazetteer.spellings.get(plain, plain)
            if word in PATTERNS:
                yield word
            else:
                self._bad("pattern", nearest(word, PATTERNS))
        elif self.sort == "period":
            yield "tidak" if plain in _ABSENT else self.text
        elif self.sort == "form":
            yield _FORMS.get(plain, self.text)
        elif self.sort in ("references", "items"):
            for part in re.split(r"[,;]|\bdan\b", self.text):
                if part.strip():
                    yield _REFERENCES.get(part.strip().lower(), part.strip())
        else:
            yield self.text

    def _bad(self, expected: str, suggestions: tuple[str, ...] = ()) -> None:
        self.errors.add(
            "E504",
            self.value_span,
            self.keyword,
            self.text,
            expected=(expected,),
            suggestions=suggestions,
        )

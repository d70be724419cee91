"""Marks: what is looked for in the text of a draft, where and how (`kb/drafting/marks/`).

A mark says what may stand in a text, never that it is right or wrong: that say the rules of
`kb/drafting/checks`. An overlay may bring tables of its own, so a pattern is bounded: every repeat
has an upper bound, and it may match in at most `MOST_WAYS` ways from one place. Looking for it
takes time proportional to the text.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal

import msgspec
from msgspec import Struct

from patuh.knowledge import patterns
from patuh.knowledge.constant import Constant
from patuh.knowledge.drafting import terms
from patuh.knowledge.patterns import PatternError, folded, ways_to_match, widest, words_needed
from patuh.knowledge.root import kb_root, of_kb
from patuh_parser.stored import code_of, stored, toml

FOLDER = "drafting/marks"
PARTS = frozenset(
    ["jenis_judul", "nomor_judul", "nama_judul", "rahmat", "jabatan", "memutuskan", "menetapkan",
     "persetujuan",
     "pertimbangan", "alamat", "penanda_pertimbangan", "dasar", "penanda_dasar", "judul_dasar",
     "judul_kelompok",
     "nomor_bab", "nomor_bagian", "nomor_paragraf",
     "ketentuan", "norma", "teks", "rincian", "definisi", "penanda_definisi", "arti", "pasal",
     "penjelasan",
     "rujukan", "sebelum_rujukan", "dirujuk", "perintah", "nama", "jabatan_penanda_tangan",
     "kepala_lampiran", "nomor_lampiran", "isi_lampiran", "tanggal_tanda_tangan",
     "pembuka_tanda_tangan"]
)  # fmt: skip
"""The parts of a draft in which marks are looked for; docs/knowledge-base.md tells each."""
MOST_WAYS = 100_000
Lists = Mapping[str, Mapping[str, str]]
"""The lists of words that a row may name for a pattern: each word with its standard form."""


class _Row(Struct, frozen=True, forbid_unknown_fields=True):
    """A row as written."""

    id: Constant
    pada: str | list[str]
    cara: Literal["awal", "akhir", "utuh", "ada", "tanggal", "pertama", "setiap"]
    dasar: str
    pola: str = ""
    daftar: str = ""
    saran: str = ""


class Mark(Struct, frozen=True):
    """One row: `way` is how `pattern` is looked for in each of `parts`.

    A text in which it is seen has one of the words `needed`, if there are any, `folded`. `standard`
    is what should stand in place of the words found, by the words in lower case or, under `""`,
    whatever they are; `basis` the provision on which the mark rests.
    """

    id: str
    parts: tuple[str, ...]
    way: str
    pattern: str
    needed: tuple[str, ...]
    basis: str
    standard: Mapping[str, str]
    reach: int = 0
    """Of one that ends a text: so many characters before its end it may begin, at the most."""

    @property
    def listed(self) -> bool:
        """Whether it is a list of whole words, which then are those needed."""
        return len(self.standard) > 1

    @property
    def has_own_place(self) -> bool:
        """Whether the words found are a place of their own, and not a trait of the part."""
        return self.way in ("pertama", "setiap")

    def due(self, found: re.Match[str], words: str) -> str | None:
        """What should stand in place of the words found; groups of the pattern go into it."""
        stated = self.standard.get(words.casefold())
        general = self.standard.get("")
        return stated or (found.expand(general) if general else None)

    def find(self, text: str) -> Iterator[re.Match[str]]:
        """The places in a text where the mark is seen, at most one but for `setiap`."""
        pattern = _compiled(self.pattern)
        opens = self.pattern.startswith(r"\A")  # else every place of the text would be tried
        if self.way == "setiap" and not opens:
            yield from pattern.finditer(text)
            return
        if self.way == "akhir" and not opens:
            if found := pattern.search(text, max(0, len(text) - self.reach)):
                yield found
            return
        looks = {"awal": pattern.match, "utuh": pattern.fullmatch}
        if found := looks.get(self.way, pattern.match if opens else pattern.search)(text):
            yield found


class MarksError(ValueError):
    """A row of a table is refused; `row` is its number from 1, `name` its id, as written."""

    def __init__(self, row: int, name: str, told: str) -> None:
        super().__init__(f"[{row}] {name}: {told}")
        self.row = row


@of_kb
def marks(root: Path | None = None) -> tuple[Mark, ...]:
    """All marks, file by file. Raises `MarksError` for a row that is none."""
    files = sorted(((root or kb_root()) / FOLDER).glob("*.toml"))
    tables, lists = [toml(file) for file in files], terms(root).lists
    code = code_of(__file__, patterns.__file__)
    return stored(
        "marks",
        tuple[Mark, ...],
        [code, repr(tables), repr(lists)],
        lambda: tuple(mark for table in tables for mark in read_marks(table, lists)),
    )


def read_marks(table: Mapping[str, Any], lists: Lists) -> tuple[Mark, ...]:
    """The marks of one table. Raises `MarksError` for the first row that is refused."""
    found: list[Mark] = []
    known = set(PARTS)
    rows = table.get("tanda", [])
    if not isinstance(rows, list):
        raise MarksError(1, "?", "[[tanda]]?")
    for number, row in enumerate(rows, 1):
        try:
            mark = _mark(msgspec.convert(row, _Row), lists)
            if unknown := set(mark.parts) - known:
                raise ValueError(f"pada: {min(unknown)}?")
        except (ValueError, re.error) as error:
            name = row.get("id", "?") if isinstance(row, dict) else "?"
            raise MarksError(number, str(name), str(error)) from error
        if mark.has_own_place:
            known.add(mark.id)
        found.append(mark)
    return tuple(found)


def _mark(row: _Row, lists: Lists) -> Mark:
    words = lists.get(row.daftar, {})
    pattern = row.pola or (_any_of(words) if words else "")
    if not pattern and row.cara != "tanggal":
        raise PatternError(f"daftar: {row.daftar}?" if row.daftar else "pola?")
    if row.pola and ways_to_match(pattern) > MOST_WAYS:
        raise PatternError(f"{ways_to_match(pattern)} > {MOST_WAYS}: {row.pola}")
    whole = f"(?:{pattern})\\Z" if row.cara == "akhir" else pattern
    try:
        re.compile(whole).sub(row.saran, "")
    except IndexError as error:
        raise PatternError(f"saran: {error}") from error
    return Mark(
        id=row.id,
        parts=(row.pada,) if isinstance(row.pada, str) else tuple(row.pada),
        way=row.cara,
        pattern=whole,
        needed=words_needed(row.pola) if row.pola else tuple(map(folded, words)),
        basis=row.dasar,
        standard=words or ({"": row.saran} if row.saran else {}),
        reach=widest(whole),
    )


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """A pattern when it is first looked for: most texts have none of the words that it needs."""
    return re.compile(pattern)


def _any_of(words: Mapping[str, str]) -> str:
    """A pattern for any of the words, the longest first, in any case; by first letters, since `re`
    tries one after the other."""
    by_letter: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        by_letter.setdefault(word[:1].lower(), []).append(re.escape(word[1:]))
    alternatives = (f"{re.escape(a)}(?:{'|'.join(rest)})" for a, rest in by_letter.items())
    return rf"(?i:\b(?:{'|'.join(alternatives)})(?![\w/]))"

"""Marks: what is looked for in the text of a draft, where and how (`kb/drafting/marks.toml`).

A mark says what may stand in a text, never that it is right or wrong: that say the rules of
`kb/drafting/checks`. An overlay may bring its own table, so a pattern is bounded: every repeat has
an upper bound, and the ways in which it may match from one place are at most `MOST_WAYS`. Looking
for it takes time proportional to the text.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct

from patuh.knowledge.drafting import terms
from patuh.knowledge.pattern_cost import PatternError, ways_to_match
from patuh.knowledge.root import kb_root
from patuh_parser.stored import toml

PARTS = frozenset(
    ["nomor_judul", "nama_judul", "jabatan", "memutuskan", "menetapkan", "pertimbangan",
     "penanda_pertimbangan", "dasar", "penanda_dasar", "judul_dasar", "judul_kelompok",
     "ketentuan", "norma", "teks", "rincian", "definisi", "penanda_definisi", "pasal",
     "rujukan", "sebelum_rujukan", "perintah", "nama", "jabatan_penanda_tangan",
     "nomor_lampiran"]
)  # fmt: skip
"""The parts of a draft in which marks are looked for; each is told in `marks.toml`."""
MOST_WAYS = 100_000
_FILE = "drafting/marks.toml"
_KEYS = {"id", "pada", "cara", "pola", "daftar", "saran", "dasar"}
_NAME = re.compile(r"[a-z][a-z0-9_]*\Z")
_ANYWHERE = ("ada", "pertama", "setiap")
_WAYS = ("awal", "akhir", "utuh", "tanggal", *_ANYWHERE)


class Mark(Struct, frozen=True):
    """One row: `way` is how `pattern` is looked for in each of `parts`.

    `standard` is what should stand in place of the words found, by the words in lower case or,
    under `""`, whatever they are; `basis` the provision on which the mark rests.
    """

    id: str
    parts: tuple[str, ...]
    way: str
    pattern: re.Pattern[str]
    basis: str
    standard: Mapping[str, str]

    @property
    def has_own_place(self) -> bool:
        """Whether the words found are a place of their own, and not a trait of the part."""
        return self.way in ("pertama", "setiap")

    def find(self, text: str) -> Iterator[re.Match[str]]:
        """The places in a text where the mark is seen, at most one but for `setiap`."""
        match self.way:
            case "setiap":
                yield from self.pattern.finditer(text)
                return
            case "awal":
                found = self.pattern.match(text)
            case "utuh":
                found = self.pattern.fullmatch(text)
            case _:
                found = self.pattern.search(text)
        if found is not None:
            yield found


class MarksError(ValueError):
    """A row of the table is refused; `row` is its number from 1, `texts` say why (id, en)."""

    def __init__(self, row: int, name: str, indonesian: str, english: str) -> None:
        super().__init__(f"{_FILE}: row {row} (`{name}`): {english}")
        self.row = row
        self.texts = f"tanda ke-{row} (`{name}`): {indonesian}", f"mark {row} (`{name}`): {english}"


@cache
def marks(root: Path | None = None) -> tuple[Mark, ...]:
    """All marks, in the order of the table. Raises `MarksError` for a row that is none."""
    base = root or kb_root()
    table = toml(base / _FILE)
    return read_marks(table["tanda"], terms(root).lists)


def read_marks(
    rows: Sequence[Mapping[str, Any]], lists: Mapping[str, Mapping[str, str]]
) -> tuple[Mark, ...]:
    """The marks of a table; `lists` are the lists of words that a row may name for a pattern.

    Raises `MarksError`.
    """
    found: list[Mark] = []
    known = set(PARTS)
    for number, row in enumerate(rows, 1):
        mark = _mark(number, row, lists)
        for part in mark.parts:
            if part not in known:
                raise MarksError(number, mark.id, f"tidak ada bagian `{part}`", f"no part `{part}`")
        if mark.has_own_place:
            known.add(mark.id)
        found.append(mark)
    return tuple(found)


def _mark(number: int, row: Mapping[str, Any], lists: Mapping[str, Mapping[str, str]]) -> Mark:
    name = str(row.get("id", ""))

    def wrong(indonesian: str, english: str) -> MarksError:
        return MarksError(number, name, indonesian, english)

    texts = {key: value for key, value in row.items() if isinstance(value, str)}
    if not _NAME.match(name):
        raise wrong("`id` bukan nama", "`id` is no name")
    if odd := sorted(row.keys() - _KEYS):
        raise wrong(f"`{odd[0]}` tidak dikenal", f"`{odd[0]}` is not known")
    if texts.get("cara") not in _WAYS:
        raise wrong(f"`cara` bukan {' / '.join(_WAYS)}", f"`cara` is none of {' / '.join(_WAYS)}")
    if "dasar" not in texts:
        raise wrong("tidak ada `dasar`", "there is no `dasar`")
    way = texts["cara"]
    words = lists.get(texts.get("daftar", ""), {})
    written = texts.get("pola") or (_any_of(words) if words else "")
    if not written and way != "tanggal":
        raise wrong("tidak ada `pola` atau `daftar`", "there is neither `pola` nor `daftar`")
    try:
        ways = 1 if words else ways_to_match(written)
        pattern = re.compile(f"(?:{written})\\Z" if way == "akhir" else written)
    except (PatternError, re.error) as error:
        raise wrong(f"`pola` tidak sah: {error}", f"`pola` is invalid: {error}") from error
    if ways > MOST_WAYS:
        raise wrong(
            f"`pola` dapat cocok dengan lebih dari {MOST_WAYS} cara dari satu tempat",
            f"`pola` may match in more than {MOST_WAYS} ways from one place",
        )
    parts = row.get("pada", ())
    advice = texts.get("saran", "")
    standard = words or ({"": advice} if advice else {})
    return Mark(name, (parts,) if isinstance(parts, str) else tuple(parts), way, pattern,
                texts["dasar"], standard)  # fmt: skip


def _any_of(words: Mapping[str, str]) -> str:
    """A pattern for any of the words, the longest first, in any case."""
    alternatives = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    return rf"(?i:\b(?:{alternatives})(?![\w/]))"

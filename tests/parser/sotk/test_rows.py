"""Each row of each table of the language is needed: with it a sentence says what `rows/` states.

`PATUH_REFRESH_GOLDEN=1 pytest tests/parser/sotk/test_rows.py` writes what the rows give anew, with
the rows that the tables have; read the difference with the language open before you commit it.
"""

import os
import tomllib
from collections import defaultdict
from pathlib import Path
from zlib import crc32

import pytest
from rows_support import Section, given, grouped, sections, written
from rows_tables import NOT_WORDS, ROOM, ROWS, VERBS, is_pattern
from sotk_support import ROOT
from variations import variations

from patuh.knowledge.names import kinds
from patuh_parser.sotk.wordings import spelt, with_words

FILES = sorted((Path(__file__).parent / "rows").glob("*.txt"))


def read(path: Path) -> list[Section]:
    """The sections of a file, written anew first if so asked."""
    found = list(sections(path.read_text(encoding="utf-8")))
    if os.environ.get("PATUH_REFRESH_GOLDEN"):
        for section in found:
            rows = [row for row in ROWS[section.table] if section.takes(row)]
            section.groups = grouped(section.frame, rows, is_pattern(section.table))
        path.write_text(written(found), encoding="utf-8")
    return found


def phrases(table: str, rows: list[str]) -> list[str]:
    """The phrases of rows."""
    return spelt(rows) if is_pattern(table) else rows


MANY = 60
"""Of more phrases of a section every third is read in the usual run, by its words."""


@pytest.mark.parametrize("whole", [False, pytest.param(True, marks=pytest.mark.slow)])
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_each_row_says(path: Path, whole: bool) -> None:
    different = {}
    for section in read(path):
        stated = [
            (phrase, said)
            for rows, said in section.groups
            for phrase in phrases(section.table, rows)
        ]
        if not whole and len(stated) > MANY:
            stated = [one for one in stated if crc32(one[0].encode()) % 3 == 0]
        found = given(section.frame, [phrase for phrase, _ in stated])
        for (phrase, said), now in zip(stated, found, strict=True):
            if now != said:
                different[section.head, phrase] = now
    assert different == {}


def test_every_row_has_its_case() -> None:
    cases = defaultdict(set)
    for path in FILES:
        for section in read(path):
            cases[section.table].update(phrases(section.table, section.rows))
    assert cases == {table: {*phrases(table, rows)} for table, rows in ROWS.items()}
    assert NOT_WORDS.keys() <= {*VERBS, *(f"{name}.{key}" for name in VERBS for key in VERBS[name])}


def test_no_wording_is_without_its_mark() -> None:
    """A sentence that has not the word is not even looked at (`parsing/rewording/reworded.py`)."""
    table = tomllib.loads(ROOM.joinpath("reworded.toml").read_text(encoding="utf-8"))
    unmarked = [
        said
        for form in table["form"]
        if "mark" in form
        for said in variations(form["says"], table["words"])
        if {*with_words(form["mark"], table["words"]).split("|")}.isdisjoint(
            said.lower().replace(",", "").split()
        )
    ]
    assert unmarked == []


def test_what_the_reader_knows_of_sorts() -> None:
    """The tables of sorts that stand in no sentence: kb/names/sorts.toml, and [sorts] here."""
    known = kinds(ROOT / "kb")
    agencies = {
        "badan", "dinas", "inspektorat", "kecamatan", "satuan_polisi_pamong_praja",
        "sekretariat_daerah", "sekretariat_dprd",
    }  # fmt: skip
    inside = {"unit_pelaksana_teknis", "rumah_sakit_umum_daerah", "kelurahan", "bagian", "subunit"}
    assert known.nested == {"subunit", "kelompok_jabatan_fungsional"}
    assert known.homes == {"bagian": ("sekretariat_daerah", "subunit")}
    assert (known.hosts, known.unknown) == ({"asisten"}, "lainnya")
    assert known.complete == agencies | inside
    assert VERBS["sorts"] == {
        "forum": ["forkopimda"],
        "passed_by": ["sekretaris_daerah", "sekretariat_daerah"],
        "never_alone": ["desa", "kelurahan"],
        "words_never_alone": ["PAUD", "TK", "SD", "SMP"],
        "of_region": ["rumah_sakit_umum_daerah"],
        "housed": ["asisten", "bagian"],
        "houses": ["sekretariat_daerah", "sekretariat_dprd"],
        "quoted": ["pihak_luar"],
        "each_asisten": ["asisten_sekretaris_daerah"],
        "agencies": ["perangkat_daerah"],
        "own_first_word": ["pelaksana", "penunjang", "pengawas", "perangkat_daerah", "staf"],
        "share_a_place": [
            "bagian", "kelompok_jabatan_fungsional", "subunit", "unit_pelaksana_teknis",
            "kelurahan", "rumah_sakit_umum_daerah",
        ],
        "parts": ["bagian", "kelompok_jabatan_fungsional", "subunit"],
    }  # fmt: skip
    assert VERBS["helping"] == {"its_own": ["Bupati", "Wali Kota"]}

"""National law: the facts agree with their tables, and what they do not hold is told."""

import runpy
from pathlib import Path

import pytest

from patuh.draft_checking import check_draft
from patuh.knowledge.national_law import national_law
from patuh.report.wording import Wording

ROOT = Path(__file__).parents[2]
TEXTS = Path(__file__).parent / "texts"


def test_the_facts_are_those_of_the_tables() -> None:
    script = runpy.run_path(str(ROOT / ".ci/make_national_law.py"))
    written = (ROOT / "kb/drafting/nasional/peraturan.lp").read_text(encoding="utf-8")
    assert script["national_law"]() == written


@pytest.mark.parametrize(
    ("kind", "number", "year", "title", "gazettes", "revoked"),
    [
        ("uu", "32", "2004", "Pemerintahan Daerah", {"LN": "125", "TLN": "4437"},
         ['sudah_dicabut(uu,"32",2004,"Undang-Undang Nomor 23 Tahun 2014",20141002)']),
        ("pp", "76", "2008", "", {},
         ['mungkin_dicabut(pp,"76",2008,"Peraturan Pemerintah Nomor 26 Tahun 2020",2020)']),
        ("uu", "28", "2009", "Pajak Daerah dan Retribusi Daerah", {"LN": "130", "TLN": "5049"},
         ['sudah_dicabut(uu,"28",2009,"Undang-Undang Nomor 1 Tahun 2022",20230101)']),
        ("pp", "56", "1961", 'Pendirian Perusahaan Negara "Virama Karya"',
         {"LN": "77", "TLN": "2211"},
         ['sudah_dicabut(pp,"56",1961,"Peraturan Pemerintah Nomor 38 Tahun 1970",19700924)']),
    ],
)  # fmt: skip
def test_what_is_known(
    kind: str, number: str, year: str, title: str, gazettes: dict, revoked: list
) -> None:
    """A row that was read with doubt gives no title; a day read with doubt counts as its year."""
    known = national_law(kind, number, year)
    assert known is not None
    assert (known.title, dict(known.gazettes)) == (title, gazettes)
    assert [fact for fact in known.facts if "dicabut" in fact] == revoked


@pytest.mark.parametrize("key", [("uu", "6", "2024"), ("uu", "9", "1066"), ("perda", "1", "2010")])
def test_what_is_not_held(key: tuple[str, str, str]) -> None:
    assert national_law(*key) is None


NAMES = "Undang-Undang Nomor 61 Tahun 1999"


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        (
            "id",
            f"judul, lembaran dan masih berlakunya {NAMES}, yang tidak tercantum dengan pasti "
            "dalam daftar peraturan nasional; juga apa yang dicabut sesudah Januari 2023",
        ),
        (
            "en",
            f"title, gazettes and force of {NAMES}, which are not certain in the list of national "
            "regulations; nor what was repealed after January 2023",
        ),
    ],
)
def test_what_is_not_known_is_told(lang: str, told: str) -> None:
    result = check_draft((TEXTS / "perda.txt").read_bytes(), "naskah.txt")
    assert list(Wording(lang, result.input).noticed()) == [(told, False)]


def test_of_a_law_known_to_be_revoked_only_title_and_gazettes_are_not_assessed() -> None:
    text = (TEXTS / "perda.txt").read_text(encoding="utf-8")
    revoked = "Peraturan Pemerintah Nomor 6 Tahun 2006"
    result = check_draft(text.replace(NAMES, revoked).encode(), "naskah.txt")
    told = (
        f"judul dan lembaran {revoked}, yang tidak tercantum dengan pasti dalam daftar peraturan "
        "nasional"
    )
    assert list(Wording("id", result.input).noticed()) == [(told, False)]

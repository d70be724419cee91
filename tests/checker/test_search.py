"""`patuh explain` as a list of all checks, and `patuh search`."""

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from patuh.knowledge.catalogue import checks
from patuh.knowledge.regulations import laws


@pytest.mark.parametrize("lang", ["id", "en"])
def test_all_checks_are_listed_once_under_their_families(patuh: Callable, lang: str) -> None:
    run = patuh("explain", "--lang", lang)
    assert run.code == 0
    found = Counter(re.findall(r"^  ([A-Z][0-9]+) ", run.out, re.M))
    assert found == Counter(dict.fromkeys(checks(), 1))
    headings = re.findall(r"^(\S.*)\n  [A-Z][0-9]", run.out, re.M)
    assert len(headings) == len({*headings})
    assert {"id": "Pola hubungan kerja", "en": "Kinds of working relations"}[lang] in headings
    assert [law.id for law in laws() if f"  {law.id} " not in run.out] == []


def test_checks_and_provisions_are_found_by_their_words(patuh: Callable) -> None:
    run = patuh("cari", "Laporan", "berkala tepat")
    assert run.code == 0
    assert run.out == (
        "Ketentuan (1)\n"
        "  Pasal 18 ayat (3) Perbup Kutai Timur 41/2023 (kutim_41_2023 pasal-18.ayat-3)\n"
        "      “… mematuhi petunjuk serta bertanggung jawab kepada atasannya masing-masing serta "
        "menyampaikan\n"
        "      laporan secara berkala tepat pada waktunya.”\n"
    )
    run = patuh("search", "bypasses", "sekretaris", "--lang", "en")
    assert run.out.startswith("Checks (")
    assert "\n  H7   Accountability to the Bupati bypasses the Sekretaris Daerah\n" in run.out


def test_of_many_the_first_are_shown(patuh: Callable) -> None:
    out = patuh("search", "daerah").out
    assert out.count("\n      “") == 40
    assert re.search(r"\n  dan [0-9]+ lainnya\n$", out)


def test_nothing_found_is_told_with_what_is_near(patuh: Callable) -> None:
    run = patuh("search", "koordinsi")
    assert (run.code, run.err) == (0, "")
    assert run.out.startswith(
        "tidak ada pemeriksaan atau ketentuan dengan kata `koordinsi`; maksud Anda: koordinasi"
    )
    assert patuh("search", "qqqqq", "--lang", "en").out == (
        "no check and no provision has the words `qqqqq`\n"
    )


def test_what_is_found_is_written_into_a_file(patuh: Callable, tmp_path: Path) -> None:
    shown = patuh("search", "laporan", "berkala").out
    assert patuh("search", "laporan", "berkala", "-o", tmp_path / "hasil.txt").out == ""
    assert (tmp_path / "hasil.txt").read_text(encoding="utf-8") == shown

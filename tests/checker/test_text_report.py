"""The report for people: golden files in both languages, and what it says in single cases.

`PATUH_REFRESH_GOLDEN=1 pytest tests/checker/test_text_report.py` writes the golden files anew;
read their diff before you commit them.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from checker_texts import CLEAN, NOTE, PP_18, UU_23, VIOLATION, WARNING
from golden import same

PROPOSAL = "corpus/proposals/paser_koordinasi_sosial_lingkungan.sotk"


@pytest.mark.parametrize(
    ("lang", "columns", "options"),
    [
        ("id", 80, ()),
        ("en", 120, ()),
        ("id", 100, ("--why",)),
        ("id", 100, ("--brief",)),
        ("id", 100, ("--level", "peringatan")),
    ],
)
def test_golden(
    patuh: Callable,
    root: Path,
    monkeypatch: pytest.MonkeyPatch,
    lang: str,
    columns: int,
    options: tuple[str, ...],
) -> None:
    monkeypatch.chdir(root)
    monkeypatch.setenv("COLUMNS", str(columns))
    out = patuh("check", "--lang", lang, *options, PROPOSAL).out
    told = "".join(option.replace("--", ".").replace("=", "_") for option in options[-1:])
    assert same(f"paser_koordinasi_sosial_lingkungan.{lang}.{columns}{told}.txt", out)
    assert [line for line in out.splitlines() if len(line) > columns] == []


def test_a_short_proof_can_be_read_aloud(
    patuh: Callable, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root)
    lines = patuh("check", "--why", PROPOSAL).out.splitlines()
    assert len(lines) < 420
    at = lines.index("   = bukti:")
    assert lines[at : at + 6] == [
        "   = bukti:",
        "     Pasal 1 angka 6: Asisten bertanggung jawab kepada Sekretaris Daerah, menurut bunyi"
        " ketentuan",
        "     baris 10: Asisten Pemerintahan dan Kesejahteraan Rakyat termasuk jenis Asisten",
        "     baris 11: garis bertanggung jawab, dari Asisten Pemerintahan dan Kesejahteraan Rakyat"
        " kepada",
        "       Bupati",
        "",
    ]


def test_a_provision_is_quoted_once(
    patuh: Callable, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root)
    out = patuh("check", PROPOSAL).out
    assert out.count("“Perangkat Daerah dalam pelaksanaan tugasnya wajib") == 1
    assert out.count("= dasar: Pasal 14 ayat (2) huruf d Perbup Paser 56/2020\n") == 1
    assert out.count("Pasal 14 ayat (2) huruf d Perbup Paser 56/2020 (dikutip di atas)\n") == 1


def test_findings_below_a_level_are_counted_and_not_shown(
    patuh: Callable, written: Callable
) -> None:
    run = patuh("check", "--level", "pelanggaran", "--fail-on", "catatan", written(NOTE))
    assert run.code == 1
    lines = run.out.splitlines()
    assert lines[0].startswith("usulan.sotk: 1 temuan: 1 catatan (Perbup")
    assert lines[1] == "  tidak ditampilkan: 1 temuan (--level)"
    assert "X1" not in run.out


@pytest.mark.parametrize("option", [["--brief"], ["--level", "peringatan"]])
def test_only_the_report_for_people_is_cut(
    patuh: Callable, written: Callable, option: list[str]
) -> None:
    run = patuh("check", "--format", "json", *option, written(NOTE))
    assert run.code == 2
    assert f"{option[0]} hanya untuk laporan teks" in run.err


def test_a_clean_proposal_says_what_was_not_assessed(patuh: Callable, written: Callable) -> None:
    assert patuh("check", "--lang", "en", written(CLEAN)).out.splitlines() == [
        "usulan.sotk: no findings (Perbup Paser 56/2020, national law)",
        "  not assessed: 5 provisions – definition; commands nothing by itself",
        "  not assessed: 15 provisions – principle or purpose; it guides, but cannot be tested"
        " on a proposal",
        "  not assessed: 1 provision – permission; it cannot be violated",
        f"  not assessed: {PP_18} provisions PP 18/2016 jo. PP 72/2019 – not yet translated into"
        " rules, and so not",
        "                assessed",
        f"  not assessed: {UU_23} provisions UU 23/2014 – not yet translated into rules, and so not"
        " assessed",
        "  not assessed: Lampiran (bagan mekanisme) of Perbup Paser 56/2020, a part of it by Pasal"
        " 13 ayat",
        "                (3) and Pasal 14 ayat (2) huruf e – its text is not at hand",
        "  not assessed: structure that the proposal does not mention (LINGKUP: sebagian)",
    ]


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("id", "struktur di luar Dinas Sosial; UPT Pasar yang tidak disebut dalam usulan"),
        ("en", "structure outside Dinas Sosial; UPT Pasar that the proposal does not mention"),
    ],
)
def test_what_alone_a_proposal_is_complete_for_is_said(
    patuh: Callable, written: Callable, lang: str, words: str
) -> None:
    text = CLEAN.replace("sebagian", "lengkap untuk Dinas Sosial; UPT Pasar")
    out = " ".join(patuh("check", "--lang", lang, written(text)).out.split())
    assert f"{words} (LINGKUP: lengkap untuk Dinas Sosial; UPT Pasar)" in out


def test_sentences_without_a_relation_are_told_to_be_what_they_are(
    patuh: Callable, written: Callable
) -> None:
    """A quoted definition, principle, purpose or other provision: its kind and where it stands."""
    text = CLEAN + (
        "Bupati adalah Bupati Paser.\n"
        "Koordinasi adalah kerja sama.\n"
        "Dinas Sosial dan Dinas Kesehatan saling memberi manfaat.\n"
    )
    assert patuh("check", "--lang", "en", written(text)).out.splitlines()[-2:] == [
        "  not assessed: line 10, 11: definition or list; it states no relation between units",
        "  not assessed: line 12: principle; it states no relation between units",
    ]


def test_the_excerpt_shows_the_sentence_with_the_words_marked(
    patuh: Callable, written: Callable
) -> None:
    lines = patuh("check", written(VIOLATION)).out.splitlines()
    at = lines.index("") + 1
    assert lines[at : at + 7] == [
        "pelanggaran[H7]: Pertanggungjawaban kepada Bupati tidak melalui Sekretaris Daerah",
        " --> usulan.sotk:8:1",
        "  |",
        "8 | Dinas Sosial bertanggung jawab langsung kepada Bupati.",
        "  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        "    Dinas Sosial bertanggung jawab langsung kepada Bupati, padahal pertanggungjawaban"
        " itu melalui",
        "    Sekretaris Daerah",
    ]


@pytest.mark.parametrize("space", ["\x0c", "\u2028", "\x85", "\x0b"])
def test_lines_are_counted_as_the_reader_counts_them(
    patuh: Callable, written: Callable, space: str
) -> None:
    """A form feed or an exotic separator is a blank to the reader, so it ends no line here."""
    text = VIOLATION.replace("Usulan uji", f"Usulan{space}uji")
    lines = patuh("check", written(text)).out.splitlines()
    at = lines.index("") + 1
    assert lines[at + 1] == " --> usulan.sotk:8:1"
    assert lines[at + 3] == "8 | Dinas Sosial bertanggung jawab langsung kepada Bupati."


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_of_other_systems(patuh: Callable, written: Callable, end: str) -> None:
    here = patuh("check", written(VIOLATION)).out
    assert patuh("check", written(VIOLATION.replace("\n", end))).out == here


def test_a_reading_is_named_with_its_switch(patuh: Callable, written: Callable) -> None:
    out = patuh("check", "--lang", "en", written(WARNING)).out
    assert "\n\nwarning[A4]: Agency under two Asisten\n --> usulan.sotk:8:1\n" in out
    assert (
        "  = reading: “Asisten yang membidangi” is read as one Asisten for each agency\n"
        "     (tafsir_satu_asisten=tunggal)\n"
    ) in out


@pytest.mark.parametrize(
    ("lang", "words"), [("id", "1 temuan: 1 catatan"), ("en", "1 finding: 1 note")]
)
def test_one_finding_is_counted_as_one(
    patuh: Callable, written: Callable, lang: str, words: str
) -> None:
    assert f"usulan.sotk: {words} (Perbup" in patuh("check", "--lang", lang, written(NOTE)).out


def test_every_place_of_a_finding_is_shown(patuh: Callable, written: Callable) -> None:
    text = VIOLATION + "Dinas Sosial bertanggung jawab langsung kepada Bupati.\n"
    out = patuh("check", written(text)).out
    assert out.count("pelanggaran[H7]") == 1
    assert "  | juga di usulan.sotk:10:1\n" in out

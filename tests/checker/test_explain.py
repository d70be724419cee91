"""`patuh explain` and `patuh facts`: pages of checks and provisions, and what clingo sees."""

from collections.abc import Callable

import pytest
from checker_texts import VIOLATION

from patuh.knowledge.catalogue import checks
from patuh.knowledge.provisions import quotations
from patuh.knowledge.regulations import regulations


@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_check_has_a_page(patuh: Callable, lang: str) -> None:
    for name, check in checks().items():
        run = patuh("explain", name, "--lang", lang)
        head = run.out.splitlines()[0]
        assert run.code == 0
        assert head.startswith(f"{name} – ")
        assert len(head) > len(f"{name} – ")
        assert f"(kb/{check.file}:{check.line})" in run.out


def test_the_page_of_a_check(patuh: Callable) -> None:
    out = patuh("explain", "h7", "--lang", "en").out
    assert out.startswith(
        "H7 – Accountability to the Bupati bypasses the Sekretaris Daerah\n\nWhy\n"
    )
    assert "  Perbup Paser 56/2020\n    Pasal 14 ayat (2) huruf e – " in out
    assert "tafsir_pertanggungjawaban_teknis=melalui_sekretaris_daerah: " in out


@pytest.mark.parametrize("law", [law.id for law in regulations()])
def test_every_provision_has_a_page(patuh: Callable, law: str) -> None:
    for name, quoted in quotations(law).items():
        run = patuh("explain", law, name)
        assert run.code == 0
        assert run.out.startswith(quoted.label)


def test_a_provision_by_id_or_as_people_write_it(patuh: Callable) -> None:
    by_id = patuh("explain", "paser_56_2020", "pasal-14.ayat-2.huruf-e")
    by_label = patuh("explain", "paser_56_2020", "Pasal 14 ayat (2) huruf e")
    assert by_id == by_label
    assert "pertanggungjawaban(paser_56_2020, perangkat_daerah, bupati" in by_id.out
    assert "  H7 – Pertanggungjawaban kepada Bupati tidak melalui Sekretaris Daerah" in by_id.out


def test_a_regulation_alone_lists_its_provisions(patuh: Callable) -> None:
    *lines, _ = patuh("explain", "paser_56_2020").out.splitlines()
    assert len(lines) == len(quotations("paser_56_2020"))
    assert "pasal-14.ayat-2.huruf-e  Pasal 14 ayat (2) huruf e" in lines


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (["Z9"], "`Z9` bukan pemeriksaan (H7) atau peraturan (kutim_41_2023, paser_56_2020,"),
        (["paser_56_2021"], "maksud Anda: paser_56_2020?"),
        (["paser_56_2020", "pasal-99"], "`pasal-99` bukan ketentuan Perbup Paser 56/2020"),
        (["--lang", "en", "Z9"], "`Z9` is no check (H7) and no regulation"),
        (["--lang", "en", "paser_56_2021"], "did you mean paser_56_2020?"),
        (["--lang", "en", "paser_56_2020", "pasal-99"], "`pasal-99` is no provision of Perbup"),
    ],
)
def test_what_cannot_be_explained(patuh: Callable, call: list[str], words: str) -> None:
    run = patuh("explain", *call)
    assert (run.code, run.out) == (2, "")
    assert words in run.err


def test_facts(patuh: Callable, written: Callable) -> None:
    run = patuh("facts", written(VIOLATION))
    assert run.code == 0
    *own, pp, forum, uu = (
        line
        for line in run.out.splitlines()
        if not line.startswith(("urusan_nama", "mulai_berlaku"))
    )
    assert forum == "hukum_nasional(pp_12_2022)."
    assert (pp, uu) == ("hukum_nasional(pp_18_2016).", "hukum_nasional(uu_23_2014).")
    assert own[-6:] == [
        'unit("Dinas Sosial",dinas).',
        "unit(bupati,bupati).",
        "unit(asisten_pemerintahan_dan_kesejahteraan_rakyat,asisten).",
        'garis(1,bertanggung_jawab,"Dinas Sosial",bupati).',
        "langsung(1).",
        'garis(2,mengoordinasikan,asisten_pemerintahan_dan_kesejahteraan_rakyat,"Dinas Sosial").',
    ]


def test_facts_of_an_unreadable_file(patuh: Callable, written: Callable) -> None:
    run = patuh("facts", written("bukan usulan"))
    assert (run.code, run.out) == (2, "")
    assert "usulan tidak diperiksa" in run.err

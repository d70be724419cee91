"""What a proposal or a draft leaves unassessed is said in every format."""

from collections.abc import Callable

import pytest
from checker_texts import CLEAN

from patuh_parser.sotk.vocabulary import tables

FORMS = ["text", "html", "sarif", "junit"]
UNKNOWN_ACT = '\nALUR kegiatan "Kerja bakti"\n  1. Dinas Sosial mempersembahkan tari.\n'
PASTED = CLEAN.replace("Dinas", "Di\u200bnas", 1)
PARTIAL = CLEAN.replace("LINGKUP : lengkap", "LINGKUP : sebagian")
DRAFT = "PERATURAN BUPATI PASER\n\nPasal 1\nDinas S\u043esial dan Dinas Kese\u2061hatan menilai.\n"


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("text", "told"),
    [
        (PARTIAL, "struktur yang tidak disebut dalam usulan"),
        (PARTIAL + UNKNOWN_ACT, "mempersembahkan"),
        (PASTED, "dibaca tanpa karakter tak terlihat"),
    ],
    ids=["partial", "act", "pasted"],
)
def test_of_a_proposal(patuh: Callable, written: Callable, form: str, text: str, told: str) -> None:
    assert told in flat(patuh("check", "--format", form, written(text)).out)


@pytest.mark.parametrize("form", FORMS)
def test_of_a_draft_whose_names_only_look_alike(
    patuh: Callable, written: Callable, form: str
) -> None:
    out = flat(patuh("check", "--format", form, written(DRAFT, "naskah.txt")).out)
    assert "baris 4: karakter tak terlihat dibuang" in out
    assert "baris 4: ada kata yang mencampur huruf dari beberapa aksara" in out


@pytest.mark.parametrize(
    ("task", "concerns"),
    [
        ("memberikan laporan kepada Bupati", True),
        ("menyampaikan laporan langsung kepada Bupati", False),
        ("berkoordinasi dengan Dinas Perikanan dalam penanganan bencana", False),
        ("menyiapkan bahan rapat Bupati", False),
        ("membantu Bupati melaksanakan urusan pemerintahan bidang sosial", False),
        ("menyampaikan laporan", False),
    ],
)
def test_a_task_that_concerns_somebody_else(
    patuh: Callable, written: Callable, task: str, concerns: bool
) -> None:
    """It may be a line or a step in substance; one of help, or of a verb no check asks about, is
    none. One that is read as a line or a rule is judged as that."""
    text = f"{PARTIAL}\nDinas Perikanan.\nDinas Sosial bertugas {task}.\n"
    told = "baris 25: tugas yang menyangkut pihak lain; agar dinilai, tulis sebagai kalimat"
    line = len(text.splitlines())
    assert (told.replace("25", str(line)) in flat(patuh("check", written(text)).out)) == concerns


def test_columns_count_what_was_read(patuh: Callable, written: Callable) -> None:
    """The mark under a finding stands under its words, after what was left out before them."""
    head = "USULAN : A\nDAERAH : Kabupaten Paser\n\nSTRUKTUR\n\n"
    plain = f"{head}Dinas Sosial bertanggung jawab langsung kepada Bupati.\n"
    pasted = plain.replace("Sosial", "So\u00adsial")
    first, second = (patuh("check", written(text)).out for text in (plain, pasted))
    marks = [line for line in first.splitlines() if "^" in line]
    assert marks
    assert [line for line in second.splitlines() if "^" in line] == marks


ELSEWHERE = {
    "laporan": "Dinas Sosial menyampaikan laporan kepada Bupati",
    "lkpj": "Bupati menyampaikan LKPJ kepada DPRD",
    "telaahan_staf": "Dinas Sosial membuat telaahan staf",
    "perselisihan": "Sekretaris Daerah menyelesaikan perselisihan",
    "kerja sama": "Dinas Sosial melakukan kerja sama dengan Dinas Kesehatan",
    "perjanjian": "Bupati menandatangani perjanjian kerja sama",
    "perjanjian_internasional": "Bupati menandatangani perjanjian internasional",
    "rencana_strategis": "Dinas Sosial menyusun rencana strategis",
    "pinjaman": "Bupati melakukan pinjaman",
    "kebijakan": "Bupati menetapkan kebijakan",
    "staf_ahli rekomendasi": "Staf Ahli Bidang Ekonomi menyampaikan rekomendasi kepada Bupati",
}
"""A row of `judged_in` → a step that is judged in workflows of those kinds only."""


@pytest.mark.parametrize(("row", "step"), ELSEWHERE.items(), ids=ELSEWHERE)
def test_of_a_step_that_is_judged_in_workflows_of_another_kind(
    patuh: Callable, written: Callable, row: str, step: str
) -> None:
    told = "dalam `ALUR"
    flow = 'USULAN : A\nDAERAH : Kabupaten Paser\n\nALUR {} "A"\n  1. {}.\n'
    kinds = tables().judged_in[row]
    out = flat(patuh("check", written(flow.format("kegiatan", step))).out)
    assert f'{told} kegiatan`; agar dinilai, tulis dalam `ALUR {kinds[0]} "…"`' in out
    for kind in (*kinds, "ketentuan"):
        assert told not in flat(patuh("check", written(flow.format(kind, step))).out)


def test_every_object_that_is_judged_elsewhere_has_its_step() -> None:
    assert list(ELSEWHERE) == list(tables().judged_in)

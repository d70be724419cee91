"""What repairs write: nothing else is lost, and no wish of the drafter is given up needlessly."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

HEAD = "USULAN : Uji\nDAERAH : Kabupaten Paser\nTANGGAL : 1 Maret 2024\n\n"
FIRST = "Asisten Pemerintahan dan Kesejahteraan Rakyat"
SECOND = "Asisten Perekonomian dan Pembangunan"
DIRECT = (
    "STRUKTUR\n\nDinas Sosial bertanggung jawab langsung kepada Bupati.\n"
    f"{FIRST} mengoordinasikan Dinas Sosial.\n"
)


@pytest.fixture
def fixed(patuh: Callable[..., Any], written: Callable[..., str]) -> Callable[[str], str]:
    """A text below the header after `--fix`, which must leave no finding."""

    def fix(body: str, *options: str) -> str:
        name = written(HEAD + body)
        run = patuh("check", "--fix", *options, name)
        assert run.code == 0, run.err
        return Path(name).read_text(encoding="utf-8").removeprefix(HEAD)

    return fix


def test_sentences_on_the_same_line_stay(fixed: Callable[[str], str]) -> None:
    line = (
        "Dinas Perikanan bertanggung jawab kepada Bupati melalui Sekretaris Daerah. "
        "Dinas Perikanan {} Dinas Sosial. "
        f"{SECOND} mengoordinasikan Dinas Perikanan dan Dinas Sosial."
    )
    after = fixed("STRUKTUR\n\n" + line.format("membawahi") + "\n")
    assert after == "STRUKTUR\n\n" + line.format("berhubungan kerja koordinatif dengan") + "\n"


def test_what_a_sentence_says_besides_stays(fixed: Callable[[str], str]) -> None:
    body = (
        f"STRUKTUR\n\n{SECOND} mengoordinasikan Dinas Pertanian dan Dinas Perhubungan.\n"
        "Dinas Pertanian dipimpin oleh Kepala Dinas yang bertanggung jawab langsung "
        "kepada Bupati.\n"
        "Dinas Perhubungan\n"
        "  berkoordinasi dengan Dinas Pertanian dan bertanggung jawab langsung kepada Bupati.\n"
    )
    assert fixed(body).splitlines()[3:] == [
        "Dinas Pertanian dikepalai oleh Kepala Dinas Pertanian.",
        "Dinas Pertanian bertanggung jawab kepada Bupati melalui Sekretaris Daerah.",
        "Dinas Perhubungan",
        "  berhubungan kerja koordinatif dengan Dinas Pertanian.",
        "  bertanggung jawab kepada Bupati melalui Sekretaris Daerah.",
    ]


def test_a_sentence_on_several_units_is_changed_as_one(fixed: Callable[[str], str]) -> None:
    """It is not taken away because each of its lines has a finding of its own."""
    body = (
        f"STRUKTUR\n\n{SECOND} mengoordinasikan Dinas Pertanian dan Dinas Perhubungan.\n"
        "Dinas Pertanian dan Dinas Perhubungan bertanggung jawab langsung kepada Bupati.\n"
    )
    assert fixed(body).splitlines()[3:] == [
        "Dinas Pertanian bertanggung jawab kepada Bupati melalui Sekretaris Daerah.",
        "Dinas Perhubungan bertanggung jawab kepada Bupati melalui Sekretaris Daerah.",
    ]


def test_a_part_is_opened_once_for_several_sentences(
    patuh: Callable[..., Any], written: Callable[..., str]
) -> None:
    """Two UPT of the base get their tasks delegated in one STRUKTUR of the proposal."""
    base = "UPT {0} pada Dinas Sosial.\nUPT {0} bertugas menjaga {0}.\n"
    written(HEAD + "STRUKTUR\n\n" + base.format("Pasar") + base.format("Kebun"), "d.sotk")
    head = HEAD.replace("\n\n", "\nTERHADAP : d.sotk\n\n")
    name = written(head + "PERUBAHAN\n\nmengganti nama UPT Kebun menjadi UPT Taman.\n")
    assert patuh("check", "--fix", "--fail-on", "peringatan", name).code == 0
    after = Path(name).read_text(encoding="utf-8")
    assert after.count("STRUKTUR") == 1
    assert after.count("melimpahkan tugas") == 2


def test_a_list_may_lose_all_its_entries(fixed: Callable[[str], str]) -> None:
    body = f"STRUKTUR\n\n{SECOND} membawahi:\n  - Dinas Perikanan\n  - Dinas Perhubungan\n"
    assert fixed(body) == (
        f"STRUKTUR\n\n{SECOND} mengoordinasikan Dinas Perikanan.\n"
        f"{SECOND} mengoordinasikan Dinas Perhubungan.\n"
    )


def test_nobody_is_abolished_whom_the_law_requires(fixed: Callable[[str], str]) -> None:
    """An Asisten or Staf Ahli that a complete structure lacks is added."""
    after = fixed(
        "LINGKUP : lengkap\n\nSTRUKTUR\n\n"
        "Staf Ahli Bidang Pemerintahan dan Hukum bertanggung jawab kepada Bupati.\n"
    )
    assert "dihapus" not in after
    assert "Staf Ahli Bidang Ekonomi.\n" in after


def test_what_weakens_a_relation_goes_and_the_relation_stays(fixed: Callable[[str], str]) -> None:
    """The pattern that the drafter chose is not changed to escape two findings at once."""
    body = (
        "STRUKTUR\n\nDinas Sosial dan Dinas Lingkungan Hidup tidak serumpun.\n"
        "Dinas Sosial dapat berhubungan kerja koordinatif fungsional dengan Dinas Lingkungan "
        "Hidup.\n"
    )
    assert fixed(body).splitlines()[-1] == (
        "Dinas Sosial berhubungan kerja koordinatif instansional dengan Dinas Lingkungan Hidup."
    )


def test_the_rightful_asisten_takes_the_place_of_another(fixed: Callable[[str], str]) -> None:
    """Both where a report is handed to him and where he hands it on."""
    steps = (
        "  1. Dinas Sosial menyampaikan laporan kepada {0}.\n"
        "  2. {0} meneruskan laporan kepada Sekretaris Daerah.\n"
        "  3. Sekretaris Daerah meneruskan laporan kepada Bupati.\n"
    )
    head = (
        f"STRUKTUR\n\nDinas Sosial dikoordinasikan oleh {FIRST}.\n\n"
        'ALUR laporan "Laporan"\n  subjek: Dinas Sosial\n  berkala: bulanan\n'
    )
    after = fixed(head + steps.format("Asisten Administrasi Umum"))
    assert after == head + steps.format(FIRST)


def test_a_link_stays_a_link(patuh: Callable[..., Any], written: Callable[..., str]) -> None:
    name = written(HEAD + DIRECT)
    Path("tautan.sotk").symlink_to(name)
    assert patuh("check", "--fix", "tautan.sotk").code == 0
    assert Path("tautan.sotk").is_symlink()
    assert "melalui Sekretaris Daerah" in Path(name).read_text(encoding="utf-8")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_the_encoding_stays(
    patuh: Callable[..., Any], written: Callable[..., str], encoding: str
) -> None:
    text = HEAD + DIRECT
    name = written(text.encode(encoding))
    assert patuh("check", "--fix", name).code == 0
    after = Path(name).read_bytes()
    assert after[:2] == text.encode(encoding)[:2]
    assert "melalui Sekretaris Daerah" in after.decode(encoding)


def test_a_format_is_refused(patuh: Callable[..., Any], written: Callable[..., str]) -> None:
    """`--diff` and `--fix` have an output of their own."""
    run = patuh("check", "--diff", "--format", "json", written(HEAD))
    assert run.code == 2
    assert "--format" in run.err


def test_that_others_cost_the_same_is_said(
    patuh: Callable[..., Any], written: Callable[..., str]
) -> None:
    body = (
        "STRUKTUR\n\nDinas Sosial dan Dinas Kesehatan serumpun.\n"
        "Dinas Sosial berhubungan kerja koordinatif instansional dengan Dinas Kesehatan.\n"
    )
    run = patuh("check", "--fix", "--fail-on", "catatan", written(HEAD + body))
    assert run.err.splitlines()[-1] == (
        "usulan.sotk: ada perubahan lain yang sama bobotnya; periksa pilihan yang diambil "
        "(lihat --diff, --repairs)"
    )


def test_rules_are_mended_where_they_stand(fixed: Callable[[str], str]) -> None:
    """Two on one line, one on two lines, and the sentence beside them that is in order."""
    after = fixed(
        "STRUKTUR\n\n"
        "Kepala Dinas Sosial tidak wajib membuat telaahan staf. "
        "Kepala Dinas Perikanan dapat membantu Bupati.\n"
        "Kepala Dinas Kesehatan tidak berkewajiban menyampaikan laporan\n"
        "  secara berkala.\n"
        "Kepala Dinas Pertanian wajib menyampaikan laporan kepada Bupati.\n"
    )
    assert after == (
        "STRUKTUR\n\n"
        "Kepala Dinas Sosial wajib membuat telaahan staf. "
        "Kepala Dinas Perikanan wajib membantu Bupati.\n"
        "Dinas Kesehatan wajib menyampaikan laporan secara berkala.\n"
        "Kepala Dinas Pertanian wajib menyampaikan laporan kepada Bupati.\n"
    )

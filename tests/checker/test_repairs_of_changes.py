"""Repairs of proposals with a base: the proposal is changed, and the base stays as it is."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from patuh.checking import check
from patuh.explain.findings import content_keys
from patuh.finding import Finding, Level, Result
from patuh.repair.mending import mend
from patuh.repair.plan import Planner
from patuh_parser.sotk import SotkError

HEAD = "USULAN   : {}\nDAERAH   : Kabupaten {}\nTANGGAL  : 1 Maret 2024\n"
BASE = (
    HEAD.format("Dasar", "Paser")
    + """
STRUKTUR

Asisten Pemerintahan dan Kesejahteraan Rakyat mengoordinasikan Dinas Sosial dan Dinas Kesehatan.
Dinas Sosial bertanggung jawab langsung kepada Bupati.
Dinas Kesehatan bertanggung jawab kepada Bupati melalui Sekretaris Daerah.
UPT Panti pada Dinas Sosial bertanggung jawab kepada Dinas Sosial.

ALUR laporan "Laporan kinerja"
  subjek: Dinas Kesehatan
  berkala: triwulanan
  1. Dinas Kesehatan menyampaikan laporan kepada Bupati melalui Sekretaris Daerah.
"""
)
LISTED = (
    HEAD.format("Dasar", "Kutai Timur")
    + """
STRUKTUR

Asisten Pemerintahan dan Kesejahteraan Rakyat mengoordinasikan Dinas Perkebunan.
Asisten Perekonomian dan Pembangunan mengoordinasikan Dinas Perikanan.
"""
)
Repairs = list[tuple[int, list[tuple[str, ...]]]]


def change(*parts: str, region: str = "Paser") -> str:
    return HEAD.format("Ubah", region) + "TERHADAP : dasar.sotk\n\n" + "\n".join(parts)


@pytest.fixture
def repairs(written: Callable[..., str]) -> Callable[[str, str, str], Repairs]:
    """The cost and the new lines of the repairs of a check, for a change of a base."""

    def of(base: str, text: str, name: str) -> Repairs:
        written(base, "dasar.sotk")
        result = check(text.encode(), "ubah.sotk")
        found = [f for f in result.findings if f.check == name]
        plans = [Planner(result).plan(finding).repairs for finding in found[:1]]
        return [
            (repair.cost, [edit.lines for edit in repair.edits])
            for plan in plans
            for repair in plan
        ]

    return of


def test_a_sentence_takes_the_place_of_one_of_the_base(repairs: Callable[..., Repairs]) -> None:
    """What stands is overruled in STRUKTUR, which is opened behind PERUBAHAN, at more cost."""
    text = change("PERUBAHAN\n", "membentuk UPT Anak pada Dinas Sosial.\n")
    assert repairs(BASE, text, "H7") == [
        (
            7,  # 2, and 5 for what stands in the base (docs/repairs.md)
            [
                (
                    "",
                    "STRUKTUR",
                    "",
                    "Dinas Sosial bertanggung jawab kepada Bupati melalui Sekretaris Daerah.",
                )
            ],
        )
    ]


def test_what_the_proposal_itself_says_is_cheaper(repairs: Callable[..., Repairs]) -> None:
    """Its own sentence is changed in its place, at the usual cost."""
    text = change("STRUKTUR\n", "Dinas Sosial bertanggung jawab langsung kepada Bupati.\n")
    assert repairs(BASE, text, "H7") == [
        (2, [("Dinas Sosial bertanggung jawab kepada Bupati melalui Sekretaris Daerah.",)])
    ]


def test_a_workflow_of_the_base_is_written_anew(repairs: Callable[..., Repairs]) -> None:
    """The workflow of the same kind and title takes the place of that of the base."""
    text = change("STRUKTUR\n", "Dinas Pangan bertanggung jawab kepada Bupati.\n")
    (cost, lines), *_ = repairs(BASE, text, "L3")
    assert cost == 7
    assert lines == [
        (
            "",
            'ALUR laporan "Laporan kinerja"',
            "  subjek: Dinas Kesehatan",
            "  berkala: triwulanan",
            "  1. Dinas Kesehatan menyampaikan laporan kepada Bupati melalui "
            "Asisten Pemerintahan dan Kesejahteraan Rakyat kemudian Sekretaris Daerah.",
        )
    ]


def test_an_agency_of_the_base_is_moved_to_its_asisten(repairs: Callable[..., Repairs]) -> None:
    """A line of the base from another Asisten is moved by a sentence of PERUBAHAN."""
    text = change("PERUBAHAN\n", "membentuk Dinas Pangan.\n", region="Kutai Timur")
    moved = "mengalihkan Dinas Perkebunan kepada Asisten Perekonomian dan Pembangunan."
    assert repairs(LISTED, text, "A5")[0] == (7, [(moved,)])


def test_a_sentence_of_perubahan_is_changed_or_taken_away(
    repairs: Callable[..., Repairs],
) -> None:
    """Who moves a unit to the wrong Asisten may move it to the right one, or leave it."""
    wrong = "mengalihkan Dinas Perikanan kepada Asisten Administrasi Umum.\n"
    right = "mengalihkan Dinas Perikanan kepada Asisten Perekonomian dan Pembangunan."
    base = LISTED.replace("Dinas Perkebunan", "Dinas Sosial")
    text = change("PERUBAHAN\n", wrong, "membentuk Dinas Pangan.\n", region="Kutai Timur")
    assert repairs(base, text, "A5") == [(2, [(right,)]), (6, [()])]


def test_a_proposal_is_repaired_as_a_whole_and_its_base_stays(
    patuh: Callable[..., Any], written: Callable[..., str]
) -> None:
    """`--fix` writes the proposal only, and comments stay."""
    written(BASE, "dasar.sotk")
    text = change("# dibahas\n\nSTRUKTUR\n", "UPT Panti bertanggung jawab kepada Bupati.\n")
    name = written(text, "ubah.sotk")
    assert patuh("check", name).code == 1
    run = patuh("check", "--fix", name)
    assert (run.code, run.err) == (
        0,
        "ubah.sotk: diperbaiki dengan perubahan terkecil; tidak ada temuan lagi pada tingkat yang "
        "diminta\n",
    )
    assert Path("dasar.sotk").read_text(encoding="utf-8") == BASE
    after = Path(name).read_text(encoding="utf-8")
    assert after.startswith(text[: text.index("UPT Panti")])
    assert "UPT Panti bertanggung jawab kepada Dinas Sosial.\n" in after


CHANGES = (
    "membentuk Dinas Pangan.",
    "menghapus Dinas Kesehatan.",
    "mengalihkan Dinas Sosial kepada Asisten Administrasi Umum.",
    "memecah Dinas Sosial menjadi Dinas Anak dan Dinas Lansia.",
)
SENTENCES = (
    "Dinas Sosial bertanggung jawab kepada Wakil Bupati.",
    "Asisten Administrasi Umum membawahi Dinas Kesehatan.",
    "UPT Panti bertanggung jawab kepada Sekretaris Daerah.",
    "Dinas Kesehatan berhubungan kerja instruktif dengan Dinas Sosial.",
)


@st.composite
def changes(draw: st.DrawFn) -> str:
    """Changes of the base, of which some cannot be read."""
    said = draw(st.lists(st.sampled_from(CHANGES), min_size=1, max_size=2, unique=True))
    more = draw(st.lists(st.sampled_from(SENTENCES), max_size=2, unique=True))
    parts = ["PERUBAHAN\n", *said, ""]
    return change(*parts, "STRUKTUR\n", *more, "") if more else change(*parts)


@pytest.fixture(scope="module")
def proposal(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The path of a proposal that lies beside its base."""
    folder = tmp_path_factory.mktemp("usulan")
    (folder / "dasar.sotk").write_text(BASE, encoding="utf-8")
    return str(folder / "ubah.sotk")


def findings(text: str, path: str) -> Result | None:
    """The result of a proposal, None if it names what stands no more."""
    try:
        return check(text.encode(), path)
    except SotkError:
        return None


def grave(before: Result, after: Result) -> list[Finding]:
    old = content_keys(before.findings)
    new = [finding for finding in after.findings if content_keys([finding]) - old]
    return [finding for finding in new if finding.level >= Level.belum_lengkap]


@settings(max_examples=2)
@given(text=changes())
def test_repairs_of_random_changes_verify(proposal: str, text: str) -> None:
    """Every repair offered removes its finding and brings nothing grave; so does mending."""
    result = findings(text, proposal)
    assume(result is not None)
    assert result is not None
    planner = Planner(result)
    for finding in result.findings:
        for repair in planner.plan(finding).repairs:
            after = check(repair.text.encode(), proposal, proofs=False)
            assert content_keys([finding]).isdisjoint(content_keys(after.findings))
            assert not grave(result, after)
    mended = mend(result, Level.belum_lengkap)
    assert not grave(result, mended.after)
    left = [f for f in mended.after.findings if f.level >= Level.belum_lengkap]
    assert list(mended.left) == left

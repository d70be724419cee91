"""Proposals that state only what changes: what the changes give, and which bases are read."""

import os
import re
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from patuh.checking import check, load
from patuh.finding import Place
from patuh_parser.sotk import SotkError, message
from patuh_parser.sotk.model import Change, Line, Placement, Proposal
from patuh_parser.text.span import Span

REGION = "DAERAH  : Kabupaten Paser\n"
BASE = (
    "USULAN  : Dasar\n"
    + REGION
    + """\
LINGKUP : lengkap

STRUKTUR

Asisten Pemerintahan dan Kesejahteraan Rakyat mengoordinasikan Dinas Sosial dan Dinas Kesehatan.
Asisten Perekonomian dan Pembangunan mengoordinasikan Dinas Perikanan.
Dinas Sosial bertanggung jawab kepada Bupati melalui Asisten Pemerintahan dan Kesejahteraan Rakyat.
UPT Panti pada Dinas Sosial.
UPT Panti bertanggung jawab kepada Dinas Sosial.
Dinas Sosial melimpahkan tugas merawat kepada UPT Panti.
Dinas Kesehatan terdiri atas:
  - Bidang Gizi
  - Bidang Wabah
Bidang Gizi bertanggung jawab kepada Dinas Kesehatan.
Seksi Pangan pada Bidang Gizi pada Dinas Kesehatan.
Bidang Gizi pada Dinas Kesehatan berhubungan kerja koordinatif dengan Dinas Kesehatan.
"""
)
FIRST = "asisten_pemerintahan_dan_kesejahteraan_rakyat"
SECOND = "asisten_perekonomian_dan_pembangunan"


def change(*sentences: str, head: str = "TERHADAP: dasar.sotk\n", more: str = "") -> str:
    body = "\n".join(sentences)
    return f"USULAN  : Ubah\n{REGION}{head}\nPERUBAHAN\n\n{body}\n{more}"


def lines(proposal: Proposal, *kinds: str) -> list[tuple[str | None, ...]]:
    """Source, target and stations of the lines of these kinds."""
    return [
        (s.source, s.target, *(station.key for station in s.via))
        for s in proposal.statements
        if isinstance(s, Line) and s.kind in kinds
    ]


def placements(proposal: Proposal) -> list[tuple[str, str]]:
    return [(s.unit, s.parent) for s in proposal.statements if isinstance(s, Placement)]


def changes(proposal: Proposal) -> list[tuple[str, str | None, str]]:
    return [(s.kind, s.new, s.old) for s in proposal.statements if isinstance(s, Change)]


def keys(proposal: Proposal) -> set[str]:
    """The units that are no offices."""
    return {unit.key for unit in proposal.units if " " in unit.key}


@pytest.fixture
def merged(written: Callable[..., str]) -> Callable[..., Proposal]:
    written(BASE, "dasar.sotk")

    def run(*sentences: str, **options: str) -> Proposal:
        return load(change(*sentences, **options), "ubah.sotk").proposal

    return run


@pytest.fixture
def errors(merged: Callable[..., Proposal]) -> Callable[..., list[str]]:
    def run(*sentences: str, **options: str) -> list[str]:
        with pytest.raises(SotkError) as caught:
            merged(*sentences, **options)
        return [shown(caught.value, number) for number in range(len(caught.value.diagnostics))]

    return run


def shown(error: SotkError, number: int = 0) -> str:
    found = error.diagnostics[number]
    text, advice = message(found, "id")
    return f"{found.span.line}:{found.span.column} {found.code} {text} // {advice}"


STANDING = {
    "Dinas Sosial", "Dinas Kesehatan", "Dinas Perikanan", "UPT Panti",
    "Bidang Gizi pada Dinas Kesehatan", "Bidang Wabah pada Dinas Kesehatan",
    "Seksi Pangan pada Bidang Gizi pada Dinas Kesehatan",
}  # fmt: skip


def test_without_a_change_the_base_stands(merged: Callable[..., Proposal]) -> None:
    found = merged(more="STRUKTUR\n")
    assert keys(found) == STANDING
    assert found.header.scope.complete
    assert [s.id for s in found.statements] == list(range(1, len(found.statements) + 1))
    assert {s.span.file for s in found.statements} == {"dasar.sotk"}


def test_a_scope_of_its_own_counts(merged: Callable[..., Proposal]) -> None:
    assert not merged(head="TERHADAP: dasar.sotk\nLINGKUP : sebagian\n").header.scope.complete


def test_forming_adds_units_with_their_place(merged: Callable[..., Proposal]) -> None:
    found = merged("membentuk Dinas Air, UPT Kolam pada Dinas Perikanan.")
    assert keys(found) == STANDING | {"Dinas Air", "UPT Kolam"}
    assert {u.key: u.parent for u in found.units}["UPT Kolam"] == "Dinas Perikanan"
    assert changes(found) == []


def test_abolishing_takes_what_is_said_and_what_lies_inside(
    merged: Callable[..., Proposal],
) -> None:
    found = merged("menghapus Dinas Kesehatan.")
    assert keys(found) == {"Dinas Sosial", "Dinas Perikanan", "UPT Panti"}
    assert changes(found) == [("hapus", None, "Dinas Kesehatan")]
    assert lines(found, "mengoordinasikan") == [
        (FIRST, "Dinas Sosial"),
        (SECOND, "Dinas Perikanan"),
    ]


def test_a_upt_of_an_abolished_agency_keeps_no_place(merged: Callable[..., Proposal]) -> None:
    found = merged("menghapus Dinas Sosial.")
    assert "UPT Panti" in keys(found)
    assert ("UPT Panti", "Dinas Sosial") not in placements(found)
    assert {u.key: u.parent for u in found.units}["UPT Panti"] is None
    assert lines(found, "bertanggung_jawab") == [
        ("Bidang Gizi pada Dinas Kesehatan", "Dinas Kesehatan")
    ]


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
def test_it_may_be_moved_before_or_after(merged: Callable[..., Proposal], after: bool) -> None:
    sentences = ["mengalihkan UPT Panti kepada Dinas Perikanan.", "menghapus Dinas Sosial."]
    found = merged(*(sentences[::-1] if after else sentences))
    assert ("UPT Panti", "Dinas Perikanan") in placements(found)
    assert ("UPT Panti", "Dinas Perikanan") in lines(found, "bertanggung_jawab")


def test_a_merged_unit_inherits_nothing(merged: Callable[..., Proposal]) -> None:
    found = merged("menggabungkan Dinas Sosial dan Dinas Perikanan menjadi Dinas Ikan.")
    assert keys(found) == STANDING - {"Dinas Sosial", "Dinas Perikanan"} | {"Dinas Ikan"}
    assert changes(found) == [
        ("gabung", "Dinas Ikan", "Dinas Sosial"),
        ("gabung", "Dinas Ikan", "Dinas Perikanan"),
    ]
    assert lines(found, "mengoordinasikan") == [(FIRST, "Dinas Kesehatan")]


def test_one_of_the_merged_may_go_on(merged: Callable[..., Proposal]) -> None:
    found = merged("menggabungkan Dinas Sosial dan Dinas Perikanan menjadi Dinas Sosial.")
    assert changes(found) == [("gabung", "Dinas Sosial", "Dinas Perikanan")]
    assert (FIRST, "Dinas Sosial") in lines(found, "mengoordinasikan")


def test_splitting(merged: Callable[..., Proposal]) -> None:
    found = merged("memecah Dinas Perikanan menjadi Dinas Laut dan Dinas Sungai.")
    assert changes(found) == [
        ("pecah", "Dinas Laut", "Dinas Perikanan"),
        ("pecah", "Dinas Sungai", "Dinas Perikanan"),
    ]
    assert "Dinas Perikanan" not in keys(found)
    kept = merged("memecah Dinas Perikanan menjadi Dinas Perikanan dan Dinas Sungai.")
    assert changes(kept) == [("pecah", "Dinas Sungai", "Dinas Perikanan")]
    assert (SECOND, "Dinas Perikanan") in lines(kept, "mengoordinasikan")


def test_renaming_reaches_every_sentence_and_inner_unit(merged: Callable[..., Proposal]) -> None:
    found = merged("mengganti nama Dinas Kesehatan menjadi Dinas Sehat.")
    assert changes(found) == [("ganti", "Dinas Sehat", "Dinas Kesehatan")]
    assert keys(found) == {key.replace("Dinas Kesehatan", "Dinas Sehat") for key in STANDING}
    assert (FIRST, "Dinas Sehat") in lines(found, "mengoordinasikan")


def test_renaming_a_unit_inside(merged: Callable[..., Proposal]) -> None:
    found = merged(
        "mengganti nama Bidang Gizi pada Dinas Kesehatan menjadi Bidang Makan.",
        "mengalihkan Bidang Makan kepada Dinas Sosial.",
    )
    assert {
        "Bidang Makan pada Dinas Sosial",
        "Seksi Pangan pada Bidang Makan pada Dinas Sosial",
    } <= keys(found)
    assert changes(found) == [
        ("ganti", "Bidang Makan pada Dinas Kesehatan", "Bidang Gizi pada Dinas Kesehatan")
    ]


def test_moving_an_agency_moves_its_coordination(merged: Callable[..., Proposal]) -> None:
    found = merged("mengalihkan Dinas Sosial kepada Asisten II.")
    assert lines(found, "mengoordinasikan") == [
        (SECOND, "Dinas Sosial"),
        (FIRST, "Dinas Kesehatan"),
        (SECOND, "Dinas Perikanan"),
    ]
    assert ("Dinas Sosial", "bupati", SECOND) in lines(found, "bertanggung_jawab")
    moved = [s for s in found.statements if isinstance(s, Line) and not s.span.file]
    assert {line.span.line for line in moved} == {7}


def test_moving_an_agency_without_an_asisten_gives_it_one(
    merged: Callable[..., Proposal],
) -> None:
    found = merged("membentuk Dinas Air.", "mengalihkan Dinas Air kepada Asisten III.")
    assert ("asisten_administrasi_umum", "Dinas Air") in lines(found, "mengoordinasikan")


def test_moving_a_unit_moves_its_place_lines_and_tasks(merged: Callable[..., Proposal]) -> None:
    found = merged(
        "mengalihkan UPT Panti dan Bidang Gizi pada Dinas Kesehatan kepada Dinas Perikanan."
    )
    gizi = "Bidang Gizi pada Dinas Perikanan"
    assert placements(found)[-2:] == [("UPT Panti", "Dinas Perikanan"), (gizi, "Dinas Perikanan")]
    assert {("UPT Panti", "Dinas Perikanan"), (gizi, "Dinas Perikanan")} <= set(
        lines(found, "bertanggung_jawab")
    )
    assert lines(found, "berhubungan_kerja") == [(gizi, "Dinas Kesehatan")]
    assert f"Seksi Pangan pada {gizi}" in keys(found)


def test_renaming_then_moving_and_abolishing(merged: Callable[..., Proposal]) -> None:
    found = merged(
        "mengganti nama Dinas Kesehatan menjadi Dinas Sehat.",
        "mengalihkan Bidang Gizi kepada Dinas Perikanan.",
        "mengalihkan Dinas Sehat kepada Asisten II.",
        "menghapus Dinas Sosial.",
    )
    assert lines(found, "mengoordinasikan") == [
        (SECOND, "Dinas Sehat"),
        (SECOND, "Dinas Perikanan"),
    ]
    assert "Bidang Gizi pada Dinas Perikanan" in keys(found)
    assert "Bidang Wabah pada Dinas Sehat" in keys(found)


def test_structure_replaces_lines_of_accountability(merged: Callable[..., Proposal]) -> None:
    found = merged(more="STRUKTUR\nDinas Sosial bertanggung jawab kepada Sekretaris Daerah.\n")
    own = [line for line in lines(found, "bertanggung_jawab") if line[0] == "Dinas Sosial"]
    assert own == [("Dinas Sosial", "sekretaris_daerah")]


def test_structure_adds_to_lines_that_lead_to_many(merged: Callable[..., Proposal]) -> None:
    more = "STRUKTUR\nAsisten II mengoordinasikan Dinas Air.\n"
    assert lines(merged(more=more), "mengoordinasikan") == [
        (FIRST, "Dinas Sosial"),
        (FIRST, "Dinas Kesehatan"),
        (SECOND, "Dinas Perikanan"),
        (SECOND, "Dinas Air"),
    ]


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        (
            ["menghapus Dinas Sosail."],
            "7:11 E303 unit organisasi `Dinas Sosail` tidak dikenal, tetapi hampir sama dengan "
            "nama yang dikenal // maksud Anda: `Dinas Sosial`?; bila memang unit lain, nyatakan "
            "dahulu dengan kalimat tersendiri: `Dinas Sosail.`",
        ),
        (
            ["menghapus Dinas Perhubungan."],
            "7:11 E603 `Dinas Perhubungan` tidak ada dalam usulan dasar `dasar.sotk` // None",
        ),
        (
            ["menghapus Dinas Perikanan Laut."],
            "7:11 E603 `Dinas Perikanan Laut` tidak ada dalam usulan dasar `dasar.sotk` "
            "// maksud Anda: `Dinas Perikanan`?",
        ),
        (
            ["menghapus Dinas Sosial.", "mengalihkan Dinas Sosial kepada Asisten II."],
            "8:1 E604 `Dinas Sosial` sudah tidak ada: dihapus, digabung, dipecah, dipindahkan atau "
            "diganti namanya (ubah.sotk:7) // None",
        ),
        (
            ["membentuk Dinas Sosial."],
            "7:1 E605 `Dinas Sosial` sudah ada dalam usulan dasar `dasar.sotk` // None",
        ),
        (
            ["mengganti nama Dinas Sosial menjadi Dinas Perikanan."],
            "7:1 E605 `Dinas Perikanan` sudah ada dalam usulan dasar `dasar.sotk` // None",
        ),
        (
            ["mengalihkan Dinas Sosial kepada Dinas Perikanan."],
            "7:1 E606 `Dinas Sosial` tidak dapat dialihkan kepada `Dinas Perikanan` // Perangkat "
            "Daerah dan Bagian dialihkan kepada Asisten, unit lain kepada unit yang "
            "membawahinya; Perangkat Daerah dilebur dengan `menggabungkan`",
        ),
    ],
)
def test_errors_of_a_change(
    errors: Callable[..., list[str]], sentences: Iterable[str], expected: str
) -> None:
    assert errors(*sentences) == [expected]


def test_a_unit_is_moved_to_an_agency_that_a_part_leaves_to_the_law(
    written: Callable[..., str], errors: Callable[..., list[str]]
) -> None:
    move = "mengalihkan UPT Panti kepada Dinas Perhubungan."
    absent = "7:30 E603 `Dinas Perhubungan` tidak ada dalam usulan dasar `dasar.sotk` // None"
    assert errors(move) == [absent]
    written(BASE.replace("lengkap", "sebagian", 1), "dasar.sotk")
    assert ("UPT Panti", "Dinas Perhubungan") in placements(
        load(change(move), "ubah.sotk").proposal
    )
    assert errors("mengalihkan UPT Panti kepada Dinas Antariksa.") == [
        "7:30 E603 `Dinas Antariksa` tidak ada dalam usulan dasar `dasar.sotk` // None"
    ]


def test_what_is_abolished_is_not_left_to_the_law(
    written: Callable[..., str], errors: Callable[..., list[str]]
) -> None:
    written(BASE.replace("lengkap", "sebagian", 1), "dasar.sotk")
    found = errors("menghapus Dinas Perikanan.", "mengalihkan UPT Panti kepada Dinas Perikanan.")
    assert [one.split()[:2] for one in found] == [["8:1", "E604"]]


def test_structure_may_not_name_what_is_gone(errors: Callable[..., list[str]]) -> None:
    more = "STRUKTUR\nDinas Sosial bertanggung jawab kepada Bupati.\n"
    (found,) = errors("menghapus Dinas Sosial.", more=more)
    assert found.startswith("9:1 E604 `Dinas Sosial` sudah tidak ada")


def test_findings_lead_to_the_file_of_their_sentence(
    merged: Callable[..., Proposal], patuh: Callable, written: Callable[..., str]
) -> None:
    merged()
    text = change("membentuk Dinas Air.")
    result = check(text.encode(), "ubah.sotk")
    places = {(f.check, f.place) for f in result.findings}
    assert ("A3", Place("ubah.sotk", Span(7, 11, 7, 20))) in places
    assert result.input.base == "dasar.sotk"
    assert result.bases == {"dasar.sotk": BASE}
    in_base = [f for f in result.findings if f.place.path == "dasar.sotk"]
    assert in_base
    out = patuh("check", written(text, "ubah.sotk")).out
    span = in_base[0].place.span
    assert f"--> dasar.sotk:{span.line}:{span.column}" in out
    assert f"\n{span.line} | {BASE.splitlines()[span.line - 1]}" in out.replace("\n ", "\n")


def test_the_page_links_to_the_lines_of_the_base(
    patuh: Callable, written: Callable[..., str]
) -> None:
    written(BASE, "dasar.sotk")
    run = patuh("check", "--format", "html", written(change("membentuk Dinas Air."), "ubah.sotk"))
    links = set(re.findall(r'<a href="#(s[^"]+)"[^>]*>dasar.sotk, baris', run.out))
    assert links
    assert links <= set(re.findall(r'<li id="([^"]+)">', run.out))


def failure(text: str, path: str = "usulan/ubah.sotk") -> str:
    with pytest.raises(SotkError) as caught:
        check(text.encode(), path)
    return f"{caught.value.path} {shown(caught.value).split(' // ')[0]}"


@pytest.mark.parametrize(
    ("base", "code"),
    [
        ("/etc/passwd", "E607"),
        ("../../luar.sotk", "E607"),
        ("../../../../../../../../etc/passwd", "E607"),
        ("tautan.sotk", "E607"),
        ("C:/luar.sotk", "E607"),
        ("\\luar.sotk", "E607"),
        ("rahasia.txt", "E610"),
        ("tiada.sotk", "E608"),
        ("folder.sotk", "E609"),
        ("x" * 5000 + ".sotk", "E609"),
        ("ubah.sotk", "E611"),
    ],
)
def test_which_bases_are_refused(
    written: Callable[..., str], tmp_path: Path, base: str, code: str
) -> None:
    written(BASE, "kerja/usulan/lain.sotk")
    written("rahasia", "kerja/usulan/rahasia.txt")
    written(BASE, "luar.sotk")
    (tmp_path / "kerja/usulan/folder.sotk").mkdir()
    (tmp_path / "kerja/usulan/tautan.sotk").symlink_to(tmp_path / "luar.sotk")
    os.chdir(tmp_path / "kerja")
    found = failure(change(head=f"TERHADAP: {base}\n"))
    assert found.startswith(f"usulan/ubah.sotk 3:1 {code} ")


@pytest.mark.parametrize("base", ["../dasar.sotk", "dalam/../../dasar.sotk"])
def test_a_base_below_the_current_folder_is_read(written: Callable[..., str], base: str) -> None:
    written(BASE, "dasar.sotk")
    result = check(change(head=f"TERHADAP: {base}\n").encode(), "usulan/ubah.sotk")
    assert result.input.base == "dasar.sotk"


def test_the_ending_of_a_base_may_be_in_capitals(written: Callable[..., str]) -> None:
    written(BASE, "DASAR.SOTK")
    result = check(change(head="TERHADAP: DASAR.SOTK\n").encode(), "ubah.sotk")
    assert result.input.base == "DASAR.SOTK"


def test_standard_input_has_its_base_below_the_current_folder(
    patuh: Callable, written: Callable[..., str]
) -> None:
    written(BASE, "dasar.sotk")
    run = patuh("facts", "-", stdin=change("menghapus Dinas Sosial.").encode())
    assert run.code == 0
    assert 'dihapus(8,"Dinas Sosial").' in run.out


def chain(written: Callable[..., str], length: int) -> str:
    written(BASE, "0.sotk")
    for number in range(1, length):
        text = change(f"membentuk Dinas Air {number}.", head=f"TERHADAP: {number - 1}.sotk\n")
        written(text, f"{number}.sotk")
    return change(head=f"TERHADAP: {length - 1}.sotk\n")


def test_bases_stand_one_upon_the_other(written: Callable[..., str]) -> None:
    reading = load(chain(written, 5), "ubah.sotk")
    assert list(reading.bases) == ["4.sotk", "3.sotk", "2.sotk", "1.sotk", "0.sotk"]
    assert {f"Dinas Air {n}" for n in range(1, 5)} < keys(reading.proposal)
    assert {s.span.file for s in reading.proposal.statements} == {"0.sotk"}


def test_but_not_more_than_five(written: Callable[..., str]) -> None:
    found = failure(chain(written, 6), "ubah.sotk")
    assert found == "1.sotk 3:1 E612 rantai TERHADAP lebih dari 5 usulan"


def test_a_cycle_is_an_error(written: Callable[..., str]) -> None:
    written(change(head="TERHADAP: b.sotk\n"), "a.sotk")
    written(change(head="TERHADAP: a.sotk\n"), "b.sotk")
    found = failure(change(head="TERHADAP: a.sotk\n"), "ubah.sotk")
    assert found == "b.sotk 3:1 E611 usulan dasar `a.sotk` bermuara kembali pada dirinya sendiri"


def test_the_base_is_of_the_same_regency(written: Callable[..., str]) -> None:
    written(BASE.replace("Paser", "Kutai Timur"), "dasar.sotk")
    assert failure(change(), "ubah.sotk").startswith("ubah.sotk 2:1 E613 ")


def test_an_unreadable_base_is_shown_with_its_own_text(
    patuh: Callable, written: Callable[..., str]
) -> None:
    written(BASE + "Dinas Toko\n", "dasar.sotk")
    run = patuh("check", written(change(), "ubah.sotk"))
    assert run.code == 2
    assert " --> dasar.sotk:19:11\n" in run.err
    assert "19 | Dinas Toko\n" in run.err
    assert run.err.endswith("ubah.sotk: 1 galat; usulan tidak diperiksa\n")


def test_base_and_change_together_stay_within_bounds(written: Callable[..., str]) -> None:
    """Two chains of UPT that are short enough each are too long when the change joins them."""

    def chain(letter: str) -> str:
        return "".join(f"UPT {letter}{n} pada UPT {letter}{n + 1}.\n" for n in range(1, 70))

    head = f"USULAN  : Dasar\n{REGION}\nSTRUKTUR\n\n"
    written(head + chain("A") + chain("B"), "dasar.sotk")
    text = change("membentuk Dinas Air.", more="\nSTRUKTUR\n\nUPT A70 pada UPT B1.\n")
    assert (
        failure(text, "ubah.sotk")
        == "ubah.sotk 3:1 E410 `UPT A1` terletak di dalam lebih dari 100 unit organisasi"
    )


def test_a_finding_on_a_moved_unit_leads_to_the_sentence_that_moves_it(
    written: Callable[..., str],
) -> None:
    """Not to the sentence of the base, which put it in the right place."""
    written(BASE, "dasar.sotk")
    text = change("mengalihkan UPT Panti kepada Sekretariat Daerah.")
    (finding,) = [f for f in check(text.encode(), "ubah.sotk").findings if f.check == "U1"]
    assert (finding.place.path, finding.place.span.line) == ("ubah.sotk", 7)


def test_what_higher_law_gives_cannot_be_abolished(written: Callable[..., str]) -> None:
    written(BASE, "dasar.sotk")
    assert failure(change("menghapus Bupati."), "ubah.sotk") == (
        "ubah.sotk 7:1 E614 `Bupati` tidak dibentuk oleh peraturan daerah, jadi tidak dapat "
        "dihapus, digabung, dipecah atau diganti namanya"
    )

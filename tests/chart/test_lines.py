"""What the chart of a small proposal says: units, the lines between them, what is wrong."""

import pytest
from drawn import HEAD, chart

from patuh.chart.building import structure_of
from patuh.chart.hanging import hung
from patuh.chart.model import Tie
from patuh.checking import load

SMALL = f"""{HEAD}Sekretaris Daerah bertanggung jawab kepada Bupati.
Asisten Administrasi Umum bertanggung jawab kepada Sekretaris Daerah.
Asisten Administrasi Umum mengoordinasikan Dinas Sosial.
Seluruh Perangkat Daerah bertanggung jawab kepada Bupati melalui Asisten yang membidangi
  kemudian Sekretaris Daerah.
Bidang Rehabilitasi Sosial pada Dinas Sosial bertanggung jawab kepada Dinas Sosial.
Seksi Anak pada Dinas Sosial bertanggung jawab kepada Bidang Rehabilitasi Sosial pada Dinas Sosial.
UPT Panti pada Dinas Sosial bertanggung jawab kepada Dinas Sosial.
Dinas Sosial membina, mengendalikan dan mengevaluasi UPT Panti.
Dinas Kesehatan berhubungan kerja dengan Dinas Sosial.
Dinas Pariwisata tidak bertanggung jawab kepada Dinas Sosial.
"""


def ties_of(text: str) -> list[tuple[str, str, str]]:
    structure = structure_of(load(text, "usulan.sotk"), "usulan.sotk")
    return [(tie.kind, tie.low, tie.high) for tie in structure.ties]


def test_each_line_of_a_proposal_is_told_by_kind_and_from_below() -> None:
    asisten, sosial = "asisten_administrasi_umum", "Dinas Sosial"
    bidang = f"Bidang Rehabilitasi Sosial pada {sosial}"
    assert ties_of(SMALL) == [
        ("accountability", "sekretaris_daerah", "bupati"),
        ("accountability", asisten, "sekretaris_daerah"),
        ("coordination", sosial, asisten),
        ("accountability", sosial, asisten),
        ("accountability", "Dinas Kesehatan", "sekretaris_daerah"),
        ("accountability", "Dinas Pariwisata", "sekretaris_daerah"),
        ("accountability", bidang, sosial),
        ("accountability", f"Seksi Anak pada {sosial}", bidang),
        ("accountability", "UPT Panti", sosial),
        ("command", "UPT Panti", sosial),
        ("work", sosial, "Dinas Kesehatan"),
    ]


def test_a_unit_hangs_below_the_one_in_its_agency_that_it_answers_to() -> None:
    structure = structure_of(load(SMALL, "usulan.sotk"), "usulan.sotk")
    sosial = structure.units["Dinas Sosial"]
    assert sosial.children == ("Bidang Rehabilitasi Sosial pada Dinas Sosial", "UPT Panti")
    assert structure.units[sosial.children[0]].children == ("Seksi Anak pada Dinas Sosial",)
    assert structure.units[sosial.children[0]].label == "Bidang Rehabilitasi Sosial"


def test_units_that_lie_in_each_other_are_drawn_all_the_same() -> None:
    drawing = chart(
        f"{HEAD}Bidang A pada Dinas Sosial bertanggung jawab kepada Bidang B pada Dinas Sosial.\n"
        "Bidang B pada Dinas Sosial bertanggung jawab kepada Bidang A pada Dinas Sosial.\n"
    )
    assert {box.key for box in drawing.boxes} >= {
        "Dinas Sosial",
        "Bidang A pada Dinas Sosial",
        "Bidang B pada Dinas Sosial",
    }


def test_a_faulty_line_is_drawn_as_such_with_the_sentence_of_its_finding() -> None:
    text = (
        f"{HEAD}Dinas Sosial bertanggung jawab langsung kepada Bupati.\n"
        "Dinas Kesehatan bertanggung jawab kepada Bupati melalui Sekretaris Daerah.\n"
        "Asisten Administrasi Umum mengoordinasikan Dinas Sosial dan Dinas Kesehatan.\n"
    )
    drawing = chart(text)
    marks = {box.key: (box.notes, [pill.text for pill in box.pills]) for box in drawing.boxes}
    assert marks["Dinas Sosial"] == ((1,), ["1"])
    assert marks["Dinas Kesehatan"] == ((), [])
    assert {stroke.notes for stroke in drawing.strokes if stroke.faulty} == {(1,), ()}
    said = " ".join(text.text for text in drawing.texts)
    assert (
        "1 [H7] Dinas Sosial bertanggung jawab langsung kepada Bupati, padahal pertanggungjawaban "
        "itu melalui Sekretaris Daerah"
    ) in said
    assert "garis yang menjadi temuan" in said


def test_what_is_denied_is_no_line() -> None:
    assert (
        Tie("accountability", "Dinas Pariwisata", "Dinas Sosial")
        not in structure_of(load(SMALL, "usulan.sotk"), "usulan.sotk").ties
    )


def test_words_are_those_of_the_language() -> None:
    said = " ".join(text.text for text in chart(SMALL, "en").texts)
    assert "Dinas (service agencies) (3)" in said
    assert "Co-ordinated by Asisten Administrasi Umum" in said
    assert "accountability" in said


@pytest.mark.parametrize("backwards", [False, True])
def test_what_lies_too_deep_hangs_beside_what_it_lies_in(backwards: bool) -> None:
    wanted = [(str(at), str(at - 1)) for at in range(1, 3_000)]
    found = hung(dict(reversed(wanted) if backwards else wanted))
    assert [found[str(at)] for at in range(1, 9)] == ["0", "1", "2", "3", "4", "4", "4", "4"]


def test_of_a_circle_one_hangs_below_none() -> None:
    assert hung({"a": "b", "b": "c", "c": "a", "d": "a"}) == {"a": "b", "b": "c", "d": "a"}


def test_an_accepted_finding_is_drawn_and_said_to_be_accepted() -> None:
    text = (
        f"{HEAD}Dinas Sosial bertanggung jawab langsung kepada Bupati.  # patuh: abaikan H7 "
        "sampai 2030-01-01, dasar surat, oleh Bagian Organisasi\n"
        "Asisten Administrasi Umum mengoordinasikan Dinas Sosial.\n"
    )
    drawing = chart(text)
    assert [note.endswith("(diterima)") for note in drawing.notes.values()] == [True]
    assert any(stroke.faulty for stroke in drawing.strokes)


def test_units_named_by_themselves_are_drawn_and_those_of_workflows_alone_are_not() -> None:
    text = (
        f"{HEAD}Dinas Perikanan.\nBadan Pendapatan Daerah.\n\n"
        'ALUR kegiatan "Rapat"\n  1. Dinas Pariwisata berkoordinasi dengan Dinas Perikanan.\n'
    )
    assert {box.key for box in chart(text).boxes} == {"Dinas Perikanan", "Badan Pendapatan Daerah"}


def test_agencies_stand_below_their_asisten_though_another_co_ordinates_all() -> None:
    text = (
        f"{HEAD}Sekretaris Daerah mengoordinasikan seluruh Perangkat Daerah.\n"
        "Asisten Administrasi Umum mengoordinasikan Dinas Sosial.\n"
        "Dinas Kesehatan bertanggung jawab kepada Bupati melalui Sekretaris Daerah.\n"
    )
    drawing = chart(text)
    said = " ".join(text.text for text in drawing.texts)
    assert "Dikoordinasikan Asisten Administrasi Umum" in said
    assert "Dikoordinasikan Sekretaris Daerah" in said
    assert {stroke.kind for stroke in drawing.strokes} == {"coordination", "accountability"}

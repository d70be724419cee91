"""`patuh compare`: findings, units and the matrix of two proposals."""

import json
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
from checker_texts import CLEAN, HEADER, INCOMPLETE, VIOLATION

SCHEMA = json.loads(files("patuh").joinpath("schema/compare-1.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
CORPUS = Path(__file__).parents[2] / "corpus" / "proposals"
FIRST = "Asisten Pemerintahan dan Kesejahteraan Rakyat"
SECOND = "Asisten Perekonomian dan Pembangunan"


@pytest.fixture
def compared(patuh: Callable, written: Callable[..., str]) -> Callable[..., dict]:
    """The JSON of a comparison, validated."""

    def run(base: str, proposal: str, *options: str) -> dict:
        names = written(base, "dasar.sotk"), written(proposal, "usulan.sotk")
        found = patuh("compare", "--format", "json", *options, *names)
        assert found.code in (0, 1)
        assert found.err == ""
        document: dict = json.loads(found.out)
        VALIDATOR.validate(document)
        return document

    return run


def checks(document: dict) -> dict[str, list[str]]:
    return {word: [f["check"] for f in found] for word, found in document["findings"].items()}


def test_the_schema_is_itself_valid() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_the_same_twice(compared: Callable[..., dict]) -> None:
    found = compared(VIOLATION, VIOLATION)
    assert checks(found) == {"new": [], "gone": [], "unchanged": ["H7"]}
    assert (found["units"], found["matrix"]) == ([], [])


def test_findings_new_and_gone(compared: Callable[..., dict]) -> None:
    assert checks(compared(CLEAN, VIOLATION)) == {"new": ["H7"], "gone": [], "unchanged": []}
    assert checks(compared(VIOLATION, CLEAN)) == {"new": [], "gone": ["H7"], "unchanged": []}


def test_a_finding_that_only_moves_is_unchanged(compared: Callable[..., dict]) -> None:
    found = compared(VIOLATION, VIOLATION.replace("STRUKTUR\n", "STRUKTUR\n\n\n"))
    assert checks(found) == {"new": [], "gone": [], "unchanged": ["H7"]}


def test_the_matrix_names_what_differs(compared: Callable[..., dict]) -> None:
    before = "Dinas Sosial bertanggung jawab kepada Bupati melalui Sekretaris Daerah."
    assert compared(CLEAN, VIOLATION)["matrix"] == [
        {
            "unit": "Dinas Sosial",
            "aspect": "bertanggung_jawab",
            "before": [before],
            "after": ["Dinas Sosial bertanggung jawab langsung kepada Bupati."],
        }
    ]


def test_what_a_partial_proposal_does_not_mention_is_not_gone(
    compared: Callable[..., dict],
) -> None:
    found = compared(CLEAN, HEADER + "Dinas Perikanan.\n")
    assert found["units"] == [
        {"change": "dibentuk", "units": ["Dinas Perikanan"], "before": [],
         "after": ["Dinas Perikanan"]},
        {"change": "tidak_disebut", "units": ["Dinas Sosial"], "before": ["Dinas Sosial"],
         "after": []},
    ]  # fmt: skip
    assert [row["unit"] for row in found["matrix"]] == ["Dinas Perikanan"]


def test_what_a_complete_proposal_does_not_mention_is_gone(compared: Callable[..., dict]) -> None:
    complete = HEADER.replace("sebagian", "lengkap") + "Dinas Perikanan.\n"
    found = compared(CLEAN, complete)
    assert [(u["change"], u["units"]) for u in found["units"]] == [
        ("dibentuk", ["Dinas Perikanan"]),
        ("dihapus", ["Dinas Sosial"]),
    ]
    assert ("Dinas Sosial", "satuan", ["Dinas Sosial"], []) in [
        tuple(row.values()) for row in found["matrix"]
    ]


def test_a_change_to_the_base(compared: Callable[..., dict]) -> None:
    change = (
        "USULAN  : Ubah\nDAERAH  : Kabupaten Paser\nTERHADAP: dasar.sotk\n\nPERUBAHAN\n"
        "mengganti nama Dinas Sosial menjadi Dinas Kesejahteraan.\n"
        "mengalihkan Dinas Kesejahteraan kepada Asisten II.\n"
    )
    found = compared(CLEAN, change)
    assert found["proposal"]["base"] == "dasar.sotk"
    assert found["units"] == [
        {"change": "diganti", "units": ["Dinas Kesejahteraan"], "before": ["Dinas Sosial"],
         "after": ["Dinas Kesejahteraan"]},
        {"change": "dialihkan", "units": ["Dinas Kesejahteraan"], "before": [FIRST],
         "after": [SECOND]},
    ]  # fmt: skip
    assert [tuple(row.values()) for row in found["matrix"]] == [
        ("Dinas Sosial", "satuan", ["Dinas Sosial"], ["Dinas Kesejahteraan"]),
        (
            "Dinas Sosial",
            "mengoordinasikan",
            [f"{FIRST} mengoordinasikan Dinas Sosial."],
            [f"{SECOND} mengoordinasikan Dinas Kesejahteraan."],
        ),
    ]


def test_a_finding_on_a_renamed_unit_is_the_same(compared: Callable[..., dict]) -> None:
    """A new name neither mends nor makes a finding."""
    change = (
        "USULAN  : Ubah\nDAERAH  : Kabupaten Paser\nTERHADAP: dasar.sotk\n\nPERUBAHAN\n"
        "mengganti nama Dinas Sosial menjadi Dinas Kesejahteraan.\n"
    )
    found = compared(VIOLATION, change)
    assert checks(found) == {"new": [], "gone": [], "unchanged": ["H7"]}


def test_workflows_are_known_by_their_titles(compared: Callable[..., dict]) -> None:
    """A workflow put in before another does not make its findings new."""
    late = 'ALUR laporan "B"\n  subjek: Dinas Sosial\n  berkala: bulanan\n'
    steps = "  1. Dinas Sosial menyampaikan laporan kepada Bupati.\n"
    first = 'ALUR telaahan staf "A"\n  1. Staf Ahli menyampaikan telaahan staf kepada Bupati.\n'
    base, proposal = CLEAN + late + steps, CLEAN + first + late + steps
    found = compared(base, proposal)["findings"]
    assert [f["check"] for f in found["gone"]] == []
    assert "L2" in [f["check"] for f in found["unchanged"]]


def test_the_corpus(patuh: Callable) -> None:
    paths = CORPUS / "paser_struktur_dasar.sotk", CORPUS / "paser_penggabungan_dinas.sotk"
    run = patuh("compare", "--format", "json", *paths)
    document = json.loads(run.out)
    VALIDATOR.validate(document)
    assert run.code == 1
    assert checks(document) == {"new": ["A3", "H7", "M3", "H3"], "gone": [], "unchanged": []}
    assert [Path(f["location"]["path"]).stem for f in document["findings"]["new"]] == [
        "paser_penggabungan_dinas",
        "paser_penggabungan_dinas",
        "paser_struktur_dasar",
        "paser_struktur_dasar",
    ]
    assert [u["change"] for u in document["units"]] == [
        "dibentuk", *["digabung"] * 2, "dipecah", "diganti", *["dihapus"] * 7, *["dialihkan"] * 3,
    ]  # fmt: skip
    assert document["units"][3] == {
        "change": "dipecah",
        "units": ["Dinas Pekerjaan Umum dan Penataan Ruang"],
        "before": ["Dinas Pekerjaan Umum dan Penataan Ruang"],
        "after": ["Dinas Bina Marga", "Dinas Cipta Karya"],
    }


@pytest.mark.parametrize(
    ("base", "proposal", "floor", "code"),
    [
        (CLEAN, VIOLATION, "belum-lengkap", 1),
        (VIOLATION, CLEAN, "catatan", 0),
        (VIOLATION, VIOLATION, "catatan", 0),
        (CLEAN, INCOMPLETE, "belum_lengkap", 1),
        (CLEAN, INCOMPLETE, "pelanggaran", 0),
    ],
)
def test_exit_code_by_new_findings(
    patuh: Callable, written: Callable[..., str], base: str, proposal: str, floor: str, code: int
) -> None:
    names = written(base, "dasar.sotk"), written(proposal, "usulan.sotk")
    assert patuh("compare", "--fail-on", floor, *names).code == code


def test_an_unreadable_input(patuh: Callable, written: Callable[..., str]) -> None:
    run = patuh("compare", written(CLEAN, "dasar.sotk"), "tiada.sotk")
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith("galat[M002]: berkas atau folder ini tidak ada\n --> tiada.sotk:1:1")


def test_standard_input_serves_once(patuh: Callable, written: Callable[..., str]) -> None:
    assert patuh("compare", "-", written(CLEAN), stdin=CLEAN.encode()).code == 0
    assert patuh("compare", "-", "-").code == 2


def test_the_text(patuh: Callable, written: Callable[..., str]) -> None:
    names = written(CLEAN, "dasar.sotk"), written(VIOLATION, "usulan.sotk")
    head, unit, second, third, *rest = (
        patuh("compare", "--lang", "en", *names).out.split("\n\n")[1].splitlines()[1:]
    )
    assert [cell.strip() for cell in head.split("|")] == ["unit", "before", "after"]
    assert set(unit) == {"-", "+"}
    rows = [[cell.strip() for cell in row.split("|")] for row in (second, third, *rest)]
    assert rows == [
        ["Dinas Sosial", "Dinas Sosial bertanggung jawab", "Dinas Sosial bertanggung jawab"],
        ["", "kepada Bupati melalui Sekretaris", "langsung kepada Bupati."],
        ["", "Daerah.", ""],
    ]
    assert patuh("compare", "--lang", "en", *names).out.split("\n\n")[2:-1] == [
        "New findings: 1\n"
        "  violation[H7] usulan.sotk:8:1\n"
        "    Dinas Sosial answers to the Bupati directly, but this accountability goes through the"
        " Sekretaris\n    Daerah",
        "Findings gone: 0",
        "Findings unchanged: 0",
    ]


def test_a_unit_that_goes_on_is_among_the_parts(compared: Callable[..., dict]) -> None:
    """Split into itself and another, a unit is one of its parts."""
    change = (
        "USULAN  : Ubah\nDAERAH  : Kabupaten Paser\nTERHADAP: dasar.sotk\n\nPERUBAHAN\n"
        "memecah Dinas Sosial menjadi Dinas Sosial dan Dinas Anak.\n"
    )
    (split,) = [u for u in compared(CLEAN, change)["units"] if u["change"] == "dipecah"]
    assert (split["before"], split["after"]) == (["Dinas Sosial"], ["Dinas Sosial", "Dinas Anak"])


def test_html_and_word_hold_the_matrix_and_the_findings(
    patuh: Callable, written: Callable[..., str], tmp_path: Path
) -> None:
    import docx

    names = written(CLEAN, "dasar.sotk"), written(VIOLATION, "usulan.sotk")
    page, paper = tmp_path / "banding.html", tmp_path / "banding.docx"
    assert patuh("compare", *names, "--format", "html", "-o", page).code == 1
    text = page.read_text(encoding="utf-8")
    assert "<script" not in text
    assert patuh("compare", *names, "--format", "docx", "-o", paper).code == 1
    document = docx.Document(str(paper))
    rows = [[cell.text for cell in row.cells] for row in document.tables[1].rows]
    assert rows[0] == ["No.", "Unit organisasi", "Semula", "Menjadi"]
    assert len(rows) > 1
    for row in rows[1:]:
        assert all(
            f">{cell}<" in text for cell in row if cell not in ("", "–") and "\n" not in cell
        )
    lines = [line.text for line in document.paragraphs]
    [heading] = [line for line in lines if line.startswith("Temuan baru: ")]
    assert f"<h2>{heading}</h2>" in text
    assert any(line.startswith("1.\tpelanggaran [") for line in lines)


def test_every_form_goes_into_a_file_and_word_must(
    patuh: Callable, written: Callable[..., str], tmp_path: Path
) -> None:
    names = written(CLEAN, "dasar.sotk"), written(VIOLATION, "usulan.sotk")
    for form in ("text", "json"):
        output = tmp_path / form
        shown = patuh("compare", *names, "--format", form)
        assert patuh("compare", *names, "--format", form, "-o", output).out == ""
        assert output.read_text(encoding="utf-8") == shown.out
    refused = patuh("compare", *names, "--format", "docx")
    assert (refused.code, refused.out) == (2, "")
    assert "-o BERKAS.docx" in refused.err
    assert patuh("compare", *names, "-o", names[0]).code == 2

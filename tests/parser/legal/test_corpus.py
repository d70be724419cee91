"""The drafts of the corpus: exact outlines, and what each was made to show."""

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from patuh_parser.legal.model import Draft
from patuh_parser.legal.reader import read_draft

from .outline import content, outline

ROOT = Path(__file__).parents[3]
EXPECTED = Path(__file__).parent / "outlines"
DRAFTS = ROOT / "corpus" / "drafts"
REGULATIONS = ("kutim_41_2023", "paser_56_2020")
NAMES = sorted(path.name for path in DRAFTS.iterdir() if path.suffix in (".docx", ".pdf", ".txt"))

Read = Callable[[str], Draft]


def test_there_are_drafts_of_every_kind() -> None:
    assert len(NAMES) >= 7
    assert {Path(name).suffix for name in NAMES} == {".docx", ".pdf", ".txt"}


@pytest.mark.parametrize("name", NAMES)
def test_outline(name: str, draft: Read) -> None:
    expected = (EXPECTED / f"{name}.txt").read_text(encoding="utf-8")
    assert outline(draft(name)) == expected


@pytest.mark.parametrize("name", REGULATIONS)
def test_the_corpus_reads_alike_from_word_and_pdf(name: str, build: ModuleType) -> None:
    data = (ROOT / "corpus" / "regulations" / f"{name}.txt").read_bytes()
    want = [(p.id, p.number, p.text) for p in read_draft(data, f"{name}.txt").provisions()]
    lines = paragraphs(data)
    for made, ending in ((build.as_docx(lines), "docx"), (build.as_pdf(lines), "pdf")):
        found = read_draft(made, f"{name}.{ending}")
        assert [(p.id, p.number, p.text) for p in found.provisions()] == want, ending


def paragraphs(data: bytes) -> str:
    """A regulation with one paragraph per line and without furniture, as a source has it."""
    draft = read_draft(data, "x.txt")
    rows = [f"PERATURAN {draft.region}", "MEMUTUSKAN:", "Menetapkan : PERATURAN."]
    for node in draft.walk():
        match node.kind:
            case "bab":
                rows += [f"BAB {node.number}", node.title]
            case "bagian":
                rows += [f"Bagian {node.number}", node.title]
            case "pasal":
                rows += [f"Pasal {node.number}", node.text]
            case _:
                rows.append(f"{node.number} {node.text}")
    return "\n".join(rows)


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("koordinasi_daerah", "koordinasi_daerah.docx"),
        ("staf_ahli", "staf_ahli.pdf"),
        ("keputusan_forum", "keputusan_forum.docx"),
        ("tanpa_cela", "tanpa_cela.docx"),
        ("susunan_dinas_sosial", "susunan_dinas_sosial.docx"),
    ],
)
def test_word_pdf_and_text_give_one_tree(
    name: str, file: str, build: ModuleType, draft: Read
) -> None:
    source = (DRAFTS / "sources" / f"{name}.txt").read_text(encoding="utf-8")
    want = content(read_draft(source.encode(), f"{name}.txt"))
    head = ("BUPATI TANJUNG SERAI", "PROVINSI KALIMANTAN TIMUR")
    assert content(draft(file)) == want
    assert content(read_draft(build.as_docx(source), "x.docx")) == want
    assert content(read_draft(build.as_pdf(source, head), "x.pdf")) == want


def test_the_drafts_are_up_to_date(build: ModuleType) -> None:
    for name, made in build.drafts().items():
        if not name.endswith(".pdf"):  # its bytes depend on the version of the writer
            assert (DRAFTS / name).read_bytes() == made, name
        assert made == build.drafts()[name]


def test_the_flawless_draft_has_no_defect(draft: Read) -> None:
    assert draft("tanpa_cela.docx").defects == ()


def test_word_numbers_are_kept_as_labels(draft: Read) -> None:
    lines = draft("koordinasi_daerah.docx").lines
    labels = [line.label for line in lines if line.label]
    assert labels[:6] == ["a.", "b.", "c.", "1.", "2.", "3."]
    assert {"(1)", "a)", "1)", "BAB I", "Pasal 5"} <= set(labels)
    assert all(line.label in line.text for line in lines)


def test_the_pdf_has_pages_and_furniture(draft: Read) -> None:
    found = draft("staf_ahli.pdf")
    assert {line.page for line in found.lines} == {1, 2, 3}
    assert "- 2 -" in {line.text for line in found.lines if line.furniture}
    ayat = found.find("pasal-2.ayat-2")
    assert ayat is not None
    assert ayat.place.page == 2


def test_the_amending_draft(draft: Read) -> None:
    found = draft("perubahan_pola_hubungan_kerja.txt")
    assert found.amending
    said = [(a.kind, a.targets, a.inserted, [q.id for q in a.quoted]) for a in found.amendments]
    assert said == [
        ("ubah", ("Pasal 1",), (), ["pasal-1"]),
        ("sisip", ("ayat (2)", "ayat (3) Pasal 3"), ("ayat (2a)",), ["pasal-3"]),
        ("sisip", ("Pasal 3", "Pasal 4"), ("Pasal 3A",), ["pasal-3a"]),
        ("hapus", ("Pasal 4",), (), []),
    ]
    assert [node.number for node in found.articles()] == ["I", "II"]


def test_the_revision_differs_as_it_says(draft: Read) -> None:
    before = {
        p.id: p.text
        for p in read_draft(
            (ROOT / "corpus" / "regulations" / "kutim_41_2023.txt").read_bytes(), "a.txt"
        ).provisions()
    }
    after = {p.id: p.text for p in draft("revisi_kutim_41_2023.txt").provisions()}
    first = "pasal-18.ayat-1.huruf-d.angka-1.huruf-b.angka-1"
    second = "pasal-18.ayat-1.huruf-d.angka-2.huruf-b.angka-1"
    assert after[f"{second}.angka-11"] == "Dinas Sosial."
    assert after[f"{first}.angka-14"] == "Dinas Pertanahan;"
    assert " dapat mengikuti" in after["pasal-18.ayat-3"]
    gone = set(before) - set(after)
    assert {f"{first}.angka-15"} < gone
    assert len(gone) == 2


def test_recognition_noise_is_repaired_and_reported(draft: Read) -> None:
    found = draft("hasil_ocr.txt")
    assert (found.number, found.year) == ("30", "2024")
    read = {dict(d.data)["written"] for d in found.defects if d.code == "derau_ocr"}
    assert {"3O", "2O24", "Pasa1", "(l)", "Menirnbang"} <= read
    item = found.find("pasal-2.ayat-2.huruf-c")
    assert item is not None
    assert item.text == "pemulihan, termasuk pembangunan kembali."
    assert "Pasa1 1" in {line.text for line in found.lines}

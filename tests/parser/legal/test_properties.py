"""Properties: nothing but ``DraftError``, no word lost, layout does not matter."""

import io
import zipfile
from collections import Counter
from contextlib import suppress
from random import Random
from types import ModuleType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from patuh_parser.legal.errors import DraftError
from patuh_parser.legal.model import Draft
from patuh_parser.legal.reader import read_draft

from .outline import content
from .test_corpus import DRAFTS

LINES = [
    "PERATURAN BUPATI PASER",
    "KEPUTUSAN BUPATI PASER",
    "NOMOR ... TAHUN 2O24",
    "TENTANG",
    "PERUBAHAN ATAS X",
    "DENGAN RAHMAT TUHAN YANG MAHA ESA",
    "BUPATI PASER,",
    "Menimbang : a. bahwa x;",
    "Menimbang :",
    "b bahwa y;",
    "Mengingat : 1. Undang-Undang Nomor 1 Tahun 2000 tentang X (Lembaran Negara",
    "M E M U T U S K A N :",
    "Menetapkan : PERATURAN BUPATI TENTANG X.",
    "BAB I",
    "BAB l",
    "BAB IIA X",
    "Bagian Kesatu Umum",
    "Bagian Kedua",
    "Paragraf 1",
    "Pasal 1",
    "Pasal I",
    "Pasal II",
    "Pasal 3A",
    "Pasal 9 Bupati x.",
    "(1) x",
    "(2a) y.",
    "a. x:",
    "aa. y;",
    "iv. z",
    "1. Ketentuan Pasal 1 diubah sehingga berbunyi sebagai berikut:",
    "2. Di antara Pasal 1 dan Pasal 2 disisipkan Pasal 1A, yang berbunyi:",
    "1) x",
    "A. y",
    "- z;",
    "KESATU : x",
    "KEDUA",
    "Agar setiap orang",
    "Ditetapkan di ...",
    "pada tanggal",
    "ttd",
    "Diundangkan di X pada tanggal 1 Mei 2020",
    "BERITA DAERAH KABUPATEN X TAHUN 2020 NOMOR 1",
    "LAMPIRAN II",
    "PENJELASAN",
    "I. UMUM",
    "II. PASAL DEMI PASAL",
    "Ayat (1)",
    "Cukup jelas.",
    "- 2 -",
    "Pasal 2 ...",
    "sebagaimana dimaksud dalam",
    "tugas-",
    "",
]


@given(st.text(max_size=400) | st.lists(st.sampled_from(LINES), max_size=40).map("\n".join))
@settings(max_examples=100, deadline=None)
def test_any_text_gives_a_draft_or_a_draft_error(text: str) -> None:
    with suppress(DraftError):
        draft = read_draft(text.encode("utf-8", "replace"), "x.txt")
        ids = [node.id for node in draft.everywhere() if node.id]
        assert len(ids) == len(set(ids))
        numbers = {line.number for line in draft.lines}
        for node in draft.everywhere():
            assert node.place.line in numbers
            assert node.place.line <= node.place.end_line
            assert {line for _, line in node.breaks} <= numbers
        for reference in draft.references:
            start = reference.start
            assert reference.node.text[start : start + len(reference.text)] == reference.text


@given(st.binary(max_size=300), st.sampled_from(["a.docx", "a.pdf", "a.txt", "a.md", "a", "a.doc"]))
@settings(max_examples=100, deadline=None)
def test_any_bytes_give_a_draft_or_a_draft_error(data: bytes, path: str) -> None:
    for magic in (b"", b"PK\x03\x04", b"%PDF-1.7\n", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        with suppress(DraftError):
            read_draft(magic + data, path)


@given(st.integers(0, 2**32), st.sampled_from(["tanpa_cela.docx", "staf_ahli.pdf"]))
@settings(max_examples=40, deadline=None)
def test_damaged_files_give_a_draft_or_a_draft_error(seed: int, name: str) -> None:
    noise = Random(seed)
    data = bytearray((DRAFTS / name).read_bytes())
    for _ in range(noise.randint(1, 20)):
        data[noise.randrange(len(data))] = noise.randrange(256)
    with suppress(DraftError):
        read_draft(bytes(data), name)


@given(st.text(max_size=120).map(lambda text: f"<w:p>{text}</w:p>") | st.text(max_size=200))
@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_xml_in_a_word_file_gives_a_draft_or_a_draft_error(xml: str) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", xml.encode("utf-8", "replace"))
        archive.writestr("word/numbering.xml", xml.encode("utf-8", "replace"))
    with suppress(DraftError):
        read_draft(buffer.getvalue(), "x.docx")


SOURCES = sorted(path.stem for path in (DRAFTS / "sources").iterdir())


def rewrapped(source: str, noise: Random) -> str:
    """The paragraphs of a source with other line breaks, blanks, indents and blank lines."""
    lines: list[str] = []
    for paragraph in source.splitlines():
        words = paragraph.split()
        solid = paragraph.isupper() or len(words) < 6 or paragraph.startswith(("Pasal", "Bagian"))
        row = noise.choice(["", "  ", "\t", "\u00a0"])
        for at, word in enumerate(words):
            # a line never begins with what looks like a marker or a heading by chance
            plain = word.strip("(),.;:").islower() and len(word) > 3 and not word.startswith("(")
            if at and plain and not solid and noise.random() < 0.2:
                lines.append(row)
                row = ""
            row += word + noise.choice([" ", "  ", " \u200b"])
        lines.append(row)
        lines += [""] * noise.choice([0, 0, 1, 2])
    return noise.choice(["\n", "\r\n"]).join(lines)


@pytest.mark.parametrize("name", SOURCES)
@given(st.integers(0, 2**32))
@settings(max_examples=10, deadline=None)
def test_layout_does_not_change_the_tree(name: str, seed: int) -> None:
    source = (DRAFTS / "sources" / f"{name}.txt").read_text(encoding="utf-8")
    want = content(read_draft(source.encode(), "x.txt"))
    assert content(read_draft(rewrapped(source, Random(seed)).encode(), "x.txt")) == want


READ_OTHERWISE = ("M E M", "Menetapkan", "BUPATI", "BAB l", "Pasal I", "NOMOR")
"""Lines that begin another part, are furniture, or are read as misrecognised."""


def words_of(text: str) -> Counter[str]:
    return Counter(text.replace('"', "").split())


@given(st.lists(st.sampled_from([line for line in LINES if line]), min_size=1, max_size=30))
@settings(max_examples=100, deadline=None)
def test_no_word_of_the_body_is_lost(rows: list[str]) -> None:
    """Whatever stands below Menetapkan is in the tree, in the closing or in what follows."""
    plain = [row for row in rows if row not in ("- 2 -", "tugas-") and not row.endswith("...")]
    kept = [row for row in plain if not row.startswith(READ_OTHERWISE)]
    text = "\n".join(["MEMUTUSKAN:", "Menetapkan : X.", "Pasal 1", *kept])
    draft = read_draft(text.encode(), "x.txt")
    body = [line.text for line in draft.lines if line.number <= body_end(draft)][3:]
    found = Counter[str]()
    for node in draft.walk():
        head = {"bab": "BAB", "bagian": "Bagian", "paragraf": "Paragraf", "pasal": "Pasal"}
        mark = head.get(node.kind, "") if node.number else ""
        found += words_of(f"{mark} {node.number} {node.title} {node.text}")
    missing = words_of(" ".join(body)) - found
    missing.subtract({":": missing[":"], "•": missing["•"], "-": missing["-"]})
    assert not +missing, (body, +missing)


def body_end(draft: Draft) -> int:
    return max((node.place.end_line for node in draft.body), default=0)


def test_a_word_file_and_its_text_agree_for_any_layout(build: ModuleType) -> None:
    for name in SOURCES:
        source = (DRAFTS / "sources" / f"{name}.txt").read_text(encoding="utf-8")
        want = content(read_draft(source.encode(), "x.txt"))
        assert content(read_draft(build.as_docx(source), "x.docx")) == want

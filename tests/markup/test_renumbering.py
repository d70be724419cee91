"""Numbers set right with all citations of them, and what cannot be told."""

import re
from pathlib import Path

import pytest

from patuh.draft_checking import text_of
from patuh_parser.legal.reader import read_draft

from .test_tracked import tracked
from .word_files import TEXT, commented, p, packed, part, without_marks
from .word_files import document as around


def lines_of(*middle: str) -> tuple[list[str], list[str]]:
    """The lines of a regulation, with its changes accepted, that are not those of the frame."""
    frame = TEXT.replace("Pasal 1\n", "").replace("Pasal 2\n", "").replace("Pasal 3\n", "")
    frame = frame.replace("Perpustakaan melayani pembaca setiap hari.\n", "")
    frame = frame.replace("Peraturan Bupati ini mulai berlaku pada tanggal diundangkan.\n", "")
    before, after = frame.split("@\n")
    body = "".join(map(p, [*before.splitlines(), *middle, *after.splitlines()]))
    main = around("")
    data = packed(main[: main.index("<w:p>")] + body + main[main.index("<w:sectPr/>") :])
    written = tracked(data)
    words = without_marks(written)
    left = commented(written) if b"comments" in part(written, "[Content_Types].xml") else []
    start = words.index("Menetapkan : PERATURAN BUPATI TENTANG TATA LAKSANA PERPUSTAKAAN.") + 1
    return words[start : start + len(middle)], [check for check, _ in left]


END = "Peraturan Bupati ini mulai berlaku pada tanggal diundangkan."


@pytest.mark.parametrize(
    ("written", "becomes"),
    [
        (  # an article left out, and citations of what follows
            ["Pasal 1", "Dinas bekerja.", "Pasal 3", "(1) Dinas libur.",
             "(2) Libur sebagaimana dimaksud dalam Pasal 1 dicatat.",
             "Pasal 4", "Catatan sebagaimana dimaksud dalam Pasal 3 ayat (2) disimpan.",
             "Pasal 5", END],
            ["Pasal 1", "Dinas bekerja.", "Pasal 2", "(1) Dinas libur.",
             "(2) Libur sebagaimana dimaksud dalam Pasal 1 dicatat.",
             "Pasal 3", "Catatan sebagaimana dimaksud dalam Pasal 2 ayat (2) disimpan.",
             "Pasal 4", END],
        ),
        (  # letters of one list, cited beside those of another
            ["Pasal 1", "Dinas menilai:", "a. berkas;", "c. orang; dan", "d. waktu.",
             "Pasal 2", "Dinas mencatat:", "a. nama; dan", "b. umur.",
             "Pasal 3", "Penilaian sebagaimana dimaksud dalam Pasal 1 huruf c dan huruf d "
             "serta Pasal 2 huruf b dilaporkan.", "Pasal 4", END],
            ["Pasal 1", "Dinas menilai:", "a. berkas;", "b. orang; dan", "c. waktu.",
             "Pasal 2", "Dinas mencatat:", "a. nama; dan", "b. umur.",
             "Pasal 3", "Penilaian sebagaimana dimaksud dalam Pasal 1 huruf b dan huruf c "
             "serta Pasal 2 huruf b dilaporkan.", "Pasal 4", END],
        ),
        (  # a number twice that nothing cites
            ["Pasal 1", "(1) Dinas membuat catatan.", "(2) Dinas menilai.", "(2) Dinas mencatat.",
             "(3) Catatan sebagaimana dimaksud pada ayat (1) disimpan.", "Pasal 2", END],
            ["Pasal 1", "(1) Dinas membuat catatan.", "(2) Dinas menilai.", "(3) Dinas mencatat.",
             "(4) Catatan sebagaimana dimaksud pada ayat (1) disimpan.", "Pasal 2", END],
        ),
        (  # chapters
            ["BAB I", "KETENTUAN UMUM", "Pasal 1", "Dinas bekerja.", "BAB III", "PENUTUP",
             "Pasal 2", END],
            ["BAB I", "KETENTUAN UMUM", "Pasal 1", "Dinas bekerja.", "BAB II", "PENUTUP",
             "Pasal 2", END],
        ),
    ],
)  # fmt: skip
def test_numbers_and_their_citations(written: list[str], becomes: list[str]) -> None:
    lines, left = lines_of(*written)
    assert lines == becomes
    assert "T25" not in left


@pytest.mark.parametrize(
    "written",
    [
        # the number that is borne twice is cited
        ["Pasal 1", "(1) Dinas membuat catatan.", "(2) Dinas menilai.", "(2) Dinas mencatat.",
         "(3) Catatan sebagaimana dimaksud pada ayat (2) disimpan.", "Pasal 2", END],
        # what is cited in vain would come to be there
        ["Pasal 1", "Dinas bekerja.", "Pasal 3", "Dinas libur sebagaimana dimaksud dalam Pasal 2.",
         "Pasal 4", END],
        # the order may be what is wrong
        ["Pasal 1", "Dinas bekerja.", "Pasal 3", "Dinas libur.", "Pasal 2", "Dinas menilai.",
         "Pasal 4", END],
        # something was inserted
        ["Pasal 1", "Dinas bekerja.", "Pasal 1A", "Dinas libur.", "Pasal 3", END],
    ],
)  # fmt: skip
def test_numbers_of_which_it_cannot_be_told(written: list[str]) -> None:
    lines, left = lines_of(*written)
    assert lines == written
    assert "T25" in left


PERDA = Path(__file__).parents[1] / "drafting" / "texts" / "perda.txt"


@pytest.mark.parametrize(
    ("more", "moved"),
    [
        ("", True),  # each article is explained under its number
        ("\n\nPasal 6\nCukup jelas.", False),  # what no article bears would be one of another
        ("\n\nLAMPIRAN\nKegiatan menurut Pasal 8.", False),  # words that are not read as citations
    ],
)
def test_what_stands_around_the_body_follows_or_forbids(more: str, moved: bool) -> None:
    text = PERDA.read_text(encoding="utf-8")
    for number in (8, 7, 6):  # no sixth article
        text = text.replace(f"\nPasal {number}\n", f"\nPasal {number + 1}\n")
    words = text_of(read_draft(tracked((text + more).encode(), "perda.txt"), "perda.docx"))
    numbers = re.findall(r"Pasal (\d+)$", words, re.M)
    explained = re.findall(r"Pasal (\d+)", more) if "LAMPIRAN" not in more else []
    if moved:
        explained = [str(int(number) - 1) for number in explained]
    last = ["6", "7", "8"] if moved else ["7", "8", "9"]
    assert numbers == [*"12345", *last] * 2 + explained

"""The reader of legal text on plain text: a tree with places inside the text, or a known error."""

from contextlib import suppress
from itertools import pairwise

from patuh_parser.legal.defects import describe
from patuh_parser.legal.errors import DraftError
from patuh_parser.legal.ids import ProvisionIdError, label, parse_label
from patuh_parser.legal.model import Draft
from patuh_parser.legal.reader import read_draft

from . import Traits
from .bounds import twice

SUFFIX = ".txt"
LONGEST = 768
WORDS = (
    "PERATURAN BUPATI PASER\n", "KEPUTUSAN BUPATI PASER\n", "NOMOR ... TAHUN 2024\n", "TENTANG\n",
    "PERUBAHAN ATAS ", "DENGAN RAHMAT TUHAN YANG MAHA ESA\n", "Menimbang : a. bahwa ",
    "Mengingat : 1. Undang-Undang Nomor 1 Tahun 2000 tentang ", "M E M U T U S K A N :\n",
    "Menetapkan : ", "BAB I\n", "BAB IIA ", "Bagian Kesatu\n", "Paragraf 1\n", "Pasal 1\n",
    "Pasal I\n", "Pasal II\n", "Pasal 3A\n", "(1) ", "(2a) ", "a. ", "aa. ", "iv. ", "1) ", "A. ",
    "1. Ketentuan Pasal 1 diubah sehingga berbunyi sebagai berikut:\n",
    "2. Di antara Pasal 1 dan Pasal 2 disisipkan Pasal 1A, yang berbunyi:\n",
    "3. Pasal 4 dihapus.\n", "KESATU : ", "KEDUA : ", "Agar setiap orang ", "Ditetapkan di ",
    "pada tanggal ", "ttd\n", "Diundangkan di ", "BERITA DAERAH KABUPATEN X TAHUN 2020 NOMOR 1\n",
    "LAMPIRAN I\n", "PENJELASAN\nATAS\n", "I. UMUM\n", "II. PASAL DEMI PASAL\n", "Ayat (1)\n",
    "Cukup jelas.\n", "Pasal 2\n", "BAB II\n", "(3) ", "b. ", "1. ", "2) ", "b) ",
    " dalam Pasal 2 ", "huruf a dan", "ayat ", "BUPATI PASER", ";\n", ".\n", ":\n", "tugas-\n",
    "- 2 -\n", "Pasal 2 ...\n", "\f", "\n\n", " adalah ", " selanjutnya disebut ",
    "(Lembaran Negara Republik Indonesia Tahun 2014 Nomor 244)", "sebagaimana dimaksud dalam ",
)  # fmt: skip


def harness(data: bytes) -> Traits:
    """Read the bytes as a draft, in Markdown if they begin with `#`."""
    return inspect(data, name_of(data))


def name_of(data: bytes) -> str:
    """The name of a file with this text."""
    return "x.md" if data.startswith(b"#") else "x.txt"


def inspect(data: bytes, path: str) -> Traits:
    """Read the file and hold what comes of it against what is promised."""
    read = twice(lambda: _read(data, path), data)
    if isinstance(read, str):
        return {read}
    numbers = {line.number for line in read.lines}
    for node in read.everywhere():
        assert {node.place.line, node.place.end_line} <= numbers
        assert node.place.line <= node.place.end_line
        assert {line for _, line in node.breaks} <= numbers
    ids = [node.id for node in read.walk() if node.id and not node.quoted]
    assert len(ids) == len(set(ids))
    for node in read.provisions():
        assert node.text == " ".join(node.text.split())
        with suppress(ProvisionIdError):  # drafts have numbers that no regulation has
            assert node.quoted or node.id is None or parse_label(label(node.id)) == node.id
    for reference in read.references:
        start = reference.start
        assert reference.node.text[start : start + len(reference.text)] == reference.text
    for defect in read.defects:
        assert describe(defect, "id")
        assert describe(defect, "en")
    return traits(read)


def traits(draft: Draft) -> Traits:
    """What a draft is and holds: its kind, its parts in their places, what is irregular in it."""
    nodes = [*draft.everywhere()]
    below = {(node.kind, child.kind, child.quoted) for node in nodes for child in node.children}
    beside = {(one.kind, bool(one.title), other.kind) for one, other in pairwise(nodes)}
    said = {(one.kind, len(one.targets), len(one.inserted)) for one in draft.amendments}
    named = {(title.where, bool(title.number), bool(title.title)) for title in draft.titles}
    cited = {(one.kind, one.node.kind) for one in draft.references}
    wrong = {(one.code, (one.node_id or "").partition("-")[0]) for one in draft.defects}
    return {draft.kind, len(draft.definitions), *below, *beside, *said, *named, *cited, *wrong}


def _read(data: bytes, path: str) -> Draft | str:
    """The draft, or the code of the error, which has words in both languages."""
    try:
        return read_draft(data, path)
    except DraftError as error:
        return _worded(error)


def _worded(error: DraftError) -> str:
    assert [lang for lang, (text, _) in error.texts.items() if text] == ["id", "en"]
    return error.code

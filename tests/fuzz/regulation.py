"""The reader of regulations: a tree with places inside the text, or an error with a line of it."""

import re

from patuh_parser.legal.ids import label, parse_label
from patuh_parser.regulation import RegulationError, read_regulation
from patuh_parser.regulation.provision import RegulationText

from .bounds import twice

SUFFIX = ".txt"
WORDS = (
    "Pasal 1\n", "Pasal 2\n", "BAB I\n", "BAB II\n", "Bagian Kesatu\n", "Paragraf 1\n", "(1) ",
    "(2) ", "(3) ", "a. ", "b. ", "c. ", "1. ", "2. ", "a) ", "b) ", "1) ", "2) ", "Menimbang : ",
    "Mengingat : ", "MEMUTUSKAN:\n", "Menetapkan : ", "LAMPIRAN\n", "PENJELASAN\n", "- 3 -\n",
    "Pasal 2 ...\n", "Agar setiap orang", "Ditetapkan di", "sebagaimana dimaksud pada ayat (1)",
    " dalam Pasal 2 ", "huruf a dan", "ayat ", "BUPATI PASER", ";\n", ".\n", ":\n", "tugas-\n",
)  # fmt: skip


def harness(data: bytes) -> None:
    """Read the bytes as the text of a regulation."""
    text = data.decode("utf-8", "replace")
    last = len(re.findall(r"\r\n|\r|\n", text)) + 1
    read = twice(lambda: _read(text))
    if isinstance(read, tuple):
        assert read[0]
        assert read[1] is None or 1 <= read[1] <= last
        return
    ids = [node.id for node in read.walk()]
    assert len(ids) == len(set(ids))
    for node in read.walk():
        assert parse_label(label(node.id)) == node.id
        assert 1 <= node.line <= node.end_line <= last
        assert node.text == " ".join(node.text.split())
        assert read.find(node.id) == node
    for part in (*read.headings, *read.preamble, *read.closing):
        assert 1 <= part.line <= part.end_line <= last


def _read(text: str) -> RegulationText | tuple[str, int | None]:
    try:
        return read_regulation(text)
    except RegulationError as error:
        return str(error), error.line

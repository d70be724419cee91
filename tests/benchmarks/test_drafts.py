"""How fast drafts are checked, beside the reader libraries alone (`pytest -m benchmark`)."""

import io
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from pypdf import PdfReader

from patuh.draft_checking import check_draft
from patuh_parser.legal.reader import read_draft

CORPUS = Path(__file__).parents[2] / "corpus"
WORDS_PER_PAGE = 250
ROUNDS = 3


def _seconds(action: Callable[[], object]) -> float:
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.perf_counter()
        action()
        best = min(best, time.perf_counter() - start)
    return best


def _library(data: bytes, path: Path) -> object:
    """What the library does that any reader of this format needs: text out of the container."""
    if path.suffix == ".pdf":
        return [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages]
    if path.suffix == ".docx":
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return "".join(ET.fromstring(package.read("word/document.xml")).itertext())
    return data.decode("utf-8")


@pytest.mark.benchmark
@pytest.mark.parametrize(
    "name",
    ["regulations/kutim_41_2023.txt", "regulations/paser_56_2020.txt", "drafts/staf_ahli.pdf",
     "drafts/tanpa_cela.docx"],
)  # fmt: skip
def test_pages_per_second(name: str) -> None:
    path = CORPUS / name
    data = path.read_bytes()
    pages = max(1.0, len(check_draft(data, name).source.split()) / WORDS_PER_PAGE)
    check = _seconds(lambda: check_draft(data, name))
    library = _seconds(lambda: _library(data, path))
    print(f"\n{name}: {pages:.1f} pages, {pages / check:.0f} pages/s checked, "
          f"{pages / library:.0f} pages/s library alone")  # fmt: skip
    assert pages / check > 5


@pytest.mark.benchmark
@pytest.mark.parametrize(
    ("name", "most"),
    [("regulations/kutim_41_2023.txt", 20), ("regulations/paser_56_2020.txt", 20),
     ("drafts/tanpa_cela.docx", 8), ("drafts/staf_ahli.pdf", 4)],
)  # fmt: skip
def test_a_check_beside_the_reading_alone(name: str, most: int) -> None:
    """What is wanted is three times the reading, or 100 ms more than it."""
    data = (CORPUS / name).read_bytes()
    check_draft(data, name)
    reading = _seconds(lambda: read_draft(data, name))
    check = _seconds(lambda: check_draft(data, name))
    print(
        f"\n{name}: checked in {check / reading:.1f} times the {1000 * reading:.0f} ms of reading"
    )
    assert check / reading < most

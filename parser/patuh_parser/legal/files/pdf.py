"""PDF files as lines, through pypdf (BSD licence), which is imported when one is read."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from patuh_parser.legal.errors import DraftError
from patuh_parser.legal.files.limits import MAX_CHARACTERS, MAX_PAGES
from patuh_parser.legal.files.raw_lines import FileNote, RawLine, RawText, check_size

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

_FAR = re.compile(rb"[-+]?\d{6,}(?:\.\d*)?(?:\s+[-+.\d]+){0,5}\s+(?:T[dDm]|cm)\b")
"""A move by 100,000 points or more; a page has at most 14,400."""


def read_pdf(data: bytes, path: str) -> RawText:
    """Return the lines of a PDF with their pages; a blank line ends a paragraph.

    Raises:
        DraftError: ``terenkripsi``, ``pindaian``, ``pdf_rusak``, ``pdf_tanpa_pembaca`` or
            one of the size limits.
    """
    try:
        from pypdf import PdfReader
    except ImportError as fault:
        raise DraftError("pdf_tanpa_pembaca", path) from fault
    with _quiet():
        try:
            texts = _pages(PdfReader(io.BytesIO(data)), path)
        except DraftError:
            raise
        except Exception as fault:  # pypdf lets many kinds of errors through
            raise DraftError("pdf_rusak", path) from fault
    if not texts:
        raise DraftError("pdf_rusak", path)
    if not any(text.strip() for text in texts):
        raise DraftError("pindaian", path, pages=len(texts))
    lines = list(_lines(texts))
    check_size([line.text for line in lines], path)
    return RawText("pdf", tuple(lines), tuple(_empty_pages(texts)))


def _pages(reader: PdfReader, path: str) -> list[str]:
    if reader.is_encrypted:
        raise DraftError("terenkripsi", path)
    count = len(reader.pages)
    if count > MAX_PAGES:
        raise DraftError("terlalu_besar", path, limit=f"{MAX_PAGES} halaman/pages")
    texts: dict[int, str] = {}
    found: list[str] = []
    length = 0
    for page in (reader.pages[at] for at in range(count)):
        key = page.indirect_reference.idnum if page.indirect_reference else -len(found) - 1
        if key not in texts:  # a page may be listed more than once
            texts[key] = _page(page)
        found.append(texts[key])
        length += len(texts[key])
        if length > MAX_CHARACTERS:
            raise DraftError("terlalu_besar", path, limit=f"{MAX_CHARACTERS} karakter/characters")
    return found


def _page(page: PageObject) -> str:
    text = ""
    try:
        if not _scattered(page):
            text = page.extract_text(extraction_mode="layout", layout_mode_strip_rotated=True)
    except Exception:  # layout needs fonts that a damaged page may lack
        text = ""
    return text if text.strip() else page.extract_text()


def _scattered(page: PageObject) -> bool:
    """Whether text lies so far apart that layout would fill the memory with blanks."""
    contents = page.get_contents()
    return contents is not None and _FAR.search(contents.get_data()) is not None


def _lines(texts: list[str]) -> Iterator[RawLine]:
    paragraph, blank = 0, True
    for page, text in enumerate(texts, 1):
        for row in text.splitlines() or [""]:
            empty = not row.strip()
            paragraph += blank and not empty
            blank = empty
            yield RawLine(row, paragraph, page)
        blank = True


def _empty_pages(texts: list[str]) -> Iterator[FileNote]:
    for page, text in enumerate(texts, 1):
        if not text.strip():
            yield "halaman_tanpa_teks", page, (("page", str(page)),)


@contextmanager
def _quiet() -> Iterator[None]:
    logger = logging.getLogger("pypdf")
    before = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(before)

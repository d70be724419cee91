"""PDF files as lines, through pypdf (BSD licence), which is imported when one is read."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from patuh_parser.legal.errors import DraftError
from patuh_parser.legal.files.columns import one_after_another
from patuh_parser.legal.files.limits import MAX_CHARACTERS, MAX_PAGES
from patuh_parser.legal.files.pdf_page import PageText, text_of
from patuh_parser.legal.files.pdf_words import with_whole_words
from patuh_parser.legal.files.raw_lines import FileNote, RawLine, RawText, check_size
from patuh_parser.legal.files.watermarks import without_watermark

if TYPE_CHECKING:
    from pypdf import PdfReader


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
            pages, texts = _pages(PdfReader(io.BytesIO(data)), path)
        except DraftError:
            raise
        except Exception as fault:  # pypdf lets many kinds of errors through
            raise DraftError("pdf_rusak", path) from fault
    if not texts:
        raise DraftError("pdf_rusak", path)
    if not any(text.strip() for text in texts):
        raise DraftError("pindaian", path, pages=len(texts))
    lines = list(_lines(without_watermark(texts)))
    check_size([line.text for line in lines], path)
    return RawText("pdf", tuple(lines), tuple(_notes(texts, pages)))


def _pages(reader: PdfReader, path: str) -> tuple[list[PageText], list[str]]:
    """Return the pages as they are laid out, and their texts with whole words."""
    if reader.is_encrypted and not _opens(reader):
        raise DraftError("terenkripsi", path)
    count = len(reader.pages)
    if count > MAX_PAGES:
        raise DraftError("terlalu_besar", path, limit=f"{MAX_PAGES} halaman/pages")
    read: dict[int, PageText] = {}
    found: list[PageText] = []
    length = 0
    for page in (reader.pages[at] for at in range(count)):
        key = page.indirect_reference.idnum if page.indirect_reference else -len(found) - 1
        if key not in read:  # a page may be listed more than once
            read[key] = text_of(page, path)
        found.append(read[key])
        length += len(read[key].text)
        if length > MAX_CHARACTERS:
            raise DraftError("terlalu_besar", path, limit=f"{MAX_CHARACTERS} karakter/characters")
    texts = [page.text for page in found]
    return found, with_whole_words(texts, lambda at: reader.pages[at].extract_text())


def _opens(reader: PdfReader) -> bool:
    """Tell whether a file opens without a password: one of the owner alone restricts no reading."""
    try:
        return bool(reader.decrypt(""))
    except Exception:  # the library of the cipher is missing, or the cipher is unknown
        return False


def _lines(texts: list[str]) -> Iterator[RawLine]:
    paragraph, blank = 0, True
    for page, text in enumerate(texts, 1):
        for row in _rows(text):
            empty = not row.strip()
            paragraph += blank and not empty
            blank = empty
            yield RawLine(row, paragraph, page)
        blank = True


def _rows(text: str) -> Iterator[str]:
    rows = text.splitlines() or [""]
    for part in one_after_another(rows):
        yield rows[part] if isinstance(part, int) else rows[part[0]][part[1] : part[2]]


def _notes(texts: list[str], pages: list[PageText]) -> Iterator[FileNote]:
    """Note the pages without text and those of OCR; a blank one may only stand between others."""
    last = max((page for page, text in enumerate(texts, 1) if text.strip()), default=0)
    for page, (text, read) in enumerate(zip(texts, pages, strict=True), 1):
        if not text.strip() and (not read.blank or page > last):
            yield "halaman_tanpa_teks", page, (("page", str(page)),)
        elif text.strip() and read.recognised:
            yield "teks_ocr", page, (("page", str(page)),)


@contextmanager
def _quiet() -> Iterator[None]:
    logger = logging.getLogger("pypdf")
    before = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(before)

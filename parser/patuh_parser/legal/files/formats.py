"""Telling the format of a file by its content, and handing it to its reader."""

from pathlib import PurePath

from msgspec.structs import replace

from patuh_parser.legal.errors import DraftError
from patuh_parser.legal.files.docx import read_docx
from patuh_parser.legal.files.limits import MAX_BYTES
from patuh_parser.legal.files.office import as_docx
from patuh_parser.legal.files.pdf import read_pdf
from patuh_parser.legal.files.plain import read_plain
from patuh_parser.legal.files.raw_lines import RawText, fold

_TEXT_ENDINGS = ("", ".txt", ".md", ".markdown", ".text")
_OFFICE_ENDINGS = (
    ".doc",
    ".dot",
    ".docm",
    ".dotm",
    ".dotx",
    ".odt",
    ".ott",
    ".rtf",
    ".xls",
    ".xlsx",
)
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument"
"""What the first file in the container of LibreOffice is called and holds."""
_TEXT = b".text"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_VBA = "_VBA_PROJECT".encode("utf-16-le")
_WORD = "WordDocument".encode("utf-16-le")
_RICH = b"{\\rtf"
_PDF = b"%PDF-"
_HEAD = 1_024


def is_container(data: bytes) -> bool:
    """Tell whether a file has a format of its own, so that it is no plain text."""
    return data.startswith((b"PK\x03\x04", _OLE, _RICH)) or _PDF in data[:_HEAD]


def read_file(data: bytes, path: str) -> RawText:
    """Return the lines of a file in any of the known formats.

    Raises:
        DraftError: see ``reader.read_draft``.
    """
    if len(data) > MAX_BYTES:
        raise DraftError("terlalu_besar", path, limit=f"{MAX_BYTES // 1_000_000} MB")
    if not data.strip():
        raise DraftError("kosong", path)
    ending = PurePath(path.replace("\0", "")).suffix.lower()
    text = _read(data, path, ending)
    if not any(fold(line.text) for line in text.lines):
        embedded = any(code == "berkas_tertanam" for code, _, _ in text.notes)
        raise DraftError("hanya_tertanam" if embedded else "kosong", path)
    return text


def _read(data: bytes, path: str, ending: str) -> RawText:
    if data[30:].startswith(_OPEN_DOCUMENT):
        if not data[30 + len(_OPEN_DOCUMENT) :].startswith(_TEXT):
            raise DraftError("format_tak_dikenal", path)
        return _through_office(data, path, ".odt", "perlu_office")
    if data.startswith(b"PK"):
        return read_docx(data, path)
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise DraftError("terenkripsi", path)
        if _VBA in data:
            raise DraftError("makro", path)
        if _WORD not in data:
            known = ending in (".doc", ".dot")
            raise DraftError("doc_lama" if known else "format_tak_dikenal", path)
        return _through_office(data, path, ".doc", "doc_lama")
    if data.startswith(_RICH):
        return _through_office(data, path, ".rtf", "perlu_office")
    if _PDF in data[:_HEAD]:
        return read_pdf(data, path)
    if ending == ".docx":
        raise DraftError("docx_rusak", path)
    if ending == ".pdf":
        raise DraftError("pdf_rusak", path)
    if ending in _OFFICE_ENDINGS or (ending not in _TEXT_ENDINGS and b"\0" in data):
        raise DraftError("format_tak_dikenal", path)
    return read_plain(data, path)


def _through_office(data: bytes, path: str, ending: str, missing: str) -> RawText:
    """Return the lines of what LibreOffice makes of a file; nothing is written back into it."""
    text = read_docx(as_docx(data, path, ending, missing), path)
    note = ("dibaca_lewat", None, (("format", ending),))
    return replace(text, notes=(note, *text.notes), main="", root=None)

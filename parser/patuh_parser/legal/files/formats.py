"""Telling the format of a file by its content, and handing it to its reader."""

from pathlib import PurePath

from patuh_parser.legal.errors import DraftError
from patuh_parser.legal.files.docx import read_docx
from patuh_parser.legal.files.limits import MAX_BYTES
from patuh_parser.legal.files.pdf import read_pdf
from patuh_parser.legal.files.plain import read_plain
from patuh_parser.legal.files.raw_lines import RawText, fold

_TEXT_ENDINGS = ("", ".txt", ".md", ".markdown", ".text")
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument"
"""What the first file in the container of LibreOffice is called and holds."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_VBA = "_VBA_PROJECT".encode("utf-16-le")


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
        raise DraftError("format_tak_dikenal", path)
    if data.startswith(b"PK"):
        return read_docx(data, path)
    if data.startswith(_OLE):
        code = "makro" if _VBA in data else "doc_lama"
        raise DraftError("terenkripsi" if _ENCRYPTED in data else code, path)
    if b"%PDF-" in data[:1024]:
        return read_pdf(data, path)
    if ending == ".docx":
        raise DraftError("docx_rusak", path)
    if ending == ".pdf":
        raise DraftError("pdf_rusak", path)
    if ending not in _TEXT_ENDINGS or data.startswith(b"{\\rtf"):
        raise DraftError("format_tak_dikenal", path)
    return read_plain(data, path)

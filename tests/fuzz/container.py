"""The reader of drafts on files as they come: the packing of Word files, and PDF."""

from . import Traits
from .legal_text import inspect

SUFFIX = ".bin"
LONGEST = 1600
WORDS = (
    "PK\x01\x02", "PK\x03\x04", "PK\x05\x06", "%PDF-1.7\n", "obj\n", "endobj\n", "stream\n",
    "endstream\n", "xref\n", "trailer\n", "startxref\n", "%%EOF", "/Type", "/Pages", "/Page",
    "/Kids", "/Count", "/Parent", "/Contents", "/Resources", "/Font", "/Root", "/Catalog", "/Prev",
    "/XRef", "/ObjStm", "/Length", "/Filter", "/FlateDecode", "/LZWDecode", "/ASCII85Decode",
    "/ASCIIHexDecode", "/RunLengthDecode", "/DecodeParms", "/Predictor", "/Columns", "/ToUnicode",
    "/Encoding", "/Differences", "/Encrypt", "/First", "/N", "/Index", "/W", "/Size", "1 0 R",
    "BT", "ET", "Tj", "TJ", "Tf", "Td", "Tm", "Do", "beginbfrange", "endbfrange", "beginbfchar",
    "endbfchar", "<<", ">>", "[", "]", "99999999", "/XObject", "/Form", "/Subtype",
)  # fmt: skip


def harness(data: bytes) -> Traits:
    """Read the bytes; what they are follows from their beginning."""
    return inspect(data, "x.pdf" if b"%PDF-" in data[:1024] else "x.docx")

"""Plain text and Markdown files as lines."""

import re

from patuh_parser.legal.errors import DraftError
from patuh_parser.legal.files.markdown import without_markup
from patuh_parser.legal.files.raw_lines import FileNote, RawLine, RawText, check_size

_BREAK = re.compile(r"[\r\n\v\x85\u2028\u2029]")
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def read_plain(data: bytes, path: str) -> RawText:
    """Return the lines of a text file; a form feed begins a page.

    UTF-8, UTF-16 with a byte order mark, else Windows-1252, which is noted.

    Raises:
        DraftError: ``nul`` or one of the size limits.
    """
    text, notes = _decode(data, path)
    pages = text.replace("\r\n", "\n").split("\f")
    markdown = path.lower().endswith((".md", ".markdown"))
    lines: list[RawLine] = []
    paragraph, blank = 0, True
    for page, content in enumerate(pages, 1):
        rows = _BREAK.split(content)
        check_size(rows, path)
        for row in without_markup(rows) if markdown else rows:
            empty = not row.strip()
            paragraph += blank and not empty
            blank = empty
            lines.append(RawLine(row, paragraph, page if len(pages) > 1 else None))
    check_size([line.text for line in lines], path)
    return RawText("txt", tuple(lines), notes)


def _decode(data: bytes, path: str) -> tuple[str, tuple[FileNote, ...]]:
    encoding = next((name for bom, name in _BOMS if data.startswith(bom)), "utf-8")
    notes: tuple[FileNote, ...] = ()
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
        notes = (("bukan_utf8", None, ()),)
    if "\0" in text:
        raise DraftError("nul", path)
    return text, notes

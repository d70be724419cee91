"""Whether the text of a PDF page was recognised (OCR): it lies unseen upon a picture."""

import re

_SHOWN = re.compile(rb"(?:Tj|TJ|'|\")(?=\s|$)")
_MODE = re.compile(rb"(?<![-+.\d])([0-7])\s+Tr(?=\s|$)|(?<!\S)Q(?=\s|$)")
"""What sets how text is painted, or returns to what was before (PDF 32000-1, 9.3.6 and 8.4.2)."""
_PICTURE = re.compile(rb"(?<!\S)(?:Do|BI)(?=\s|$)")
_UNSEEN = b"3"


def is_recognised(data: bytes) -> bool:
    """Tell whether most text in the content of a page is neither filled nor stroked."""
    if not _PICTURE.search(data):
        return False
    unseen = shown = at = 0
    mode: bytes | None = None
    for found in _MODE.finditer(data):
        count = len(_SHOWN.findall(data, at, found.start()))
        shown, unseen = shown + count, unseen + count * (mode == _UNSEEN)
        mode, at = found[1], found.end()
    count = len(_SHOWN.findall(data, at))
    shown, unseen = shown + count, unseen + count * (mode == _UNSEEN)
    return unseen * 2 > shown

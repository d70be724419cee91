"""Bytes to text, and text to the characters that the reader knows; columns never shift."""

import re

from patuh_parser.sotk.diagnostic import Diagnostic
from patuh_parser.sotk.errors import SotkError
from patuh_parser.sotk.limits import MOST_LINES
from patuh_parser.text.source import encoding_of
from patuh_parser.text.span import Span

MAX_BYTES = 32 * 1024 * 1024
"""Size of the largest text that is read, in bytes (or characters)."""

_SPACES = dict.fromkeys(
    [*"\t\v\f\x85\xa0\u1680\u202f\u205f\u3000\u2028\u2029", *map(chr, range(0x2000, 0x200B))], " "
)
_SAME = {
    **dict.fromkeys("“”„‟«»″＂", '"'),
    **dict.fromkeys("‘’‚‛′`´", "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "：": ":",
}
_TABLE = str.maketrans({**_SPACES, **_SAME})
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff\ufff9-\ufffb]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff]")


def decode(data: bytes, path: str = "<teks>") -> str:
    """Return the text of a file in UTF-8, or in UTF-16 with a byte order mark.

    Raises SotkError: too large (E003), binary (E002), not UTF-8 (E001).
    """
    if len(data) > MAX_BYTES:
        raise _error("E003", 1, 1, path, str(MAX_BYTES // 1024 // 1024))
    encoding = encoding_of(data)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        before = data[: error.start]
        if encoding == "utf-16":
            before = before.decode(encoding, "replace").encode()
        elif b"\0" in data[:4096]:
            raise _error("E002", 1, 1, path, "U+0000") from None
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        raise _error("E001", line, column, path) from None
    _check(text, path)
    return text


def normalise(text: str, path: str = "<teks>") -> str:
    """Return the text with typographic characters replaced one for one, lines ended by `\\n`.

    Raises SotkError for control, invisible or direction characters (E002, E004, E005) and for
    a text that is too large (E003) or has too many lines (E008).
    """
    if len(text) > MAX_BYTES:
        raise _error("E003", 1, 1, path, str(MAX_BYTES // 1024 // 1024))
    if text.startswith("\ufeff"):
        text = text[1:]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    _check(text, path)
    if text.count("\n") > MOST_LINES:
        raise _error("E008", MOST_LINES + 1, 1, path, str(MOST_LINES))
    plain = text.isascii() and not any(blank in text for blank in "\t\v\f")
    text = text.replace("dan/ atau", "dan/atau ")
    return text if plain else text.translate(_TABLE)


def _check(text: str, path: str) -> None:
    patterns = (("E002", _CONTROL), ("E004", _BIDI), ("E005", _INVISIBLE))
    for code, pattern in patterns[:1] if text.isascii() else patterns:
        found = pattern.search(text)
        if found is not None:
            before = text[: found.start()]
            line = before.count("\n") + 1
            column = found.start() - (before.rfind("\n") + 1) + 1
            raise _error(code, line, column, path, f"U+{ord(found.group()):04X}")


def _error(code: str, line: int, column: int, path: str, *args: str) -> SotkError:
    return SotkError((Diagnostic(code, Span(line, column, line, column + 1), args),), path)

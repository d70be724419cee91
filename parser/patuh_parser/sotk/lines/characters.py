"""Bytes to text, and text to the characters that the reader knows.

Columns count the text as it is read (`text.letters.as_read`): without what a paste brings along.
"""

import re
from collections.abc import Callable
from functools import partial

from patuh_parser.sotk.diagnostic import Diagnostic
from patuh_parser.sotk.errors import SotkError
from patuh_parser.sotk.limits import MOST_LINES
from patuh_parser.text.letters import BLANKS, PASTED, as_read, hidden, mixed_word
from patuh_parser.text.source import encoding_of, text_lines
from patuh_parser.text.span import Span

Search = Callable[[str], re.Match[str] | None]

MAX_BYTES = 32 * 1024 * 1024
"""Size of the largest text that is read, in bytes (or characters)."""

_SPACES = dict.fromkeys(BLANKS, " ")
_SAME = {
    **dict.fromkeys("“”„‟«»″＂", '"'),
    **dict.fromkeys("‘’‚‛′`´", "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "：": ":",
}
_TABLE = str.maketrans({**_SPACES, **_SAME})
_BIDI = "[\u061c\u200f\u202a-\u202e\u2066-\u2069]"
_ASCII_CONTROL = r"[\x00-\x08\x0e-\x1f\x7f]"
_CONTROL = r"[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff]"


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

    Raises SotkError for control, invisible or direction characters (E002, E004, E005), for words
    that mix scripts (E009) and for a text that is too large (E003) or has too many lines (E008).
    """
    if len(text) > MAX_BYTES:
        raise _error("E003", 1, 1, path, str(MAX_BYTES // 1024 // 1024))
    text = as_read(text).replace("\r\n", "\n").replace("\r", "\n")
    _check(text, path)
    if mixed := mixed_word(text):
        raise _at("E009", text, mixed.start(), path, mixed.group())
    if text.count("\n") + (not text.endswith("\n")) > MOST_LINES:
        raise _error("E008", MOST_LINES + 1, 1, path, str(MOST_LINES))
    plain = text.isascii() and not any(blank in text for blank in "\t\v\f")
    text = text.replace("dan/ atau", "dan/atau ")
    return text if plain else text.translate(_TABLE)


def _check(text: str, path: str) -> None:
    if text.isascii():
        searches: tuple[tuple[str, Search], ...] = (("E002", partial(re.search, _ASCII_CONTROL)),)
    else:
        searches = (
            ("E002", partial(re.search, _CONTROL)),
            ("E004", partial(re.search, _BIDI)),
            ("E005", _unseen),
        )
    for code, search in searches:
        found = search(text)
        if found is not None:
            raise _at(code, text, found.start(), path, f"U+{ord(found.group()):04X}")


def pasted_lines(text: str) -> tuple[int, ...]:
    """The numbers of the lines from which something that a paste brought along is left out."""
    if text.isascii():
        return ()
    return tuple(
        at
        for at, line in enumerate(text_lines(text.removeprefix("\ufeff")), 1)
        if any(char in line for char in PASTED)
    )


def _unseen(text: str) -> re.Match[str] | None:
    odd = hidden(text)
    return re.search(f"[{re.escape(''.join(odd))}]", text) if odd else None


def _at(code: str, text: str, at: int, path: str, *args: str) -> SotkError:
    before = text[:at]
    return _error(code, before.count("\n") + 1, at - (before.rfind("\n") + 1) + 1, path, *args)


def _error(code: str, line: int, column: int, path: str, *args: str) -> SotkError:
    return SotkError((Diagnostic(code, Span(line, column, line, column + 1), args),), path)

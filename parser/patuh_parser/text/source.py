"""The lines of a text as spans count them, and what is legible of its bytes."""

import re

_LINE = r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+"


def text_lines(text: str, *, ends: bool = False) -> list[str]:
    """Return the lines of a text as spans count them, with what ends them if asked."""
    lines = re.findall(_LINE, text)
    return lines if ends else [line.rstrip("\r\n") for line in lines]


def legible(data: bytes) -> str:
    """Return the text of a file as far as it is text, to show where an error lies."""
    return data.decode(encoding_of(data), errors="replace")


def encoding_of(data: bytes) -> str:
    """Return UTF-16 for bytes that begin with its mark, else UTF-8."""
    return "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"

"""Watermarks that lie flat across a page: extraction sets them behind the line that they cross."""

import re

from patuh_parser.legal.data import one_of, table

_WORD = one_of(table("words")["watermarks"])
_BEHIND = re.compile(rf"(?<=\S)(?:\s{{3,}}|(?<=[a-z0-9.,;:)])){_WORD}[ \t]*$", re.MULTILINE)
_MOST = 2
"""How often one page shows it."""


def without_watermark(texts: list[str]) -> list[str]:
    """Return the pages without words like ``SALINAN`` at the ends of their lines.

    On each page once or twice, and on more than half of those with text: else they are text.
    """
    found = [len(_BEHIND.findall(text)) for text in texts]
    marked = sum(1 <= count <= _MOST for count in found)
    if not marked or 2 * marked <= sum(bool(text.strip()) for text in texts):
        return texts
    return [
        _BEHIND.sub("", text) if count <= _MOST else text
        for text, count in zip(texts, found, strict=True)
    ]

"""Facts from the brackets of a draft: those without their other half."""

import re

from patuh.facts.drafts.collector import Collector
from patuh.facts.text import string

_BRACKET = re.compile(r"[()]")
_ITEM = re.compile(r"(?:\A|[\s;:,])(?:[a-z]{1,2}|[0-9]{1,2})\Z")
"""The mark of an item before its bracket: `a)`, `12)`."""
_MARK = 3
_AROUND, _MOST = 12, 40
"""Characters on each side of a bracket that are told, up to the end of their word; at most."""


def bracket_facts(into: Collector) -> None:
    """The first bracket of each unit whose other half is not there."""
    index = 0
    for node in into.draft.everywhere():
        if (at := _unpaired(node.text)) is not None:
            index += 1
            here = into.words(node, at, at + 1)
            into.locus("kurung", index, here)
            into.fact(here, "kurung_timpang", index, string(_around(node.text, at)))


def _unpaired(text: str) -> int | None:
    open_at: list[int] = []
    for found in _BRACKET.finditer(text):
        if found[0] == "(":
            open_at.append(found.start())
        elif open_at:
            open_at.pop()
        elif not _ITEM.search(text, max(0, found.start() - _MARK), found.start()):
            return found.start()
    return open_at[0] if open_at else None


def _around(text: str, at: int) -> str:
    start = text.rfind(" ", 0, max(0, at - _AROUND)) + 1
    end = text.find(" ", at + _AROUND)
    return text[max(start, at - _MOST) : min(end if end >= 0 else len(text), at + _MOST)]

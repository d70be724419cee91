"""Taking the page furniture out of a text: what the printer added, not the law-giver.

Furniture is a page number ``- 5 -`` with the letterhead above it, Markdown bullets, and
catchwords: words at the foot of a page, ended by ``...``, that the next page repeats.
A line without the dots, or whose words the following text does not repeat, is text.
"""

import re
from itertools import pairwise

from msgspec import Struct

_PAGE_NUMBER = re.compile(r"- [0-9]{1,4} -")
_LETTERHEAD = re.compile(
    r"(BUPATI|GUBERNUR|WALI ?KOTA|PRESIDEN|MENTERI|PROVINSI|SALINAN)\b[A-Z0-9 .,/-]*"
)
_BULLET = re.compile(r"^[-*•] (?=\S)")
_DOTS = ("...", "…")
_MAX_LETTERHEAD = 4
_MAX_CATCHWORDS = 6


class SourceLine(Struct, frozen=True):
    """One line of content: 1-based source line number, text with white space folded."""

    line: int
    text: str


def content_lines(lines: list[str]) -> list[SourceLine]:
    """Return the lines that carry content, folded, without page furniture."""
    folded = [SourceLine(at, " ".join(line.split())) for at, line in enumerate(lines, 1)]
    filled = [line for line in folded if line.text]
    bare = [
        SourceLine(line.line, _BULLET.sub("", line.text, count=1))
        for line in _without_page_heads(filled)
    ]
    kept = (
        SourceLine(here.line, _without_catchwords(here.text, after.text))
        for here, after in pairwise([*bare, SourceLine(0, "")])
    )
    return [line for line in kept if line.text]


def _without_page_heads(lines: list[SourceLine]) -> list[SourceLine]:
    kept: list[SourceLine] = []
    for line in lines:
        if not _PAGE_NUMBER.fullmatch(line.text):
            kept.append(line)
            continue
        for _ in range(_MAX_LETTERHEAD):
            if not kept or not _LETTERHEAD.fullmatch(kept[-1].text):
                break
            kept.pop()
    return kept


def _without_catchwords(text: str, following: str) -> str:
    if not text.endswith(_DOTS):
        return text
    words = text.rstrip(".…").split()
    after = following.split(maxsplit=_MAX_CATCHWORDS)[:_MAX_CATCHWORDS]
    for count in range(min(len(words), len(after)), 0, -1):
        if _repeats(words[-count:], after[:count]):
            return " ".join(words[:-count])
    return text


def _repeats(catchwords: list[str], following: list[str]) -> bool:
    *head, last = [word.casefold() for word in catchwords]
    *head_after, last_after = [word.casefold() for word in following]
    return head == head_after and (last == last_after or last_after.startswith(f"{last}-"))

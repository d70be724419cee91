"""Page furniture of drafts: page numbers and running heads, by page where pages are known.

What the regulation reader knows of furniture (letterhead above ``- 5 -``, catchwords,
bullets) is left to it; here come the forms that only pages tell apart from text.
"""

import re
from collections import Counter
from collections.abc import Callable

from msgspec import Struct

from patuh_parser.legal.files.raw_lines import RawLine, fold, plain
from patuh_parser.regulation.furniture import content_lines

_PAGE_NUMBER = re.compile(
    r"(?:[-~(/|.]{1,2} ?[0-9]{1,4} ?[-~)/|.]{1,2}"
    r"|(?:hal(?:aman|\.)?|page) ?:? ?[0-9]{1,4}(?: ?(?:dari|of|/) ?[0-9]{1,4})?)",
    re.IGNORECASE,
)
_BARE_NUMBER = re.compile(r"[0-9]{1,4}(?: ?(?:/|dari|of) ?[0-9]{1,4})?")
_DIGITS = re.compile(r"[0-9]+")
_BULLET = re.compile(r"^([-*•▪●○◦–—]|[\uf000-\uf0ff]) (?=\S)")
_STRUCTURE = re.compile(
    r"(?:BAB|Bagian|Paragraf|Pasal|PASAL|LAMPIRAN|PENJELASAN)\b"
    r"|\(?[0-9a-z]{1,3}[.)](?: |$)|.*[;:,]$"
)
_HEAD, _FOOT = 4, 3
_MIN_PAGES = 3
_SHARE = 0.6


class Content(Struct, frozen=True):
    """A line of content: its 1-based number, its text (folded, plain), whether bulleted.

    ``raw`` is the line as the file has it.
    """

    number: int
    text: str
    bullet: bool
    raw: RawLine


def strip_furniture(lines: tuple[RawLine, ...]) -> list[Content]:
    """Return the lines that carry content, in order."""
    folded = [plain(fold(line.text)) for line in lines]
    for at in _page_furniture(lines, folded):
        folded[at] = ""
    for at, text in enumerate(folded):
        if _PAGE_NUMBER.fullmatch(text) and lines[at].label == "":
            folded[at] = f"- {_DIGITS.findall(text)[0]} -"
    bullets = {at for at, text in enumerate(folded, 1) if _BULLET.match(text)}
    plain_bullets = [_BULLET.sub("- ", text, count=1) for text in folded]
    return [
        Content(line.line, line.text, line.line in bullets, lines[line.line - 1])
        for line in content_lines(plain_bullets)
    ]


def _page_furniture(lines: tuple[RawLine, ...], folded: list[str]) -> set[int]:
    pages: dict[int, list[int]] = {}
    for at, line in enumerate(lines):
        if line.page is not None and folded[at]:
            pages.setdefault(line.page, []).append(at)
    found: set[int] = set()
    if len(pages) >= _MIN_PAGES:
        found |= _running(pages, folded, lambda rows: rows[:_HEAD])
        found |= _running(pages, folded, lambda rows: rows[_HEAD:][-_FOOT:])
    for rows in pages.values():
        left = [at for at in rows if at not in found]
        edge = {*left[:2], *left[-2:]}
        found |= {at for at in edge if _BARE_NUMBER.fullmatch(folded[at])}
    return found


def _running(
    pages: dict[int, list[int]], folded: list[str], edge: Callable[[list[int]], list[int]]
) -> set[int]:
    shapes = {at: _DIGITS.sub("#", folded[at]) for rows in pages.values() for at in edge(rows)}
    shapes = {at: shape for at, shape in shapes.items() if not _STRUCTURE.match(folded[at])}
    counts = Counter(
        shape for rows in pages.values() for shape in {shapes.get(at, "") for at in edge(rows)}
    )
    enough = max(_MIN_PAGES, _SHARE * len(pages))
    return {at for at, shape in shapes.items() if counts[shape] >= enough}

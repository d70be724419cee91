"""Page furniture: what the printer added, not the law-giver.

Letterheads above a page number, running heads, catchwords (words at the foot of a page,
ended by ``...``, that the next page repeats; where pages are known without dots too) and bullets
are taken out; by page where pages are known. A line whose dots or words the following text does
not repeat is text.
"""

import re
from collections import Counter
from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from patuh_parser.legal.data import one_of, table
from patuh_parser.legal.files.raw_lines import RawLine, plain

_PAGE_NUMBER = re.compile(
    r"(?!(?:- )?\(?[0-9]+[.)]$)(?:[-~(/|.]{1,2} ?[0-9]{1,4} ?[-~)/|.]{1,2}"
    r"|(?:hal(?:aman|\.)?|page) ?:? ?[0-9]{1,4}(?: ?(?:dari|of|/) ?[0-9]{1,4})?)",
    re.IGNORECASE,
)
"""Not ``(2)`` and ``- 2.``, which are markers alone on their line."""

_BARE_NUMBER = re.compile(r"[0-9]{1,4}(?: ?(?:/|dari|of) ?[0-9]{1,4})?|\([0-9]{1,4}\)")
"""What is a page number only at the edge of a page; elsewhere ``(2)`` is an ayat."""

_PRINTED_NUMBER = re.compile(r"- [0-9]{1,4} -")
_GAZETTE_HEAD = re.compile(
    r"(?:-?[0-9]{1,4}-? )?(?:19|20)[0-9]{2}, No\. ?[0-9]{1,5}(?: -?[0-9]{1,4}-?)?"
)
"""The head of a page of the Berita Negara or Lembaran Negara, left or right of its number."""
_OFFICES = table("words")["offices"]
_LETTERHEAD = re.compile(one_of(_OFFICES["heads"], _OFFICES["letterhead"]) + r"\b[A-Z0-9 .,/-]*")
_DIGITS = re.compile(r"[0-9]+")
_BULLET = re.compile(r"(?:[-*•▪●○◦–—]|[\uf000-\uf0ff]) (?=\S)")
_STRUCTURE = re.compile(
    r"(?:BAB|Bagian|Paragraf|Pasal|PASAL|LAMPIRAN|PENJELASAN)\b"
    r"|\(?[0-9a-z]{1,3}[.)](?: |$)|.*[;:,]$"
)
_CLOSING = re.compile(r"(?:Diundangkan|Ditetapkan|Disahkan)\b")
_UNREPEATED = re.compile(r"(?:Pasal|BAB|Bagian|Paragraf) \S{1,12} ?(?:\.{2,}|…\.*)")
"""At the foot of a page no heading ends so; the page that repeats it may not be readable."""
_DOTS = re.compile(r"\.\.$|…\.*$")
_MAX_LETTERHEAD = 4
_MAX_CATCHWORDS = 6
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


def strip_furniture(lines: tuple[RawLine, ...], folded: list[str]) -> list[Content]:
    """Return the lines that carry content, in order; ``folded`` are their texts, folded."""
    texts = [plain(text) for text in folded]
    for at in _running_heads(lines, texts):
        texts[at] = ""
    kept: list[Content] = []
    for at, (text, raw) in enumerate(zip(texts, lines, strict=True), 1):
        if _PRINTED_NUMBER.fullmatch(text) or (not raw.label and _PAGE_NUMBER.fullmatch(text)):
            _drop_letterhead(kept)
        elif text:
            bullet = _BULLET.match(text)
            kept.append(Content(at, text[bullet.end() :] if bullet else text, bool(bullet), raw))
    following = [*kept, None][1:]
    stripped = map(_without_catchwords, kept, following)
    return [line for line in stripped if line.text]


def _drop_letterhead(kept: list[Content]) -> None:
    """Take the letterhead off the end of what was kept: a page number stands below it."""
    for _ in range(_MAX_LETTERHEAD):
        if not kept or kept[-1].bullet or not _LETTERHEAD.fullmatch(kept[-1].text):
            return
        kept.pop()


def _without_catchwords(line: Content, following: Content | None) -> Content:
    turned = line.raw.page is not None and (
        following is None or line.raw.page != following.raw.page
    )
    if turned and _UNREPEATED.fullmatch(line.text):
        return replace(line, text="")
    if following is None:
        return line
    words = line.text.rstrip(".…").split()
    after = following.text.split(maxsplit=_MAX_CATCHWORDS)[:_MAX_CATCHWORDS]
    if not _DOTS.search(line.text):
        repeated = turned and not line.bullet and words == after[: len(words)]
        return replace(line, text="") if repeated and _opens(line.text) else line
    for count in range(min(len(words), len(after)), 0, -1):
        if _repeats(words[-count:], after[:count]):
            return replace(line, text=" ".join(words[:-count]))
    return line


def _opens(text: str) -> bool:
    return bool(_STRUCTURE.match(text) or _CLOSING.match(text))


def _repeats(catchwords: list[str], following: list[str]) -> bool:
    *head, last = [word.casefold() for word in catchwords]
    *head_after, last_after = [word.casefold() for word in following]
    same = last in (last_after, last_after.rstrip(":;,."))
    return head == head_after and (same or last_after.startswith(f"{last}-"))


def _running_heads(lines: tuple[RawLine, ...], texts: list[str]) -> set[int]:
    pages: dict[int, list[int]] = {}
    for at, line in enumerate(lines):
        if line.page is not None and texts[at]:
            pages.setdefault(line.page, []).append(at)
    found: set[int] = set()
    if len(pages) >= _MIN_PAGES:
        found |= _running(pages, texts, lambda rows: rows[:_HEAD])
        found |= _running(pages, texts, lambda rows: rows[_HEAD:][-_FOOT:])
    for rows in pages.values():
        left = [at for at in rows if at not in found]
        edge = {*left[:2], *left[-2:]}
        found |= {at for at in edge if _BARE_NUMBER.fullmatch(texts[at])}
        found |= {at for at in edge if _GAZETTE_HEAD.fullmatch(texts[at])}
    return found


def _running(
    pages: dict[int, list[int]], texts: list[str], edge: Callable[[list[int]], list[int]]
) -> set[int]:
    shapes = {at: _DIGITS.sub("#", texts[at]) for rows in pages.values() for at in edge(rows)}
    shapes = {at: shape for at, shape in shapes.items() if not _STRUCTURE.match(texts[at])}
    counts = Counter(
        shape for rows in pages.values() for shape in {shapes.get(at, "") for at in edge(rows)}
    )
    enough = max(_MIN_PAGES, _SHARE * len(pages))
    return {at for at, shape in shapes.items() if counts[shape] >= enough}

"""Amounts with the names that stand before them, in provisions and in rows of attachments."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from patuh.facts.drafts.collector import Collector
from patuh.knowledge.patterns import folded
from patuh_parser.legal.model import Attachment, Node
from patuh_parser.text.span import Span

FIGURES = r"[0-9]{1,3}(?:\.[0-9]{3})*(?:,(?:00|-))?"
_NAMED = re.compile(
    r"(?P<name>[A-Za-z][^;:.,]{2,90}?),? (?:(?:adalah|ditetapkan|direncanakan) )?"
    rf"(?:sebesar|sejumlah) \(?Rp\.? ?(?P<figures>{FIGURES})(?![0-9,.]*[0-9])"
)
_AMOUNT = re.compile(rf"\(?(?:Rp\.? ?)?\(?({FIGURES})\)?")
_CELLS = re.compile(r"\s*\|\s*|\t+| {3,}| : ")
_NAME = re.compile(r"(?:[0-9.]{1,8}|[a-zA-Z][.)]) +(?=[A-Za-z])")
_LEAST = 100_000
"""Rupiah; what is less in a cell without `Rp` may count something else."""


class Stated(Struct, frozen=True):
    """An amount, the words before it in small letters, and where it stands."""

    name: str
    value: int
    at: Span
    node: Node | None = None


def value_of_figures(figures: str) -> int:
    """Whole rupiah: no other fractions than `,00` are read."""
    return int(figures.partition(",")[0].replace(".", ""))


def written(value: int) -> str:
    """Rupiah as figures."""
    return f"{value:,}".replace(",", ".")


def in_provisions(into: Collector, nodes: Iterable[Node]) -> Iterator[Stated]:
    """The amounts that are the only ones of their provision."""
    for node in nodes:
        named = _NAMED.match(node.text) if node.text.count("Rp") == 1 else None
        if named:
            value, at = value_of_figures(named["figures"]), into.first_line(node.place)
            yield Stated(folded(" ".join(named["name"].split())), value, at, node)


def in_rows(into: Collector, attachment: Attachment) -> Iterator[Stated]:
    """The amounts that are the only ones of their row."""
    for line in into.draft.lines_of(attachment.place):
        if "." not in line.text:
            continue
        cells = [cell.strip() for cell in _CELLS.split(line.text) if cell.strip()]
        amounts = [found for cell in cells if (found := _AMOUNT.fullmatch(cell))]
        values = [value_of_figures(found[1]) for found in amounts]
        stated = [
            v for v, found in zip(values, amounts, strict=True) if "Rp" in found[0] or v >= _LEAST
        ]
        names = [
            _NAME.sub("", cell, count=1) for cell in cells if cell[:1].isalpha() or " " in cell
        ]
        names = [name for name in names if name[:1].isalpha() and not _AMOUNT.fullmatch(name)]
        if len(stated) == 1 and names:
            yield Stated(folded(" ".join(names[0].split())), stated[0], into.line(line.number))

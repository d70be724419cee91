"""Facts on tables of attachments whose rows are those that an article lists, but for one."""

import re
from collections.abc import Iterator, Sequence

from patuh.facts.drafts.collector import Collector
from patuh.knowledge.drafting import pattern_of
from patuh.knowledge.patterns import folded
from patuh_parser.legal.model import Attachment, Line, Node
from patuh_parser.text.span import Span

_CELLS = re.compile(r"\s*\|\s*|\t+")
_NUMBER = re.compile(r"[0-9]{1,3}[.)]?")
_NUMBERED = re.compile(r"\s*[0-9]{1,3}[.)] +")
_LEAST, _NAMES = 3, 2
"""Items of a list, and names of one sort, from which on they are compared."""
_JOINED = re.compile(r"[;,.]? ?(?:dan/atau|dan|atau)?[;,.]? ?\Z")

Row = tuple[Line, str]


def other_rows(into: Collector) -> Iterator[tuple[Span, str, str]]:
    """Each such row, with what it says and what the article has in its place."""
    draft = into.draft
    articles = [one for one in draft.articles() if "Lampiran" in _whole(one)]
    for attachment in draft.attachments if articles and not draft.amending else ():
        columns = [*_columns(into, attachment)]
        for article in articles:
            for items in (*_lists(article), *_places(article)):
                for column in columns:
                    yield from _one_other(into, column, items)


def _columns(into: Collector, attachment: Attachment) -> Iterator[list[Row]]:
    """The columns of the numbered rows, and the places that they begin with."""
    lines = into.draft.lines_of(attachment.place)
    rows = [(line, _CELLS.split(line.text.strip())) for line in lines]
    rows = [(line, cells) for line, cells in rows if _NUMBER.fullmatch(cells[0])]
    for column in range(1, min((len(cells) for _, cells in rows), default=0)):
        yield [(line, cells[column]) for line, cells in rows]
    named = [(line, _NUMBERED.sub("", line.text)) for line in lines if _NUMBERED.match(line.text)]
    found = [(line, pattern_of("nama_tempat").match(text)) for line, text in named]
    if not rows and all(name for _, name in found):
        yield [(line, name[0]) for line, name in found if name]


def _lists(article: Node) -> Iterator[list[str]]:
    """The items of each list of an article."""
    for node in article.walk():
        items = [child for child in node.children if child.kind in ("huruf", "angka")]
        if len(items) >= _LEAST and not any(child.children for child in items):
            yield [_JOINED.sub("", " ".join(child.text.split())) for child in items]


def _places(article: Node) -> Iterator[list[str]]:
    """The places of one sort that a provision of the article names."""
    for node in article.walk():
        names: dict[str, list[str]] = {}
        for found in pattern_of("nama_tempat").finditer(node.text):
            names.setdefault(found["sort"], []).append(found[0])
        yield from (each for each in names.values() if len({*each}) == len(each) >= _NAMES)


def _one_other(
    into: Collector, rows: Sequence[Row], items: Sequence[str]
) -> Iterator[tuple[Span, str, str]]:
    said, written = ([folded(one) for one in ones] for ones in (items, [cell for _, cell in rows]))
    if len(said) != len(written) or len({*said}) < len(said):
        return
    missing = [one for one, plain in zip(items, said, strict=True) if plain not in written]
    others = [row for row, plain in zip(rows, written, strict=True) if plain not in said]
    if len(missing) == len(others) == 1 and others[0][1][:1].isalpha():
        yield into.line(others[0][0].number), others[0][1], missing[0]


def _whole(article: Node) -> str:
    return " ".join(node.text for node in article.walk())

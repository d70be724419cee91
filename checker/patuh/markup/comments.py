"""Comments in a Word file (ECMA-376 part 1, 17.13.4), beside those that are there."""

import datetime
from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape

from msgspec import Struct

from patuh.comparison.archive import HEAD
from patuh.markup.containers import Container, is_strict, largest_id
from patuh.markup.marking import ENDS, REFERENCES, STARTS, Marking
from patuh.markup.scanned import Scanned
from patuh.markup.spots import Spot
from patuh_parser.legal.files.wordml import local
from patuh_parser.text.shown import shown

AUTHOR = "patuh"


class Comment(Struct, frozen=True):
    """A comment from one character to another; `texts` are its paragraphs, the first is bold."""

    first: Spot
    last: Spot
    texts: tuple[str, ...]


def comment(
    container: Container, marking: Marking, comments: Sequence[Comment], day: datetime.date
) -> None:
    """Write comments into the file, and their marks into its main part."""
    if not comments:
        return
    root = marking.scanned.elements[0]
    namespace = root.tag.partition("}")[0].removeprefix("{")
    name = container.related("comments", is_strict(root))
    data = container.part(name) or f'{HEAD}<w:comments xmlns:w="{namespace}"/>'.encode()
    number = max(largest_id(container.tree(data)), _largest_reference(root)) + 1
    written: list[str] = []
    for identity, one in enumerate(comments, number):
        written.append(_comment(identity, one.texts, namespace, day))
        _mark(marking, one, identity, namespace)
    container.put(name, Scanned(data).appended("".join(written).encode()))


def own(namespace: str) -> str:
    """The declaration of the prefix `w` of an element that brings its own."""
    return f' xmlns:w="{namespace}"'


def stamp(day: datetime.date) -> str:
    """Who wrote a comment or change, and when."""
    return f'w:author="{AUTHOR}" w:date="{day.isoformat()}T00:00:00Z"'


def _comment(number: int, texts: Iterable[str], namespace: str, day: datetime.date) -> str:
    paragraphs = "".join(
        f"<w:p><w:r>{'' if at else '<w:rPr><w:b/></w:rPr>'}"
        f'<w:t xml:space="preserve">{escape(shown(text))}</w:t></w:r></w:p>'
        for at, text in enumerate(texts)
    )
    return (
        f'<w:comment{own(namespace)} w:id="{number}" {stamp(day)} w:initials="p">'
        f"{paragraphs}</w:comment>"
    )


def _mark(marking: Marking, one: Comment, number: int, namespace: str) -> None:
    about = f'{own(namespace)} w:id="{number}"/>'
    start = f"<w:commentRangeStart{about}".encode()
    end = f"<w:commentRangeEnd{about}".encode()
    reference = f'<w:r{own(namespace)}><w:commentReference w:id="{number}"/></w:r>'.encode()
    if local(one.last.element) == "p":
        marking.before(one.last, STARTS, start + end + reference)
        return
    first = one.first if _together(marking.scanned, one.first, one.last) else one.last
    if first is one.last and local(first.element) != "p":
        first = Spot(first.element, 0)
    marking.before(first, STARTS, start)
    marking.after(one.last, ENDS, end)
    marking.after(one.last, REFERENCES, reference)


def _together(scanned: Scanned, first: Spot, last: Spot) -> bool:
    """Whether both stand in one cell, text box or none: no comment goes across."""
    return _around(scanned, first.element) == _around(scanned, last.element)


def _around(scanned: Scanned, element: Element) -> int:
    at = scanned.of[id(element)]
    while at >= 0 and local(scanned.elements[at]) not in ("tc", "txbxContent"):
        at = scanned.parents[at]
    return at


def _largest_reference(root: Element) -> int:
    named = ("commentRangeStart", "commentRangeEnd", "commentReference")
    return max((largest_id(element) for element in root.iter() if local(element) in named),
               default=-1)  # fmt: skip

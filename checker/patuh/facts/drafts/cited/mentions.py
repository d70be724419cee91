"""The regulations that a draft names, each mention with its whole title where that is sure.

A title is known whole where what can follow on no title stands behind it.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from patuh.facts.drafts.cited.laws import NAMED, SMALL, cited, kind_and_region, plain
from patuh.knowledge.drafting import terms
from patuh_parser.legal.model import Draft, Node

_LEAD = re.compile(r",? tentang ", re.IGNORECASE)
_GOES_ON = re.compile(rf"(?!\W*\Z|\W*[(;.]|,? (?!(?:{'|'.join(sorted(SMALL))})\b)[a-z]{{3}})")
_GAZETTE = re.compile(r"[^)]{10,300}")
_INNER = re.compile(r"tentang Perubahan[^.;]{0,60}\Z", re.IGNORECASE)
"""Before a regulation that is named in the title of what amends it."""
_OF_STATE = re.compile(r"\brepublik indonesia\b ?")
_BY_REGION = ("perda", "perkada")
_REACH = 700


class Mention(Struct, frozen=True):
    """A mention: its number (0: the title of the draft), the words behind it, its whole title."""

    index: int
    kind: str
    maker: str
    region: str
    number: str
    year: str
    rest: str
    title: str
    gazette: str
    inner: bool
    node: Node | None

    @property
    def name(self) -> tuple[str, str]:
        return self.number, self.year


def mentions_of(draft: Draft) -> Iterator[Mention]:
    """The mentions in the title of a draft and in its text, in their order."""
    yield from _of_title(draft)
    yield from _of_text(draft)


def _of_title(draft: Draft) -> Iterator[Mention]:
    if found := NAMED.search(draft.title):
        named = (found["instrument"], found["number"], found["year"])
        yield _mention(0, *named, draft.title[found.end() :], inner=False, node=None)


def _of_text(draft: Draft) -> Iterator[Mention]:
    for index, reference in enumerate(draft.references, 1):
        if reference.node.quoted or (one := cited(reference)) is None:
            continue
        text, end = reference.node.text, reference.start + len(reference.text)
        inner = _INNER.search(text, max(0, reference.start - _REACH), reference.start)
        named = (one.instrument, one.number, one.year)
        rest = text[end : end + _REACH]
        yield _mention(index, *named, rest, inner=inner is not None, node=reference.node)


def _mention(
    index: int,
    instrument: str,
    number: str,
    year: str,
    rest: str,
    *,
    inner: bool,
    node: Node | None,
) -> Mention:
    kind, region = kind_and_region(instrument.title())
    found = terms().titled.match(rest)
    title = found["title"].strip(" ,.") if found else ""
    named = _GAZETTE.match(rest, found.end()) if found and "(" in found["end"] else None
    return Mention(
        index=index,
        kind=kind,
        maker="" if kind in _BY_REGION else _OF_STATE.sub("", plain(instrument)).strip(),
        region=region.casefold(),
        number=number.lstrip("0"),
        year=year,
        rest=rest,
        title=title if len(title.split()) > 1 else "",
        gazette=named[0] if named and not inner else "",
        inner=inner,
        node=node,
    )


def same_titled(mentions: Sequence[Mention]) -> Iterator[list[Mention]]:
    """The mentions of each title that is known whole."""
    titles = {(one.kind, one.maker, plain(one.title)): one for one in mentions if one.title}
    for (kind, maker, title), known in titles.items():
        words = re.compile(r"\W+".join(map(re.escape, title.split())), re.IGNORECASE)
        group = [
            one
            for one in mentions
            if (one.kind, one.maker) == (kind, maker)
            and (lead := _LEAD.match(one.rest))
            and (found := words.match(one.rest, lead.end()))
            and not _GOES_ON.match(one.rest, found.end())
            and len({one.region, known.region, ""}) < 3
        ]
        yield group

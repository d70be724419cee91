"""Another kabupaten or kota than that of a draft, named once in its own words."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from itertools import dropwhile

from patuh.facts.drafts.addressed import address_lines
from patuh.facts.drafts.cited.regions import sort_of
from patuh.facts.drafts.collector import Collector
from patuh.facts.text import string
from patuh.knowledge.drafting import pattern_of, terms
from patuh.knowledge.territory.regions import Region, region_named
from patuh_parser.legal.model import Node
from patuh_parser.text.span import Span

_NAMED = re.compile(r"(?<!Resor )\b(?:Kabupaten|Kota) [A-Z][a-z']+(?: [A-Z][a-z']+){0,3}")
_ENTRY = rf"\W*(?:{_NAMED.pattern})\W*(?:dan|atau|dan/atau)?\W*"
"""A list of places, elsewhere on purpose: "a. Kota Mataram; dan"."""
_COPIES = re.compile(r"\s*tembusan\b", re.IGNORECASE)
_COPY = re.compile(r"\s*[0-9]{1,2}[.)] ")


def other_region_facts(into: Collector) -> None:
    """Each place that names one which the text names nowhere else, and its own not beside it."""
    draft = into.draft
    sort = sort_of(draft)
    own = region_named(f"{sort} {draft.region.title().removeprefix(f'{sort} ')}") if sort else None
    if own is None:
        return
    often = Counter(one for _, one in _in("\n".join(line.text for line in draft.lines)))
    bases = draft.preamble.mengingat.walk() if draft.preamble.mengingat else ()
    # the laws that found regions name several
    often.subtract(Counter(one for node in bases for _, one in _in(node.text)))
    found: list[tuple[Span, Region]] = []
    for text, place in _said(into):
        named = [*_in(text)]
        if own.code in {one.code for _, one in named} or re.fullmatch(_ENTRY, text):
            continue
        found += [(place(at), one) for at, one in named if often[one] == 1]
    for index, (at, one) in enumerate(found, 1):
        into.locus("sebutan_wilayah", index, at)
        into.fact(at, "menyebut_wilayah_lain", index, string(one.name), string(own.name))


def _in(text: str) -> Iterator[tuple[int, Region]]:
    """Where a text names a region, and which one: that of the longest name."""
    for found in _NAMED.finditer(text):
        words = found[0].split()
        names = (" ".join(words[:at]) for at in range(len(words), 1, -1))
        if (one := next(filter(None, map(region_named, names)), None)) is not None:
            yield found.start(), one


def _said(into: Collector) -> Iterator[tuple[str, Callable[[int], Span]]]:
    """Considerations, provisions, the general explanation, addressees, copies and who is in a team
    by an attachment, with what tells a place in them."""
    draft = into.draft
    considered = draft.preamble.menimbang.walk() if draft.preamble.menimbang else ()
    general = draft.explanation.general if draft.explanation else None
    for node in (*considered, *draft.provisions()):
        if not node.quoted and "Pembentukan" not in node.text:
            yield node.text, partial(_within, into, node)
    lines = [line for line in draft.lines if not line.furniture]
    copies = dropwhile(lambda line: not _COPIES.match(line.text), lines)
    told = (line for line in copies if _COPY.match(line.text))
    listed = (line for one in draft.attachments for line in draft.lines_of(one.place))
    holder = pattern_of("pemegang_peran", holders="|".join(terms().holders))
    members = (line for line in listed if draft.kind == "keputusan" and holder.match(line.text))
    explained = draft.lines_of(general.place) if general else ()
    for number, text in [
        *((line.number, line.text) for line in explained),
        *((line.number, line.text) for line in members),
        *((line.number, text) for line, text in address_lines(draft)),
        *((line.number, line.text) for line in told),
    ]:
        yield text, partial(_line, into, number)


def _within(into: Collector, node: Node, at: int) -> Span:
    return into.words(node, at, at + 1)


def _line(into: Collector, number: int, _at: int) -> Span:
    return into.line(number)

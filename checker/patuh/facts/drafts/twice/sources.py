"""The texts of a draft in which numbers are looked for, each with where its words stand."""

import re
from collections.abc import Callable, Iterator
from functools import partial

from msgspec import Struct

from patuh.facts.drafts.cited.resolver import Resolver
from patuh.facts.drafts.collector import Collector
from patuh_parser.text.span import Span

Within = Callable[[int, int], Span]


class Source(Struct, frozen=True):
    """Words, what stands above them and in what they cite, where they stand, and in what unit."""

    text: str
    above: str
    within: Within
    kind: str = ""


def provisions(into: Collector, resolver: Resolver) -> Iterator[Source]:
    """The provisions of the body, with what they stand below and the ayat or pasal they cite."""
    cited: dict[int, list[str]] = {}
    for reference in into.draft.references:
        if reference.kind == "internal" and not resolver.elsewhere(reference):
            for target in resolver.targets(reference)[:1]:
                if (unit := resolver.node(target.id)) is not None:
                    cited.setdefault(id(reference.node), []).append(unit.text)
    for node in into.draft.provisions():
        if not node.quoted and node.text:
            stems = [up.text for up in resolver.above(node)]
            above = " ".join([*stems, *cited.get(id(node), ())])
            yield Source(node.text, above, partial(into.words, node), node.kind)


def outside(into: Collector) -> Iterator[Source]:
    """The considerations and the general explanation."""
    considered = into.draft.preamble.menimbang
    for node in considered.walk() if considered else ():
        yield Source(node.text, "", partial(into.words, node), node.kind)
    general = into.draft.explanation.general if into.draft.explanation else None
    if general is not None:
        lines = into.draft.lines_of(general.place)
        text = " ".join(" ".join(line.text.split()) for line in lines)

        def within(start: int, _end: int) -> Span:
            at = 0
            for line in lines:
                at += len(" ".join(line.text.split())) + 1
                if start < at:
                    return into.line(line.number)
            return into.first_line(general.place)

        yield Source(text, "", within)


_CITES = re.compile(
    r"sebagaimana dimaksud (?:dalam|pada) "
    r"(?:[Pp]asal [0-9]+[A-Z]?|[Aa]yat \([0-9a-z]+\)|huruf [a-z]\b|angka [0-9]+"
    r"|,? ?(?:dan|sampai dengan|,) ?| )+"
)


def without_citations(text: str) -> str:
    """A text in which blanks stand for its citations, so that offsets stay."""
    return _CITES.sub(lambda found: " " * len(found[0]), text)

"""What amended a regulation before, where Pasal I lists it otherwise than the text says above."""

import re
from collections.abc import Iterator

from patuh.consolidation import amended, time_of
from patuh.facts.drafts.collector import Collector
from patuh.facts.drafts.twice.differing import Differing
from patuh.knowledge.drafting import pattern_of
from patuh_parser.legal.model import Draft, Node

Name = tuple[str, str]
"""Number and year."""
Listed = tuple[Node, Name, tuple[int, int]]
"""The unit in which one is named, its name, and where in it the name stands."""


def other_amenders(into: Collector) -> Iterator[Differing]:
    """Each in the list whose number or year is another than that of one named elsewhere alone.

    Of a list that is too short that is told.
    """
    found = amended(into.draft) if into.draft.amending else None
    if found is None:
        return
    named = {*_named(into.draft, found["number"], found["year"])}
    for _, listed in listed_amenders(into.draft):
        if len(listed) < time_of(into.draft.title) - 1:
            continue
        missing = named - {name for _, name, _ in listed}
        for item, name, span in listed:
            near = [one for one in missing if (one[0] == name[0]) != (one[1] == name[1])]
            if name not in named and len(near) == 1:
                at, other = into.words(item, *span), f"Nomor {near[0][0]} Tahun {near[0][1]}"
                yield Differing(at, item.text[slice(*span)], other)


def listed_amenders(draft: Draft) -> Iterator[tuple[Node, list[Listed]]]:
    """Each unit with a list of what amended the regulation before, and the list."""
    for node in draft.provisions():
        opening = None if node.quoted else pattern_of("pembuka_pengubah").search(node.text)
        if opening is not None:
            yield (
                node,
                [
                    (unit, (one["number"], one["year"]), one.span("name"))
                    for unit, start in (
                        (node, opening.end()),
                        *((item, 0) for item in node.children),
                    )
                    for one in pattern_of("butir_pengubah").finditer(unit.text, start)
                ],
            )


def _named(draft: Draft, number: str, year: str) -> Iterator[Name]:
    """Those of the considerations and the legal bases."""
    since = re.compile(
        pattern_of("diubah_dengan", number=re.escape(number), year=re.escape(year)).pattern, re.I
    )
    for part in (draft.preamble.menimbang, draft.preamble.mengingat):
        for node in part.walk() if part else ():
            for found in since.finditer(node.text):
                yield found["by"], found["of"]

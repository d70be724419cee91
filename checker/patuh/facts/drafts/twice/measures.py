"""Measures of which a row of an attachment and the provisions say different numbers.

Told where another row of the attachment agrees with the provisions, so that it is on their matter.
"""

import re
from collections.abc import Iterator

from patuh.facts.drafts.collector import Collector
from patuh.facts.drafts.twice.differing import Differing
from patuh.knowledge.patterns import folded
from patuh_parser.legal.model import Attachment

_FIGURES = r"(?P<figures>[0-9]{1,6}(?:,[0-9]{1,3})?)"
_ROW = re.compile(
    r"\s*(?:(?:[0-9]{1,2}|[a-z])[.)] +)?(?P<label>[A-Z][A-Za-z -]{2,40}?) ?[:|] ?"
    rf"(?:[a-z]+ ){{0,2}}{_FIGURES} (?P<unit>[a-z]{{1,14}})[;.]?\s*"
)
_SAID = rf"\b{{label}} (?:[a-z]+ ){{{{0,3}}}}{_FIGURES.replace('{', '{{').replace('}', '}}')}"
_SAID += r" \([a-z ]{{3,60}}\) (?P<unit>[a-z]+)"


def other_measures(into: Collector) -> Iterator[Differing]:
    """The rows that differ from all that the provisions say of a measure of that name."""
    if into.draft.amending:
        return
    for attachment in into.draft.attachments:
        yield from _rows(into, attachment)


def _rows(into: Collector, attachment: Attachment) -> Iterator[Differing]:
    lines = into.draft.lines_of(attachment.place)
    rows = [(line, found) for line in lines if (found := _ROW.fullmatch(line.text))]
    said = folded(" ".join(node.text for node in into.draft.provisions())) if rows else ""
    told, agree = list[Differing](), False
    for line, row in rows:
        written = re.compile(_SAID.format(label=re.escape(folded(row["label"]))))
        unit, figures = row["unit"], row["figures"]
        there = {one["figures"] for one in written.finditer(said) if one["unit"] == unit}
        agree = agree or figures in there
        if there and figures not in there:
            other = f"{', '.join(sorted(there))} {unit}"
            at = into.line(line.number)
            told.append(Differing(at, f"{figures} {unit}", other, "lampiran"))
    yield from told if agree else ()

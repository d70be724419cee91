"""Facts on units that the chart of an attachment calls otherwise than the text lists them."""

import re
from collections.abc import Iterator, Sequence

from patuh.facts.drafts.attachments.annexed import is_unit, plain_name
from patuh.facts.drafts.collector import Collector
from patuh.facts.drafts.naming.unit_names import may_be, organisation_of, words_of
from patuh.facts.drafts.twice.differing import Differing
from patuh.knowledge.drafting import terms
from patuh_parser.legal.model import Line

_MARK = re.compile(r"\s*(?:[A-Za-z]|[0-9]{1,2}|[IVX]{1,5})[.)] +")


def other_charted(into: Collector) -> Iterator[Differing]:
    """Each unit of a chart that the text does not name, and the one that it lists in its place.

    That one is the only one listed which the chart lacks and which has a word of its name, or that
    the text has under the same name as a unit of another sort.
    """
    if not into.draft.attachments or into.draft.source == "pdf" or into.draft.amending:
        return
    organisation = organisation_of(into.draft)
    said = plain_name(" ".join(node.text for node in into.draft.walk()))
    for attachment in into.draft.attachments:
        drawn = [*_drawn(into.draft.lines_of(attachment.place))]
        names = {plain_name(name) for _, name in drawn}
        for line, name in drawn:
            if plain_name(name) not in said and (sort := _other_sort(name, said, names)):
                yield Differing(into.line(line.number), name, sort, "lampiran")
        if organisation is None:
            continue
        listed = {plain_name(name): name for _, name in organisation.listed}
        if len(names & listed.keys()) < 2:
            continue
        lacking = [name for plain, name in listed.items() if plain not in names]
        for line, name in drawn:
            meant = [one for one in lacking if may_be(words_of(one), words_of(name))]
            if plain_name(name) not in said and len(meant) == 1:
                yield Differing(into.line(line.number), name, meant[0], "lampiran")


def _drawn(lines: Sequence[Line]) -> Iterator[tuple[Line, str]]:
    """The lines that are the name of a unit in capitals, behind its number."""
    for line in lines:
        name = _MARK.sub("", line.text).strip(" ;.,")
        if name.isupper() and is_unit(name):
            yield line, name


def _other_sort(name: str, said: str, names: set[str]) -> str:
    """The unit of another sort that bears the rest of a name in the text, and not in the chart."""
    sort, _, rest = plain_name(name).partition(" ")
    found = {
        f"{other} {rest}"
        for other in terms().parts - {sort}
        if f"{other} {rest}" not in names and re.search(rf"\b{other} {re.escape(rest)}\b", said)
    }
    return found.pop().title() if len(found) == 1 else ""

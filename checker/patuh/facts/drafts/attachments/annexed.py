"""Facts on what an attachment holds beside what the text says that it holds: the chart of an
organisation. Words are compared without blanks, since charts part them anywhere."""

import re
from collections.abc import Iterator

from patuh.facts.drafts.attachments.members import team_facts
from patuh.facts.drafts.collector import Collector
from patuh.facts.text import string
from patuh.knowledge.drafting import terms
from patuh.knowledge.patterns import folded
from patuh_parser.legal.model import Attachment, Draft, Node

ORGANISATION = re.compile(
    r"\b[Ss]usunan (?:[Oo]rganisasi|[Pp]erangkat)\b[^.;]{0,200}\bterdiri (?:atas|dari)\b"
)
"""The sentence above the parts of an organisation."""
_CHART = re.compile(
    r"\b(?:BAGAN|STRUKTUR|SUSUNAN) (?:[A-Z]+ )?ORGANISASI\b|^\s*BAGAN\b", re.MULTILINE
)
_WORD = re.compile(r"[a-z]{5,}")
_APART = re.compile(r"\b(?P<one>sub|deputi) (?=b)")
_ALIKE = 2
"""So many units must be found in an attachment that it is the one meant."""
_BESIDE = re.compile(r"\||\n|\t| {3,}")
"""What stands between two boxes of a chart."""


def annex_facts(into: Collector) -> None:
    """Roles, members and units that only one of the text and its attachments names."""
    draft = into.draft
    if draft.amending or not draft.attachments:
        return
    texts = [_text(draft, one) for one in draft.attachments]
    team_facts(into, texts)
    charts = [at for at, text in enumerate(texts) if _CHART.search(text)]
    if len(charts) == 1 and draft.source != "pdf":
        _chart(into, charts[0], texts[charts[0]])


def _text(draft: Draft, attachment: Attachment) -> str:
    """The lines of an attachment below its heading."""
    lines = [line.text for line in draft.lines_of(attachment.place)]
    if not attachment.name:
        return attachment.text
    at = next((at for at, line in enumerate(lines) if line and attachment.name.startswith(line)), 0)
    return "\n".join(lines[at:])


def _chart(into: Collector, at: int, chart: str) -> None:
    """The units that the text lists and the chart lacks, and the other way round."""
    drawn = "".join(folded(chart).split())
    said = "".join(folded(" ".join(node.text for node in into.draft.walk())).split())
    listing = [node for node in into.draft.walk() if ORGANISATION.search(node.text)]
    units = [unit for node in listing for unit in listed_units(node)]
    words = {id(node): {*_WORD.findall(folded(name))} for node, name in units}
    every = [word for own in words.values() for word in own]
    lacking = []
    for node, name in units:
        own = [word for word in words[id(node)] if every.count(word) == 1]
        if own and not any(word in drawn for word in own):
            lacking.append((node, name))
    if not units or len(lacking) * _ALIKE > len(units) or len(units) - len(lacking) < _ALIKE:
        return
    for node, name in lacking:
        into.fact(into.first_line(node.place), "tidak_dalam_bagan", into.number(node), string(name))
    place = into.first_line(into.draft.attachments[at].place)
    for box in _BESIDE.split(chart):
        name = " ".join(box.split())
        own = _WORD.findall(folded(name))[1:]
        if is_unit(name) and name.isupper() and own and not any(word in said for word in own):
            into.fact(place, "hanya_dalam_bagan", at + 1, string(name))


def listed_units(node: Node) -> Iterator[tuple[Node, str]]:
    """The units listed below a provision, without the joiner that ends each."""
    for child in node.children:
        name = re.split(r"[;:,.]| yang | membawahi", " ".join(child.text.split()))[0]
        if is_unit(name):
            yield child, name
        yield from listed_units(child)


def is_unit(name: str) -> bool:
    """Whether a name of several words begins as that of a part of an agency."""
    first, _, rest = plain_name(name).partition(" ")
    return bool(rest) and first in terms().parts


def plain_name(name: str) -> str:
    """A name in small letters with single blanks, `sub bagian` in one word."""
    return _APART.sub(r"\g<one>", folded(" ".join(name.split())))

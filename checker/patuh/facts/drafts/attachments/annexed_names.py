"""Facts on attachments that are cited for what another of them holds, or for a number of it."""

import re

from patuh.facts.drafts.attachments.attached import own_attachments
from patuh.facts.drafts.collector import Collector
from patuh.facts.text import string
from patuh.knowledge.drafting import pattern_of
from patuh.knowledge.patterns import folded
from patuh_parser.legal.model import Draft, Reference

_WORD = re.compile(r"[a-z]{5,}")
_GENERAL = frozenset(
    ["lampiran", "sebagaimana", "dimaksud", "tercantum", "merupakan", "bagian", "terpisahkan",
     "peraturan", "ketentuan", "mengenai", "tentang", "memuat", "daerah", "daftar", "bentuk",
     "format", "dalam", "keputusan"]
)  # fmt: skip
_CITED = re.compile(r"\bLampiran\b")
_BEHIND = re.compile(r"[^.;]{0,100}")
_ENDS = re.compile(r"[.;:]")
_ROW = re.compile(r"(?P<number>[0-9]{1,3})[.)]? ?\|")
_NUMBER_OF = re.compile(r"\b(?P<number>[0-9]{1,3}) \([a-z ]{3,40}\) (?P<noun>[a-z]{5,20})\b")


def annexed_name_facts(into: Collector) -> None:
    """The citations of one attachment that mean another, or say how many things it lists."""
    draft = into.draft
    numbers = {id(one): at for at, one in enumerate(draft.references, 1)}
    for reference in own_attachments(draft):
        if (other := _meant(draft, reference)) is not None:
            at = into.words(reference.node, reference.start, reference.start + len(reference.text))
            into.fact(at, "lampiran_tertukar", numbers[id(reference)], string(other))
    _counted(into)


def _meant(draft: Draft, reference: Reference) -> str | None:
    """The number of the one attachment whose name has words of what is said, if not the cited."""
    names = {one.number: _words(one.name) for one in draft.attachments if one.number and one.name}
    number = reference.text.partition(" ")[2].upper()
    if len(names) < 2 or number not in names or reference.node.quoted:
        return None
    text, end = reference.node.text, reference.start + len(reference.text)
    begin = max((cut.end() for cut in _ENDS.finditer(text, 0, reference.start)), default=0)
    behind = _BEHIND.match(text, end)
    if len(_CITED.findall(text, begin, behind.end() if behind else end)) > 1:
        return None
    said = _words(f"{text[begin : reference.start]} {behind[0] if behind else ''}")
    having = [other for other, words in names.items() if said & words]
    every = [word for words in names.values() for word in words]
    sure = [o for o in having if any(every.count(word) == 1 for word in said & names[o])]
    return having[0] if having == sure and len(having) == 1 and having[0] != number else None


def _counted(into: Collector) -> None:
    """How many things an attachment lists by the words that cite it, and by its only table."""
    attachments = into.draft.attachments
    if len(attachments) != 1 or into.draft.amending:
        return
    lines = into.draft.lines_of(attachments[0].place)
    rows = [int(found["number"]) for line in lines if (found := _ROW.match(line.text.strip()))]
    head = folded(
        " ".join(line.text for line in lines if "|" in line.text and not _ROW.match(line.text))
    )
    if rows != [*range(1, len(rows) + 1)] or len(rows) < 2:
        return
    cites = pattern_of("dalam_lampiran")
    for node in into.draft.provisions():
        stated = [*_NUMBER_OF.finditer(node.text)] if cites.search(node.text) else []
        said = int(stated[0]["number"]) if len(stated) == 1 else len(rows)
        if said != len(rows) and stated[0]["noun"] in f"{head} {folded(attachments[0].name)}":
            at, number = into.first_line(node.place), into.number(node)
            into.fact(at, "jumlah_baris_lain", number, said, len(rows))


def _words(text: str) -> set[str]:
    return {*_WORD.findall(folded(text))} - _GENERAL

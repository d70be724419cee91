"""Facts from the attachments of a draft, and which attachments it says that it has but has not."""

import re
from collections.abc import Iterator

from patuh.facts.drafts.collector import Collector
from patuh.facts.text import string
from patuh_parser.legal.model import Draft, Reference

_MARK = re.compile(
    r"^\(?(?:cap[ /.]{0,3})?t\.?t\.?d\.?\)?[.,]?$|^\$\{ttd\}$"
    r"|^(?:KEPALA|MENTERI|KETUA|PIMPINAN|DIREKTUR)\b(?-i:[^a-z]{0,120}),$",
    re.IGNORECASE | re.MULTILINE,
)
"""The mark of a signature, or the office over it, which may take two lines."""
_END = 12
"""Lines at the end of an attachment in which the mark of a signature stands."""


def attachment_facts(into: Collector) -> None:
    """The attachments that are there, their numbers, and whether they are signed."""
    for index, attachment in enumerate(into.draft.attachments, 1):
        at = into.first_line(attachment.place)
        term = into.locus("lampiran", index, at)
        into.fact(at, "lampiran", index)
        if attachment.number:
            into.fact(at, "nomor_lampiran", index, string(attachment.number))
        into.part("nomor_lampiran", term, attachment.number, at)
        if attachment.signature is not None or _MARK.search(
            "\n".join(attachment.text.split("\n")[-_END:])
        ):
            into.fact(at, "lampiran_bertanda", index)


def own_attachments(draft: Draft) -> Iterator[Reference]:
    """The citations of attachments of this draft itself, not of another regulation."""
    laws = {(id(one.node), one.start) for one in draft.references if one.kind == "regulation"}
    for one in draft.references:
        if one.kind == "lampiran" and (id(one.node), one.start + len(one.text) + 1) not in laws:
            yield one


def not_held(draft: Draft) -> dict[str, list[str]]:
    """The attachments of its own that a text without any refers to, each with the provisions."""
    found: dict[str, list[str]] = {}
    for one in own_attachments(draft) if not draft.attachments else ():
        if one.node.id:
            named = found.setdefault(one.text, [])
            if one.node.id not in named:
                named.append(one.node.id)
    return found

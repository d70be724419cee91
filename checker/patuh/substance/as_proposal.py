"""The portfolio list of a draft as a `.sotk` structure, to be checked like any proposal."""

from collections.abc import Iterator

from patuh.knowledge.list_headings import list_headings
from patuh.knowledge.names import display_names
from patuh.knowledge.offices import superior_of_asisten
from patuh.knowledge.regulations import Regulation, applicable
from patuh.knowledge.root import kb_root
from patuh.messages import say
from patuh.substance.portfolio import Entry, asisten_of, entries_of
from patuh_parser.legal.model import Draft
from patuh_parser.sotk.vocabulary import tables


def structure_of(draft: Draft) -> str:
    """The `.sotk` text of the list of units in a draft; empty if there is no such list.

    The names are those of the draft. Raises `LookupError` if no regulation is known for the
    region, for the names of its Asisten are not known then either.
    """
    laws = applicable(draft.region)
    if not laws:
        raise LookupError(draft.region)
    law = laws[0]
    entries = entries_of(draft, law.id)
    if not entries:
        return ""
    return "\n".join(_lines(draft, law, entries)) + "\n"


def answering(superior: str) -> str:
    """The end of the sentence on whom a unit answers to, as proposals say it."""
    return f"{tables().phrases['TANGGUNG_JAWAB'][0]} kepada {superior}."


def _lines(draft: Draft, law: Regulation, entries: tuple[Entry, ...]) -> Iterator[str]:
    yield f"USULAN    : {' '.join(draft.title.split()) or say('export.title', 'id')}"
    yield f"DAERAH    : {law.region}"
    yield "LINGKUP   : sebagian"
    yield ""
    yield "STRUKTUR"
    names = display_names(kb_root(), (law.id,))
    superior = superior_of_asisten(law.id).name
    helps = {
        asisten_of(child, law.id)
        for node in draft.walk()
        if f"membantu {superior}" in node.text
        for child in node.children
    }
    for asisten in dict.fromkeys(entry.asisten for entry in entries):
        yield ""
        yield names[asisten]
        if asisten in helps:
            yield f"  {answering(superior)}"
        for heading in list_headings():
            chosen = (asisten, heading.group)
            units = [e.written for e in entries if (e.asisten, e.group) == chosen]
            if units:
                yield f"  {heading.says}:"
                yield from (f"    - {unit}" for unit in dict.fromkeys(units))

"""The list of units under each Asisten, as lines of a proposal."""

from collections.abc import Callable

from patuh.knowledge.list_headings import list_headings
from patuh.knowledge.names import display_names
from patuh.knowledge.offices import superior_of_asisten
from patuh.knowledge.root import kb_root
from patuh.substance.portfolio import asisten_of, entries_of
from patuh.substance.written_lines import Written
from patuh_parser.legal.model import Draft
from patuh_parser.sotk.vocabulary import tables


def add_portfolios(draft: Draft, law: str, add: Callable[[Written], int]) -> None:
    """Add who answers to whom and who co-ordinates whom; the names are those of the draft."""
    entries = entries_of(draft, law)
    if not entries:
        return
    superior = superior_of_asisten(law).name
    named = {a: node for node in draft.walk() if (a := asisten_of(node, law)) is not None}
    helps = {
        asisten_of(child, law)
        for node in draft.walk()
        if f"membantu {superior}" in node.text
        for child in node.children
    }
    names = display_names(kb_root(), (law,))
    for asisten in dict.fromkeys(entry.asisten for entry in entries):
        head = add(Written(names[asisten], named[asisten], opens=True))
        if asisten in helps:
            add(Written(f"  {answering(superior)}", named[asisten], head))
        for heading in list_headings():
            chosen = [e for e in entries if (e.asisten, e.group) == (asisten, heading.group)]
            if chosen:
                above = add(Written(f"  {heading.says}:", chosen[0].node, head, opens=True))
                once = {entry.written: entry for entry in reversed(chosen)}
                for entry in reversed(once.values()):
                    add(Written(f"    - {entry.written}", entry.node, above))


def answering(superior: str) -> str:
    """The end of the sentence on whom a unit answers to, as proposals say it."""
    return f"{tables().phrases['TANGGUNG_JAWAB'][0]} kepada {superior}."

"""The list of units under each Asisten, as a draft has it."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from patuh.comparison.word_difference import without_joiner
from patuh.knowledge.list_headings import list_headings
from patuh.knowledge.names import gazetteer, spelt
from patuh.knowledge.offices import asisten_of as named_asisten
from patuh.knowledge.root import kb_root, of_kb
from patuh_parser.legal.model import Draft, Node


class Entry(Struct, frozen=True):
    """A unit under an Asisten; `unit` is the name in force of which `written` is a spelling."""

    asisten: str
    group: str
    unit: str
    written: str
    node: Node


def entries_of(draft: Draft, law: str) -> tuple[Entry, ...]:
    """Every entry below an item that names an Asisten, in the order of the draft."""
    return tuple(entry for node in draft.walk() for entry in _portfolio(node, law))


def asisten_of(node: Node, law: str) -> str | None:
    """The key of the Asisten that an item names and nothing else; `None` if it names none."""
    return _asisten(law).get(bare(node.text).casefold()) if node.children else None


@of_kb
def _asisten(law: str) -> Mapping[str, str]:
    """The key of each Asisten by every spelling of his name."""
    named = {office.sort for office in named_asisten(law)}
    known = gazetteer(kb_root(), (law,)).names
    return {name.name.casefold(): name.key for name in known if name.sort in named}


def bare(text: str) -> str:
    """A name without the mark and joiner that end an entry: `Dinas Sosial; dan`."""
    return without_joiner(text, ";,.:-")


def _portfolio(node: Node, law: str) -> Iterator[Entry]:
    asisten = asisten_of(node, law)
    if asisten is None:
        return
    for duty in node.children:
        guided = (heading.group for heading in list_headings() if heading.guides(duty.text))
        agencies = next(heading.group for heading in list_headings() if heading.agencies)
        own = next(guided, None) or _group(duty.text) or agencies
        for child in duty.children:
            if not child.children:
                yield _entry(asisten, own, child, law)
            for entry in child.children:
                yield _entry(asisten, _group(child.text) or own, entry, law)


def _group(text: str) -> str | None:
    found = (heading.group for heading in list_headings()[::-1] if heading.fits(text))
    return next(found, None)


def _entry(asisten: str, group: str, node: Node, law: str) -> Entry:
    written = bare(node.text)
    return Entry(asisten, group, spelt(law).get(written.casefold(), written), written, node)

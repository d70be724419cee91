"""The list of units under each Asisten, as a draft has it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from patuh.knowledge.names import display_names, gazetteer
from patuh.knowledge.root import kb_root
from patuh_parser.legal.model import Draft, Node

_TAIL = re.compile(r"[\s;,.:-]*(?:\b(?:dan ?/ ?atau|dan|atau)\b)?[\s;,.:-]*\Z")
_GUIDES = re.compile(r"\b(?:pembinaan|instruksi|membina)\b", re.IGNORECASE)
_GROUPS = (
    (re.compile(r"unsur pelaksana", re.IGNORECASE), "pelaksana"),
    (re.compile(r"unsur penunjang", re.IGNORECASE), "penunjang"),
    (re.compile(r"instansi vertikal", re.IGNORECASE), "vertikal"),
    (re.compile(r"instansi lain", re.IGNORECASE), "lainnya"),
    (re.compile(r"\bbagian\b", re.IGNORECASE), "bagian"),
)


@dataclass(frozen=True, slots=True)
class Entry:
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
    wanted = bare(node.text).casefold()
    if not wanted.startswith("asisten") or not node.children:
        return None
    for name in gazetteer(kb_root(), (law,)).names:
        if name.sort == "asisten" and name.name.casefold() == wanted:
            return name.key
    return None


def bare(text: str) -> str:
    """A name without the mark and joiner that end an entry: `Dinas Sosial; dan`."""
    return _TAIL.sub("", text)


def _portfolio(node: Node, law: str) -> Iterator[Entry]:
    asisten = asisten_of(node, law)
    if asisten is None:
        return
    for duty in node.children:
        own = "bagian" if _GUIDES.search(duty.text) else _group(duty.text) or "pelaksana"
        for child in duty.children:
            if not child.children:
                yield _entry(asisten, own, child, law)
            for entry in child.children:
                yield _entry(asisten, _group(child.text) or own, entry, law)


def _group(text: str) -> str | None:
    return next((name for pattern, name in _GROUPS if pattern.search(text)), None)


def _entry(asisten: str, group: str, node: Node, law: str) -> Entry:
    written = bare(node.text)
    return Entry(asisten, group, in_force(written, law), written, node)


def in_force(written: str, law: str) -> str:
    """The name that the list in force has for a spelling of it."""
    for name in gazetteer(kb_root(), (law,)).names:
        if name.name.casefold() == written.casefold():
            return display_names(kb_root(), (law,)).get(name.key, name.display)
    return written

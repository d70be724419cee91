"""Which regulation a draft revises, and which of its provisions goes on where."""

import re
from collections.abc import Mapping

from msgspec import Struct

from patuh.comparison import Provision, align, provisions_of
from patuh.comparison.flattened import node_ids
from patuh.knowledge.provisions import quotations, untested
from patuh.knowledge.regulations import Regulation, applicable, text_path
from patuh.knowledge.root import of_kb
from patuh_parser.legal.model import Draft, Node
from patuh_parser.legal.reader import read_draft

_FEWEST = 3
"""One in so many encoded provisions must go on in the draft, else it is of a fresh topic."""

_FACT = re.compile(r"^(?!ketentuan_tak_diuji\b)[a-z]\w*\(", re.MULTILINE)
_ENTRY = re.compile(r"^daftar\(", re.MULTILINE)


class Continuation(Struct, frozen=True):
    """A provision in force and the node of the draft that goes on with it."""

    text: str
    node: Node
    moved: bool


class Revision(Struct, frozen=True):
    """A draft against the regulation that it revises.

    `encoded` are the texts of the provisions in force that carry norms, by id, in order;
    `entries` the ids of those that are entries of the list of units. `continued` says where each
    goes on; what is missing there was dropped.
    """

    law: Regulation
    encoded: Mapping[str, str]
    entries: frozenset[str]
    continued: Mapping[str, Continuation]


def revision_of(draft: Draft) -> Revision | None:
    """The revision that a draft is; `None` for a fresh topic, an amendment or the law itself."""
    if draft.amending or not draft.body:
        return None
    for law in applicable(draft.region):
        if str(law.number) == draft.number and str(law.year) == draft.year:
            continue
        found = _revision(draft, law)
        if len(found.continued) * _FEWEST >= len(found.encoded) > 0:
            return found
    return None


def _revision(draft: Draft, law: Regulation) -> Revision:
    old, new = _in_force(law), provisions_of(draft)
    names = node_ids(draft)
    nodes = {names[id(node)]: node for node in draft.walk()}
    encoded, entries = _encoded(law)
    continued: dict[str, Continuation] = {}
    for pair in align(old, new):
        before, after = old[pair.old], new[pair.new]
        if before.id in encoded and after.id in nodes:
            continued[before.id] = Continuation(before.text, nodes[after.id], not pair.in_order)
    return Revision(law, encoded, entries, continued)


@of_kb
def _in_force(law: Regulation) -> tuple[Provision, ...]:
    return provisions_of(read_draft(text_path(law).read_bytes(), law.text))


@of_kb
def _encoded(law: Regulation) -> tuple[dict[str, str], frozenset[str]]:
    """The provisions with norms of their own, and those of them that are entries of the list."""
    silent = untested(law.id)
    found = {
        quoted.id: quoted
        for quoted in quotations(law.id).values()
        if quoted.id not in silent and _FACT.search(quoted.encoding)
    }
    entries = frozenset(name for name, quoted in found.items() if _ENTRY.search(quoted.encoding))
    return {name: quoted.text for name, quoted in found.items()}, entries

"""A revision as facts: the atoms of `kb/drafting/vocabulary/revisi.lp`."""

from msgspec.structs import replace

from patuh.facts.emit import Facts
from patuh.facts.text import atom, key, string
from patuh.knowledge.programs import Program, norms
from patuh.substance.portfolio import entries_of
from patuh.substance.revision import Revision
from patuh.substance.wordings import modal, parties
from patuh_parser.legal.model import Draft, Node
from patuh_parser.text.span import Span


def roster_programs(revision: Revision) -> tuple[Program, ...]:
    """The list in force: the facts `daftar/5` of the regulation."""
    return tuple(p for p in norms(revision.law.id) if p.name.endswith("_daftar.lp"))


def add_substance(draft: Draft, revision: Revision, facts: Facts) -> Facts:
    """The facts of a draft with those of the revision that it is."""
    law = revision.law.id
    numbers = {id(node): at for at, node in enumerate(draft.everywhere(), 1)}
    found: dict[str, Span | None] = {atom("merevisi", law): None}

    def say(node: Node | None, predicate: str, *arguments: str | int) -> None:
        place = None if node is None else facts.loci[f"simpul({numbers[id(node)]})"]
        found.setdefault(atom(predicate, *arguments), place)

    for name, text in revision.encoded.items():
        leaf = string(name)
        continuation = revision.continued.get(name)
        if name in revision.entries:
            if continuation is not None:
                say(None, "entri_dilanjutkan", law, numbers[id(continuation.node)], leaf)
            continue
        say(None, "ketentuan_bernorma", law, string(text), leaf)
        if continuation is None:
            continue
        node, number = continuation.node, numbers[id(continuation.node)]
        say(None, "dilanjutkan", law, number, leaf)
        if continuation.moved:
            say(None, "pindah_tempat", law, number, leaf)
        say(None, "modal_semula", law, modal(text), leaf)
        say(node, "modal_naskah", number, modal(node.text))
        for role, party in sorted(parties(text, law)):
            say(None, "pihak_semula", law, role, string(party), leaf)
        for role, party in sorted(parties(node.text, law)):
            say(node, "pihak_naskah", number, role, string(party))
        if "daftar_satuan(" in text_of_norms(law, name):
            say(None, "daftar_berlaku", law, leaf)
    for entry in entries_of(draft, law):
        number = numbers[id(entry.node)]
        say(entry.node, "entri", number, key(entry.asisten), entry.group, string(entry.unit))
    places = {fact: place for fact, place in found.items() if place is not None}
    text = facts.text + ".\n".join(found) + ".\n"
    return replace(facts, text=text, places={**facts.places, **places})


def text_of_norms(law: str, name: str) -> str:
    """The encoding of a provision."""
    from patuh.knowledge.provisions import quotations

    return quotations(law)[name].encoding

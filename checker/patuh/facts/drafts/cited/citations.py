"""Facts from the citations of a draft: what they name, and the words around them."""

from patuh.facts.drafts.attachments.attached import own_attachments
from patuh.facts.drafts.cited.laws import Cited, cited, plain, provisions_cited
from patuh.facts.drafts.cited.national import national_facts
from patuh.facts.drafts.cited.resolver import Resolver
from patuh.facts.drafts.collector import Collector
from patuh.facts.text import string
from patuh_parser.legal.model import Node, Reference
from patuh_parser.legal.parts.cited_units import articles_cited, lists_a_run, out_of_order
from patuh_parser.text.span import Span

_BEFORE = 60
"""Characters before a citation in which marks are looked for."""


def citation_facts(into: Collector, resolver: Resolver) -> None:
    """Citations of provisions and of other regulations, in the order of the text."""
    attached = {id(one) for one in own_attachments(into.draft)}
    titled: dict[tuple[str, str, str], list[tuple[int, Cited]]] = {}
    meant: dict[int, Node] = {}
    for index, reference in enumerate(into.draft.references, 1):
        node, start = reference.node, reference.start
        at = into.words(node, start, start + len(reference.text))
        term = into.locus("rujukan", index, at)
        into.fact(at, "rujukan", index, reference.kind, into.number(node), string(reference.text))
        into.part("sebelum_rujukan", term, node.text[max(0, start - _BEFORE) : start], at)
        if reference.kind == "internal":
            into.part("rujukan", term, reference.text, at)
            _internal(into, resolver, index, reference, at, meant)
        if id(reference) in attached and (number := reference.text.partition(" ")[2]):
            into.fact(at, "menyebut_lampiran_bernomor", index, string(number))
        found = cited(reference)
        if found is None:
            continue
        into.fact(
            at, "menyebut_peraturan", index, found.kind, string(found.number), int(found.year)
        )
        if provisions_cited(reference):
            into.fact(at, "menyebut_ketentuannya", index)
        if not any(one.kind == "mengingat" for one in (node, *resolver.above(node))):
            national_facts(into, term, at, found.instrument, found.number, found.year, found.title)
        if found.title:
            same = titled.setdefault((found.kind, found.number, found.year), [])
            other = next((one for one in same if _differ(found, one[1])), None)
            if other is None:
                same.append((index, found))
            else:
                into.fact(at, "judul_berbeda", index, other[0], string(found.title),
                          string(other[1].title))  # fmt: skip
    for unit in meant.values():
        into.part_of("dirujuk", unit, " ".join(one.text for one in unit.walk()))


def _differ(one: Cited, other: Cited) -> bool:
    """Titles of one region differ unless one goes on where the other was cut."""
    regions = {c.region.casefold() for c in (one, other) if c.region}
    mine, theirs = plain(one.title), plain(other.title)
    if one.whole and other.whole:
        return len(regions) < 2 and mine != theirs
    return len(regions) < 2 and not mine.startswith(theirs) and not theirs.startswith(mine)


def _internal(
    into: Collector,
    resolver: Resolver,
    index: int,
    reference: Reference,
    at: Span,
    meant: dict[int, Node],
) -> None:
    line = into.draft.line(at.line)
    unread = line is not None and line.text.strip(" .…:") == reference.text
    if unread:  # a heading that was taken for words
        return
    if not resolver.decided(reference):
        for target in resolver.lacking(reference):
            name, label = string(target.id), string(_label(target.label, target.id))
            into.fact(at, "menunjuk", index, name, label)
        return
    node = reference.node
    if out_of_order(reference.text):
        into.fact(at, "rujukan_mundur", index)
    if lists_a_run(reference.text):
        into.fact(at, "rujukan_berurutan", index)
    here = next((a.id for a in (node, *resolver.above(node)) if a.kind == "pasal" and a.id), None)
    if here and articles_cited(reference.text) == [here]:
        into.fact(at, "menyebut_pasalnya", index)
    for target in resolver.targets(reference):
        if target.between:
            continue
        if target.id == node.id:
            into.fact(at, "menunjuk_diri", index)
        name, label = string(target.id), string(_label(target.label, target.id))
        into.fact(at, "menunjuk", index, name, label)
        if (unit := resolver.provision(target.id)) is not None:
            meant[into.number(unit)] = unit
            into.fact(at, "menunjuk_unit", index, into.number(unit), label)
        if resolver.exists(target.id, reference):
            into.fact(at, "ada_ketentuan", name)
        elif resolver.skipped(target.id):
            into.fact(at, "nomor_terlewat", name)
        position = resolver.position(target.id)
        own = resolver.position(here) if here else None
        if into.draft.amending or position is None or own is None:
            continue
        if target.id.startswith("pasal-"):
            article = resolver.position(target.id.split(".")[0])
            below = article == own and node.id and _later(resolver, node.id, target.id)
            if below or (article is not None and article > own):
                into.fact(at, "letaknya_sesudah", index, name)


def _later(resolver: Resolver, own: str, target: str) -> bool:
    mine, other = resolver.position(own), resolver.position(target)
    return mine is not None and other is not None and other > mine and not target.startswith(own)


def _label(label: str, target: str) -> str:
    """A relative citation with the pasal that it stands in."""
    if label.startswith("Pasal") or not target.startswith("pasal-"):
        return label
    article = target.split(".")[0].removeprefix("pasal-").upper()
    return f"{label} dalam Pasal {article}"

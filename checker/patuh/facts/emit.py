"""A proposal as facts: the atoms of `kb/vocabulary/usulan*.lp`."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from patuh.facts.header import header_facts, in_force_fact
from patuh.facts.nodes import node_facts
from patuh.facts.representatives import representatives
from patuh.facts.text import atom, key, string
from patuh.knowledge.called.parts import affairs, parts
from patuh.knowledge.regulations import Regulation
from patuh_parser.sotk.model import Proposal
from patuh_parser.text.span import Span

Fact = tuple[str, Span]


class Facts(Struct, frozen=True):
    """ASP text, the place of every fact, and the place of every locus that a finding may name.

    Keys of `places` are atoms as clingo prints them, those of `loci` terms likewise. `unknown` are
    the national regulations that a draft names and of which the knowledge base holds nothing sure;
    of those in `untitled` it holds that they were revoked.
    """

    text: str
    places: dict[str, Span] = {}
    loci: dict[str, Span] = {}
    unknown: tuple[str, ...] = ()
    untitled: tuple[str, ...] = ()


def emit(
    proposal: Proposal,
    applicable: Iterable[Regulation],
    known: Iterable[Regulation],
    existing: frozenset[tuple[str, str]] = frozenset(),
    waived: Iterable[tuple[str, str, str, str]] = (),
    national: Iterable[Regulation] = (),
) -> Facts:
    """The facts of a proposal under the applicable regulations.

    `known` are all regulations of the knowledge base; `existing` the pairs (regulation,
    provision) of the proposal's references that do exist; `waived` says which norms, as
    (regulation, provision, norm, leaf), the provisions hold that units are exempted from;
    `national` is the national law that the proposal is held against.
    """
    places: dict[str, Span] = {}
    for fact, span in _facts(proposal, applicable, known, existing):
        places.setdefault(fact, span)
    national = tuple(national)
    laws = [in_force_fact(law) for law in national]
    laws += [atom("hukum_nasional", law.id) for law in national]
    places.update(dict.fromkeys(laws, proposal.header.span))
    for fact, span in _as_called(proposal) if laws else ():
        places.setdefault(fact, span)
    for regulation, provision, norm, leaf in waived:
        held = atom("isi_ketentuan", regulation, string(provision), norm, string(leaf))
        places.setdefault(held, proposal.header.span)
    text = ".\n".join(places) + ".\n" if places else ""
    return Facts(text, places, _loci(proposal))


def _facts(
    proposal: Proposal,
    applicable: Iterable[Regulation],
    known: Iterable[Regulation],
    existing: frozenset[tuple[str, str]],
) -> Iterator[Fact]:
    yield from header_facts(proposal, applicable, known, existing)
    for unit in proposal.units:
        yield atom("unit", key(unit.key), unit.sort), unit.span
        if unit.type is not None:
            yield atom("tipe", key(unit.key), unit.type.split()[-1].lower()), unit.span
        if unit.parent is not None:
            yield atom("pada", key(unit.key), key(unit.parent)), unit.span
    spans = {unit.key: unit.span for unit in proposal.units}
    named = {"dibentuk": proposal.formed, "kehilangan_tempat": proposal.unplaced}
    for predicate, keys in named.items():
        for name in keys:
            if name in spans:  # an excerpt may leave it out
                yield atom(predicate, key(name)), spans[name]
    yield from representatives(proposal)
    for statement in proposal.statements:
        yield from node_facts(statement)
    for line in proposal.chart:
        yield from node_facts(line, chart=True)
    for workflow in proposal.workflows:
        yield from node_facts(workflow)
    for index, term in enumerate(proposal.terms, 1):
        yield atom("istilah", index, string(term.written), string(term.standard)), term.span


def _as_called(proposal: Proposal) -> Iterator[Fact]:
    """What the names of units say of them, which national law counts and makes exceptions for."""
    table, affairs_of = parts(), affairs()
    for unit in proposal.units:
        if unit.key != unit.name and " " not in unit.key:
            continue  # an office, by a name of its own
        if (rank := table.rank(unit.key)) is not None:
            yield atom("sebutan", key(unit.key), rank), unit.span
        for affair in affairs_of(unit.name):
            yield atom("urusan_nama", key(unit.key), affair), unit.span
    for name, score, span in proposal.header.scores:
        whole, _, part = score.partition(",")
        thousandths = int(whole + part.ljust(3, "0"))
        yield atom("skor", key(name), thousandths, string(score)), span


def _loci(proposal: Proposal) -> dict[str, Span]:
    """Every term that may stand as Tempat of a finding, but `seluruh(G,U)`, which is G's place."""
    header = proposal.header
    loci: dict[str, Span] = {f"kepala({word.lower()})": span for word, span in header.spans.items()}
    loci.setdefault("kepala(usulan)", header.span)
    loci.update({f"satuan({key(unit.key)})": unit.span for unit in proposal.units})
    loci.update({str(statement.id): statement.span for statement in proposal.statements})
    loci.update({f"bagan({line.id})": line.span for line in proposal.chart})
    for index, citation in enumerate(header.bases, 1):
        loci[f"dasar_hukum({index})"] = citation.span
    for index, citation in enumerate(header.references, 1):
        loci[f"rujukan({index})"] = citation.span
    for index, term in enumerate(proposal.terms, 1):
        loci[f"istilah({index})"] = term.span
    for workflow in proposal.workflows:
        loci[f"alur({workflow.id})"] = workflow.span
        for step in workflow.steps:
            loci[f"langkah({workflow.id},{step.number})"] = step.span
        for attribute in workflow.attributes:
            loci[f"atribut({workflow.id},{key(attribute.keyword)})"] = attribute.span
    return loci

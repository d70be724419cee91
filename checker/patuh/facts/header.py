"""Facts from the header of a proposal and from the identity of the known regulations."""

from collections.abc import Iterable, Iterator

from patuh.facts.text import atom, key, string
from patuh.knowledge.regulations import Regulation, region_of
from patuh_parser.sotk.model import Citation, Proposal
from patuh_parser.text.span import Span


def header_facts(
    proposal: Proposal,
    applicable: Iterable[Regulation],
    known: Iterable[Regulation],
    existing: frozenset[tuple[str, str]],
) -> Iterator[tuple[str, Span]]:
    """`usulan`, `daerah`, `peraturan`, `tanggal`, `lengkap`, the legal bases and references."""
    header = proposal.header

    def at(word: str) -> Span:
        return header.spans.get(word, header.span)

    yield atom("usulan", header.kind), header.span
    yield atom("daerah", string(region_of(header.region))), at("DAERAH")
    for regulation in applicable:
        yield atom("peraturan", regulation.id), at("DAERAH")
    for regulation in known:
        yield atom("daerah_peraturan", regulation.id, string(regulation.region)), header.span
        yield (
            atom("nomor_peraturan", regulation.id, regulation.number, regulation.year),
            header.span,
        )
        yield in_force_fact(regulation), header.span
    if header.date is not None:
        yield atom("tanggal", int(header.date.strftime("%Y%m%d"))), at("TANGGAL")
    if header.scope.complete:
        yield "lengkap", at("LINGKUP")
    for agency in header.scope.complete_for:
        yield atom("lengkap_untuk", key(agency)), at("LINGKUP")
    if proposal.has_structure:
        yield "ada_struktur", header.span
    if proposal.has_chart:
        yield "ada_bagan", header.span
    for index, citation in enumerate(header.bases, 1):
        yield _basis(index, citation), citation.span
    for index, citation in enumerate(header.references, 1):
        provision = string(citation.provision) if citation.provision else "keseluruhan"
        region = string(region_of(citation.region))
        yield (
            atom("rujukan", index, region, citation.number, citation.year, provision),
            citation.span,
        )
    for regulation_id, found in sorted(existing):
        yield atom("ketentuan_ada", regulation_id, string(found)), header.span


def in_force_fact(regulation: Regulation) -> str:
    """`mulai_berlaku`: from which day it holds."""
    return atom("mulai_berlaku", regulation.id, int(regulation.in_force.strftime("%Y%m%d")))


def _basis(index: int, citation: Citation) -> str:
    return atom(
        "dasar_hukum",
        index,
        string(citation.kind),
        string(region_of(citation.region)),
        citation.number,
        citation.year,
    )

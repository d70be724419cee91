"""The frame of a complete structure: what `LINGKUP : lengkap` may not leave out."""

from collections.abc import Iterator, Sequence

from patuh.knowledge.list_headings import list_headings
from patuh.knowledge.offices import superior_of_asisten
from patuh.substance.portfolio_lines import answering
from patuh.testing.strategies.casting import Cast, Company, agencies
from patuh.testing.strategies.passages import HERE, read
from patuh.testing.strategies.proposal import Proposal
from patuh.testing.strategies.roster import Entry, asisten, entries


def frame(proposal: Proposal, listed: Sequence[Entry]) -> None:
    """Make the proposal a complete structure with these units under the Asisten."""
    proposal.complete = True
    cast = Cast(Company(proposal.regulation))
    for passage in read(HERE / "frame" / "lengkap.toml", proposal.regulation):
        if passage.name == "perangkat_daerah":
            superior = superior_of_asisten(proposal.regulation).name
            for head in asisten(proposal.regulation):
                proposal.structure.append(portfolio(head, superior, listed))
        proposal.add(passage, cast)


def portfolio(head: str, superior: str, listed: Sequence[Entry]) -> str:
    """The line of an Asisten, and his lists."""
    own = [entry for entry in listed if entry.asisten == head]
    return "\n".join([f"{head} {answering(superior)}", *lists(own)])


def lists(listed: Sequence[Entry]) -> Iterator[str]:
    """The entries of one Asisten under their headings; no line for one without entries."""
    for heading in list_headings():
        own = [entry for entry in listed if entry.group == heading.group]
        if own:
            yield f"{own[0].asisten} {heading.says}:"
            yield from (f"  - {entry.unit}" for entry in own)


def to_be_listed(regulation: str, count: int) -> tuple[Entry, ...]:
    """What a complete structure lists: the list of the regulation.

    Where it has none: `count` agencies, but so many at least that every Asisten has one.
    """
    company = Company(regulation)
    some = agencies(regulation)[: max(count, len(company.asisten))]
    group = next(heading.group for heading in list_headings() if heading.agencies)
    return entries(regulation) or tuple(
        Entry(company.asisten_of(unit), group, unit, "") for unit in some
    )

"""The frame of a complete structure: what `LINGKUP : lengkap` may not leave out."""

from collections.abc import Sequence

from patuh.testing.strategies.casting import Cast, Company, agencies
from patuh.testing.strategies.passages import HERE, read
from patuh.testing.strategies.proposal import Proposal
from patuh.testing.strategies.roster import ASISTEN, Entry, entries

HEADINGS = {
    "bagian": "melaksanakan pembinaan, pengarahan, pengawasan dan instruksi kepada Bagian",
    "pelaksana": "mengoordinasikan Unsur Pelaksana",
    "penunjang": "mengoordinasikan Unsur Penunjang",
    "vertikal": "mengoordinasikan Instansi Vertikal",
    "lainnya": "mengoordinasikan Instansi lainnya",
}


def frame(proposal: Proposal, listed: Sequence[Entry]) -> None:
    """Make the proposal a complete structure with these units under the Asisten."""
    proposal.complete = True
    cast = Cast(Company(proposal.regulation))
    for passage in read(HERE / "frame" / "lengkap.toml", proposal.regulation):
        if passage.name == "perangkat_daerah":
            for asisten in ASISTEN:
                proposal.structure.append(portfolio(asisten, listed))
        proposal.add(passage, cast)


def portfolio(asisten: str, listed: Sequence[Entry]) -> str:
    """The line of an Asisten, and his lists."""
    lines = [f"{asisten} bertanggung jawab kepada Sekretaris Daerah."]
    for group in HEADINGS:
        own = [entry.unit for entry in listed if (entry.asisten, entry.group) == (asisten, group)]
        lines += heading(asisten, group, own)
    return "\n".join(lines)


def heading(asisten: str, group: str, units: Sequence[str]) -> list[str]:
    """A list of an Asisten; no line if it is empty."""
    if not units:
        return []
    return [f"{asisten} {HEADINGS[group]}:", *(f"  - {unit}" for unit in units)]


def to_be_listed(regulation: str, count: int) -> tuple[Entry, ...]:
    """What a complete structure lists: the list of the regulation.

    Where it has none: `count` agencies, but so many at least that every Asisten has one.
    """
    company = Company(regulation)
    some = agencies(regulation)[: max(count, len(ASISTEN))]
    return entries(regulation) or tuple(
        Entry(company.asisten_of(unit), "pelaksana", unit, "") for unit in some
    )

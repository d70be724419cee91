"""The list of units under each Asisten, with one entry moved or left out."""

from hypothesis import strategies as st

from patuh.testing.strategies.drawn import Drawn, drawn
from patuh.testing.strategies.framing import frame, heading
from patuh.testing.strategies.passages import faults
from patuh.testing.strategies.proposal import Proposal
from patuh.testing.strategies.roster import AGENCY_GROUPS, ASISTEN, Entry, entries

CHECK_OF_MOVE = {
    "bagian": "A8",
    "pelaksana": "A5",
    "penunjang": "A5",
    "vertikal": "A10",
    "lainnya": "A10",
}
"""The check that finds an entry of each group under another Asisten."""
_TITLE = "Daftar Asisten"
_MOST_OTHERS = 5


def list_mutations(regulation: str) -> st.SearchStrategy[Drawn]:
    """The list of the regulation with one entry under another Asisten, or left out.

    A moved entry stands alone, among others, or in the whole list; one that is left out is
    missed only in the whole list. Raises `ValueError` if the regulation is unknown or has no list.
    """
    faults(regulation)
    if not entries(regulation):
        raise ValueError(f"{regulation} has no list of units under each Asisten")
    return st.one_of(_moved(regulation), _left_out(regulation))


@st.composite
def _moved(draw: st.DrawFn, regulation: str) -> Drawn:
    listed = entries(regulation)
    entry = draw(st.sampled_from(listed))
    to = draw(st.sampled_from([name for name in ASISTEN if name != entry.asisten]))
    there = Entry(to, entry.group, entry.unit, entry.provision)
    proposal = Proposal(regulation, _TITLE)
    if draw(st.booleans()):
        frame(proposal, [there if one == entry else one for one in listed])
    else:
        others = draw(st.lists(st.sampled_from(listed), max_size=_MOST_OTHERS, unique=True))
        for one in [there, *(other for other in others if other != entry)]:
            proposal.structure += heading(one.asisten, one.group, [one.unit])
    row = ("pelanggaran", CHECK_OF_MOVE[entry.group], entry.unit)
    return drawn(proposal.text(), [row], [f"moved {entry.unit}"])


@st.composite
def _left_out(draw: st.DrawFn, regulation: str) -> Drawn:
    listed = entries(regulation)
    must = [entry for entry in listed if entry.group in ("bagian", *AGENCY_GROUPS)]
    entry = draw(st.sampled_from(must))
    proposal = Proposal(regulation, _TITLE)
    frame(proposal, [one for one in listed if one != entry])
    row = ("belum_lengkap", "N2", entry.unit)
    return drawn(proposal.text(), [row], [f"left out {entry.unit}"])

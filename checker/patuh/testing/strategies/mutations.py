"""The list of units under each Asisten, with one entry moved or left out."""

import tomllib
from collections.abc import Mapping

from hypothesis import strategies as st

from patuh.testing.strategies import drawn_names
from patuh.testing.strategies.drawn import Drawn, drawn
from patuh.testing.strategies.framing import frame, lists
from patuh.testing.strategies.passages import HERE, faults
from patuh.testing.strategies.proposal import Proposal
from patuh.testing.strategies.roster import Entry, asisten, entries

_FOUND_BY = tomllib.loads((HERE / "frame" / "mutations.toml").read_text(encoding="utf-8"))
CHECK_OF_MOVE: Mapping[str, str] = _FOUND_BY["moved"]
"""The check that finds an entry of each group under another Asisten."""
_CHECK_OF_GAP: Mapping[str, str] = _FOUND_BY["left_out"]
_MOST_OTHERS = 5


def list_mutations(regulation: str) -> st.SearchStrategy[Drawn]:
    """The list of the regulation with one entry under another Asisten, or left out.

    A moved entry stands alone, among others, or in the whole list; one that is without is
    missed only in the whole list. Raises `ValueError` if the regulation is unknown or has no list.
    """
    faults(regulation)
    if not entries(regulation):
        raise ValueError(f"{regulation} has no list of units")
    return st.one_of(_moved(regulation), _left_out(regulation))


@st.composite
def _moved(draw: st.DrawFn, regulation: str) -> Drawn:
    listed = entries(regulation)
    entry = draw(st.sampled_from(listed))
    to = draw(st.sampled_from([name for name in asisten(regulation) if name != entry.asisten]))
    there = Entry(to, entry.group, entry.unit, entry.provision)
    proposal = Proposal(regulation, drawn_names.TITLES["list"])
    if draw(st.booleans()):
        frame(proposal, [there if one == entry else one for one in listed])
    else:
        others = draw(st.lists(st.sampled_from(listed), max_size=_MOST_OTHERS, unique=True))
        for one in [there, *(other for other in others if other != entry)]:
            proposal.structure += lists([one])
    row = ("pelanggaran", CHECK_OF_MOVE[entry.group], entry.unit)
    return drawn(proposal.text(), [row], [f"moved {entry.unit}"])


@st.composite
def _left_out(draw: st.DrawFn, regulation: str) -> Drawn:
    listed = entries(regulation)
    entry = draw(st.sampled_from([entry for entry in listed if entry.group in _CHECK_OF_GAP]))
    proposal = Proposal(regulation, drawn_names.TITLES["list"])
    frame(proposal, [one for one in listed if one != entry])
    row = ("belum_lengkap", _CHECK_OF_GAP[entry.group], entry.unit)
    return drawn(proposal.text(), [row], [f"without {entry.unit}"])

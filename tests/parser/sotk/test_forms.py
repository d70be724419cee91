"""Every sentence form, with exactly the nodes that it gives.

`forms.txt` holds the cases, `wordings.txt` those of other words, `subjects.txt` those of relations
and things as subjects, `each.txt` those of all parts of a unit, `titles.txt`, `lists.txt` and
`spellings.txt` those of names and lists.
"""

import pytest
from sotk_support import HEADER, brief, cases, content, names_of

from patuh_parser.sotk import print_proposal, read_proposal

FILES = (
    "forms.txt",
    "titles.txt",
    "predicates.txt",
    "lists.txt",
    "spellings.txt",
    "wordings.txt",
    "subjects.txt",
    "each.txt",
)


@pytest.mark.parametrize(("text", "expected"), [case for file in FILES for case in cases(file)])
def test_form(text: str, expected: list[str]) -> None:
    names = names_of("kutim_41_2023")
    proposal = read_proposal(HEADER + text, names)
    flows = [node for flow in proposal.workflows for node in (*flow.attributes, *flow.steps)]
    units = [u for u in proposal.units if u.parent or u.sort in ("subunit", "pihak_luar")]
    said = [*proposal.amendments, *proposal.statements, *proposal.chart]
    nodes = [*said, *flows, *proposal.terms, *units, *proposal.readings]
    assert [brief(node) for node in nodes] == expected
    again = read_proposal(print_proposal(proposal, names), names)
    assert content(again) == content(proposal)

"""Steps of workflows, with exactly what they give; `steps.txt` holds the cases."""

import pytest
from sotk_support import HEADER, brief, cases, content, names_of

from patuh_parser.sotk import print_proposal, read_proposal


@pytest.mark.parametrize(("text", "expected"), cases("steps.txt"))
def test_steps(text: str, expected: list[str]) -> None:
    names = names_of("kutim_41_2023")
    proposal = read_proposal(HEADER + text, names)
    nodes = [node for flow in proposal.workflows for node in (*flow.attributes, *flow.steps)]
    assert [brief(node) for node in nodes] == expected
    again = read_proposal(print_proposal(proposal, names), names)
    assert content(again) == content(proposal)

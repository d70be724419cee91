"""What the strategies promise: texts that comply, and texts with just the planted findings."""

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from patuh.checking import read
from patuh.testing import (
    Drawn,
    Passage,
    drafts,
    faulty_drafts,
    faulty_structures,
    faulty_workflows,
    list_mutations,
    structures,
    workflows,
)

REGULATIONS = ["paser_56_2020", "kutim_41_2023"]
KUTIM = "kutim_41_2023"
each = pytest.mark.parametrize("regulation", REGULATIONS)
few = settings(max_examples=4)
many = settings(max_examples=400)


def right(regulation: str) -> st.SearchStrategy[Drawn]:
    """Everything in which nothing is found."""
    return st.one_of(
        structures(regulation),
        structures(regulation, complete=True),
        workflows(regulation),
        drafts(regulation),
    )


def wrong(regulation: str) -> st.SearchStrategy[Drawn]:
    """Everything with planted faults, as many as there is room for."""
    return st.one_of(
        faulty_structures(regulation, max_faults=9),
        faulty_structures(regulation, complete=True),
        faulty_workflows(regulation, max_faults=9),
        faulty_drafts(regulation, max_faults=9),
    )


@each
def test_what_complies_has_no_findings(regulation: str) -> None:
    @few
    @given(right(regulation))
    def clean(value: Drawn) -> None:
        assert value.findings() == value.expected == Counter()

    clean()


@each
def test_what_is_planted_is_found_and_nothing_else(regulation: str) -> None:
    @settings(max_examples=5)
    @given(wrong(regulation))
    def exact(value: Drawn) -> None:
        assert value.faults
        assert value.findings() == value.expected != Counter()

    exact()


@few
@given(list_mutations(KUTIM))
def test_a_change_of_the_list_gives_its_finding(value: Drawn) -> None:
    assert value.findings() == value.expected
    assert value.expected.total() == 1


@pytest.mark.slow
@each
def test_many_of_each(regulation: str) -> None:
    @many
    @given(st.one_of(right(regulation), wrong(regulation)))
    def exact(value: Drawn) -> None:
        assert value.findings() == value.expected

    exact()


@pytest.mark.slow
@many
@given(list_mutations(KUTIM))
def test_many_changes_of_the_list(value: Drawn) -> None:
    assert value.findings() == value.expected


@settings(max_examples=2)
@given(st.data(), st.sampled_from(REGULATIONS))
def test_thousands_of_units_take_few_draws(data: st.DataObject, regulation: str) -> None:
    before = len(data.conjecture_data.nodes)
    complete = data.draw(st.booleans())
    value = data.draw(structures(regulation, min_units=3_000, max_units=3_000, complete=complete))
    assert len(data.conjecture_data.nodes) - before < 100
    proposal, _ = read(value.text, "usulan.sotk")
    assert 3_000 <= len(proposal.units) < 3_200


@pytest.mark.slow
@each
def test_thousands_of_units_comply(regulation: str) -> None:
    @settings(max_examples=5)
    @given(
        st.one_of(
            structures(regulation, min_units=3_000, max_units=3_000),
            structures(regulation, min_units=3_000, max_units=3_000, complete=True),
        )
    )
    def clean(value: Drawn) -> None:
        assert value.findings() == Counter()

    clean()


@pytest.mark.slow
@each
def test_a_thousand_workflows_comply(regulation: str) -> None:
    @settings(max_examples=5)
    @given(workflows(regulation, min_workflows=1_000, max_workflows=1_000))
    def clean(value: Drawn) -> None:
        assert value.findings() == Counter()

    clean()


@few
@given(faulty_structures(KUTIM, checks=["H7"], min_faults=2, max_faults=2))
def test_checks_and_their_number_may_be_chosen(value: Drawn) -> None:
    assert len(value.faults) == 2
    assert {check for _, check, _ in value.expected} == {"H7"}


@settings(max_examples=2)
@given(st.data())
def test_a_fault_of_ones_own(data: st.DataObject) -> None:
    own = Passage("x.kelurahan", ("catatan X1 {kelurahan}",), structure="{kelurahan}.")
    value = data.draw(faulty_structures(KUTIM, faults=[own]))
    assert set(value.faults) == {"x.kelurahan"}
    assert value.findings() == value.expected


def test_the_example_of_the_page_runs(root: Path) -> None:
    page = (root / "docs" / "testing.md").read_text(encoding="utf-8")
    section = page.partition("## Hypothesis strategies\n")[2]
    code = "\n".join(re.findall(r"^    (.*)$", section.partition("\n| ")[0], re.MULTILINE))
    example: dict[str, Any] = {}
    exec(code, example)
    tests = [value for name, value in example.items() if name.startswith("test_")]
    assert len(tests) == 2
    for test in tests:
        settings(max_examples=2)(test)()


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: structures("berau"), "there are: kutim_41_2023, paser_56_2020"),
        (lambda: structures(KUTIM, min_units=5, max_units=4), "not 5 to 4"),
        (lambda: workflows(KUTIM, min_workflows=-1), "not -1 to 10"),
        (lambda: faulty_structures(KUTIM, checks=["D1"]), r"is found by \['D1'\]"),
        (lambda: faulty_structures(KUTIM, checks=["L3"]), "in a structure of kutim_41_2023"),
        (lambda: faulty_workflows(KUTIM, checks=["H7"]), "in a workflow of kutim_41_2023"),
        (lambda: faulty_structures(KUTIM, min_faults=90, max_faults=90), "there is room for"),
        (lambda: faulty_drafts(KUTIM, checks=["H7"]), r"is found by \['H7'\]"),
        (lambda: faulty_drafts(KUTIM, checks=["T33"], min_faults=2), "there is room for 0 to 1"),
        (lambda: drafts("berau"), "no regulation `berau`"),
        (lambda: list_mutations("paser_56_2020"), "paser_56_2020 has no list"),
    ],
)
def test_a_wrong_call_says_why(call, message) -> None:
    with pytest.raises(ValueError, match=message):
        call()

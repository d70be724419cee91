"""Every fault that can be planted, alone; and the checks that no fault is planted for.

The texts are checked in one pass, as in `together.py`.
"""

import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from together import draft_results, results

from patuh.knowledge.catalogue import checks
from patuh.knowledge.regulations import only, where_alone
from patuh.knowledge.regulations import regulation as named
from patuh.report.expectations import Row, found
from patuh.testing import Drawn, Passage, faults
from patuh.testing.strategies.casting import Company, agencies
from patuh.testing.strategies.drafting import draft_faults, draft_text
from patuh.testing.strategies.drawn import drawn
from patuh.testing.strategies.framing import frame, to_be_listed
from patuh.testing.strategies.planting import plant
from patuh.testing.strategies.proposal import Proposal

PASER, KUTIM = REGULATIONS = ("paser_56_2020", "kutim_41_2023")
EVERY = [(regulation, fault) for regulation in REGULATIONS for fault in faults(regulation)]
# Of a fault under both regulations, every second under the one in turn; all with `pytest -m slow`.
NAMES = sorted({fault.name for _, fault in EVERY})
TURN = {name: (PASER, None, KUTIM, None)[at % 4] for at, name in enumerate(NAMES)}
DEFECTS = draft_faults(PASER)
STANDS_IN = "pp_18_2016"
NATIONAL = faults(STANDS_IN)

pytestmark = pytest.mark.xdist_group("faults")
"""In one process, that keeps what the texts give."""


def alone(regulation: str, fault: Passage, shift: int = 0) -> Drawn:
    """A proposal with nothing but the fault; the frame of a complete structure if it needs one.

    `shift` turns the list of agencies.
    """
    proposal = Proposal(regulation, "Satu kesalahan")
    if fault.replace:
        frame(proposal, to_be_listed(regulation, 3))
    plant(proposal, Company(regulation, shift), [fault])
    return drawn(proposal.text(), proposal.expected)


def in_turn(regulation: str, fault: Passage) -> bool:
    both = sum(fault.name == other.name for _, other in EVERY) == 2
    return not both or TURN[fault.name] == regulation


def of_a_hospital(_: str, fault: Passage) -> bool:
    return "{rsud}" in fault.structure


def on_every_fault(always: Callable[[str, Passage], bool]) -> pytest.MarkDecorator:
    """Every fault of both regulations, those that are not `always` tried with `pytest -m slow`."""
    return pytest.mark.parametrize(
        ("regulation", "fault"),
        [
            pytest.param(
                *entry,
                id=f"{entry[0]}-{entry[1].name}",
                marks=() if always(*entry) else pytest.mark.slow,
            )
            for entry in EVERY
        ],
    )


@cache
def every_alone(turn: bool) -> dict[str, Counter[Row]]:
    """What is found in each text with one fault of those that are tried in turn, or the others."""
    texts = [alone(*entry).text for entry in EVERY if in_turn(*entry) == turn]
    with only(REGULATIONS):
        return dict(zip(texts, map(found, results(texts, proofs=False)), strict=True))


@on_every_fault(in_turn)
def test_a_fault_alone_causes_its_findings_and_no_others(regulation: str, fault: Passage) -> None:
    value = alone(regulation, fault)
    assert value.expected
    assert every_alone(in_turn(regulation, fault))[value.text] == value.expected


@on_every_fault(of_a_hospital)
def test_a_badan_may_play_the_agency_of_a_fault(regulation: str, fault: Passage) -> None:
    """Only of an RSUD the law wants a Dinas above it: a Badan gave another finding."""
    names = agencies(regulation)
    value = alone(regulation, fault, next(at for at, n in enumerate(names) if n[:6] == "Badan "))
    assert value.findings() == value.expected


def test_a_fault_against_national_law_causes_its_findings_there_and_beside_a_regulation() -> None:
    """Alone these and no others; beside the regulation of a region, which may weigh them more,
    these among others."""
    values = [alone(STANDS_IN, fault) for fault in NATIONAL]
    assert [found(one) for one in results([value.text for value in values], proofs=False)] == [
        value.expected for value in values
    ]
    own, law = where_alone(named(STANDS_IN)).region, named(PASER)
    beside = results([value.text.replace(own, law.region) for value in values], proofs=False)
    missing = [
        {row[1:] for row in value.expected} - {row[1:] for row in found(one)}
        for value, one in zip(values, beside, strict=True)
    ]
    assert missing == [set()] * len(values)


@cache
def every_defect() -> dict[str, Counter[Row]]:
    """What is found in each draft with one defect."""
    texts = [draft_text(KUTIM, [defect], []).text for defect in DEFECTS]
    return dict(zip(texts, map(found, draft_results(texts, "drawn.txt")), strict=True))


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda defect: defect.name)
def test_a_defect_alone_causes_its_findings_and_no_others(defect: Passage) -> None:
    value = draft_text(KUTIM, [defect], [])
    assert value.expected
    assert every_defect()[value.text] == value.expected


def test_a_fault_is_named_after_a_check_that_finds_it() -> None:
    named = [fault for _, fault in EVERY] + list(DEFECTS) + list(NATIONAL)
    assert [f.name for f in named if f.name.partition(".")[0].upper() not in f.checks] == []


def test_names_are_unique() -> None:
    for regulation in (*REGULATIONS, STANDS_IN):
        names = Counter(fault.name for fault in faults(regulation))
        assert [name for name, count in names.items() if count > 1] == []


def test_the_checks_without_a_fault_are_those_that_the_page_names(root: Path) -> None:
    page = (root / "docs" / "testing.md").read_text(encoding="utf-8")
    table = page.partition("| not planted | why |\n")[2].partition("\n\n")[0]
    first_cells = " ".join(row.split("|")[1] for row in table.splitlines())
    named = set(re.findall(r"\b[A-Z]\d+\b", first_cells))
    planted = {check for _, fault in EVERY for check in fault.checks}
    planted |= {check for fault in (*DEFECTS, *NATIONAL) for check in fault.checks}
    assert {check.id for check in checks().values()} - planted == named

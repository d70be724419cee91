"""Repairs are least: no cheaper set of the planner's own candidates helps; and all verify."""

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from oracle.side_by_side import sessions
from violations import CASES, checked, repairs, title

from patuh.checking import check
from patuh.engine.solving.abduction import Change
from patuh.explain.findings import atom_key, content_keys
from patuh.finding import Finding, Level, Result
from patuh.knowledge.programs import programs
from patuh.repair.plan import Planner
from patuh.repair.verifying.verifier import HARMLESS_BELOW

SMALL = [
    CASES / case
    for case in (
        "H7/paser_langsung.sotk",
        "A6/paser_membawahi.sotk",
        "H2/paser_kepada_wakil_bupati.sotk",
        "D7/paser_semesteran.sotk",
        "P1/paser_instruktif.sotk",
    )
]
MOST_CHECKED = 200
CHEAP = 3
"""In random structures repairs of at most this cost are held against all cheaper ones."""


def facts_under(
    planner: Planner, finding: Finding, changes: list[Change], chosen: tuple[int, ...]
) -> list[str] | None:
    """The facts of the proposal with a set of changes made; None if two touch one sentence."""
    removed = [number for index in chosen for number in changes[index].removes]
    if len(set(removed)) < len(removed):
        return None
    facts = list(planner._always)
    for item in planner._nearby.slice(finding):
        if item.number not in removed:
            facts += planner._items.facts(item)
    for index in chosen:
        facts += changes[index].adds
    return list(dict.fromkeys(facts))


def cheaper(changes: list[Change], bound: int) -> Iterator[tuple[int, ...]]:
    """Every set of at most two changes that costs less than the bound."""
    for size in (1, 2):
        for chosen in combinations(range(len(changes)), size):
            if sum(changes[index].cost for index in chosen) < bound:
                yield chosen


def no_cheaper_set_helps(result: Result, finding: Finding, cost: int) -> int:
    """Tries every set of at most two of the planner's candidates below the cost, side by side:
    under none is the finding gone and nothing grave new. Gives how many were tried."""
    planner = Planner(result)
    candidates = planner._nearby.candidates(finding)
    changes = [planner._change(number, c) for number, c in enumerate(candidates)]
    floor = min(HARMLESS_BELOW, finding.level)
    old = content_keys(result.findings)
    texts: dict[tuple[int, ...], str] = {}
    for chosen in cheaper(changes, cost):
        facts = facts_under(planner, finding, changes, chosen)
        if facts is not None:
            texts[chosen] = "".join(f"{fact}.\n" for fact in facts)
    assert len(texts) <= MOST_CHECKED, "too many to try them all"
    every = programs([law.id for law in planner._laws])
    for chosen, one in zip(texts, sessions(every, list(texts.values()), proofs=False), strict=True):
        after = dict(map(atom_key, one.findings()))
        grave = [key for key, level in after.items() if key not in old and level >= floor]
        assert content_keys([finding]) & after.keys() or grave, [candidates[i] for i in chosen]
    return len(texts)


@pytest.mark.parametrize("path", SMALL, ids=title)
def test_no_cheaper_set_helps(path: Path) -> None:
    """Exhaustive search finds no set below the cost of the repair."""
    result = checked(path)
    finding = next(f for f in result.findings if f.check == path.parent.name)
    cost = repairs(path)[0][1][0].cost
    tried = no_cheaper_set_helps(result, finding, cost)
    assert cost <= 2 or tried


@pytest.mark.parametrize("path", SMALL, ids=title)
def test_every_repair_of_least_cost_helps_and_none_is_a_part_of_another(path: Path) -> None:
    """All repairs offered verify on the text; leaving out an edit of one makes it fail."""
    result = checked(path)
    helps = Planner(result)._verifier.helps
    for _, found in repairs(path):
        finding = next(f for f in result.findings if f.check == path.parent.name)
        for repair in found:
            assert helps(repair.text, [finding])
            lines = result.source.splitlines()
            for left_out in range(len(repair.edits) if len(repair.edits) > 1 else 0):
                rows = list(lines)
                for number in reversed(range(len(repair.edits))):
                    edit = repair.edits[number]
                    if number != left_out:
                        rows[edit.first - 1 : edit.last] = edit.lines
                assert not helps("\n".join(rows) + "\n", [finding])


AGENCIES = ("Dinas Sosial", "Dinas Kesehatan", "Badan Pendapatan Daerah", "Kecamatan Kuaro")
ABOVE = (
    "kepada Bupati melalui Sekretaris Daerah",
    "langsung kepada Bupati",
    "kepada Wakil Bupati",
    "kepada Sekretaris Daerah",
)
ASISTEN = (
    "Asisten Pemerintahan dan Kesejahteraan Rakyat",
    "Asisten Perekonomian dan Pembangunan",
)
VERBS = ("mengoordinasikan", "membawahi", "dapat mengoordinasikan")


@st.composite
def structures(draw: st.DrawFn) -> str:
    """Small structures of Paser: a line of accountability and an Asisten for some agencies."""
    sentences: list[str] = []
    for agency in draw(st.lists(st.sampled_from(AGENCIES), min_size=1, max_size=2, unique=True)):
        above = draw(st.sampled_from(ABOVE))
        sentences.append(f"{agency} bertanggung jawab {above}.")
        if draw(st.booleans()):
            asisten, verb = draw(st.sampled_from(ASISTEN)), draw(st.sampled_from(VERBS))
            sentences.append(f"{asisten} {verb} {agency}.")
    head = "USULAN : Acak\nDAERAH : Kabupaten Paser\nTANGGAL : 1 Maret 2024\n\nSTRUKTUR\n\n"
    return head + "\n".join(sentences) + "\n"


def repairs_verify(text: str) -> None:
    result = check(text.encode(), "acak.sotk")
    planner = Planner(result)
    for finding in result.findings:
        found = planner.plan(finding).repairs
        if found and found[0].cost <= CHEAP:
            no_cheaper_set_helps(result, finding, found[0].cost)
        for repair in found:
            after = {
                key: f.level
                for f in check(repair.text.encode(), "a", proofs=False).findings
                for key in content_keys([f])
            }
            assert content_keys([finding]).isdisjoint(after)
            old = content_keys(result.findings)
            floor = min(Level.belum_lengkap, finding.level)
            assert not [key for key, level in after.items() if key not in old and level >= floor]


@settings(max_examples=3)
@given(structures())
def test_repairs_of_random_structures_verify(text: str) -> None:
    """On random structures every repair offered removes its finding and brings nothing grave,
    and none that is cheaper does."""
    repairs_verify(text)


@pytest.mark.slow
@settings(max_examples=100)
@given(structures())
def test_repairs_of_many_random_structures_verify(text: str) -> None:
    """The same on more of them."""
    repairs_verify(text)

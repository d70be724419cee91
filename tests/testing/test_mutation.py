"""The mutator of the law: it changes what it says, and sees what a proposal notices."""

from functools import cache
from pathlib import Path

from mutation.equivalent import unknown
from mutation.mutants import Mutant, mutants
from mutation.proposals import CASES, drawn, written
from mutation.results import NO_PROGRAM, Results, table
from mutation.room import Room
from mutation.rules import base
from mutation.world import is_program

RULE = "checks/upt.lp temuan u1 #1"


@cache
def room() -> Room:
    paths = [path for path in CASES if path.parent.name == "U1" and path.stem.startswith("paser")]
    return Room("paser_56_2020", written(paths))


def of(rule: str) -> dict[str, Mutant]:
    found = next(one for one in base().rules if one.name == rule)
    return {mutant.change: mutant for mutant in mutants(found)}


def killer(mutant: Mutant, within: Room | None = None) -> str | None:
    return dict((within or room()).killers(mutant.rule, [mutant])).get(mutant)


def test_every_small_change_of_a_rule_is_made_once() -> None:
    made = of(RULE)
    assert {
        "delete",
        "change the level to catatan in the head",
        "swap the terms in the head",
        "drop `not lingkungan_upt(R,P)`",
        "remove not in `not lingkungan_upt(R,P)`",
        "change unit_pelaksana_teknis to _ in `unit(U,unit_pelaksana_teknis)`",
        "swap U and P in `pada(U,P)`",
    } <= set(made)
    assert len({mutant.text for mutant in made.values()}) == len(made)


def test_a_norm_that_only_cites_is_no_mutant() -> None:
    made = of("checks/sekretariat.lp temuan_garis s1 #1")
    assert "drop `Y != bupati`" in made
    assert not any(name.startswith("drop `pertanggungjawaban") for name in made)
    assert any(name.startswith("drop `induk_unit_pelaksana_teknis") for name in of(RULE))


def test_a_rule_belongs_to_the_check_under_whose_heading_it_stands() -> None:
    under = {rule.name: rule.under for rule in base().rules}
    assert under[RULE] == under["checks/upt.lp lingkungan_upt/2 #1"] == "U1"
    assert under["vocabulary/garis.lp garis_berlaku/5 #1"] == "vocabulary/garis"


def test_cases_notice_a_change_of_the_rule_itself() -> None:
    made = of(RULE)
    assert killer(made["delete"]) == "paser_upt_pada_setda"
    assert killer(made["drop `not lingkungan_upt(R,P)`"]) is not None


def test_cases_notice_a_change_of_what_the_rule_rests_on() -> None:
    made = of("checks/upt.lp lingkungan_upt/2 #1")
    assert killer(made["delete"]) is not None


def test_cases_of_another_matter_do_not_notice() -> None:
    assert killer(of("checks/upt.lp temuan u5 #1")["delete"]) is None


def test_nothing_is_noticed_of_a_rule_that_is_left_as_it_is() -> None:
    """What a case derives by a rule tried anew is what the product derives."""
    same = [Mutant(rule, "nothing", rule.node) for rule in base().rules if rule.under == "U1"]
    assert same
    assert [mutant.name for mutant in same if killer(mutant)] == []


def test_random_proposals_notice_what_the_oracle_is_held_against() -> None:
    cases = [case for case in drawn(range(0, 40, 2)) if any("h7" in name for name in case.atoms)]
    assert killer(of("checks/hierarki.lp temuan_garis h7 #1")["delete"], Room(cases[0].law, cases))


def test_a_rule_that_is_no_program_is_told_apart() -> None:
    made = of("checks/hierarki.lp temuan_garis h2 #1")
    unsafe = next(m for name, m in made.items() if name.startswith("drop `bertanggung_jawab"))
    assert not is_program(unsafe)
    assert is_program(made["delete"])


def test_what_was_found_is_kept_and_counted(tmp_path: Path) -> None:
    kept = tmp_path / "results.jsonl"
    first, second, third, *_ = of(RULE).values()
    for mutant, found in ((first, "a_case"), (second, None), (third, NO_PROGRAM)):
        Results(kept).add(mutant, found)
    results = Results(kept)
    assert results.killer(first) == "a_case"
    assert results.tried(second)
    assert results.killer(second) is None
    rows = list(table([first.rule], results))
    assert rows[2] == "| U1 | 2 | 1 | 0 | 1 |"


def test_every_entry_of_the_equivalent_mutants_is_one() -> None:
    assert unknown() == set()

"""The mutator of the law: it changes what it says, and sees what a case notices."""

from functools import cache

from mutation.mutants import Mutant, mutants
from mutation.rules import base
from mutation.world import CASES, Room, read_cases

RULE = "checks/upt.lp temuan u1 #1"


@cache
def room() -> Room:
    paths = [path for path in CASES if path.parent.name == "U1" and path.stem.startswith("paser")]
    return Room("paser_56_2020", read_cases(paths))


def of(rule: str) -> dict[str, Mutant]:
    found = next(one for one in base().rules if one.name == rule)
    return {mutant.name.removeprefix(f"{rule}: "): mutant for mutant in mutants(found)}


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


def test_cases_notice_a_change_of_the_rule_itself() -> None:
    made = of(RULE)
    assert room().killer(made["delete"]) == "paser_upt_pada_setda"
    assert room().killer(made["drop `not lingkungan_upt(R,P)`"]) is not None


def test_cases_notice_a_change_of_what_the_rule_rests_on() -> None:
    made = of("checks/upt.lp lingkungan_upt/2 #1")
    assert room().killer(made["delete"]) is not None


def test_cases_of_another_matter_do_not_notice() -> None:
    assert room().killer(of("checks/upt.lp temuan u5 #1")["delete"]) is None

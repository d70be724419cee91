"""The mutator of the law: it changes what it says, and sees what a proposal notices."""

from functools import cache
from pathlib import Path

import clingo
import pytest
from drafting.test_cases import CASES as DRAFTING_CASES
from drafting.test_cases import changed
from families import CASES
from mutation.cases import grounded
from mutation.conflicts import conflicts
from mutation.drafts import given
from mutation.equivalent import unknown
from mutation.exemptions import literal
from mutation.ledger import noticed
from mutation.mutants import Mutant, mutants
from mutation.proposals import drawn, written
from mutation.results import NO_PROGRAM, Results, table
from mutation.room import Room
from mutation.rules import CONFLICTS, DRAFTS, every_rule
from mutation.views import Shown, seen
from mutation.world import is_program

from patuh.knowledge.programs import DRAFTING

pytestmark = pytest.mark.xdist_group("mutation")
"""In one process, that grounds the cases once."""

RULE = "checks/upt.lp temuan u1 #1"


@cache
def room() -> Room:
    paths = [path for path in CASES if path.parent.name == "U1" and path.stem.startswith("paser")]
    return Room("paser_56_2020", written(paths))


@cache
def drafts() -> Room:
    of_two = [case for case in DRAFTING_CASES if case["nama"].startswith(("t9.", "t27."))]
    cases = [case for case in of_two if not any(" T11 " in one for one in case["temuan"])]
    every = [given(case["nama"], changed(case), "sentences") for case in cases]
    return Room(DRAFTING, grounded("test", every), DRAFTS)


def of(rule: str) -> dict[str, Mutant]:
    found = next(one for one in every_rule() if one.name == rule)
    return {mutant.change: mutant for mutant in mutants(found)}


def killer(mutant: Mutant, within: Room | None = None) -> str | None:
    return dict((within or room()).killers(mutant.rule, [mutant])).get(mutant)


@pytest.mark.slow
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


def test_what_a_finding_says_is_changed_too() -> None:
    made = set(of("checks/hierarki.lp temuan_garis h5 #1"))
    assert {
        "exchange atasan and induk in the head",
        "tell the case bukan_kepada_induk in the head",
        "move the place to satuan(U) in the head",
        "move the place to kepala(usulan) in the head",
    } <= made


def test_sorts_that_a_rule_keeps_out_already_are_not_exempted() -> None:
    made = [name for name in of("checks/hierarki.lp temuan_garis h2 #1") if "exempt" in name]
    assert "exempt `not unit(U,badan)`" in made
    assert "exempt `U != sekretariat_daerah`" in made
    assert not any("subunit" in name or "U != bupati" in name for name in made)


def test_numbers_inside_of_terms_are_changed() -> None:
    made = of("vocabulary/alur.lp perhentian/5 #1")
    assert "change (N,0,0) to (N,1,0) in the head" in made
    assert "change (N,0,0) to (N,0,-1) in the head" in made


def test_a_condition_on_what_the_rule_does_not_need_is_noticed() -> None:
    rule = next(one for one in every_rule() if one.name == RULE)
    assert "perangkat_daerah/2" not in rule.needs
    node = rule.node.update(body=[*rule.node.body, literal("not perangkat_daerah(R,P)")])
    assert killer(Mutant(rule, "spare agencies", node)) is not None


def test_cases_notice_what_is_said_of_a_finding() -> None:
    made = of(RULE)
    assert killer(made["move the place to kepala(usulan) in the head"]) == "paser_upt_pada_setda"
    assert killer(made["swap the terms in the head"]) is not None


def test_a_norm_that_only_cites_is_no_mutant() -> None:
    made = of("checks/sekretariat.lp temuan_garis s1 #1")
    assert "drop `Y != bupati`" in made
    assert not any(name.startswith("drop `pertanggungjawaban") for name in made)
    assert any(name.startswith("drop `induk_unit_pelaksana_teknis") for name in of(RULE))


def test_a_rule_belongs_to_the_check_under_whose_heading_it_stands() -> None:
    under = {rule.name: rule.under for rule in every_rule()}
    assert under[RULE] == under["checks/upt.lp lingkungan_upt/2 #1"] == "U1"
    assert under["vocabulary/garis.lp garis_berlaku/5 #1"] == "vocabulary/garis"
    assert under["drafting/checks/batang_tubuh.lp jenjang/2 #1"] == "T27"


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
    same = [Mutant(rule, "nothing", rule.node) for rule in every_rule() if rule.under == "U1"]
    assert same
    assert [mutant.name for mutant in same if killer(mutant)] == []


@pytest.mark.slow
def test_drafts_notice_a_change_of_a_rule_on_drafting() -> None:
    made = of("drafting/checks/rujukan.lp temuan t9 #1")
    assert (killer(made["delete"], drafts()) or "").startswith("t9.tidak_ada")
    assert killer(of("drafting/rules.lp menunjuk_ketentuan/2 #1")["delete"], drafts()) is not None
    assert killer(of("drafting/checks/rujukan.lp temuan t11 #1")["delete"], drafts()) is None


def test_nothing_is_noticed_of_a_rule_on_drafting_that_is_left_as_it_is() -> None:
    """Among them one that rests on itself."""
    same = [Mutant(rule, "nothing", rule.node) for rule in every_rule() if rule.under == "T27"]
    assert any(mutant.rule.gives in mutant.rule.needs for mutant in same)
    assert [mutant.name for mutant in same if killer(mutant, drafts())] == []


def test_norms_notice_a_change_of_a_rule_on_conflicts() -> None:
    room = Room("", conflicts(), CONFLICTS)
    made = of("audit/pertentangan.lp tuntutan/5 #14")
    assert killer(made["change sifat to mutan in the head"], room) == "two_natures_of_cooperation"
    weighed = of("audit/pertentangan.lp norma_ditimbang/2 #1")
    assert killer(weighed["delete"], room) == "kutim_41_2023"


def test_a_test_of_sentences_sees_the_terms_that_they_name_and_the_number_of_places() -> None:
    def row(term: str, place: int) -> tuple[clingo.Symbol, ...]:
        atom = f"r(0,catatan,uu,t15,tanpa_titik,simpul({place}),(bentuk({term}),))"
        return tuple(clingo.parse_term(atom).arguments)

    def said(*rows: tuple[clingo.Symbol, ...], view: str = "sentences") -> object:
        return seen(rows, 0, view, Shown())

    assert said(row("tanpa_titik", 1)) == said(row("lain", 2))
    assert said(row("tanpa_titik", 1)) != said(row("tanpa_titik", 1), row("tanpa_titik", 2))
    assert said(row("tanpa_titik", 1), view="subjects") != said(row("lain", 1), view="subjects")


def test_a_rule_on_drafting_without_its_only_norm_is_noticed() -> None:
    assert noticed(of("drafting/rules.lp kata_sambung/3 #1")["delete"])
    assert not noticed(of("drafting/rules.lp nomor_urut/3 #1")["delete"])


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

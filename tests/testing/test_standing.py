"""Who can stand where, as the mutator has it, against who stands where in the written cases."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import clingo
import pytest
from families import CASES, NATIONAL
from mutation.cases import Case
from mutation.examples import OFFICES, SORTS, example
from mutation.proposals import written
from mutation.standing import domains

pytestmark = pytest.mark.xdist_group("mutation")
EVERY = {*OFFICES, *SORTS}
FEW = {"A5", "M1", "M5", "M6", "M11", "N5", "V1", "X1"}


def outside(cases: Iterable[Case]) -> Iterator[str]:
    """Units that a case puts where none of their sort can stand."""
    for case in cases:
        sorts = {str(name): str(sort) for name, sort in map(parsed, case.atoms["unit/2"])}
        standing = domains(case.law)
        for predicate, rows in case.atoms.items():
            if predicate.startswith("temuan"):
                continue
            for row in rows:
                for at, part in enumerate(map(str, parsed(row))):
                    sort = part if part in OFFICES else sorts.get(part)
                    if sort in EVERY and example(sort) not in standing[predicate, at]:
                        yield f"{case.law} {case.name}: {predicate} {at} {sort} {row}"


def parsed(row: str) -> list[clingo.Symbol]:
    return clingo.parse_term(f"x({row})").arguments


def found(paths: list[Path]) -> list[str]:
    return sorted(set(outside(written(paths))))


def test_nobody_stands_where_nobody_of_the_sort_can() -> None:
    assert found([path for path in (*CASES, *NATIONAL) if path.parent.name in FEW]) == []

"""The answer sets of programs with facts, for questions about the knowledge base itself."""

from collections.abc import Sequence

import clingo
from msgspec import Struct

from patuh.engine.derivation import Atom
from patuh.engine.solver import EngineError
from patuh.engine.terms import atom
from patuh.knowledge.programs import Program

MOST = 2
"""So many answer sets are sought: a second one is one too many."""


class Answers(Struct, frozen=True):
    """The number of answer sets, up to `MOST`, and the atoms in which they differ."""

    count: int
    open: tuple[str, ...]


def answers(programs: Sequence[Program], facts: str) -> Answers:
    """The answer sets of the programs. Raises `EngineError` for what clingo refuses."""
    control = _grounded(programs, facts)
    models: list[frozenset[str]] = []
    control.configuration.solve.models = MOST  # type: ignore[union-attr]
    control.solve(on_model=lambda m: models.append(frozenset(map(str, m.symbols(atoms=True)))))
    differing = frozenset[str]().union(*models) - frozenset.intersection(*models) if models else ()
    return Answers(len(models), tuple(sorted(differing)))


def derived(programs: Sequence[Program], facts: str, name: str, arity: int) -> tuple[Atom, ...]:
    """The atoms of a predicate, sorted. Raises `EngineError` for what clingo refuses."""
    control = _grounded(programs, facts)  # its atoms live no longer than it does
    found = control.symbolic_atoms.by_signature(name, arity)
    return tuple(sorted((atom(one.symbol) for one in found), key=lambda one: one.text))


def _grounded(programs: Sequence[Program], facts: str) -> clingo.Control:
    control = clingo.Control(["--warn=none"])
    for program in programs:
        control.add("base", [], program.text)
    control.add("base", [], facts)
    try:
        control.ground([("base", [])])
    except RuntimeError as error:
        raise EngineError(str(error)) from error
    return control

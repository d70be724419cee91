"""The answer sets of programs with facts, for questions about the knowledge base itself."""

from collections.abc import Sequence

from msgspec import Struct

from patuh.engine.atoms.derivation import Atom
from patuh.engine.atoms.terms import atom
from patuh.engine.control import grounded
from patuh.knowledge.programs import Program

MOST = 2
"""So many answer sets are sought: a second one is one too many."""


class Answers(Struct, frozen=True):
    """The number of answer sets, up to `MOST`, and the atoms in which they differ."""

    count: int
    open: tuple[str, ...]


def answers(programs: Sequence[Program], facts: str) -> Answers:
    """The answer sets of the programs. Raises `EngineError` for what clingo refuses."""
    control = grounded(*(program.text for program in programs), facts)
    models: list[frozenset[str]] = []
    control.configuration.solve.models = MOST  # type: ignore[union-attr]
    control.solve(on_model=lambda m: models.append(frozenset(map(str, m.symbols(atoms=True)))))
    differing = frozenset[str]().union(*models) - frozenset.intersection(*models) if models else ()
    return Answers(len(models), tuple(sorted(differing)))


def derived(programs: Sequence[Program], facts: str, name: str, arity: int) -> tuple[Atom, ...]:
    """The atoms of a predicate, sorted. Raises `EngineError` for what clingo refuses."""
    control = grounded(*(program.text for program in programs), facts)
    found = control.symbolic_atoms.by_signature(name, arity)  # they live no longer than it does
    return tuple(sorted((atom(one.symbol) for one in found), key=lambda one: one.text))

"""Two knowledge bases grounded together: the old one, and what of the new one may differ."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import clingo

from patuh.engine.control import BASE, add, control
from patuh.engine.rules.changes import Change, Side, shared
from patuh.engine.rules.copies import CANDIDATE, MAY, OPEN, Copies, same

_FINDING = "temuan"
"""Of this nothing asks but the question itself, which sees what may differ and what may not."""

_NOT_SHOWN = "#show."
"""What holds is asked of literals: its names would be half of what is written."""


def beside(
    old: Side,
    new: Side,
    differing: Change,
    sentences: str,
    questions: Iterable[str] = (),
    into: Path | None = None,
) -> clingo.Control:
    """A control with both sides, the sentences, and rules that ask for what both say.

    With `into` it cannot solve: the ground rules are written to that file, as aspif, and are all
    there when it lives no longer.

    What may differ stands as facts `beda__p`; there `baru__p` is the new side, elsewhere `p`; of
    other predicates than findings `baru__p` is all that the new side has, if anything may differ.
    Raises `EngineError` for what clingo refuses.
    """
    made = control()
    if into is not None:
        made.register_backend(clingo.BackendType.Aspif, str(into), replace=True)
    rules = shared(old, new, differing.affected)
    add(made, BASE, rules, sentences, f"{{ {OPEN} }}.", _NOT_SHOWN)
    copies = Copies(old, new, differing)
    add(made, "calon", copies.candidates())
    open_ = _found(made, CANDIDATE)
    arities = _found(made)
    same_ = [same(name, n) for name in open_.keys() - {_FINDING} for n in arities.get(name, ())]
    lines = [*_may(made, open_), *sorted(same_), copies.new(open_)]
    add(made, "baru", "\n".join(lines), *questions)
    return made


def _may(made: clingo.Control, found: Mapping[str, Iterable[int]]) -> Iterator[str]:
    """What may differ, as facts."""
    for name, arities in found.items():
        for arity in arities:
            every = made.symbolic_atoms.by_signature(CANDIDATE + name, arity)
            yield from (f"{MAY}{str(one.symbol).removeprefix(CANDIDATE)}." for one in every)


def _found(made: clingo.Control, prefix: str = "") -> dict[str, list[int]]:
    """The predicates of which there is any atom, by their names behind a prefix: arities."""
    every: dict[str, list[int]] = {}
    for name, arity, _ in made.symbolic_atoms.signatures:
        if name.startswith(prefix) and any(made.symbolic_atoms.by_signature(name, arity)):
            every.setdefault(name.removeprefix(prefix), []).append(arity)
    return every

"""Which of some facts a proposal needs: those without which other findings follow."""

from collections.abc import Iterable, Sequence

import clingo

from patuh.engine.control import grounded
from patuh.knowledge.programs import Program


def needed(programs: Sequence[Program], facts: Sequence[str], given: str) -> set[int]:
    """The numbers of the `facts` without which the findings of the proposal `given` differ.

    Each of the facts is text such as `p(a). p(b).`, which stands and falls as one. The programs
    must not hold them too. Raises `EngineError` for what clingo refuses.
    """
    guarded = [text.replace(").", f") :- not tanpa({at}).") for at, text in enumerate(facts)]
    control = grounded(
        *(program.text for program in programs), *guarded, _FRAME.format(most=len(facts)), given
    )
    usual = _findings(control)
    return {at for at in range(len(facts)) if _without(control, at) != usual}


_FRAME = "#external tanpa(0..{most}). #show. #show temuan/6."


def _without(control: clingo.Control, at: int) -> frozenset[clingo.Symbol]:
    switch = clingo.Function("tanpa", [clingo.Number(at)])
    control.assign_external(switch, True)
    found = _findings(control)
    control.assign_external(switch, False)
    return found


def _findings(control: clingo.Control) -> frozenset[clingo.Symbol]:
    models: list[Iterable[clingo.Symbol]] = []
    control.solve(on_model=lambda model: models.append(model.symbols(shown=True)))
    return frozenset(models[0]) if models else frozenset()

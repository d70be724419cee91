"""The findings under each of several alternatives that share most of their facts.

The facts in common are grounded once; those of an alternative depend on a choice, which is made
by assumption when the findings are asked for.
"""

from collections.abc import Iterable, Sequence

import clingo

from patuh.engine.atoms.derivation import FINDING, Atom
from patuh.engine.control import findings, grounded
from patuh.engine.rules.living import telling_of
from patuh.engine.rules.statements import text_of
from patuh.knowledge.programs import Program


def findings_under(
    programs: Sequence[Program], common: str, alternatives: Sequence[Iterable[str]]
) -> list[list[Atom]]:
    """The atoms `temuan/6` of each alternative, in the order of their text.

    `common` are facts as ASP text, one on a line; an alternative is the facts it has besides.
    """
    own = [f"{fact} :- pilihan({k})." for k, facts in enumerate(alternatives) for fact in facts]
    choice = f"{{ pilihan(0..{len(alternatives) - 1}) }}."
    facts = "\n".join([common, *own])
    rules = text_of(telling_of(tuple(programs), facts))
    control = grounded(rules, facts, choice)
    told = [(a.symbol, a.literal) for a in control.symbolic_atoms.by_signature(*FINDING)]
    chosen = [clingo.Function("pilihan", [clingo.Number(k)]) for k in range(len(alternatives))]
    return [_findings(control, [(c, c is this) for c in chosen], told) for this in chosen]


def _findings(
    control: clingo.Control,
    assumptions: Sequence[tuple[clingo.Symbol, bool]],
    told: Sequence[tuple[clingo.Symbol, int]],
) -> list[Atom]:
    """Those of the findings that can be told which hold; a model has far more atoms than these."""
    with control.solve(assumptions=assumptions, yield_=True) as handle:
        return [
            found
            for model in handle
            for found in findings(symbol for symbol, literal in told if model.is_true(literal))
        ]

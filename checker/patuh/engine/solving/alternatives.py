"""The findings under each of several alternatives that share most of their facts.

The facts in common are grounded once; those of an alternative depend on a choice, which is made
by assumption when the findings are asked for.
"""

from collections.abc import Iterable, Sequence

import clingo

from patuh.engine.atoms.derivation import FINDING, Atom
from patuh.engine.atoms.terms import atom
from patuh.engine.control import grounded
from patuh.engine.rules.living import telling_of
from patuh.engine.rules.statements import text_of
from patuh.knowledge.programs import Program


def findings_under(
    programs: Sequence[Program], common: str, alternatives: Sequence[Iterable[str]]
) -> list[list[Atom]]:
    """The atoms `temuan/6` of each alternative, in order.

    `common` are facts as ASP text, one on a line; an alternative is the facts it has besides.
    """
    own = [f"{fact} :- pilihan({k})." for k, facts in enumerate(alternatives) for fact in facts]
    choice = f"{{ pilihan(0..{len(alternatives) - 1}) }}."
    facts = "\n".join([common, *own])
    rules = text_of(telling_of(tuple(programs), facts))
    control = grounded(rules, facts, choice)
    chosen = [clingo.Function("pilihan", [clingo.Number(k)]) for k in range(len(alternatives))]
    return [_findings(control, [(c, c is this) for c in chosen]) for this in chosen]


def _findings(
    control: clingo.Control, assumptions: Sequence[tuple[clingo.Symbol, bool]]
) -> list[Atom]:
    found: list[Atom] = []
    with control.solve(assumptions=assumptions, yield_=True) as handle:
        for model in handle:
            shown = [symbol for symbol in model.symbols(shown=True) if symbol.match(*FINDING)]
            found = [atom(symbol) for symbol in shown]
    return found

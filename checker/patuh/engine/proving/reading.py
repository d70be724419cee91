"""The derivations that a grounded explanation program holds."""

from collections import Counter
from collections.abc import Callable, Iterable

from clingo import Symbol

from patuh.engine.atoms.derivation import Atom, Derivation
from patuh.engine.atoms.terms import arguments, atom
from patuh.engine.proving.decoding import GroundTerms, decoders
from patuh.engine.proving.program import ExplanationProgram
from patuh.engine.rules.templates import Rule

Facts = Callable[[str, int], Iterable[Symbol]]
"""The atoms that hold, by name and arity."""


def derivations(program: ExplanationProgram, facts: Facts) -> list[Derivation]:
    """Every rule instance that takes part in a derivation of a finding, in a fixed order."""
    ground = GroundTerms()
    found: list[Derivation] = []
    for rule, decoder in decoders(program):
        elements = _elements(rule, facts)
        for symbol in facts(f"sebab_{rule.number}", len(rule.variables)):
            values = arguments(str(symbol))
            near = elements.get(tuple(values), {}) if elements else {}
            found.append(decoder.derivation([ground(value) for value in values], near))
    several = {one for one, count in Counter(map(_of, found)).items() if count > 1}
    found.sort(key=lambda one: (*_of(one), str(one) if _of(one) in several else ""))
    return found


def _of(derivation: Derivation) -> tuple[str, str]:
    return derivation.head.text, derivation.rule


def _elements(rule: Rule, facts: Facts) -> dict[tuple[str, ...], dict[int, tuple[Atom, ...]]]:
    """The atoms that aggregates of the rule range over, by variables and literal."""
    found: dict[tuple[str, ...], dict[int, set[Atom]]] = {}
    for position, literal in enumerate(rule.body):
        if literal.kind == "aggregate":
            for symbol in facts(f"unsur_{rule.number}_{position}", len(rule.variables) + 1):
                *values, atoms = arguments(str(symbol))
                group = found.setdefault(tuple(values), {}).setdefault(position, set())
                group.update(map(atom, arguments(atoms)))
    return {
        values: {at: tuple(sorted(atoms, key=_text)) for at, atoms in groups.items()}
        for values, groups in found.items()
    }


def _text(found: Atom) -> str:
    return found.text

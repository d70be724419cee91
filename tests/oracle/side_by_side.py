"""What the knowledge base finds in many proposals at once, each atom with the number of its own.

Reading and grounding the rules takes most of the time of a small proposal, and is the same for all:
fifty in one program cost a twentieth. What depends on no proposal, the norms and what follows from
them, bears no number.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import clingo

from oracle.numbering import EVERY, Signature, numbered, of_the_law, read
from patuh.engine.atoms.derivation import Atom, Derivation
from patuh.engine.atoms.terms import atom as decoded
from patuh.engine.control import add
from patuh.engine.control import findings as in_order
from patuh.engine.proving.program import PART, START, ExplanationProgram, explanation_program
from patuh.engine.proving.reading import derivations
from patuh.engine.rules.statements import statements
from patuh.knowledge.programs import Program, programs

FINDINGS = ("temuan", "temuan_garis")
_ARITY = 6
_FACT = re.compile(r"^([a-z]\w*)(\(|\.)", re.MULTILINE)
_OF_PROOFS = re.compile(r"temuan|temuan_garis|sebab_\d+|unsur_\d+_\d+")


def findings(law: str, facts: Sequence[str]) -> list[list[Atom]]:
    """For the facts of each proposal under the regulation, the atoms of its findings."""
    control, _ = _grounded(programs([law]), facts)
    found: list[list[Atom]] = [[] for _ in facts]
    for name in FINDINGS:
        for one in control.symbolic_atoms.by_signature(name, _ARITY + 1):
            assert one.is_fact
            number, *arguments = one.symbol.arguments
            found[number.number].append(decoded(clingo.Function(name, arguments)))
    return found


def everything(every: tuple[Program, ...], facts: Sequence[str]) -> list[list[clingo.Symbol]]:
    """For the facts of each proposal or draft, all atoms that follow under the programs."""
    control, law = _grounded(every, facts)
    found: list[list[clingo.Symbol]] = [[] for _ in facts]
    for one in control.symbolic_atoms:
        symbol = one.symbol
        if (symbol.name, len(symbol.arguments)) in law:
            for atoms in found:
                atoms.append(symbol)
        elif symbol.name != EVERY:
            number, *arguments = symbol.arguments
            found[number.number].append(clingo.Function(symbol.name, arguments))
    return found


class Session(NamedTuple):
    """What follows from one proposal of many, as a session of its own gives it."""

    program: ExplanationProgram
    symbols: dict[str, list[clingo.Symbol]]

    def findings(self) -> list[Atom]:
        """The atoms `temuan/6`, in the order of their text."""
        return in_order(self.symbols["temuan"])

    def on_lines(self) -> list[Atom]:
        """The same, and the atoms `temuan_garis/6` that some of them come from."""
        return [decoded(one) for name in FINDINGS for one in self.symbols[name]]

    def derivations(self) -> list[Derivation]:
        """Every rule instance that takes part in a derivation of a finding."""
        return derivations(self.program, lambda name, _: self.symbols[name])


def sessions(
    every: tuple[Program, ...], facts: Sequence[str], proofs: bool = True
) -> list[Session]:
    """For the facts of each proposal or draft its findings, with `proofs` their derivations too."""
    control, law = _grounded(every, facts)
    signature = FINDINGS[0], _ARITY + 1
    told = (one.symbol.arguments for one in control.symbolic_atoms.by_signature(*signature))
    cases = frozenset((str(parts[3]), str(parts[4])) for parts in told)
    program = explanation_program(every, statements(every), cases)
    if proofs:
        chosen = [numbered(text, law) for text in (START, *(rule.text for rule in program.rules))]
        add(control, PART, "\n".join(chosen))
    found = [Session(program, defaultdict(list)) for _ in facts]
    for name, arity, _ in control.symbolic_atoms.signatures:
        if _OF_PROOFS.fullmatch(name):
            for one in control.symbolic_atoms.by_signature(name, arity):
                assert one.is_fact
                number, *arguments = one.symbol.arguments
                symbol = clingo.Function(name, arguments)
                found[number.number].symbols[name].append(symbol)
    return found


def _grounded(
    every: tuple[Program, ...], facts: Sequence[str]
) -> tuple[clingo.Control, frozenset[Signature]]:
    given = frozenset(name for text in facts for name, _ in _FACT.findall(text))
    rules, law = _rules(every, given & _heads(every))
    numbered = [_FACT.sub(_with(number), text) for number, text in enumerate(facts)]
    control = clingo.Control(["--warn=none"], logger=lambda *_: None)
    control.add("base", [], "\n".join([rules, f"{EVERY}(0..{len(facts) - 1}).", *numbered]))
    control.ground([("base", [])])
    return control, law


def _with(number: int):
    return lambda match: f"{match[1]}({number}{',' if match[2] == '(' else ').'}"


@lru_cache(maxsize=8)
def _rules(every: tuple[Program, ...], given: frozenset[str]) -> tuple[str, frozenset[Signature]]:
    """The programs for every proposal, and the predicates of the law: not those that are given."""
    parts = list(map(read, every))
    rules = [rule for _, own in parts for rule in own]
    law = of_the_law(rules, given)
    constants = [constant for own, _ in parts for constant in own]
    return "\n".join([*constants, *(rule.numbered(law) for rule in rules)]), law


@lru_cache(maxsize=8)
def _heads(every: tuple[Program, ...]) -> frozenset[str]:
    return frozenset(
        name for program in every for rule in read(program)[1] for name, _ in rule.heads
    )

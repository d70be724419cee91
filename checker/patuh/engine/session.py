"""Grounding of the knowledge base with the facts of one proposal.

The programs are stratified, so grounding alone decides every atom: findings are read as facts
after grounding and nothing is solved. A program that is not stratified is a fault of the
knowledge base and raises `EngineError`.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import clingo

from patuh.engine.atoms.derivation import FINDING, Atom, Derivation
from patuh.engine.atoms.terms import pattern
from patuh.engine.control import EngineError, add, begin, findings, grounded
from patuh.engine.rules.kinds import kinds_of
from patuh.engine.rules.living import live, telling_of
from patuh.engine.rules.statements import text_of
from patuh.knowledge.programs import Program

if TYPE_CHECKING:
    from patuh.engine.absence.attempts import Absence, Attempt
    from patuh.engine.absence.matching import AtomIndex

_SMALL = 1_000_000
"""Letters of facts, up to some 10,000 units."""
_LATEST: list[tuple[clingo.Control, str, list[str]]] = []
"""What was grounded last, with the rules and options of it, unless it is large: a process that ends
with it need not free it."""


def rest() -> None:
    """Free what was grounded last, and make ready for the like of it: what a process that goes on
    does when nobody waits for it."""
    for _, rules, options in _LATEST:
        begin(rules, options)
    _LATEST.clear()


class Session:
    """One proposal, grounded with the knowledge base.

    `constants` sets interpretation switches, such as `{"tafsir_satu_asisten": "jamak"}`. Only a
    `whole` session, that has what bears on no finding too, can say why something does not hold.
    """

    def __init__(
        self,
        programs: Sequence[Program],
        facts: str,
        constants: dict[str, str] | None = None,
        *,
        whole: bool = False,
    ) -> None:
        self._programs = tuple(programs)
        self._whole = whole
        self._statements = (
            live(self._programs, kinds_of(facts)) if whole else telling_of(self._programs, facts)
        )
        options = [f"-c{name}={value}" for name, value in sorted((constants or {}).items())]
        rules = text_of(self._statements)
        self._control = grounded(rules, facts, options=options)
        _LATEST[:] = [(self._control, rules, options)] if len(facts) < _SMALL else []
        self._found: list[Atom] | None = None
        self._explained = False
        self._index: AtomIndex | None = None

    def findings(self) -> list[Atom]:
        """The atoms `temuan/6`, in the order of their text."""
        if self._found is None:
            self._found = findings(self._facts(*FINDING))
        return list(self._found)

    def why_not(self, check: str, subject: str | int) -> "list[tuple[str, Attempt | None]]":
        """For each case of a check ("a3") how far it gets for a subject; None if it fires.

        The subject is a unit key or the number of a workflow.
        """
        from patuh.engine.absence.attempts import why_not
        from patuh.engine.absence.matching import symbol_of
        from patuh.engine.rules.compiled import rules_by_head

        rules = rules_by_head(self._programs)
        return why_not(check, symbol_of(subject), rules, self._atoms())

    def why_absent(self, found: Atom) -> "Absence":
        """Why an atom that a proof names as absent does not hold; `_` stands for anything."""
        from patuh.engine.absence.attempts import why_absent
        from patuh.engine.rules.compiled import rules_by_head

        rules = rules_by_head(self._programs)
        return why_absent(found.predicate, pattern(found.text), rules, self._atoms())

    def _atoms(self) -> "AtomIndex":
        """The atoms by predicate and argument, for questions of absence."""
        from patuh.engine.absence.matching import AtomIndex

        if not self._whole:
            raise ValueError("what bears on no finding was left out")
        if self._index is None:
            self._index = AtomIndex(self._facts)
        return self._index

    def derivations(self) -> list[Derivation]:
        """Every rule instance that takes part in a derivation of a finding."""
        from patuh.engine.proving.program import PART, explanation_program
        from patuh.engine.proving.reading import derivations

        told = (one.arguments for one in self.findings())
        cases = frozenset((str(parts[2]), str(parts[3])) for parts in told)
        atoms = self._control.symbolic_atoms
        holding = frozenset(
            (name, arity)
            for name, arity, _ in atoms.signatures
            if next(iter(atoms.by_signature(name, arity)), None) is not None
        )
        program = explanation_program(self._programs, self._statements, cases, holding)
        if not self._explained:
            add(self._control, PART, program.text)
            self._explained = True
        return derivations(program, self._facts)

    def _facts(self, name: str, arity: int) -> Iterator[clingo.Symbol]:
        for found in self._control.symbolic_atoms.by_signature(name, arity):
            if not found.is_fact:
                raise EngineError(f"{found.symbol} is undecided after grounding: not stratified")
            yield found.symbol

"""Cases side by side in one program: what they derive, and what further rules derive from it."""

import re
from collections.abc import Iterable, Mapping, Sequence

import clingo

from mutation.cases import Case
from mutation.tagging import MARK, asp
from mutation.views import Row

_MARKED = re.compile(rf"(\w+){MARK}")


class NotStratifiedError(Exception):
    """A mutant leaves an atom undecided."""


class Program:
    """The cases by number; what they derive is loaded where it is needed."""

    def __init__(self, cases: Sequence[Case], constants: str) -> None:
        self._cases = cases
        self._loaded: set[str] = set()
        self._read: dict[str, frozenset[Row]] = {}
        self._control = clingo.Control(["--warn=none"], logger=lambda *_: None)
        self.parts = 0
        """How often rules were added: clingo becomes slower with each."""
        numbers = ";".join(str(number) for number in range(len(cases)))
        self._ground(f"{constants}\nkasus_({numbers}).")

    def given(self, name: str) -> frozenset[Row]:
        """The atoms of a predicate under the knowledge base as it stands."""
        if name not in self._loaded:
            self._ground(self._facts(name))
        if name not in self._read:
            self._read[name] = self.derived(asp(name), name)
        return self._read[name]

    def _facts(self, name: str) -> str:
        self._loaded.add(name)
        atom = asp(name)
        return "\n".join(
            f"{atom}({number}{',' if row else ''}{row})."
            for number, case in enumerate(self._cases)
            for row in case.atoms.get(name, ())
        )

    def derive(self, rules: str, needs: Iterable[str], instead: Mapping[str, str]) -> None:
        """Add tagged rules; predicates of `instead` bear another name in them."""
        names = {asp(name): other for name, other in instead.items()}
        text = [self._facts(name) for name in needs if name not in {*instead, *self._loaded}]
        text.append(_MARKED.sub(lambda match: names.get(match[1], match[1]), rules))
        self._ground("\n".join(text))

    def derived(self, atom: str, name: str) -> frozenset[Row]:
        """The atoms of the predicate `name` that bear the name `atom` in the program."""
        arity = 6 if " " in name else int(name.rpartition("/")[2])
        found: list[Row] = []
        for symbolic in self._control.symbolic_atoms.by_signature(atom, arity + 1):
            if not symbolic.is_fact:
                raise NotStratifiedError(str(symbolic.symbol))
            found.append(tuple(symbolic.symbol.arguments))
        return frozenset(found)

    def _ground(self, text: str) -> None:
        self.parts += 1
        part = f"bagian{self.parts}"
        self._control.add(part, [], text)
        self._control.ground([(part, [])])

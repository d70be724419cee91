"""What may notice a mutant, and what it derives under the knowledge base as it stands.

A case is a proposal, a draft or a set of norms: the atoms that follow from it, by predicate, and
the view that its test has of what is derived (`mutation.views`).
"""

import hashlib
import pickle
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import clingo

from mutation.rules import FINDINGS
from patuh.engine.rules.statements import live, predicates
from patuh.knowledge.programs import Program
from patuh.knowledge.root import kb_root

_SAVED_AFTER = 150


@dataclass(frozen=True, slots=True)
class Given:
    """A case before it is grounded: the programs and the facts of it."""

    name: str
    law: str
    view: str
    programs: tuple[Program, ...]
    facts: str
    lines: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Case:
    """The regulation that applies, the atoms by predicate, and what the test sees of findings."""

    name: str
    law: str
    view: str
    """A key of `mutation.views.VIEWS`."""
    atoms: Mapping[str, tuple[str, ...]]
    lines: Mapping[str, int]
    """The line of a place, where the test states lines."""


def grounded(kind: str, every: Iterable[Given]) -> list[Case]:
    """Kept in a file that the next run reads, where nothing has changed in `kb/`."""
    store = Path(tempfile.gettempdir()) / f"patuh-mutation-{kind}-{knowledge()}.pickle"
    known: dict[str, Case] = pickle.loads(store.read_bytes()) if store.is_file() else {}
    found: list[Case] = []
    new = 0
    for given in every:
        key = f"{given.name} {given.view}\n{given.facts}"
        if key not in known:
            atoms = _atoms(given)
            known[key] = Case(given.name, given.law, given.view, atoms, dict(given.lines))
            new += 1
            if new % _SAVED_AFTER == 0:
                _keep(store, known)
        found.append(known[key])
    if new:
        _keep(store, known)
    return found


def knowledge() -> str:
    """A digest of `kb/`: what was derived under another is of no use."""
    digest = hashlib.sha256()
    for path in sorted(kb_root().rglob("*.lp")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _keep(store: Path, known: dict[str, Case]) -> None:
    part = store.with_suffix(".part")
    part.write_bytes(pickle.dumps(known))
    part.replace(store)


def _atoms(given: Given) -> dict[str, tuple[str, ...]]:
    rules = live(given.programs, predicates(given.facts))
    control = clingo.Control(["--warn=none"])
    control.add("base", [], "\n".join([*(rule.text for rule in rules), given.facts]))
    control.ground([("base", [])])
    found: dict[str, list[str]] = defaultdict(list)
    for symbolic in control.symbolic_atoms:
        symbol = symbolic.symbol
        if symbol.name in FINDINGS:
            name = f"{symbol.name} {symbol.arguments[2]}"
        else:
            name = f"{symbol.name}/{len(symbol.arguments)}"
        found[name].append(",".join(map(str, symbol.arguments)))
    return {name: tuple(rows) for name, rows in found.items()}

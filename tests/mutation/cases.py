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
from oracle.side_by_side import everything

from mutation.rules import FINDINGS
from mutation.views import Shown
from patuh.knowledge.programs import Program
from patuh.knowledge.root import kb_root

_AT_ONCE = 50
"""So many cases are grounded side by side."""
Atoms = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Given:
    """A case before it is grounded: the programs and the facts of it."""

    name: str
    law: str
    view: str
    programs: tuple[Program, ...]
    facts: str
    shown: Shown = field(default_factory=Shown)


@dataclass(frozen=True, slots=True)
class Case:
    """The regulation that applies, the atoms by predicate, and what the test sees of findings."""

    name: str
    law: str
    view: str
    """A key of `mutation.views.VIEWS`."""
    atoms: Atoms
    shown: Shown


def grounded(kind: str, every: Iterable[Given]) -> list[Case]:
    """The atoms are kept in a file that the next run reads, where nothing has changed in `kb/`."""
    store = Path(tempfile.gettempdir()) / f"patuh-mutation-atoms-{kind}-{knowledge()}.pickle"
    known: dict[str, Atoms] = pickle.loads(store.read_bytes()) if store.is_file() else {}
    keyed = [(f"{given.law} {given.name}\n{given.facts}", given) for given in every]
    cases = dict(keyed)
    groups: dict[tuple[Program, ...], list[str]] = defaultdict(list)
    for key, given in cases.items():
        if key not in known:
            groups[given.programs].append(key)
    for programs, keys in groups.items():
        for at in range(0, len(keys), _AT_ONCE):
            some = keys[at : at + _AT_ONCE]
            atoms = everything(programs, [cases[key].facts for key in some])
            known |= dict(zip(some, map(_by_predicate, atoms), strict=True))
    if groups:
        part = store.with_suffix(".part")
        part.write_bytes(pickle.dumps(known))
        part.replace(store)
    return [Case(g.name, g.law, g.view, known[key], g.shown) for key, g in keyed]


def knowledge() -> str:
    """A digest of `kb/`: what was derived under another is of no use."""
    digest = hashlib.sha256()
    for path in sorted(kb_root().rglob("*.lp")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _by_predicate(atoms: Iterable[clingo.Symbol]) -> Atoms:
    found: dict[str, list[str]] = defaultdict(list)
    for symbol in atoms:
        if symbol.name in FINDINGS:
            name = f"{symbol.name} {symbol.arguments[2]}"
        else:
            name = f"{symbol.name}/{len(symbol.arguments)}"
        found[name].append(",".join(map(str, symbol.arguments)))
    return {name: tuple(rows) for name, rows in found.items()}

"""The proposals that may notice a mutant, and what each derives.

Three kinds: the cases of `tests/kb/cases/`, the corpus, and the random proposals on which
`tests/oracle/test_differential.py` holds the findings against a second reading of the law.
"""

import hashlib
import pickle
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import clingo
from oracle.comparing import PATH, seeded
from oracle.known import open_matters

from mutation.rules import FINDINGS
from patuh.checking import facts_of, read
from patuh.engine.statements import live, predicates
from patuh.knowledge.programs import programs
from patuh.knowledge.root import kb_root

ROOT = Path(__file__).parents[2]
CASES = tuple(sorted((ROOT / "tests" / "kb" / "cases").glob("*/*.sotk")))
CORPUS = tuple(sorted((ROOT / "corpus" / "proposals").glob("*.sotk")))
RANDOM = range(600)
"""The seeds that `tests/oracle/test_differential.py` compares in every run."""
_SAVED_AFTER = 150


@dataclass(frozen=True, slots=True)
class Case:
    """A proposal: the regulation that applies, and its atoms by predicate."""

    name: str
    law: str
    counted: bool
    """Findings are held against a multiset (`#!` lines); else against a set (the oracle)."""
    atoms: Mapping[str, tuple[str, ...]]


def written(paths: Iterable[Path]) -> list[Case]:
    """The proposals of files."""
    texts = ((path.stem, path.read_text(encoding="utf-8"), str(path)) for path in paths)
    return _grounded(texts, counted=True)


def drawn(seeds: Iterable[int]) -> list[Case]:
    """Random proposals, without those that hold an open matter: the oracle may differ there."""
    texts = ((f"seed {seed}", seeded(seed)[1].text, PATH) for seed in seeds)
    return _grounded((one for one in texts if not open_matters(one[1])), counted=False)


def _grounded(texts: Iterable[tuple[str, str, str]], counted: bool) -> list[Case]:
    """Kept in a file that the next run reads, where nothing has changed in `kb/`."""
    store = _store(counted)
    known: dict[str, Case] = pickle.loads(store.read_bytes()) if store.is_file() else {}
    found: list[Case] = []
    new = 0
    for name, text, path in texts:
        proposal, (law,) = read(text, path)
        facts = facts_of(proposal, (law,)).text
        key = f"{name}\n{facts}"
        if key not in known:
            known[key] = Case(name, law.id, counted, _atoms(law.id, facts))
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


def _store(counted: bool) -> Path:
    kind = "cases" if counted else "random"
    return Path(tempfile.gettempdir()) / f"patuh-mutation-{kind}-{knowledge()}.pickle"


def _keep(store: Path, known: dict[str, Case]) -> None:
    part = store.with_suffix(".part")
    part.write_bytes(pickle.dumps(known))
    part.replace(store)


def _atoms(law: str, facts: str) -> dict[str, tuple[str, ...]]:
    rules = live(programs([law]), predicates(facts))
    control = clingo.Control(["--warn=none"])
    control.add("base", [], "\n".join([*(rule.text for rule in rules), facts]))
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

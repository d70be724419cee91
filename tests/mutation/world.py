"""The cases, what each derives, and which case notices a mutant.

Every case is grounded once; its atoms then bear its number as their first argument, so that all
cases of a regency stand side by side in one program. A mutant is tried predicate by predicate:
the predicate of the changed rule is derived anew for all cases at once from what they derive
otherwise. Where that gives the same atoms, no case can notice. Else the change is followed
through the predicates that rest on it, until it ends or reaches a finding.
"""

import hashlib
import pickle
import re
import tempfile
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import clingo
from clingo import ast

from mutation.mutants import Mutant
from mutation.rules import FINDINGS, Rule, base, predicate, spelt_out
from patuh.checking import facts_of, read
from patuh.engine.statements import live, predicates
from patuh.knowledge.programs import programs
from patuh.knowledge.root import kb_root

ROOT = Path(__file__).parents[2]
CASES = tuple(sorted((ROOT / "tests" / "kb" / "cases").glob("*/*.sotk")))
CORPUS = tuple(sorted((ROOT / "corpus" / "proposals").glob("*.sotk")))
MARK = "§"
_MARKED = re.compile(rf"(\w+){MARK}")
_ENOUGH = 150
Row = tuple[clingo.Symbol, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """A proposal: the regulation that applies, and its atoms by predicate."""

    path: Path
    law: str
    atoms: Mapping[str, tuple[str, ...]]


class NotStratifiedError(Exception):
    """A mutant leaves an atom undecided."""


class UnsafeError(Exception):
    """A mutant is no program at all."""


class World:
    """All cases under the knowledge base as it stands."""

    def __init__(self, near: Container[str]) -> None:
        """`near` are the folders of the cases to try first; where there are none, a sample."""
        self._rooms: list[Room] = []
        first = [path for path in CASES if path.parent.name in near] or CASES[::6]
        rest = sorted(set(CASES) - set(first))
        for paths in (first, rest, CORPUS):
            groups: dict[str, list[Case]] = defaultdict(list)
            for case in read_cases(paths):
                groups[case.law].append(case)
            self._rooms += [Room(law, cases) for law, cases in groups.items()]

    def killer(self, mutant: Mutant) -> str | None:
        """A case that notices the mutant; raises `UnsafeError` if it is no program."""
        _ground_alone(mutant)
        for room in self._rooms:
            if mutant.rule.law in ("", room.law):
                try:
                    if killer := room.killer(mutant):
                        return killer
                except NotStratifiedError:
                    return "not stratified"
        return None


class Room:
    """The cases of one regulation, side by side."""

    def __init__(self, law: str, cases: list[Case]) -> None:
        self.law = law
        self._cases = cases
        self._rules: dict[str, list[Rule]] = defaultdict(list)
        self._rank = {n: rank for rank, names in enumerate(base().order) for n in names}
        self._users: dict[str, set[int]] = defaultdict(set)
        for rule in base().rules:
            if rule.law in ("", law):
                self._rules[rule.gives].append(rule)
                for name in rule.needs:
                    self._users[name].add(self._rank[rule.gives])
        self._start()

    def _start(self) -> None:
        self._tried = 0
        self._parts = 0
        self._loaded: dict[str, frozenset[Row]] = {}
        self._control = clingo.Control(["--warn=none"], logger=lambda *_: None)
        numbers = ";".join(str(number) for number in range(len(self._cases)))
        self._ground(f"{base().constants}\nkasus_({numbers}).")

    def killer(self, mutant: Mutant) -> str | None:
        """A case that notices the mutant."""
        if self._tried >= _ENOUGH:
            self._start()
        self._tried += 1
        changed: set[str] = set()
        waiting = {self._rank[mutant.rule.gives]}
        while waiting:
            rank = min(waiting)
            waiting.discard(rank)
            names = base().order[rank]
            self._derive(names, mutant, changed)
            for name in names:
                before, after = self._before(name), self._after(name)
                if before == after:
                    continue
                if name.startswith("temuan ") and (number := _differs(before, after)) is not None:
                    return self._cases[number].path.stem
                changed.add(name)
                waiting |= self._users[name] - {rank}
        return None

    def _derive(self, names: tuple[str, ...], mutant: Mutant, changed: set[str]) -> None:
        own = [rule for name in names for rule in self._rules[name]]
        anew = {*names, *changed}
        for name in {name for rule in own for name in rule.needs} - anew:
            self._before(name)
        text: list[str] = []
        for rule in own:
            if rule != mutant.rule:
                text += _tagged(rule)
            elif mutant.node:
                text += _tag(mutant.node)

        def renamed(match: re.Match[str]) -> str:
            return f"{match[1]}_{self._tried}" if match[1] in asp else match[1]

        asp = {_asp(name) for name in anew}
        self._ground(_MARKED.sub(renamed, "\n".join(text)))

    def _before(self, name: str) -> frozenset[Row]:
        if name not in self._loaded:
            asp = _asp(name)
            rows = (
                f"{asp}({number}{',' if row else ''}{row})."
                for number, case in enumerate(self._cases)
                for row in case.atoms.get(name, ())
            )
            self._ground("\n".join(rows))
            self._loaded[name] = self._read(asp, name)
        return self._loaded[name]

    def _after(self, name: str) -> frozenset[Row]:
        return self._read(f"{_asp(name)}_{self._tried}", name)

    def _read(self, asp: str, name: str) -> frozenset[Row]:
        arity = 6 if " " in name else int(name.rpartition("/")[2])
        found: list[Row] = []
        for symbolic in self._control.symbolic_atoms.by_signature(asp, arity + 1):
            if not symbolic.is_fact:
                raise NotStratifiedError(str(symbolic.symbol))
            found.append(tuple(symbolic.symbol.arguments))
        return frozenset(found)

    def _ground(self, text: str) -> None:
        self._parts += 1
        part = f"bagian{self._parts}"
        self._control.add(part, [], text)
        self._control.ground([(part, [])])


def _ground_alone(mutant: Mutant) -> None:
    """Refuse a rule that cannot be grounded, whatever the case."""
    control = clingo.Control(["--warn=none"], logger=lambda *_: None)
    try:
        control.add("base", [], str(mutant.node or ""))
        control.ground([("base", [])])
    except RuntimeError as error:
        raise UnsafeError(mutant.text) from error


@cache
def _tagged(rule: Rule) -> list[str]:
    return _tag(rule.node)


def _tag(node: ast.AST) -> list[str]:
    """The rule for every case, the names of its atoms marked."""
    return [str(_Tagger().tagged(one)) for one in spelt_out(node)]


class _Tagger(ast.Transformer):
    """Every atom bears the number of its case, and its name a mark."""

    def tagged(self, rule: ast.AST) -> ast.AST:
        """The rule, for every case."""
        found: ast.AST = self(rule)
        place = rule.location
        kasus = ast.Function(place, "kasus_", [ast.Variable(place, "Kasus_")], 0)
        literal = ast.Literal(place, ast.Sign.NoSign, ast.SymbolicAtom(kasus))
        return found.update(body=[literal, *found.body])

    def visit_SymbolicAtom(self, atom: ast.AST) -> ast.AST:  # noqa: N802
        """The atom with one more argument in front."""
        term = atom.symbol
        if term.ast_type == ast.ASTType.Pool:
            parts = [_numbered(part) for part in term.arguments]
            return atom.update(symbol=term.update(arguments=parts))
        return atom.update(symbol=_numbered(term))


def _numbered(term: ast.AST) -> ast.AST:
    asp = _asp(predicate(term)) + MARK
    number = ast.Variable(term.location, "Kasus_")
    if term.ast_type == ast.ASTType.SymbolicTerm:
        return ast.Function(term.location, asp, [number], 0)
    return term.update(name=asp, arguments=[number, *term.arguments])


def _asp(name: str) -> str:
    return name.replace(" ", "__").replace("/", "__")


def _differs(before: frozenset[Row], after: frozenset[Row]) -> int | None:
    """The first case whose expectation would fail."""
    for number in sorted({row[0].number for row in before ^ after}):
        if shown(before, number) != shown(after, number):
            return number
    return None


def shown(rows: Iterable[Row], number: int) -> Counter[tuple[str, str, str]]:
    """What an expectation states of findings, which are one wherever they stand."""
    content = {(*row[1:5], row[6]) for row in rows if row[0].number == number}
    return Counter((str(r[0]), str(r[2]), str(r[4].arguments[0].arguments[0])) for r in content)


def read_cases(paths: Iterable[Path]) -> list[Case]:
    """Cases, grounded; kept in a file that the next run reads where nothing has changed."""
    digest = hashlib.sha256()
    for path in sorted(kb_root().rglob("*.lp")):
        digest.update(path.read_bytes())
    store = Path(tempfile.gettempdir()) / f"patuh-mutation-{digest.hexdigest()[:16]}.pickle"
    known: dict[str, Case] = pickle.loads(store.read_bytes()) if store.is_file() else {}
    found: list[Case] = []
    new = 0
    for path in paths:
        proposal, (law,) = read(path.read_text(encoding="utf-8"), str(path))
        facts = facts_of(proposal, (law,)).text
        key = f"{path}\n{facts}"
        if key not in known:
            known[key] = _case(path, law.id, facts)
            new += 1
            if new % _ENOUGH == 0:
                _keep(store, known)
        found.append(known[key])
    if new:
        _keep(store, known)
    return found


def _keep(store: Path, known: dict[str, Case]) -> None:
    part = store.with_suffix(".part")
    part.write_bytes(pickle.dumps(known))
    part.replace(store)


def _case(path: Path, law: str, facts: str) -> Case:
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
    return Case(path, law, {name: tuple(rows) for name, rows in found.items()})

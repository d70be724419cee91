"""The checks as the programs state them: rules, norms they rest on, and readings."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from msgspec import Struct

from patuh.knowledge.programs import Program, drafting_programs, programs
from patuh.knowledge.provisions import Quotation, quotations
from patuh.knowledge.regulations import laws
from patuh.knowledge.root import kb_root, of_kb

_BLOCK = re.compile(r"^%\*! (?P<id>[A-Z]\d+)\b", re.MULTILINE)
_ANY_BLOCK = re.compile(r"^%\*!", re.MULTILINE)
_COMMENT = re.compile(r"%\*.*?\*%|%[^\n]*", re.DOTALL)
_PREDICATE = re.compile(r"\b([a-z][a-z0-9_]*)\(")
_RULE = re.compile(r"[^.]*:-(?:[^.\"]|\"[^\"]*\"|\.\.)*\.")
_ATOM = re.compile(r"\b([a-z][a-z0-9_]*)\(((?:\"[^\"]*\"|\([^()]*\)|[^()\"])+)\)")
_ARGUMENT = re.compile(r"\"[^\"]*\"|\([^()]*\)|@?\w+(?:\([^()]*\))?")
_READING = re.compile(r"\btafsir\((\w+), (\w+)\)")

Atom = tuple[str, tuple[str, ...]]
"""The predicate, and its arguments as written."""


class Check(Struct, frozen=True):
    """A check: its id, where it stands, and its rules as written."""

    id: str
    file: str
    line: int
    source: str

    @property
    def readings(self) -> tuple[tuple[str, str], ...]:
        """The readings it rests on, as (name, value)."""
        return tuple(dict.fromkeys(_READING.findall(self.source)))


@of_kb
def checks(root: Path | None = None) -> dict[str, Check]:
    """All checks by id ("H7"), in the order of the files."""
    found: dict[str, Check] = {}
    for program in (*programs((), root or kb_root()), *drafting_programs(root)):
        if program.name.startswith(("checks/", "drafting/checks/")):
            for check in _checks_of(program):
                found.setdefault(check.id, check)
    return found


def norms_of(check: Check, regulation_id: str, root: Path | None = None) -> list[Quotation]:
    """The provisions of a regulation whose norms the check's rules use."""
    return cited_by(check, quotations(regulation_id, root).values(), root)


def cited_by(
    check: Check, provisions: Iterable[Quotation], root: Path | None = None
) -> list[Quotation]:
    """Those of the provisions whose norms the check's rules use."""
    return [quotation for quotation in provisions if _cites(check, quotation, root or kb_root())]


def checks_of(quotation: Quotation, root: Path | None = None) -> list[Check]:
    """The checks whose rules use a norm of this provision."""
    every = checks(root).values()
    return [check for check in every if _cites(check, quotation, root or kb_root())]


def _cites(check: Check, quotation: Quotation, root: Path) -> bool:
    """Whether a norm of the provision is one that the rules of the check take the leaf of."""
    given = _atoms(quotation.encoding)
    asked = _norm_atoms(check, root)
    return any(
        name == wanted and _agree(values, pattern)
        for name, values in given
        for wanted, pattern in asked
    )


def _agree(values: tuple[str, ...], pattern: tuple[str, ...]) -> bool:
    """Whether a fact may be meant: it has every constant of the rule, be it in a pool."""
    if len(values) != len(pattern) or pattern[-1] == "_":
        return False
    pairs = zip(values[:-1], pattern[:-1], strict=True)
    return all(
        asked[0].isupper() or asked[0] in "_@" or _options(asked) & _options(value)
        for value, asked in pairs
        if not value[0].isupper()
    )


def _options(argument: str) -> set[str]:
    return {one.strip() for one in argument.strip("()").split(";")}


def _checks_of(program: Program) -> list[Check]:
    starts = [match.start() for match in _ANY_BLOCK.finditer(program.text)]
    found: list[Check] = []
    for start, end in pairwise([*starts, len(program.text)]):
        block = program.text[start:end].strip()
        if match := _BLOCK.match(block):
            line = program.text.count("\n", 0, start) + 1
            found.append(Check(match["id"], program.name, line, block))
        elif found:
            last = found[-1]
            found[-1] = Check(last.id, last.file, last.line, f"{last.source}\n\n{block}")
    return found


@of_kb
def _norm_atoms(check: Check, root: Path) -> frozenset[Atom]:
    """Norms as the rules ask for them, also behind derived predicates that carry the leaf."""
    norms = _all_norms(root)
    carriers = _carriers(root)
    open_atoms = [atom for _, body in _rules(check.source) for atom in _atoms(body)]
    seen: set[Atom] = set()
    while open_atoms:
        atom = open_atoms.pop()
        if atom not in seen:
            seen.add(atom)
            open_atoms.extend(carriers.get(atom[0], ()))
    return frozenset(atom for atom in seen if atom[0] in norms)


@of_kb
def _all_norms(root: Path) -> frozenset[str]:
    return frozenset(
        name
        for law in laws(root)
        for quotation in quotations(law.id, root).values()
        for name in _predicates(quotation.encoding)
    ) - {"ketentuan_tak_diuji"}


@of_kb
def _carriers(root: Path) -> dict[str, frozenset[Atom]]:
    """Derived predicates whose last argument is the leaf, with what their rules use."""
    found: dict[str, set[Atom]] = {}
    for program in (*programs((), root), *drafting_programs(root)):
        for head, body in _rules(program.text):
            name = _PREDICATE.search(head)
            if name and re.search(r"Ketentuan\)\s*$", head.strip()):
                found.setdefault(name[1], set()).update(_atoms(body))
    return {name: frozenset(body) for name, body in found.items()}


def _rules(source: str) -> list[tuple[str, str]]:
    """Head and body of each rule: the terms of a head may be called as a norm is."""
    split = (rule.split(":-", 1) for rule in _RULE.findall(_COMMENT.sub("", source)))
    return [(head, body) for head, body in split]


def _predicates(source: str) -> frozenset[str]:
    return frozenset(_PREDICATE.findall(_COMMENT.sub("", source)))


@lru_cache(maxsize=4096)
def _atoms(source: str) -> frozenset[Atom]:
    found = _ATOM.findall(_COMMENT.sub("", source))
    return frozenset((name, tuple(_ARGUMENT.findall(inner))) for name, inner in found)

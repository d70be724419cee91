"""The checks as the programs state them: rules, norms they rest on, and readings."""

import re
from functools import cache
from itertools import pairwise
from pathlib import Path

from msgspec import Struct

from patuh.knowledge.programs import Program, drafting_programs, programs
from patuh.knowledge.provisions import Quotation, quotations
from patuh.knowledge.regulations import laws
from patuh.knowledge.root import kb_root

_BLOCK = re.compile(r"^%\*! (?P<id>[A-Z]\d+)\b", re.MULTILINE)
_ANY_BLOCK = re.compile(r"^%\*!", re.MULTILINE)
_COMMENT = re.compile(r"%\*.*?\*%|%[^\n]*", re.DOTALL)
_PREDICATE = re.compile(r"\b([a-z][a-z0-9_]*)\(")
_RULE = re.compile(r"[^.]*:-(?:[^.\"]|\"[^\"]*\"|\.\.)*\.")
_READING = re.compile(r"\btafsir\((\w+), (\w+)\)")


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


@cache
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
    wanted = _norm_predicates(check, root or kb_root())
    return [
        quotation
        for quotation in quotations(regulation_id, root).values()
        if wanted & _predicates(quotation.encoding)
    ]


def checks_of(quotation: Quotation, root: Path | None = None) -> list[Check]:
    """The checks whose rules use a norm of this provision."""
    given = _predicates(quotation.encoding)
    return [
        check
        for check in checks(root).values()
        if given & _norm_predicates(check, root or kb_root())
    ]


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


def _norm_predicates(check: Check, root: Path) -> frozenset[str]:
    """Norm predicates that the rules use, also behind derived predicates that carry the leaf."""
    norms = _all_norms(root)
    carriers = _carriers(root)
    found, open_names = set[str](), list(_predicates(check.source))
    seen: set[str] = set()
    while open_names:
        name = open_names.pop()
        if name not in seen:
            seen.add(name)
            if name in norms:
                found.add(name)
            open_names.extend(carriers.get(name, ()))
    return frozenset(found)


@cache
def _all_norms(root: Path) -> frozenset[str]:
    return frozenset(
        name
        for law in laws(root)
        for quotation in quotations(law.id, root).values()
        for name in _predicates(quotation.encoding)
    ) - {"ketentuan_tak_diuji"}


@cache
def _carriers(root: Path) -> dict[str, frozenset[str]]:
    """Derived predicates whose last argument is the leaf, with what their rules use."""
    found: dict[str, set[str]] = {}
    for program in (*programs((), root), *drafting_programs(root)):
        for rule in _RULE.findall(_COMMENT.sub("", program.text)):
            head, body = rule.split(":-", 1)
            name = _PREDICATE.search(head)
            if name and re.search(r"Ketentuan\)\s*$", head.strip()):
                found.setdefault(name[1], set()).update(_predicates(body))
    return {name: frozenset(body) for name, body in found.items()}


def _predicates(source: str) -> frozenset[str]:
    return frozenset(_PREDICATE.findall(_COMMENT.sub("", source)))

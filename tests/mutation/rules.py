"""The rules of the knowledge base, and which predicates rest on which.

A finding is a predicate for each check: a changed rule of H7 then concerns H7 alone.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from clingo import ast

from patuh.knowledge.programs import DRAFTING, Program, drafting_programs, programs
from patuh.knowledge.regulations import regulations
from patuh.knowledge.root import kb_root

PROPOSALS, DRAFTS, CONFLICTS = PARTS = ("proposals", "drafts", "conflicts")
"""What the rules of `kb/` are for: each part is a program of its own."""

FINDINGS = ("temuan", "temuan_garis")
_CHECK = 2
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|\b_*[A-Z]\w*')
_TITLE = re.compile(r"^%\*! ([A-Z]\d+) - ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule; `gives` and `needs` are predicates, `law` the regulation whose norm it is."""

    name: str
    file: str
    line: int
    under: str
    """The check under whose heading it stands (`H7`), else its file without the ending."""
    text: str
    gives: str
    needs: frozenset[str]
    law: str
    node: ast.AST = field(compare=False, hash=False, repr=False)

    @property
    def part(self) -> str:
        """The program that it belongs to."""
        return {"drafting": DRAFTS, "audit": CONFLICTS}.get(self.file.split("/")[0], PROPOSALS)

    @property
    def national(self) -> bool:
        """Whether it is a norm of national law, which holds beside every regulation."""
        return self.file.startswith("national/")

    def holds_under(self, law: str) -> bool:
        """Whether it is among the rules by which proposals under this regulation are checked."""
        return self.national or self.law in ("", law)


@dataclass(frozen=True, slots=True)
class Base:
    """All rules of a part, what the constants mean, and the components in order of evaluation."""

    rules: tuple[Rule, ...]
    constants: str
    order: tuple[tuple[str, ...], ...]


@cache
def checks() -> tuple[str, ...]:
    """All checks, in lower case."""
    found: set[str] = set()
    for program in programs(()):
        found |= set(re.findall(r"\btemuan(?:_garis)?\(\w+, R, ([a-z]\d+),", program.text))
    return tuple(sorted(found))


@cache
def base(part: str = PROPOSALS) -> Base:
    """The rules of a part of `kb/` as it stands, of all regulations."""
    rules: list[Rule] = []
    constants: list[str] = []
    counts: dict[tuple[str, str], int] = {}

    def read(file: str, text: str, node: ast.AST) -> None:
        if node.ast_type == ast.ASTType.Definition:
            constants.append(str(node))
        if node.ast_type != ast.ASTType.Rule:
            return
        for each in spelt_out(node) if _is_bridge(node) else [node]:
            gives = predicate(each.head.atom.symbol)
            counts[file, gives] = number = counts.get((file, gives), 0) + 1
            needs = needed(each)
            name = f"{file} {gives} #{number}"
            line = each.location.begin.line
            under = _heading(text, line) or file.removesuffix(".lp")
            rules.append(Rule(name, file, line, under, str(each), gives, needs, _law(file), each))

    for program in _programs(part):
        ast.parse_string(program.text, lambda node, of=program: read(of.name, of.text, node))
    return Base(tuple(rules), "\n".join(constants), tuple(_components(rules)))


def every_rule() -> Iterator[Rule]:
    """The rules of all parts; what drafts share with proposals once."""
    for part in PARTS:
        yield from (rule for rule in base(part).rules if rule.part == part)


def _programs(part: str) -> tuple[Program, ...]:
    if part == DRAFTS:
        return drafting_programs()
    if part == CONFLICTS:
        name = "audit/pertentangan.lp"
        return (Program(name, (kb_root() / name).read_text(encoding="utf-8")),)
    return programs(law.id for law in regulations())


def _law(file: str) -> str:
    """The regulation whose norms a file holds."""
    folder, *rest = file.split("/")
    if folder in ("regulations", "national"):
        return rest[0]
    return DRAFTING if file == "drafting/rules.lp" else ""


def _heading(text: str, line: int) -> str:
    """The check of the last `%*! H7 - …` above a line."""
    found = _TITLE.findall("\n".join(text.splitlines()[:line]))
    return found[-1] if found else ""


@cache
def reached(part: str, predicate: str) -> frozenset[str]:
    """The checks whose rules rest on a predicate, or give it."""
    found, waiting = set[str](), {predicate}
    seen = set(waiting)
    while waiting:
        name = waiting.pop()
        for rule in base(part).rules:
            if name in (rule.gives, *rule.needs):
                found.add(rule.under)
            if name in rule.needs and rule.gives not in seen:
                seen.add(rule.gives)
                waiting.add(rule.gives)
    return frozenset(name for name in found if "/" not in name)


@cache
def laws(part: str) -> tuple[str, ...]:
    """The ids of the regulations whose norms a part has; national law holds beside each."""
    own = (rule for rule in base(part).rules if not rule.national)
    return tuple(sorted({rule.law for rule in own if rule.law}))


@cache
def norms(part: str) -> dict[str, list[tuple[str, ...]]]:
    """The arguments of all norms, by predicate."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for rule in base(part).rules:
        if rule.law and not rule.node.body:
            term = rule.node.head.atom.symbol
            found.setdefault(term.name, []).append(tuple(map(str, term.arguments)))
    return found


def variables(text: str) -> list[str]:
    """The variables of a text of clingo's, as often as they stand there."""
    return [name for name in _TOKEN.findall(text) if name[0] != '"']


def needed(rule: ast.AST) -> frozenset[str]:
    """The predicates in the body of a rule."""
    return frozenset(
        name for part in rule.body for atom in atoms(part) for name in _predicates(atom)
    )


def predicate(term: ast.AST) -> str:
    """The predicate of an atom: `unit/2`, or `temuan h2` of a finding; `temuan *` of any."""
    if term.ast_type == ast.ASTType.Pool:
        return predicate(term.arguments[0])
    if term.name in FINDINGS:
        check = str(term.arguments[_CHECK])
        return f"{term.name} {check if check[0].islower() else '*'}"
    return f"{term.name}/{len(term.arguments)}"


def atoms(node: ast.AST) -> list[ast.AST]:
    """The terms of all atoms below a node."""
    found: list[ast.AST] = []

    class Collector(ast.Transformer):
        def visit_SymbolicAtom(self, atom: ast.AST) -> ast.AST:  # noqa: N802
            found.append(atom.symbol)
            return atom

    Collector()(node)
    return found


def spelt_out(node: ast.AST) -> Iterator[ast.AST]:
    """The rule, or where it speaks of findings of any check, the rule for each check."""
    if not any(predicate(atom).endswith(" *") for atom in atoms(node)):
        yield node
        return
    for check in checks():
        yield _Settled(check)(node)


class _Settled(ast.Transformer):
    """Findings of any check become findings of one check."""

    def __init__(self, check: str) -> None:
        self.check = check

    def visit_SymbolicAtom(self, atom: ast.AST) -> ast.AST:  # noqa: N802
        term = atom.symbol
        if not predicate(term).endswith(" *"):
            return atom
        arguments = list(term.arguments)
        arguments[_CHECK] = ast.Function(term.location, self.check, [], 0)
        return atom.update(symbol=term.update(arguments=arguments))


def _is_bridge(node: ast.AST) -> bool:
    return predicate(node.head.atom.symbol) == "temuan *"


def _predicates(term: ast.AST) -> Iterator[str]:
    name = predicate(term)
    if name.endswith(" *"):
        yield from (f"{name[:-1]}{check}" for check in checks())
    else:
        yield name


def _components(rules: Iterable[Rule]) -> Iterator[tuple[str, ...]]:
    """Strongly connected components, what is needed first (Tarjan)."""
    graph: dict[str, set[str]] = {}
    for rule in rules:
        graph.setdefault(rule.gives, set()).update(rule.needs)
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    found: list[tuple[str, ...]] = []

    def visit(name: str) -> None:
        index[name] = low[name] = len(index)
        stack.append(name)
        for other in sorted(graph.get(name, ())):
            if other not in index:
                visit(other)
                low[name] = min(low[name], low[other])
            elif other in stack:
                low[name] = min(low[name], index[other])
        if low[name] == index[name]:
            place = stack.index(name)
            found.append(tuple(stack[place:]))
            del stack[place:]

    for name in sorted(graph):
        if name not in index:
            visit(name)
    return iter(found)

"""The cases of checks as their rules derive them: which terms a message may name."""

from collections.abc import Iterable
from functools import lru_cache, partial

from clingo import ast
from msgspec import Struct

from patuh.knowledge.programs import Program

_FINDINGS = {"temuan", "temuan_garis"}


class CaseRule(Struct, frozen=True):
    """A rule that derives a case ("h2", "bukan_bupati") with the named terms that it tells."""

    check: str
    case: str
    terms: tuple[str, ...]
    place: str


def case_rules(programs: Iterable[Program]) -> tuple[CaseRule, ...]:
    """One entry for every rule with a finding as its head, in order."""
    return tuple(rule for program in programs for rule in _of_program(program))


@lru_cache(maxsize=256)
def _of_program(program: Program) -> tuple[CaseRule, ...]:
    found: list[CaseRule] = []
    ast.parse_string(program.text, partial(_read, name=program.name, found=found))
    return tuple(found)


def _read(node: ast.AST, name: str, found: list[CaseRule]) -> None:
    if node.ast_type is not ast.ASTType.Rule or node.head.ast_type is not ast.ASTType.Literal:
        return
    head = getattr(node.head.atom, "symbol", None)
    if head is None or getattr(head, "name", "") not in _FINDINGS or len(head.arguments) != 6:
        return
    check, case, content = head.arguments[2], head.arguments[3], head.arguments[5]
    if check.ast_type is not ast.ASTType.SymbolicTerm:
        return  # the rule that makes every finding on a line a finding
    parts = getattr(content, "arguments", ())  # of a variable it is not known which terms it has
    terms = tuple(str(part.name) for part in parts if part.ast_type is ast.ASTType.Function)
    found.append(CaseRule(str(check), str(case), terms, f"{name}:{node.location.begin.line}"))

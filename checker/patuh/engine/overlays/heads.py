"""What a user's rule may find: a finding whose parts are of the form that reports can tell.

Where a variable stands, `patuh.explain` looks at what it became.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from clingo import SymbolType, ast

from patuh.engine.atoms.derivation import FINDING, FINDING_ON_LINE
from patuh.engine.overlays.acceptance import OverlayError, refused
from patuh.finding import Level
from patuh.knowledge.messages import check_messages
from patuh.knowledge.regulations import laws
from patuh.messages import LANGUAGES

_CHECK = re.compile(r"[a-z][0-9]+")
_ARITY = dict((FINDING, FINDING_ON_LINE))


def accept_findings(path: Path, root: Path) -> None:
    """Refuse a rule whose head is a finding that no report of the knowledge base `root` could tell.

    Raises `OverlayError`.
    """
    known = {law.id for law in laws(root)}
    for head in _heads(path.read_text(encoding="utf-8")):
        if len(head.arguments) != _ARITY[head.name]:
            raise _refused(path, head, "head_arity", count=_ARITY[head.name])
        level, law, check, case, _, content = head.arguments
        for one in _single(level):
            if _constant(one) not in Level.__members__:
                raise _refused(path, one, "head_level", known=", ".join(Level.__members__))
        for one in _single(law):
            if _constant(one) not in known:
                raise _refused(path, one, "head_law", known=", ".join(sorted(known)))
        for one in _single(check):
            if not _CHECK.fullmatch(_constant(one)):
                raise _refused(path, one, "head_check")
        for one in _single(case):
            if not _constant(one):
                raise _refused(path, one, "head_case")
        for one in _single(content):
            if not _tells(one):
                raise _refused(path, one, "head_content")
        _look_for_words(path, head, root)


def cases_without_words(text: str, root: Path) -> Iterator[tuple[str, str, str]]:
    """The cases that rules find and nobody can tell: check, case, and the language."""
    return _unworded(_cases_of(text), root)


@lru_cache(maxsize=256)
def _cases_of(text: str) -> tuple[tuple[str, str], ...]:
    """Check and case of every finding of some rules: most files stay as they are."""
    whole = (head for head in _heads(text) if len(head.arguments) == _ARITY[head.name])
    return tuple(case for head in whole for case in _cases(head))


def _cases(head: ast.AST) -> Iterator[tuple[str, str]]:
    for check in map(_constant, _single(head.arguments[2])):
        for case in map(_constant, _single(head.arguments[3])):
            yield check, case


def _look_for_words(path: Path, head: ast.AST, root: Path) -> None:
    for check, case, lang in _unworded(_cases(head), root):
        name, where = f"{check.upper()} ({case})", f"messages/{lang}/*.toml"
        raise _refused(path, head, "no_sentence", case=name, file=where)


def _unworded(cases: Iterable[tuple[str, str]], root: Path) -> Iterator[tuple[str, str, str]]:
    worded = {lang: check_messages(lang, root) for lang in LANGUAGES}
    for check, case in cases:
        for lang, messages in worded.items():
            message = messages.get(check)
            if message is None or case not in message.cases:
                yield check, case, lang


def _heads(text: str) -> list[ast.AST]:
    found: list[ast.AST] = []

    def read(node: ast.AST) -> None:
        if node.ast_type is ast.ASTType.Rule and node.head.ast_type is ast.ASTType.Literal:
            term = getattr(node.head.atom, "symbol", None)
            for one in _alternatives(term) if term is not None else ():
                if one.ast_type is ast.ASTType.Function and one.name in _ARITY:
                    found.append(one)

    ast.parse_string(text, read)
    return found


def _alternatives(term: ast.AST) -> Iterator[ast.AST]:
    """The terms that a pool `(a;b)` stands for."""
    if term.ast_type is ast.ASTType.Pool:
        for one in term.arguments:
            yield from _alternatives(one)
    else:
        yield term


def _single(term: ast.AST) -> Iterator[ast.AST]:
    """What is written there, without variables."""
    return (one for one in _alternatives(term) if one.ast_type is not ast.ASTType.Variable)


def _constant(term: ast.AST) -> str:
    """The constant that a term is; empty if it is something else."""
    if term.ast_type is ast.ASTType.SymbolicTerm and term.symbol.type is SymbolType.Function:
        return str(term.symbol.name)
    return ""


def _tells(content: ast.AST) -> bool:
    """Whether it is a named term with arguments, or a tuple of such."""
    if content.ast_type is not ast.ASTType.Function or not content.arguments:
        return False
    return bool(content.name) or all(
        part.ast_type is ast.ASTType.Function and part.name and part.arguments
        for argument in content.arguments
        for part in _single(argument)
    )


def _refused(path: Path, node: ast.AST, key: str, /, **values: object) -> OverlayError:
    place = node.location.begin
    return refused(path, place.line, place.column, key, found=str(node), **values)

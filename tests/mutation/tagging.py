"""Rules that hold for many cases at once: every atom bears the number of its case."""

from functools import cache

from clingo import ast

from mutation.rules import Rule, predicate, spelt_out

MARK = "§"
"""Stands behind the name of every atom of a tagged rule."""


@cache
def tagged(rule: Rule) -> list[str]:
    """The texts of the rule for every case; `kasus_` holds the numbers of the cases."""
    return tag(rule.node)


def tag(node: ast.AST) -> list[str]:
    """The same for a rule that is not of the knowledge base."""
    return [str(_Tagger().tagged(one)) for one in spelt_out(node)]


def asp(name: str) -> str:
    """The name in a program of the predicate `unit/2` or `temuan h2`."""
    return name.replace(" ", "__").replace("/", "__")


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
    name = asp(predicate(term)) + MARK
    number = ast.Variable(term.location, "Kasus_")
    if term.ast_type == ast.ASTType.SymbolicTerm:
        return ast.Function(term.location, name, [number], 0)
    return term.update(name=name, arguments=[number, *term.arguments])

"""The rules that `kb/` had at a revision: what is among them need not be tried anew."""

import subprocess
from pathlib import Path

from clingo import ast

from mutation.rules import Rule, spelt_out

ROOT = Path(__file__).parents[2]


def changed(rules: list[Rule], revision: str) -> list[Rule]:
    """The rules whose text no file of `kb/` had at the revision."""
    before = _rules(revision)
    return [rule for rule in rules if rule.text not in before]


def _rules(revision: str) -> set[str]:
    found: set[str] = set()

    def read(node: ast.AST) -> None:
        if node.ast_type == ast.ASTType.Rule:
            found.update(str(each) for each in spelt_out(node))

    for name in _git("ls-tree", "-r", "--name-only", revision, "kb").splitlines():
        if name.endswith(".lp"):
            ast.parse_string(_git("show", f"{revision}:{name}"), read)
    return found


def _git(*arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments], cwd=ROOT, check=True, capture_output=True, encoding="utf-8"
    )
    return done.stdout

"""Instances of rules are decoded as clingo itself would print them."""

import clingo
import pytest
from clingo import ast

from patuh.engine.absence.matching import evaluate
from patuh.engine.atoms.terms import atom
from patuh.engine.proving.decoding import GroundTerms, decoded
from patuh.engine.rules.compiling import pattern


@pytest.mark.parametrize(
    "head",
    [
        "a",
        "a(X)",
        "a(b, 1, -2, \"c d\", \"e\\\"f\\\\g\\nh\")",
        "a((X,), (X, Y), (), f, f(X), g(f((Y, 1))))",
        "a(N + 1, N - 1, N * 1000 + M, N / 2, N \\ 7, -N)",
        "a(seluruh(3, X), _)",
    ],
)  # fmt: skip
def test_an_atom_is_that_of_clingo(head: str) -> None:
    nodes: list[ast.AST] = []
    ast.parse_string(f"{head}.", nodes.append)
    symbol = nodes[-1].head.atom.symbol
    texts = {"X": '"Dinas \\"X\\""', "Y": "bupati", "N": "40", "M": "3"}
    symbols = {name: clingo.parse_term(text) for name, text in texts.items()}
    symbols["_"] = clingo.Function("_")
    ground = GroundTerms()
    here = decoded(pattern(symbol))({name: ground(str(one)) for name, one in symbols.items()})
    plain = [evaluate(part, symbols) for part in pattern(symbol).parts]
    assert here == atom(clingo.Function(symbol.name, plain))

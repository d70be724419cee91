"""Rules read by their signs bear their numbers where clingo's syntax tree has atoms."""

from collections.abc import Iterable

import pytest
from clingo import ast

from oracle.numbering import numbered, read
from patuh.knowledge.programs import Program, drafting_programs, programs

LAW = frozenset({("norma", 2)})


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("a.", "a(Usulan_) :- usulan_(Usulan_)."),
        ("norma(x, y).", "norma(x, y)."),
        ('a(X) :- b(X,"f(x). :- g"), not c.',
         'a(Usulan_,X) :- b(Usulan_,X,"f(x). :- g"), not c(Usulan_) ; usulan_(Usulan_).'),
        ("a(f(X)) :- X = g(Y), norma(X,Y), bupati != X, X + 1 < h(X).",
         "a(Usulan_,f(X)) :- X = g(Y), norma(X,Y), bupati != X, X + 1 < h(X)"
         " ; usulan_(Usulan_)."),
        ("a(N) :- N = #count { X,k : b(X), not c(X) ; d : e(k) }, 1..2 = N.",
         "a(Usulan_,N) :- N = #count { X,k : b(Usulan_,X), not c(Usulan_,X) ; d : e(Usulan_,k) },"
         " 1..2 = N ; usulan_(Usulan_)."),
        ("a :- b(X) : c(X), d ; e.",
         "a(Usulan_) :- b(Usulan_,X) : c(Usulan_,X), d(Usulan_) ; e(Usulan_)"
         " ; usulan_(Usulan_)."),
        ("a(X ; g(X,1)).", "a(Usulan_,X ;Usulan_, g(X,1)) :- usulan_(Usulan_)."),
        ("% b(X).\n#defined b/1.\na :- %* c. *% b(1).",
         "a(Usulan_) :- %* c. *% b(Usulan_,1) ; usulan_(Usulan_)."),
    ],
)  # fmt: skip
def test_atoms_bear_a_number_and_terms_and_the_law_do_not(rule: str, expected: str) -> None:
    assert numbered(rule, LAW) == expected


@pytest.mark.slow
def test_the_knowledge_base_is_read_as_clingo_reads_it() -> None:
    laws = ("paser_56_2020", "kutim_41_2023", "pp_18_2016")
    every = {*drafting_programs(), *(one for law in laws for one in programs([law]))}
    for program in every:
        assert [(rule.heads, rule.asks) for rule in read(program)[1]] == of_the_tree(program)


class Collector(ast.Transformer):
    """The predicates of the atoms below the nodes that it visits."""

    def __init__(self) -> None:
        self.found: set[tuple[str, int]] = set()

    def visit_SymbolicAtom(self, atom: ast.AST) -> ast.AST:  # noqa: N802
        term = atom.symbol
        for one in term.arguments if term.ast_type == ast.ASTType.Pool else [term]:
            plain = one.ast_type == ast.ASTType.SymbolicTerm
            self.found.add((str(one), 0) if plain else (one.name, len(one.arguments)))
        return atom


def atoms(nodes: Iterable[ast.AST]) -> set[tuple[str, int]]:
    collector = Collector()
    for node in nodes:
        collector(node)
    return collector.found


def of_the_tree(program: Program) -> list[tuple[set, set]]:
    found: list[tuple[set, set]] = []

    def add(node: ast.AST) -> None:
        if node.ast_type == ast.ASTType.Rule:
            found.append((atoms([node.head]), atoms(node.body)))

    ast.parse_string(program.text, add)
    return found

"""Only rules that can fire are grounded: the statements as text agree with clingo's own parse."""

import clingo
import pytest
from clingo import ast

from patuh.engine.rules.statements import live, predicates, statements
from patuh.knowledge.programs import Program, programs
from patuh.knowledge.regulations import regulations

PROGRAMS = programs([law.id for law in regulations()])


def nodes(text: str) -> list[ast.AST]:
    found: list[ast.AST] = []
    ast.parse_string(text, found.append)
    skipped = (ast.ASTType.Program, ast.ASTType.Comment)
    return [node for node in found if node.ast_type not in skipped]


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.name)
def test_every_statement_is_found_where_clingo_finds_it(program: Program) -> None:
    mine = [(s.place, [str(node) for node in nodes(s.text)]) for s in statements((program,))]
    theirs = [
        (f"{program.name}:{node.location.begin.line}", [str(node)]) for node in nodes(program.text)
    ]
    assert mine == theirs


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.name)
def test_a_rule_needs_the_predicates_of_its_positive_literals(program: Program) -> None:
    for statement in statements((program,)):
        (node,) = nodes(statement.text)
        if node.ast_type is not ast.ASTType.Rule:
            assert statement.head == ""
            continue
        needed = {
            literal.atom.symbol.name
            for literal in node.body
            if literal.atom.ast_type is ast.ASTType.SymbolicAtom and literal.sign == ast.Sign.NoSign
        }
        assert (statement.head, statement.needs) == (node.head.atom.symbol.name, needed)
        assert statement.derives == bool(node.body)


def test_what_is_left_out_never_fires() -> None:
    """With few predicates given, the atoms are those of the whole knowledge base."""
    facts = 'unit("Dinas X",dinas).\nperaturan(paser_56_2020).\ndaerah("Kabupaten Paser").\n'
    kept = live(PROGRAMS, predicates(facts))
    assert 0 < len(kept) < len(statements(PROGRAMS))
    assert atoms([s.text for s in kept], facts) == atoms([p.text for p in PROGRAMS], facts)


def test_names_in_strings_and_terms_are_no_predicates() -> None:
    program = Program("x.lp", 'a(1) :- b(f(X), "c(2). d :- e."), not g(X), h, X = i, 2 { j(Y) }.')
    (statement,) = statements((program,))
    assert statement.needs == {"b", "h"}
    assert predicates('unit("a\\nb(1)",dinas).\nlengkap.\n') == {"unit", "lengkap"}


def atoms(texts: list[str], facts: str) -> set[str]:
    control = clingo.Control(["--warn=none"])
    for text in [*texts, facts]:
        control.add("base", [], text)
    control.ground([("base", [])])
    return {str(atom.symbol) for atom in control.symbolic_atoms}

"""Only rules that can fire are grounded: the statements as text agree with clingo's own parse."""

import re
from collections.abc import Callable, Iterator

import clingo
import pytest
from clingo import ast

from patuh.checking import finding_atoms
from patuh.engine import Session
from patuh.engine.rules.kinds import kinds_of
from patuh.engine.rules.living import live, telling
from patuh.engine.rules.statements import predicates, statements
from patuh.engine.session import rest
from patuh.knowledge.programs import Program, programs
from patuh.knowledge.regulations import regulations

CONSTANT = re.compile("_*[a-z]\\w*")
PROGRAMS = programs([law.id for law in regulations()])


FACTS = 'unit("Dinas X",dinas).\nperaturan(paser_56_2020).\ndaerah("Kabupaten Paser").\n'


def nodes(text: str) -> list[ast.AST]:
    found: list[ast.AST] = []
    ast.parse_string(text, found.append)
    skipped = (ast.ASTType.Program, ast.ASTType.Comment)
    return [node for node in found if node.ast_type not in skipped]


def test_every_statement_is_found_where_clingo_finds_it() -> None:
    for program in PROGRAMS:
        mine = [(s.place, [str(node) for node in nodes(s.text)]) for s in statements((program,))]
        theirs = [
            (f"{program.name}:{node.location.begin.line}", [str(node)])
            for node in nodes(program.text)
        ]
        assert mine == theirs


def test_a_rule_needs_the_predicates_of_its_positive_literals() -> None:
    for program in PROGRAMS:
        for statement in statements((program,)):
            (node,) = nodes(statement.text)
            if node.ast_type is not ast.ASTType.Rule:
                assert statement.head == ""
                continue
            needed = [
                literal.atom.symbol
                for literal in node.body
                if literal.atom.ast_type is ast.ASTType.SymbolicAtom
                and literal.sign == ast.Sign.NoSign
            ]
            told = {kind for atom in needed for kind in (atom.name, *kinds(atom, "{}"))}
            assert (statement.head, statement.needs) == (node.head.atom.symbol.name, told)
            brings = {*kinds(node.head.atom.symbol, "{}"), *kinds(node.head.atom.symbol, "*")}
            assert {statement.head, *statement.brings} >= brings
            assert statement.derives == bool(node.body)


def kinds(atom: ast.AST, form: str) -> Iterator[str]:
    """The constants and names of compounds that stand in the first places of an atom; with another
    form than `{}` all else."""
    arguments = atom.arguments if atom.ast_type is ast.ASTType.Function else ()
    for place, term in enumerate(arguments[:4]):
        constant = term.ast_type is ast.ASTType.SymbolicTerm and CONSTANT.fullmatch(str(term))
        compound = term.ast_type is ast.ASTType.Function and term.name
        if bool(constant or compound) == (form == "{}"):
            said = str(term) if constant else compound and term.name
            yield f"{atom.name}/{place}={form.format(said)}"


@pytest.mark.parametrize("given", [predicates, kinds_of])
def test_what_is_left_out_never_fires(given: Callable[[str], frozenset[str]]) -> None:
    """With few predicates given, the atoms are those of the whole knowledge base."""
    kept = live(PROGRAMS, given(FACTS))
    assert 0 < len(kept) < len(statements(PROGRAMS))
    assert atoms([s.text for s in kept], FACTS) == atoms([p.text for p in PROGRAMS], FACTS)


def test_a_rule_on_a_kind_of_which_there_is_nothing_never_fires() -> None:
    program = Program(
        "x.lp",
        "#const sakelar = dua.\n"
        "a(U) :- unit(U, dinas).\nb(U) :- unit(U, badan).\nc(U) :- unit(U, J), jenis(J).\n"
        "d(U) :- sifat(f(U), satu).\ne(U) :- sifat(g(U), satu).\nf(U) :- sifat(_, sakelar), b(U).\n"
        "jenis(dinas).\ng(X) :- jenis(badan), h(X).\nh(U) :- unit(U, (dinas; badan)).\n"
        "i(U, J) :- unit(U, J).\nj(U) :- i(U, badan).\nk(dinas, U) :- unit(U, _).\n"
        "l(U) :- k(badan, U).\nm(U) :- k(dinas, U).\n",
    )
    facts = 'unit("Dinas X",dinas).\nunit("b(c",dinas).\nsifat(f("Y"),satu).\n'
    kept = "".join(one.head for one in live((program,), kinds_of(facts)) if one.derives)
    assert kept == "acdhijkm"


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        ("a(1,b).", "# b * *"),
        (r'a("x,(\"",b).', "* b * *"),
        ("a(f(1),g).", "f g * *"),
        ("a(f(g(1)),h).", "* * * *"),
        ("a((1,2),b).", "* b * *"),
        ("a(b,-31).", "b # * *"),
        ("a(b,f(1),c,d,e).", "b f c d"),
        ('a(1,2,"c,d",satu).', "# # * satu"),
        ('a(X,f("(,)"),2).', "* f # *"),
        ("a.", "* * * *"),
        ("a(b).", "b * * *"),
        ("a(f(g(1)),h).\na(b).", "* * * *; b * * *"),
    ],
)
def test_the_kinds_of_facts(facts: str, found: str) -> None:
    expected = {
        f"a/{place}={value}" for one in found.split("; ") for place, value in enumerate(one.split())
    }
    assert kinds_of(facts) == expected


def test_a_rule_uses_the_predicates_of_all_its_literals() -> None:
    """Those that are absent or counted too; and it tells the check of the finding it derives."""
    for program in PROGRAMS:
        for statement in statements((program,)):
            (node,) = nodes(statement.text)
            if node.ast_type is not ast.ASTType.Rule:
                assert (statement.uses, statement.check) == (frozenset(), "")
                continue
            asked: set[str] = set()
            for literal in node.body:
                asked |= {term.name for term in symbols(literal)}
            assert statement.uses >= asked
            head = node.head.atom.symbol
            derives = head.name in {"temuan", "temuan_garis"}
            constant = derives and head.arguments[2].ast_type is ast.ASTType.SymbolicTerm
            assert statement.check == (str(head.arguments[2]) if constant else "")


def symbols(node: ast.AST) -> list[ast.AST]:
    """The terms of all atoms below a node."""
    found: list[ast.AST] = []

    class Collector(ast.Transformer):
        def visit_SymbolicAtom(self, atom: ast.AST) -> ast.AST:  # noqa: N802
            pool = atom.symbol.ast_type is ast.ASTType.Pool
            found.extend(atom.symbol.arguments if pool else [atom.symbol])
            return atom

    Collector()(node)
    return [term for term in found if term.ast_type is ast.ASTType.Function]


def test_what_bears_on_no_finding_is_left_out() -> None:
    """All that a check asks for directly or indirectly stays, that of other checks goes."""
    program = Program(
        "x.lp",
        "temuan(T, R, P, K, L, I) :- temuan_garis(T, R, P, K, G, I), letak(G, L).\n"
        "temuan_garis(catatan, R, a1, satu, G, (garis(G),)) :- garis(R, G), not boleh(R, G).\n"
        "temuan(catatan, R, a2, dua, G, (garis(G),)) :- 2 { garis(R, G) }, cacat(G).\n"
        "boleh(R, G) :- norma(R, G).\n"
        "cacat(G) :- temuan_garis(_, _, _, _, G, _).\n"
        "letak(G, G) :- garis(_, G).\n"
        "norma(r, 1). sendiri(1). lain(G) :- norma(_, G).\n",
    )

    def kept(*checks: str) -> set[int]:
        wanted = frozenset(checks) if checks else None
        found = telling((program,), frozenset({"garis"}), wanted)
        return {int(one.place.rpartition(":")[2]) for one in found if one.head != "sendiri"}

    assert kept() == {1, 2, 3, 4, 5, 6, 7}
    assert len(telling((program,), frozenset({"garis"}))) == 7
    assert kept("a1") == {1, 2, 4, 6, 7}
    assert kept("a2") == {1, 2, 3, 4, 5, 6, 7}
    assert kept("a3") == {1, 6}


@pytest.mark.parametrize("check", ["h7", "a1", "s5"])
def test_the_findings_of_one_check_rest_on_its_own_rules(check: str) -> None:
    program = [one.text for one in telling(PROGRAMS, predicates(FACTS), frozenset({check}))]
    every = [one.text for one in live(PROGRAMS, predicates(FACTS))]
    assert 0 < len(program) < len(every)
    wanted = f",{check},"
    found = {atom for atom in atoms(program, FACTS) if wanted in atom}
    assert found == {atom for atom in atoms(every, FACTS) if wanted in atom}


def test_only_a_whole_session_tells_why_something_does_not_hold() -> None:
    with pytest.raises(ValueError, match="left out"):
        Session(PROGRAMS, FACTS).why_not("h7", "Dinas X")
    assert Session(PROGRAMS, FACTS, whole=True).why_not("h7", "Dinas X")


def test_names_in_strings_and_terms_are_no_predicates() -> None:
    program = Program("x.lp", 'a(1) :- b(f(X), "c(2). d :- e."), not g(X), h, X = i, 2 { j(Y) }.')
    (statement,) = statements((program,))
    assert statement.needs == {"b", "b/0=f", "h"}
    assert predicates('unit("a\\nb(1)",dinas).\nlengkap.\n') == {"unit", "lengkap"}


def atoms(texts: list[str], facts: str) -> set[str]:
    control = clingo.Control(["--warn=none"])
    for text in [*texts, facts]:
        control.add("base", [], text)
    control.ground([("base", [])])
    return {str(atom.symbol) for atom in control.symbolic_atoms}


def test_what_rests_meanwhile_finds_the_same() -> None:
    """A program that was made ready holds nothing of the facts before."""
    head = "USULAN: x\nDAERAH: Kabupaten Paser\nSTRUKTUR\n"
    units = ("Dinas Sosial", "Dinas Kesehatan")
    proposals = [f"{head}{unit} bertanggung jawab langsung kepada Bupati.\n" for unit in units]
    fresh = [[atom.text for atom in finding_atoms(one, "x.sotk")] for one in proposals]
    assert '"Dinas Sosial"' in str(fresh[0])
    assert '"Dinas Kesehatan"' in str(fresh[1])
    for at in (0, 1, 0):
        rest()
        assert [atom.text for atom in finding_atoms(proposals[at], "x.sotk")] == fresh[at]

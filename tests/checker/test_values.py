"""What rules can fire by the values of their places."""

from collections import Counter
from pathlib import Path

import pytest

from patuh.checking import facts_of, read
from patuh.draft_checking import grounds
from patuh.engine import Session
from patuh.engine.rules.living import telling_of
from patuh.engine.rules.values import blurred, held, outline
from patuh.knowledge.programs import Program, programs
from patuh_parser.legal.reader import read_draft

CORPUS = Path(__file__).parents[2] / "corpus"

RULES = """\
#const pilihan = jamak.
jenis(r, (dinas; badan)).
jenis(r, pilihan) :- peraturan(r).
agensi(R, U) :- unit(U, J), jenis(R, J).
atas(U, X) :- unit(U, _), garis(_, U, X).
atas(U, Z) :- atas(U, X), atas(X, Z).
temuan(1, R, h1, a, U, U) :- agensi(R, U), atas(U, bupati).
temuan(1, R, h1, b, U, U) :- agensi(R, U), atas(bupati, U).
temuan(1, R, h1, c, U, U) :-
    agensi(R, U), seluruh(U, f(X)), not atas(U, X), 0 = #count { Y : garis(Y, _, U) }.
temuan(1, r, h1, d, U, U) :- unit(U, J), lain(J + 1).
temuan(1, r, h1, e, U, U) :- jumlah(U, N), batas(M), N > M, M != 3.
temuan(1, r, h1, f, U, U) :- jumlah(U, N), N = (7; pilihan).
temuan(1, r, h1, g, U, U) :- batas(N), nama(U, V), lain(V), V != W, nama(W, W), N < N + 1.
"""
UNIT = 'unit("A, (B)", dinas).\n'


def firing(facts: str, rules: str = RULES) -> str:
    """The cases that can fire."""
    found = telling_of((Program("checks/a.lp", rules),), facts)
    return "".join(one.text.split(", ")[3] for one in found if one.check)


@pytest.mark.parametrize(
    ("facts", "cases"),
    [
        ("", ""),
        (UNIT, ""),
        (f'{UNIT}garis(1,"A, (B)",bupati).', "a"),
        (f'{UNIT}garis(1,"A, (B)","C").\ngaris(2,"D",bupati).\nunit("D",bagian).', "a"),
        (f'{UNIT}garis(1,"D",bupati).', ""),
        (f'{UNIT}garis(1,bupati,"A, (B)").\nunit(bupati,jabatan).', "b"),
        (f'{UNIT}garis(1,bupati,"D").\nunit(bupati,jabatan).', ""),
        (f'{UNIT}garis(1,bupati,"A, (B)") :- ada(3).\nunit(bupati,jabatan) :- not ubah(0).', "b"),
        (f'{UNIT}seluruh("A, (B)",f(g(1),"x")).', "c"),
        (f'{UNIT}seluruh("A",f(1)).', ""),
        ('unit("A",bagian).\nperaturan(r).\nseluruh("A",f(1)).', "c"),
        (f"{UNIT}lain(7).", "d"),
        ("jumlah(a,5).\njumlah(a,6).\nbatas(5).", "ef"),
        ("jumlah(a,5).\nbatas(5).\nbatas(3).", "f"),
        ("jumlah(a,5).\nbatas(x).", "ef"),
        ("jumlah(a,5).\nbatas(3).", "f"),
        ("batas(1).\nnama(a,a).\nlain(a).", ""),
        ("batas(1).\nnama(a,a).\nlain(a).\nnama(b,b).", "g"),
    ],
)
def test_a_rule_fires_only_where_a_value_does_for_each_variable(facts: str, cases: str) -> None:
    """A switch may be any constant, a compound anything; conditions of facts may hold."""
    assert firing(facts) == cases


def test_with_a_head_that_is_no_single_atom_nothing_is_left_out_for_its_values() -> None:
    facts = f'{UNIT}garis(1,"D",bupati).'
    assert firing(facts, f"{RULES}a(X) ; b(X) :- unit(X, _).\n") == "ab"


MANY = "".join(f"lain({at}).\n" for at in range(4000))


@pytest.mark.parametrize(
    ("facts", "cases"),
    [
        (f'{UNIT}garis(1,"D",bupati).\n', "abd"),
        ('unit("A",bagian).\ngaris(1,"A",bupati).\n', "d"),
        (f'{UNIT}garis(1,bupati,"D") :- not ubah(0).\nunit(bupati,jabatan) :- ada(3).\n', "abd"),
        ("jumlah(a,5).\nbatas(5).\n", "ef"),
        (f'{UNIT}garis(1,"D",bupati).\nb("\\"").\n', "d"),
    ],
)
def test_of_many_facts_texts_and_numbers_may_be_anything(facts: str, cases: str) -> None:
    """Constants still count; a text with a quotation mark in it lets nothing be blurred."""
    assert firing(facts + MANY) == cases


def test_what_is_needed_behind_a_colon_is_not_needed() -> None:
    said = outline("a(X) :- b(X), c(Y) : d(Y), e(X).", frozenset())
    assert said is not None
    assert said.needs == ()
    assert outline("a(X, Y) :- b(X), not c(X), X < Y, Y = 1.", frozenset()) == type(said)(
        ("a/2", (0, 1)), (("b/1", (0,)),), 2, ((0, "<", 1), (1, "=", ("1",)))
    )
    assert outline("{ a(X) } :- b(X).", frozenset()) is None


def test_the_values_of_facts() -> None:
    facts = 'a("x", y, -1).\na("",*,2).\nb.\nc(f(1),"(").\nc(2,"(") :- ada(3).'
    assert held(facts, frozenset({"*"})) == {
        "a/3": [{'"x"', '""'}, None, {"-1", "2"}],
        "b/0": [],
        "c/2": [None, {'"("'}],
    }


def test_blurred_facts_hold_anything_in_the_place_of_texts_and_numbers() -> None:
    facts = 'a("x (1)",r_2,-1).\na("y",r_2,12).\nc(2,f(3)) :- ada(3).'
    assert blurred(facts) == "a(*,r_2,*).\nc(*,f(*)) :- ada(*)."
    assert set(held(blurred(facts), frozenset({"*"}))) == {"a/3", "c/2"}
    escaped = 'a("x\\"1",1).'
    assert blurred(escaped) == escaped


@pytest.mark.parametrize(
    "name",
    [
        "drafts/keputusan_forum.docx",
        *(
            pytest.param(f"{path.parent.name}/{path.name}", marks=pytest.mark.slow)
            for path in [*(CORPUS / "proposals").glob("*.sotk"), *(CORPUS / "drafts").glob("*.*")]
            if path.suffix != ".py" and path.stem != "keputusan_forum"
        ),
    ],
)
def test_what_is_left_out_for_its_values_bears_on_no_finding(name: str) -> None:
    """The findings and every step of their proofs are those of all rules."""
    path = CORPUS / name
    if path.suffix == ".sotk":
        proposal, laws = read(path.read_text(encoding="utf-8"), str(path))
        facts, every = facts_of(proposal, laws), programs([law.id for law in laws])
    else:
        facts, every, _ = grounds(read_draft(path.read_bytes(), name))
    pruned, whole = Session(every, facts.text), Session(every, facts.text, whole=True)
    assert pruned.findings() == whole.findings()
    assert Counter(pruned.derivations()) == Counter(whole.derivations())

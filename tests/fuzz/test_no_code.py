"""No proposal adds a rule, a predicate or a file: whatever it says arrives as strings in facts.

A proposal with hostile texts in every place that takes one is grounded beside the same proposal
with plain words; clingo must see the same predicates, as often, with arguments of the same kinds.
"""

from collections import Counter

import clingo
from clingo import ast
from hypothesis import given, settings
from hypothesis import strategies as st

from patuh.checking import facts_of, read
from patuh.facts.text import key, string
from patuh_parser.sotk import SotkError

PROPOSAL = """\
USULAN  : {0}
DAERAH  : Kabupaten Paser

STRUKTUR

"{1}" disingkat Mitra.
Dinas Sosial berhubungan kerja koordinatif dengan "{1}".
Dinas Sosial bertugas {2}.
Dinas Sosial dikecualikan dari {2}.
Sekretaris Daerah melimpahkan tugas {2} kepada Dinas Sosial.
Dinas Sosial dan Dinas Kesehatan serumpun karena {2}.
"{1}" membidangi {2}.

BAGAN

"{1}" membawahi Dinas Sosial.

ALUR laporan "{3}"
  subjek: Dinas Sosial
  pihak: "{1}"
  urusan: {2}
  bahasan: {2}
  1. Dinas Sosial menyampaikan {2} kepada "{1}" dengan sarana {2}.
"""
PLAIN = ("Judul", "Bank Biasa", "urusan sosial", "Laporan")
CODE = (
    "). a :- b. c(", "x). temuan(a). y(", "X\\", "\\\\", "\\n", "a\\\") :- b.",
    "#script (python) x #end",
    "#include <x>", "@f(1)", "&sum { x } = 1", "%* x *%", "% x", "{ a }", ":- #true", "1..9", "X;Y",
    "#external a", "\\\\\\", "'", "`id`", "$(id)", "${x}", "{0}", "{unit.__class__}", "%s",
    "/etc/passwd",
    "../..", "#sup", "not", "not not", "_", "X", "a(b)", "|", "ﬁ", "e\u0301", "😀",
)  # fmt: skip
TEXTS = st.lists(
    st.sampled_from(CODE) | st.text(st.characters(codec="utf-8"), max_size=6),
    min_size=1,
    max_size=4,
).map(" ".join)


def shape(symbol: clingo.Symbol) -> object:
    """The kind of a term: its type; for a constant its name, for a number the number."""
    if symbol.type is clingo.SymbolType.String:
        return "string"
    if symbol.type is clingo.SymbolType.Function and symbol.arguments:
        return symbol.name, tuple(map(shape, symbol.arguments))
    return str(symbol)


def ground(text: str) -> Counter[object]:
    """What clingo sees of a proposal, after its own parser has found facts and nothing else."""
    proposal, laws = read(text, "u.sotk")
    facts = facts_of(proposal, laws)
    statements: list[ast.AST] = []
    ast.parse_string(facts.text, statements.append)
    kinds = Counter(statement.ast_type for statement in statements)
    assert kinds == {ast.ASTType.Program: 1, ast.ASTType.Rule: len(facts.places)}
    assert not [s for s in statements[1:] if s.body]
    control = clingo.Control()
    control.add("base", [], facts.text)
    control.ground([("base", [])])
    atoms = list(control.symbolic_atoms)
    assert len(atoms) == len(facts.places)
    assert all(atom.is_fact for atom in atoms)
    return Counter((atom.symbol.name, *map(shape, atom.symbol.arguments)) for atom in atoms)


def filled(*texts: str) -> str:
    found = PROPOSAL
    for place, text in enumerate(texts):
        found = found.replace(f"{{{place}}}", text)
    return found


EXPECTED = ground(filled(*PLAIN))


def one_by_one(texts: tuple[str, ...]) -> int:
    """Put each text in its place, the others plain; how many proposals the reader takes."""
    taken = 0
    for place, text in enumerate(texts):
        words = [*PLAIN[:place], text, *PLAIN[place + 1 :]]
        try:
            found = ground(filled(*words))
        except SotkError:
            continue
        assert found == EXPECTED, text
        taken += 1
    return taken


def test_code_is_a_string() -> None:
    """Most of it the reader takes, as it would any other words."""
    taken = {code: one_by_one((code, f"Bank {code}", f"urusan {code}", code)) for code in CODE}
    assert sum(taken.values()) > 3 * len(CODE)


@settings(max_examples=40)
@given(st.tuples(TEXTS, TEXTS.map("Bank {}".format), TEXTS.map("urusan {}".format), TEXTS))
def test_any_text_is_a_string(texts: tuple[str, str, str, str]) -> None:
    one_by_one(texts)


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
def test_a_string_is_read_as_it_was_written(text: str) -> None:
    assert clingo.parse_term(string(text)).string == text


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1))
def test_a_name_is_one_term_without_arguments(text: str) -> None:
    symbol = clingo.parse_term(key(text))
    assert (symbol.string if symbol.type is clingo.SymbolType.String else symbol.name) == text

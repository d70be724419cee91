"""Every predicate, constant, reading and reason of `kb/` has its words in both languages."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from clingo import SymbolType, ast

from patuh.checking import check
from patuh.finding import Level
from patuh.knowledge.messages import check_messages, words
from patuh.knowledge.names import display_names
from patuh.knowledge.predicates import Predicate, clauses, predicates
from patuh.knowledge.programs import drafting_programs, programs
from patuh.knowledge.regulations import laws, regulations
from patuh.knowledge.root import kb_root
from patuh.messages import Lang
from patuh.report.wording import Wording

LANGUAGES: tuple[Lang, ...] = ("id", "en")


class Head(NamedTuple):
    """The head of a rule or a fact: the constants that stand in each argument."""

    predicate: str
    arguments: tuple[tuple[str, ...], ...]


class Content(NamedTuple):
    """What the programs of all regulations speak of."""

    signatures: frozenset[str]
    heads: tuple[Head, ...]
    switches: frozenset[str]
    values: frozenset[str]


class Collector(ast.Transformer):
    """The terms of all atoms below a node."""

    def __init__(self) -> None:
        self.terms: list[ast.AST] = []

    def visit_SymbolicAtom(self, node: ast.AST) -> ast.AST:  # noqa: N802
        term = node.symbol
        self.terms.extend(term.arguments if term.ast_type == ast.ASTType.Pool else [term])
        return node


@cache
def content() -> Content:
    """Plain data only: a syntax tree must not outlive clingo."""
    signatures: set[str] = set()
    heads: list[Head] = []
    switches: set[str] = set()
    values: set[str] = set()

    def read(node: ast.AST) -> None:
        if node.ast_type == ast.ASTType.Defined:
            signatures.add(f"{node.name}/{node.arity}")
        elif node.ast_type == ast.ASTType.Definition:
            switches.add(node.name)
            values.update(constants(node.value))
        else:
            signatures.update(f"{term.name}/{len(term.arguments)}" for term in atoms(node))
        if node.ast_type == ast.ASTType.Rule:
            heads.extend(
                Head(term.name, tuple(tuple(constants(part)) for part in term.arguments))
                for term in atoms(node.head)
            )

    for program in programs(law.id for law in regulations()):
        ast.parse_string(program.text, read)
    return Content(frozenset(signatures), tuple(heads), frozenset(switches), frozenset(values))


@cache
def texts() -> frozenset[str]:
    """The predicates of the programs for the texts of drafts."""
    found: set[str] = set()

    def read(node: ast.AST) -> None:
        found.update(f"{term.name}/{len(term.arguments)}" for term in atoms(node))

    for program in drafting_programs():
        ast.parse_string(program.text, read)
    return frozenset(found)


def atoms(node: ast.AST) -> list[ast.AST]:
    collector = Collector()
    collector(node)
    return collector.terms


def constants(term: ast.AST) -> Iterator[str]:
    """The constants at the leaves of a term; the names of functions are none."""
    if term.ast_type == ast.ASTType.SymbolicTerm:
        if term.symbol.type == SymbolType.Function and not term.symbol.arguments:
            yield term.symbol.name
    elif term.ast_type in {ast.ASTType.Function, ast.ASTType.Pool}:
        if term.ast_type == ast.ASTType.Function and term.name and not term.arguments:
            yield term.name
        for argument in term.arguments:
            yield from constants(argument)


def shown() -> set[str]:
    """Constants of heads and switches; of a finding its level and what it speaks of."""
    found = set(content().values)
    for predicate, arguments in content().heads:
        if predicate in {"temuan", "temuan_garis"}:
            found.update(arguments[0] + arguments[5])
        elif predicate != "ketentuan_tak_diuji":
            found.update(*arguments)
    return found - content().switches


@cache
def table(lang: Lang, name: str) -> dict[str, Any]:
    path = kb_root() / "messages" / lang / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_predicate_has_its_words_and_no_words_are_idle(lang: Lang) -> None:
    """Of the programs for texts some predicates do with their own words."""
    known = {key for key, one in predicates().items() if lang in one.clauses}
    assert content().signatures <= known
    assert known <= content().signatures | texts()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_clauses_name_arguments_of_the_predicate(lang: Lang) -> None:
    every = predicates().items()
    assert {key for key, one in every if not one.holes(lang) <= set(one.arguments)} == set()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_words_of_predicates_are_clauses_without_full_stop(lang: Lang) -> None:
    entries = clauses(lang).items()
    assert {key: text for key, text in entries if not re.fullmatch(r"\S.*[^\s.]", text)} == {}


def test_both_languages_name_the_same_arguments_of_a_predicate() -> None:
    every = predicates().items()
    assert {key for key, one in every if one.holes("id") != one.holes("en")} == set()


def test_a_clause_is_filled_in_by_the_names_of_the_arguments() -> None:
    """Braces around anything else stand for themselves."""
    said = {"id": "{Y} di atas {X}, {Z} {", "en": "{Y.real}"}
    predicate = Predicate("naik", ("R", "X", "Y"), "a.lp", "", said)
    assert (predicate.template("id") or "").format("r", "x", "y") == "y di atas x, {Z} {"
    assert (predicate.template("en") or "").format("r", "x", "y") == "{Y.real}"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_constant_that_is_shown_has_its_words(lang: Lang) -> None:
    """The names of norms, of whose kind `sifat_bawaan` speaks, are said in no clause."""
    known = {*words("istilah", lang), *display_names(kb_root()), *(law.id for law in laws())}
    known |= {one.name for one in predicates().values()}
    assert {name for name in shown() if "_" in name} - known == set()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_term_has_two_words(lang: Lang) -> None:
    counted = Counter(key for group in table(lang, "istilah").values() for key in group)
    assert [key for key, count in counted.items() if count > 1] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_differs_is_said_differently(lang: Lang) -> None:
    """No two checks have one title, no two readings one meaning, no two reasons one sentence."""
    titles = [message.title for message in check_messages(lang).values()]
    for said in (titles, words("tafsir", lang).values(), words("alasan", lang).values()):
        assert [text for text, count in Counter(said).items() if count > 1] == []


PARTS = ["bagian_menetapkan sesudah_menetapkan", "bagian_persetujuan sesudah_persetujuan"]
"""Parts of the opening, which a finding names as the one that is, or that another stands behind."""


DENYING: dict[Lang, str] = {
    "id": r"\b(?:tidak|bukan|tanpa|belum)\b",
    "en": r"\b(?:not|no|nothing|without|cannot)\b",
}


@pytest.mark.parametrize("kind", ["tafsir", "alasan"])
def test_a_reading_or_reason_denies_in_both_languages_or_in_neither(kind: str) -> None:
    denied = {
        lang: {name for name, said in words(kind, lang).items() if re.search(pattern, said)}
        for lang, pattern in DENYING.items()
    }
    assert denied["id"] == denied["en"]


@pytest.mark.parametrize(
    ("lang", "alike"),
    [
        ("id", [*PARTS, "membina pembinaan_kepada", "telaahan telaahan_staf", "ingkar tidak"]),
        (
            "en",
            [*PARTS, "membawahi memerintah", "berkoordinasi mengoordinasikan", "ingkar tidak",
             "informasi keterangan", "menaati mentaati", "mempersiapkan menyiapkan",
             "telaahan telaahan_staf"],
        ),
    ],
)  # fmt: skip
def test_terms_of_a_kind_that_are_shown_alike_mean_the_same(lang: Lang, alike: list[str]) -> None:
    found: list[str] = []
    for group in table(lang, "istilah").values():
        shown: dict[str, list[str]] = {}
        for key, word in group.items():
            shown.setdefault(word, []).append(key)
        found += [" ".join(sorted(keys)) for keys in shown.values() if len(keys) > 1]
    assert sorted(found) == sorted(alike)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_level_in_a_clause_has_the_word_of_the_report(lang: Lang) -> None:
    wording = Wording(
        lang, check(b"USULAN : A\nDAERAH : Kabupaten Paser\n\nSTRUKTUR\n\nBupati.\n", "a").input
    )
    assert [wording.value(level.name) for level in Level] == [*map(wording.level, Level)]


def test_every_indonesian_term_has_its_english_words() -> None:
    """Not the reverse: a plain Indonesian word stands for itself."""
    assert set(words("istilah", "id")) - set(words("istilah", "en")) == set()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_reading_says_what_it_takes_the_law_to_mean(lang: Lang) -> None:
    readings = {head.arguments[0][0] for head in content().heads if head.predicate == "tafsir"}
    assert {f"tafsir_{name}" for name in readings} == content().switches
    plain = {name for name in words("tafsir", lang) if name not in switched()}
    assert plain == readings


def switched() -> set[str]:
    """A name and a value as one key: readings that find something else once they are switched."""
    return {"lkpj_harfiah", "kebijakan_dprd_semua"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_switched_reading_has_its_own_words(lang: Lang) -> None:
    path = Path(__file__).parent / "cases/D7/paser_empat_bulan_sesudahnya.sotk"
    result = check(path.read_bytes(), path.name, constants={"tafsir_lkpj": "harfiah"})
    wording = Wording(lang, result.input)
    shown = {
        wording.interpretation(reading)
        for finding in result.findings
        for reading in finding.interpretations
    }
    assert shown == {words("tafsir", lang)["lkpj_harfiah"]}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_reason_not_to_test_a_provision_has_its_words(lang: Lang) -> None:
    reasons = {
        head.arguments[2][0] for head in content().heads if head.predicate == "ketentuan_tak_diuji"
    }
    assert reasons
    assert reasons - set(words("alasan", lang)) == set()

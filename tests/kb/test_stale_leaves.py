"""A changed word in a leaf of a regulation makes the rules under that leaf stale, and no others.

`test_ledger.py` holds every quotation of `kb/` against the text. Here the text changes instead, a
word in each of some leaves, so that the comparison is known to see each leaf and to spare the rest.
The leaves that change are those with a digit in the binary form of their number, for every place of
it 1 and 0: of any two leaves either has changed without the other.
"""

import re
from functools import cache, reduce
from itertools import product

import pytest

from patuh.knowledge.programs import norms
from patuh.knowledge.provisions import quotations
from patuh.knowledge.regulations import regulation, regulations, text_path
from patuh_parser.legal.model import Draft, Node
from patuh_parser.legal.reader import read_draft

REGULATIONS = [law.id for law in regulations()]
_WORD = re.compile(r"[^\W\d_]{2,}")
_CITED = re.compile(r'"(pasal-[^"]+)"(?:, \w+)?\)')


@cache
def source(regulation_id: str) -> str:
    return text_path(regulation(regulation_id)).read_text(encoding="utf-8")


def law_of(text: str) -> Draft:
    return read_draft(text.encode(), "x.txt")


@cache
def rules(regulation: str) -> frozenset[tuple[str, str]]:
    """Every rule of the articles, with the provision that it cites."""
    lines = [line for program in norms(regulation) for line in program.text.splitlines()]
    return frozenset(
        (leaf, line) for line in lines if not line.startswith("%") for leaf in _CITED.findall(line)
    )


def with_a_word_changed(text: str, leaf: Node) -> str:
    """The last word of the leaf gives way to another."""
    lines = text.splitlines(keepends=True)
    for number in range(leaf.place.end_line - 1, leaf.place.line - 2, -1):
        if words := list(_WORD.finditer(lines[number])):
            start, end = words[-1].span()
            lines[number] = f"{lines[number][:start]}diubah{lines[number][end:]}"
            return "".join(lines)
    raise AssertionError(f"no word in {leaf.id}")


def stale(regulation: str, text: Draft) -> set[str]:
    """The provisions whose block in `kb/` quotes another text."""
    now = {node.id: node.text for node in text.provisions()}
    return {one.id for one in quotations(regulation).values() if now.get(one.id) != one.text}


def rules_under(regulation: str, provisions: set[str]) -> set[tuple[str, str]]:
    """The rules in the blocks of these provisions."""
    return {
        (leaf, line)
        for provision in provisions
        for line in quotations(regulation)[provision].encoding.splitlines()
        for leaf in _CITED.findall(line)
    }


@pytest.mark.parametrize("regulation", REGULATIONS)
def test_changed_words_make_exactly_the_rules_of_their_leaves_stale(regulation: str) -> None:
    leaves = list(law_of(source(regulation)).leaves())
    for place, digit in product(range(len(leaves).bit_length()), (0, 1)):
        changed = [leaf for at, leaf in enumerate(leaves) if at >> place & 1 == digit]
        text = reduce(with_a_word_changed, changed, source(regulation))
        found = stale(regulation, law_of(text))
        own = {(cited, line) for cited, line in rules(regulation) if cited in found}
        assert found == {leaf.id for leaf in changed}
        assert rules_under(regulation, found) == own


@pytest.mark.parametrize("regulation", REGULATIONS)
def test_every_leaf_has_a_rule_that_can_become_stale(regulation: str) -> None:
    leaves = {leaf.id for leaf in law_of(source(regulation)).leaves()}
    assert leaves - {cited for cited, _ in rules(regulation)} == set()


@pytest.mark.parametrize("regulation", REGULATIONS)
def test_an_unchanged_text_makes_nothing_stale(regulation: str) -> None:
    assert stale(regulation, law_of(source(regulation))) == set()

"""The ledger: every leaf provision has its place in the knowledge base, quoted to the letter."""

import re
from functools import cache

import pytest

from patuh.knowledge.programs import programs
from patuh.knowledge.provisions import provisions, quotations, untested
from patuh.knowledge.regulations import regulation, regulations, text_path
from patuh.knowledge.root import kb_root
from patuh_parser.legal.ids import label
from patuh_parser.legal.model import Draft
from patuh_parser.legal.reader import read_draft

REGULATIONS = [law.id for law in regulations()]
LEAVES = {"paser_56_2020": 76, "kutim_41_2023": 154}


@cache
def text_of(regulation_id: str) -> Draft:
    law = regulation(regulation_id)
    return read_draft(text_path(law).read_bytes(), law.text)


def test_the_two_regulations_have_230_leaves() -> None:
    assert {name: len(list(text_of(name).leaves())) for name in LEAVES} == LEAVES


@pytest.mark.parametrize("name", REGULATIONS)
def test_no_leaf_is_missing_and_none_is_invented(name: str) -> None:
    tree = text_of(name)
    quoted = set(quotations(name))
    assert {leaf.id for leaf in tree.leaves()} - quoted == set()
    assert quoted - {node.id for node in tree.provisions()} == set()


@pytest.mark.parametrize("name", REGULATIONS)
def test_the_provisions_that_exist_are_known_without_the_text(name: str) -> None:
    assert provisions(name) == {node.id for node in text_of(name).provisions()}


@pytest.mark.parametrize("name", REGULATIONS)
def test_every_quotation_equals_the_regulation(name: str) -> None:
    """A changed text makes its block stale: this test names the blocks to read again."""
    tree = text_of(name)
    stale = {
        quoted.id
        for quoted in quotations(name).values()
        if (node := tree.find(quoted.id)) is None or node.text != quoted.text
    }
    assert stale == set()


@pytest.mark.parametrize("name", REGULATIONS)
def test_every_quotation_bears_the_label_of_its_id(name: str) -> None:
    assert {q.id: q.label for q in quotations(name).values()} == {
        q.id: label(q.id) for q in quotations(name).values()
    }


@pytest.mark.parametrize("name", REGULATIONS)
def test_every_leaf_is_encoded_or_entered_as_untested(name: str) -> None:
    """Encoded: a fact under the leaf carries the leaf's id. Never both, never neither."""
    reasons = untested(name)
    wrong = {}
    for leaf in text_of(name).leaves():
        own = f'"{leaf.id}")' in re.sub(
            r"ketentuan_tak_diuji\([^)]*\)", "", quotations(name)[leaf.id].encoding
        )
        if own == (leaf.id in reasons):
            wrong[leaf.id] = quotations(name)[leaf.id].encoding
    assert wrong == {}


@pytest.mark.parametrize("name", REGULATIONS)
def test_norms_stand_under_the_provision_they_cite(name: str) -> None:
    misplaced = {
        (quoted.id, cited)
        for quoted in quotations(name).values()
        for cited in re.findall(r'"(pasal-[^"]+)"(?:, \w+)?\)', quoted.encoding)
        if cited != quoted.id
    }
    assert misplaced == set()


@pytest.mark.parametrize("name", REGULATIONS)
def test_every_article_has_its_file(name: str) -> None:
    files = {
        int(match[1])
        for path in (kb_root() / "regulations" / name).glob("*.lp")
        if (match := re.fullmatch(r"pasal_(\d+)\.lp", path.name))
    }
    assert files == {int(article.number) for article in text_of(name).articles()}


@pytest.mark.parametrize("name", REGULATIONS)
def test_the_chapters_of_the_toml_are_those_of_the_text(name: str) -> None:
    law = next(law for law in regulations() if law.id == name)
    words = {"bab": "BAB", "bagian": "Bagian", "paragraf": "Paragraf"}
    expected: dict[str | None, list[str]] = {a.id: [] for a in text_of(name).articles()}
    for heading in (node for node in text_of(name).walk() if node.kind in words):
        for article in (node for node in heading.walk() if node.kind == "pasal"):
            expected[article.id].append(
                f"{words[heading.kind]} {heading.number} {heading.title}".strip()
            )
    assert dict(law.chapters) == {name: " › ".join(parts) for name, parts in expected.items()}


def test_the_knowledge_base_holds_no_script_no_include_and_no_constraint() -> None:
    for program in programs(REGULATIONS):
        code = re.sub(r"%\*.*?\*%|%[^\n]*", "", program.text, flags=re.DOTALL)
        assert not re.search(r"#script|#include|#external|#theory", code), program.name
        assert not re.search(r"(^|\.)\s*:-", code), program.name

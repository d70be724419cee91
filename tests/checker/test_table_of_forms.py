"""Each row of the table of forms names fields of its node and predicates of the contract."""

import re
from pathlib import Path
from typing import get_args

import pytest

from patuh.facts.nodes import node_facts
from patuh.knowledge.root import kb_root
from patuh_parser.sotk import forms
from patuh_parser.sotk.model import Kinship
from patuh_parser.text.span import Span

ROOT = Path(__file__).parents[2]
NODES = get_args(forms.Node)
CONTRACT = (kb_root() / "vocabulary" / "usulan.lp").read_text(encoding="utf-8")
PAGE = (ROOT / "docs" / "dsl.md").read_text(encoding="utf-8")
TAKEN = {"#", "w"}


@pytest.mark.parametrize("node", NODES, ids=lambda node: node.__name__)
def test_a_row_names_fields_of_its_node(node: type) -> None:
    form: forms.Form = node.form  # type: ignore[attr-defined]
    inside = "".join(re.sub(r"^\w+~?\(|=@?\w+", ",", fact) for fact in form.facts)
    used = set(re.findall(r"[#\w]+", inside)) - {"if", "unless"} - TAKEN
    assert sorted(name for name in {*used, *form.units} if not hasattr(node, name)) == []


@pytest.mark.parametrize("node", NODES, ids=lambda node: node.__name__)
def test_a_row_gives_facts_of_the_contract(node: type) -> None:
    form: forms.Form = node.form  # type: ignore[attr-defined]
    stems = [re.match(r"(\w+)(~?)\(([^)]*)", fact) for fact in form.facts]
    for stem in stems:
        assert stem is not None
        arity = len(stem[3].split(","))
        for name in (stem[1], f"{stem[1]}_ingkar") if stem[2] else (stem[1],):
            assert re.search(rf"^#defined {name}/{arity}\.", CONTRACT, re.MULTILINE), name


def test_every_node_has_a_row_of_its_own() -> None:
    assert len({id(node.form) for node in NODES}) == len(NODES)


def test_a_condition_chooses_between_facts() -> None:
    here = Span(1, 1, 1, 9)
    for related, name in ((True, "serumpun"), (False, "tidak_serumpun")):
        node = Kinship(3, "Dinas Sosial", "inspektorat", related, here)
        assert list(node_facts(node)) == [(f'{name}(3,"Dinas Sosial",inspektorat)', here)]


@pytest.mark.parametrize("name", forms.SAID)
def test_the_page_has_a_line_for_each_predicate(name: str) -> None:
    node, predicate = forms.SAID[name]
    words = [phrases[0] for terminal, phrases in predicate.words.items() if terminal != "KARENA"]
    lines = [line for line in PAGE.splitlines() if f"`{node.__name__}`" in line]
    assert [word for word in words if not any(word in line for line in lines)] == []
    assert lines

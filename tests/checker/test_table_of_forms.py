"""Each row of the table of forms names fields of its node and predicates of the contract."""

import re
from typing import get_args

import pytest
from families import CASES, CORPUS

from patuh.checking import read
from patuh.facts.nodes import node_facts
from patuh.knowledge.names import gazetteer
from patuh.knowledge.root import kb_root
from patuh_parser.sotk import forms, print_proposal, read_proposal
from patuh_parser.sotk.model import Kinship, Proposal
from patuh_parser.text.span import Span

NODES = get_args(forms.Node)
CONTRACT = "".join(
    path.read_text(encoding="utf-8") for path in kb_root().glob("vocabulary/usulan*.lp")
)
TAKEN = {"#", "w"}
COMMA_IN_A_VERB = "paser_persetujuan_bersama_dengan_koma.sotk"
"""The printer leaves out the comma that keeps its words from being the verb that they look like."""


@pytest.mark.parametrize("node", NODES, ids=lambda node: node.__name__)
def test_a_row_names_fields_of_its_node(node: type) -> None:
    form: forms.Form = node.form  # type: ignore[attr-defined]
    inside = "".join(re.sub(r"^\w+[~^]?\(|=@?\w+", ",", fact) for fact in form.facts)
    used = set(re.findall(r"[#\w]+", inside)) - {"if", "unless"} - TAKEN
    assert sorted(name for name in {*used, *form.units} if not hasattr(node, name)) == []


@pytest.mark.parametrize("node", NODES, ids=lambda node: node.__name__)
def test_a_row_gives_facts_of_the_contract(node: type) -> None:
    form: forms.Form = node.form  # type: ignore[attr-defined]
    stems = [re.match(r"(\w+)([~^]?)\(([^)]*)", fact) for fact in form.facts]
    for stem in stems:
        assert stem is not None
        arity = len(stem[3].split(","))
        also = {"~": f"{stem[1]}_ingkar", "^": f"bagan_{stem[1]}"}.get(stem[2])
        for name in filter(None, (stem[1], also)):
            assert re.search(rf"^#defined {name}/{arity}\.", CONTRACT, re.MULTILINE), name


def test_every_node_has_a_row_of_its_own() -> None:
    assert len({id(node.form) for node in NODES}) == len(NODES)


def test_a_condition_chooses_between_facts() -> None:
    here = Span(1, 1, 1, 9)
    for related, name in ((True, "serumpun"), (False, "tidak_serumpun")):
        node = Kinship(3, "Dinas Sosial", "inspektorat", related, here)
        assert list(node_facts(node)) == [(f'{name}(3,"Dinas Sosial",inspektorat)', here)]


STEP = """\
USULAN : A
DAERAH : Kabupaten Paser

STRUKTUR
Kepala Dinas Sosial merupakan jabatan eselon II.b.

ALUR laporan "Laporan"
  1. Dinas Sosial menyampaikan laporan secara langsung kepada Bupati pada tanggal 5 Maret 2024.
"""
"""What no case of these regulations has: an echelon, and a step straight on, with its day."""


def said(proposal: Proposal) -> list[str]:
    """The facts of all nodes of a proposal, in their order."""
    nodes = [(node, 0) for node in proposal.statements]
    flows = [(node, flow.id) for flow in proposal.workflows for node in _within(flow)]
    return [fact for node, flow in (*nodes, *flows) for fact, _ in node_facts(node, flow)]


def _within(flow: forms.Workflow) -> tuple[forms.Node, ...]:
    return (flow, *flow.attributes, *flow.steps)


def test_every_fact_of_a_row_is_said_by_a_sentence_and_again_by_the_printed_one() -> None:
    """Grammar and printer say all that the rows hold, those of lines and steps too."""
    found: set[str] = set()
    sources = {path.name: path.read_text(encoding="utf-8") for path in (*CASES, *CORPUS)}
    for name, source in {**sources, "step": STEP}.items():
        if "TERHADAP" in source:  # a change is printed as the structure that it gives
            continue
        proposal, laws = read(source, name)
        names = gazetteer(kb_root(), [law.id for law in laws])
        facts = said(proposal)
        if facts and name != COMMA_IN_A_VERB:
            assert said(read_proposal(print_proposal(proposal, names), names)) == facts, name
        found |= {fact.partition("(")[0] for fact in facts}
    rows = [re.match(r"(\w+)(~?)", fact) for node in NODES for fact in node.form.facts]
    held = {row[1] for row in rows if row} | {f"{row[1]}_ingkar" for row in rows if row and row[2]}
    assert held - found == set()

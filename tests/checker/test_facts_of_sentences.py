"""What each sentence form says in facts: of every predicate of a node the first facts, as read.

`golden/facts.txt` is written anew by `PATUH_REFRESH_GOLDEN=1 pytest` of this file; read the
difference. That every fact of a row is printed and read again is in `test_table_of_forms.py`,
which takes what it expects from the rows.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

import telling

from patuh.facts.nodes import Fact, node_facts
from patuh.knowledge.names import gazetteer
from patuh.knowledge.root import kb_root
from patuh_parser.sotk import read_proposal
from patuh_parser.sotk.forms import Node, Workflow

SAMPLES = Path(__file__).parents[1] / "parser" / "sotk"
FILES = ("forms.txt", "steps.txt", "predicates.txt")
GOLDEN = Path(__file__).parent / "golden" / "facts.txt"
SHOWN = 3
"""So many facts of each predicate stand in the golden file."""

FURTHER = """\
STRUKTUR
Seluruh Dinas kecuali Dinas Sosial bertanggung jawab kepada Bupati melalui Asisten yang membidangi
  kemudian Sekretaris Daerah.
Dinas Sosial tidak bertanggung jawab kepada Bupati.
Seluruh Dinas tidak bertanggung jawab kepada Bupati.
Forkopimda tidak diketuai oleh Bupati.
Forkopimda disekretarisi oleh Sekretaris Daerah.
"""
"""What the samples have not."""


def proposals() -> Iterator[str]:
    for file in FILES:
        blocks = (SAMPLES / file).read_text(encoding="utf-8").split("\n\n\n")
        for block in blocks:
            lines = block.strip("\n").split("\n")
            yield "\n".join(line for line in lines if not line.startswith(("## ", "=> ")))
    yield FURTHER


def within(flow: Workflow) -> Iterator[Node]:
    yield from flow.attributes
    yield from flow.steps


def facts() -> dict[tuple[str, str], dict[str, None]]:
    """The facts by the class of their node and their predicate, in their order."""
    names = gazetteer(kb_root(), ["kutim_41_2023"])
    found: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)

    def said(kind: str, its: Iterable[Fact]) -> None:
        for fact, _ in its:
            found[kind, fact.partition("(")[0]][fact] = None

    for text in proposals():
        head = "USULAN : Uji\nDAERAH : Kabupaten Kutai Timur\n\n"
        proposal = read_proposal(head + text, names)
        for node in proposal.statements:
            said(type(node).__name__, node_facts(node))
        for flow in proposal.workflows:
            parts = [(type(part).__name__, [*node_facts(part, flow.id)]) for part in within(flow)]
            for kind, its in parts:
                said(kind, its)
            theirs = {fact for _, its in parts for fact in its}
            said("Workflow", (fact for fact in node_facts(flow) if fact not in theirs))
    return found


def test_each_form_says_these_facts() -> None:
    lines = (
        f"{node} {fact}"
        for (node, _), every in sorted(facts().items())
        for fact in islice(every, SHOWN)
    )
    assert telling.as_read(GOLDEN, lines)


def test_the_facts_are_those_of_the_contract() -> None:
    contract = "".join(
        path.read_text(encoding="utf-8") for path in kb_root().glob("vocabulary/usulan*.lp")
    )
    said = {predicate for _, predicate in facts()}
    assert said <= set(re.findall(r"^#defined (\w+)/", contract, re.MULTILINE))

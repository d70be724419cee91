"""Units of an organisation that are listed and have no tasks, or have tasks and are in no list.

Told where nearly all units of that sort are in both, so that the one is forgotten.
"""

from collections.abc import Iterable, Iterator

from patuh.facts.drafts.attachments.annexed import plain_name
from patuh.facts.drafts.collector import Collector
from patuh.facts.drafts.naming.unit_names import Organisation, Words, words_of
from patuh.facts.text import string
from patuh.knowledge.patterns import folded
from patuh_parser.legal.model import Node

_SHARE = 3
"""Of so many units of a sort at most one is told."""


def unit_task_facts(into: Collector, organisation: Organisation, told: set[Words]) -> None:
    """The units listed of which the text says nothing more, and those described in no list.

    `told` are those for which another name is written.
    """
    listed = {words_of(name): (node, name) for node, name in organisation.listed}
    tasked = {words_of(one.name): one for one in organisation.subjects if one.end}
    both = [*listed.keys() & tasked.keys()]
    within = [node for one in organisation.lists for node in one.walk()]
    listing, inside = _run_together(within), {*map(id, within)}
    beside = _run_together(node for node in into.draft.walk() if id(node) not in inside)
    silent = [w for w in listed if w not in told and _bare(listed[w][1]) not in beside]
    for words in _few(silent, both):
        node, name = listed[words]
        into.fact(into.first_line(node.place), "unit_tanpa_tugas", into.number(node), string(name))
    strange = [w for w in tasked if w not in told and _bare(tasked[w].name) not in listing]
    for words in _few(strange, both):
        one = tasked[words]
        at, number = into.first_line(one.node.place), into.number(one.node)
        into.fact(at, "unit_tanpa_susunan", number, string(one.name))


def _few(lacking: list[Words], others: list[Words]) -> Iterator[Words]:
    """Those that lack something, if those of the sort that do not are many more."""
    for words in lacking:
        alike = [sum(one[0] == words[0] for one in group) for group in (lacking, others)]
        if alike[0] * _SHARE <= sum(alike):
            yield words


def _run_together(nodes: Iterable[Node]) -> str:
    return "".join(_bare(f"{node.title} {node.text}") for node in nodes)


def _bare(text: str) -> str:
    return "".join(plain_name(folded(text)).split())

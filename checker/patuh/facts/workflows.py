"""Facts from the workflows of a proposal."""

import re
from collections.abc import Iterator

from patuh.facts.text import atom, key, string
from patuh_parser.sotk.model import Attribute, Step, Workflow
from patuh_parser.text.span import Span

Fact = tuple[str, Span]

_UNITS = {"subjek", "pihak", "terkait"}
_WORDS = {
    "merujuk": "rujukan",
    "muatan": "muatan",
    "bentuk": "bentuk",
    "pola_alur": "pola",
    "urusan": "urusan",
}
_TEXTS = {"tenggat": "tenggat", "bahasan": "bahasan"}
_DATES = {"jatuh tempo": "jatuh_tempo", "disampaikan": "disampaikan"}
_MONTHS_AFTER = re.compile(r"bulan_sesudah_akhir_tahun\((\d+)\)\Z")


def workflow_facts(workflow: Workflow) -> Iterator[Fact]:
    """`alur`, the attributes, and the steps in order."""
    yield workflow_head(workflow), workflow.span
    for attribute in workflow.attributes:
        for fact in attribute_facts(workflow.id, attribute):
            yield fact, attribute.span
    for step in workflow.steps:
        yield from step_facts(workflow.id, step)


def workflow_head(workflow: Workflow) -> str:
    """The fact that there is the workflow."""
    return atom("alur", workflow.id, workflow.kind, workflow.scope or "umum")


def attribute_facts(number: int, attribute: Attribute) -> Iterator[str]:
    """The facts of one attribute of workflow `number`."""
    word = attribute.keyword
    if word in _UNITS:
        for unit in attribute.units:
            yield atom(word, number, key(unit))
    elif word in _DATES:
        for value in attribute.values:
            yield atom(_DATES[word], number, int(value))
    elif word == "berkala":
        for value in attribute.values:
            if value == "tidak":
                yield atom("tidak_berkala", number)
            else:
                yield atom("berkala", number, key(value))
    elif word == "waktu":
        for value in attribute.values:
            yield atom("waktu", number, _time(value))
    elif word in _TEXTS:
        for value in attribute.values:
            yield atom(_TEXTS[word], number, string(value))
    else:
        for predicate, keyword in _WORDS.items():
            if keyword == word:
                for value in attribute.values:
                    yield atom(predicate, number, key(value))


def _time(value: str) -> str:
    return value if _MONTHS_AFTER.match(value) else key(value)


def step_facts(workflow: int, step: Step) -> Iterator[Fact]:
    """The facts of one step, each with its place."""
    here = workflow, step.number
    denied = step.negated or step.modality == "tidak_wajib"
    name = "langkah_ingkar" if denied else "langkah"
    yield atom(name, *here, key(step.actor), key(step.act)), step.span
    if step.object is not None:
        yield atom("objek", *here, key(step.object)), step.span
    for target in step.targets:
        yield atom("kepada", *here, key(target)), step.span
    for position, station in enumerate(step.via, 1):
        name = "asisten_yang_membidangi" if station.key is None else key(station.key)
        yield atom("langkah_melalui", *here, position, name), station.span
    if step.ordered:
        yield atom("langkah_berurutan", *here), step.span
    if step.direct:
        yield atom("langkah_langsung", *here), step.span
    for station in step.coordinated_by:
        name = "asisten_yang_membidangi" if station.key is None else key(station.key)
        yield atom("langkah_dikoordinasikan", *here, name), station.span
    for means in step.means:
        yield atom("sarana", *here, key(means)), step.span
    if step.modality:
        yield atom("langkah_modal", *here, step.modality), step.span
    if step.date is not None:
        yield atom("langkah_tanggal", *here, int(step.date.strftime("%Y%m%d"))), step.span

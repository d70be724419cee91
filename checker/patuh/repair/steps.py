"""Candidate changes of workflows: steps put in, moved, changed or taken out, and attributes."""

import re
from collections.abc import Iterator
from dataclasses import replace

from patuh.finding import Finding
from patuh.knowledge.catalogue import checks
from patuh.knowledge.programs import programs
from patuh.repair.candidate import (
    ADD,
    CHANGE,
    EXTRA,
    INSERT,
    PARTY,
    PATTERN,
    REMOVE,
    Candidate,
)
from patuh.repair.items import STEP_GAP, Item
from patuh.repair.lines import NOWHERE, SEKDA
from patuh.repair.scope import Focus
from patuh_parser.sotk import model as m
from patuh_parser.sotk.tables import tables

MOST_INSERTIONS = 1_500
_WORD = re.compile(r"\b[a-z][a-z_]+\b")
_ATTRIBUTES = (
    ("berkala", "triwulanan", ("triwulanan",)),
    ("tenggat", "10 hari setelah akhir periode", ("10 hari setelah akhir periode",)),
    ("rujukan", "SOP, SPM", ("sop", "spm")),
    ("rujukan", "SOP", ("sop",)),
    ("rujukan", "SPM", ("spm",)),
    ("muatan", "penjelasan, alternatif", ("penjelasan", "alternatif")),
    ("muatan", "alternatif", ("alternatif",)),
    ("muatan", "penjelasan", ("penjelasan",)),
    ("bentuk", "telaahan staf", ("telaahan_staf",)),
    ("waktu", "akhir tahun anggaran", ("akhir_tahun",)),
)
_MEANS = ("rapat_koordinasi", "permintaan_data", "penyampaian_data", "konsultasi")


def changes(item: Item, focus: Focus, positions: list[int]) -> Iterator[Candidate]:
    """Every candidate for one step or attribute; taking it away comes last."""
    for node in item.nodes:
        if isinstance(node, m.Step):
            for cost, new in _variants(node, focus, positions):
                yield Candidate(cost, new, item, node, item.workflow)
        elif isinstance(node, m.Attribute):
            for keyword, text, values in _ATTRIBUTES:
                if keyword == node.keyword and values != node.values:
                    new_attribute = m.Attribute(keyword, text, values, (), NOWHERE)
                    yield Candidate(CHANGE, new_attribute, item, node, item.workflow)
    yield Candidate(REMOVE, None, item, workflow=item.workflow)


def _variants(step: m.Step, focus: Focus, positions: list[int]) -> Iterator[tuple[int, m.Step]]:
    step = replace(step, number=step.number * STEP_GAP)
    if step.negated or step.modality in {"dapat", "tidak_wajib"}:
        yield CHANGE, replace(step, negated=False, modality=None)
    for actor in focus.targets:
        if actor != step.actor and actor not in step.targets:
            yield PATTERN, replace(step, actor=actor)
    for position in positions:
        if abs(position - step.number) >= STEP_GAP // 2 + 1:
            yield CHANGE, replace(step, number=position)
    for old in step.targets:
        for target in focus.targets:
            if target not in step.targets and target != step.actor:
                new = tuple(target if name == old else name for name in step.targets)
                yield PARTY, replace(step, targets=new)
    yield from _stations(step, focus)
    for means in _MEANS:
        if step.means and means not in step.means:
            yield CHANGE, replace(step, means=(means,))
    if step.means:
        yield CHANGE, replace(step, means=())
    elif step.act in {"berkoordinasi", "mengoordinasikan"}:
        yield CHANGE, replace(step, means=_MEANS[:1])


def _stations(step: m.Step, focus: Focus) -> Iterator[tuple[int, m.Step]]:
    if step.targets or step.via:
        plain = replace(step, direct=False)
        for asisten in focus.asisten:
            station = m.Station(asisten, NOWHERE)
            if not step.via:
                yield CHANGE + EXTRA, replace(plain, via=(station, SEKDA), ordered=True)
            yield CHANGE, replace(plain, via=(station, *step.via), ordered=bool(step.via))
            for position, old in enumerate(step.via):
                if old.key != asisten and old.key != "sekretaris_daerah":
                    via = (*step.via[:position], station, *step.via[position + 1 :])
                    yield CHANGE, replace(step, via=via)
        if not any(place.key == "sekretaris_daerah" for place in step.via):
            yield CHANGE, replace(plain, via=(*step.via, SEKDA), ordered=bool(step.via))
        if len(step.via) == 2:
            yield CHANGE, replace(step, via=step.via[::-1])
    for asisten in focus.asisten:
        station = m.Station(asisten, NOWHERE)
        if station.key not in {place.key for place in step.coordinated_by}:
            yield CHANGE, replace(step, coordinated_by=(station,))


def additions(workflow: m.Workflow, finding: Finding, focus: Focus) -> Iterator[Candidate]:
    """Attributes and steps that the workflow may be missing."""
    present = {attribute.keyword for attribute in workflow.attributes}
    for keyword, text, values in _ATTRIBUTES:
        if keyword not in present:
            attribute = m.Attribute(keyword, text, values, (), NOWHERE)
            yield Candidate(ADD, attribute, workflow=workflow.id)
    insertions = _insertions(workflow, finding, focus)
    for step, _ in zip(insertions, range(MOST_INSERTIONS), strict=False):
        yield Candidate(INSERT, step, workflow=workflow.id)


def between(workflow: m.Workflow) -> list[int]:
    """Scaled numbers before, between and after the steps of the workflow."""
    numbers = sorted({step.number for step in workflow.steps})
    middle = STEP_GAP // 2
    return [number * STEP_GAP - middle for number in numbers] + [
        (numbers[-1] if numbers else 0) * STEP_GAP + middle
    ]


def _insertions(workflow: m.Workflow, finding: Finding, focus: Focus) -> Iterator[m.Step]:
    words = _words_of(finding.check)
    acts = [act for act in tables().surfaces["verbs"] if act in words]
    things = [thing for thing in tables().surfaces["objects"] if thing in words]
    known = [name for name in ("bupati", "dprd", "sekretaris_daerah") if name in words]
    parties = list(dict.fromkeys((*known, *_people(workflow, focus))))[:7]
    for act in acts:
        for actor in parties:
            for target in (*(name for name in parties if name != actor), None):
                for thing in _objects(act, things):
                    for number in between(workflow):
                        yield m.Step(
                            number, actor, act, NOWHERE, thing, (target,) if target else ()
                        )


def _objects(act: str, things: list[str]) -> list[str | None]:
    """What the act is usually about, among what the check speaks of; else nothing."""
    usual = {
        "meminta": ("persetujuan", "laporan", "bahan", "data"),
        "menyampaikan": ("lkpj", "laporan", "rekomendasi", "kebijakan", "bahan", "data"),
        "menetapkan": ("perda", "kebijakan"),
        "menyetujui": (None,),
    }.get(act)
    if usual is None:
        return [None]
    found = [thing for thing in usual if thing is None or thing in things]
    return found or [usual[0]]


def _people(workflow: m.Workflow, focus: Focus) -> Iterator[str]:
    for attribute in workflow.attributes:
        yield from attribute.units
    for step in workflow.steps:
        yield step.actor
        yield from step.targets
    yield from focus.units


def _words_of(check: str) -> frozenset[str]:
    """The constants in the rules of the check and of its family."""
    family = checks()[check].file
    text = next(program.text for program in programs(()) if program.name == family)
    start = text.find(f"%*! {check} ")
    following = re.search(r"\n%\*! [A-Z]\d+ ", text[start + 5 :])
    end = start + 5 + following.start() if following else len(text)
    preface = text[: text.find("%*! " + check[0])]
    return frozenset(_WORD.findall(text[start:end] + preface))

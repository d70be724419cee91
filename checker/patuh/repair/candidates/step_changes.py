"""Candidate changes of workflows: steps put in, moved, changed or taken out, and attributes."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from patuh.finding import Finding
from patuh.repair.candidates.candidate import (
    ADD,
    CHANGE,
    DROP,
    EXTRA,
    INSERT,
    PARTY,
    PATTERN,
    REFLOW,
    REMOVE,
    Candidate,
)
from patuh.repair.candidates.focus import Focus
from patuh.repair.candidates.law import NOWHERE, Law, station
from patuh.repair.candidates.rule_words import words_of
from patuh.repair.candidates.step_frames import (
    ATTRIBUTES,
    FRAMES,
    MEANS,
    REPORT,
    TABLE,
    Frame,
    written_acts,
)
from patuh.repair.items import STEP_GAP, Item
from patuh_parser.sotk import model as m

MOST_INSERTIONS = 800
MOST_PEOPLE = 7
NEAREST = 3
"""So many definitions deep the offices are sought that a new step may name."""


def changes(
    item: Item, focus: Focus, positions: list[int], *, rules: bool = False
) -> Iterator[Candidate]:
    """Every candidate for one step or attribute; taking it away comes last.

    Of `rules` a step stays one: what it must, or may, do.
    """
    for node in item.nodes:
        if isinstance(node, m.Step):
            steps = _rules(node) if rules else _variants(node, focus, positions)
            for cost, step in steps:
                yield Candidate(cost, step, item, node, item.workflow)
        elif isinstance(node, m.Attribute):
            for cost, attribute in _attributes(node, focus):
                yield Candidate(cost, attribute, item, node, item.workflow)
    yield Candidate(REMOVE, None, item, workflow=item.workflow)


def _attributes(node: m.Attribute, focus: Focus) -> Iterator[tuple[int, m.Attribute]]:
    for keyword, text, values in ATTRIBUTES:
        if keyword == node.keyword and values != node.values:
            yield CHANGE, m.Attribute(keyword, text, values, (), NOWHERE)
    if len(node.units) > 1:
        names = [name.strip() for name in node.text.split(";")]
        for position in range(len(node.units)):
            units = node.units[:position] + node.units[position + 1 :]
            text = "; ".join(names[:position] + names[position + 1 :])
            yield DROP, replace(node, units=units, values=(), text=text)
    if node.keyword in {"bahasan", "urusan"}:
        for text in focus.texts_for(node.keyword):
            if text not in node.values:
                yield PARTY, replace(node, text=text, values=(text,))


def _rules(step: m.Step) -> Iterator[tuple[int, m.Step]]:
    step = replace(step, number=step.number * STEP_GAP)
    if step.denied:
        yield CHANGE, replace(step, negated=False, modality="dapat")
    if step.denied or step.modality == "dapat":
        yield CHANGE, replace(step, negated=False, modality="wajib")
    if step.past:
        yield CHANGE, replace(step, past=(), direct=False)


def _variants(step: m.Step, focus: Focus, positions: list[int]) -> Iterator[tuple[int, m.Step]]:
    step = replace(step, number=step.number * STEP_GAP)
    if step.denied or step.modality == "dapat":
        yield CHANGE, replace(step, negated=False, modality=None)
    for position in positions:
        if abs(position - step.number) >= STEP_GAP // 2 + 1:
            yield CHANGE, replace(step, number=position)
    if not step.denied:
        yield from _acts(step, focus)
    yield from _stations(step, focus)
    yield from _parties(step, focus)
    for means in MEANS:
        if step.means and means not in step.means:
            yield CHANGE, replace(step, means=(means,), means_as=())
    if step.means:
        yield CHANGE + EXTRA, replace(step, means=(), means_as=())
    elif step.act in {"berkoordinasi", "mengoordinasikan"}:
        yield CHANGE, replace(step, means=MEANS[:1])


def _acts(step: m.Step, focus: Focus) -> Iterator[tuple[int, m.Step]]:
    for act in TABLE.milder.get(step.act, ()):
        frame = FRAMES.get(act, Frame())
        others = tuple(name for name in focus.people if name != step.actor)[:1]
        targets = (step.targets or others) if frame.addressed else ()
        if targets or not frame.addressed:
            thing = step.object if act == "meminta" else None
            said = step.detail if act == "meminta" else ""
            yield (
                CHANGE,
                replace(
                    step, act=act, object=thing, detail=said, targets=targets, manners=(),
                    unjudged=(),
                ),
            )  # fmt: skip


def _parties(step: m.Step, focus: Focus) -> Iterator[tuple[int, m.Step]]:
    for actor in focus.actors_for(step.actor):
        if actor != step.actor and actor not in step.targets:
            yield PATTERN if step.actor in focus.blamed else PARTY, replace(step, actor=actor)
    reports = FRAMES.get(step.act, Frame()).report
    for unit in focus.units:
        new = unit not in {*step.targets, step.actor}
        if step.targets and new and not focus.law.is_office(unit):
            yield CHANGE + EXTRA * reports, replace(step, targets=(*step.targets, unit))
    for asisten in focus.rightful:
        yield from _another_asisten(step, asisten, focus)
    inner = focus.is_inner(step.actor)
    for old in step.targets:
        rest = tuple(name for name in step.targets if name != old)
        if rest:
            yield DROP + CHANGE, replace(step, targets=rest)
        for target in focus.receivers_for(step.actor) if reports else ():
            if target not in step.targets and target != step.actor:
                new_targets = tuple(target if name == old else name for name in step.targets)
                yield CHANGE if inner else PATTERN, replace(step, targets=new_targets)


def _another_asisten(step: m.Step, rightful: str, focus: Focus) -> Iterator[tuple[int, m.Step]]:
    """The step with the rightful Asisten in the place of another."""
    others = {asisten for asisten in focus.asisten if asisten != rightful}
    if step.actor in others:
        yield CHANGE + EXTRA, replace(step, actor=rightful)
    if others & set(step.targets) and rightful not in step.targets:
        targets = tuple(rightful if name in others else name for name in step.targets)
        yield CHANGE + EXTRA, replace(step, targets=targets)


def handed_on(items: Sequence[Item], focus: Focus) -> Iterator[Candidate]:
    """The rightful Asisten in the place of another to whom a step leads and who acts next."""
    for first, second in pairwise(item for item in items if isinstance(item.nodes[0], m.Step)):
        step, following = first.nodes[0], second.nodes[0]
        assert isinstance(step, m.Step)
        assert isinstance(following, m.Step)
        for asisten in focus.rightful:
            wrong = following.actor
            if wrong in step.targets and wrong in focus.asisten and wrong != asisten:
                targets = tuple(asisten if name == wrong else name for name in step.targets)
                led = _scaled(step, targets=targets)
                acts = Candidate(
                    0, _scaled(following, actor=asisten), second, following, second.workflow
                )
                yield Candidate(CHANGE, led, first, step, first.workflow, more=(acts,))


def _scaled(step: m.Step, **changed: object) -> m.Step:
    return replace(step, number=step.number * STEP_GAP, **changed)


def _stations(step: m.Step, focus: Focus) -> Iterator[tuple[int, m.Step]]:
    """Stations on the way of the step; nobody stands on it twice, and one Asisten is enough."""
    passed = {place.key for place in step.via} | {step.actor, *step.targets}
    has_asisten = any(place.key is None or place.key in focus.asisten for place in step.via)
    has_asisten = has_asisten or any(target in focus.asisten for target in step.targets)
    # behind an Asisten or the office above him the way does not lead down to an Asisten again
    law = focus.law
    has_asisten = has_asisten or step.actor in {*focus.asisten, law.station}
    plain = replace(step, direct=False, past=())
    if step.targets or step.via:
        for asisten in focus.rightful or focus.asisten:
            through = station(asisten)
            if asisten in passed:
                continue
            if not has_asisten and law.station and law.station not in passed:
                yield (
                    CHANGE + EXTRA,
                    replace(plain, via=(through, station(law.station)), ordered=True),
                )
            if not has_asisten:
                yield CHANGE, replace(plain, via=(through, *step.via), ordered=bool(step.via))
            for position, old in enumerate(step.via):
                if old.key != asisten and old.key in focus.asisten:
                    via = (*step.via[:position], through, *step.via[position + 1 :])
                    yield CHANGE, replace(step, via=via)
        if law.station:
            via = (*step.via, station(law.station))
            further = replace(plain, via=via, ordered=bool(step.via))
            rest = tuple(name for name in step.targets if name != law.station)
            if law.station not in passed:
                yield CHANGE, further
            elif rest and rest != step.targets:
                yield CHANGE + EXTRA, replace(further, targets=rest)
        if len(step.via) == 2:
            yield CHANGE, replace(step, via=step.via[::-1])
        if law.forum and law.forum not in passed and not step.via and focus.outside(step):
            yield CHANGE, replace(step, via=(station(law.forum),))
    for asisten in focus.rightful or focus.asisten:
        if asisten not in passed | {place.key for place in step.coordinated_by}:
            through = station(asisten)
            yield CHANGE + EXTRA, replace(step, coordinated_by=(through,))


def additions(workflow: m.Workflow, finding: Finding, focus: Focus) -> Iterator[Candidate]:
    """Attributes and steps that the workflow may be missing, and a workflow beside it."""
    present = {attribute.keyword for attribute in workflow.attributes}
    for keyword, text, values in ATTRIBUTES:
        if keyword not in present:
            attribute = m.Attribute(keyword, text, values, (), NOWHERE)
            yield Candidate(ADD, attribute, workflow=workflow.id)
    insertions = _insertions(workflow, finding, focus)
    for (cost, step), _ in zip(insertions, range(MOST_INSERTIONS), strict=False):
        yield Candidate(cost, step, workflow=workflow.id)
    if workflow.kind == "laporan" and "laporan_insidentil" in words_of(finding.check):
        yield Candidate(REFLOW, _incidental(workflow))


def _incidental(workflow: m.Workflow) -> m.Workflow:
    """A workflow for incidental reports that go the way of the periodic ones."""
    subjects = [unit for a in workflow.attributes if a.keyword == "subjek" for unit in a.units]
    subjects = subjects or [workflow.steps[0].actor]
    subject = m.Attribute("subjek", "", (), tuple(subjects[:1]), NOWHERE)
    title = re.sub(r"(?i)\blaporan( \w+)?", "Laporan insidentil", workflow.title, count=1)
    if title == workflow.title:
        title = f"Laporan insidentil {title}"
    return replace(
        workflow,
        id=1_000 + workflow.id,
        kind="laporan_insidentil",
        title=title,
        attributes=(subject,),
    )


def between(workflow: m.Workflow) -> list[int]:
    """Scaled numbers before, between and after the steps of the workflow."""
    numbers = sorted({step.number for step in workflow.steps})
    middle = STEP_GAP // 2
    return [number * STEP_GAP - middle for number in numbers] + [
        (numbers[-1] if numbers else 0) * STEP_GAP + middle
    ]


def _insertions(
    workflow: m.Workflow, finding: Finding, focus: Focus
) -> Iterator[tuple[int, m.Step]]:
    """Steps with the acts that the rules of the check speak of, then with common acts."""
    words = words_of(finding.check)
    acts, common = written_acts(words)
    nearest = words_of(finding.check, NEAREST)
    law = focus.law
    named = [name for name in law.unique if name in nearest and law.is_party(name)]
    people = list(dict.fromkeys((*_people(workflow, focus), *focus.roles, *named)))
    people = people[:MOST_PEOPLE]
    for cost, chosen in ((INSERT, acts), (INSERT + EXTRA, common)):
        for act in chosen:
            for step in _steps(act, people, words, workflow, law):
                # a proposal of nothing in particular leaves open what is proposed
                vague = act == "mengajukan_usulan" and step.object is None
                yield cost + EXTRA * vague, step
    last = between(workflow)[-1]
    if law.top is None or law.station is None or REPORT not in acts:
        return
    for actor in filter(focus.is_agency, focus.units):
        for asisten in focus.rightful or focus.asisten:
            via = (station(asisten), station(law.station))
            thing = FRAMES[REPORT].objects(workflow, words)[0]
            yield INSERT, m.Step(last, actor, REPORT, NOWHERE, thing, (law.top,), via, True)


def _steps(
    act: str, people: list[str], words: Iterable[str], workflow: m.Workflow, law: Law
) -> Iterator[m.Step]:
    frame = FRAMES[act]
    for actor in people:
        if not frame.may_be_done_by(actor, law):
            continue
        others = [name for name in people if name != actor]
        for target in others if frame.addressed else [None]:
            for thing in frame.objects(workflow, words):
                for number in between(workflow):
                    targets = (target,) if target else ()
                    yield m.Step(number + frame.turn, actor, act, NOWHERE, thing, targets)


def _people(workflow: m.Workflow, focus: Focus) -> Iterator[str]:
    """Who had the document last, whom the workflow is about, and all who act in it."""
    for step in workflow.steps[-1:]:
        yield from step.targets
    for attribute in workflow.attributes:
        yield from attribute.units
    for step in workflow.steps:
        yield step.actor
        yield from step.targets
    yield from focus.units

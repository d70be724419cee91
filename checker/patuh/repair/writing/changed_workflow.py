"""A workflow with candidates chosen, as a whole."""

from collections.abc import Sequence

from msgspec.structs import replace

from patuh.repair.candidates.candidate import Candidate
from patuh.repair.items import STEP_GAP
from patuh_parser.sotk import model as m


def changed(workflow: m.Workflow, chosen: Sequence[Candidate]) -> m.Workflow:
    """The workflow after the changes, its steps in their new order and numbered anew."""
    attributes = list(workflow.attributes)
    steps = [replace(step, number=step.number * STEP_GAP) for step in workflow.steps]
    for candidate in chosen:
        node = candidate.node
        if candidate.item is not None:
            gone = candidate.item.nodes if node is None else (candidate.old,)
            attributes = [attribute for attribute in attributes if attribute not in gone]
            steps = [step for step in steps if _unscaled(step) not in gone]
        if isinstance(node, m.Step):
            steps.append(node)
        elif isinstance(node, m.Attribute):
            attributes.append(node)
    places = {number: at for at, number in enumerate(sorted({s.number for s in steps}), 1)}
    steps.sort(key=lambda step: step.number)
    ordered = tuple(replace(step, number=places[step.number]) for step in steps)
    return replace(workflow, attributes=tuple(attributes), steps=ordered)


def _unscaled(step: m.Step) -> m.Step:
    return replace(step, number=step.number // STEP_GAP)

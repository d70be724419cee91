"""Changes to what stands in the base of a proposal, said by the proposal itself.

The file of the base is not touched: a sentence of STRUKTUR takes the place of one of the base, a
sentence of PERUBAHAN moves a unit, and a workflow of the base is written anew as a whole.
"""

from msgspec.structs import replace

from patuh.amending import takes_place_of
from patuh.repair.candidates.candidate import STANDING, Candidate
from patuh.repair.candidates.focus import Focus
from patuh.repair.items import Items
from patuh_parser.sotk import model as m


def said_by_the_change(candidate: Candidate, focus: Focus, items: Items) -> Candidate | None:
    """The candidate at the cost of touching what stands; None if no sentence can say it."""
    item, node, old = candidate.item, candidate.node, candidate.old
    dearer = replace(candidate, cost=candidate.cost + STANDING)
    if candidate.workflow is not None:
        return dearer if items.workflow(candidate.workflow).span.file else candidate
    if item is None or not item.standing:
        return candidate
    if item.chart or node is None or isinstance(node, (m.Step, m.Attribute, m.Workflow)):
        return None
    if candidate.also:
        return None
    if takes_place_of(node, old):
        return dearer
    moved = _moved(node, old, focus)
    return replace(dearer, amendment=moved) if moved is not None else None


def _moved(node: m.Statement, old: object, focus: Focus) -> m.Amendment | None:
    """`mengalihkan … kepada …`, if only who is above the unit has changed."""
    unit, to = None, None
    if isinstance(node, m.Placement) and isinstance(old, m.Placement):
        unit, to = node.unit, node.parent
    elif isinstance(node, m.Line) and isinstance(old, m.Line) and node.target is not None:
        alike = replace(old, source=node.source) == node
        if alike and {node.source, old.source} <= set(focus.asisten):
            unit, to = node.target, node.source
    if unit is None or to is None:
        return None
    return m.Amendment(0, "alih", (unit,), (), to, node.span)

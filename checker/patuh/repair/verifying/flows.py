"""The workflows of a proposal and of its excerpts, numbered alike.

What STRUKTUR states as rules is one workflow, whose sentences stand anywhere in the part: an
excerpt has some of them, under the number that all have.
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from patuh.repair.verifying.stretches import Excerpt
from patuh_parser.sotk import model as m


def left_by(flows: Sequence[m.Workflow], excerpt: Excerpt) -> Iterator[m.Workflow]:
    """What the excerpt leaves: whole workflows, and those rules of STRUKTUR that it has not."""
    for flow in flows:
        if not _stated(flow):
            if flow.span.line not in excerpt:
                yield flow
        elif left := tuple(step for step in flow.steps if step.span.line not in excerpt):
            yield replace(flow, steps=left)


def renumbered(
    own: Sequence[m.Workflow], whole: Sequence[m.Workflow], excerpt: Excerpt, first: int
) -> Iterator[m.Workflow]:
    """The workflows of an excerpt with the numbers they have in the whole, new ones with others.

    The steps of rules are numbered from `first` on, apart from those outside.
    """
    kept = (flow.id for flow in whole if not _stated(flow) and flow.span.line in excerpt)
    rules = next((flow.id for flow in whole if _stated(flow)), len(whole) + 1)
    new = len(whole) + 1
    for flow in own:
        if _stated(flow):
            steps = (replace(step, number=first + step.number) for step in flow.steps)
            yield replace(flow, id=rules, steps=tuple(steps))
        else:
            number = next(kept, None)
            if number is None:
                new += 1
            yield replace(flow, id=number or new)


def _stated(flow: m.Workflow) -> bool:
    """Whether it has no heading: its rules are sentences of STRUKTUR."""
    return (
        flow.kind == m.RULES and flow.steps[:1] != () and flow.steps[0].span.line == flow.span.line
    )

"""What a repair of a finding may change, and what has to be known to judge that."""

from patuh.finding import Finding, Level
from patuh.repair.candidates import line_changes, step_changes
from patuh.repair.candidates.base_changes import said_by_the_change
from patuh.repair.candidates.candidate import Candidate
from patuh.repair.candidates.focus import Focus, workflows_of
from patuh.repair.candidates.law import Law
from patuh.repair.items import Item, Items
from patuh_parser.sotk import model as m
from patuh_parser.sotk.lexing.gazetteer import Gazetteer

WHOLE = 150
"""A proposal of up to so many sentences is looked at as a whole, a larger one near a finding."""
MOST_GIVEN = 400
"""Among so many sentences an agency is sought for an Asisten who has none."""


class Neighbourhood:
    """The sentences near the findings of one proposal."""

    def __init__(self, items: Items, gazetteer: Gazetteer, law: Law) -> None:
        self._items = items
        self._gazetteer = gazetteer
        self._law = law

    def candidates(self, finding: Finding, *, resting: bool = False) -> list[Candidate]:
        """The changes to choose from; with `resting` only of what the finding rests on."""
        focus = self.focus(finding)
        here = self.at(finding)
        around = self._proving(finding) if resting else focus.items()
        near = list({item.number: item for item in (*around, *here)}.values())
        found: list[Candidate] = []
        headed = {flow.id for flow in self._items.workflows_at(finding.places, steps=False)}
        flows = headed or workflows_of(here) or workflows_of(near)
        for item in near:
            if item.workflow is None:
                found += line_changes.changes(item, focus)
        for workflow in self._items.proposal.workflows:
            if workflow.id in flows:
                rules = workflow.kind == m.RULES  # each stands for itself, in its place
                positions = [] if rules else step_changes.between(workflow)
                own = self._items.of_workflow(workflow.id)
                for item in own:
                    found += step_changes.changes(item, focus, positions, rules=rules)
                if not rules:
                    found += step_changes.handed_on(own, focus)
                    found += step_changes.additions(workflow, finding, focus)
        found += line_changes.additions(focus)
        subject = str(finding.subject)
        leads = any(line[:2] == ("mengoordinasikan", subject) for line in self._items.lines)
        if subject in focus.asisten and not leads:
            found += line_changes.given(subject, self._items.all[:MOST_GIVEN], focus)
        if finding.level <= Level.catatan:  # a note asks for no more than a second look
            found = [candidate for candidate in found if candidate.node is not None]
        said = (said_by_the_change(candidate, focus, self._items) for candidate in found)
        return [candidate for candidate in said if candidate is not None]

    def focus(self, finding: Finding) -> Focus:
        """What the finding is about."""
        return Focus(finding, self._items, self._gazetteer, self._law)

    def at(self, finding: Finding) -> list[Item]:
        """The items on whose lines the finding stands."""
        return self._items.at(finding.places)

    def _proving(self, finding: Finding) -> list[Item]:
        """The items that the proof of the finding names."""
        said = (node.place for node in finding.nodes() if node.kind == "sentence")
        return self._items.at(place for place in said if place is not None)

    def slice(self, finding: Finding) -> list[Item]:
        """The items to reason about: all of a proposal of usual size, else those nearby."""
        if len(self._items.all) <= WHOLE:
            return self._items.all
        focus = self.focus(finding)
        found = [*focus.items(), *self.at(finding)]
        for flow in workflows_of(found):
            found += self._items.of_workflow(flow)
        near = {item.number: item for item in found}
        return [near[number] for number in sorted(near)]

"""ALUR parts to the workflows of the model."""

from patuh_parser.sotk import model as m
from patuh_parser.sotk.errors import Diagnostics
from patuh_parser.sotk.limits import MOST_STATEMENTS
from patuh_parser.sotk.parsing.attributes import AttributeReader
from patuh_parser.sotk.parsing.syntax import Clause
from patuh_parser.sotk.parsing.workflows import RawWorkflow
from patuh_parser.sotk.resolving.acts import read_act
from patuh_parser.sotk.resolving.statements import station
from patuh_parser.sotk.resolving.units import Units
from patuh_parser.text.span import Span


class WorkflowBuilder:
    """Makes workflows; counts what their steps say over all of them."""

    def __init__(self, units: Units, errors: Diagnostics) -> None:
        self.units = units
        self.errors = errors
        self._said = 0

    def build(self, raw: RawWorkflow, number: int) -> m.Workflow:
        """Return the workflow with its names resolved."""
        titles = self.units.titles
        titles.about, titles.subjects, titles.group, titles.upward = (), (), None, False
        attributes = tuple(self._attribute(reader) for reader in raw.readers)
        titles.subjects = [unit for a in attributes if a.keyword == "subjek" for unit in a.units]
        subjects = max((len(reader.mentions) for reader in raw.readers), default=0)
        steps: list[m.Step] = []
        for place, clause, span in raw.steps:
            if not self._room(subjects, clause, span):
                break
            steps.extend(self._step(place, clause, span))
        return m.Workflow(
            number, raw.kind, raw.scope, raw.title, attributes, tuple(steps), raw.span
        )

    def _attribute(self, reader: AttributeReader) -> m.Attribute:
        keys = tuple(dict.fromkeys(self.units.resolve(mention) for mention in reader.mentions))
        text = "" if reader.sort == "units" else reader.text
        return m.Attribute(reader.keyword, text, reader.values, keys, reader.span)

    def _room(self, subjects: int, clause: Clause, span: Span) -> bool:
        """Count what a step says for each subject; notes the first that is too much (E513)."""
        if self._said > MOST_STATEMENTS:
            return False
        through = clause.manner.through
        stations = len(through.stations) if through is not None else 0
        most = max(stations, len(clause.targets), len(clause.coordinated), len(clause.means), 1)
        self._said += max(subjects, 1) * len(clause.actors) * most
        if self._said > MOST_STATEMENTS:
            self.errors.add("E513", span, str(MOST_STATEMENTS))
            return False
        return True

    def _step(self, number: int, clause: Clause, span: Span) -> list[m.Step]:
        self.units.titles.about = ()
        actors = [self.units.resolve(name) for name in clause.actors]
        self.units.titles.about = actors
        targets = tuple(dict.fromkeys(self.units.resolve(name) for name in clause.targets))
        manner = clause.manner
        via = (
            tuple(station(place, self.units) for place in manner.through.stations)
            if manner.through
            else ()
        )
        coordinated = tuple(station(place, self.units) for place in clause.coordinated)
        act, thing = read_act(clause, self.errors)
        return [
            m.Step(
                number, actor, act, span, thing, targets, via,
                bool(manner.through and manner.through.ordered), manner.direct, coordinated,
                tuple(clause.means), clause.modality, clause.negated, clause.date,
            )
            for actor in actors
        ]  # fmt: skip

"""ALUR parts: heading, attributes and numbered steps."""

import re
from dataclasses import dataclass, field

from patuh_parser.sotk import model as m
from patuh_parser.sotk.attributes import AttributeReader
from patuh_parser.sotk.errors import Diagnostics
from patuh_parser.sotk.grammar import SentenceError, parse
from patuh_parser.sotk.layout import Part, line_span
from patuh_parser.sotk.limits import MOST_STATEMENTS, MOST_STEPS
from patuh_parser.sotk.names import NameFinder
from patuh_parser.sotk.raw import Clause
from patuh_parser.sotk.similar import nearest
from patuh_parser.sotk.slips import sentence_slip
from patuh_parser.sotk.statements import station
from patuh_parser.sotk.step_tokens import StepLexer
from patuh_parser.sotk.steps import read_act
from patuh_parser.sotk.tables import tables
from patuh_parser.sotk.units import Units
from patuh_parser.sotk.words import Line, Word, bullet, span_of, unclosed, words_of
from patuh_parser.span import Span

_HEADING = re.compile(r'([^"]*?)\s*"([^"]*)"\s*$')
_STEP = re.compile(r"\s*([0-9]{1,6})\s*[.)](?=\s|$)\s*")
_ATTRIBUTE = re.compile(r"\s*([A-Za-z][A-Za-z ]{0,30}?)\s*:(?=\s|$)\s*(.*)")


@dataclass(slots=True)
class RawWorkflow:
    """An ALUR part whose names are not yet resolved."""

    kind: str
    scope: str | None
    title: str
    span: Span
    attributes: list[m.Attribute] = field(default_factory=list)
    readers: list[AttributeReader] = field(default_factory=list)
    steps: list[tuple[int, Clause, Span]] = field(default_factory=list)


class WorkflowReader:
    """Reads ALUR parts; errors are noted."""

    def __init__(self, names: NameFinder, errors: Diagnostics) -> None:
        self.names = names
        self.errors = errors
        self.lexer = StepLexer(names)
        self._said = 0

    def read(self, part: Part) -> RawWorkflow:
        """Return one workflow."""
        kind, scope, title = self._heading(part)
        last = part.lines[-1] if part.lines else part.heading
        raw = RawWorkflow(kind, scope, title, line_span(part.heading).to(line_span(last)))
        number = 0
        step: list[Word] = []
        step_indent = 0
        numbers: list[int] = []
        for line in part.lines:
            found = _STEP.match(line.text)
            if found is not None:
                self._step(raw, number, step)
                number, step_indent = int(found[1]), line.indent
                if (numbers and number != numbers[-1] + 1) or (not numbers and number != 1):
                    wanted = numbers[-1] + 1 if numbers else 1
                    place = Span(
                        line.number, line.indent + 1, line.number, line.indent + 1 + len(found[1])
                    )
                    self.errors.add("E503", place, found[1], str(wanted))
                numbers.append(number)
                if len(numbers) > MOST_STEPS:
                    self.errors.add("E512", line_span(line), str(MOST_STEPS))
                    return raw
                step = words_of(line, found.end())
                if not step:
                    self.errors.add("E509", line_span(line), found[1])
                continue
            if (
                step
                and step[-1].text != "."
                and line.indent > step_indent
                and not bullet(line.text)
            ):
                step.extend(words_of(line))
                continue
            attribute = _ATTRIBUTE.match(line.text)
            if attribute is not None:
                self._step(raw, number, step)
                step = []
                self._attribute(raw, attribute, line)
                continue
            self._step(raw, number, step)
            step = []
            self.errors.add("E506", line_span(line), line.text.strip(), hint="H_STEP")
        self._step(raw, number, step)
        if not raw.steps and not numbers and not part.guessed:
            self.errors.add("E507", line_span(part.heading), title or kind)
        return raw

    def _heading(self, part: Part) -> tuple[str, str | None, str]:
        found = _HEADING.fullmatch(part.rest)
        words = part.rest.split('"')[0].strip()
        span = line_span(part.heading)
        title = ""
        if part.guessed and not part.rest:
            return "kegiatan", None, title
        if found is None or not found[2].strip():
            self.errors.add("E505", span, part.rest or "ALUR", hint="H_WORKFLOW")
        else:
            title = " ".join(found[2].split())
        kinds = tables().kinds
        plain = " ".join(words.lower().split())
        plain = plain.replace("kerjasama", "kerja sama")
        if plain in kinds:
            return (*kinds[plain], title)
        self.errors.add(
            "E501", span, words or "ALUR", expected=("kind",), suggestions=nearest(plain, kinds)
        )
        return "kegiatan", None, title

    def _attribute(self, raw: RawWorkflow, found: re.Match[str], line: Line) -> None:
        keyword = " ".join(found[1].lower().split())
        place = Span(line.number, line.indent + 1, line.number, line.indent + 1 + len(found[1]))
        known = tables().attributes
        if keyword not in known:
            self.errors.add(
                "E502",
                place,
                found[1],
                expected=("attribute",),
                suggestions=nearest(keyword, known),
            )
            return
        if any(reader.keyword == keyword for reader in raw.readers):
            self.errors.add("E508", place, keyword)
            return
        reader = AttributeReader(
            keyword, known[keyword], line, found.start(2), self.names, self.errors
        )
        reader.read(self.lexer.mentions)
        raw.readers.append(reader)

    def _step(self, raw: RawWorkflow, number: int, words: list[Word]) -> None:
        if not words:
            return
        if words[-1].text != ".":
            last = words[-1]
            at = last.column + len(last.text)
            place = Span(last.line, at, last.line, at)
            if not unclosed(last):
                self.errors.add(
                    "E201", place, last.text, expected=("full_stop",), hint="H_FULL_STOP"
                )
            words = [*words, Word(".", last.line, at)]
        quote = next((word for word in words if unclosed(word)), None)
        if quote is not None:
            self.errors.add("E209", span_of([quote]), quote.text)
            return
        for at, word in enumerate(words[:-1]):
            if word.text == ".":
                self.errors.add("E510", span_of(words[at + 1 :]), words[at + 1].text)
                words = words[: at + 1]
                break
        tokens = self.lexer.lex(words)
        try:
            clause = parse("step", tokens)
        except SentenceError as slip:
            sentence_slip(tokens, slip.place, slip.accepts, self.names, self.errors, step=True)
            return
        raw.steps.append((number, clause, span_of(words)))

    def finish(self, raw: RawWorkflow, number: int, units: Units) -> m.Workflow:
        """Return the workflow with its names resolved."""
        attributes = tuple(reader.finish(units) for reader in raw.readers)
        subjects = max((len(reader.mentions) for reader in raw.readers), default=0)
        steps: list[m.Step] = []
        for place, clause, span in raw.steps:
            if not self._room(subjects, clause, span):
                break
            steps.extend(self._finish_step(place, clause, span, units))
        return m.Workflow(
            number, raw.kind, raw.scope, raw.title, attributes, tuple(steps), raw.span
        )

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

    def _finish_step(self, number: int, clause: Clause, span: Span, units: Units) -> list[m.Step]:
        actors = [units.resolve(name) for name in clause.actors]
        targets = tuple(dict.fromkeys(units.resolve(name) for name in clause.targets))
        manner = clause.manner
        via = (
            tuple(station(place, units) for place in manner.through.stations)
            if manner.through
            else ()
        )
        coordinated = tuple(station(place, units) for place in clause.coordinated)
        act, thing = read_act(clause, self.errors)
        return [
            m.Step(
                number, actor, act, span, thing, targets, via,
                bool(manner.through and manner.through.ordered), manner.direct, coordinated,
                tuple(clause.means), clause.modality, clause.negated, clause.date,
            )
            for actor in actors
        ]  # fmt: skip

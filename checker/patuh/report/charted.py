"""The chart of a proposal with its findings, in the words of a language."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from patuh.chart.building import structure_of
from patuh.chart.drawing import A3, draw
from patuh.chart.model import Note, Structure
from patuh.chart.shapes import Drawing
from patuh.checking import Reading, UnknownRegionError, load
from patuh.finding import Finding, Level, Result, Value
from patuh.messages import Lang, say
from patuh.report.wording import Wording
from patuh_parser.sotk import SotkError

_LONGEST = 300
"""Letters of the sentence of a finding."""
_POINTS = 72 / 25.4
"""Points of a millimetre."""


class Charted(Struct, frozen=True):
    """A chart, with the proposal and the structure that it is drawn from."""

    reading: Reading
    structure: Structure
    drawing: Drawing


def chart_of(result: Result, lang: Lang, *, whole: bool = False) -> Drawing | None:
    """The chart of a result; None of a draft, or without a structure.

    `whole` draws every unit, on as large a sheet as that needs.
    """
    found = charted(result, lang, whole=whole)
    return None if found is None else found.drawing


def charted(result: Result, lang: Lang, *, whole: bool = False) -> Charted | None:
    """The same, with what it is drawn from."""
    if result.input.read_as is not None:
        return None
    try:
        reading = load(result.source, result.input.path)
    except (SotkError, UnknownRegionError):  # a base that is no longer what was checked
        return None
    wording = Wording(lang, result.input)
    units = {unit.key for unit in reading.proposal.units}
    notes = [
        _note(number, finding, units, wording)
        for number, finding in numbered(result)
        if finding.level > Level.catatan and "alur" not in finding.terms
    ]
    structure = structure_of(reading, result.input.path, notes)
    if not structure.units:
        return None
    return Charted(reading, structure, draw(structure, lang, whole=whole))


def limits(drawing: Drawing, lang: Lang) -> Iterator[str]:
    """How many units are not drawn, and that the sheet is larger than A3."""
    if hidden := sum(len(box.hidden) for box in drawing.boxes):
        yield say("chart.hidden", lang, count=hidden)
    wide, high = drawing.sheet
    if wide > A3[0] + 1 or high > A3[1] + 1:
        size = (round(side / _POINTS) for side in (wide, high))
        yield say("chart.larger", lang, size=" × ".join(map(str, size)))


def numbered(result: Result) -> Iterator[tuple[int, Finding]]:
    """The findings, the gravest first, with the numbers that chart and paper give them."""
    return enumerate(sorted(result.findings, key=lambda finding: -finding.level), 1)


def _note(number: int, finding: Finding, units: set[str], wording: Wording) -> Note:
    keys = {key for one in finding.each for key in _keys(one.subject)} & units
    accepted = f" ({wording.say('findings.accepted_ones')})" if finding.accepted else ""
    return Note(
        number,
        finding.check,
        _shortened(wording.sentence(finding)) + accepted,
        frozenset(keys),
        tuple((place.path, place.span) for one in finding.each for place in one.places),
    )


def _shortened(sentence: str) -> str:
    """A sentence that tells of many units at once, as long as fits beside others."""
    return sentence if len(sentence) <= _LONGEST else f"{sentence[:_LONGEST].rsplit(' ', 1)[0]} …"


def _keys(value: Value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        parts: Iterable[Value] = value[1]
        for part in parts:
            yield from _keys(part)

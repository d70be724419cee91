"""The structure that a report is on, drawn, and where its units are spoken of."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from patuh.chart.svg import render
from patuh.finding import Result
from patuh.messages import Lang
from patuh.report.charted import Charted, charted, numbered
from patuh_parser.sotk.forms import units_of


class ChartUnit(Struct, frozen=True):
    """A unit of a chart: its name, the lines that name it, and its findings.

    `findings` are places in `Report.findings`.
    """

    key: str
    name: str
    sort: str
    lines: tuple[int, ...]
    findings: tuple[int, ...]


class Chart(Struct, frozen=True):
    """A structure as SVG, of which each box tells its unit as `data-unit`."""

    svg: str
    units: tuple[ChartUnit, ...]


def chart_of(result: Result, lang: Lang, *, whole: bool) -> Chart | None:
    """The chart of a result, None where there is no structure."""
    found = charted(result, lang, whole=whole)
    if found is None:
        return None
    at_number = {number: at for at, number in enumerate(numbers(result))}
    svg = render(found.drawing, inline=True, keyed=True)
    return Chart(svg, tuple(_units(found, at_number)))


def numbers(result: Result) -> tuple[int, ...]:
    """The numbers that chart and paper give to the findings, in the order of the result."""
    number_of = {id(finding): number for number, finding in numbered(result)}
    return tuple(number_of[id(finding)] for finding in result.findings)


def _units(found: Charted, at_number: Mapping[int, int]) -> Iterator[ChartUnit]:
    proposal = found.reading.proposal
    lines: dict[str, set[int]] = {unit.key: {unit.span.line} for unit in proposal.units}
    for node in (*proposal.statements, *proposal.workflows):
        for key in units_of(node):
            lines.setdefault(key, set()).add(node.span.line)
    for unit in found.structure.units.values():
        yield ChartUnit(
            unit.key,
            unit.name,
            unit.sort,
            tuple(sorted(lines[unit.key])),
            tuple(at_number[number] for number in unit.notes),
        )

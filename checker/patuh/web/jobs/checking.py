"""What an input brings: findings, the chart; grounds and repairs of one of them when asked for."""

import msgspec
from msgspec import Struct

import patuh
from patuh.checking import read_once
from patuh.inputs.paths import reads_draft
from patuh.knowledge.regulations import regulation
from patuh.web.asked import Asked, WrongRequestError
from patuh.web.jobs.reports import report_of


class Checked(Struct, frozen=True):
    """A report as the page shows it.

    `source`: the text that lines are counted in, of a file that is no text itself. `numbers`: of
    the findings, by gravity, as in the chart.
    """

    name: str
    draft: bool
    title: str
    region: str
    regulations: tuple[str, ...]
    counts: dict[patuh.LevelName, int]
    findings: tuple[patuh.Finding, ...]
    numbers: tuple[int, ...]
    remarks: tuple[str, ...]
    not_assessed: tuple[str, ...]
    unread: bool
    source: str | None
    chart: str | None
    units: tuple[patuh.ChartUnit, ...]


def check(asked: Asked, shown: bool) -> bytes:
    """The report as JSON; with the text of it if that is `shown`.

    Of a proposal without what only a click on a finding shows.
    """
    with read_once():
        report = report_of(asked, proofs=reads_draft(asked.name, asked.data, asked.kind))
        chart = report.chart()
    return msgspec.json.encode(
        Checked(
            report.path,
            report.draft,
            report.title,
            report.region,
            tuple(regulation(law).whole for law in report.regulations),
            report.counts,
            report.findings,
            report.numbers,
            report.remarks,
            report.not_assessed,
            report.unread,
            report.source if shown else None,
            chart.svg if chart else None,
            chart.units if chart else (),
        )
    )


class Grounds(Struct, frozen=True):
    """On what a finding rests: provisions, readings of unclear norms, its short proof by lines."""

    citations: tuple[patuh.Citation, ...]
    readings: tuple[str, ...]
    proof: tuple[str, ...]


def proof(asked: Asked, at: int) -> bytes:
    """On what a finding rests, as JSON. Raises `WrongRequestError` if there is none."""
    report = report_of(asked)
    found = _finding(report, at)
    return msgspec.json.encode(Grounds(found.citations, found.readings, report.proof(found)))


def repairs(asked: Asked, at: int) -> bytes:
    """The verified repairs of a finding, as JSON; raises as `proof`."""
    report = report_of(asked)
    return msgspec.json.encode(report.repairs(_finding(report, at)))


def _finding(report: patuh.Report, at: int) -> patuh.Finding:
    if at >= len(report.findings):
        raise WrongRequestError
    return report.findings[at]

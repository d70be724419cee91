"""The report for a superior as a staff study (telaahan staf), in its usual six parts."""

import datetime
from collections import Counter
from collections.abc import Iterator, Sequence

from patuh.finding import LeftOut, Level, Result, Unreadable
from patuh.messages import Lang, say
from patuh.report.charted import chart_of
from patuh.report.laid_over import laid_over
from patuh.report.left_out import left_out
from patuh.report.naming import named
from patuh.report.paper.blocks import (
    Block,
    Fields,
    Grid,
    Heading,
    NewPage,
    Paper,
    Paragraph,
    Picture,
    Run,
    labelled,
    text,
)
from patuh.report.paper.findings import findings, repairs
from patuh.report.terminal.summary import FEW, in_one
from patuh.report.wording import Wording, date_in_words
from patuh.version import __version__

_FILL = "…………………………"
"""What is filled in by hand."""
_SIGNING = ("office", "signature", "name", "nip")


def study(
    results: Sequence[Result],
    unreadable: Sequence[Unreadable],
    left: Sequence[LeftOut],
    lang: Lang,
    day: datetime.date,
) -> Paper:
    """One study for each input, and what could not be read or was left out."""
    blocks: list[Block] = []
    for result in results:
        if blocks:
            blocks.append(NewPage())
        blocks += _study(result, lang, day)
    rest = [*_unread(unreadable, lang), *(text(told) for told in left_out(left, lang))]
    title = results[0].input.title if len(results) == 1 else say("paper.title", lang)
    return Paper(title, lang, day, (*blocks, *([NewPage()] if blocks and rest else []), *rest))


def _study(result: Result, lang: Lang, day: datetime.date) -> Iterator[Block]:
    wording = Wording(lang, result.input)
    drawing = chart_of(result, lang)
    yield Heading(say("paper.title", lang), 1)
    yield Fields(tuple(_head(result, lang, day, chart=drawing is not None)))
    yield Heading(say("paper.problem", lang), 2)
    yield from _problem(result, wording, day)
    yield Heading(say("paper.assumptions", lang), 2)
    yield from _assumptions(result, wording)
    yield Heading(say("paper.facts", lang), 2)
    yield from _facts(result, wording)
    yield Heading(say("paper.analysis", lang), 2)
    yield from findings(result, wording)
    yield Heading(say("paper.conclusion", lang), 2)
    yield text(_conclusion(result, wording))
    yield Heading(say("paper.advice", lang), 2)
    yield from repairs(result, wording)
    yield text(say("paper.signed", lang))
    yield Fields(tuple((say(f"paper.{name}", lang), _FILL) for name in _SIGNING))
    if drawing is not None:
        title = f"{say('paper.attachment', lang)}: {say('chart.heading', lang)}"
        yield Picture(title, drawing)


def _head(
    result: Result, lang: Lang, day: datetime.date, *, chart: bool
) -> Iterator[tuple[str, str]]:
    for name in ("to", "by"):
        yield say(f"paper.{name}", lang), _FILL
    yield say("paper.date", lang), date_in_words(day, lang)
    yield say("paper.number", lang), _FILL
    yield say("paper.attachment", lang), say("paper.one_chart", lang) if chart else "–"
    yield say("paper.matter", lang), say("paper.checked", lang, title=result.input.title)


def _problem(result: Result, wording: Wording, day: datetime.date) -> Iterator[Block]:
    yield text(
        wording.say(
            "paper.against",
            title=result.input.title,
            path=named(result.input.path),
            laws=", ".join(map(wording.regulation, result.input.regulations)),
            day=date_in_words(day, wording.lang),
            version=__version__,
        )
    )
    if told := wording.recognised():
        yield labelled(wording.say("findings.read_as_draft").capitalize(), told)
    yield from (text(told) for told in laid_over(wording.lang))


def _assumptions(result: Result, wording: Wording) -> Iterator[Block]:
    yield text(wording.say("paper.limits"))
    told = [noticed for noticed, _ in wording.noticed()]
    for one in (*told, *wording.not_assessed(result.unassessed)):
        yield text(one, "item", "–")


def _facts(result: Result, wording: Wording) -> Iterator[Block]:
    for one in map(wording.remark, result.remarks):
        yield labelled(wording.say("findings.remarked").capitalize(), one)
    if not result.findings:
        yield text(f"{wording.verdict().capitalize()}.")
        return
    counts = Counter(finding.level for finding in result.deciding)
    rows = [(wording.level(level), str(counts[level])) for level in sorted(Level, reverse=True)]
    if accepted := len(result.findings) - len(result.deciding):
        rows.append((wording.say("findings.accepted_ones"), str(accepted)))
    yield Grid(
        (wording.say("paper.level"), wording.say("paper.count")),
        (3, 1),
        tuple(((Run(name),), (Run(count),)) for name, count in rows),
    )
    if len(result.deciding) > FEW:
        yield text(f"{wording.say('findings.gravest').capitalize()}:")
        gravest = sorted(result.deciding, key=lambda finding: -finding.level)[:FEW]
        for finding in gravest:
            yield text(in_one(finding, wording), "item", "–")


def _conclusion(result: Result, wording: Wording) -> str:
    counts = Counter(finding.level for finding in result.deciding)
    accepted = len(result.findings) - len(result.deciding)
    if not counts:
        return wording.say("paper.none", verdict=wording.verdict(accepted).capitalize())
    told = ", ".join(
        f"{counts[level]} {wording.level(level)}" for level in sorted(counts, reverse=True)
    )
    told += f"; {wording.accepted_ones(accepted)}" if accepted else ""
    return wording.say("paper.some", count=counts.total(), levels=told)


def _unread(unreadable: Sequence[Unreadable], lang: Lang) -> Iterator[Block]:
    for one in unreadable:
        yield Heading(f"{say('findings.page.unread', lang)}: {named(one.path)}", 2)
        for error in one.errors:
            place = f"{error.place.span.line}:{error.place.span.column}"
            yield Paragraph((Run(f"{place} {error.texts[lang][0]}"),), "item", "–")

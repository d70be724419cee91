"""A result as text: a summary, then excerpt, message, law and advice for each finding."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from patuh.finding import Citation, Finding, Result
from patuh.messages import Lang
from patuh.report.excerpt import lines_of
from patuh.report.laid_over import laid_over
from patuh.report.terminal.lines import gutter, pointed, spot
from patuh.report.terminal.style import Style
from patuh.report.terminal.summary import FEW, in_one, noticed, summary, verdict
from patuh.report.view import View
from patuh.report.wording import Wording
from patuh_parser.text.shown import shown

if TYPE_CHECKING:
    from patuh.report.tree import Trees


def render(
    results: Iterable[Result], lang: Lang, style: Style, view: View | None = None
) -> Iterator[str]:
    """The report, piece by piece; every piece ends with a newline."""
    for told in laid_over(lang):
        yield "\n".join(style.wrapped(shown(told), "", "  ")) + "\n\n"
    for result in results:
        yield from _Report(result, lang, style, view or View()).pieces()


class _Report:
    """The report of one result; a provision is quoted where it is cited first."""

    def __init__(self, result: Result, lang: Lang, style: Style, view: View) -> None:
        self._result, self._style, self._view = result, style, view
        self._wording = Wording(lang, result.input)
        self._lines = lines_of(result)
        self._shown = [finding for finding in result.findings if finding.level >= view.level]
        self._quoted: set[Citation] = set()
        self._trees: Trees | None = None

    def pieces(self) -> Iterator[str]:
        wording, style, result = self._wording, self._style, self._result
        yield from noticed(result, wording, style)
        yield "\n".join(summary(result, wording, style, self._view)) + "\n"
        if self._shown:
            yield "\n"
        for number, finding in enumerate(self._shown, 1):
            told = self._in_one(finding) if self._view.brief else self._finding(finding)
            last = number == len(self._shown)
            yield "\n".join(told) + ("\n" if last or self._view.brief else "\n\n")
        if len(self._shown) > FEW:
            yield "\n".join(["", *verdict(result, wording, style)]) + "\n"

    def _in_one(self, finding: Finding) -> Iterator[str]:
        """One sentence, and below it the advice."""
        head = self._style.level(self._wording.level(finding.level), finding.level)
        head += self._mark(finding)
        told = f"{head} {in_one(finding, self._wording)}"
        yield from self._style.wrapped(told, "", "  ")
        if why := self._wording.accepted(finding):
            yield from self._style.wrapped(why, "  = ")
            return
        if advice := self._wording.advice(finding):
            yield from self._style.wrapped(advice, "  → ")

    def _finding(self, finding: Finding) -> Iterator[str]:
        wording, style, place = self._wording, self._style, finding.place
        margin = gutter(place)
        head = style.level(f"{wording.level(finding.level)}[{finding.check}]", finding.level)
        head += self._mark(finding)
        title = style.paint(wording.title(finding), "bold")
        yield from style.wrapped(f"{head}: {title}", "", "  ")
        lines = self._lines(place.path)
        yield from pointed(place, lines, style, finding.level.name, wording.located(place))
        yield from style.wrapped(wording.sentence(finding), f"{margin}   ")
        for other in finding.places[1:]:
            also = f"{wording.say('findings.also')} {spot(other)}{wording.located(other)}"
            yield f"{margin} {style.paint('|', 'blue')} {also}"
        for citation in finding.citations:
            yield from self._law(margin, citation)
        for reading in finding.interpretations:
            text = f"{wording.interpretation(reading)} (tafsir_{reading.name}={reading.value})"
            yield from self._labelled(margin, wording.say("findings.reading"), text)
        for title, unit in wording.read_as(finding):
            text = wording.say("findings.read_as_unit", title=title, unit=unit)
            yield from self._labelled(margin, wording.say("findings.read_as"), text)
        if why := wording.accepted(finding):
            yield from self._style.wrapped(why, f"{margin} = ", f"{margin}    ")
        advice = wording.advice(finding)
        if advice:
            yield from self._labelled(margin, wording.say("findings.advice"), advice)
        yield from self._repairs(margin, finding)
        yield from self._why(margin, finding)

    def _mark(self, finding: Finding) -> str:
        """What tells an accepted finding at a glance."""
        return f" ({self._wording.say('findings.accepted_ones')})" if finding.accepted else ""

    def _repairs(self, margin: str, finding: Finding) -> Iterator[str]:
        from patuh.report.terminal.repairs import repair_lines  # for those who ask

        wording = self._wording
        for repair in finding.repairs:
            key = "findings.choice" if repair.choice else "findings.repair"
            yield f"{margin} = {wording.say(key, cost=repair.cost)}:"
            yield from (f"{margin}   {line}" for line in repair_lines(repair, self._style))
        search = finding.repair_search
        if search is not None and search.more:
            yield from self._labelled(margin, "", wording.say("findings.more_repairs"))
        if search is not None and not finding.repairs:
            open_end = "findings.no_repair" if search.changes else "findings.not_sought"
            key = "findings.none_helps" if search.exhausted else open_end
            yield from self._labelled(margin, "", wording.say(key, count=search.changes))

    def _why(self, margin: str, finding: Finding) -> Iterator[str]:
        if self._view.why is None or not finding.proofs:
            return
        from patuh.report.terminal.proofs import short, whole  # for those who ask

        yield f"{margin} = {self._wording.say('findings.proof')}:"
        if self._view.why == "short":
            for row in short(finding, self._wording):
                yield from self._style.wrapped(row, f"{margin}   ", f"{margin}     ")
            return
        from patuh.report.tree import Trees

        self._trees = self._trees or Trees(self._shown, self._wording)
        for proof in finding.proofs:
            below = self._trees.below(proof)
            yield from whole(below, finding, self._wording, self._style, f"{margin}   ")

    def _labelled(self, margin: str, label: str, text: str) -> list[str]:
        """A text behind a label; its further lines begin below the label."""
        first = f"{margin} = {label}: " if label else f"{margin} = "
        return self._style.wrapped(text, first, f"{margin}    ")

    def _law(self, margin: str, citation: Citation) -> Iterator[str]:
        wording, style = self._wording, self._style
        label = style.paint(wording.cited(citation), "bold")
        head = f"{margin} = {wording.say('findings.law')}: {label}"
        if citation in self._quoted:
            yield f"{head} ({wording.say('findings.quoted')})"
            return
        self._quoted.add(citation)
        yield head
        from patuh.report.headings import heading_path, in_quotes  # for what is found

        for heading in heading_path(citation):
            yield from style.wrapped(style.paint(heading, "dim"), f"{margin}     ")
        yield from style.wrapped(in_quotes(citation.text), f"{margin}     ")

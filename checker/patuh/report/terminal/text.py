"""A result as text: excerpt, message, law and advice for each finding, then the summary."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from patuh.finding import Citation, Finding, Level, Proof, Result
from patuh.messages import Lang
from patuh.report.excerpt import source_lines
from patuh.report.headings import heading_path, in_quotes
from patuh.report.laid_over import laid_over
from patuh.report.terminal.lines import gutter, pointed, spot, wrapped
from patuh.report.terminal.repairs import repair_lines
from patuh.report.terminal.style import Style
from patuh.report.tree import draw, tree
from patuh.report.wording import Wording
from patuh_parser.text.shown import shown


def render(
    results: Iterable[Result], lang: Lang, style: Style, *, why: bool = False
) -> Iterator[str]:
    """The report, piece by piece; every piece ends with a newline. `why` adds the proofs."""
    for told in laid_over(lang):
        yield "\n".join(wrapped(shown(told), "", "  ")) + "\n\n"
    for result in results:
        wording = Wording(lang, result.input)
        yield from ("\n".join(lines) + "\n\n" for lines in _noticed(result, wording, style))
        for finding in result.findings:
            lines = source_lines(result.text_of(finding.place.path))
            yield "\n".join(_finding(finding, lines, wording, style, why)) + "\n\n"
        yield "\n".join(_closing(result, wording, style)) + "\n"


def _noticed(result: Result, wording: Wording, style: Style) -> Iterator[list[str]]:
    """What the reader noticed: told before any finding, since these hold only as far as it read."""
    lines = [
        line
        for text, _ in wording.noticed()
        for line in wrapped(text, f"  {wording.say('findings.not_assessed')}: ")
    ]
    if lines:
        yield [style.paint(f"{shown(result.input.path)}:", "bold"), *lines]


def _finding(
    finding: Finding, lines: Sequence[str], wording: Wording, style: Style, why: bool
) -> Iterator[str]:
    place = finding.place
    margin = gutter(place)
    head = style.level(f"{wording.level(finding.level)}[{finding.check}]", finding.level)
    yield f"{head}: {style.paint(wording.title(finding), 'bold')}"
    yield from pointed(place, lines, style, finding.level.name, wording.located(place))
    yield from wrapped(wording.sentence(finding), f"{margin}   ")
    for other in finding.places[1:]:
        also = f"{wording.say('findings.also')} {spot(other)}{wording.located(other)}"
        yield f"{margin} {style.paint('|', 'blue')} {also}"
    for citation in finding.citations:
        yield from _law(margin, citation, wording, style)
    for reading in finding.interpretations:
        text = f"{wording.interpretation(reading)} (tafsir_{reading.name}={reading.value})"
        yield from _labelled(margin, wording.say("findings.reading"), text)
    for title, unit in wording.read_as(finding):
        text = wording.say("findings.read_as_unit", title=title, unit=unit)
        yield from _labelled(margin, wording.say("findings.read_as"), text)
    advice = wording.advice(finding)
    if advice:
        yield from _labelled(margin, wording.say("findings.advice"), advice)
    for repair in finding.repairs:
        key = "findings.choice" if repair.choice else "findings.repair"
        yield f"{margin} = {wording.say(key, cost=repair.cost)}:"
        yield from (f"{margin}   {line}" for line in repair_lines(repair, style))
    search = finding.repair_search
    if search is not None and search.more:
        yield from _labelled(margin, "", wording.say("findings.more_repairs"))
    if search is not None and not finding.repairs:
        key = "findings.none_helps" if search.exhausted else "findings.no_repair"
        yield from _labelled(margin, "", wording.say(key, count=search.changes))
    for proof in finding.proofs if why else ():
        yield f"{margin} = {wording.say('findings.proof')}:"
        yield from (f"{margin}   {line}" for line in _proof(proof, wording, style))


def _labelled(margin: str, label: str, text: str) -> list[str]:
    """A text behind a label; its further lines begin below the label."""
    return wrapped(text, f"{margin} = {label}: " if label else f"{margin} = ", f"{margin}    ")


def _proof(proof: Proof, wording: Wording, style: Style) -> Iterator[str]:
    """The tree below the finding: each leaf with its sentence or provision."""
    for art, node in draw(tree(proof, wording)):
        where = ""
        if node.place is not None:
            where = f" [{spot(node.place)}]"
        elif node.citation is not None and node.kind == "norm":
            where = f" [{node.citation.label}]"
        yield f"{style.paint(art, 'dim')}{shown(node.text)}{style.paint(where, 'dim')}"


def _law(margin: str, citation: Citation, wording: Wording, style: Style) -> Iterator[str]:
    label = f"{citation.label} {wording.regulation(citation.regulation)}"
    yield f"{margin} = {wording.say('findings.law')}: {style.paint(label, 'bold')}"
    for heading in heading_path(citation):
        yield from wrapped(style.paint(heading, "dim"), f"{margin}     ")
    yield from wrapped(in_quotes(citation.text), f"{margin}     ")


def _closing(result: Result, wording: Wording, style: Style) -> Iterator[str]:
    counts = Counter(finding.level for finding in result.findings)
    laws = ", ".join(wording.regulation(name) for name in result.input.regulations)
    verdict = wording.verdict()
    if counts:
        parts = ", ".join(
            f"{counts[level]} {wording.level(level)}"
            for level in sorted(Level, reverse=True)
            if counts[level]
        )
        verdict = f"{wording.count('findings.count', counts.total())}: {parts}"
    yield style.paint(f"{shown(result.input.path)}: {verdict} ({laws})", "bold")
    if text := wording.recognised():
        yield from wrapped(text, f"  {wording.say('findings.read_as_draft')}: ")
    for text in wording.not_assessed(result.unassessed):
        yield from wrapped(text, f"  {wording.say('findings.not_assessed')}: ")

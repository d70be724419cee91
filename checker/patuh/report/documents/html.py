"""A result as one HTML file without scripts or anything from elsewhere.

Findings and proofs are collapsible sections; every sentence links to its line of the source at
the end of the page, every provision to its text.
"""

import datetime
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from patuh.chart.svg import render as render_chart
from patuh.finding import Citation, Finding, LeftOut, Level, Place, Result, Unreadable
from patuh.knowledge.provisions import quotations
from patuh.messages import Lang, say
from patuh.report.charted import chart_of, numbered
from patuh.report.excerpt import excerpt, lines_of, source_lines
from patuh.report.headings import heading_path
from patuh.report.laid_over import laid_over
from patuh.report.left_out import left_out
from patuh.report.naming import named
from patuh.report.tree import TreeNode, Trees
from patuh.report.wording import Wording, date_in_words
from patuh.version import __version__
from patuh_parser.text.shown import shown
from patuh_parser.text.source import text_lines

_MARKED = re.compile("`([^`]*)`")
"""What an advice would have one write."""
_STYLE = Path(__file__).with_suffix(".css").read_text(encoding="utf-8")


class _Page(NamedTuple):
    """The part of the page for one input: its number, and the path of the proposal itself."""

    number: int
    path: str

    def anchor(self, path: str, row: int) -> str:
        """The anchor of a line of the proposal, or of its base at `path`."""
        if path == self.path:
            return f"s{self.number}-{row}"
        return f"s{self.number}-{crc32(os.fsencode(path)):08x}-{row}"


def render(
    results: Iterable[Result],
    errors: Iterable[Unreadable],
    lang: Lang,
    left: Iterable[LeftOut] = (),
    day: datetime.date | None = None,
) -> str:
    """The whole page; `day` stands in its head."""
    every = list(results)
    title = say("findings.page.title", lang)
    parts = [
        f'<!DOCTYPE html>\n<html lang="{lang}"><head><meta charset="utf-8">',
        f"<title>patuh – {title}</title><style>\n{_STYLE}</style></head><body>",
        f"<h1>{title}</h1>",
        f"<p>{_made(lang, day)}</p>",
    ]
    parts.extend(f"<p><strong>{_text(told)}</strong></p>" for told in laid_over(lang))
    for number, result in enumerate(every):
        parts.extend(_result(number, result, lang))
    for unreadable in errors:
        parts.append(
            f"<h2>{say('findings.page.unread', lang)}: {_text(named(unreadable.path))}</h2><ul>"
        )
        parts.extend(
            f"<li>{error.place.span.line}:{error.place.span.column} "
            f"{_text(error.texts[lang][0])}</li>"
            for error in unreadable.errors
        )
        parts.append("</ul>")
    parts.extend(f"<p>{_text(told)}</p>" for told in left_out(left, lang))
    parts.append("</body></html>")
    return "\n".join(parts) + "\n"


def _made(lang: Lang, day: datetime.date | None) -> str:
    """By which version, and on which day."""
    if day is None:
        return f"patuh {__version__}"
    return f"patuh {__version__} · {_text(date_in_words(day, lang))}"


def _summary(result: Result, wording: Wording) -> Iterator[str]:
    """How many findings of each level there are."""
    counts = Counter(finding.level for finding in result.deciding)
    yield "<table>"
    for level in sorted(Level, reverse=True):
        yield f"<tr><th>{_text(wording.level(level))}</th><td>{counts[level]}</td></tr>"
    if accepted := len(result.findings) - len(result.deciding):
        yield f"<tr><th>{_label('accepted_ones', wording)}</th><td>{accepted}</td></tr>"
    yield "</table>"


def _result(number: int, result: Result, lang: Lang) -> Iterator[str]:
    wording, lines = Wording(lang, result.input), lines_of(result)
    laws = ", ".join(map(wording.regulation, result.input.regulations))
    yield f"<h2>{_text(result.input.title)}</h2>"
    yield f"<p>{_text(named(result.input.path))} · {_text(laws)}</p>"
    if text := wording.recognised():
        yield f"<p>{_label('read_as_draft', wording)}: {_text(text)}</p>"
    for text, _ in wording.noticed():
        yield f"<p><strong>{_label('not_assessed', wording)}: {_text(text)}</strong></p>"
    for one in result.remarks:
        yield f"<p>{_label('remarked', wording)}: {_text(wording.remark(one))}</p>"
    if result.findings:
        yield from _summary(result, wording)
    else:
        yield f"<p><strong>{wording.verdict()}</strong></p>"
    drawing = chart_of(result, lang)
    marks = {id(finding): f"{nth}. " for nth, finding in numbered(result)} if drawing else {}
    """The numbers that the chart gives, by the identity of a finding."""
    page, trees = _Page(number, result.input.path), Trees(result.findings, wording)
    for finding in result.findings:
        quoted = lines(finding.place.path)
        yield from _finding(page, finding, wording, quoted, trees, marks.get(id(finding), ""))
    yield f"<details open><summary>{_label('not_assessed', wording)}</summary><ul>"
    for told in wording.not_assessed(result.unassessed):
        yield f"<li>{_text(told)}</li>"
    yield "</ul></details>"
    if drawing:
        yield f'<section class="chart"><h3>{wording.say("chart.heading")}</h3>'
        yield f"{render_chart(drawing, inline=True)}</section>"
    cited = {c: None for finding in result.findings for c in _cited(finding)}
    yield f"<section><h3>{wording.say('findings.page.laws')}</h3>"
    for citation in cited:
        yield from _provision(number, citation, wording)
    yield f'</section><section><h3>{wording.say("findings.page.source")}</h3><ol class="source">'
    for row, line in enumerate(text_lines(result.source), 1):
        yield f'<li id="s{number}-{row}">{_text(line)}</li>'
    further = (part for path, text in result.bases.items() for part in _base(page, path, text))
    yield f"</ol>{''.join(further)}</section>"


def _base(page: _Page, path: str, text: str) -> Iterator[str]:
    """The text of a proposal that this one changes."""
    yield f'\n<h3>{_text(named(path))}</h3><ol class="source">\n'
    for row, line in enumerate(source_lines(text), 1):
        yield f'<li id="{page.anchor(path, row)}">{_text(line)}</li>\n'
    yield "</ol>"


def _cited(finding: Finding) -> Iterator[Citation]:
    """The provisions that a finding cites, and those at the leaves of its proof."""
    yield from finding.citations
    for node in finding.nodes():
        if node.kind == "norm" and node.citation is not None:
            yield node.citation


def _finding(
    page: _Page,
    finding: Finding,
    wording: Wording,
    lines: Sequence[str],
    trees: Trees,
    number: str,
) -> Iterator[str]:
    yield f'<details open class="finding {finding.level.name}">'
    mark = f" ({wording.say('findings.accepted_ones')})" if finding.accepted else ""
    level = f"{number}{_text(wording.level(finding.level))} [{finding.check}]{mark}"
    yield f"<summary><strong>{level}</strong> {_text(wording.title(finding))}</summary>"
    yield f"<p>{_text(wording.sentence(finding))}</p>"
    links = " · ".join(_sentence_link(page, place, wording) for place in finding.places)
    sentence = excerpt(lines, finding.place, 200).text.strip()
    yield f"<p>{links}</p><blockquote>{_text(sentence)}</blockquote>"
    for citation in finding.citations:
        link = _law_link(page.number, citation, wording)
        yield f'<p class="law">{_label("law", wording)}: {link}</p>'
    for reading in finding.interpretations:
        yield f"<p>{_label('reading', wording)}: {_text(wording.interpretation(reading))}</p>"
    for title, unit in wording.read_as(finding):
        text = wording.say("findings.read_as_unit", title=title, unit=unit)
        yield f"<p>{_label('read_as', wording)}: {_text(text)}</p>"
    if why := wording.accepted(finding):
        yield f"<p><strong>{_text(why)}</strong></p>"
    advice = wording.advice(finding)
    if advice:
        told = _MARKED.sub(r"<code>\1</code>", _text(advice))
        yield f"<p>{_label('advice', wording)}: {told}</p>"
    for repair in finding.repairs:
        key = "findings.page.choice" if repair.choice else "findings.page.repair"
        label = wording.say(key, cost=repair.cost)
        yield f"<details><summary>{label}</summary><pre>"
        for edit in repair.edits:
            yield from (f'<span class="del">- {_text(line)}</span>' for line in edit.old)
            yield from (f'<span class="add">+ {_text(line)}</span>' for line in edit.lines)
        yield "</pre></details>"
    if finding.proofs:
        yield f"<details><summary>{_label('proof', wording)}</summary>"
        for proof in finding.proofs:
            yield from _tree(page, trees.below(proof), wording)
        yield "</details>"
    yield "</details>"


def _tree(page: _Page, nodes: Iterable[TreeNode], wording: Wording) -> Iterator[str]:
    """The trees below a node; what is drawn elsewhere links to where that is."""
    yield '<ul class="tree">'
    for node in nodes:
        label, mark = _text(node.text), ""
        if node.place is not None:
            label += f" {_sentence_link(page, node.place, wording)}"
        elif node.kind == "norm" and node.citation is not None:
            label += f" – {_law_link(page.number, node.citation, wording)}"
        if node.number:
            anchor = f"b{page.number}-{node.number}"
            said = wording.say("proof.again" if node.again else "proof.number", number=node.number)
            label += f' <a href="#{anchor}">{said}</a>' if node.again else f" {said}"
            mark = "" if node.again else f' id="{anchor}"'
        if node.children:
            yield f"<li{mark}><details open><summary>{label}</summary>"
            yield from _tree(page, node.children, wording)
            yield "</details></li>"
        else:
            yield f"<li>{label}</li>"
    yield "</ul>"


def _provision(number: int, citation: Citation, wording: Wording) -> Iterator[str]:
    law = _text(wording.cited(citation))
    yield f'<div id="{_anchor(number, citation)}"><strong>{law}</strong>'
    for heading in heading_path(citation):
        yield f"<div>{_text(heading)}</div>"
    yield f"<blockquote>{_text(citation.text)}</blockquote></div>"


def _sentence_link(page: _Page, place: Place, wording: Wording) -> str:
    span = place.span
    where = _text(wording.line(place))
    if place.path != page.path:
        where = f"{_text(named(place.path))}, {where}"
    return f'<a href="#{page.anchor(place.path, span.line)}">{where}</a>'


def _law_link(number: int, citation: Citation, wording: Wording) -> str:
    title = quotations(citation.regulation)[citation.provision].text
    label = _text(wording.named(citation))
    return f'<a href="#{_anchor(number, citation)}" title="{_text(title)}">{label}</a>'


def _anchor(number: int, citation: Citation) -> str:
    return f"k{number}-{citation.regulation}-{citation.provision}"


def _label(name: str, wording: Wording) -> str:
    return wording.say(f"findings.{name}").capitalize()


def _text(text: str) -> str:
    return escape(shown(text))

"""The findings of a result as blocks: by level, each with its sentence, its law and its advice."""

import re
from collections import Counter
from collections.abc import Iterator

from patuh.finding import Citation, Finding, Level, Repair, Result
from patuh.report.charted import numbered
from patuh.report.excerpt import excerpt, lines_of
from patuh.report.naming import named
from patuh.report.paper.blocks import Block, Grid, Heading, Paragraph, Run, labelled, text
from patuh.report.wording import Wording
from patuh_parser.sotk.lines.words import comment_at

_LONGEST = 400
"""Letters of a sentence that is quoted."""
_TO_WRITE = re.compile("`([^`]*)`")


def findings(result: Result, wording: Wording) -> Iterator[Block]:
    """All findings, the gravest level first; each provision is quoted once."""
    if not result.findings:
        yield text(f"{_capital(wording.verdict())}.")
    quoted: set[tuple[str, str]] = set()
    lines = lines_of(result)
    counts = Counter(finding.level for finding in result.findings)
    level: Level | None = None
    for number, finding in numbered(result):
        if finding.level != level:
            level = finding.level
            yield Heading(f"{_capital(wording.level(level))} ({counts[level]})", 3)
        mark = f" ({wording.say('findings.accepted_ones')})" if finding.accepted else ""
        title = f"[{finding.check}] {wording.title(finding)}{mark}"
        yield Paragraph((Run(title, "bold"),), "item", f"{number}.", keeps=True)
        yield text(f"{_capital(wording.sentence(finding))}.")
        place = finding.place
        said = excerpt(lines(place.path), place, _LONGEST).text
        if result.input.read_as is None:  # a comment is for those who write the proposal
            said = said[: comment_at(said)]
        said = said.strip()
        where = wording.line(place)
        if place.path != result.input.path:
            where = f"{named(place.path)}, {where}"
        if said:
            yield Paragraph((Run(f"“{said}”", "italic"), Run(f" ({where})")), "quote")
        yield from _below(finding, wording, quoted)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _below(finding: Finding, wording: Wording, quoted: set[tuple[str, str]]) -> Iterator[Block]:
    for citation in finding.citations:
        yield _law(citation, wording, quoted)
    for reading in finding.interpretations:
        yield labelled(_label("reading", wording), wording.interpretation(reading))
    for title, unit in wording.read_as(finding):
        told = wording.say("findings.read_as_unit", title=title, unit=unit)
        yield labelled(_label("read_as", wording), told)
    if why := wording.accepted(finding):
        yield text(f"{_capital(why)}.")
        return
    if advice := wording.advice(finding):
        yield labelled(_label("advice", wording), _TO_WRITE.sub(r"“\1”", advice))


def _law(citation: Citation, wording: Wording, quoted: set[tuple[str, str]]) -> Paragraph:
    label = f"{citation.label} {wording.regulation(citation.regulation)}"
    key = (citation.regulation, citation.provision)
    told = wording.say("findings.quoted") if key in quoted else f"“{citation.text}”"
    quoted.add(key)
    law = Run(f"{_label('law', wording)}: ", "bold")
    return Paragraph((law, Run(f"{label} – "), Run(told, "italic")))


def repairs(result: Result, wording: Wording) -> Iterator[Block]:
    """What was and is to be, as far as verified repairs are at hand; else what to do."""
    rows = [
        row
        for number, finding in numbered(result)
        for repair in finding.repairs[:1]
        for row in _rows(number, finding, repair, wording)
    ]
    yield text(wording.say("paper.matrix" if rows else "paper.by_advice"))
    if rows:
        columns = ("matrix.no", "paper.finding", "matrix.semula", "matrix.menjadi")
        yield Grid(
            tuple(map(wording.say, columns)),
            (2, 5, 12, 12),
            tuple(rows),
        )


def _rows(
    number: int, finding: Finding, repair: Repair, wording: Wording
) -> Iterator[tuple[tuple[Run, ...], ...]]:
    for edit in repair.edits:
        note = f"[{finding.check}] {wording.say('proof.line', line=edit.first)}"
        if repair.choice:
            note += f" – {wording.say('paper.choice')}"
        old, new = ("\n".join(filter(None, map(str.strip, one))) for one in (edit.old, edit.lines))
        gone, come = (Run(old, "gone") if old else Run("–")), Run(new, "come") if new else Run("–")
        yield (Run(f"{number}."),), (Run(note),), (gone,), (come,)


def _label(name: str, wording: Wording) -> str:
    return _capital(wording.say(f"findings.{name}"))

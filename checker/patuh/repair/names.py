"""Repairs by name: a listed name for a unit, the standard word, the right citation."""

from collections.abc import Iterator
from difflib import get_close_matches

from patuh.finding import Edit, Finding, Repair, Result
from patuh.knowledge.regulations import applicable
from patuh.repair.candidate import CHANGE
from patuh_parser.sotk import model as m
from patuh_parser.sotk.gazetteer import Gazetteer
from patuh_parser.span import Span


def repairs(
    finding: Finding, result: Result, proposal: m.Proposal, gazetteer: Gazetteer
) -> Iterator[Repair]:
    """Candidates to be verified, cheapest first."""
    lines = result.source.splitlines()
    for span, text in _replacements(finding, proposal):
        yield _repair(result, [(span, text)], lines)
    subject = finding.subject
    names = {unit.key: unit.name for unit in proposal.units}
    if isinstance(subject, str) and subject in names:
        listed = [name.display for name in gazetteer.names if name.key == name.display != subject]
        for name in get_close_matches(subject, dict.fromkeys(listed), n=3, cutoff=0.6):
            if name not in names:
                yield _renamed(result, names[subject], name, lines)


def _replacements(finding: Finding, proposal: m.Proposal) -> Iterator[tuple[Span, str]]:
    """A word or citation at the place of the finding, and what to write for it."""
    here = {place.span for place in finding.places}
    for term in proposal.terms:
        if term.span in here:
            yield term.span, term.standard
    header = proposal.header
    laws = applicable(header.region)
    for citation in (*header.bases, *header.references):
        if citation.span in here:
            for law in laws:
                region = law.region.removeprefix("Kabupaten ")
                yield citation.span, f"{law.kind} {region} Nomor {law.number} Tahun {law.year}"


def _renamed(result: Result, old: str, new: str, lines: list[str]) -> Repair:
    changed = [
        (number, line.replace(old, new)) for number, line in enumerate(lines, 1) if old in line
    ]
    edits = tuple(Edit(number, number, (text,), (lines[number - 1],)) for number, text in changed)
    return _applied(result, edits, lines)


def _repair(result: Result, changes: list[tuple[Span, str]], lines: list[str]) -> Repair:
    edits = []
    for span, text in changes:
        line = lines[span.line - 1]
        new = line[: span.column - 1] + text + line[span.end_column - 1 :]
        edits.append(Edit(span.line, span.line, (new,), (line,)))
    return _applied(result, tuple(edits), lines)


def _applied(result: Result, edits: tuple[Edit, ...], lines: list[str]) -> Repair:
    rows = list(lines)
    for edit in edits:
        rows[edit.first - 1] = edit.lines[0]
    text = "\n".join(rows) + ("\n" if result.source.endswith("\n") else "")
    return Repair(edits, CHANGE, text, verified=False)

"""Repairs by name: a listed name for a unit, the standard word, the right citation."""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from patuh.finding import Edit, Finding, Repair, Result
from patuh.knowledge.offices import offices
from patuh.knowledge.regulations import standing
from patuh.repair.candidates.candidate import CHANGE, PARTY
from patuh.repair.writing.edited import edited
from patuh_parser.legal.ids import label
from patuh_parser.sotk import model as m
from patuh_parser.sotk.lexing.gazetteer import Gazetteer
from patuh_parser.text.source import text_lines
from patuh_parser.text.span import Span

_ALIKE = 0.7


def repairs(
    finding: Finding, result: Result, proposal: m.Proposal, gazetteer: Gazetteer
) -> Iterator[Repair]:
    """Candidates to be verified, cheapest first."""
    lines = text_lines(result.source)
    for span, text in _replacements(finding, result.input.path, proposal):
        yield _repair(result, [(span, text)], lines)
    yield from _other_names(finding, result, proposal, gazetteer)


def _other_names(
    finding: Finding, result: Result, proposal: m.Proposal, gazetteer: Gazetteer
) -> Iterator[Repair]:
    """The unit that the finding is about under a name of the regulation, if it has none."""
    for unit, name, cost in other_names(finding, proposal, gazetteer):
        if not unit.span.file:
            yield _renamed(result, unit.name, name, cost)


def other_names(
    finding: Finding, proposal: m.Proposal, gazetteer: Gazetteer
) -> Iterator[tuple[m.Unit, str, int]]:
    """The unit that the finding is about with each name that may be meant, and the cost."""
    units = {unit.key: unit for unit in proposal.units}
    unit = units.get(finding.subject) if isinstance(finding.subject, str) else None
    known = {name.key for name in gazetteer.names}
    if unit is None or unit.key in known:
        return
    listed = {
        name.display: name.key
        for name in gazetteer.names
        if name.sort == unit.sort and name.key not in units
    }
    every = offices()
    # of a sort of offices that the regulation names one by one any may be meant
    if any(office.sort == unit.sort for office in every.values() if not office.unique):
        near = [name for name, key in listed.items() if every[key].kind == "jabatan"]
        cost = PARTY
    else:
        near, cost = get_close_matches(unit.name, listed, n=3, cutoff=_ALIKE), CHANGE
    yield from ((unit, name, cost) for name in near)


def _replacements(finding: Finding, path: str, proposal: m.Proposal) -> Iterator[tuple[Span, str]]:
    """A word or citation at the place of the finding, and what to write for it."""
    here = {place.span for place in finding.places if place.path == path}
    for term in proposal.terms:
        if term.span in here:
            yield term.span, term.standard
    meant = finding.terms.get("seharusnya")
    header = proposal.header
    laws = standing(header.region)
    for citation in (*header.bases, *header.references):
        if citation.span in here:
            for law in laws:
                if isinstance(meant, str) and meant.startswith("pasal-"):
                    yield citation.span, f"{label(meant)} {law.cited}"
                yield citation.span, law.cited


def _renamed(result: Result, old: str, new: str, cost: int) -> Repair:
    """The name replaced wherever it stands, but in comments."""
    word = re.compile(rf"(?<!\w){re.escape(old)}(?!\w)")
    edits = []
    for number, line in enumerate(text_lines(result.source), 1):
        code, mark, comment = line.partition("#")
        text = word.sub(lambda _: new, code) + mark + comment
        if text != line:
            edits.append(Edit(number, number, (text,), (line,)))
    return _applied(result, tuple(edits), cost)


def _repair(result: Result, changes: list[tuple[Span, str]], lines: list[str]) -> Repair:
    edits = []
    for span, text in changes:
        line = lines[span.line - 1]
        new = line[: span.column - 1] + text + line[span.end_column - 1 :]
        edits.append(Edit(span.line, span.line, (new,), (line,)))
    return _applied(result, tuple(edits), CHANGE)


def _applied(result: Result, edits: tuple[Edit, ...], cost: int) -> Repair:
    return Repair(edits, cost, edited(result.source, edits), verified=False)

"""What a report begins with: what was not read, counts, the gravest findings, what is open."""

from collections import Counter
from collections.abc import Iterator

from patuh.finding import Finding, Level, Result
from patuh.report.terminal.style import Style
from patuh.report.view import View
from patuh.report.wording import Wording
from patuh_parser.text.shown import shown

FEW = 3
"""Findings that are seen at a glance: more are summed up again at the end."""


def noticed(result: Result, wording: Wording, style: Style) -> Iterator[str]:
    """What the reader noticed: told before any finding, since these hold only as far as it read."""
    lines = [
        line
        for text, _ in wording.noticed()
        for line in style.wrapped(text, f"  {wording.say('findings.not_assessed')}: ")
    ]
    if lines:
        yield "\n".join([style.paint(f"{shown(result.input.path)}:", "bold"), *lines]) + "\n\n"


def verdict(result: Result, wording: Wording, style: Style) -> list[str]:
    """How many findings there are of each level, and under which law."""
    counts = Counter(finding.level for finding in result.deciding)
    laws = ", ".join(wording.held_against())
    accepted = len(result.findings) - len(result.deciding)
    told = wording.verdict(accepted)
    if counts:
        parts = ", ".join(
            f"{counts[level]} {wording.level(level)}"
            for level in sorted(Level, reverse=True)
            if counts[level]
        )
        told = f"{wording.count('findings.count', counts.total())}: {parts}"
        told += f"; {wording.accepted_ones(accepted)}" if accepted else ""
    text = f"{shown(result.input.path)}: {told} ({laws})"
    return [style.paint(line, "bold") for line in style.wrapped(text, "", "  ")]


def summary(result: Result, wording: Wording, style: Style, view: View) -> Iterator[str]:
    """The lines before the findings."""
    yield from verdict(result, wording, style)
    if text := wording.recognised():
        yield from style.wrapped(text, f"  {wording.say('findings.read_as_draft')}: ")
    if len(result.deciding) > FEW and not view.brief:
        gravest = sorted(result.deciding, key=lambda finding: -finding.level)[:FEW]
        for finding in gravest:
            label = f"  {wording.say('findings.gravest')}: "
            yield from style.wrapped(in_one(finding, wording), label)
    hidden = sum(finding.level < view.level for finding in result.findings)
    if hidden:
        count = wording.count("findings.count", hidden)
        yield f"  {wording.say('findings.not_shown')}: {count} (--level)"
    for text in map(wording.remark, result.remarks):
        yield from style.wrapped(text, f"  {wording.say('findings.remarked')}: ")
    for text in wording.not_assessed(result.unassessed):
        yield from style.wrapped(text, f"  {wording.say('findings.not_assessed')}: ")


def in_one(finding: Finding, wording: Wording) -> str:
    """A finding in one sentence, with its line and its law."""
    laws = ", ".join(dict.fromkeys(map(wording.named, finding.citations)))
    law = f" ({laws})" if laws else ""
    return f"{wording.line(finding.place)}: [{finding.check}] {wording.sentence(finding)}{law}"

"""Repairs as text and as unified diffs."""

import difflib
from collections.abc import Iterator

from patuh.finding import Repair, Result
from patuh.report.terminal.style import Style
from patuh_parser.text.source import text_lines


def repair_lines(repair: Repair, style: Style) -> Iterator[str]:
    """The edited lines of a repair, old before new, each with the number of its line."""
    for edit in repair.edits:
        for offset, line in enumerate(edit.old):
            yield style.paint(f"{edit.first + offset:>4} - {line.strip()}", "pelanggaran")
        for line in edit.lines:
            yield style.paint(f"{edit.first:>4} + {line.strip()}", "green")


def unified_diff(before: Result, after: str) -> str:
    """The change of a whole source as a unified diff that `patch` understands."""
    old = text_lines(before.source, ends=True)
    new = text_lines(after, ends=True)
    path = before.input.path
    diff = difflib.unified_diff(old, new, f"a/{path.lstrip('/')}", f"b/{path.lstrip('/')}")
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in diff
    )

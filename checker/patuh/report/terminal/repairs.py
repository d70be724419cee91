"""Repairs as text and as unified diffs."""

import os
from collections.abc import Iterator

from patuh.finding import Repair, Result
from patuh.report.terminal.style import Style
from patuh_parser.text.shown import shown
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
    import difflib

    old = text_lines(before.source, ends=True)
    new = text_lines(after, ends=True)
    path = before.input.path.lstrip("/")
    diff = difflib.unified_diff(old, new, _named(f"a/{path}"), _named(f"b/{path}"))
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in diff
    )


def _named(path: str) -> str:
    """The name of a file; one with odd characters in quotes and octal numbers, as git writes it."""
    if shown(path) == path and not set(path) & {'"', "\\"}:
        return path
    octal = (
        chr(b) if 32 <= b < 127 and chr(b) not in '"\\' else f"\\{b:03o}" for b in os.fsencode(path)
    )
    return f'"{"".join(octal)}"'

"""What a test of a proposal says when it fails."""

import difflib
from collections import Counter
from pathlib import Path

from msgspec.structs import replace

from patuh.checking import UnknownRegionError
from patuh.cli.call.wrong_call import meant
from patuh.finding import Result
from patuh.inputs.proposals import unknown_region, unreadable_text
from patuh.knowledge.catalogue import checks
from patuh.knowledge.root import kb_root
from patuh.report.expectations import Expectation, ExpectationError, Row, found, rows
from patuh.report.terminal.errors import render as render_errors
from patuh.report.terminal.style import Style
from patuh.report.terminal.text import render
from patuh.report.view import View
from patuh.report.wording import Wording
from patuh_parser.sotk import SotkError
from patuh_parser.text.similar import nearest


def confirm(expected: Expectation, rows: Counter[Row]) -> None:
    """Raise `ExpectationError` for a check that there is not: `tidak` of it would always hold."""
    reported = {row[1] for row in rows}
    for name, line in expected.lines:
        if name not in reported and name not in (known := checks(kb_root())):
            near = meant(nearest(name, known, count=1))
            raise ExpectationError(line, "no_check", check=name, near=near)


def difference(result: Result, missing: Counter[Row], extra: Counter[Row]) -> str:
    """The two sets as a diff, and every unexpected finding with its proof."""
    stated = found(result)
    before = sorted(" ".join(row) for row in (stated - extra + missing).elements())
    after = sorted(" ".join(row) for row in stated.elements())
    diff = difflib.unified_diff(before, after, "expected", "found", lineterm="", n=1000)
    wording = Wording("id", result.input)
    unexpected = tuple(f for f in result.findings if any(row in extra for row in rows(f, wording)))
    report = render([replace(result, findings=unexpected)], "id", Style(), View(why="full"))
    proofs = ["", *Style().clean("".join(report)).splitlines()] if unexpected else []
    return "\n".join([*diff, *proofs])


def unread(path: Path, error: BaseException) -> str | None:
    """Why the proposal could not be checked, as `patuh check` says it; None if it is no such error.

    A base that cannot be read is told of in the same way.
    """
    if isinstance(error, ExpectationError):
        return f"{path}:{error.line}:1: {error}"
    if isinstance(error, SotkError):
        unreadable = unreadable_text(str(path), path.read_bytes(), error)
    elif isinstance(error, UnknownRegionError):
        unreadable = unknown_region(error)
    else:
        return None
    return Style().clean("".join(render_errors([unreadable], "id", Style())))

"""`--fix` and `--diff`: the repair of a whole proposal, written or shown."""

import datetime
from pathlib import Path

import click

from patuh.cli.inputs.paths import STDIN
from patuh.cli.outputs.files import replace_text, writing
from patuh.cli.outputs.results import Output
from patuh.cli.outputs.terminal import aside
from patuh.finding import Level, Result
from patuh.messages import say
from patuh.report.expectations import ExpectationError, expectation, found


def fix(
    result: Result, floor: Level, output: Output, as_of: datetime.date | None, *, write: bool
) -> Result:
    """Repairs a proposal down to `floor` and gives the result of the repaired text.

    Of a proposal with a base only the proposal is changed.

    Writes the file, or prints it for standard input; without `write` prints a unified diff.
    """
    from patuh.checking import load
    from patuh.repair.mending import mend
    from patuh.report.terminal.repairs import unified_diff

    path = result.input.path
    mended = mend(result, floor, load(result.source, path, as_of=as_of))
    text = mended.after.source
    if not write:
        click.echo(unified_diff(result, text), nl=False)
    elif path == STDIN:
        click.echo(text, nl=False)
    elif text != result.source:
        with writing(path):
            replace_text(Path(path), text)
    changed = text != result.source
    if mended.left:
        _say("impossible" if mended.impossible else "left", output, path, len(mended.left))
        if write and path != STDIN:
            output.text([mended.after])
    elif changed:
        _say("least" if mended.least else "fixed", output, path)
    else:
        _say("clean", output, path)
    if changed and mended.choices:
        _say("choices", output, path)
    if changed and write and path != STDIN and _outdated(mended.after):
        _say("expected", output, path)
    return mended.after


def _say(key: str, output: Output, path: str, count: int = 0) -> None:
    aside(say(f"fix.{key}", output.lang, path=path, count=count))


def _outdated(result: Result) -> bool:
    """Whether the text states other findings than it gives; they are its author's to state."""
    try:
        stated = expectation(result.source)
    except ExpectationError:
        return False
    return stated is not None and any(stated.failures(found(result)))

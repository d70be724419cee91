"""`--fix` and `--diff`: the repair of a whole proposal, written or shown."""

import datetime
from collections.abc import Iterable
from pathlib import Path

import click

from patuh.cli.call.wrong_call import FaultError, explained
from patuh.cli.outputs.files import replace_text, writing
from patuh.cli.outputs.results import Output
from patuh.cli.outputs.terminal import aside
from patuh.finding import Level, Result
from patuh.inputs.paths import STDIN, is_draft
from patuh.messages import say
from patuh.report.expectations import ExpectationError, expectation, found


def fix_all(
    results: Iterable[Result],
    floor: Level,
    output: Output,
    as_of: datetime.date | None,
    *,
    write: bool,
) -> tuple[list[Result], bool]:
    """What `fix` gives of each proposal, a base before what changes it; a draft stays as it is.

    Also whether all could be written.
    """
    done: list[Result] = []
    written = True
    for result in sorted(results, key=lambda result: len(result.bases)):
        try:
            done.append(_fixed(result, floor, output, as_of, write))
        except FaultError as error:
            written = False
            aside(explained(error, output.lang))
    return done, written


def _fixed(
    result: Result, floor: Level, output: Output, as_of: datetime.date | None, write: bool
) -> Result:
    path = result.input.path
    if is_draft(path):
        _say("draft", output, path, len(result.findings))
        if write:
            output.text([result])
        return result
    if result.bases and write:  # its base may have been repaired since
        from patuh.checking import check_reading, load

        reading = load(result.source, path, as_of=as_of)
        result = check_reading(result.source, path, reading)
    return fix(result, floor, output, as_of, write=write)


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
            replace_text(Path(path), text, result.source)
    changed = text != result.source
    if mended.left:
        if mended.undecided:
            _say("undecided", output, path, mended.undecided)
        if hopeless := len(mended.left) - mended.undecided:
            _say("impossible" if mended.impossible else "left", output, path, hopeless)
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

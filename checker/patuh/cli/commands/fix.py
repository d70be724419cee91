"""`--fix` and `--diff`: the repair of a whole proposal, written or shown."""

import datetime
from pathlib import Path

import click

from patuh.cli.call.wrong_call import FaultError
from patuh.cli.inputs.paths import STDIN, error_words
from patuh.cli.outputs.files import replace_text
from patuh.cli.outputs.results import Output
from patuh.finding import Level, Result
from patuh.report.expectations import ExpectationError, expectation, found

_TEXTS = {
    "id": {
        "clean": "{path}: tidak ada yang perlu diperbaiki",
        "fixed": "{path}: diperbaiki; tidak ada temuan lagi pada tingkat yang diminta",
        "least": "{path}: diperbaiki dengan biaya terkecil; tidak ada temuan lagi pada tingkat "
        "yang diminta",
        "left": "{path}: {count} temuan tidak dapat diperbaiki dengan perubahan kecil",
        "choices": "{path}: perubahan lain sama biayanya; periksa pilihan yang diambil "
        "(lihat --diff, --repairs)",
        "impossible": "{path}: {count} temuan tidak dapat diperbaiki dengan perubahan di dekatnya "
        "(pencarian tuntas)",
        "expected": "{path}: baris `#!` tidak lagi sesuai dengan temuan; sesuaikan sendiri, atau "
        "dengan pytest --patuh-update",
    },
    "en": {
        "clean": "{path}: nothing to repair",
        "fixed": "{path}: repaired; no finding is left at the level asked for",
        "least": "{path}: repaired at least cost; no finding is left at the level asked for",
        "left": "{path}: {count} findings cannot be repaired by small changes",
        "choices": "{path}: other changes cost the same; look at what was chosen "
        "(--diff, --repairs)",
        "impossible": "{path}: {count} findings cannot be repaired by changes near them "
        "(exhaustive search)",
        "expected": "{path}: the `#!` lines no longer state the findings; change them, or run "
        "pytest --patuh-update",
    },
}


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
        try:
            replace_text(Path(path), text)
        except OSError as error:
            told = error_words(error)
            raise FaultError(
                f"{path}: tidak dapat ditulis: {told['id']}",
                f"{path}: cannot be written: {told['en']}",
            ) from None
    texts = _TEXTS[output.lang]
    if mended.left:
        text = texts["impossible" if mended.impossible else "left"]
        click.echo(text.format(path=path, count=len(mended.left)), err=True)
        if write and path != STDIN:
            output.text([mended.after])
    elif text == result.source:
        click.echo(texts["clean"].format(path=path), err=True)
    else:
        click.echo(texts["least" if mended.least else "fixed"].format(path=path), err=True)
    if mended.choices and text != result.source:
        click.echo(texts["choices"].format(path=path), err=True)
    if write and path != STDIN and mended.after.source != result.source and _outdated(mended.after):
        click.echo(texts["expected"].format(path=path), err=True)
    return mended.after


def _outdated(result: Result) -> bool:
    """Whether the text states other findings than it gives; they are its author's to state."""
    try:
        stated = expectation(result.source)
    except ExpectationError:
        return False
    return stated is not None and any(stated.failures(found(result)))

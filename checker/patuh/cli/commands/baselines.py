"""`--baseline` and `--write-baseline`: what is known is accepted, and told once it is gone."""

import os
from collections.abc import Sequence

from patuh.cli.outputs.files import spare, write
from patuh.finding import Result, Unreadable
from patuh.inputs.baseline import marked_by, read_baseline, text_of, written_for


def known(
    results: list[Result],
    unreadable: Sequence[Unreadable],
    path: str,
    paths: Sequence[str],
    *,
    anew: bool,
) -> tuple[list[Result], list[Unreadable]]:
    """The results marked by the baseline at `path`, and why it cannot be read.

    `anew`: it is written first, with all that the inputs have now, unless an input could not
    be read.
    """
    before = read_baseline(path) if not anew or os.path.exists(path) else None
    if isinstance(before, Unreadable):
        return results, [before]
    if not anew or unreadable:
        return (results if before is None else marked_by(results, before, path)), []
    spare(paths, path)
    found = written_for(results, before, path)
    write(text_of(found), path)
    return marked_by(results, found, path), []

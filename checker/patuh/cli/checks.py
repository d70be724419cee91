"""All inputs of a call, checked one by one."""

from collections.abc import Sequence

from patuh.cli.call.collector import without_collector
from patuh.cli.outputs.progress import Progress
from patuh.finding import LeftOut, Result, Unreadable
from patuh.inputs.checks import Asked
from patuh.inputs.folders import expand
from patuh.inputs.paths import is_other_text
from patuh.inputs.time_limit import within


def check_all(
    paths: Sequence[str], asked: Asked, timeout: float | None = None, output: str | None = None
) -> tuple[list[Result], list[Unreadable], list[LeftOut]]:
    """The results, what could not be read, and what of folders was left out.

    None of them may be the file `output`, which is to be written.
    """
    files, unreadable, left = expand(paths)
    if output is not None:
        from patuh.cli.outputs.files import spare

        spare(files, output)
    results: list[Result] = []
    with Progress(len(files)) as progress:
        for path in files:
            progress.advance(path)
            outcome = within(timeout, _check_one, path, asked)
            if isinstance(outcome, Unreadable) and path not in paths and is_other_text(outcome):
                from pathlib import Path  # only for folders

                above = (name for name in paths if Path(name) in Path(path).parents)
                left.append(LeftOut(next(above), path, "no_regulation"))
            elif isinstance(outcome, Unreadable):
                unreadable.append(outcome)
            else:
                results.append(outcome)
    return results, unreadable, left


def _check_one(path: str, asked: Asked) -> Result | Unreadable:
    from patuh.inputs.checks import check_input  # not for help

    with without_collector():
        return check_input(path, asked)

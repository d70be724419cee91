"""`patuh check FILE…` without any option but `--only`, which is most calls: click is not loaded.

That takes a sixth of the time. Whatever does not go well is left to the command itself.
"""

import os
import sys
from collections.abc import Sequence

_ONLY = "--only"
_COMPLETING = "_PATUH_COMPLETE"
"""With it a shell asks click what may follow."""


def plain_check(words: Sequence[str]) -> int | None:
    """The exit code of such a call, once all is written; None if it is another, or ends badly."""
    paths, ids = _parted(words[1:])
    if words[:1] != ["check"] or not paths or any(path.startswith("-") for path in paths):
        return None
    if sys.platform == "win32" or _COMPLETING in os.environ:
        return None
    from patuh.inputs.paths import settings_of

    if any(map(settings_of, paths)):
        return None
    import datetime

    from patuh.cli.call.faults import FAULT, flushed, outputs_to_fail, tell, use_utf8
    from patuh.cli.checks import check_all
    from patuh.cli.outputs.results import FORMATS, Output
    from patuh.finding import Level
    from patuh.inputs.checks import Asked
    from patuh.knowledge.regulations import national, only, regulations
    from patuh.report.outcome import exit_code
    from patuh.report.view import View

    if ids and not {law.id for law in (*regulations(), *national())}.issuperset(ids):
        return None
    floor = Level.belum_lengkap
    try:
        found = check_all(paths, Asked(only=ids))
    except Exception:
        return None
    results, unreadable, left = found
    view = View(Level.catatan, False, None, datetime.date.today())
    outputs_to_fail()
    use_utf8()
    failed: Exception | None = None
    try:
        with only(ids):
            Output(FORMATS[0], "id", "auto", floor, view).write(results, unreadable, left)
    except Exception as error:
        failed = error
    failed = flushed() or failed
    if failed is not None:
        if not isinstance(failed, BrokenPipeError):
            tell(failed, "id", debug=False)
        return FAULT
    return exit_code(results, unreadable, floor)


def _parted(words: Sequence[str]) -> tuple[list[str], tuple[str, ...]]:
    """The paths among the words, and what each `--only` before one names."""
    paths, ids = list(words), []
    while _ONLY in paths[:-1]:
        at = paths.index(_ONLY)
        ids.append(paths[at + 1])
        del paths[at : at + 2]
    return paths, tuple(ids)

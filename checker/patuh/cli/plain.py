"""`patuh check FILE…` without any option, which is most calls: click is not loaded for it.

That takes a sixth of the time. Whatever does not go well is left to the command itself.
"""

import os
import sys
from collections.abc import Sequence

_COMPLETING = "_PATUH_COMPLETE"
"""With it a shell asks click what may follow."""


def plain_check(words: Sequence[str]) -> int | None:
    """The exit code of such a call, once all is written; None if it is another, or ends badly."""
    paths = list(words[1:])
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
    from patuh.report.outcome import exit_code
    from patuh.report.view import View

    floor = Level.belum_lengkap
    try:
        found = check_all(paths, Asked())
    except Exception:
        return None
    results, unreadable, left = found
    view = View(Level.catatan, False, None, datetime.date.today())
    outputs_to_fail()
    use_utf8()
    failed: Exception | None = None
    try:
        Output(FORMATS[0], "id", "auto", floor, view).write(results, unreadable, left)
    except Exception as error:
        failed = error
    failed = flushed() or failed
    if failed is not None:
        tell(failed, "id", debug=False)
        return FAULT
    return exit_code(results, unreadable, floor)

"""One input of many, checked in another process, and the document that tells what was found."""

import datetime
import gc
from collections import Counter
from functools import cache
from pathlib import Path

from msgspec import Struct

from patuh.finding import Level, Result, Unreadable
from patuh.inputs.checks import Asked, check_input
from patuh.inputs.time_limit import within
from patuh.knowledge.root import using
from patuh.messages import Lang
from patuh.report.documents import json


class Task(Struct, frozen=True):
    """An input with how it is checked; `root` is the knowledge base.

    `region` is the one whose structure a table holds.
    """

    path: str
    root: Path
    as_of: datetime.date | None = None
    timeout: float | None = None
    lang: Lang = "id"
    region: str | None = None


class Done(Struct, frozen=True):
    """What became of an input: its document, and its findings by level; None if it was not read."""

    document: str
    counts: dict[str, int] | None


def done(task: Task) -> Done:
    """Check it. Raises `patuh.engine.EngineError` for a knowledge base that clingo refuses."""
    gc.disable()  # as a command does; what is left over goes with the process
    with using(task.root):
        asked = Asked(as_of=task.as_of, region=task.region)
        found = within(task.timeout, _checked, task.path, asked)
        if isinstance(found, Unreadable):
            return Done(json.render([], [found], task.lang), None)
        counts = Counter(finding.level.name for finding in found.findings)
        levels = sorted(Level, reverse=True)
        document = json.render([found], [], task.lang)
    gc.collect()
    _keep_out_of_sight()
    return Done(document, {level.name: counts[level.name] for level in levels})


@cache
def _keep_out_of_sight() -> None:
    """What the first input leaves are tables that stay: to look through them at each took 6 %."""
    gc.freeze()


def _checked(path: str, asked: Asked) -> Result | Unreadable:
    return check_input(path, asked)

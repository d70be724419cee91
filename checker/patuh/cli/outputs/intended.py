"""Whether a revision does what proposals say that it shall, as a command tells it."""

from collections.abc import Iterable
from pathlib import Path

from patuh.cli.call.wrong_call import FaultError
from patuh.cli.outputs.terminal import readable, show
from patuh.inputs.paths import read_bytes
from patuh.messages import Lang, say
from patuh.report.expectations import ExpectationError, Intended, intention
from patuh.revision.impact import Impact
from patuh.revision.intentions import failures
from patuh_parser.sotk import decode


def intended(paths: Iterable[str], old: Path, new: Path, lang: Lang) -> bool:
    """Whether all intentions hold; each is told with what keeps it from that."""
    impact = Impact(old, new)
    holds = True
    for path in paths:
        failed = unfulfilled(path, impact, lang)
        holds = holds and not failed
        show([say(f"diff.intended.{'fails' if failed else 'holds'}", lang, path=path)])
        show(f"  {line}" for line in failed)
    return holds


def unfulfilled(path: str, impact: Impact, lang: Lang = "id") -> list[str]:
    """What keeps the intention that a proposal states from holding."""
    (data,) = readable(lang, read_bytes(path))
    stated = _stated(path, data)
    (hit,) = readable(lang, impact.on(path, data))
    return [
        say(f"diff.intended.{one.kind}", lang, row=" ".join(filter(None, one.row)))
        for one in failures(stated, hit)
    ]


def _stated(path: str, data: bytes) -> tuple[Intended, ...]:
    try:
        found = intention(decode(data, path))
    except ExpectationError as error:
        raise FaultError("diff.wrong_intention", path=path, line=error.line, what=error) from None
    if not found:
        raise FaultError("diff.no_intention", path=path)
    return found

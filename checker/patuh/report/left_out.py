"""What of a folder was not checked, for every report on it."""

import os
from collections.abc import Iterable

from patuh.finding import LeftOut
from patuh.messages import Lang, say

_MOST = 10


def left_out(every: Iterable[LeftOut], lang: Lang) -> list[str]:
    """One sentence for each folder and reason, with the first names."""
    groups: dict[tuple[str, str], list[str]] = {}
    for one in every:
        names = groups.setdefault((one.folder, one.reason), [])
        names.append(os.path.relpath(one.path, one.folder))
    return [
        say(
            f"inputs.left.{reason}",
            lang,
            folder=folder,
            count=len(names),
            names=_shortened(names, lang),
        )
        for (folder, reason), names in groups.items()
    ]


def _shortened(names: list[str], lang: Lang) -> str:
    shown = ", ".join(names[:_MOST])
    more = len(names) - _MOST
    return f"{shown} {say('inputs.left.more', lang, count=more)}" if more > 0 else shown

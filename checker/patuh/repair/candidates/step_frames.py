"""How steps and attributes are written that a repair puts in: the tables of `steps.toml`."""

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Literal

from msgspec import Struct, convert

from patuh.repair.candidates.law import Law
from patuh_parser.sotk import model as m


class Frame(Struct, frozen=True, forbid_unknown_fields=True):
    """The form of a step; see `steps.toml`."""

    addressed: bool = False
    about: bool = False
    things: tuple[str, ...] = ()
    by: Literal["top", "body"] | None = None
    turn: int = 0
    report: bool = False
    common: bool = False

    def may_be_done_by(self, actor: str, law: Law) -> bool:
        """Whether the actor may do it, as far as the form says so."""
        if self.by is None:
            return True
        return actor == law.top if self.by == "top" else actor in law.bodies

    def objects(self, workflow: m.Workflow, words: Iterable[str]) -> list[str | None]:
        """The objects that a step of this form may have in the workflow."""
        found: list[str | None] = []
        if "data" in self.things and workflow.kind in TABLE.asked:
            found.append(TABLE.asked[workflow.kind])
        if self.about:
            found += [step.object for step in workflow.steps if step.object]
            if workflow.kind in TABLE.about:
                found.insert(0, TABLE.about[workflow.kind])
        if not found:
            found += [thing for thing in self.things if thing in words][:1]
        return list(dict.fromkeys(found)) or [self.things[0] if self.things else None]


class _Table(Struct, frozen=True, forbid_unknown_fields=True):
    about: Mapping[str, str]
    frames: Mapping[str, Frame]
    asked: Mapping[str, str]
    milder: Mapping[str, tuple[str, ...]]
    means: Mapping[str, tuple[str, ...]]
    attributes: Mapping[str, Mapping[str, tuple[str, ...]]]


TABLE = convert(
    tomllib.loads((Path(__file__).parent / "steps.toml").read_text(encoding="utf-8")), _Table
)
FRAMES = TABLE.frames
REPORT = next(act for act, frame in FRAMES.items() if frame.report)
"""The act by which a report is given."""
MEANS = TABLE.means["names"]
ATTRIBUTES = [
    (keyword, text, values)
    for keyword, entry in TABLE.attributes.items()
    for text, values in entry.items()
]


def written_acts(words: Iterable[str]) -> tuple[list[str], list[str]]:
    """The acts among the words, in their order, and common acts besides."""
    found = [word for word in words if word in FRAMES]
    common = [act for act, frame in FRAMES.items() if frame.common and act not in found]
    return found, common

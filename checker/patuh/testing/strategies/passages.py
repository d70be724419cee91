"""Passages: the pieces that proposals are made of, and the findings that each must cause.

They stand in tables, one for each family of checks: `faults/<family>.toml` with the planted
faults, `compliant/*.toml` with what is in order. A table is found by its folder.
"""

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from patuh.knowledge.regulations import national, regulations
from patuh.knowledge.root import of_kb
from patuh.report.expectations import Row

HERE = Path(__file__).parent
_KEYS = {
    "name", "finds", "regulations", "structure", "chart", "workflow", "header", "closed", "takes",
    "replace",
}  # fmt: skip


class Passage(Struct, frozen=True):
    """Sentences of a proposal, with parts such as `{dinas}` for the names (`casting`)."""

    name: str
    finds: tuple[str, ...] = ()
    """The findings that it must cause, each as `LEVEL CHECK SUBJECT`; none if it complies."""
    structure: str = ""
    chart: str = ""
    workflow: str = ""
    header: tuple[str, ...] = ()
    """Lines of the header; one with a key that the header has takes its place."""
    closed: tuple[str, ...] = ()
    """The units for which the proposal says to be complete."""
    takes: str = ""
    """What only one passage of a proposal may speak of, such as the Sekretaris Daerah."""
    replace: tuple[tuple[str, str], ...] = ()
    """Of a complete structure: the words that go, and those that come in their place."""

    @property
    def checks(self) -> frozenset[str]:
        """The checks whose findings it causes, such as "H7"."""
        return frozenset(row.split()[1] for row in self.finds)

    def rows(self, cast: Mapping[str, str]) -> list[Row]:
        """The findings with the names of the cast."""
        rows = (row.split(maxsplit=2) for row in self.finds)
        return [(level, check, subject.format_map(cast)) for level, check, subject in rows]


def faults(regulation: str, checks: Iterable[str] | None = None) -> tuple[Passage, ...]:
    """Every fault that can be planted under the regulation, or those that these checks find.

    Of national law: in a region that has no regulation of its own here.

    Raises `ValueError` if the regulation is unknown, or no fault is left.
    """
    return _wanted(HERE / "faults", regulation, checks)


def compliant(regulation: str) -> tuple[Passage, ...]:
    """Every passage that complies with the regulation."""
    return _wanted(HERE / "compliant", regulation, None)


@of_kb
def read(path: Path, regulation: str) -> tuple[Passage, ...]:
    """The passages of a table that are of use under the regulation; national law must be named.

    Raises `ValueError` if the table is not well formed.
    """
    entries = tomllib.loads(path.read_text(encoding="utf-8"))["passage"]
    regional = [law.id for law in regulations()]
    return tuple(
        _passage(entry, regulation, path)
        for entry in entries
        if regulation in entry.get("regulations", regional)
    )


def _wanted(folder: Path, regulation: str, checks: Iterable[str] | None) -> tuple[Passage, ...]:
    known = [law.id for law in (*regulations(), *national())]
    if regulation not in known:
        raise ValueError(f"no regulation `{regulation}`; there are: {', '.join(known)}")
    wanted = None if checks is None else {check.upper() for check in checks}
    found = _all(folder, regulation)
    chosen = tuple(one for one in found if wanted is None or one.checks & wanted)
    if not chosen:
        raise ValueError(f"no passage of {regulation} is found by {sorted(wanted or ())}")
    return chosen


def _all(folder: Path, regulation: str) -> tuple[Passage, ...]:
    return tuple(one for path in sorted(folder.glob("*.toml")) for one in read(path, regulation))


def _passage(entry: dict[str, Any], regulation: str, path: Path) -> Passage:
    if unknown := entry.keys() - _KEYS:
        raise ValueError(f"{path.name}: {entry.get('name')}: unknown {sorted(unknown)}")
    finds = entry.get("finds", ())
    return Passage(
        name=entry["name"],
        finds=tuple(finds.get(regulation, ()) if isinstance(finds, dict) else finds),
        structure=entry.get("structure", "").strip("\n"),
        chart=entry.get("chart", "").strip("\n"),
        workflow=entry.get("workflow", "").strip("\n"),
        header=tuple(entry.get("header", ())),
        closed=tuple(entry.get("closed", ())),
        takes=entry.get("takes", ""),
        replace=tuple((before, after) for before, after in entry.get("replace", ())),
    )

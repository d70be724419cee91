"""Tables for the texts of drafts: phrases to avoid, terms and spellings (`kb/drafting/*.toml`)."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct

from patuh.knowledge.root import kb_root


class Phrase(Struct, frozen=True):
    """A phrase to look for; `kind` names the norm, `advice` what stands in its place."""

    kind: str
    pattern: re.Pattern[str]
    advice: str


class Terms(Struct, frozen=True):
    """Groups of names for one thing, offices, common abbreviations, and spellings."""

    groups: tuple[tuple[str, ...], ...]
    offices: tuple[str, ...]
    abbreviations: frozenset[str]
    spellings: Mapping[str, str]


@cache
def phrases(root: Path | None = None) -> tuple[Phrase, ...]:
    """All phrases, in the order of the table."""
    return tuple(
        Phrase(entry["jenis"], re.compile(entry["pola"], re.IGNORECASE), entry["saran"])
        for entry in _table("phrases", root or kb_root())["frasa"]
    )


@cache
def terms(root: Path | None = None) -> Terms:
    """The table of terms."""
    table = _table("terms", root or kb_root())
    return Terms(
        groups=tuple(map(tuple, table["sepadan"])),
        offices=tuple(table["jabatan"]),
        abbreviations=frozenset(table["singkatan_umum"]),
        spellings=table["ejaan"],
    )


def _table(name: str, root: Path) -> dict[str, Any]:
    return tomllib.loads((root / "drafting" / f"{name}.toml").read_text(encoding="utf-8"))

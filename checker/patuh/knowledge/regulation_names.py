"""What a regulation calls units and offices of its own: its `names.toml`."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from msgspec import Struct, convert

from patuh_parser.stored import toml


class OwnUnit(Struct, frozen=True, forbid_unknown_fields=True):
    """A unit that a regulation or `kb/names/units.toml` names; its sort, else that of its words."""

    sort: str | None = None
    also: tuple[str, ...] = ()


class OwnOffice(Struct, frozen=True, forbid_unknown_fields=True):
    """An office that only one regulation names."""

    sort: str
    name: str
    also: tuple[str, ...] = ()


class OwnNames(Struct, frozen=True, forbid_unknown_fields=True):
    """The `names.toml` of a regulation: what it calls units and offices of its own."""

    units: Mapping[str, OwnUnit] = {}
    offices: Mapping[str, OwnOffice] = {}
    first_words: Mapping[str, str] = {}


@cache
def own_names(regulation: str, root: Path) -> OwnNames:
    """The names of a regulation's own; none if it has no `names.toml`."""
    path = root / "regulations" / regulation / "names.toml"
    return convert(toml(path), OwnNames) if path.is_file() else OwnNames()

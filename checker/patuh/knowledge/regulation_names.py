"""What a regulation calls units and offices of its own: its `names.toml`."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

from msgspec import Meta, Struct, convert

from patuh.knowledge.constant import Constant
from patuh.knowledge.root import of_kb
from patuh_parser.stored import toml

Name = Annotated[str, Meta(pattern=r"^\S+(?: \S+)*\Z")]
"""Words with a blank between them."""


class OwnUnit(Struct, frozen=True, forbid_unknown_fields=True):
    """A unit that a regulation or `kb/names/units.toml` names; its sort, else that of its words."""

    sort: Constant | None = None
    also: tuple[Name, ...] = ()


class OwnOffice(Struct, frozen=True, forbid_unknown_fields=True):
    """An office that only one regulation names."""

    sort: Constant
    name: Name
    also: tuple[Name, ...] = ()


class OwnNames(Struct, frozen=True, forbid_unknown_fields=True):
    """The `names.toml` of a regulation: what it calls units and offices of its own."""

    units: Mapping[Name, OwnUnit] = {}
    offices: Mapping[Constant, OwnOffice] = {}
    first_words: Mapping[Name, Constant] = {}


@of_kb
def own_names(regulation: str, root: Path) -> OwnNames:
    """The names of a regulation's own; none if it has no `names.toml`."""
    path = root / "regulations" / regulation / "names.toml"
    return convert(toml(path), OwnNames) if path.is_file() else OwnNames()

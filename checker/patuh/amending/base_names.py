"""The units of a base as names that the change may use."""

from collections import Counter

from msgspec.structs import replace

from patuh_parser.sotk.lexing.gazetteer import Gazetteer, KnownName
from patuh_parser.sotk.model import Proposal


def with_units(names: Gazetteer, base: Proposal) -> Gazetteer:
    """The names, with those of the units of the base.

    A unit inside an agency is known without its agency where no other has its name.
    """
    known = {name.name for name in names.names}
    count = Counter(unit.name for unit in base.units)
    found = tuple(
        KnownName(unit.name, unit.key, unit.sort, unit.name)
        for unit in base.units
        if unit.sort != "pihak_luar" and unit.name not in known and count[unit.name] == 1
    )
    return replace(names, names=(*names.names, *found))

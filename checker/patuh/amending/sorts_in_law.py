"""Which sorts of units the regulations let stand where."""

from msgspec import Struct

from patuh.knowledge.norms import constants, sorts
from patuh.knowledge.offices import offices
from patuh.knowledge.regulations import regulations
from patuh.knowledge.root import of_kb


class Placing(Struct, frozen=True):
    """Which sorts the knowledge base lets stand where, under any of its regulations."""

    given: frozenset[str]
    """Offices and bodies that higher law gives every regency."""
    agencies: frozenset[str]
    nested: frozenset[str]
    """Agencies that may lie in another one."""
    asisten: frozenset[str]
    coordinators: frozenset[str]
    coordinated: frozenset[str]


@of_kb
def placing() -> Placing:
    """What all regulations of the knowledge base say together."""
    ids = tuple(law.id for law in regulations())
    known, every = sorts(ids), offices()
    given = frozenset(office.key for office in every.values() if office.unique)
    agencies = known.agencies - given
    return Placing(
        given,
        agencies,
        agencies - known.always_agencies,
        frozenset(every[key].sort for key in constants(ids, "asisten_resmi", 1)),
        frozenset(office.sort for office in every.values() if office.kind == "jabatan"),
        agencies | known.inside.intersection(constants(ids, "tugas_asisten", 3)),
    )

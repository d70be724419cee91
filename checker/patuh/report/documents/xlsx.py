"""A proposal as the table that `patuh import` reads: its units and what they lie in."""

from collections.abc import Iterator

from patuh.amending.mentioned import in_structure
from patuh.checking import Reading
from patuh.comparison.sheets import workbook
from patuh.knowledge.names import display_names, kinds
from patuh.knowledge.norms import sorts
from patuh.knowledge.offices import offices
from patuh.knowledge.root import kb_root
from patuh.tables.words import heads
from patuh_parser.sotk.model import Placement, Unit

_WIDTHS = (8, 70, 12)
_SHEET = "UNOR"


def exported(reading: Reading) -> bytes:
    """The workbook: each unit below the one that it lies in, with ids as SIASN has them."""
    rows = list(table_of(reading))
    return workbook(_SHEET, _WIDTHS, [name.upper() for name in heads()], rows)


def table_of(reading: Reading) -> Iterator[tuple[str, str, str]]:
    """Id, name, and id of the superior of each unit that a table of the regency has.

    A person at its head is a row only where a unit lies in his office.
    """
    proposal = reading.proposal
    every = in_structure(proposal)
    units = {key: unit for key, unit in every.items() if _listed(unit)}
    parents = {key: unit.parent for key, unit in units.items()}
    for one in proposal.statements:
        if isinstance(one, Placement) and not one.possible and one.unit in units:
            parents[one.unit] = one.parent
    persons = {key for key in parents.values() if key in offices() and key in every}
    for key in sorted(persons - units.keys()):  # in whose office a unit is put
        units[key], parents[key] = every[key], None
    names = display_names(kb_root(), [law.id for law in reading.laws])
    below: dict[str | None, list[str]] = {}
    for key, parent in parents.items():
        below.setdefault(parent if parent in units else None, []).append(key)
    ids: dict[str, str] = {}
    stack = [*reversed(units), *reversed(below.get(None, []))]
    while stack:
        key = stack.pop()
        if key in ids:
            continue
        ids[key] = str(len(ids) + 1)
        name = units[key].name if " " in key else names.get(key, units[key].name)
        yield ids[key], _typed(name, units[key].type), ids.get(parents[key] or "", "")
        stack.extend(reversed(below.get(key, [])))


def _typed(name: str, kind: str | None) -> str:
    return name if kind is None else f"{name} {kind}"


def _listed(unit: Unit) -> bool:
    """Whether it is a unit of the regency, no person at its head, forum or body beside it."""
    office = offices().get(unit.key)
    if office is None:
        return unit.sort not in sorts(()).outside
    return unit.sort in kinds().complete or (office.kind == "jabatan" and not office.unique)

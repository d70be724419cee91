"""Which unit the list of a regulation puts under which Asisten."""

from msgspec import Struct

from patuh.knowledge.list_headings import list_headings
from patuh.knowledge.names import display_names
from patuh.knowledge.norms import norms
from patuh.knowledge.offices import asisten_of
from patuh.knowledge.root import kb_root, of_kb


class Entry(Struct, frozen=True):
    """A unit in the list, by the names that a proposal writes."""

    asisten: str
    group: str
    """A group of `kb/names/lists.toml`."""
    unit: str
    provision: str

    @property
    def is_agency(self) -> bool:
        """Whether the list has it among the Perangkat Daerah."""
        return any(heading.group == self.group for heading in list_headings() if heading.agencies)


def asisten(regulation: str) -> tuple[str, ...]:
    """The names of the Asisten of a regulation."""
    return tuple(office.name for office in asisten_of(regulation))


@of_kb
def entries(regulation: str) -> tuple[Entry, ...]:
    """The list of a regulation in its order; empty if it has none."""
    shown = display_names(kb_root(), (regulation,))
    return tuple(
        Entry(shown[head], group, unit, provision)
        for _, (_, head, group, unit, provision) in norms(regulation, "daftar")
    )

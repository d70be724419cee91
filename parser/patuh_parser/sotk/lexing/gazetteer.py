"""Names that a proposal may use before it introduces them: data handed to the reader.

The reader knows no regulation; whoever calls it says which names exist. A `KnownName` with
a multi-word `name` is matched longest first, so "Dinas Komunikasi, Informatika, Statistik
dan Persandian" is one name.
"""

from collections.abc import Mapping

from msgspec import Struct


class KnownName(Struct, frozen=True, array_like=True):
    """One spelling of a unit; several spellings share a key."""

    name: str
    key: str
    sort: str
    display: str


def split_name(name: str) -> list[str]:
    """Return the words of a name, commas apart, as the text gives them."""
    return name.replace(",", " , ").split()


class Sorts(Struct, frozen=True):
    """What the reader has to know of the sorts of units."""

    nested: frozenset[str] = frozenset()
    """Those whose units are known by their parent and name."""
    outside: frozenset[str] = frozenset()
    """Those of bodies of the state; a list of such may hold names of any form."""
    unknown: str = ""
    """That of a name which tells none."""
    homes: Mapping[str, tuple[str, str]] = {}
    """Sort → the unit in which its units lie, and the sort of such a unit anywhere else."""
    hosts: frozenset[str] = frozenset()
    """Sorts of offices in the homes, in which the units of those homes may be put."""
    agencies: frozenset[str] = frozenset()
    """Those of units that lie in no other one."""
    complete: frozenset[str] = frozenset()
    """Those of units for which a proposal may say that it is complete."""
    placed: frozenset[str] = frozenset()
    """Those of units that a table puts even in the office of a person."""
    alone: Mapping[str, tuple[str, str]] = {}
    """First words that are the whole name of a part of another unit → its sort and name."""

    def elsewhere(self, sort: str) -> str:
        """The sort of a unit that lies in another one than the home of its sort."""
        return self.homes[sort][1] if sort in self.homes else sort

    def is_part(self, sort: str | None) -> bool:
        """Whether units of the sort are parts of others."""
        return sort in self.nested or sort in self.homes

    def may_lie_inside(self, sort: str | None) -> bool:
        """Whether units of the sort lie in others, as parts of them or below them."""
        below = sort in self.complete and sort not in self.agencies
        return below or self.is_part(sort)

    def within(self, sort: str | None, parent: str, above: str | None) -> bool:
        """Whether a unit of the sort in `parent`, of the sort `above`, is known by both names."""
        home = self.homes.get(sort or "")
        strange = home is not None and home[0] != parent and above not in self.hosts
        return sort in self.nested or strange


class Gazetteer(Struct, frozen=True, eq=False):
    """What the reader may take for granted; each is itself alone, so that its tables can be kept.

    `names`: every known spelling. `first_words`: the word or words that begin the name of a
    unit, with the sort they give ("Dinas" → dinas). `heads`: what begins the name of an
    office that stands for its unit ("Kepala", "Camat" → "Kecamatan"). `titles`: offices that
    name no unit, with what the name of the unit meant begins with. `same`: beginnings of
    names of one unit, with the one that they are read as. `spellings`: words
    written otherwise than the law writes them, with the standard word. `patterns`,
    `sub_kinds`: those of working relations that the regulations name. `regions`: names of
    regencies with a regulation. `words`: words that occur in names, never a slip of a
    similar word. `sorts`: what the sorts of units are.
    """

    names: tuple[KnownName, ...] = ()
    first_words: Mapping[str, str] = {}
    heads: Mapping[str, str] = {}
    titles: Mapping[str, tuple[str, ...]] = {}
    same: Mapping[str, str] = {}
    spellings: Mapping[str, str] = {}
    patterns: tuple[str, ...] = ()
    sub_kinds: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()
    sorts: Sorts = Sorts()
    closed_means: bool = False
    """Whether the means of a step are a closed list."""

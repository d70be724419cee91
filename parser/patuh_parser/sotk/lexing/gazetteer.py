"""Names that a proposal may use before it introduces them: data handed to the reader.

The reader knows no regulation; whoever calls it says which names exist. A `KnownName` with
a multi-word `name` is matched longest first, so "Dinas Komunikasi, Informatika, Statistik
dan Persandian" is one name.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class KnownName:
    """One spelling of a unit; several spellings share a key."""

    name: str
    key: str
    sort: str
    display: str


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """What the reader may take for granted.

    `names`: every known spelling. `first_words`: the word or words that begin the name of a
    unit, with the sort they give ("Dinas" → dinas). `heads`: what begins the name of an
    office that stands for its unit ("Kepala", "Camat" → "Kecamatan"). `spellings`: words
    written otherwise than the law writes them, with the standard word. `regions`: names of
    regencies with a regulation. `words`: words that occur in names, never a slip of a
    similar word.
    """

    names: tuple[KnownName, ...] = ()
    first_words: Mapping[str, str] = field(default_factory=dict)
    heads: Mapping[str, str] = field(default_factory=dict)
    spellings: Mapping[str, str] = field(default_factory=dict)
    regions: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()

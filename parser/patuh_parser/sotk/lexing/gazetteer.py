"""Names that a proposal may use before it introduces them: data handed to the reader.

The reader knows no regulation; whoever calls it says which names exist. A `KnownName` with
a multi-word `name` is matched longest first, so "Dinas Komunikasi, Informatika, Statistik
dan Persandian" is one name.
"""

from collections.abc import Mapping

from msgspec import Struct


class KnownName(Struct, frozen=True):
    """One spelling of a unit; several spellings share a key."""

    name: str
    key: str
    sort: str
    display: str


class Gazetteer(Struct, frozen=True):
    """What the reader may take for granted.

    `names`: every known spelling. `first_words`: the word or words that begin the name of a
    unit, with the sort they give ("Dinas" → dinas). `heads`: what begins the name of an
    office that stands for its unit ("Kepala", "Camat" → "Kecamatan"). `spellings`: words
    written otherwise than the law writes them, with the standard word. `regions`: names of
    regencies with a regulation. `words`: words that occur in names, never a slip of a
    similar word.
    """

    names: tuple[KnownName, ...] = ()
    first_words: Mapping[str, str] = {}
    heads: Mapping[str, str] = {}
    spellings: Mapping[str, str] = {}
    regions: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()

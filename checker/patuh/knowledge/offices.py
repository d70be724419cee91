"""The offices, bodies and forums that the law names, and whom of them the norms put over others."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, convert

from patuh.knowledge.norms import constants, norms
from patuh.knowledge.regulation_names import own_names
from patuh.knowledge.regulations import regulations
from patuh.knowledge.root import kb_root, of_kb
from patuh_parser.stored import toml


class Office(Struct, frozen=True):
    """An office or forum that the law itself names, from `kb/names/offices.toml`."""

    key: str
    sort: str
    name: str
    also: tuple[str, ...] = ()
    kind: str = "jabatan"
    """"jabatan" (of one person), "lembaga" (a body or unit), "forum", "kolektif" (of all)."""
    regulation: str = ""
    """The regulation that alone knows it; "" for one that every regulation knows."""

    @property
    def unique(self) -> bool:
        """Whether every regency has just one of the sort."""
        return self.key == self.sort


def offices(root: Path | None = None) -> Mapping[str, Office]:
    """The offices by key, in the order of the table."""
    return _offices(root or kb_root())


@of_kb
def _offices(root: Path) -> Mapping[str, Office]:
    table = toml(root / "names" / "offices.toml")
    general = {key: convert({"key": key, **entry}, Office) for key, entry in table.items()}
    own = {
        key: Office(key, office.sort, office.name, office.also, regulation=law.id)
        for law in regulations(root)
        for key, office in own_names(law.id, root).offices.items()
    }
    return own | general


def asisten_of(regulation: str) -> tuple[Office, ...]:
    """The Asisten that a regulation names, in its order."""
    known = offices()
    named = constants((regulation,), "asisten_resmi", 1)
    return tuple(known[key] for key in named if key in known)


def superior_of_asisten(regulation: str) -> Office:
    """To whom they answer; raises `LookupError` if the regulation does not say it."""
    own = {office.sort for office in asisten_of(regulation)}
    for _, (_, group, superior, *_) in norms(regulation, "pertanggungjawaban"):
        if group in own:
            return offices()[superior]
    raise LookupError(f"no norm of {regulation} says to whom they answer")

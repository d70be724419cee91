"""Which unit the list of a regulation puts under which Asisten."""

import re
from dataclasses import dataclass
from functools import cache

from patuh.knowledge.names import display_names
from patuh.knowledge.root import kb_root

ASISTEN = (
    "Asisten Pemerintahan dan Kesejahteraan Rakyat",
    "Asisten Perekonomian dan Pembangunan",
    "Asisten Administrasi Umum",
)
AGENCY_GROUPS = ("pelaksana", "penunjang")
_FACT = re.compile(r'^daftar\(\w+, (\w+), (\w+), "([^"]+)", "([^"]+)"\)\.$', re.MULTILINE)


@dataclass(frozen=True)
class Entry:
    """A unit in the list, by the names that a proposal writes."""

    asisten: str
    group: str
    """`bagian`, `pelaksana`, `penunjang`, `vertikal` or `lainnya`."""
    unit: str
    provision: str


@cache
def entries(regulation: str) -> tuple[Entry, ...]:
    """The list of a regulation in its order; empty if it has none."""
    shown = display_names(kb_root(), (regulation,))
    folder = kb_root() / "regulations" / regulation
    return tuple(
        Entry(shown[asisten], group, unit, provision)
        for path in sorted(folder.glob("pasal_*_daftar.lp"))
        for asisten, group, unit, provision in _FACT.findall(path.read_text(encoding="utf-8"))
    )

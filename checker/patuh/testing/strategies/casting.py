"""Who plays the parts of a passage: `{dinas}` becomes an agency of its own, and so on.

A part is a kind of unit, with a number where a passage needs several: `dinas`, `dinas_2`. A
`dinas` may be a Badan too, a `dinas_bukan_badan` may not.
Prefixes lead from one part to another: `asisten_dinas` is the Asisten who has it,
`bukan_asisten_dinas` one who has not, `seberang_dinas` an agency of another Asisten. `a|b` is
the one of two parts that sorts first, as clingo sorts. `kabupaten` and `perbup` are those of the
regulation.
"""

import re
from collections.abc import Callable, Iterator, Mapping

from patuh.knowledge.regulations import regulation as identity
from patuh.testing.strategies import names
from patuh.testing.strategies.roster import AGENCY_GROUPS, ASISTEN, Entry, entries

_NUMBER = re.compile(r"_\d+$")
_INSIDE = {"bidang": "Bidang", "seksi": "Seksi"}
_NAMED: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "bagian": ("Bagian", names.STAFF),
    "rsud": ("Rumah Sakit Umum Daerah", names.DISTRICTS),
    "kecamatan": ("Kecamatan", names.DISTRICTS),
    "kelurahan": ("Kelurahan", names.VILLAGES),
    "upt": ("UPT", names.TECHNICAL),
    "tugas": ("", names.TASKS),
    "perihal": ("", names.MATTERS),
}


class Company:
    """The names of one proposal; nobody plays two parts of it.

    `shift` tells where in the lists of names to begin.
    """

    def __init__(self, regulation: str, shift: int = 0) -> None:
        listed = entries(regulation)
        self._asisten = {name: ASISTEN[at % 3] for at, name in enumerate(names.AGENCIES)}
        self._asisten |= {entry.unit: entry.asisten for entry in listed}
        self._agencies = list(_turned(agencies(regulation), shift))
        self._free = {
            kind: names.numbered(prefix, _turned(pool, shift))
            for kind, (prefix, pool) in _NAMED.items()
        }
        for kind in ("bagian", "vertikal", "lainnya", "rsud"):
            units = tuple(entry.unit for entry in listed if _is(entry, kind))
            if units:
                self._free[kind] = iter(_turned(units, shift))
        self.fixed = {"kabupaten": identity(regulation).region, "perbup": cited(regulation)}

    def play(self, kind: str) -> str:
        """Somebody who has no part yet; raises `LookupError` if there is nobody."""
        if kind == "dinas":
            if not self._agencies:
                raise LookupError("every agency has a part")
            return self._agencies.pop(0)
        if kind == "dinas_bukan_badan":
            return self._first(lambda name: name.startswith("Dinas "), "no Dinas is left")
        name = next(self._free.get(kind, iter(())), None)
        if name is None:
            raise LookupError(f"nobody is left for the part `{kind}`")
        return name

    def agency_of_another(self, asisten: str) -> str:
        """An agency without a part whose Asisten is another one; errors as `play`."""
        return self._first(
            lambda name: self.asisten_of(name) != asisten,
            f"all agencies left are those of {asisten}",
        )

    def _first(self, fits: Callable[[str], bool], nobody: str) -> str:
        name = next(filter(fits, self._agencies), None)
        if name is None:
            raise LookupError(nobody)
        self._agencies.remove(name)
        return name

    def idle_agencies(self) -> tuple[str, ...]:
        """The agencies that have no part."""
        return tuple(self._agencies)

    def asisten_of(self, unit: str) -> str:
        """The Asisten whom the list gives the unit; without a list, the agencies take turns."""
        return self._asisten.get(unit, ASISTEN[0])


class Cast(Mapping[str, str]):
    """The parts of one passage, given when they are first named.

    `agencies` play the parts `dinas` in their order; without them, such as have no part yet.
    """

    def __init__(self, company: Company, agencies: Iterator[str] | None = None) -> None:
        self._company = company
        self._agencies = agencies
        self._parts: dict[str, str] = {}
        self._inside = {kind: names.numbered(word, names.UNITS) for kind, word in _INSIDE.items()}

    def __getitem__(self, part: str) -> str:
        if "|" in part:
            return min(self[one] for one in part.split("|"))
        if part not in self._parts:
            self._parts[part] = self._give(part)
        return self._parts[part]

    def within(self, agency: str) -> None:
        """Another passage on the same agency: the parts of its units are given anew."""
        self._parts = {"dinas": agency}

    def _give(self, part: str) -> str:
        if part in self._company.fixed:
            return self._company.fixed[part]
        if part.startswith("asisten_"):
            return self._company.asisten_of(self[part.removeprefix("asisten_")])
        if part.startswith("bukan_asisten_"):
            own = self[part.removeprefix("bukan_")]
            return next(asisten for asisten in ASISTEN if asisten != own)
        if part.startswith("seberang_"):
            return self._company.agency_of_another(self["asisten_" + part[len("seberang_") :]])
        kind = _NUMBER.sub("", part)
        if kind in self._inside:
            return next(self._inside[kind])
        if kind == "dinas" and self._agencies is not None:
            return next(self._agencies)
        return self._company.play(kind)

    def __iter__(self) -> Iterator[str]:
        return iter(self._parts)

    def __len__(self) -> int:
        return len(self._parts)


def cited(regulation: str) -> str:
    """The regulation as a proposal cites it: "Peraturan Bupati Paser Nomor 56 Tahun 2020"."""
    law = identity(regulation)
    region = law.region.removeprefix("Kabupaten ")
    return f"{law.kind} {region} Nomor {law.number} Tahun {law.year}"


def agencies(regulation: str) -> tuple[str, ...]:
    """The Dinas and Badan that a proposal may have without a finding, the plain names first."""
    listed = [entry.unit for entry in entries(regulation) if entry.group in AGENCY_GROUPS]
    found = [name for name in listed if name.startswith(("Dinas ", "Badan "))]
    return tuple(sorted(found, key=lambda name: len(name.split()))) or names.AGENCIES


def _is(entry: Entry, kind: str) -> bool:
    hospital = entry.unit.startswith("Rumah Sakit ")
    return hospital if kind == "rsud" else entry.group == kind


def _turned(pool: tuple[str, ...], shift: int) -> tuple[str, ...]:
    start = shift % len(pool)
    return pool[start:] + pool[:start]

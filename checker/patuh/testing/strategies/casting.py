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
from itertools import cycle

from patuh.knowledge.regulations import regulation as named
from patuh.knowledge.regulations import where_alone
from patuh.testing.strategies import drawn_names
from patuh.testing.strategies.roster import asisten, entries

_NUMBER = re.compile(r"_\d+$")


class Company:
    """The names of one proposal; nobody plays two parts of it.

    `shift` tells where in the lists of names to begin.
    """

    def __init__(self, regulation: str, shift: int = 0) -> None:
        listed = entries(regulation)
        law = where_alone(named(regulation))
        self.asisten = asisten(regulation)
        self._of = dict(zip(drawn_names.AGENCIES, cycle(self.asisten), strict=False))
        self._of |= {entry.unit: entry.asisten for entry in listed}
        self._agencies = list(_turned(agencies(regulation), shift))
        self._free = {
            kind: drawn_names.numbered(part.word, _turned(part.names, shift))
            for kind, part in drawn_names.PARTS.items()
        }
        own: dict[str, list[str]] = {}
        for entry in listed:
            begun = (kind for kind, part in drawn_names.PARTS.items() if part.begins(entry.unit))
            for kind in {entry.group, *begun}:
                own.setdefault(kind, []).append(entry.unit)
        self._free |= {kind: iter(_turned(tuple(units), shift)) for kind, units in own.items()}
        self.fixed = {
            "kabupaten": law.region,
            "perbup": law.cited,
        }

    def play(self, kind: str) -> str:
        """Somebody who has no part yet; raises `LookupError` if there is nobody."""
        if (first := drawn_names.AGENCY_PARTS.get(kind)) is not None:
            return self._first(lambda name: name.startswith(first))
        name = next(self._free.get(kind, iter(())), None)
        if name is None:
            raise LookupError(f"nobody is left for the part `{kind}`")
        return name

    def agency_of_another(self, asisten: str) -> str:
        """An agency without a part whose Asisten is another one; errors as `play`."""
        return self._first(lambda name: self.asisten_of(name) != asisten)

    def _first(self, fits: Callable[[str], bool]) -> str:
        name = next(filter(fits, self._agencies), None)
        if name is None:
            raise LookupError("no agency that fits is left without a part")
        self._agencies.remove(name)
        return name

    def idle_agencies(self) -> tuple[str, ...]:
        """The agencies that have no part."""
        return tuple(self._agencies)

    def asisten_of(self, unit: str) -> str:
        """The Asisten whom the list gives the unit; without a list, the agencies take turns."""
        return self._of.get(unit, self.asisten[0])


class Cast(Mapping[str, str]):
    """The parts of one passage, given when they are first named.

    `agencies` play the parts `dinas` in their order; without them, such as have no part yet.
    """

    def __init__(self, company: Company, agencies: Iterator[str] | None = None) -> None:
        self._company = company
        self._agencies = agencies
        self._parts: dict[str, str] = {}
        self._inside = {
            kind: drawn_names.numbered(part.word, part.names)
            for kind, part in drawn_names.PARTS.items()
            if part.inside
        }

    def __getitem__(self, part: str) -> str:
        if "|" in part:
            return min(self[one] for one in part.split("|"))
        if part not in self._parts:
            self._parts[part] = self._give(part)
        return self._parts[part]

    def within(self, agency: str) -> None:
        """Another passage on the same agency: the parts of its units are given anew."""
        self._parts = {drawn_names.AGENCY: agency}

    def _give(self, part: str) -> str:
        if part in self._company.fixed:
            return self._company.fixed[part]
        if part.startswith("asisten_"):
            return self._company.asisten_of(self[part.removeprefix("asisten_")])
        if part.startswith("bukan_asisten_"):
            own = self[part.removeprefix("bukan_")]
            return next(asisten for asisten in self._company.asisten if asisten != own)
        if part.startswith("seberang_"):
            return self._company.agency_of_another(self["asisten_" + part[len("seberang_") :]])
        kind = _NUMBER.sub("", part)
        if kind in self._inside:
            return next(self._inside[kind])
        if kind == drawn_names.AGENCY and self._agencies is not None:
            return next(self._agencies)
        return self._company.play(kind)

    def __iter__(self) -> Iterator[str]:
        return iter(self._parts)

    def __len__(self) -> int:
        return len(self._parts)


def agencies(regulation: str) -> tuple[str, ...]:
    """The Dinas and Badan that a proposal may have without a finding, the plain names first."""
    listed = [entry.unit for entry in entries(regulation) if entry.is_agency]
    found = [
        name for name in listed if name.startswith(drawn_names.AGENCY_PARTS[drawn_names.AGENCY])
    ]
    return tuple(sorted(found, key=lambda name: len(name.split()))) or drawn_names.AGENCIES


def _turned(pool: tuple[str, ...], shift: int) -> tuple[str, ...]:
    start = shift % len(pool)
    return pool[start:] + pool[:start]

"""Whose head a title without a name is: `Kepala Dinas`, `Camat`, `Sekretaris`."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from patuh_parser.sotk.lexing.gazetteer import Sorts
from patuh_parser.sotk.lexing.name_finder import Mention

_ITS = "nya"
"""The end of a title that is no unit's but the one above (`atasannya`, `Dinas induknya`)."""


class Declared(Struct):
    """What a text says of its units at any place: first mention, sort and parent by key."""

    first: dict[str, Mention] = {}
    sorts: dict[str, str] = {}
    parents: dict[str, str] = {}

    def above(self, key: str) -> Iterator[str]:
        """The units that one lies in, from the inside out."""
        seen = {key}
        at = self.parents.get(key)
        while at is not None and at not in seen:
            yield at
            seen.add(at)
            at = self.parents.get(at)


def is_above(title: Mention) -> bool:
    """Tell whether a title means what a unit lies in, and no other."""
    return title.name.endswith(_ITS) or title.name[0].islower()


class Titles:
    """Finds the unit meant; `about` are the units that the sentence is on, `complete` those of
    LINGKUP, `subjects` those of the workflow."""

    def __init__(self, declared: Declared, sorts: Sorts) -> None:
        self.declared = declared
        self.sorts = sorts
        self.about: Sequence[str] = ()
        self.group: str | None = None
        """What a sentence on `seluruh …` is on."""
        self.subjects: Sequence[str] = ()
        self.complete: Sequence[str] = ()
        self.upward = False
        """Only units that are not inside those of the sentence can be meant."""

    def meant(self, title: Mention, itself: bool = False) -> str | None:
        """The key of the unit that the title stands for, None if the text leaves it open.

        `itself`: it may be one of those that the sentence is on.
        """
        above = is_above(title)
        tried = ((self.about, itself), (self.subjects, True))
        for units, own in tried[:1] if above else tried:
            found = {self._climbed(title, unit, own) for unit in units}
            if found - {None}:
                return found.pop() if len(found) == 1 else None
        if above:
            return None
        around = self._agencies((*self.about, *self.subjects))
        fitting = [unit for unit in self.candidates(title) if self._open(unit, around)]
        for units in (self._complete(fitting), self._outer(fitting)):
            if len(units) == 1:
                return units[0]
        return None

    def agency(self) -> str | None:
        """The only agency that the sentence is on, unless what is meant must lie outside it."""
        around = list(self._agencies((*self.about, *self.subjects)))
        return around[0] if len(around) == 1 and not self.upward else None

    def inside(self, title: Mention, parent: str) -> str | None:
        """The only unit for the title in `parent`, which may be that itself."""
        if self.fits(title, parent):
            return parent
        found = [at for at in self.candidates(title) if parent in self.declared.above(at)]
        return found[0] if len(found) == 1 else None

    def candidates(self, title: Mention) -> Iterator[str]:
        """The units of the text that the title could stand for."""
        return (unit for unit in self.declared.sorts if self.fits(title, unit))

    def suggestions(self, title: Mention) -> Iterator[str]:
        """Names to write instead."""
        found = is_above(title)
        for key in () if found else self.candidates(title):
            found = True
            yield key if " pada " in key else self.declared.first[key].name
        if not found and title.title[0] in self.sorts.alone:
            around = self._agencies((*self.about, *self.subjects))
            for key in around or self._agencies(self.declared.sorts):
                yield f"{title.title[0]} pada {self.declared.first[key].name}"

    def fits(self, title: Mention, unit: str) -> bool:
        """Whether the office can head a unit: it is of its sort, and named as the title has it."""
        sort = self.declared.sorts.get(unit)
        if title.sort is not None and sort not in (title.sort, self.sorts.elsewhere(title.sort)):
            return False
        mention = self.declared.first.get(unit)
        name = unit if mention is None else mention.name
        return any(f"{name} ".startswith(f"{begin} ".lstrip()) for begin in title.title)

    def _climbed(self, title: Mention, unit: str, itself: bool) -> str | None:
        if itself and self.fits(title, unit):
            return unit
        return next((at for at in self.declared.above(unit) if self.fits(title, at)), None)

    def _agencies(self, units: Iterable[str]) -> dict[str, None]:
        """The agencies that units are or lie in, in their order."""
        around = (above for unit in units for above in (unit, *self.declared.above(unit)))
        sorts = self.declared.sorts
        return dict.fromkeys(key for key in around if sorts.get(key) in self.sorts.agencies)

    def _open(self, unit: str, agencies: Iterable[str]) -> bool:
        """Whether a unit is in no other agency than those that the sentence is on."""
        above = set(self.declared.above(unit))
        if unit in self.about or (self.upward and not above.isdisjoint(self.about)):
            return False
        return all(agency == unit or agency in above for agency in agencies)

    def _complete(self, units: Iterable[str]) -> list[str]:
        """Those that LINGKUP is complete for."""
        complete = set(self.complete)
        return [u for u in units if not complete.isdisjoint((u, *self.declared.above(u)))]

    def _outer(self, units: Iterable[str]) -> list[str]:
        """Those of which an agency has not one each."""
        inner = (*self.sorts.nested, *self.sorts.homes)
        return [unit for unit in units if self.declared.sorts[unit] not in inner]

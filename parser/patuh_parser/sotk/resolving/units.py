"""Second pass over names, who is meant: keys, parents and sorts of the units of one file."""

import re
from itertools import islice

from patuh_parser.sotk.errors import Diagnostics
from patuh_parser.sotk.lexing.name_finder import Mention, NameFinder
from patuh_parser.sotk.limits import LONGEST_NAME, MOST_UNITS
from patuh_parser.sotk.model import Unit
from patuh_parser.sotk.resolving.inside import (
    Keys,
    chain_of,
    key_within,
    place_name,
)
from patuh_parser.sotk.vocabulary import tables
from patuh_parser.text.span import Span

_WORD = re.compile(r"[a-z][a-z0-9_]*")
"""The form of the keys of offices."""


class Units:
    """All units that a file mentions, as they are resolved; `keys` are those of units inside."""

    def __init__(self, errors: Diagnostics, names: NameFinder, keys: Keys) -> None:
        self.errors = errors
        self.names = names
        self.keys = keys
        self.first: dict[str, Mention] = {}
        """Key → first mention."""
        self.sorts: dict[str, str] = {}
        self.parents: dict[str, str] = {}
        self.classes: dict[str, str] = {}
        self.settled = False
        """The structure is read: from now on a parent that is news is an error."""
        self.kinds = names.gazetteer.sorts
        self._complained: set[str] = set()

    def resolve(self, mention: Mention, parent: str | None = None) -> str:
        """Return the key of a unit; its first mention counts as declaration.

        `parent` is the key of the unit in which the text lists it.
        """
        if mention.inside is None:
            return self._one(mention, parent)
        above: str | None = None
        for link in reversed(chain_of(mention)):
            above = self._one(link, above)
        assert above is not None
        return above

    def _one(self, mention: Mention, above: str | None) -> str:
        """The key of a name whose place, if it has one, is resolved."""
        key = mention.key or mention.name
        sort = mention.sort or self.kinds.unknown
        if mention.quoted:
            self._check_quoted(mention, key)
        inner: str | None = None
        if above is not None and self.kinds.within(sort, above):
            inner = key_within(mention.name, place_name(above, self.first[above].name))
        elif above is None and mention.key is None and mention.name in self.keys:
            inner = self._bare(mention, sort)
        if inner is not None:
            key = inner
            sort = self.kinds.elsewhere(sort)
        known = self.sorts.get(key)
        if known is None:
            self._first_time(mention)
            self.first[key] = mention
            self.sorts[key] = sort
        elif known != sort and tables().sorts["quoted"][0] in (known, sort):
            self._complain("E308", mention.span, f'"{mention.name}"')
        if above is not None and self.parents.setdefault(key, above) != above and self.settled:
            self.errors.add("E311", mention.span, mention.name, self.parents[key])
        return key

    def _bare(self, mention: Mention, sort: str) -> str | None:
        """The key of a unit inside another that is named without it."""
        if sort not in self.kinds.nested and sort not in self.kinds.homes:
            return None
        keys = tuple(islice(self.keys[mention.name], 3))
        if len(keys) > 1:
            self._complain("E306", mention.span, mention.name, keys)
        return keys[0]

    def _check_quoted(self, mention: Mention, key: str) -> None:
        if _WORD.fullmatch(key):
            self._complain("E312", mention.span, f'"{mention.name}"')
        elif key in self.names.reserved:
            self._complain("E308", mention.span, f'"{mention.name}"')

    def _first_time(self, mention: Mention) -> None:
        """Note a name that is too long (E313), and one unit too many (E314)."""
        if len(mention.name) > LONGEST_NAME:
            self.errors.add("E313", mention.span, mention.name, str(LONGEST_NAME))
        if len(self.sorts) == MOST_UNITS:
            self.errors.add("E314", mention.span, mention.name, str(MOST_UNITS))

    def _complain(self, code: str, span: Span, name: str, also: tuple[str, ...] = ()) -> None:
        if name not in self._complained:
            self._complained.add(name)
            self.errors.add(code, span, name, suggestions=also)

    def classify(self, key: str, unsur: str) -> None:
        """Note what a heading or sentence calls a unit, for its sort."""
        if unsur in tables().sorts["own_first_word"] or key not in self.classes:
            self.classes[key] = unsur

    def all(self) -> tuple[Unit, ...]:
        """Return the units in the order of their first mention."""
        found = []
        for key, sort in self.sorts.items():
            mention = self.first[key]
            unsur = self.classes.get(key)
            if unsur is not None:
                sort = self._classed(key, sort, unsur)
            found.append(Unit(key, mention.name, sort, self.parents.get(key), mention.span))
        return tuple(sorted(found, key=lambda unit: (unit.span.line, unit.span.column)))

    def _classed(self, key: str, sort: str, unsur: str) -> str:
        """The sort of a unit that a heading or sentence gives a class."""
        if unsur in self.kinds.outside:
            return unsur
        if unsur in tables().sorts["own_first_word"] and sort in self.kinds.outside:
            return self.names.sort_of(self.first[key].name) or sort
        if unsur in self.kinds.homes and key not in self.parents:
            return unsur
        return sort

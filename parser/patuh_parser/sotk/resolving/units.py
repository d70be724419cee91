"""Who is meant by a name: keys, parents and sorts of the units of one file."""

import re
from collections.abc import Iterable

from patuh_parser.sotk.errors import Diagnostics
from patuh_parser.sotk.lexing.gazetteer import Sorts
from patuh_parser.sotk.lexing.names import Mention
from patuh_parser.sotk.limits import LONGEST_NAME, MOST_UNITS
from patuh_parser.sotk.model import Unit
from patuh_parser.sotk.parsing.syntax import Sentence
from patuh_parser.text.span import Span

_WORD = re.compile(r"[a-z][a-z0-9_]*")
"""The form of the keys of offices."""
_OWN_FIRST_WORD = frozenset({"pelaksana", "penunjang", "pengawas", "perangkat_daerah", "staf"})


class Units:
    """All units that a file mentions."""

    def __init__(self, errors: Diagnostics, reserved: set[str], kinds: Sorts) -> None:
        self.errors = errors
        self.kinds = kinds
        self.reserved = reserved
        self.first: dict[str, Mention] = {}
        """Key → first mention."""
        self.sorts: dict[str, str] = {}
        self.parents: dict[str, str] = {}
        self.bare: dict[str, list[str]] = {}
        self._before: dict[str, list[str]] = {}
        """Name of a unit inside another → the keys it may stand for."""
        self.classes: dict[str, str] = {}
        self.settled = False
        """The structure is read: from now on a parent that is news is an error."""
        self._complained: set[str] = set()

    def begin_pass(self) -> None:
        """Learn the parents once more; each pass reaches one level further inside."""
        self._before, self.bare = self.bare, {}

    def prepare(self, mentions: Iterable[Mention]) -> None:
        """Learn which parents are given for the units that need one; first pass."""
        nested = [mention for mention in mentions if mention.inside is not None]
        for mention in sorted(nested, key=_depth):
            self._learn(mention)

    def learn(self, mention: Mention, parent: str) -> None:
        """Learn that `mention` lies in the unit with the key `parent`; first pass."""
        if self.kinds.within(mention.sort, parent):
            key = f"{mention.name} pada {parent_name(parent, self.first)}"
            keys = self.bare.setdefault(mention.name, [])
            if key not in keys:
                keys.append(key)

    def resolve(self, mention: Mention, parent: str | None = None) -> str:
        """Return the key of a unit; its first mention counts as declaration.

        `parent` is the key of the unit in which the text lists it.
        """
        chain = [mention]
        while chain[-1].inside is not None:
            chain.append(chain[-1].inside)
        above = parent if len(chain) == 1 else None
        for at in range(len(chain) - 1, -1, -1):
            outermost = at == len(chain) - 1
            above = self._one(chain[at], above, outermost and parent is None)
        assert above is not None
        return above

    def peek(self, mention: Mention) -> str:
        """Return the key that a mention would have, without declaring anything."""
        if mention.key is not None or mention.sort not in self.kinds.nested:
            return mention.key or mention.name
        keys = self._before.get(mention.name, ())
        return keys[0] if len(keys) == 1 else mention.name

    def _learn(self, mention: Mention) -> None:
        chain = [mention]
        while chain[-1].inside is not None:
            chain.append(chain[-1].inside)
        above = self.peek(chain[-1])
        self.first.setdefault(above, chain[-1])
        for inner in reversed(chain[:-1]):
            self.learn(inner, above)
            within = self.kinds.within(inner.sort, above)
            name = f"{inner.name} pada {parent_name(above, self.first)}" if within else ""
            above = name or inner.key or inner.name

    def _one(self, mention: Mention, above: str | None, alone: bool) -> str:
        key = mention.key or mention.name
        sort = mention.sort or self.kinds.unknown
        if mention.quoted and _WORD.fullmatch(key):
            self._complain("E312", mention.span, f'"{mention.name}"')
        elif mention.quoted and key in self.reserved:
            self._complain("E308", mention.span, f'"{mention.name}"')
        if above is not None and self.kinds.within(sort, above):
            key = f"{mention.name} pada {parent_name(above, self.first)}"
            sort = self.kinds.elsewhere(sort)
        elif alone and mention.key is None and sort in {*self.kinds.nested, *self.kinds.homes}:
            keys = self.bare.get(mention.name, [])
            if len(keys) > 1:
                self._complain("E306", mention.span, mention.name, tuple(keys[:3]))
            if keys:
                key = keys[0]
                sort = self.kinds.elsewhere(sort)
        known = self.sorts.get(key)
        if known is None:
            self._first_time(mention)
            self.first[key] = mention
            self.sorts[key] = sort
        elif (known == "pihak_luar") != (sort == "pihak_luar"):
            self._complain("E308", mention.span, f'"{mention.name}"')
        if above is not None and self.parents.setdefault(key, above) != above and self.settled:
            self.errors.add("E311", mention.span, mention.name, self.parents[key])
        return key

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
        if unsur in _OWN_FIRST_WORD or key not in self.classes:
            self.classes[key] = unsur

    def all(self, first_sort: dict[str, str]) -> tuple[Unit, ...]:
        """Return the units in the order of their first mention.

        `first_sort` gives the sort by the first word, for the names that have one.
        """
        found = []
        for key, sort in self.sorts.items():
            mention = self.first[key]
            unsur = self.classes.get(key)
            if unsur in self.kinds.outside:
                sort = unsur
            elif unsur in _OWN_FIRST_WORD and sort in self.kinds.outside:
                sort = first_sort.get(mention.name, sort)
            elif unsur is not None and unsur in self.kinds.homes and key not in self.parents:
                sort = unsur
            found.append(Unit(key, mention.name, sort, self.parents.get(key), mention.span))
        return tuple(sorted(found, key=lambda unit: (unit.span.line, unit.span.column)))


def learn_parents(units: Units, sentences: Iterable[Sentence]) -> None:
    """Tell `units` what lies in what, from `terdiri atas`."""
    for sentence in sentences:
        if sentence.body.form != "contains":
            continue
        objects = sentence.body.objects
        inner = [*objects.names, *(item.mention for item in objects.items or ())]
        for subject in sentence.subject.names:
            parent = units.peek(subject)
            units.first.setdefault(parent, subject)
            for mention in inner:
                if mention is not None and mention.inside is None:
                    units.learn(mention, parent)


def parent_name(key: str, first: dict[str, Mention]) -> str:
    """Return the name of a parent as it stands in the keys of the units inside it."""
    if " pada " in key:
        return key
    mention = first.get(key)
    return mention.name if mention is not None else key


def _depth(mention: Mention) -> int:
    depth = 0
    inside = mention.inside
    while inside is not None:
        depth += 1
        inside = inside.inside
    return depth

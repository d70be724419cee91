"""Second pass over names, who is meant: keys, parents and sorts of the units of one file."""

import re
from collections.abc import Collection, Iterable, Sequence
from itertools import islice

from msgspec.structs import replace

from patuh_parser.sotk.errors import Diagnostics
from patuh_parser.sotk.forms import BOUND_ASISTEN
from patuh_parser.sotk.lexing.name_finder import Mention, NameFinder
from patuh_parser.sotk.limits import LONGEST_NAME, MOST_UNITS
from patuh_parser.sotk.model import Group, Modality, Reading, Unit
from patuh_parser.sotk.parsing.syntax import Sentence
from patuh_parser.sotk.resolving.inside import (
    Keys,
    as_part,
    chain_of,
    contained,
    key_within,
    place_name,
)
from patuh_parser.sotk.resolving.titles import Declared, Titles
from patuh_parser.sotk.tries import longest
from patuh_parser.sotk.vocabulary import tables
from patuh_parser.text.span import Span

_SLASH = re.compile(r"[^\W\d]+/[^\W\d]+")
_WORD = r"[a-z][a-z0-9_]*"
"""The form of the keys of offices."""


def is_denied(negated: bool, modality: Modality | None) -> bool:
    """Whether a sentence says that something is not done, or need not or must not be."""
    return negated or (modality or "").startswith("tidak")


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
        self._standard: dict[str, str] = {}
        """Names with the standard beginning → the key of the first unit so named."""
        self.classes: dict[str, str] = {}
        self.settled = False
        """The structure is read: from now on a parent that is news is an error."""
        self.kinds = names.gazetteer.sorts
        self.outside = self.kinds.outside
        self.titles = Titles(Declared(), self.kinds)
        self.readings: list[Reading] = []
        self._complained: set[str] = set()

    def resolve(self, mention: Mention, parent: str | None = None) -> str:
        """Return the key of a unit; its first mention counts as declaration.

        `parent` is the key of the unit in which the text lists it.
        """
        above = parent if mention.inside is None else self.place_of(mention)
        return self.resolve_in(mention, above)

    def place_of(self, mention: Mention) -> str:
        """Return the key of what a name lies in, as it says itself."""
        place = mention.inside
        assert place is not None
        above = None if place.inside is None else self.place_of(place)
        return self.resolve_in(place, above, inner=True)

    def resolve_in(self, mention: Mention, above: str | None, inner: bool = False) -> str:
        """Return the key of a name whose place, if any, is known; `inner`: it is such a place."""
        mention = self.known(mention)
        if mention.title:
            part = as_part(mention, self.kinds)
            if part is not mention and (above is not None or part.name in self.keys):
                mention = part
            elif (meant := self._titled(mention, above, inner)) is not None:
                return meant
        key = mention.key or mention.name
        sort = mention.sort or self.kinds.unknown
        bare = above is None and not (mention.quoted or mention.name in self.keys)
        if bare and self.sorts.get(key) == sort:
            return key  # as before
        if mention.quoted:
            self._check_quoted(mention, key)
        within: str | None = None
        if above is not None and self.kinds.within(sort, above, self.sorts[above]):
            within = key_within(mention.name, place_name(above, self.first[above].name))
        elif above is None and mention.name in self.keys and self._may_be_inside(mention):
            within = self._bare(mention, sort)
        if within is not None:
            key = within
            sort = self.kinds.elsewhere(sort)
        elif mention.key is None and not mention.quoted and key not in self.sorts:
            key = self._same(key, above)
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

    def _same(self, key: str, above: str | None) -> str:
        """The key of a unit that was named before with another beginning (`UPTD`, `Puskesmas`)."""
        standard = self.names.standard(key).casefold()
        earlier = self._standard.setdefault(standard, key)
        place = self.parents.get(earlier)
        return key if above is not None and place not in (None, above) else earlier

    def _may_be_inside(self, mention: Mention) -> bool:
        """Whether a name without a place may be that of a unit in another: also an entry of a list,
        which has its name for a key."""
        own = mention.key == mention.name and mention.sort in self.kinds.nested
        return mention.key is None or own

    def _bare(self, mention: Mention, sort: str) -> str | None:
        """The key of a unit inside another that is named without it."""
        if not self.kinds.is_part(sort):
            return None
        keys = tuple(islice(self.keys[mention.name], 3))
        if len(keys) > 1:
            self._complain("E306", mention.span, mention.name, keys)
        return keys[0]

    def _titled(self, title: Mention, above: str | None, itself: bool) -> str | None:
        """The unit that a title without a name stands for; None, with an error, if that is open."""
        titles = self.titles
        meant = titles.meant(title, itself) if above is None else titles.inside(title, above)
        agency = titles.agency() if above is None else None
        if meant is None and agency is not None and title.sort in self.kinds.nested:
            mention = Mention(title.title[0], None, title.sort, title.span)
            meant = self.resolve_in(mention, agency) if mention.name in self.kinds.alone else None
        if meant is not None:
            return self.read_as(title, meant)
        near = tuple(islice(titles.suggestions(title), 3))
        words = title.name.lower().split()
        every = not near and longest(tables().groups, words)[0] == len(words)
        hint = "H_WHICH_OR_ALL" if every else "H_WHICH"
        self.errors.add(
            "E317", title.span, title.name, hint=hint, hint_args=(title.name,), suggestions=near
        )
        return None

    def each(self, title: Mention) -> list[Mention]:
        """Return the units of the file that a title may stand for, in what it is said to lie in.

        Notes where there is none (E317).
        """
        place = None if title.inside is None else self.resolve(title.inside)
        found = [
            key
            for key in self.titles.candidates(title)
            if place is None or place in self.titles.declared.above(key)
        ]
        if not found:
            self.errors.add("E317", title.span, title.name, hint="H_WHICH")
        for key in found:
            self.read_as(title, key)
        return [Mention(self.first[k].name, k, self.sorts[k], title.span) for k in found]

    def any_of(self, title: Mention) -> Group | None:
        """The group of which a title may stand for each ("Camat"): the file names none of it."""
        if not title.title or title.inside is not None or title.sort in self.kinds.homes:
            return None
        words = title.name.lower().split()
        group: Group | None
        end, group = longest(tables().groups, words)
        whole = end == len(words) and group in tables().stand_ins
        there = self.titles.agency() is not None or any(self.titles.candidates(title))
        return group if whole and not there else None

    def shortened(self, mention: Mention) -> bool:
        """Whether a name is written in fewer letters than it is shown."""
        return mention.span.end_column - mention.span.column < len(mention.name)

    def known(self, mention: Mention) -> Mention:
        """The name itself; of any Asisten that of the office which stands for each."""
        if mention.key != BOUND_ASISTEN:
            return mention
        key = tables().sorts["each_asisten"][0]
        office = next(n for n in self.names.gazetteer.names if n.key == key)
        return replace(mention, name=office.display, key=key, sort=office.sort)

    def ask_which(self, mention: Mention) -> None:
        """Note that it is open which of the offices of a sort is meant."""
        names = self.names.gazetteer.names
        every = {n.display: n.key for n in names if n.sort == mention.sort}
        near = tuple(islice((name for name, key in every.items() if key != mention.key), 3))
        written = mention.name[: mention.span.end_column - mention.span.column]
        self.errors.add("E317", mention.span, written, hint="H_WHICH", suggestions=near)

    def head_of(self, unit: str, head: Mention) -> str:
        """Return the key of who heads a unit; a title without a name can only be its own."""
        if not head.title or head.inside is not None:
            return self.resolve(head)
        nested = self.titles.declared.sorts.get(unit) in self.kinds.nested
        if self.titles.fits(replace(head, sort=None) if nested else head, unit):
            return self.read_as(head, unit)
        if unit not in self.titles.declared.sorts:
            return unit  # which unit the sentence is on is open, and said already
        self.errors.add("E318", head.span, head.name, self.first[unit].name)
        return unit

    def whole(self, unit: str, sort: str | None) -> str:
        """Return where units of a sort lie that are said to be in a part called after the sort."""
        generic = self.sorts[unit] in self.kinds.nested and sort not in self.kinds.nested
        if generic and sort is not None and self._own_sort(self.first[unit].name) == sort:
            return self.parents.get(unit, unit)
        return unit

    def on_agency(self) -> bool:
        """Whether the sentence is on agencies, or on units of which each has its Asisten."""
        about = [self.sorts.get(key, "") for key in self.titles.about]
        each = (*self.kinds.agencies, *self.kinds.homes, *tables().sorts["agencies"])
        return any(sort in each for sort in (*about, self.titles.group))

    def read_as(self, title: Mention, unit: str) -> str:
        """Note which unit a title stands for."""
        if unit not in self.first:
            self.first[unit] = self.titles.declared.first[unit]
            self.sorts[unit] = self.titles.declared.sorts[unit]
        self.readings.append(Reading(title.name, unit, title.span))
        return unit

    def was_read(self, mention: Mention) -> bool:
        """Tell whether the name resolved last is a title that stands for a unit."""
        read = self.readings[-1].span if mention.title and self.readings else None
        return read == mention.span

    def declare(self, mentions: Iterable[Mention], sentences: Sequence[Sentence]) -> None:
        """Learn what the text says of its units at any place, for titles to be read by."""
        said = Units(Diagnostics(), self.names, self.keys)
        for mention in mentions:
            if not any(link.title for link in chain_of(mention)):
                said.resolve(mention)
        for inner, outer in contained(sentences, self.kinds):
            if not inner.title and (
                not outer.title or as_part(outer, self.kinds).name in self.keys
            ):
                said.resolve(inner, said.resolve(outer))
        declared = self.titles.declared
        declared.first, declared.sorts, declared.parents = said.first, said.sorts, said.parents

    def _check_quoted(self, mention: Mention, key: str) -> None:
        if re.fullmatch(_WORD, key) and not self.names.closed.whole(key):
            self._complain("E312", mention.span, f'"{mention.name}"')
        elif key in self.names.reserved or self.names.closed.whole(key):
            self._complain("E308", mention.span, f'"{mention.name}"')

    def _first_time(self, mention: Mention) -> None:
        """Note a name that is too long (E313), and one unit too many (E314)."""
        if "&" in mention.name or "/" in mention.name:
            self._check_odd(mention)
        if len(mention.name) > LONGEST_NAME:
            self.errors.add("E313", mention.span, mention.name, str(LONGEST_NAME))
        if len(self.sorts) == MOST_UNITS:
            self.errors.add("E314", mention.span, mention.name, str(MOST_UNITS))

    def _check_odd(self, mention: Mention) -> None:
        """Note a name with `&` or a slash behind its first words (E320)."""
        words = mention.name.split()
        begin = longest(self.names.first, words)[0]
        odd = [word for word in words[begin:] if word == "&" or _SLASH.fullmatch(word)]
        if odd and mention.key is None and not mention.quoted and mention.sort not in self.outside:
            from patuh_parser.sotk.diagnosing.unknown_names import note_slash

            note_slash(mention.name, odd[0], mention.span, self.names, self.errors)

    def _complain(self, code: str, span: Span, name: str, also: tuple[str, ...] = ()) -> None:
        if name not in self._complained:
            self._complained.add(name)
            self.errors.add(code, span, name, suggestions=also)

    def classify(self, key: str, unsur: str) -> None:
        """Note what a heading or sentence calls a unit, for its sort."""
        if unsur in tables().sorts["own_first_word"] or key not in self.classes:
            self.classes[key] = unsur

    def all(self, lined: Collection[str | None] = ()) -> tuple[Unit, ...]:
        """Return the units in the order of their first mention.

        A part without a name of its own (`UPT pada Dinas X`) is of the sort of those that have
        one where a line is of it, and else no more than an entry of a list.
        """
        found = []
        for key, sort in self.sorts.items():
            mention = self.first[key]
            if key in lined and sort in self.kinds.nested:
                sort = self._own_sort(mention.name) or sort
            unsur = self.classes.get(key)
            if unsur is not None:
                sort = self._classed(key, sort, unsur)
            said = self.names.types.get(key)
            short = self.names.short
            also = tuple(short.get(key, ()) or short.get(mention.name, ()))
            parent = self.parents.get(key)
            found.append(Unit(key, mention.name, sort, parent, mention.span, said, also))
        return tuple(sorted(found, key=lambda unit: (unit.span.line, unit.span.column)))

    def _own_sort(self, name: str) -> str | None:
        """The sort of units whose names begin with a name."""
        words = name.split()
        end, sort = longest(self.names.first, words)
        return sort if end == len(words) else None

    def _classed(self, key: str, sort: str, unsur: str) -> str:
        """The sort of a unit that a heading or sentence gives a class."""
        if unsur in self.kinds.outside:
            return unsur
        if unsur in tables().sorts["own_first_word"] and sort in self.kinds.outside:
            return self.names.sort_of(self.first[key].name) or sort
        if unsur in self.kinds.homes and key not in self.parents:
            return unsur
        return sort

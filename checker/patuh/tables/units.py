"""The units that records name: with the law's spelling and the sort that their names give."""

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from patuh.knowledge.offices import offices
from patuh.knowledge.regulations import Regulation, regulations
from patuh.tables.rows import Record
from patuh.tables.told import Notes
from patuh.tables.words import begins, capitals, plain, post_names, posts
from patuh_parser.sotk.lexing.known_names import known_names
from patuh_parser.sotk.lexing.name_finder import Mention, NameFinder, raised
from patuh_parser.sotk.limits import LONGEST_NAME
from patuh_parser.sotk.lines.words import Line, words_of
from patuh_parser.sotk.resolving.inside import as_part
from patuh_parser.text.letters import as_read, hidden, mixed_word
from patuh_parser.text.span import Span

_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_VOWEL = re.compile("[AEIOU]")
_NUMERAL = re.compile(r"[IVXL]+")
_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")
"""What stands in brackets behind a name: its abbreviation."""
_SMALL = {"Dan": "dan", "Serta": "serta", "Pada": "pada", "KAB.": "Kabupaten", "Kab.": "Kabupaten"}
"""Words within a name that are written otherwise than a table has them."""
_FEWEST = 2
"""Words that a name has, once that of what it lies in is taken from its end."""
_LONGEST = 3
"""Words of a shortened beginning."""


class Named(Struct, frozen=True):
    """What a record names: a unit with its name and sort, and the key of a known one.

    `government` is the regency itself, `title` the office of somebody who heads a unit, with
    what the name of that begins with. `inside` is the unit that the name says it lies in.
    """

    record: Record
    name: str
    sort: str = ""
    key: str | None = None
    inside: Mention | None = None
    title: tuple[str, ...] = ()
    government: bool = False
    unknown: bool = False
    """No unit is named, which is said already; what lies in it is left alone."""

    person: bool = False
    """It is an office of one person at the head of the regency, in which no unit lies."""


class Names:
    """Reads the names of cells; `finder` knows those of the regulations."""

    def __init__(self, finder: NameFinder, law: Regulation) -> None:
        self.finder = finder
        self.law = law
        known = finder.gazetteer
        self._words = known.words | known_names(known).words
        self._read: dict[str, Mention | None] = {}
        self._usual: dict[str, str] = {}

    def mention(self, text: str) -> Mention | None:
        """The unit that a text names as a whole; None if it does not."""
        if len(text) > LONGEST_NAME:
            return None
        text = as_read(text)
        if text not in self._read:
            self._read[text] = self._found(text)
        return self._read[text]

    def _found(self, text: str) -> Mention | None:
        spelled = self.spelled(text)
        words = words_of(Line(1, 0, spelled))
        texts = [word.text for word in words]
        for way in (list[str], raised):
            found, end = self.finder.find(words, way(texts), 0)
            if found is not None and end == len(words):
                part = as_part(found, self.finder.gazetteer.sorts)
                if part.title and part.title[0] in self.finder.gazetteer.sorts.alone:
                    sort, name = self.finder.gazetteer.sorts.alone[part.title[0]]
                    return Mention(name, None, sort, part.span)
                return part
        return None

    def spelled(self, text: str) -> str:
        """A name with the beginning and the capitals that a name has."""
        words = text.split()
        for count in range(min(_LONGEST, len(words)), 0, -1):
            short = tuple(word.rstrip(".").lower() for word in words[:count])
            if (whole := begins().get(short)) is not None:
                words[:count] = [whole.upper() if words[-1].isupper() else whole]
                break
        spelled = " ".join([*words[:1], *(_SMALL.get(word, word) for word in words[1:])])
        return _WORDS.sub(self._raised, spelled) if text.isupper() else spelled

    def _raised(self, found: re.Match[str]) -> str:
        """A word of a name that is written in capitals, unless these are an abbreviation's.

        Of words joined by a hyphen the later ones are small, unless all are the same.
        """
        words = found.group()
        if words not in self._usual:
            first, *rest = words.split("-")
            again = (
                self._word(word).lower() if word != first else self._word(word) for word in rest
            )
            self._usual[words] = "-".join([self._word(first), *again])
        return self._usual[words]

    def _word(self, word: str) -> str:
        if _NUMERAL.fullmatch(word):
            return word
        usual = word.capitalize()
        if usual in self._words and word not in self.finder.closed.capitals:
            return usual
        if capitals().get(word, word in self._words or _VOWEL.search(word) is None):
            return word
        if word in capitals():
            return usual
        return self.finder.closed.lowered([word], 0)[0]

    def stands_alone(self, mention: Mention) -> bool:
        """Whether a unit is known by its own name, without that of what it lies in."""
        kinds = self.finder.gazetteer.sorts
        return not mention.title and mention.inside is None and mention.sort not in kinds.nested

    def government(self, text: str) -> bool:
        """Whether a text names the regency itself: `Pemerintah Kabupaten Paser`."""
        return self.law.of_region(" ".join(text.split()))

    def elsewhere(self, text: str) -> bool:
        """Whether a text names another regency that has a regulation here."""
        others = (law.place for law in regulations() if law.region != self.law.region)
        return any(place.casefold() in text.casefold() for place in others)

    def heads(self, text: str) -> bool:
        """Whether a text names the regency itself, or an office of one person at its head."""
        mention = self.mention(text)
        return self.government(text) if mention is None else _person(mention.key)


def named(records: Sequence[Record], names: Names, notes: Notes) -> list[Named]:
    """The units of the records; notes what names none (`jenis_tak_dikenal`), and leaves out posts
    and, below the last unit, remarks."""
    read = [(record, _named(record, names, notes)) for record in records]
    last = max((record.cell.row for record, one in read if one is not None), default=0)
    found: list[Named] = []
    left = 0
    for record, one in read:
        if len(record.name) > LONGEST_NAME:
            notes.wrong("nama_panjang", record.cell, limit=LONGEST_NAME)
            found.append(Named(record, "", unknown=True))
        elif _foreign(record.name):
            notes.wrong("huruf_asing", record.cell, text=record.name)
            found.append(Named(record, record.name, unknown=True))
        elif one is not None:
            found.append(one)
        elif _post(record):
            left += 1
        elif record.alone and record.cell.row > last > 0:
            notes.note("bukan_satuan", record.cell, text=record.name[:60])
        else:
            _not_known(record, names, notes)
            found.append(Named(record, record.name, unknown=True))
    if left:
        notes.note("jabatan", count=left)
    kinds = names.finder.gazetteer.sorts
    agencies = {one.name: one for one in found if one.sort in kinds.agencies}
    return [_apart(one, agencies) if one.sort in kinds.nested else one for one in found]


def _apart(one: Named, agencies: Mapping[str, Named]) -> Named:
    """A unit whose name ends with that of an agency of the table, which it says it lies in."""
    words = one.name.split()
    for at in range(_FEWEST, len(words)):
        if (agency := agencies.get(" ".join(words[at:]))) is not None and one.inside is None:
            span = Span(1, 1, 1, 1)
            inside = Mention(agency.name, agency.key, agency.sort, span)
            return replace(one, name=" ".join(words[:at]), inside=inside)
    return one


def _named(record: Record, names: Names, notes: Notes) -> Named | None:
    if len(record.name) > LONGEST_NAME:
        return None
    bare = _BRACKETS.sub("", record.name) if record.name.endswith(")") else record.name
    mention = names.mention(bare)
    if mention is None:
        government = names.government(record.name)
        return Named(record, names.law.region, government=True) if government else None
    if bare != record.name:
        notes.note("kurung", record.cell, name=record.name)
    return Named(
        record,
        mention.name,
        mention.sort or names.finder.gazetteer.sorts.unknown,
        mention.key,
        mention.inside,
        mention.title,
        person=_person(mention.key),
    )


def _post(record: Record) -> bool:
    """Whether a row that names no unit is of posts."""
    kinds = record.post_kind.split()
    return any(word in kinds for word in posts()) or plain(record.name) in post_names()


def _foreign(text: str) -> bool:
    """Whether a name has letters that nobody sees, or that only look like others."""
    text = as_read(text)
    return bool(hidden(text)) or mixed_word(text) is not None


def _person(key: str | None) -> bool:
    office = offices().get(key or "")
    return office is not None and office.kind == "jabatan" and office.unique


def _not_known(record: Record, names: Names, notes: Notes) -> None:
    """Say why a text names no unit."""
    if names.elsewhere(record.name):
        notes.wrong("daerah_lain", record.cell, name=record.name, region=names.law.region)
        return
    text = as_read(record.name)
    words = words_of(Line(1, 0, names.spelled(text)))
    found, end = names.finder.find(words, raised([word.text for word in words]), 0)
    if found is None:
        first = words[0].text.capitalize() if words else record.name
        notes.wrong("jenis_tak_dikenal", record.cell, name=record.name, word=first)
    else:
        rest = " ".join(word.text for word in words[end:])
        notes.wrong("nama_berlebih", record.cell, name=found.name, rest=rest)

"""The units that records name: with the law's spelling and the sort that their names give."""

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from patuh.tables.names import Names, person
from patuh.tables.rows import Record
from patuh.tables.told import Notes
from patuh.tables.unit_types import typed
from patuh.tables.words import plain, post_names, posts
from patuh_parser.sotk.lexing.name_finder import Mention, raised
from patuh_parser.sotk.limits import LONGEST_NAME
from patuh_parser.sotk.lines.words import Line, words_of
from patuh_parser.text.letters import as_read, hidden, mixed_word
from patuh_parser.text.span import Span

_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")
"""What stands in brackets behind a name: its abbreviation."""
_FEWEST = 2
"""Words that a name has, once that of what it lies in is taken from its end."""


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

    type: str = ""

    person: bool = False
    """It is an office of one person at the head of the regency, in which no unit lies."""


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
    if len(record.name) > LONGEST_NAME or plain(record.name) in post_names():
        return None
    name, kind = typed(record.name)
    bare = _BRACKETS.sub("", name) if name.endswith(")") else name
    bare, kind = (bare, kind) if kind else typed(bare)
    mention = names.mention(bare)
    if mention is None:
        government = names.government(record.name)
        return (
            Named(record, names.law.region, government=True, type=record.type)
            if government
            else None
        )
    if name.endswith(")"):
        notes.note("kurung", record.cell, name=record.name)
    if record.type and kind and record.type[-1] != kind[-1]:
        notes.wrong("tipe_beda", record.cell, name=kind, column=record.type)
    return Named(
        record,
        mention.name,
        mention.sort or names.finder.gazetteer.sorts.unknown,
        mention.key,
        mention.inside,
        mention.title,
        type=record.type or kind,
        person=person(mention.key),
    )


def _post(record: Record) -> bool:
    """Whether a row that names no unit is of posts."""
    kinds = record.post_kind.split()
    return any(word in kinds for word in posts()) or plain(record.name) in post_names()


def _foreign(text: str) -> bool:
    """Whether a name has letters that nobody sees, or that only look like others."""
    text = as_read(text)
    return bool(hidden(text)) or mixed_word(text) is not None


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

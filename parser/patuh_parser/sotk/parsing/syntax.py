"""A sentence as parsed: names still as mentioned, nothing resolved."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field

from patuh_parser.sotk.lexing.names import Mention
from patuh_parser.sotk.model import AmendmentKind, Group, Modality
from patuh_parser.text.span import Span

_DECLARES = frozenset({"declaration", "ganti", "gabung", "pecah", "abbreviated"})
NOWHERE = Span(1, 1, 1, 1)


@dataclass(slots=True)
class Item:
    """One entry of a list: a name, or a text where texts are listed."""

    mention: Mention | None
    text: str
    span: Span
    leader: bool = False


@dataclass(slots=True)
class Subject:
    """Who a sentence is about: names, or `seluruh` with a group."""

    names: list[Mention] = field(default_factory=list)
    group: Group | None = None


@dataclass(slots=True)
class Through:
    """The stations after `melalui`."""

    stations: list[Mention | Span]
    ordered: bool = False


@dataclass(slots=True)
class Manner:
    """What qualifies a line: adverbs, stations, a pattern after `dengan pola`."""

    direct: bool = False
    nature: str | None = None
    through: Through | None = None
    pattern: list[str] = field(default_factory=list)
    term: str | None = None


@dataclass(slots=True)
class Objects:
    """Names, a group, the variable `Asisten yang membidangi`, or a list under a class."""

    names: list[Mention] = field(default_factory=list)
    group: Group | None = None
    variable: bool = False
    items: list[Item] | None = None
    unsur: str | None = None


@dataclass(slots=True)
class Body:
    """A predicate: `form` is the name of its rule in the grammar, or a line kind."""

    form: str
    objects: Objects = field(default_factory=Objects)
    manner: Manner = field(default_factory=Manner)
    aspects: list[str] = field(default_factory=list)
    text: str = ""


@dataclass(slots=True)
class Sentence:
    """A structure sentence."""

    subject: Subject
    body: Body
    modality: Modality | None = None
    negated: bool = False
    span: Span = NOWHERE


@dataclass(slots=True)
class Alteration:
    """A sentence of PERUBAHAN: its verb, what it takes, what it gives, and to whom."""

    form: AmendmentKind
    units: list[Mention] = field(default_factory=list)
    result: list[Mention] = field(default_factory=list)
    to: Mention | None = None
    span: Span = NOWHERE


@dataclass(slots=True)
class Clause:
    """A step: verb and object still as words."""

    actors: list[Mention]
    words: list[str]
    word_span: Span
    targets: list[Mention] = field(default_factory=list)
    manner: Manner = field(default_factory=Manner)
    coordinated: list[Mention | Span] = field(default_factory=list)
    means: list[str] = field(default_factory=list)
    date: datetime.date | None = None
    modality: Modality | None = None
    negated: bool = False
    twice: Span | None = None
    """Where something is said a second time that can be said only once."""


def declared_names(sentences: Iterable[Sentence], alterations: Iterable[Alteration]) -> set[str]:
    """Return the names that sentences of their own, headings or alterations bring in."""
    found = {mention.name for change in alterations for mention in change.result}
    for sentence in sentences:
        if sentence.body.form in _DECLARES:
            found.update(mention.name for mention in sentence.subject.names)
        if sentence.body.form == "class_list":
            items = sentence.body.objects.items or ()
            found.update(item.mention.name for item in items if item.mention is not None)
    return found

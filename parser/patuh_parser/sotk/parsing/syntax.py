"""A sentence as parsed: names still as mentioned, nothing resolved."""

import datetime
from collections.abc import Iterable, Sequence

from msgspec import Struct, field

from patuh_parser.sotk.lexing.lexer import Token
from patuh_parser.sotk.lexing.name_finder import Mention
from patuh_parser.sotk.lexing.patterns import Pattern
from patuh_parser.sotk.lines.words import joined
from patuh_parser.sotk.model import AmendmentKind, Group, Modality, ToldKind
from patuh_parser.text.span import Span

_DECLARES = frozenset({"declaration", "ganti", "gabung", "pecah", "abbreviated"})
NOWHERE = Span(1, 1, 1, 1)
RANKED = "ranked"
"""The form of a sentence on an echelon."""


class Item(Struct):
    """One entry of a list: a name, or a text where texts are listed."""

    mention: Mention | None
    text: str
    span: Span
    leader: bool = False
    role: str = ""


class Subject(Struct):
    """Who a sentence is about: names, or `seluruh` with a group.

    `besides` are those of the group who are left out. `each`: all units of the file that the only
    name, a title, may stand for (`setiap Bidang`).
    """

    names: list[Mention] = []
    group: Group | None = None
    besides: list[Mention] = []
    each: bool = False


class Through(Struct):
    """The stations after `melalui`."""

    stations: list[Mention | Span]
    ordered: bool = False
    span: Span = NOWHERE


class Manner(Struct):
    """What qualifies a line: adverbs, stations, a pattern after `dengan pola`."""

    direct: bool = False
    nature: str | None = None
    nature_as: str = ""
    through: Through | None = None
    without: list[Mention] = []
    patterns: list[Pattern] = []
    only: bool = False
    twice: Span | None = None
    """Where something is said a second time that can be said only once."""


class Objects(Struct):
    """Names, a group, the variable `Asisten yang membidangi`, or a list under a class."""

    names: list[Mention] = []
    group: Group | None = None
    besides: list[Mention] = []
    variable: bool = False
    items: list[Item] | None = None
    unsur: str | None = None


class Body(Struct):
    """A predicate: `form` is the name of its rule in the grammar, or a line kind."""

    form: str
    objects: Objects = field(default_factory=Objects)
    manner: Manner = field(default_factory=Manner)
    aspects: list[str] = []
    text: str = ""
    told: ToldKind | None = None


class Sentence(Struct):
    """A structure sentence."""

    subject: Subject
    body: Body
    modality: Modality | None = None
    negated: bool = False
    span: Span = NOWHERE
    adverbials: tuple[str, ...] = ()
    written: str = ""
    """How it stands in the file, of one that may have to stay a text."""


class Alteration(Struct):
    """A sentence of PERUBAHAN: its verb, what it takes, what it gives, and to whom."""

    form: AmendmentKind
    units: list[Mention] = []
    result: list[Mention] = []
    to: Mention | None = None
    span: Span = NOWHERE
    adverbials: tuple[str, ...] = ()


class Clause(Struct):
    """A step: verb and object still as words."""

    actors: list[Mention]
    words: list[str]
    verbs: Sequence[Token]
    """The tokens of these."""
    targets: list[Mention] = []
    manner: Manner = field(default_factory=Manner)
    parties: list[str] = []
    """Who is meant without a name ("para pihak"), among the targets."""
    coordinated: list[Mention | Span] = []
    approved: list[Mention] = []
    copies: list[Mention] = []
    lacking: list[tuple[Mention | str, str]] = []
    heard: list[Mention] = []
    heard_parties: list[str] = []
    means: list[tuple[str, str]] = []
    choice: bool = False
    """Means are joined by `atau`."""
    manners: list[str] = []
    periods: list[str] = []
    periods_as: list[str] = []
    """The words of each statement of periods."""
    role: str = ""
    time: str = ""
    """When in the year ("akhir tahun anggaran"), beside a period."""
    due: str = ""
    text: str = ""
    """What is said behind the names: what for, on what."""
    date: datetime.date | None = None
    modality: Modality | None = None
    negated: bool = False
    adverbials: tuple[str, ...] = ()
    acting: str = ""
    """The words for those who act, where they are not named ("Para pihak")."""
    opening: str = ""
    """The words before the one who acts: when, in which case."""
    toward: str = ""
    """The preposition before the targets, as written."""
    before: Sequence[Token] = ()
    """The tokens before the verb."""
    behind: Sequence[Token] = ()
    """Those behind the object, without the full stop."""

    @property
    def word_span(self) -> Span:
        """Where verb and object stand."""
        return self.verbs[0].span.to(self.verbs[-1].span)

    @property
    def lead(self) -> str:
        """The words before the verb."""
        return as_written(self.before)

    @property
    def rest(self) -> str:
        """The words behind the object."""
        return as_written(self.behind)


def as_written(tokens: Iterable[Token]) -> str:
    """Return the words of tokens as a text."""
    return joined([word for token in tokens for word in token.words[token.at : token.end]])


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


def listed_names(sentences: Iterable[Sentence]) -> set[str]:
    """Return the names that lists hold, and those that sentences put in a place."""
    found: set[str] = set()
    for sentence in sentences:
        objects = sentence.body.objects
        found.update(item.mention.name for item in objects.items or () if item.mention is not None)
        if sentence.body.form == "contains":
            found.update(mention.name for mention in objects.names)
    return found

"""Raw sentences to the statements of the model."""

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict, replace

from patuh_parser.sotk import model as m
from patuh_parser.sotk.forms import SAID, echelon_of
from patuh_parser.sotk.lexing.name_finder import Mention
from patuh_parser.sotk.lexing.patterns import Pattern
from patuh_parser.sotk.limits import MOST_STATEMENTS
from patuh_parser.sotk.parsing.exemptions import read_exemption
from patuh_parser.sotk.parsing.lists import AS_LEADER
from patuh_parser.sotk.parsing.syntax import RANKED, Item, Manner, Sentence, Subject
from patuh_parser.sotk.resolving.posts import comes_last, is_open, posts
from patuh_parser.sotk.resolving.tasks import task_of
from patuh_parser.sotk.resolving.titles import is_above
from patuh_parser.sotk.resolving.units import Units
from patuh_parser.sotk.vocabulary import tables
from patuh_parser.text.span import Span


class _Way(Struct, frozen=True):
    """Where the lines of a sentence pass, and where they do not, and whom of a group they leave."""

    via: tuple[m.Station, ...]
    without: tuple[str, ...]
    besides: tuple[str, ...]


_STRAIGHT = _Way((), (), ())


class StatementBuilder:
    """Makes statements, numbered in the order of the text."""

    def __init__(self, units: Units) -> None:
        self.units = units
        self.done: list[m.Statement] = []
        self._placed: set[tuple[str, str]] = set()
        self._said = 0
        self._of_all: set[int] = set()
        """The statements of sentences on every head of a name."""

    @property
    def _id(self) -> int:
        return len(self.done) + 1

    def add(self, raw: Sentence) -> None:
        """Add the statements of one sentence, unless with it there are too many (E409)."""
        if self._said > MOST_STATEMENTS:
            return
        if raw.subject.each:
            for member in self.units.each(raw.subject.names[0]):
                self.add(replace(raw, subject=Subject([member])))
            return
        if raw.body.form == RANKED and (
            echelon_of(raw.body.text) is None or any(map(is_open, raw.subject.names))
        ):
            self._ranked(raw)
            return
        self._said += _count(raw)
        if self._said > MOST_STATEMENTS:
            self.units.errors.add("E409", raw.span, str(MOST_STATEMENTS))
            return
        before = len(self.done)
        self._add(raw)
        if raw.adverbials:
            self._keep(raw.adverbials, before)

    def _ranked(self, raw: Sentence) -> None:
        """Say an echelon of each head that a title may mean; what gives none stays a text."""
        found = [posts(name, self.units) for name in raw.subject.names]
        if echelon_of(raw.body.text) is None or not any(found):
            units = [self._unit(name) for name in raw.subject.names if not is_open(name)]
            told = m.Told(self._id, "teks", raw.written, tuple(units), (), raw.span)
            self.done.append(told)
            return
        ranks = [one for one in self.done if isinstance(one, m.Rank) and one.id not in self._of_all]
        said = {rank.unit for rank in ranks} if comes_last(raw) else ()
        before = len(self.done)
        for name, heads in zip(raw.subject.names, found, strict=True):
            for one in heads:
                if one.key in said:
                    continue
                if one.key is not None and name.title:
                    self.units.read_as(name, one.key)
                self.add(replace(raw, subject=Subject([one])))
            if not heads:
                text = f"{name.written} merupakan jabatan eselon {raw.body.text}"
                self.done.append(m.Told(self._id, "teks", text, (), (), raw.span))
        if comes_last(raw):
            self._of_all.update(one.id for one in self.done[before:])

    def _keep(self, adverbials: tuple[str, ...], start: int) -> None:
        """Keep the neutral words of a sentence: its lines do, else all that it says."""
        lines = any(isinstance(said, m.Line) for said in self.done[start:])
        for at, said in enumerate(self.done[start:], start):
            if isinstance(said, m.Line) or not lines:
                self.done[at] = replace(said, adverbials=adverbials)

    def _add(self, raw: Sentence) -> None:
        form = raw.body.form
        kind = _LINE_KINDS.get(form)
        titles = self.units.titles
        titles.about = ()
        if kind is not None and (raw.negated or raw.modality):
            raw = self._of_any(raw)
        titles.group = raw.subject.group
        titles.upward = kind == "bertanggung_jawab"
        if kind is not None:
            self._lines(raw, kind)
            return
        subjects = [self._unit(name, form == "declaration") for name in raw.subject.names]
        titles.about = subjects
        if form == "kinship":
            self._kinship(raw, subjects)
            return
        if form == "class_list":
            for item in raw.body.objects.items or ():
                self._classified(self._item(item), raw.body.objects.unsur, item.span)
            return
        if raw.body.told is not None:
            text, items = raw.body.text, tuple(i.text for i in raw.body.objects.items or ())
            told = m.Told(self._id, raw.body.told, text, tuple(subjects), items, raw.span)
            self.done.append(told)
            return
        for subject in subjects:
            self._simple(form, subject, raw)

    def _of_any(self, raw: Sentence) -> Sentence:
        """The sentence with a title that means each of its sort as one on the group."""
        names = raw.subject.names
        group = self.units.any_of(names[0]) if len(names) == 1 else None
        return replace(raw, subject=Subject(group=group)) if group else raw

    def _simple(self, form: str, unit: str, raw: Sentence) -> None:
        if form == "classified":
            self._classified(unit, raw.body.objects.unsur, raw.span, raw.body.text)
        elif form == "contains":
            self._contains(raw, unit)
        elif form in SAID:
            node, predicate = SAID[form]
            takes = predicate.takes
            for found, span in self._found(raw, "object" in takes.values(), unit):
                found.update(subject=unit, name=form, modality=raw.modality, negated=raw.negated)
                if node is m.Task:
                    found.update(task_of(found["text"]))
                elif node is m.Exemption:
                    found.update(asdict(read_exemption(found["text"])))
                fields = {field: found.get(what) for field, what in takes.items()}
                self.done.append(node(id=self._id, span=span, **fields))

    def _contains(self, raw: Sentence, unit: str) -> None:
        """Place each entry in the subject, or in the unit that the entry itself names."""
        objects = raw.body.objects
        named = [(name, raw.span) for name in objects.names]
        named += [(item.mention, item.span) for item in objects.items or () if item.mention]
        for name, span in named:
            if self._heads(name, unit):
                self.done.append(m.Head(self._id, unit, self.units.head_of(unit, name), span))
                continue
            if name.inside is not None:
                self._unit(name, explicit=True)
                continue
            self._put(name, unit, span, raw.modality == "dapat")

    def _put(self, name: Mention, unit: str, span: Span, possible: bool) -> None:
        part, unit = unit, self.units.whole(unit, name.sort)
        if part != unit and (part, unit) not in self._placed:
            self._placed.add((part, unit))
            self.done.append(m.Placement(self._id, part, unit, span))
        key = self._unit(name, parent=unit)
        self._placed.add((key, unit))
        self.done.append(m.Placement(self._id, key, unit, span, possible))

    def _heads(self, name: Mention, unit: str) -> bool:
        """Whether an entry of a structure is the head of the whole."""
        if name.inside is not None:
            return False
        if name.title:
            return name.name not in self.units.kinds.alone and self.units.titles.fits(name, unit)
        return (name.key or name.name) == unit

    def _found(
        self, raw: Sentence, objects: bool, unit: str
    ) -> Iterator[tuple[dict[str, Any], Span]]:
        """What each object or text of a sentence on a unit gives a node, and its place."""
        body = raw.body
        lead = any(words.endswith(AS_LEADER) for words in raw.adverbials)
        for name in body.objects.names if objects else ():
            heads = name.title and name.inside is None and body.form == "headed"
            named = self.units.head_of(unit, name) if heads else self._unit(name)
            yield (
                {"object": named, "text": body.text, "leader": lead or name.leader, "role": ""},
                raw.span,
            )
        for item in body.objects.items or ():
            key = self._item(item) if objects else None
            text = body.text if objects else item.text
            found = {"object": key, "text": text, "leader": item.leader, "role": item.role}
            yield found, item.span
        if not objects and body.objects.items is None:
            yield {"text": body.text}, raw.span

    def _item(self, item: Item) -> str:
        assert item.mention is not None
        return self._unit(item.mention)

    def _unit(self, name: Mention, explicit: bool = False, parent: str | None = None) -> str:
        """Resolve a name; a placement after `pada` that is news becomes a statement.

        That of a title which stands for a unit is none: `Kepala Dinas pada Dinas Sosial`.
        """
        if name.inside is None:
            return self.units.resolve_in(name, parent)
        inside = self.units.place_of(name)
        key = self.units.resolve_in(name, inside)
        if self.units.was_read(name):
            return key
        if explicit or name.sort not in self.units.kinds.nested:
            news = self.units.parents[key] != inside and (key, inside) not in self._placed
            if explicit or (news and not self.units.settled):
                self.done.append(m.Placement(self._id, key, inside, name.span))
                self._placed.add((key, inside))
        return key

    def _kinship(self, raw: Sentence, subjects: Sequence[str]) -> None:
        for at, left in enumerate(subjects):
            for right in subjects[at + 1 :]:
                self.done.append(
                    m.Kinship(self._id, left, right, not raw.negated, raw.span, raw.body.text)
                )

    def _classified(self, unit: str, unsur: str | None, span: Span, field: str = "") -> None:
        if unsur is not None:
            self.units.classify(unit, unsur)
            self.done.append(m.Classification(self._id, unit, unsur, span, field))

    def _lines(self, raw: Sentence, kind: m.LineKind) -> None:
        """One line for each subject and object; a list gives the class of its entries as well."""
        passive = raw.body.text.startswith("passive")
        if any(map(is_above, raw.subject.names)):
            self.units.titles.about = [self._unit(name) for name in raw.body.objects.names]
        subjects: list[str | None] = [self._unit(name) for name in raw.subject.names]
        self.units.titles.about = [unit for unit in subjects if unit is not None]
        raw = self._which(raw, kind, passive)
        objects, manner = raw.body.objects, raw.body.manner
        targets: list[tuple[str | None, Span]] = [
            (self._unit(name), raw.span) for name in objects.names
        ]
        besides = raw.subject.besides or objects.besides
        way = _STRAIGHT
        if manner.through is not None or manner.without or besides:
            way = self._way(manner, besides)
        if raw.body.text == "mutual":
            for at, left in enumerate(subjects):
                for right in subjects[at + 1 :]:
                    self._line(raw, kind, (left, right), way, raw.span)
            return
        for subject in subjects or [None]:
            for target, span in targets or ([] if objects.items else [(None, raw.span)]):
                by = m.BOUND_ASISTEN if raw.body.text == "passive_bound" else target
                ends = (by, subject) if passive else (subject, target)
                self._line(raw, kind, ends, way, span)
            for item in objects.items or ():
                key = self._item(item)
                self._line(raw, kind, (subject, key), way, item.span)
                self._classified(key, objects.unsur, item.span)

    def _way(self, manner: Manner, besides: Sequence[Mention]) -> _Way:
        stations = manner.through.stations if manner.through is not None else ()
        return _Way(
            tuple([station(place, self.units) for place in stations]),
            tuple([self._unit(name) for name in manner.without]),
            tuple([self._unit(name) for name in besides]),
        )

    def _which(self, raw: Sentence, kind: m.LineKind, passive: bool) -> Sentence:
        """Ask which Asisten a sentence on one of them means, but where it is the one of each."""
        objects = raw.body.objects
        if kind not in _OVER or raw.negated or objects.group is not None:
            return raw
        for name in objects.names if passive else raw.subject.names:
            if name.key not in tables().sorts["each_asisten"] or not self.units.shortened(name):
                continue
            if passive and self.units.on_agency() and len(objects.names) == 1:
                self.units.readings.append(m.Reading(name.name, m.BOUND_ASISTEN, name.span))
                body = replace(raw.body, objects=replace(objects, names=[]), text="passive_bound")
                return replace(raw, body=body)
            self.units.ask_which(name)
        return raw

    def _line(
        self,
        raw: Sentence,
        kind: m.LineKind,
        ends: tuple[str | None, str | None],
        way: _Way,
        span: Span,
    ) -> None:
        """Add the line between two ends; of a working relation one of each pattern."""
        manner, body = raw.body.manner, raw.body
        nature = manner.nature
        if kind == "mengoordinasikan" and nature == "administratif":
            kind, nature = "mengoordinasikan_administratif", None
        for pattern in manner.patterns or (_NO_PATTERN,):
            self.done.append(
                m.Line(
                    id=self._id, kind=kind, source=ends[0], target=ends[1], span=span,
                    group=raw.subject.group or body.objects.group,
                    besides=way.besides, via=way.via,
                    ordered=bool(manner.through and manner.through.ordered), direct=manner.direct,
                    without=way.without, nature=nature,  # type: ignore[arg-type]
                    nature_as=manner.nature_as if nature else "",
                    pattern=pattern.name, subpattern=pattern.sub, sectoral_term=pattern.term,
                    only=manner.only, aspects=tuple(body.aspects),
                    modality=raw.modality, negated=raw.negated,
                )
            )  # fmt: skip


_OVER = frozenset({"membawahi", "membina", "mengoordinasikan"})
_NO_PATTERN = Pattern(None)
_LINE_KINDS: dict[str, m.LineKind] = {
    "bertanggung_jawab": "bertanggung_jawab",
    "membawahi": "membawahi",
    "membina": "membina",
    "mengoordinasikan": "mengoordinasikan",
    "berhubungan_kerja": "berhubungan_kerja",
}


def _count(raw: Sentence) -> int:
    """How much a sentence says once its lists are spelt out; stations are said with each line."""
    subjects, objects = len(raw.subject.names), raw.body.objects
    if raw.body.form == "kinship":
        return subjects * (subjects - 1) // 2
    through = raw.body.manner.through
    stations = len(through.stations) if through is not None else 0
    named = len(objects.names) + len(objects.items or ())
    pairs = (subjects or 1) * (named or 1)
    if raw.body.text == "mutual":
        pairs = subjects * (subjects - 1) // 2
    return pairs * (stations or 1) * (len(raw.body.manner.patterns) or 1)


def station(place: Mention | Span, units: Units) -> m.Station:
    """Return the station for a name, or for the variable that stands at a span."""
    if isinstance(place, Span):
        return m.Station(None, place)
    if place.key in tables().sorts["each_asisten"] and units.on_agency():
        units.readings.append(m.Reading(place.name, m.BOUND_ASISTEN, place.span))
        return m.Station(None, place.span)
    return m.Station(units.resolve(place), place.span)

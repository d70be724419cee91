"""Words for people: findings, terms and provisions in Indonesian or English."""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from patuh.finding import (
    Citation,
    Finding,
    Input,
    Interpretation,
    Level,
    Place,
    Told,
    Unassessed,
    Value,
)
from patuh.knowledge.messages import check_messages, words
from patuh.knowledge.names import display_names
from patuh.knowledge.provisions import quotations
from patuh.knowledge.regulations import laws, regulation
from patuh.knowledge.root import kb_folder, of_kb
from patuh.knowledge.territory.regions import in_words_of
from patuh.messages import Lang, fill, holes, say
from patuh.report.proposed import MARK, Proposed, each_of, with_word
from patuh_parser.sotk.vocabulary import tables
from patuh_parser.text.enumerated import enumerated
from patuh_parser.text.shown import shown
from patuh_parser.text.span import Span

_QUOTED = {"baku", "frasa", "saran"}
"""Terms that are words of a draft or for it, the same in every language."""
_DATES = {"tanggal", "jatuh_tempo", "disampaikan", "mulai_berlaku", "diundangkan", "ditetapkan"}

_MOST = 10
"""Lines that are named of those of which one thing is told."""
_TOLD = {
    kind: f"findings.told.{kind}"
    for kind in (
        *("definisi", "asas", "tujuan", "teks", "ketentuan"),
        *("tugas_pihak_lain", "jenis_lain", "tanpa_perkada"),
        *(
            "karakter",
            "karakter_tersembunyi",
            "aksara_campur",
            "hukum_nasional",
            "judul_hukum_nasional",
        ),
        *("substansi", "substansi_tak_terbaca", "substansi_lain"),
        *("substansi_daerah", "substansi_lebih_tinggi", "substansi_mengganti"),
    )
}


@of_kb
def _short_names() -> dict[str, str]:
    return {law.id: law.short for law in laws()}


class Wording:
    """How one language says what a result holds; `source` gives the names of its units."""

    def __init__(self, lang: Lang, source: Input) -> None:
        self.lang: Lang = lang
        self._source = source
        self.regulations = source.regulations
        self._workflows = source.workflows
        self._located = source.located
        self._read = source.readings
        self._cells = source.cells

    @cached_property
    def _names(self) -> Mapping[str, str]:
        """Those to show, for findings: where there are none, nothing asks for them."""
        shown = {key: self.local(name) for key, name in display_names(kb_folder()).items()}
        return {**shown, **self._source.names}

    @cached_property
    def _proposed(self) -> Proposed:
        return Proposed(self._source, self._names)

    @cached_property
    def _terms(self) -> Mapping[str, str]:
        return words("istilah", self.lang)

    def local(self, text: str) -> str:
        """A text of law or messages as it is said in the region."""
        return in_words_of(self._source.region, text)

    def say(self, key: str, **values: object) -> str:
        """Words of the program itself."""
        return say(key, self.lang, **values)

    def count(self, key: str, count: int, **values: object) -> str:
        """How many there are; of one the words of `<key>_one`."""
        return self.say(f"{key}_one" if count == 1 else key, count=count, **values)

    def level(self, level: Level) -> str:
        """The name of a level."""
        return self.say(f"findings.level.{level.name}")

    def line(self, place: Place) -> str:
        """The line of a place, with what `located` says of it."""
        return self.say("proof.line", line=place.span.line) + self.located(place)

    def located(self, place: Place) -> str:
        """Page and paragraph of a place in a Word or PDF file, for its lines are not seen there;
        the cell of a table that a line is taken from."""
        cell = self.cell(place)
        return self._where(place.span.line) if cell is None else f" ({shown(cell)})"

    def cell(self, place: Place) -> str | None:
        """The cell of a table that the line of a place is taken from."""
        return self._cells.get(place.path, {}).get(place.span.line)

    def _where(self, line: int) -> str:
        found = self._located.get(line)
        if found is None:
            return ""
        page, paragraph = found
        key = "findings.in_paragraph" if page is None else "findings.on_page"
        return self.say(key, page=page, paragraph=paragraph)

    def title(self, finding: Finding) -> str:
        """The title of the finding's check."""
        return shown(self.local(check_messages(self.lang)[finding.check.lower()].title))

    def subject(self, finding: Finding) -> str:
        """What the finding is about."""
        return self.value(finding.subject, next(iter(finding.terms)))

    def sentence(self, finding: Finding) -> str:
        """What is wrong, in one sentence without final stop."""
        text = self._fill(self._case(finding)[0], finding)
        title = tables().elsewhere["rules"][0]  # nobody wrote that workflow
        return text.replace(
            self.say("findings.in_workflow", title=title), self.say("findings.in_structure")
        )

    def advice(self, finding: Finding) -> str | None:
        """What would help, or None where the check has no advice."""
        advice = self._case(finding)[1]
        return None if advice is None else self._fill(advice, finding)

    def read_as(self, finding: Finding) -> list[tuple[str, str]]:
        """The titles without a name in what the finding rests on, and the unit read for each."""
        found = {
            (title, unit if unit.startswith(f"{self._names.get(unit)} ") else self.value(unit)): 0
            for title, unit, at in self._read
            for place in finding.places
            if place.path == at.path and _holds(place.span, at.span)
        }
        return list(found)

    def interpretation(self, reading: Interpretation) -> str:
        """What the reading takes the norm to mean: as switched, where that reports on its own."""
        texts = words("tafsir", self.lang)
        switched = texts.get(f"{reading.name}_{reading.value}")
        return self.local(switched or texts.get(reading.name) or reading.value)

    def regulation(self, regulation_id: str) -> str:
        """The short name of a regulation, with what changed it."""
        return regulation(regulation_id).whole

    def held_against(self) -> Iterator[str]:
        """The regulations that the input is held against; national law beside one in a word."""
        every = [regulation(name) for name in self.regulations]
        own = [law for law in every if not law.nationwide]
        yield from (law.whole for law in own or every)
        if own and own != every:
            yield self.say("findings.national")

    def cited(self, citation: Citation) -> str:
        """A provision with its regulation: "Pasal 33 ayat (3) PP 18/2016 jo. PP 72/2019"."""
        law = regulation(citation.regulation).short_for(citation.provision)
        return f"{citation.label} {law}"

    def named(self, citation: Citation) -> str:
        """A provision; with its regulation, unless that is the first which the input is held
        against."""
        own = citation.regulation in self.regulations[:1]
        return citation.label if own else self.cited(citation)

    def reason(self, reason: str) -> str:
        """Why provisions are not tested."""
        return words("alasan", self.lang).get(reason, reason.replace("_", " "))

    def unassessed(self, group: Unassessed) -> str:
        """How many provisions are not tested, and why; a part not at hand; checks that are gone."""
        if group.checks:
            checks = ", ".join(group.checks)
            return self.count("findings.checks_gone", len(group.checks), checks=checks)
        if not group.part:
            own = group.regulation in self.regulations[:1]
            return self.count(
                "findings.provisions",
                len(group.provisions),
                law="" if own else f" {self.regulation(group.regulation)}",
                reason=self.reason(group.reason),
            )
        return self.say(
            "findings.missing",
            part=group.part,
            law=self.regulation(group.regulation),
            provisions=enumerated(map(self._label, group.provisions), self.say("findings.and")),
        )

    def not_assessed(self, groups: Iterable[Unassessed]) -> Iterator[str]:
        """What no check tests, and what the proposal leaves open: its scope, lines without a
        relation, steps with a verb that no check knows."""
        yield from map(self.unassessed, groups)
        yield from self.left_open()

    def left_open(self) -> Iterator[str]:
        """What the proposal itself leaves unassessed."""
        source = self._source
        if source.scope == "sebagian":
            yield self.say("findings.partial")
        if source.complete_for:
            yield self.say("findings.complete_for", units="; ".join(source.complete_for))
        if source.read_as is None:
            yield from map(self.told, source.told)
        for act, place in source.unknown_acts:
            yield self.say("findings.act", act=act.replace("_", " "), line=place.span.line)

    def noticed(self) -> Iterator[tuple[str, bool]]:
        """What the reader of a draft noticed, and whether by it a part was not read."""
        if self._source.read_as is not None:
            yield from ((self.told(one), one.unread) for one in self._source.told)

    def told(self, one: Told) -> str:
        """How lines were read, or what of a file was not read."""
        rows = ", ".join(f"{line}{self._where(line)}" for line in one.lines[:_MOST])
        if len(one.lines) > _MOST:
            rows = f"{rows} {self.say('inputs.left.more', count=len(one.lines) - _MOST)}"
        if one.kind in _TOLD:
            return self.local(self.say(_TOLD[one.kind], **{"lines": rows, **dict(one.data)}))
        if one.kind.startswith("import."):
            data = dict(one.data)
            cell = f"{data['cell']}: " if "cell" in data else ""
            return shown(cell + self.say(one.kind, **data))
        from patuh_parser.legal.defects import in_words

        text = in_words(one.kind, one.data, self.lang)
        return self.say("findings.told.baris", lines=rows, text=text) if rows else text

    def recognised(self) -> str | None:
        """What a draft was read as, `None` for a proposal."""
        found = self._source.read_as
        if found is None:
            return None
        kind = found.instrument or self.say("findings.no_heading")
        kind = self.say("findings.amending", kind=kind) if found.amends else kind
        return ", ".join([kind, *(f"{count} {name}" for name, count in found.parts)])

    def accepted(self, finding: Finding) -> str | None:
        """Why a finding is accepted, None if it is not."""
        found = finding.accepted
        if found is None:
            return None
        if found.until is None:
            return self.say("findings.accepted.baseline", source=shown(found.source))
        return self.say(
            "findings.accepted.dispensation",
            until=date_in_words(found.until, self.lang),
            basis=shown(found.basis),
            by=shown(found.by),
            line=found.line,
        )

    def remark(self, one: Told) -> str:
        """What is told of a dispensation or a baseline."""
        data = dict(one.data)
        if "until" in data:
            until = datetime.date.fromisoformat(data["until"])
            data["until"] = date_in_words(until, self.lang)
        lines = ", ".join(map(str, one.lines))
        return shown(self.say(f"findings.remark.{one.kind}", lines=lines, **data))

    def verdict(self, accepted: int = 0) -> str:
        """What is said of an input without findings, or with none but those that are accepted."""
        if accepted:
            return f"{self.say('findings.nothing_new')}; {self.accepted_ones(accepted)}"
        return self.say("findings.clean_as_read" if self._source.unread else "findings.clean")

    def accepted_ones(self, count: int) -> str:
        """How many findings are accepted."""
        return self.count("findings.count_accepted", count)

    def value(self, value: Value, term: str = "") -> str:
        """A term for people: the name of a unit, the word for a constant, a label, a date."""
        if isinstance(value, int):
            return self._number(value, term)
        if term in _QUOTED and isinstance(value, str):
            return value.replace("_", " ")
        if isinstance(value, tuple):
            name, arguments = value
            if not name:
                return enumerated(
                    [self.value(one, term) for one in arguments], self.say("findings.and")
                )
            inner = ", ".join(self.value(argument) for argument in arguments)
            word = self._terms.get(name, name.replace("_", " "))
            return f"{word} {inner}".strip()
        if (own := self._terms.get(f"{term}_{value}")) is not None:
            return own  # the sub-kind "vertikal" is no Instansi Vertikal
        if value in self._names:
            return str(self._names[value])
        if value.startswith("pasal-"):
            return self._label(value)
        if value in _short_names():
            return _short_names()[value]
        if value in self._terms:
            return self._terms[value]
        return value.replace("_", " ") if value.islower() else value

    def _label(self, provision: str) -> str:
        for regulation_id in self.regulations:
            if provision in quotations(regulation_id):
                return quotations(regulation_id)[provision].label
        from patuh_parser.legal.ids import ProvisionIdError, label

        try:
            return label(provision)
        except ProvisionIdError:
            return provision

    def _number(self, value: int, term: str) -> str:
        if term == "alur":
            return self._workflows.get(value, str(value))
        if term not in _DATES:
            return str(value)
        try:
            day = datetime.date(value // 10000, value // 100 % 100, value % 100)
        except ValueError:
            return str(value)
        return date_in_words(day, self.lang)

    def _case(self, finding: Finding) -> tuple[str, str | None]:
        case = check_messages(self.lang)[finding.check.lower()].cases[finding.case]
        return self.local(case.sentence), case.advice and self.local(case.advice)

    def _fill(self, template: str, finding: Finding) -> str:
        """Put terms of the finding into the template, and constants of the regulation's norms.

        What stands between backticks is to be written in a proposal, hence in the law's own words
        in every language; where it leaves a choice, each of the choices is written out. A part that
        would name the nearest name of the list goes where there is none.
        """
        said = [part for part in template.split("; ") if self._proposed.has(part, finding)]
        pieces = "; ".join(said).split(MARK)
        pieces[::2] = [fill(piece, self._said(piece, finding)) for piece in pieces[::2]]
        pieces[1::2] = [self._to_write(piece, finding) for piece in pieces[1::2]]
        return shown("".join(pieces))

    def _to_write(self, template: str, finding: Finding) -> str:
        own = self if self.lang == "id" else Wording("id", self._source)
        texts = self._proposed.sentences(template, finding, own.value)
        return enumerated([f"{MARK}{text}{MARK}" for text in texts], self.say("findings.or"))

    def _said(self, template: str, finding: Finding) -> dict[str, str]:
        """What the holes of a template stand for, for people."""
        texts: dict[str, str] = {}
        terms = {name: term for term in finding.terms for name in (with_word(term), term)}
        for hole in holes(template):
            term = terms.get(hole)
            if term is not None:
                texts[hole] = enumerated(
                    [
                        self._terms.get(_key(value, term, hole, finding)) or self.value(value, term)
                        for value in each_of(finding.terms[term])
                    ],
                    self.say("findings.and"),
                )
            else:
                values = self._proposed.values(hole, finding)
                texts[hole] = enumerated(values, self.say("findings.or"))
        return texts


def date_in_words(day: datetime.date, lang: Lang) -> str:
    """A day, with the month by its name."""
    return f"{day.day} {say('findings.months', lang).split()[day.month - 1]} {day.year}"


def _key(value: Value, term: str, hole: str, finding: Finding) -> str:
    """The key of the words for a term under the regulation, or with the word before whom."""
    return f"{value}_{finding.regulation}" if term == hole else with_word(str(value))


def _holds(outer: Span, inner: Span) -> bool:
    """Whether one stretch lies in another."""
    start, end = (outer.line, outer.column), (outer.end_line, outer.end_column)
    return start <= (inner.line, inner.column) and (inner.end_line, inner.end_column) <= end

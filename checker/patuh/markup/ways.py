"""The ways of correcting that the table names: from a finding at a place to edits of the text."""

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from patuh.finding import Finding, Place, Result
from patuh.markup.changes import Change, Edit
from patuh.markup.corrections import Correction, corrections, row_of
from patuh.markup.units import Unit, Units
from patuh.messages import fill
from patuh_parser.legal.model import Draft

_END = re.compile(r"(?P<mark>\s*[.,:;]?)(?P<joiner>[\s;]+(?:dan ?/ ?atau|dan|atau))?\s*\Z")
_BLANKS = re.compile(r"[\s:]")
_NEAR = 10
"""So many lines around a place may hold the words that it is about."""


def changes(result: Result, draft: Draft) -> Iterator[Change]:
    """The changes that the table of corrections names for the words at places of findings."""
    units = Units(draft)
    for finding in result.findings:
        row = row_of(finding)
        for place in finding.places if row is not None else ():
            if row is not None and place.path == result.input.path:
                edits = tuple(Case(units, finding, place, row).edits())
                if edits:
                    yield Change(((finding, place),), edits)


class Case(Struct, frozen=True):
    """A finding at a place, with the row for it; each way of correcting is a method."""

    units: Units
    finding: Finding
    place: Place
    row: Correction

    def edits(self) -> Iterator[Edit]:
        match self.row.cara:
            case "kata":
                yield from self._word()
            case "sebelum":
                yield from self._before()
            case "huruf":
                yield from self._letter()
            case "awal":
                yield from self._first()
            case "akhir" | "sambung":
                yield from self._end()
                if self.row.lalu and any(x.next_to_last for x in self._units()[:1]):
                    yield from replace(self, row=corrections()[self.row.lalu]).edits()
            case "serangkai":
                yield from self._joined()
            case "isi":
                yield from self._inside()
            case "utuh":
                yield from self._whole()
            case "kapital":
                yield from self._capitals()

    def _said(self, template: str) -> str:
        return fill(template, {name: str(value) for name, value in self.finding.terms.items()})

    def _units(self) -> list[Unit]:
        return self.units.at(self.place.span.line)

    def _line(self, number: int) -> str:
        line = self.units.draft.line(number)
        return line.text if line is not None and not line.furniture else ""

    def _written(self) -> str:
        span = self.place.span
        one = span.line == span.end_line
        return self._line(span.line)[span.column - 1 : span.end_column - 1] if one else ""

    def _word(self) -> Iterator[Edit]:
        written, new = self._written(), self._said(self.row.tulis)
        if written.casefold() != self._said(self.row.tertulis).casefold():
            return
        if self.row.applies(written, whole=True):
            if written.isupper() and len(written) > 1:
                new = new.upper()
            elif written[:1].isupper():
                new = new[:1].upper() + new[1:]
            yield Edit(self.place.span.line, self.place.span.column, written, new)

    def _before(self) -> Iterator[Edit]:
        number = self.place.span.line
        before = self._line(number)[: self.place.span.column - 1].rstrip()
        while not before and number > max(1, self.place.span.line - _NEAR):
            number -= 1
            before = self._line(number)
        word = self._said(self.row.tertulis)
        if re.search(rf"(?<!\w){re.escape(word)}\Z", before):
            yield Edit(number, len(before) - len(word) + 1, word, self._said(self.row.tulis))

    def _letter(self) -> Iterator[Edit]:
        number, column = self.place.span.line, self.place.span.column
        letter = self._line(number)[column - 1 : column]
        if letter.isalpha() and self._cased(letter) != letter:
            yield Edit(number, column, letter, self._cased(letter))

    def _first(self) -> Iterator[Edit]:
        for unit in self._units():
            found = re.search(r"[^\W\d_]", unit.text)
            where = None if found is None else self.units.place(unit, found.start())
            if found is not None and where is not None and self._cased(found[0]) != found[0]:
                yield Edit(*where, found[0], self._cased(found[0]))
                return

    def _cased(self, letter: str) -> str:
        return letter.upper() if self._said(self.row.tulis) == "besar" else letter.lower()

    def _end(self) -> Iterator[Edit]:
        joins = self.row.cara == "sambung"
        for unit in self._units():
            found = _END.search(unit.text)
            assert found is not None
            mark, joiner, new = found["mark"], found["joiner"] or "", self._said(self.row.tulis)
            fits = bool(joiner or new) if joins else not joiner or new == ";"
            old = joiner if joins else mark
            if fits and old != new and self.row.applies(unit.above, whole=False):
                at = found.end("mark") if joins else found.start("mark")
                yield from self._put(unit, at, old, new)
                return

    def _joined(self) -> Iterator[Edit]:
        written = self._written()
        if written.count(" ") == 1:
            column = self.place.span.column + written.index(" ")
            yield Edit(self.place.span.line, column, " ", "")

    def _inside(self) -> Iterator[Edit]:
        word = self._said(self.row.tertulis)
        for unit in self._units():
            where = self.units.place(unit, unit.text.find(word))
            if unit.text.count(word) == 1 and where is not None:
                yield Edit(*where, word, self._said(self.row.tulis))
                return

    def _put(self, unit: Unit, at: int, old: str, new: str) -> Iterator[Edit]:
        """What is put where nothing stands follows the character before."""
        where = self.units.place(unit, at if old else at - 1) if at else None
        if where is not None:
            yield Edit(where[0], where[1] if old else where[1] + 1, old, new)

    def _whole(self) -> Iterator[Edit]:
        text = self._line(self.place.span.line)
        if _BLANKS.sub("", text).upper() == _BLANKS.sub("", self.row.tulis):
            yield Edit(self.place.span.line, 1, text, self.row.tulis)

    def _capitals(self) -> Iterator[Edit]:
        start, written = self.place.span.line, self._said(self.row.tertulis)
        if not written:
            node = self.units.titled(start)
            for number, column, words in self.units.heading(node) if node is not None else ():
                if words != words.upper():
                    yield Edit(number, column, words, words.upper())
            return
        for number in range(start, start + _NEAR):
            column = self._line(number).find(written)
            if column >= 0:
                yield Edit(number, column + 1, written, written.upper())
                return

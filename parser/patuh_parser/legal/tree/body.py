"""The body: bab, bagian, paragraf, pasal or diktum, and what stands below them."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from patuh_parser.legal.lines.line_forms import Form
from patuh_parser.legal.lines.numerals import NONE, canonical, follows, place_of
from patuh_parser.legal.tree.breaking_off import (
    announces_diktum,
    goes_on_in_a_list,
    is_closed,
    refers_to_heading,
)
from patuh_parser.legal.tree.growing import Items, Unit

Note = tuple[str, int, tuple[tuple[str, str], ...]]

_LEVELS = {"bab": 0, "bagian": 1, "paragraf": 2}
_SENTENCE = (".", ";", ":")
_MAX_TITLE = 250


class Body:
    """Builds units from the lines of a body, fed in order; nothing is refused.

    ``article`` is the kind of its provisions: ``pasal`` or ``diktum``. ``notes`` are
    defects as (code, line, data).
    """

    def __init__(self, article: str = "pasal", amending: bool = False, quoted: bool = False):
        self.units: list[Unit] = []
        self.notes: list[Note] = []
        self._article = article
        self._amending = amending
        self._quoted = quoted
        self._headings: list[Unit] = []
        self._last = NONE
        self._own: Unit | None = None
        self._items: Items | None = None
        self._titled: Unit | None = None

    def feed(self, forms: Iterable[Form]) -> None:
        """Add lines."""
        for form in forms:
            self._line(self._as_arabic(form))

    def _line(self, form: Form) -> None:
        if form.kind in _LEVELS and self._begins(form):
            self._heading(form)
        elif form.kind == self._article and self._begins(form):
            if self._is_quoted(form):
                self._quote(form)
            else:
                self._provision(form.number, form.rest, form)
        elif form.inline and self._article == "pasal" and self._inline_begins(form):
            number, rest = form.inline
            self.notes.append(("pasal_sebaris", form.line, (("number", number),)))
            self._provision(number, rest, form)
        elif self._titled is not None and self._is_title(form):
            self._titled.title.append((form.text, form.line))
            self._titled.end_line = form.line
        elif form.kind == "item":
            self._below(form).item(form)
        else:
            self._below(form).prose(self._without_colon(form))

    def _as_arabic(self, form: Form) -> Form:
        """Read ``Pasal I`` (``l``) of a draft that amends nothing as the misread ``Pasal 1``."""
        if form.kind == "pasal" and not self._amending and form.number in ("I", "l", "Il", "II"):
            number = str(len(form.number))
            data = (("written", form.text), ("read", f"Pasal {number}"))
            self.notes.append(("derau_ocr", form.line, data))
            return replace(form, number=number)
        return form

    def _without_colon(self, form: Form) -> Form:
        """Take off the colon that a diktum has on the line below its number."""
        if self._article == "diktum" and not self._tail() and form.text.startswith(":"):
            return replace(form, text=form.text[1:].strip())
        return form

    def _tail(self) -> str:
        return self._items.tail if self._items else ""

    def _begins(self, form: Form) -> bool:
        """Tell a heading from the rest of a reference that fills its line."""
        if self._titled is not None or self._items is None:
            return True
        tail = self._tail()
        listed = goes_on_in_a_list(tail)
        if not listed:
            if refers_to_heading(tail) and not (form.opens and tail.endswith(",")):
                return False
            if form.opens or is_closed(tail):
                return True
        if form.kind in _LEVELS:
            return not form.rest
        return follows(place_of(form.kind, form.number), self._last)

    def _inline_begins(self, form: Form) -> bool:
        number = form.inline[0] if form.inline else ""
        in_order = follows(place_of("pasal", number), self._last)
        return in_order and (self._titled is not None or is_closed(self._tail()))

    def _heading(self, form: Form) -> None:
        level = _LEVELS[form.kind]
        self._headings = [unit for unit in self._headings if _LEVELS[unit.kind] < level]
        unit = Unit(form.kind, form.number, form.line, end_line=form.line, quoted=self._quoted)
        if form.rest:
            unit.title.append((form.rest, form.line))
        self._place(unit)
        self._headings.append(unit)
        self._items, self._titled = None, unit

    def _provision(self, number: str, rest: str, form: Form) -> None:
        unit = Unit(self._article, number, form.line, end_line=form.line, quoted=self._quoted)
        self._place(unit)
        self._own = unit
        self._last = place_of(self._article, number)
        self._items, self._titled = Items(unit), None
        if rest.startswith("(1)"):
            self._items.item(replace(form, kind="item", number="(1)", rest=rest[3:].strip()))
        elif rest:
            unit.add(rest, form.line)

    def _is_quoted(self, form: Form) -> bool:
        """Tell a diktum that an amending Keputusan quotes from the next of its own."""
        if self._own is None or form.kind != "diktum":
            return False
        if announces_diktum(self._tail()):
            return True
        after = follows(place_of(form.kind, form.number), self._last)
        return not after and any(child.quoted for child in self._own.children)

    def _quote(self, form: Form) -> None:
        """Take in a diktum below the one that quotes it; its id begins with that one's."""
        own = self._own
        if own is None:
            return
        ids = [f"diktum-{canonical('diktum', number)}" for number in (own.number, form.number)]
        unit = Unit("diktum", form.number, form.line, end_line=form.line, quoted=True)
        unit.path = ".".join(ids)
        own.children.append(unit)
        self._items = Items(unit)
        if form.rest:
            unit.add(form.rest, form.line)

    def _place(self, unit: Unit) -> None:
        (self._headings[-1].children if self._headings else self.units).append(unit)

    def _is_title(self, form: Form) -> bool:
        """Tell whether a line below a heading goes on its title."""
        unit = self._titled
        if unit is None or form.kind == "item" or form.bullet:
            return False
        if not unit.title:
            return not form.text.endswith((";", ":"))
        title = " ".join(text for text, _ in unit.title)
        capitals = unit.kind == "bab" and title.isupper()
        sentence = form.text.endswith(_SENTENCE) or len(title) + len(form.text) > _MAX_TITLE
        return not sentence and (not capitals or form.text.isupper())

    def _below(self, form: Form) -> Items:
        """Return the open list; text without a pasal goes below its heading or stands alone."""
        if self._items is None:
            if self._headings:
                unit = self._headings[-1]
                self.notes.append(("ketentuan_tanpa_pasal", form.line, ()))
            else:
                unit = Unit(self._article, "", form.line, quoted=self._quoted)
                self.units.append(unit)
            self._items, self._titled = Items(unit), None
        return self._items

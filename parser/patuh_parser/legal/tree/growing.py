"""Units while they are being read, and the lists of items below one of them.

The level of an item follows from its marker and the lists that are open, never from
indentation: a marker continues the deepest open list that it is next in, or starts a new
list at its first number. Where two open lists could go on, a full stop before the marker
ends the inner one. A marker that follows on no open list is kept all the same: in the open
list of its form, or as a list of its own.
"""

from __future__ import annotations

from msgspec import Struct

from patuh_parser.legal.lines.line_forms import Form
from patuh_parser.legal.lines.markers import (
    AYAT_DOTTED,
    BULLET,
    FIRST,
    Mark,
    as_roman,
    kind_of,
    read_mark,
    shape_of,
    style_below,
)
from patuh_parser.legal.lines.numerals import NONE, Position, follows
from patuh_parser.legal.tree.breaking_off import is_closed, refers

_TAIL = 80
_TAIL_PIECES = 8
_DEEPEST = 12


class Unit(Struct):
    """A node in the making; ``style`` is the marker style, ``odd`` marks an unusual level."""

    kind: str
    number: str
    line: int
    style: str = "pasal"
    place: Position = NONE
    pieces: list[tuple[str, int]] = []
    title: list[tuple[str, int]] = []
    children: list[Unit] = []
    quoted: bool = False
    odd: bool = False
    path: str | None = None
    end_line: int = 0

    def add(self, text: str, line: int) -> None:
        """Add a line to the unit's own words."""
        if text:
            self.pieces.append((text, line))
        self.end_line = max(self.end_line, line)

    def tail(self) -> str:
        """Return the end of the unit's words."""
        return " ".join(piece[-_TAIL:] for piece, _ in self.pieces[-_TAIL_PIECES:])


class Items:
    """Adds lines to one unit: to its words or to the lists below it."""

    def __init__(self, root: Unit) -> None:
        self._open = [root]

    @property
    def tail(self) -> str:
        """The end of what was read last."""
        return self._open[-1].tail()

    def prose(self, form: Form) -> None:
        """Add a line of prose; a bulleted one after a finished text is an item."""
        if form.bullet and is_closed(self.tail) and self.tail:
            self._bullet(form)
        else:
            self._open[-1].add(form.text, form.line)

    def item(self, form: Form) -> None:
        """Add a line that begins with a marker: an item, or prose that looks like one."""
        mark = read_mark(form.number)
        before = self.tail
        if not form.auto and refers(before, mark.shape):
            self._open[-1].add(form.text, form.line)
            return
        readings = [mark, *([found] if (found := as_roman(mark)) else [])]
        fits = any(self._continue(m, before, form) for m in readings)
        if not fits and not any(self._start(m, before, form) for m in readings):
            if not (form.auto or form.opens or is_closed(before) or self._is_ayat(mark, form)):
                self._open[-1].add(form.text, form.line)
                return
            self._force(mark, before, form)
        self._open[-1].add(form.rest, form.line)

    def _is_ayat(self, mark: Mark, form: Form) -> bool:
        """Tell whether ``(1) Setiap …`` is the first ayat, below words without a full stop."""
        first = mark.shape == "(1)" and mark.place == FIRST and form.rest[:1].isupper()
        return first and len(self._open) == 1 and self._open[0].kind == "pasal"

    def _bullet(self, form: Form) -> None:
        depths = [at for at, unit in enumerate(self._open) if at and unit.style == BULLET]
        if depths:
            del self._open[depths[-1] :]
        self._append(Mark(BULLET, BULLET, FIRST), BULLET, form)
        self._open[-1].add(form.text.removeprefix(f"{BULLET} "), form.line)

    def _continue(self, mark: Mark, before: str, form: Form) -> bool:
        fitting = [
            depth
            for depth, unit in enumerate(self._open)
            if depth and follows(mark.place, unit.place) and shape_of(unit.style) == mark.shape
        ]
        if not fitting and self._is_half(mark, before):
            fitting = [1]
        if not fitting:
            return False
        self._resume(fitting[0] if before.endswith(".") else fitting[-1], mark, form)
        return True

    def _is_half(self, mark: Mark, before: str) -> bool:
        """Tell whether ``2)`` is the ayat after ``(1)`` without the first half of its bracket."""
        styles = [unit.style for unit in self._open]
        return (
            mark.shape == "1)"
            and styles[1:2] == ["ayat"]
            and "1)" not in styles
            and before.endswith(".")
            and follows(mark.place, self._open[1].place)
        )

    def _resume(self, depth: int, mark: Mark, form: Form) -> None:
        style = self._open[depth].style
        del self._open[depth:]
        self._append(mark, style, form)

    def _start(self, mark: Mark, before: str, form: Form) -> bool:
        if mark.place != FIRST:
            return False
        root = self._open[0]
        alone = len(self._open) == 1 and root.kind == "pasal" and root.number[:1].isdigit()
        sentence = " adalah " not in form.rest and not form.rest.isupper()
        dotted = mark.shape == "1." and alone and not before and sentence
        style = AYAT_DOTTED if dotted else self._style(mark.shape)
        if style is None or (style in ("ayat", "ayat)") and before):
            return False
        self._append(mark, style, form)
        return True

    def _force(self, mark: Mark, before: str, form: Form) -> None:
        """Take in an item that follows on nothing: in an open list of its form, or anew."""
        depths = [at for at, u in enumerate(self._open) if at and shape_of(u.style) == mark.shape]
        nested = before.endswith(":") and mark.place == FIRST and len(self._open) < _DEEPEST
        if depths and not nested:
            self._resume(depths[-1], mark, form)
            return
        if not before.endswith(":"):
            while len(self._open) > 1 and self._style(mark.shape) is None:
                self._open.pop()
        style = self._style(mark.shape)
        if style == "ayat)" and before:
            style = None  # below a sentence ``1)`` is a list of the wrong form
        odd = style is None
        if style is None:
            style = "ayat" if mark.shape == "(1)" and len(self._open) == 1 else mark.shape
        self._append(mark, style, form)
        self._open[-1].odd = odd

    def _style(self, shape: str) -> str | None:
        return style_below(shape, [unit.style for unit in self._open])

    def _append(self, mark: Mark, style: str, form: Form) -> None:
        parent = self._open[-1]
        unit = Unit(kind_of(style), mark.written, form.line, style, mark.place, end_line=form.line)
        unit.quoted = parent.quoted
        parent.children.append(unit)
        self._open.append(unit)

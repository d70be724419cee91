"""`patuh.compare`: what a proposal changes against another one."""

import datetime
import os
from collections.abc import Iterable

from msgspec import Struct

from patuh import comparing
from patuh.comparing import Checked
from patuh.comparing.records import UnitChangeKind
from patuh.finding import Finding as _Finding
from patuh.finding import Result, Unreadable
from patuh.inputs.laid_over import LaidOver
from patuh.inputs.proposals import checked
from patuh.inputs.time_limit import within
from patuh.library.errors import engine_faults, library_faults, raised
from patuh.library.records import Finding, finding_of
from patuh.library.sources import Source, language, named
from patuh.messages import Lang
from patuh.report.wording import Wording


class Change(Struct, frozen=True):
    """What became of units, by their names: of a move, from where to where."""

    kind: UnitChangeKind
    units: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]


class Row(Struct, frozen=True):
    """What both proposals say of one aspect of a unit, as sentences: semula – menjadi."""

    unit: str
    aspect: str
    before: tuple[str, ...]
    after: tuple[str, ...]


class Comparison:
    """Two proposals side by side; findings that say the same are the same finding."""

    def __init__(self, found: comparing.Comparison, lang: Lang, laid: LaidOver) -> None:
        self._found, self._lang, self._laid = found, lang, laid
        with laid.in_use():
            self.new = _findings(found.new, found.proposal, lang)
            self.gone = _findings(found.gone, found.base, lang)
            self.unchanged = _findings(found.unchanged, found.proposal, lang)
        self.units = tuple(Change(c.kind, c.units, c.before, c.after) for c in found.units)
        """What became of units that are not as they were."""
        self.matrix = tuple(Row(r.unit, r.aspect, r.before, r.after) for r in found.matrix)

    def to_json(self) -> str:
        """The object `patuh.compare/1`."""
        from patuh.report.documents import json_comparison

        with self._laid.in_use():
            return json_comparison.render(self._found, self._lang)

    def to_html(self, day: datetime.date | None = None) -> str:
        """A page to hand up, with the day in its head (today without one)."""
        return str(self._paper("html", day))

    def to_docx(self, day: datetime.date | None = None) -> bytes:
        """The same as a Word file on F4; needs the extra `docx`."""
        made = self._paper("docx", day)
        assert isinstance(made, bytes)
        return made

    def _paper(self, form: str, day: datetime.date | None) -> str | bytes:
        from patuh.report.documents.forms import written
        from patuh.report.paper.comparison import comparison_paper

        day, path = day or datetime.date.today(), self._found.proposal.input.path
        with library_faults(path, self._lang, form), self._laid.in_use():
            return written(form, comparison_paper(self._found, self._lang, day, "f4"))

    def to_text(self, *, width: int = 100) -> str:
        """The comparison for people."""
        from patuh.report.terminal.compare import render
        from patuh.report.terminal.style import Style

        style = Style(width=width)
        with self._laid.in_use():
            return "".join(
                f"{style.clean(line)}\n" for line in render(self._found, self._lang, style)
            )


def compare(
    base: Source,
    proposal: Source,
    *,
    base_name: str | None = None,
    name: str | None = None,
    lang: Lang = "id",
    overlay: str | os.PathLike[str] | None = None,
    timeout: float | None = None,
) -> Comparison:
    """What a proposal changes against a base: findings new and gone, units, the matrix.

    Arguments and errors as `patuh.check`; `base_name` is what reports call a base that is no file,
    `timeout` is for each of the two.
    """
    lang = language(lang)
    laid = LaidOver(overlay)
    if laid.refused is not None:
        raise raised(laid.refused, lang)
    with laid.in_use():
        before = _checked(base, base_name, lang, timeout)
        after = _checked(proposal, name, lang, timeout)
        return Comparison(comparing.compare(before, after), lang, laid)


def _checked(source: Source, name: str | None, lang: Lang, timeout: float | None) -> Checked:
    path, data = named(source, name, lang)
    with engine_faults(path, lang):
        found = within(timeout, checked, path, data)
    if isinstance(found, Unreadable):
        raise raised(found, lang)
    return found


def _findings(found: Iterable[_Finding], result: Result, lang: Lang) -> tuple[Finding, ...]:
    wording = Wording(lang, result.input)
    return tuple(finding_of(one, wording) for one in found)

"""What `patuh.check` gives: findings in words, and the same report that the command writes."""

import datetime
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from patuh.finding import Level, Result
from patuh.inputs.laid_over import LaidOver
from patuh.library.errors import library_faults
from patuh.library.records import Finding, LevelName, Repair, finding_of, repair_of
from patuh.messages import Lang
from patuh.report.outcome import exit_code
from patuh.report.view import Proofs, View
from patuh.report.wording import Wording

if TYPE_CHECKING:
    from patuh.library.charts import Chart


class Report:
    """The report on one input; it does not change, and threads may share it."""

    def __init__(
        self,
        result: Result,
        lang: Lang,
        laid: LaidOver,
        day: datetime.date | None,
        base: tuple[bytes, str] | None = None,
    ) -> None:
        self._result, self._lang, self._laid, self._day = result, lang, laid, day
        self._base = base
        with laid.in_use():
            wording = Wording(lang, result.input)
            self.findings = tuple(finding_of(one, wording) for one in result.findings)
            """The findings, sorted by place, level and check."""
            limits = [text for text, _ in wording.noticed()]
            limits += wording.not_assessed(result.unassessed)
            remarks = tuple(map(wording.remark, result.remarks))
        self.remarks = remarks
        """What is told of dispensations, and of findings of a baseline that are gone."""
        self.not_assessed = tuple(limits)
        """What no check tests, and what of the input was not read or read otherwise."""
        self.title = result.input.title
        self.region = result.input.region
        self.path = result.input.path
        self.regulations = result.input.regulations
        """The ids of the regulations that apply."""
        self.unread = result.input.unread
        """Whether a part could not be read, so that nothing says that the input complies."""
        self.source = result.source
        """The text that lines are counted in: of a table the proposal that it makes."""
        self.draft = result.input.read_as is not None
        """Whether it was read as a draft, not as a proposal."""

    def __repr__(self) -> str:
        return f"<patuh.Report {self.path}: {dict(self.counts)}>"

    @property
    def counts(self) -> dict[LevelName, int]:
        """How many findings of each level there are that are not accepted, the gravest first."""
        found = Counter(finding.level for finding in self.findings if finding.accepted is None)
        return {name: found[name] for name in _names()}

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers that chart and paper give to the findings: by gravity."""
        from patuh.library.charts import numbers

        return numbers(self._result)

    def at_least(self, level: LevelName) -> tuple[Finding, ...]:
        """The findings at or above a level that are not accepted."""
        floor = _level(level)
        return tuple(
            one for one in self.findings if one.accepted is None and Level[one.level] >= floor
        )

    def exit_code(self, fail_on: LevelName = "belum_lengkap") -> int:
        """That of `patuh check`: 0, 1 for findings at or above `fail_on`, 2 if `unread`."""
        return exit_code([self._result], (), _level(fail_on))

    def to_json(self, *, proofs: bool = False) -> str:
        """The object `patuh.findings/2`, with the proofs if asked for."""
        return self._document("json", "full" if proofs else None)

    def to_sarif(self) -> str:
        """SARIF 2.1.0."""
        return self._document("sarif")

    def to_junit(self, fail_on: LevelName = "belum_lengkap") -> str:
        """JUnit XML; findings at or above `fail_on` are failures."""
        return self._document("junit", floor=fail_on)

    def to_html(self) -> str:
        """A page to hand up, with the day of `as_of` in its head if that was given."""
        return self._document("html")

    def to_docx(self) -> bytes:
        """A staff study (telaahan staf) as a Word file; needs the extra `docx`."""
        return self._paper("docx")

    def to_pdf(self) -> bytes:
        """The same as PDF; needs the extra `chart`."""
        return self._paper("pdf")

    def to_text(
        self,
        *,
        width: int = 100,
        brief: bool = False,
        level: LevelName = "catatan",
        why: Proofs | None = None,
    ) -> str:
        """The report for people: `brief`, from a `level` on, with proofs `short` or `full`."""
        from patuh.report.terminal.style import Style
        from patuh.report.terminal.text import render

        view = View(_level(level), brief, why, self._day)
        style = Style(width=width)
        with self._in_use():
            return "".join(map(style.clean, render([self._result], self._lang, style, view)))

    def to_comments(self, source: bytes) -> bytes:
        """The draft as a Word file with a comment at each finding; `source` is its content."""
        from patuh.library.errors import draft_faults
        from patuh.markup.word_file import WordFile

        day = self._day or datetime.date.today()
        with self._in_use(), draft_faults(self.path, self._lang):
            return WordFile(source, self._result).written(self._lang, day)

    def chart(self, *, whole: bool = False) -> "Chart | None":
        """The structure as SVG with its units; None of a draft, or without a structure.

        `whole` draws every unit, on as large a sheet as that needs.
        """
        from patuh.library.charts import chart_of

        with self._in_use():
            return chart_of(self._result, self._lang, whole=whole)

    def proof(self, finding: Finding) -> tuple[str, ...]:
        """On which norms and sentences a finding of this report rests, in a few lines."""
        from patuh.report.terminal.proofs import short

        with self._in_use():
            wording = Wording(self._lang, self._result.input)
            return tuple(short(self._result.findings[self.findings.index(finding)], wording))

    def repairs(self, finding: Finding) -> tuple[Repair, ...]:
        """The smallest changes that make a finding of this report go away, the cheapest first.

        Each was verified by a new check. Of drafts none are sought. Raises ValueError for a finding
        of another report.
        """
        index = self.findings.index(finding)
        if self._result.input.read_as is not None:
            return ()
        from patuh.checking import load
        from patuh.repair.plan import Planner

        found = self._result
        with self._in_use():
            reading = load(found.source, found.input.path, as_of=self._day)
            plan = Planner(found, reading).plan(found.findings[index])
        return tuple(map(repair_of, plan.repairs))

    def to_xlsx(self) -> bytes:
        """The units of a proposal as the table that `patuh import` reads; ValueError of a draft."""
        from patuh.checking import load
        from patuh.report.documents.xlsx import exported

        if self.draft:
            raise ValueError("a draft is no table of units; see as_proposal")
        with self._in_use():
            return exported(load(self._result.source, self.path))

    @contextmanager
    def _in_use(self) -> Iterator[None]:
        """The knowledge base and the base that were there when it was made."""
        if self._base is None:
            with self._laid.in_use():
                yield
            return
        from patuh.amending import given

        with self._laid.in_use(), given(self._base):
            yield

    def _paper(self, form: str) -> bytes:
        """Raises `PatuhError` where the library that writes the form is not installed."""
        from patuh.report.documents.forms import paper

        day = self._day or datetime.date.today()
        with library_faults(self.path, self._lang, form), self._in_use():
            return paper(form, [self._result], (), (), self._lang, day)

    def _document(
        self, form: str, why: Proofs | None = None, floor: LevelName = "belum_lengkap"
    ) -> str:
        from patuh.report.documents.forms import document

        view = View(why=why, day=self._day)
        with self._in_use():
            return document(form, [self._result], (), (), self._lang, _level(floor), view)


def _names() -> list[LevelName]:
    return [level.name for level in sorted(Level, reverse=True)]  # type: ignore[misc]


def _level(name: str) -> Level:
    """The level of this name; raises ValueError if there is none."""
    name = name.replace("-", "_")
    if name not in Level.__members__:
        raise ValueError(f"a level is one of {', '.join(_names())}, not {name!r}")
    return Level[name]

"""`patuh.diff` and `patuh.impact`: what a revision of the norms changes, and whom it hits."""

import datetime
import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from patuh.finding import Unreadable
from patuh.inputs.laid_over import LaidOver, is_whole
from patuh.knowledge.regulations import Regulation, regulations
from patuh.knowledge.root import kb_root, using
from patuh.library.errors import (
    PatuhError,
    Problem,
    draft_faults,
    engine_faults,
    library_faults,
    raised,
)
from patuh.library.records import LevelName
from patuh.library.sources import Source, content, language, named
from patuh.messages import Lang, say

if TYPE_CHECKING:
    from patuh.revision import records
    from patuh.revision.impact import Impact

Place = str | os.PathLike[str]


class Told(Struct, frozen=True):
    """A finding that comes or goes."""

    level: LevelName
    check: str
    subject: str
    message: str


class Hit(Struct, frozen=True):
    """A proposal with the findings that come and go on it; `problems` say why it was not read."""

    path: str
    new: tuple[Told, ...]
    gone: tuple[Told, ...]
    problems: tuple[Problem, ...] = ()


class Revision:
    """What a revision allows and forbids; `checks` are the verdicts on the checks affected."""

    def __init__(self, found: "records.Revision", old: "_Root", lang: Lang) -> None:
        from patuh.revision.telling.in_words import page

        self._found, self._old, self._lang = found, old, lang
        with using(old.path):
            told = page(found, lang)
        self.verdict: str = found.whole.verdict
        self.checks: dict[str, str] = {one.check: one.verdict for one in found.checks}
        self.sentences = told.sentences
        """What it allows and forbids, as a jurist says it."""
        self.examples = tuple(one.text for one in told.examples)
        """The smallest proposals that show it, each checked under both sides."""
        self.differs = found.differs
        self.complete = not (found.unfinished or found.untranslated)
        """Whether every search came to its end, and all of a draft was translated."""

    def to_json(self) -> str:
        """The object `patuh.diff/1`."""
        from patuh.revision.telling import render_json

        with using(self._old.path):
            return render_json.render(self._found, self._lang)

    def to_html(self) -> str:
        """A page of its own."""
        return str(self._paper("html"))

    def to_text(self, *, width: int = 100) -> str:
        """The report for people."""
        from patuh.report.terminal.style import Style
        from patuh.revision.telling.render_text import render

        style = Style(width=width)
        with using(self._old.path):
            lines = list(render(self._found, self._lang, style))
        return "".join(f"{style.clean(line)}\n" for line in lines)

    def to_docx(self) -> bytes:
        """The same as a Word file on F4; needs the extra `docx`."""
        made = self._paper("docx")
        assert isinstance(made, bytes)
        return made

    def _paper(self, form: str) -> str | bytes:
        from patuh.report.documents.forms import written
        from patuh.revision.telling.as_paper import as_paper

        day = datetime.date.today()
        with library_faults(self._found.new, self._lang, form), using(self._old.path):
            return written(form, as_paper(self._found, self._lang, day))


def diff(
    regulation: str | None,
    new: Place,
    old: Place | None = None,
    *,
    without: Iterable[int] = (),
    lang: Lang = "id",
) -> Revision:
    """What `new` changes in a regulation against `old`, else the knowledge base in use.

    `new` is a folder, as `patuh diff` takes it, or the file of a draft, of which `without` refuses
    translations by their numbers; `regulation` may then be None, for the one that it revises, and
    `old` another draft of it. Raises `PatuhError`, and `LookupError` for no such regulation.
    """
    from patuh.revision.compared import compared
    from patuh.revision.drafted.translating import beyond
    from patuh.revision.records import OWN

    lang = language(lang)
    earlier = os.fspath(old) if old is not None and os.path.isfile(old) else None
    before = _root(None if earlier else old, lang)
    name = os.fspath(new)
    with using(before.path), engine_faults(name, lang), ExitStack() as stack:
        laws = regulations() if regulation is None else (_law(regulation),)
        draft, was = None, before.path
        if regulation is not None and os.path.isdir(name):
            (law,) = laws
        else:
            draft, law = _drafted(name, laws, lang, tuple(without))
        side = stack.enter_context(_new(name, draft, law, lang))
        if earlier is not None:
            known, _ = _drafted(earlier, [law], lang)
            was = stack.enter_context(_new(earlier, known, law, lang))
            draft = beyond(draft, known) if draft else None
        names = (OWN if old is None else os.fspath(old), name)
        found = compared(law.id, was, side, names=names, draft=draft)
        return Revision(found, before, lang)


def impact(
    new: Place, proposals: Iterable[Source], *, old: Place | None = None, lang: Lang = "id"
) -> tuple[Hit, ...]:
    """What `new`, as for `patuh.diff`, does to each of these proposals, in their order.

    The proposals are sources as for `patuh.check`. Raises `PatuhError` for what `new` is.
    """
    from patuh.revision.impact import Impact

    lang = language(lang)
    before = _root(old, lang)
    name = os.fspath(new)
    with using(before.path), engine_faults(name, lang), ExitStack() as stack:
        draft, law = None, None
        if not os.path.isdir(name):
            draft, law = _drafted(name, regulations(), lang)
        on = Impact(before.path, stack.enter_context(_new(name, draft, law, lang)))
        return tuple(_hit(one, on, lang) for one in proposals)


class _Root(Struct):
    """A knowledge base, with what removes it when nobody needs it any more."""

    path: Path
    laid: LaidOver | None = None


def _root(folder: Place | None, lang: Lang) -> _Root:
    if folder is None or is_whole(folder):
        return _Root(kb_root() if folder is None else Path(folder))
    laid = LaidOver(folder)
    if laid.refused is not None:
        raise raised(laid.refused, lang)
    with laid.in_use():
        return _Root(kb_root(), laid)


def _law(name: str) -> Regulation:
    for law in regulations():
        if law.id == name:
            return law
    known = ", ".join(law.id for law in regulations())
    raise LookupError(f"regulation is one of {known}, not {name!r}")


@contextmanager
def _new(
    name: str, draft: "records.Drafted | None", law: Regulation | None, lang: Lang
) -> Iterator[Path]:
    from patuh.revision.drafted.new_side import new_side

    if draft is None or law is None:
        side = _root(name, lang)
        yield side.path
        return
    with new_side(draft, law) as root:
        if isinstance(root, Unreadable):
            raise raised(root, lang)
        yield root


def _drafted(
    name: str, laws: Iterable[Regulation], lang: Lang, without: tuple[int, ...] = ()
) -> tuple["records.Drafted", Regulation]:
    """What the draft in a file changes, and the regulation that it revises among these."""
    from patuh.revision.drafted.translating import NoRevisionError, refusing, translated
    from patuh_parser.legal.reader import read_draft

    data = content(Path(name), lang)
    with draft_faults(name, lang):
        text = read_draft(data, name)
    every = list(laws)
    for law in every:
        if len(every) == 1 or not text.region or law.of_region(text.region):
            try:
                return refusing(translated(text, law), without), law
            except NoRevisionError:
                continue
    told = say("diff.no_revision", lang, path=name, law=", ".join(law.short for law in every))
    raise PatuhError((Problem("M012", told, None, name, 1, 1),))


def _hit(source: Source, on: "Impact", lang: Lang) -> Hit:
    path, data = named(source, None, lang)
    found = on.on(path, content(source, lang) if data is None else data)
    if isinstance(found, Unreadable):
        return Hit(path, (), (), raised(found, lang).problems)
    came, went = (tuple(_told(one, lang) for one in side) for side in (found.new, found.gone))
    return Hit(path, came, went)


def _told(one: "records.Told", lang: Lang) -> Told:
    return Told(one.level.name, one.check, one.subject, one.said[lang])  # type: ignore[arg-type]

"""The one error of the library."""

from collections.abc import Iterator
from contextlib import contextmanager

from msgspec import Struct

from patuh.finding import InputError, Unreadable, unread
from patuh.messages import Lang, say


class Problem(Struct, frozen=True):
    """One thing that is wrong with an input, in the language asked for."""

    code: str
    """A stable name of the kind of problem: `E101`, `M002`."""
    message: str
    hint: str | None
    path: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.message}"


class PatuhError(Exception):
    """An input cannot be checked; nothing of it is said to comply.

    `problems` has all that is wrong, each with its place. The text is one line for each.
    """

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems

    def __reduce__(self) -> tuple[type["PatuhError"], tuple[tuple[Problem, ...]]]:
        return PatuhError, (self.problems,)


def raised(unreadable: Unreadable, lang: Lang) -> PatuhError:
    """The error that says why an input could not be read."""
    return PatuhError(tuple(_problem(error, lang) for error in unreadable.errors))


def _problem(error: InputError, lang: Lang) -> Problem:
    message, hint = error.texts[lang]
    span = error.place.span
    return Problem(error.code, message, hint, error.place.path, span.line, span.column)


@contextmanager
def engine_faults(path: str, lang: Lang) -> Iterator[None]:
    """Let a fault of the knowledge base, such as one laid over, be a `PatuhError` too."""
    from patuh.engine import EngineError

    try:
        yield
    except EngineError as error:
        message = say("calls.engine", lang, error=error)
        raise PatuhError((Problem("engine", message, None, path, 1, 1),)) from error


@contextmanager
def draft_faults(path: str, lang: Lang) -> Iterator[None]:
    """Let what keeps a draft from being read be a `PatuhError` too."""
    from patuh_parser.legal.errors import DraftError

    try:
        yield
    except DraftError as error:
        raise raised(unread(error.path or path, error.code, error.texts), lang) from error


@contextmanager
def library_faults(path: str, lang: Lang, form: str) -> Iterator[None]:
    """Let it be a `PatuhError` too that the library which writes the form is not installed."""
    from patuh.comparison.filed import DocxMissingError
    from patuh.typesetting import TypstMissingError

    try:
        yield
        return
    except DocxMissingError:
        message = say("matrix.no_docx", lang)
    except TypstMissingError:
        message = say("chart.no_typst", lang, form=form)
    raise PatuhError((Problem("M010", message, None, path, 1, 1),))

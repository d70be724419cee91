"""The one place that sets clingo up: texts in, a grounded control out."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import clingo

from patuh.engine.atoms.derivation import FINDING, Atom
from patuh.engine.atoms.terms import atom

if TYPE_CHECKING:
    from pathlib import Path

BASE = "base"

Log = Callable[[clingo.MessageCode, str], None]


class EngineError(Exception):
    """The knowledge base itself is at fault: it does not parse, or it is not stratified."""


class FindingError(EngineError):
    """A rule with variables found what no report can tell: `part` of it is of no known form."""

    def __init__(self, part: str, atom: str, rule: str) -> None:
        super().__init__(f"{rule}: {part}: {atom}")
        self.part = part
        self.atom = atom
        self.rule = rule


def control(*options: str, log: Log | None = None) -> clingo.Control:
    """A control without programs, that does not warn."""
    return clingo.Control(["--warn=none", *options], logger=log)


_BEGUN: dict[tuple[str, tuple[str, ...]], tuple[clingo.Control, list[str]]] = {}
"""By program and options a control that holds the program already, with its messages."""


def begin(text: str, options: Iterable[str] = ()) -> None:
    """Make ready, while nobody waits, for a `grounded` that begins with this text."""
    _BEGUN.clear()
    _BEGUN[text, tuple(options)] = _begun(text, options)


def _begun(
    text: str, options: Iterable[str], into: "Path | None" = None
) -> tuple[clingo.Control, list[str]]:
    messages: list[str] = []
    made = control(*options, log=lambda _, told: messages.append(told))
    if into is not None:
        made.register_backend(clingo.BackendType.Aspif, str(into), replace=True)
    with _told(messages):
        made.add(BASE, [], text)
    return made, messages


@contextmanager
def _told(messages: Sequence[str] = ()) -> Iterator[None]:
    """Raise as `EngineError`, with what it had to say, what clingo refuses meanwhile."""
    try:
        yield
    except RuntimeError as error:
        raise EngineError("\n".join([str(error), *messages])) from error


def grounded(
    text: str, *texts: str, options: Sequence[str] = (), into: "Path | None" = None
) -> clingo.Control:
    """A control with these programs, grounded.

    With `into` it cannot solve: the ground rules are written to that file, as aspif, and are all
    there when it lives no longer. Raises `EngineError` for what clingo refuses.
    """
    ready = _BEGUN.pop((text, tuple(options)), None) if into is None else None
    made, messages = ready or _begun(text, options, into)
    with _told(messages):
        _ground(made, BASE, texts)
    return made


def add(to: clingo.Control, part: str, *texts: str) -> None:
    """Ground these texts as one part of a program. Raises `EngineError`."""
    with _told():
        _ground(to, part, texts)


def _ground(made: clingo.Control, part: str, texts: Iterable[str]) -> None:
    for text in texts:
        made.add(part, [], text)
    made.ground([(part, [])])


def findings(symbols: Iterable[clingo.Symbol]) -> list[Atom]:
    """The atoms `temuan/6` among these, in the order of their text."""
    found = [atom(symbol) for symbol in symbols if symbol.match(*FINDING)]
    return sorted(found, key=lambda one: one.text)

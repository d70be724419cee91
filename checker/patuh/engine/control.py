"""The one place that sets clingo up: texts in, a grounded control out."""

from collections.abc import Callable, Iterable
from pathlib import Path

import clingo

from patuh.engine.atoms.derivation import FINDING, Atom
from patuh.engine.atoms.terms import atom

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


def grounded(*texts: str, options: Iterable[str] = (), into: Path | None = None) -> clingo.Control:
    """A control with these programs, grounded.

    With `into` it cannot solve: the ground rules are written to that file, as aspif, and are all
    there when it lives no longer. Raises `EngineError` for what clingo refuses.
    """
    messages: list[str] = []
    made = control(*options, log=lambda _, told: messages.append(told))
    if into is not None:
        made.register_backend(clingo.BackendType.Aspif, str(into), replace=True)
    try:
        add(made, BASE, *texts)
    except EngineError as error:
        raise EngineError("\n".join([str(error), *messages])) from error
    return made


def add(to: clingo.Control, part: str, *texts: str) -> None:
    """Ground these texts as one part of a program. Raises `EngineError`."""
    for text in texts:
        to.add(part, [], text)
    try:
        to.ground([(part, [])])
    except RuntimeError as error:
        raise EngineError(str(error)) from error


def findings(symbols: Iterable[clingo.Symbol]) -> list[Atom]:
    """The atoms `temuan/6` among these, in the order of their text."""
    found = [atom(symbol) for symbol in symbols if symbol.match(*FINDING)]
    return sorted(found, key=lambda one: one.text)

"""`patuh check -`: a report or errors in every format, never an exception.

What the command does with an input it does here without the command line; one input in 64 goes
through that as well, and must come out the same. An input whose facts are those of another is not
grounded again.
"""

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from unittest.mock import patch
from zlib import crc32

from click.testing import CliRunner
from faults import assert_no_fault

from patuh import checking
from patuh.cli import main
from patuh.cli.outputs.results import FORMATS
from patuh.engine import Session
from patuh.facts import Facts
from patuh.finding import Level, Result, Unreadable
from patuh.inputs.checks import Asked, check_input
from patuh.knowledge.regulations import Regulation
from patuh.report.documents import json

from . import Traits
from .bounds import bounded, looked_at
from .outputs import assert_clean, assert_outputs
from .sotk import SUFFIX, WORDS

__all__ = ["LONGEST", "SUFFIX", "WORDS", "harness"]
LONGEST = 640
_KEPT = 32
"""Grounded programs; each takes some megabytes."""


def harness(data: bytes) -> Traits:
    """Check the bytes and write what comes of it in every format ."""
    why = looked_at(data, 16)
    with bounded(), _kept():
        outcome = _outcome(data, why)
    assert_outputs(outcome, Level.catatan if crc32(data) % 3 else Level.pelanggaran, data)
    if looked_at(data, 64):
        _by_command(data, outcome if why else _outcome(data, True))
    return traits(outcome)


def traits(outcome: Result | Unreadable) -> Traits:
    """What was found: the cases with how many places and laws, or the codes of the errors."""
    if isinstance(outcome, Unreadable):
        return {error.code for error in outcome.errors}
    return {
        (found.check, found.case, len(found.places), len(found.citations), len(found.parts) > 0)
        for found in outcome.findings
    }


def _outcome(data: bytes, why: bool) -> Result | Unreadable:
    with patch.object(sys, "stdin", io.TextIOWrapper(io.BytesIO(data))):
        return check_input("-", Asked(why=why))


def _by_command(data: bytes, outcome: Result | Unreadable) -> None:
    """Through the command line, in a format that follows from the input."""
    form, lang = FORMATS[crc32(data) % 5], ("id", "en")[crc32(data) // 5 % 2]
    asked = ["check", "-", "--format", form, "--lang", lang, "--why=full"]
    with bounded():
        run = CliRunner().invoke(main, asked, input=data, catch_exceptions=False)
    assert_no_fault(run.stderr)
    if isinstance(outcome, Unreadable):
        assert run.exit_code == 2
    else:
        failing = any(found.level >= Level.pelanggaran for found in outcome.findings)
        assert run.exit_code in ((1,) if failing else (0, 1))
    for said in (run.stdout, run.stderr):
        assert_clean(said)
    if form == "json":
        own = [outcome] if isinstance(outcome, Result) else []
        refused = [outcome] if isinstance(outcome, Unreadable) else []
        assert run.stdout == json.render(own, refused, lang, proofs=True)  # type: ignore[arg-type]


@contextmanager
def _kept() -> Iterator[None]:
    """Ground facts that were grounded before no second time."""

    def ground(
        facts: Facts, laws: tuple[Regulation, ...], _: None = None, *, whole: bool = False
    ) -> Session:
        return _grounded(facts.text, laws, whole)

    with patch.object(checking, "ground", ground):
        yield


_ground = checking.ground


@lru_cache(maxsize=_KEPT)
def _grounded(text: str, laws: tuple[Regulation, ...], whole: bool) -> Session:
    return _ground(Facts(text), laws, whole=whole)

"""`patuh check -` as a whole, in every format: a report or errors, never an exception."""

import json
import unicodedata
from xml.etree import ElementTree

from click.testing import CliRunner
from faults import assert_no_fault

from patuh.cli import main

from .bounds import bounded
from .sotk import SUFFIX, WORDS

__all__ = ["SUFFIX", "WORDS", "harness"]
FORMATS = ("text", "json", "html", "sarif", "junit")


def harness(data: bytes) -> None:
    """Check the bytes; the format and the language follow from their length."""
    form, lang = FORMATS[len(data) % 5], ("id", "en")[len(data) // 5 % 2]
    with bounded():
        run = CliRunner().invoke(
            main,
            ["check", "-", "--format", form, "--lang", lang],
            input=data,
            catch_exceptions=False,
        )
    assert run.exit_code in (0, 1, 2)
    assert_no_fault(run.stderr)
    shown = run.stdout + run.stderr
    assert shown
    assert not [c for c in shown if unicodedata.category(c) == "Cc" and c != "\n"], shown
    if form in ("json", "sarif"):
        json.loads(run.stdout)
    elif form == "junit":
        ElementTree.fromstring(run.stdout)

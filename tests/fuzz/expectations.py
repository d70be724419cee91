"""The `#!` lines of a proposal: an expectation, or an error on one of its lines."""

from collections import Counter

from patuh.report.expectations import (
    MARK,
    Expectation,
    ExpectationError,
    expectation,
    rewritten,
)
from patuh_parser.sotk import SotkError, decode
from patuh_parser.text.source import text_lines

from . import Traits
from .bounds import twice

SUFFIX = ".sotk"
LONGEST = 512
WORDS = (
    "#! ", "#!", "bersih\n", "tidak ", "pelanggaran ", "peringatan ", "catatan ", "belum_lengkap ",
    "H2 ", "h2 ", "Dinas Sosial\n", "USULAN : A\n", "DAERAH : Kabupaten Paser\n", "\n", "\r\n",
    "\r", "  ", "\t", "\u2028", "\u3000", "#", "!",
)  # fmt: skip
ROWS = [("pelanggaran", "H2", "Dinas Sosial"), ("catatan", "X1", "a b")]


def harness(data: bytes) -> Traits:
    """Read them; rewritten they expect what they were given, and the rest of the text stays."""
    try:
        text = decode(data)
    except SotkError:
        return ()
    read = twice(lambda: _read(text), data)
    for rows in ([], ROWS):
        again = rewritten(text, rows)
        after = _read(again)
        if not isinstance(read, str):
            assert isinstance(after, Expectation)
            assert after.exactly == Counter(rows)
            assert after.never == (read.never if read else ())
        assert rewritten(again, rows) == again
        assert _others(again) == _others(text)
    if read is None or isinstance(read, str):
        return {read}
    return {(bool(read.exactly), len(read.never), len(read.lines))}


def _read(text: str) -> Expectation | str | None:
    try:
        return expectation(text)
    except ExpectationError as fault:
        error = fault
    assert 1 <= error.line <= len(text_lines(text))
    assert str(error)
    return str(error).split(" ")[0]


def _others(text: str) -> list[str]:
    return [line for line in text_lines(text, ends=True) if not line.lstrip().startswith(MARK)]

"""A *dispensasi*: the comment by which a proposal says which finding is accepted, how long and why.

`# patuh: abaikan H4 sampai 2027-01-01, dasar Keputusan Bupati Nomor 5 Tahun 2026, oleh Bagian
Organisasi`: at the end of a line for what stands from there to the stop, on a line of its own for
the sentence below, above the first part for the whole proposal. What begins so and is none is an
error.
"""

import datetime
import re

from patuh_parser.sotk.errors import Diagnostics
from patuh_parser.sotk.lines.layout import PART
from patuh_parser.sotk.lines.words import comment_at
from patuh_parser.sotk.model import Dispensation
from patuh_parser.text.dates import near_date, read_date
from patuh_parser.text.span import Span

_MARK = re.compile(r"#\s*patuh\s*(?::|(?=abaikan\b))(.*)", re.I)
_CHECK = r"[A-Za-z][0-9]{1,3}"
_FORM = re.compile(
    rf"abaikan\s+(?P<checks>{_CHECK}(?:\s*(?:,|\bdan\b)\s*{_CHECK})*)"
    r"\s+sampai\s+(?P<until>[^,]+?)\s*,\s*dasar\s+(?P<basis>\S.*?)\s*,\s*oleh\s+(?P<by>\S.*?)\.?",
    re.I,
)
_LONGEST = 1_000
"""Characters of one."""
_ENDS = re.compile(r"\.\s*$")


def dispensations_of(text: str, errors: Diagnostics) -> tuple[Dispensation, ...]:
    """All in a normalised text.

    Notes those that are wrong (E701, E702) and those that concern nothing (E703).
    """
    if "#" not in text:
        return ()
    found: list[Dispensation] = []
    lines = text.split("\n")
    starts = [comment_at(line) for line in lines]
    bare = [line[:at].rstrip() for line, at in zip(lines, starts, strict=True)]
    first = next((at for at, line in enumerate(bare, 1) if PART.match(line)), len(lines) + 1)
    for number, (line, at) in enumerate(zip(lines, starts, strict=True), 1):
        mark = None if at is None else _MARK.match(line, at)
        if at is None or mark is None:
            continue
        span = Span(number, at + 1, number, len(line.rstrip()) + 1)
        said = _read(mark[1].strip(), span, errors)
        whole = number < first
        concerned = _sentence(number if bare[number - 1] else number + 1, lines, bare)
        if said is not None and not (whole or concerned):
            errors.add("E703", span)
        elif said is not None:
            lasts = (1, len(lines)) if whole else (concerned[0], concerned[-1])
            found.append(Dispensation(*said, *lasts, whole=whole, span=span))
    return tuple(found)


def _read(
    said: str, span: Span, errors: Diagnostics
) -> tuple[tuple[str, ...], datetime.date, str, str] | None:
    """The checks, the last day, the basis and the author."""
    form = _FORM.fullmatch(said) if len(said) <= _LONGEST else None
    if form is None:
        errors.add("E701", span, hint="H_DISPENSATION")
        return None
    until = read_date(form["until"].split())
    if until is None:
        errors.add("E702", span, form["until"], suggestions=near_date(form["until"]))
        return None
    checks = tuple(name.upper() for name in re.findall(_CHECK, form["checks"]))
    return checks, until, form["basis"], form["by"]


def _sentence(start: int, lines: list[str], bare: list[str]) -> range:
    """The lines of the sentence at line `start`, or below comments there: to its stop or a gap."""
    while start <= len(lines) and lines[start - 1].strip() and not bare[start - 1]:
        start += 1
    end = start
    while end <= len(lines) and bare[end - 1]:
        heading = PART.match(bare[end - 1]) is not None
        if heading and end > start:
            break
        end += 1
        if heading or _ENDS.search(bare[end - 2]):
            break
    return range(start, end)

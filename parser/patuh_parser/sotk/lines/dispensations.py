"""A *dispensasi*: the comment by which a proposal says which finding is accepted, how long and why.

`# patuh: abaikan H4 sampai 2027-01-01, dasar Keputusan Bupati Nomor 5 Tahun 2026, oleh Bagian
Organisasi`: at the end of a line for what stands from there to the stop, on a line of its own for
the sentence below, above the first part for the whole proposal. What begins so and is none is an
error.
"""

import datetime
import re

from patuh_parser.sotk.errors import Diagnostics
from patuh_parser.sotk.limits import MOST_DISPENSATIONS
from patuh_parser.sotk.lines.layout import PART
from patuh_parser.sotk.lines.words import comment_at
from patuh_parser.sotk.model import Dispensation
from patuh_parser.text.dates import near_date, read_date
from patuh_parser.text.span import Span

_ANY = re.compile(r"#\s*patuh", re.I)
_MARK = r"(?i)#\s*patuh\s*(?::|(?=abaikan\b))(.*)"
_CHECK = r"[A-Za-z][0-9]{1,3}"
_FORM = (
    rf"(?i)abaikan\s+(?P<checks>{_CHECK}(?:\s*(?:,|\bdan\b)\s*{_CHECK})*)"
    r"\s+sampai\s+(?P<until>[^,]+?)\s*,\s*dasar\s+(?P<basis>\S.*?)\s*,\s*oleh\s+(?P<by>\S.*?)\.?"
)
_LONGEST = 1_000
"""Characters of one."""
_ENDS = r"\.\s*$"


def dispensations_of(text: str, errors: Diagnostics) -> tuple[Dispensation, ...]:
    """All in a normalised text.

    Notes those that are wrong (E701, E702), those that concern nothing (E703) and too many (E705).
    """
    if _ANY.search(text) is None:
        return ()
    found: list[Dispensation] = []
    lines = text.split("\n")
    starts = [comment_at(line) for line in lines]
    bare = [line[:at].rstrip() for line, at in zip(lines, starts, strict=True)]
    first = next((at for at, line in enumerate(bare, 1) if PART.match(line)), len(lines) + 1)
    sentences = _Sentences(lines, bare)
    for number, (line, at) in enumerate(zip(lines, starts, strict=True), 1):
        mark = None if at is None else re.compile(_MARK).match(line, at)
        if at is None or mark is None:
            continue
        span = Span(number, at + 1, number, len(line.rstrip()) + 1)
        said = _read(mark[1].strip(), span, errors)
        whole = number < first
        concerned = sentences.at(number if bare[number - 1] else number + 1)
        if said is not None and not (whole or concerned):
            errors.add("E703", span)
        elif said is not None:
            lasts = (1, len(lines)) if whole or concerned is None else concerned
            found.append(Dispensation(*said, *lasts, whole=whole, span=span))
        if len(found) > MOST_DISPENSATIONS:
            errors.add("E705", span, str(MOST_DISPENSATIONS))
            break
    return tuple(found)


def _read(
    said: str, span: Span, errors: Diagnostics
) -> tuple[tuple[str, ...], datetime.date, str, str] | None:
    """The checks, the last day, the basis and the author."""
    form = re.fullmatch(_FORM, said) if len(said) <= _LONGEST else None
    if form is None:
        errors.add("E701", span, hint="H_DISPENSATION")
        return None
    until = read_date(form["until"].split())
    if until is None:
        errors.add("E702", span, form["until"], suggestions=near_date(form["until"]))
        return None
    checks = tuple(name.upper() for name in re.findall(_CHECK, form["checks"]))
    return checks, until, form["basis"], form["by"]


class _Sentences:
    """Where the sentences of a text end, worked out once from the last line to the first."""

    def __init__(self, lines: list[str], bare: list[str]) -> None:
        self._below = [0] * (len(lines) + 2)
        self._last = [0] * (len(lines) + 2)
        heads = [PART.match(text) is not None for text in bare] + [True]
        for at in range(len(lines), 0, -1):
            text = bare[at - 1]
            if text:
                gap = at == len(lines) or not bare[at]
                ends = gap or heads[at - 1] or heads[at] or re.search(_ENDS, text)
                self._below[at], self._last[at] = at, at if ends else self._last[at + 1]
            elif lines[at - 1].strip():  # mere comment
                self._below[at] = self._below[at + 1]

    def at(self, line: int) -> tuple[int, int] | None:
        """First and last line of what stands at a line, or below comments there: to its stop."""
        first = self._below[line]
        return (first, self._last[first]) if first else None

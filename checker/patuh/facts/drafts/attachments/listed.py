"""Facts on numbered lists outside the body, tables or plain: those to whom copies go, attachments.

A number left out or used twice; one office that is there twice.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import dropwhile, pairwise

from patuh.facts.drafts.collector import Collector
from patuh.facts.text import string
from patuh.knowledge.drafting import pattern_of
from patuh.knowledge.patterns import folded
from patuh_parser.legal.model import Draft, Line

_CELL = re.compile(r"(?P<number>[0-9]{1,3})[.)]? ?\|(?P<said>.*)")
_ITEM = re.compile(r"(?:[A-Z][A-Za-z ]{3,40} ?: ?)?(?P<number>[0-9]{1,2})[.)] +(?P<said>\S.*)")
_ENDS = re.compile(r"(?:;|,)?(?: dan)?[;.,]?$")
_TABLE = 3
"""So many rows, numbered one after the other, make a table."""
_COPIES = 2

Row = tuple[Line, int, str]


def list_number_facts(into: Collector) -> None:
    """The rows whose number is not the next, and the offices listed twice."""
    index = 0
    for rows, least in _lists(into.draft):
        for line, before, number in _gaps(rows, least):
            index += 1
            at = into.line(line.number)
            into.locus("nomor_baris", index, at)
            into.fact(at, "nomor_baris_loncat", index, before, number)
        for line, said in _twice(rows):
            index += 1
            at = into.line(line.number)
            into.locus("nomor_baris", index, at)
            into.fact(at, "jabatan_kembar", index, string(said))


def _lists(draft: Draft) -> Iterator[tuple[list[Row], int]]:
    """The runs of numbered rows, each with how many make a list."""
    for attachment in draft.attachments:
        lines: Sequence[Line] = draft.lines_of(attachment.place)
        yield from ((rows, _TABLE) for rows in _runs(lines, _CELL))
        yield from ((rows, _TABLE) for rows in _runs(lines, _ITEM) if not _in_turn(rows))
    copies = pattern_of("tembusan")
    lines = [line for line in draft.lines if not line.furniture]
    behind = [*dropwhile(lambda line: not copies.match(line.text), lines)][1:]
    yield from ((rows, _COPIES) for rows in [*_runs(behind, _ITEM)][:1])


def _in_turn(rows: Sequence[Row]) -> bool:
    """Whether each number is there for two lines in turn, such as a question and its answer."""
    return any(number == before for (_, before, _), (_, number, _) in pairwise(rows)) and not any(
        number > before + 1 for (_, before, _), (_, number, _) in pairwise(rows)
    )


def _runs(lines: Sequence[Line], pattern: re.Pattern[str]) -> Iterator[list[Row]]:
    rows: list[Row] = []
    for line in lines:
        found = pattern.fullmatch(line.text.strip())
        if found is None or (int(found["number"]) == 1 and rows):
            yield rows
            rows = []
        if found is not None:
            rows.append((line, int(found["number"]), found["said"]))
    yield rows


def _gaps(rows: Sequence[Row], least: int) -> Iterator[tuple[Line, int, int]]:
    """The one step that is not to the next number; or one too far, and its number again."""
    steps = [(line, before, number) for (_, before, _), (line, number, _) in pairwise(rows)]
    wrong = [(at, line, before, number) for at, (line, before, number) in enumerate(steps)
             if number != before + 1]  # fmt: skip
    if len(rows) < least or rows[0][1] != 1 or not 0 < len(wrong) <= _COPIES:
        return
    (first, line, before, number), last = wrong[0], wrong[-1]
    again = last[0] == first + 1 and last[2] == last[3]
    if (len(wrong) == 1 and number == before) or (
        number == before + 2 and (len(wrong) == 1 or again)
    ):
        yield line, before, number


def _twice(rows: Sequence[Row]) -> Iterator[tuple[Line, str]]:
    """Offices of which there is one, listed again."""
    offices: set[str] = set()
    for line, _, said in rows:
        name = _ENDS.sub("", said.split("|")[0].strip())
        if pattern_of("jabatan_tunggal").fullmatch(name):
            if folded(name) in offices:
                yield line, name
            offices.add(folded(name))

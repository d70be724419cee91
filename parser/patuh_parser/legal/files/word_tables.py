"""Rows of Word tables as lines.

Drafts set Menimbang, Mengingat and the diktum in tables without rules: the keyword, a
colon, the marker and the text in cells side by side. Such cells make one line.
"""

import re
from itertools import zip_longest

from msgspec.structs import replace

from patuh_parser.legal.files.raw_lines import RawLine, Source

_LEAD = re.compile(
    r"(?:[A-Z](?: ?[A-Za-z]){1,15}(?: [A-Z]{2,12})?|\(?[0-9a-zA-Z]{1,4}[.)]|\([0-9a-z]{1,3}\))?"
    r" ?:?"
)

_SIGNING = re.compile(r"\s*(?:Ditetapkan|Disahkan|Dikeluarkan|Diundangkan)\b", re.IGNORECASE)


def rows_as_lines(rows: list[list[list[RawLine]]]) -> list[RawLine]:
    """Return the lines of a table: rows of cells of lines.

    Signing blocks side by side, with a row for each of their lines, are read one by one.
    """
    width = max(map(len, rows), default=0)
    columns = [
        [line for row in rows for cell in row[at : at + 1] for line in cell] for at in range(width)
    ]
    if sum(any(_SIGNING.match(line.text) for line in column) for column in columns) > 1:
        return [line for column in columns for line in column if line.text.strip()]
    return [line for row in rows for line in _row(row)]


def _row(cells: list[list[RawLine]]) -> list[RawLine]:
    filled = [kept for cell in cells if (kept := [line for line in cell if line.text.strip()])]
    if not filled:
        return []
    *leads, last = filled
    if not leads:
        return last
    if all(_is_lead(line) for cell in leads for line in cell):
        first = [cell for cell in leads if len(cell) == 1]
        parallel = [cell for cell in leads if len(cell) > 1]
        if not parallel or all(len(cell) == len(last) for cell in parallel):
            prefix = [cell[0] for cell in first]
            rows = zip_longest(*parallel, last) if parallel else ([line] for line in last)
            return [
                _join([*(prefix if at == 0 else []), *(line for line in row if line)])
                for at, row in enumerate(rows)
            ]
    return [line for cell in filled for line in cell]


def _is_lead(line: RawLine) -> bool:
    return _LEAD.fullmatch(" ".join(line.text.split())) is not None


def _join(lines: list[RawLine]) -> RawLine:
    *_, last = lines
    label = next((line.label for line in lines if line.label), "")
    text = ""
    sources: list[Source] = []
    for line in lines:
        text += " " if text else ""
        moved = len(text) - (len(line.text) - len(line.text.lstrip()))
        sources += [replace(source, at=source.at + moved) for source in line.sources]
        text += line.text.strip()
    first = lines[0]
    return RawLine(text, first.paragraph, first.page, label, last.style, True, True, tuple(sources))

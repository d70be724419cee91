"""The header lines of a proposal."""

import datetime
import re
from collections.abc import Iterator
from typing import Literal

from patuh_parser.sotk.errors import Diagnostics
from patuh_parser.sotk.lines.citations import full_region, read_citation
from patuh_parser.sotk.lines.layout import HeaderLine, Layout
from patuh_parser.sotk.meant import meant
from patuh_parser.sotk.model import Citation, Header, Scope
from patuh_parser.text.dates import near_date, read_date
from patuh_parser.text.similar import nearest
from patuh_parser.text.span import Span

KEYWORDS = (
    "USULAN", "RANCANGAN", "DAERAH", "DASAR", "RUJUKAN", "MENCABUT", "TANGGAL", "LINGKUP",
    "TERHADAP", "SATUAN", "SKOR",
)  # fmt: skip
_REPEATED = frozenset({"DASAR", "RUJUKAN", "MENCABUT", "SATUAN", "SKOR"})
_SCORE = r"([0-9]{1,4})(?:,[0-9]{1,3})?"
_COMPLETE_FOR = r"(?s)lengkap\s+untuk\s+(\S.*)"


def header_of(layout: Layout, errors: Diagnostics) -> Header:
    """Return the header; what is wrong is noted, and the header is then of no use."""
    lines: dict[str, list[HeaderLine]] = {}
    for line in layout.header:
        _sort_in(line, lines, errors)
    both = [key for key in ("USULAN", "RANCANGAN") if key in lines]
    if len(both) == 2:
        errors.add("E109", lines["RANCANGAN"][0].span, hint="H_TITLE")
    start = layout.header[0].span if layout.header else Span(1, 1, 1, 1)
    slipped = any(one.code in ("E103", "E110") for one in errors.items)
    if not both and not (slipped and "DAERAH" in lines):
        errors.add("E101", Span(start.line, 1, start.line, 1), hint="H_TITLE_LINE")
    if "DAERAH" not in lines and not (slipped and both):
        errors.add("E102", Span(start.line, 1, start.line, 1), hint="H_REGION_LINE")
    region = full_region(lines["DAERAH"][0].value) if "DAERAH" in lines else ""
    kind: Literal["usulan", "rancangan"] = "rancangan" if both == ["RANCANGAN"] else "usulan"
    last = layout.header[-1].span if layout.header else start
    return Header(
        kind=kind,
        title=" ".join(lines[both[0]][0].value.split()) if both else "",
        region=region,
        bases=tuple(_citations(lines.get("DASAR", ()), region, errors)),
        references=tuple(_citations(lines.get("RUJUKAN", ()), region, errors)),
        repeals=tuple(_citations(lines.get("MENCABUT", ()), region, errors)),
        date=_date(lines, errors),
        scope=_scope(lines, errors),
        base=lines["TERHADAP"][0].value or None if "TERHADAP" in lines else None,
        sorts=tuple(_sorts(lines, errors)),
        scores=tuple(_scores(lines, errors)),
        span=start.to(last),
        spans={key: found[0].span.to(found[-1].span) for key, found in lines.items()},
    )


def _sort_in(line: HeaderLine, lines: dict[str, list[HeaderLine]], errors: Diagnostics) -> None:
    key = line.keyword
    if key not in KEYWORDS:
        other = meant().keywords.get(key)
        close = (other,) if other is not None else nearest(key, KEYWORDS)
        errors.add("E103", line.span, key, expected=("header",), suggestions=close)
        if close and close[0] not in lines:
            lines[close[0]] = [line]
        return
    if key in lines and key not in _REPEATED:
        errors.add("E104", line.span, key, hint="H_ONCE")
        return
    if not line.value:
        errors.add("E108", line.span, key)
    lines.setdefault(key, []).append(line)


def pieces(text: str, span: Span) -> Iterator[tuple[str, Span]]:
    """Yield the parts of a value between semicolons; each has the place of its own words."""
    at = 0
    for part in text.split(";"):
        bare = part.strip()
        if bare:
            start = at + len(part) - len(part.lstrip())
            if span.line == span.end_line:
                column = span.column + start
                yield bare, Span(span.line, column, span.line, column + len(bare))
            else:
                yield bare, span
        at += len(part) + 1


def _citations(
    lines: list[HeaderLine] | tuple[()], region: str, errors: Diagnostics
) -> Iterator[Citation]:
    for line in lines:
        for text, span in pieces(line.value, line.value_span):
            citation = read_citation(" ".join(text.split()), span, region)
            if citation is None:
                errors.add("E105", span, text, expected=("citation",))
            else:
                yield citation


def _date(lines: dict[str, list[HeaderLine]], errors: Diagnostics) -> datetime.date | None:
    for line in lines.get("TANGGAL", ()):
        date = read_date(line.value.split())
        if date is None and line.value:
            errors.add(
                "E106",
                line.value_span,
                line.value,
                expected=("date",),
                suggestions=near_date(line.value),
            )
        return date
    return None


def _sorts(
    lines: dict[str, list[HeaderLine]], errors: Diagnostics
) -> Iterator[tuple[str, str, Span]]:
    """What units are whose names begin with a word that is not known (`Balai = UPT`)."""
    for words, sort, text, span in _equations(lines, "SATUAN"):
        if words and sort and words[0].isupper():
            yield words, sort, span
        else:
            errors.add("E111", span, text, expected=("sort",))


def _scores(
    lines: dict[str, list[HeaderLine]], errors: Diagnostics
) -> Iterator[tuple[str, str, Span]]:
    """The scores of units in the mapping of affairs (`Dinas Sosial = 745`)."""
    for name, score, text, span in _equations(lines, "SKOR"):
        if name and re.fullmatch(_SCORE, score):
            yield name, score, span
        else:
            errors.add("E112", span, text, expected=("score",))


def _equations(
    lines: dict[str, list[HeaderLine]], keyword: str
) -> Iterator[tuple[str, str, str, Span]]:
    """Both sides of each `… = …` below a keyword, its words and its place."""
    for line in lines.get(keyword, ()):
        for text, span in pieces(line.value, line.value_span):
            one, _, other = (" ".join(part.split()) for part in text.partition("="))
            yield one, other, text, span


def _scope(lines: dict[str, list[HeaderLine]], errors: Diagnostics) -> Scope:
    for line in lines.get("LINGKUP", ()):
        value = " ".join(line.value.split())
        if value == "lengkap":
            return Scope(complete=True)
        found = re.fullmatch(_COMPLETE_FOR, value)
        if found is not None:
            return Scope(
                complete_for=tuple(" ".join(n.split()) for n in found[1].split(";") if n.strip())
            )
        if value not in ("sebagian", ""):
            errors.add(
                "E107", line.value_span, value, expected=("scope",),
                suggestions=nearest(value, ("lengkap", "sebagian")),
            )  # fmt: skip
    return Scope()

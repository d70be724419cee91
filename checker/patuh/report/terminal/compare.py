"""A comparison as text: units, the matrix semula – menjadi, findings."""

import textwrap
from collections.abc import Iterator, Sequence

from patuh.comparing import Comparison, Row
from patuh.messages import Lang, say
from patuh.report.changes import change_in_words, unassessed
from patuh.report.terminal.lines import spot
from patuh.report.terminal.style import Style
from patuh.report.wording import Wording
from patuh_parser.text.shown import shown

_COLUMNS = (24, 36, 36)


def render(comparison: Comparison, lang: Lang, style: Style) -> Iterator[str]:
    """The lines of the text."""
    for word, result in (("semula", comparison.base), ("menjadi", comparison.proposal)):
        title = f"{shown(result.input.title)} ({shown(result.input.path)})"
        yield style.paint(f"{say(f'compare.{word}', lang):<8}: {title}", "bold")
    if comparison.units:
        yield ""
        yield style.paint(say("compare.units", lang), "bold")
        for change in comparison.units:
            head = f"  {say(f'compare.change.{change.kind}', lang):<13}: "
            yield from style.wrapped(change_in_words(change, lang), head)
    yield ""
    yield style.paint(say("compare.matrix", lang), "bold")
    if comparison.matrix:
        yield from _table(comparison.matrix, lang)
    else:
        yield f"  {say('compare.same', lang)}"
    for word, findings, source in comparison.findings:
        yield ""
        yield style.paint(f"{say(f'compare.{word}', lang)}: {len(findings)}", "bold")
        wording = Wording(lang, source.input)
        for finding in findings:
            head = style.level(f"{wording.level(finding.level)}[{finding.check}]", finding.level)
            yield f"  {head} {spot(finding.place)}"
            yield from style.wrapped(wording.sentence(finding), "    ")
            if why := wording.accepted(finding):
                yield from style.wrapped(why, "    = ")
    open_ = unassessed(comparison, lang)
    yield from [""] if open_ else []
    for text in open_:
        yield from style.wrapped(text, f"{say('findings.not_assessed', lang)}: ")


def _table(rows: Sequence[Row], lang: Lang) -> Iterator[str]:
    """Three columns; the unit is named once for all its rows."""
    rule = "-+-".join("-" * width for width in _COLUMNS)
    yield _cells(*([say(f"compare.{name}", lang)] for name in ("unit", "semula", "menjadi")))[0]
    before = None
    for row in rows:
        if row.unit != before:
            yield rule
        name = row.unit if row.unit != before else ""
        before = row.unit
        yield from _cells(
            _wrapped((name,), 0), _wrapped(row.before, 1) or ["–"], _wrapped(row.after, 2) or ["–"]
        )


def _wrapped(texts: Sequence[str], column: int) -> list[str]:
    return [
        line
        for text in texts
        for line in textwrap.wrap(shown(text), _COLUMNS[column], break_on_hyphens=False)
    ]


def _cells(*columns: list[str]) -> list[str]:
    height = max(map(len, columns))
    return [
        " | ".join(
            (column[at] if at < len(column) else "").ljust(width)
            for column, width in zip(columns, _COLUMNS, strict=True)
        ).rstrip()
        for at in range(height)
    ]

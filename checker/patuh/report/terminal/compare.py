"""A comparison as text: units, the matrix semula – menjadi, findings; and as `patuh.compare/1`."""

import json
import textwrap
from collections.abc import Iterator, Sequence
from typing import Any

from patuh.comparing import Comparison, Row, UnitChange
from patuh.finding import Finding, Result
from patuh.messages import Lang
from patuh.report.excerpt import printable
from patuh.report.terminal.style import Style
from patuh.report.wording import Wording

SCHEMA = "patuh.compare/1"
_WIDTH = 100
_COLUMNS = (24, 36, 36)
_TEXTS = {
    "id": {
        "semula": "semula",
        "menjadi": "menjadi",
        "units": "Perubahan satuan",
        "matrix": "Matriks semula – menjadi",
        "unit": "satuan",
        "same": "tidak ada perbedaan struktur",
        "new": "Temuan baru",
        "gone": "Temuan yang hilang",
        "unchanged": "Temuan yang tetap",
        "dibentuk": "dibentuk",
        "digabung": "digabung",
        "dipecah": "dipecah",
        "diganti": "diganti nama",
        "dihapus": "dihapus",
        "dialihkan": "dialihkan",
        "tidak_disebut": "tidak disebut",
        "move": "{units} dari {before} kepada {after}",
        "into": "{before} menjadi {after}",
        "and": "dan",
    },
    "en": {
        "semula": "before",
        "menjadi": "after",
        "units": "Changes of units",
        "matrix": "Matrix before – after (semula – menjadi)",
        "unit": "unit",
        "same": "the structures do not differ",
        "new": "New findings",
        "gone": "Findings gone",
        "unchanged": "Findings unchanged",
        "dibentuk": "formed",
        "digabung": "merged",
        "dipecah": "split",
        "diganti": "renamed",
        "dihapus": "abolished",
        "dialihkan": "moved",
        "tidak_disebut": "not mentioned",
        "move": "{units} from {before} to {after}",
        "into": "{before} into {after}",
        "and": "and",
    },
}


def render(comparison: Comparison, lang: Lang, style: Style) -> Iterator[str]:
    """The lines of the text."""
    texts = _TEXTS[lang]
    for word, result in (("semula", comparison.base), ("menjadi", comparison.proposal)):
        title = f"{printable(result.input.title)} ({printable(result.input.path)})"
        yield style.paint(f"{texts[word]:<8}: {title}", "bold")
    if comparison.units:
        yield ""
        yield style.paint(texts["units"], "bold")
        for change in comparison.units:
            head = f"  {texts[change.kind]:<13}: "
            yield from textwrap.wrap(
                _change(change, lang), _WIDTH, initial_indent=head, subsequent_indent=" " * 17,
                break_on_hyphens=False,
            )  # fmt: skip
    yield ""
    yield style.paint(texts["matrix"], "bold")
    if comparison.matrix:
        yield from _table(comparison.matrix, lang)
    else:
        yield f"  {texts['same']}"
    for word, findings, source in _findings(comparison):
        yield ""
        yield style.paint(f"{texts[word]}: {len(findings)}", "bold")
        wording = Wording(lang, source.input)
        for finding in findings:
            head = style.level(f"{wording.level(finding.level)}[{finding.check}]", finding.level)
            place = finding.place
            where = f"{printable(place.path)}:{place.span.line}:{place.span.column}"
            yield f"  {head} {where}"
            yield from textwrap.wrap(
                wording.sentence(finding), _WIDTH, initial_indent="    ",
                subsequent_indent="    ", break_on_hyphens=False,
            )  # fmt: skip


def _findings(comparison: Comparison) -> Iterator[tuple[str, Sequence[Finding], Result]]:
    yield "new", comparison.new, comparison.proposal
    yield "gone", comparison.gone, comparison.base
    yield "unchanged", comparison.unchanged, comparison.proposal


def _change(change: UnitChange, lang: Lang) -> str:
    texts = _TEXTS[lang]
    names = {
        "units": _enumerated(change.units, lang),
        "before": _enumerated(change.before, lang),
        "after": _enumerated(change.after, lang),
    }
    if change.kind == "dialihkan":
        return texts["move"].format_map(names)
    if change.kind in ("digabung", "dipecah", "diganti"):
        return texts["into"].format_map(names)
    return names["units"]


def _enumerated(names: Sequence[str], lang: Lang) -> str:
    shown = [printable(name) for name in names]
    if len(shown) < 2:
        return "".join(shown)
    return f"{', '.join(shown[:-1])} {_TEXTS[lang]['and']} {shown[-1]}"


def _table(rows: Sequence[Row], lang: Lang) -> Iterator[str]:
    """Three columns; the unit is named once for all its rows."""
    texts = _TEXTS[lang]
    rule = "-+-".join("-" * width for width in _COLUMNS)
    yield _cells([texts["unit"]], [texts["semula"]], [texts["menjadi"]])[0]
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
        for line in textwrap.wrap(printable(text), _COLUMNS[column], break_on_hyphens=False)
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


def render_json(comparison: Comparison, lang: Lang) -> str:
    """The versioned object; the same inputs give the same bytes."""
    document = {
        "schema": SCHEMA,
        "base": _input(comparison.base),
        "proposal": _input(comparison.proposal),
        "findings": {
            word: [_finding(finding, Wording(lang, source.input)) for finding in findings]
            for word, findings, source in _findings(comparison)
        },
        "units": [
            {
                "change": change.kind,
                "units": list(change.units),
                "before": list(change.before),
                "after": list(change.after),
            }
            for change in comparison.units
        ],
        "matrix": [
            {
                "unit": row.unit,
                "aspect": row.aspect,
                "before": list(row.before),
                "after": list(row.after),
            }
            for row in comparison.matrix
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _input(result: Result) -> dict[str, Any]:
    return {
        "path": result.input.path,
        "title": result.input.title,
        "regulations": list(result.input.regulations),
        "scope": result.input.scope,
        "base": result.input.base,
    }


def _finding(finding: Finding, wording: Wording) -> dict[str, Any]:
    span = finding.place.span
    return {
        "check": finding.check,
        "case": finding.case,
        "level": finding.level.name,
        "regulation": finding.regulation,
        "subject": wording.subject(finding),
        "message": wording.sentence(finding),
        "provisions": [citation.provision for citation in finding.citations],
        "location": {
            "path": finding.place.path,
            "line": span.line,
            "column": span.column,
            "end_line": span.end_line,
            "end_column": span.end_column,
        },
        "fingerprint": finding.fingerprint,
    }

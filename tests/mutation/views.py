"""What a test sees of the findings of a check: a mutant is noticed if that is something else.

Findings that agree in everything but their place are one, as `patuh.explain` makes them.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

import clingo
from telling import lines_of

from patuh.engine import FindingError
from patuh.engine.atoms.terms import atom
from patuh.explain import collected, explain
from patuh.finding import Input, Place
from patuh.knowledge.messages import check_messages
from patuh.messages import LANGUAGES
from patuh.report.wording import Wording

Row = tuple[clingo.Symbol, ...]
"""The number of the case, then the arguments of the atom."""
_WEIGHED = 3
"""The length of a row that says of a norm that it was weighed."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a view needs besides the atoms, where its test sees so much."""

    lines: Mapping[str, int] = field(default_factory=dict)
    """The line of a place, where the test states lines."""
    places: Mapping[str, Place] = field(default_factory=dict)
    input: Input | None = None


View = Callable[[list[Row], Shown], object]


def _subjects(rows: list[Row], _: Shown) -> object:
    """Level, regulation, check and subject: the `#!` lines of proposals."""
    return Counter((*map(str, r[1:4]), _subject(r)) for r in _once(rows))


def _whole(rows: list[Row], shown: Shown) -> object:
    """The same, and what is told of each in both languages, with its places and its advice.

    `tests/kb/test_told.py`, but for the provisions, of which atoms say nothing.
    """
    return _subjects(rows, shown), told(rows, shown)


def told(rows: list[Row], shown: Shown) -> list[str] | str:
    assert shown.input is not None
    atoms = [atom(clingo.Function("temuan", list(row[1:]))) for row in rows]
    says = [Wording(lang, shown.input) for lang in LANGUAGES]
    try:
        findings = collected(explain(atoms, (), {}, shown.places))
        return [line for finding in findings for line in lines_of(finding, says)]
    except (FindingError, KeyError):
        return "no report could tell it"


def _planted(rows: list[Row], _: Shown) -> object:
    """The same without the regulation: the planted defects of drafts."""
    return Counter((str(r[1]), str(r[3]), _subject(r)) for r in _once(rows))


def _kinds(rows: list[Row], _: Shown) -> object:
    """The same, however often: the comparison with the oracle, which names no regulation."""
    return {(str(r[1]), str(r[3]), _subject(r)) for r in rows}


def _sentences(rows: list[Row], _: Shown) -> object:
    """Level, regulation, check, case, what the sentence holds, the number of places.

    The cases of `tests/drafting/`.
    """
    return Counter((*map(str, r[1:5]), _filled(r)) for r in rows)


def _lined(rows: list[Row], shown: Shown) -> object:
    """The same with the lines of the places, in the cases that state them."""
    return _sentences(rows, shown), sorted(shown.lines.get(str(r[5]), 0) for r in rows)


def _substance(rows: list[Row], shown: Shown) -> object:
    """The same without places, of the checks on substance: `tests/substance/cases.toml`."""
    return _sentences([row for row in _once(rows) if _of_substance(row)], shown)


def _placed(rows: list[Row], shown: Shown) -> object:
    """Level, regulation, check, case, subject and lines: `tests/drafting/test_corpus.py`."""
    found: dict[tuple[str, ...], list[int]] = {}
    for r in (row for row in rows if not _of_substance(row)):
        key = (*map(str, r[1:5]), str(r[6]), _subject(r))
        found.setdefault(key, []).append(shown.lines.get(str(r[5]), 0))
    return Counter((*key, tuple(sorted(at))) for key, at in found.items())


def _conflicts(rows: list[Row], _: Shown) -> object:
    """The conflicts, and how many norms were weighed: `tests/audit/test_conflicts.py`."""
    conflicts = {tuple(map(str, r[2:])) for r in rows if len(r) > _WEIGHED}
    return conflicts or len(rows)


VIEWS: dict[str, View] = {
    "subjects": _subjects,
    "whole": _whole,
    "planted": _planted,
    "kinds": _kinds,
    "sentences": _sentences,
    "lined": _lined,
    "substance": _substance,
    "placed": _placed,
    "conflicts": _conflicts,
}


def seen(rows: Iterable[Row], number: int, view: str, shown: Shown) -> object:
    """What the test of the case sees of a check."""
    return VIEWS[view]([row for row in rows if row[0].number == number], shown)


def _once(rows: list[Row]) -> list[Row]:
    """A finding wherever it stands."""
    return list({(*row[:5], row[6]): row for row in rows}.values())


def _subject(row: Row) -> str:
    return str(row[6].arguments[0].arguments[0])


def _of_substance(row: Row) -> bool:
    return str(row[3]).startswith("b")


def _filled(row: Row) -> str:
    named = _named(str(row[3]), str(row[4]))
    return " ".join(str(term) for term in row[6].arguments if term.name in named)


@cache
def _named(check: str, case: str) -> frozenset[str]:
    """The terms that the sentence of a case names."""
    return frozenset(re.findall(r"\{(\w+)\}", check_messages("id")[check].cases[case].sentence))

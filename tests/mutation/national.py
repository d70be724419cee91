"""The cases whose findings cite a provision of national law: they notice its norms first.

`tests/kb/national/told.txt` and `tests/kb/test_limits.py` say which they are.
"""

from collections import defaultdict
from functools import cache
from pathlib import Path

from families import NATIONAL
from kb.test_citations import CASES, CITED
from kb.test_national_cases import TOLD

from mutation.cases import Case
from mutation.proposals import limits, written
from mutation.rules import Rule
from patuh.knowledge.regulations import regulation
from patuh_parser.legal.ids import label


def citing(rule: Rule) -> list[Case]:
    """The national cases and limits in which a finding cites the provision of a norm."""
    stated = label(provision(rule))
    return [
        *(cases()[path] for path in _told_with(rule)),
        *(case for case in numbers() if case.name.rpartition(" ")[0] == stated),
    ]


@cache
def cases() -> dict[Path, Case]:
    """The cases of national law."""
    return dict(zip(NATIONAL, written(NATIONAL), strict=True))


@cache
def numbers() -> list[Case]:
    """The limits of national law, on both sides."""
    return limits()


def cited_by(rule: Rule) -> list[Path]:
    """The written cases of which a test states that a finding cites the provision of a norm."""
    at = provision(rule)
    beside = [CASES / f"{case}.sotk" for (case, _), cited in CITED.items() if at in cited]
    return [*_told_with(rule), *beside]


def _told_with(rule: Rule) -> list[Path]:
    at = provision(rule)
    return _told().get(f"{label(at)} {regulation(rule.law).short_for(at)}", [])


def provision(rule: Rule) -> str:
    """The provision that a norm stands in: its last argument, but where it is only listed."""
    terms = rule.node.head.atom.symbol.arguments
    return next(text for term in reversed(terms) if (text := str(term)).startswith('"')).strip('"')


@cache
def _told() -> dict[str, list[Path]]:
    """The national cases by what their findings cite."""
    found: dict[str, list[Path]] = defaultdict(list)
    by_name = {f"{path.parent.name}/{path.stem}": path for path in NATIONAL}
    for line in TOLD.read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            path = by_name[line[3:]]
        elif line.startswith("  = ") and path not in found[line[4:]]:
            found[line[4:]].append(path)
    return dict(found)

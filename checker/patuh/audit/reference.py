"""The reference page of the knowledge base: which norms a check needs, and what predicates mean."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from patuh.engine.rules.living import live
from patuh.engine.rules.statements import Statement, statements
from patuh.knowledge.messages import check_messages
from patuh.knowledge.predicates import Predicate, predicates
from patuh.knowledge.programs import PREDICATES_OF_NORMS, PROPOSAL, Program, programs
from patuh.messages import say

_FINDINGS = {"temuan", "temuan_garis"}
_CHECK = re.compile(r"temuan(?:_garis)?\([^,]+, *\w+, *(\w+),")
_NAME = re.compile(r"\b([a-z]\w*)\(")


def page() -> str:
    """The page in Markdown."""
    every = programs(())
    documented = predicates()
    norms = {
        one.name: one for one in documented.values() if one.file.startswith(PREDICATES_OF_NORMS)
    }
    given = {one.name for one in documented.values() if one.file.startswith(PROPOSAL)}
    needs = _needs(every, frozenset(given | norms.keys()), norms)
    some = {check: set[str]().union(*sets) for check, sets in needs.items()}
    reads = {check: found - some.get(check, set()) for check, found in _reads(every, norms).items()}
    return "\n".join([
        say("reference.head", "en"),
        *_checks(needs, reads),
        *_norms(norms.values(), some, reads),
        *_predicates(documented.values()),
    ])  # fmt: skip


def _checked(statement: Statement) -> str | None:
    """The check ("h2") that the statement is a rule of."""
    found = _CHECK.match(statement.text) if statement.head in _FINDINGS else None
    return found[1] if found and found[1].islower() else None


def _needs(
    every: tuple[Program, ...], given: frozenset[str], norms: Iterable[str]
) -> dict[str, set[frozenset[str]]]:
    """The least sets of norms that a rule of the check needs to fire; one of them is enough."""
    without = {norm: _firing(every, given - {norm}) for norm in norms}
    found: dict[str, set[frozenset[str]]] = {}
    for place, check in _firing(every, given).items():
        needed = frozenset(norm for norm, firing in without.items() if place not in firing)
        found.setdefault(check, set()).add(needed)
    return {
        check: {one for one in sets if not any(other < one for other in sets)}
        for check, sets in found.items()
    }


def _firing(every: tuple[Program, ...], given: frozenset[str]) -> dict[str, str]:
    """The place of each rule of a check that can fire, with the check."""
    live_ones = live(every, given)
    return {one.place: check for one in live_ones if (check := _checked(one)) is not None}


def _reads(every: tuple[Program, ...], norms: Iterable[str]) -> dict[str, set[str]]:
    """The norms that the rules of each check come upon, however far behind."""
    behind: dict[str, set[str]] = {}
    own: dict[str, set[str]] = {}
    for one in filter(lambda one: one.derives, statements(every)):
        used = set(_NAME.findall(one.text.partition(":-")[2])) - _FINDINGS
        behind.setdefault(one.head, set()).update(used)
        if (check := _checked(one)) is not None:
            own.setdefault(check, set()).update(used)
    return {check: _closure(used, behind) & set(norms) for check, used in own.items()}


def _closure(names: Iterable[str], behind: dict[str, set[str]]) -> set[str]:
    seen: set[str] = set()
    waiting = list(names)
    while waiting:
        if (name := waiting.pop()) not in seen:
            seen.add(name)
            waiting += behind.get(name, ())
    return seen


def _checks(needs: dict[str, set[frozenset[str]]], reads: dict[str, set[str]]) -> Iterator[str]:
    titles = {check: entry.title for check, entry in check_messages("en").items()}
    yield from (
        say("reference.checks", "en"),
        "",
        say("reference.columns_of_checks", "en"),
        "|---|---|---|",
    )
    for check in sorted(needs, key=_order):
        cells = " *or* ".join(sorted(map(_listed, needs[check]))), _listed(reads[check])
        yield f"| **{check.upper()}** {titles[check]} | {' | '.join(cells)} |"
    yield ""


def _norms(
    norms: Iterable[Predicate], needs: dict[str, set[str]], reads: dict[str, set[str]]
) -> Iterator[str]:
    yield from (say("reference.norms", "en"), "", say("reference.columns_of_norms", "en"))
    yield "|---|---|---|"
    for norm in norms:
        cells = (
            ", ".join(
                check.upper() for check in sorted(found, key=_order) if norm.name in found[check]
            )
            for found in (needs, reads)
        )
        yield f"| {_told(norm)} | {' | '.join(cells)} |"
    yield ""


def _predicates(every: Iterable[Predicate]) -> Iterator[str]:
    yield say("reference.predicates", "en")
    for file, found in groupby(every, key=lambda one: one.file):
        yield from ("", f"### kb/{file}", "")
        yield from (f"* {_told(one)}" for one in found)
    yield ""


def _order(check: str) -> tuple[str, int]:
    return check[0], int(check[1:])


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in sorted(names))


def _told(one: Predicate) -> str:
    """The predicate with what it means and its clause."""
    written = f"{one.name}({', '.join(one.arguments)})" if one.arguments else one.name
    clause = f"*{one.clauses['en']}*" if "en" in one.clauses else ""
    return " ".join(filter(None, (f"`{written}`", one.meaning, clause)))

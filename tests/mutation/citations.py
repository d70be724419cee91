"""What the tests of citations notice of a mutant: a provision is cited no more, or cited besides.

`tests/kb/test_told.py` tells the provisions of every finding of every case; a mutant is held
against the cases of its own check, those of national law too, and against those of
`tests/kb/test_citations.py`, where several provisions say the same; a norm of national law against
the cases that cite its provision.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from families import NATIONAL
from kb.test_citations import CASES, CITED

from mutation.mutants import Mutant
from mutation.national import cited_by
from patuh.checking import Reading, facts_of, load
from patuh.engine import EngineError, Session
from patuh.explain import explain
from patuh.finding import place_of
from patuh.knowledge.programs import Program, programs

CITATIONS = "the citations"
"""In the place of a case."""


Provisions = frozenset[tuple[str, str, str]]
"""Of a finding: its check, its content, a provision."""


_CITES_THE_SAME = ("exempt ", "move ", "tell ", "exchange ", "swap the terms", "change the level")
"""How changes begin that leave the conditions of a finding alone, or are one more."""


def miscited(mutant: Mutant) -> bool:
    """A finding cites other provisions than the tests state."""
    rule = mutant.rule
    if mutant.change.startswith(_CITES_THE_SAME):
        return False
    for path in cited_by(rule) if rule.national else _near(rule.under):
        reading = _reading(path)
        if any(map(rule.holds_under, (law.id for law in reading.laws))) and (
            _cited(reading, mutant) != _as_it_stands(path)
        ):
            return True
    return False


def _near(check: str) -> Iterator[Path]:
    yield from sorted((CASES / check).glob("*.sotk"))
    yield from (path for path in NATIONAL if path.parent.name == check)
    yield from dict.fromkeys(CASES / f"{case}.sotk" for case, _ in CITED)


@cache
def _reading(path: Path) -> Reading:
    return load(path.read_text(encoding="utf-8"), str(path))


@cache
def _as_it_stands(path: Path) -> Provisions:
    return _cited(_reading(path), None)


def _cited(reading: Reading, mutant: Mutant | None) -> Provisions:
    ids = [law.id for law in reading.laws]
    facts = facts_of(reading.proposal, reading.laws)
    places, loci = (
        {key: place_of("", span) for key, span in spans.items()}
        for spans in (facts.places, facts.loci)
    )
    every = programs(ids)
    try:
        session = Session([changed(one, mutant) for one in every] if mutant else every, facts.text)
        findings = explain(session.findings(), session.derivations(), places, loci)
    except EngineError:
        return frozenset()
    return frozenset(
        (finding.check, repr(finding.terms), f"{citation.regulation} {citation.provision}")
        for finding in findings
        for citation in finding.citations
    )


def changed(program: Program, mutant: Mutant) -> Program:
    """The program with the mutant in the place of its rule."""
    if program.name != mutant.rule.file:
        return program
    begin, end = mutant.rule.node.location.begin, mutant.rule.node.location.end
    lines = program.text.encode().split(b"\n")
    before = [*lines[: begin.line - 1], lines[begin.line - 1][: begin.column - 1]]
    after = [lines[end.line - 1][end.column - 1 :], *lines[end.line :]]
    parts = [b"\n".join(before), str(mutant.node or "").encode(), b"\n".join(after)]
    return Program(program.name, b"".join(parts).decode())

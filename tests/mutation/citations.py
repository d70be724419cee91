"""What `tests/kb/test_citations.py` notices of a mutant: a provision that is cited no more, or is
cited besides. Where several provisions say the same, no `#!` line can tell.
"""

from functools import cache

from kb.test_citations import CASES, CITED

from mutation.mutants import Mutant
from patuh.checking import Reading, facts_of, load
from patuh.engine import EngineError, Session
from patuh.explain import explain
from patuh.finding import place_of
from patuh.knowledge.programs import Program, programs

CITATIONS = "the citations"
"""In the place of a case."""


def miscited(mutant: Mutant) -> bool:
    """A finding cites other provisions than the test states."""
    rule = mutant.rule
    for case, check in CITED:
        reading = _reading(case)
        applies = rule.law in ("", *(law.id for law in reading.laws))
        if applies and _cited(mutant, reading, check) != CITED[case, check]:
            return True
    return False


@cache
def _reading(case: str) -> Reading:
    path = CASES / f"{case}.sotk"
    return load(path.read_text(encoding="utf-8"), str(path))


def _cited(mutant: Mutant, reading: Reading, check: str) -> set[str]:
    ids = [law.id for law in reading.laws]
    facts = facts_of(reading.proposal, reading.laws)
    places, loci = (
        {key: place_of("", span) for key, span in spans.items()}
        for spans in (facts.places, facts.loci)
    )
    try:
        session = Session([changed(one, mutant) for one in programs(ids)], facts.text, {})
        findings = explain(session.findings(), session.derivations(), places, loci)
    except EngineError:
        return set()
    return {
        citation.provision
        for finding in findings
        if finding.check == check
        for citation in finding.citations
    }


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

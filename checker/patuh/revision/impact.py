"""What a revision does to proposals at hand: which findings come, which go, and who is hit."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from msgspec import Struct

from patuh.checking import Reading, facts_of, ground, load, result_of
from patuh.engine.rules.living import live
from patuh.engine.rules.statements import predicates
from patuh.explain.findings import ContentKey, content_key
from patuh.finding import Finding, Result, Unreadable
from patuh.inputs.proposals import of_proposal
from patuh.knowledge.names import alike, known_under
from patuh.knowledge.programs import programs
from patuh.knowledge.root import using
from patuh.messages import LANGUAGES
from patuh.report.wording import Wording
from patuh.revision.records import Hit, Told
from patuh.revision.sides import sides
from patuh_parser.sotk import decode


class _Side(Struct, frozen=True):
    """A proposal under one side, with its findings by what they say."""

    reading: Reading
    result: Result
    findings: dict[ContentKey, Finding]


class Impact:
    """Two knowledge bases, under which proposals are checked one after the other."""

    def __init__(self, old: Path, new: Path) -> None:
        self._old, self._new = old, new
        self._affected: Callable[[str], frozenset[str]] = cache(self._affected_in)

    def on(self, path: str, data: bytes) -> Hit | Unreadable:
        """What changes for a proposal, or why it cannot be read under a side.

        One that none of the affected checks can speak of is not checked: nothing changes for it.
        Raises `patuh.engine.EngineError` for what clingo refuses.
        """

        def use(data: bytes) -> Hit:
            source = decode(data, path)
            with using(self._old):
                reading = load(source, path)
                if not self._reaches(reading):
                    return Hit(path, skipped=True)
                old = _checked(source, path, reading)
                names = known_under(reading.laws)
            with using(self._new):
                if not alike(known_under(reading.laws), names):
                    reading = load(source, path)
                new = _checked(source, path, reading)
            came, went = _more(new, old, self._new), _more(old, new, self._old)
            return Hit(path, tuple(came), tuple(went), tuple(_more(new, old, self._new, same=True)))

        return of_proposal(path, data, use)

    def _reaches(self, reading: Reading) -> bool:
        """Whether an affected check can fire, by the facts that there are."""
        given = predicates(facts_of(reading.proposal, reading.laws).text)
        names = [law.id for law in reading.laws]
        affected = frozenset[str]().union(*map(self._affected, names))
        roots = (self._old, self._new) if affected else ()
        alive = (rule.check for root in roots for rule in live(programs(names, root), given))
        return not affected.isdisjoint(alive)

    def _affected_in(self, law: str) -> frozenset[str]:
        return frozenset(sides(law, self._old, self._new).change.checks)


def _checked(source: str, path: str, reading: Reading) -> _Side:
    facts = facts_of(reading.proposal, reading.laws)
    session = ground(facts, reading.laws)
    result = result_of(source, path, reading, facts, session, proofs=False)
    parts = (part for finding in result.findings for part in finding.each)
    return _Side(reading, result, {content_key(part): part for part in parts})


def _more(one: _Side, other: _Side, root: Path, *, same: bool = False) -> Iterator[Told]:
    """What one side finds and the other does not, or not of that level; or what both find."""
    with using(root):
        wordings = {lang: Wording(lang, one.result.input) for lang in LANGUAGES}
        for key, finding in one.findings.items():
            there = other.findings.get(key)
            if (there is not None and there.level == finding.level) is same:
                said = {lang: wording.sentence(finding) for lang, wording in wordings.items()}
                subject = wordings["id"].subject(finding)
                yield Told(finding.check, finding.level, subject, said)

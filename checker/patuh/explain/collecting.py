"""Several lacks of one kind as one finding: what differs in one term only is told together.

The messages of a case name that term (`kumpulkan`): the duties that a UPT lacks, the units of which
a regulation says nothing. What is told together stays apart in `Finding.parts`, for repairs and
comparisons ask about each.
"""

from collections import defaultdict
from collections.abc import Iterable

from msgspec.structs import replace

from patuh.explain.findings import law_order, order
from patuh.finding import Finding
from patuh.knowledge.messages import check_messages
from patuh_parser.hashes import sha256


def collected(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings, those that agree in all but what their case collects made one, in order."""
    return tuple(sorted(map(_one, _groups(findings)), key=order))


def ordered_by_law(findings: Iterable[Finding]) -> bool:
    """Whether some that are told together stand at one place, so that provisions order them."""
    return any(len({part.place for part in group}) < len(group) for group in _groups(findings))


def _groups(findings: Iterable[Finding]) -> Iterable[list[Finding]]:
    groups: dict[tuple[object, ...], list[Finding]] = defaultdict(list)
    for finding in findings:
        groups[_key(finding)].append(finding)
    return groups.values()


def _collects(finding: Finding) -> str | None:
    return check_messages("id")[finding.check.lower()].cases[finding.case].collects


def _key(finding: Finding) -> tuple[object, ...]:
    term = _collects(finding)
    content = [(name, value) for name, value in finding.terms.items() if name != term]
    alone = finding.fingerprint if term is None else ""
    said = finding.regulation, finding.check, finding.case, finding.level, finding.accepted
    return *said, repr(content), alone


def _one(group: list[Finding]) -> Finding:
    """One finding for all; its first place is that of the first."""
    if len(group) == 1:
        return group[0]
    parts = sorted(group, key=lambda part: (part.place, [*map(law_order, part.citations)]))
    first, term = parts[0], _collects(parts[0])
    assert term is not None
    values = tuple(part.terms[term] for part in parts)
    terms = {**first.terms, term: ("", values)}
    prints = " ".join(sorted(part.fingerprint for part in parts))
    return replace(
        first,
        subject=next(iter(terms.values())),
        terms=terms,
        places=tuple(sorted({place for part in parts for place in part.places})),
        citations=tuple(sorted({c for part in parts for c in part.citations}, key=law_order)),
        interpretations=tuple(dict.fromkeys(i for part in parts for i in part.interpretations)),
        proof=None,
        fingerprint=sha256(prints.encode())[:16],
        parts=tuple(parts),
    )

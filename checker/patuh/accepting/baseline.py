"""Findings that are known from before: accepted while they last, and told once they are gone."""

from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from patuh.accepting.marking import marked
from patuh.finding import Accepted, Finding, Result, Told

_MOST = 10
"""So many of those that are gone are named."""


class Known(Struct, frozen=True, forbid_unknown_fields=True):
    """A finding of an input: the path of the input from the baseline, and what it is about."""

    path: str
    fingerprint: str
    check: str
    subject: str


def known_of(result: Result, path: str, subjects: Iterable[str]) -> list[Known]:
    """What a baseline keeps of the findings that no dispensation accepts.

    `subjects` are those of all parts in words.
    """
    parts = [part for finding in result.findings for part in finding.each]
    return [
        Known(path, part.fingerprint, part.check, subject)
        for part, subject in zip(parts, subjects, strict=True)
        if part.accepted is None
    ]


def against(result: Result, known: Sequence[Known], source: str) -> Result:
    """The result with the findings marked that are `known` of it from the file `source`."""
    prints = {one.fingerprint for one in known}
    found = {part.fingerprint for finding in result.findings for part in finding.each}
    gone = [f"{one.check} {one.subject}" for one in known if one.fingerprint not in found]
    shown = "; ".join(gone[:_MOST]) + (f"; … (+{len(gone) - _MOST})" if gone[_MOST:] else "")
    data = (("count", str(len(gone))), ("names", shown), ("source", source))
    told = (Told("gone", data=data),) if gone else ()

    def acceptance(finding: Finding) -> Accepted | None:
        return Accepted(source) if finding.fingerprint in prints else None

    done = marked(result.findings, acceptance)
    return replace(result, findings=done, remarks=(*result.remarks, *told))

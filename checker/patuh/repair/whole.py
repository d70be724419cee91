"""One set of changes that frees a whole proposal of findings."""

from collections.abc import Sequence
from dataclasses import dataclass

from patuh.checking import check
from patuh.explain.findings import content_key
from patuh.finding import Finding, Level, Result
from patuh.repair.plan import Planner

MOST_AT_ONCE = 12
MOST_ROUNDS = 200


@dataclass(frozen=True, slots=True)
class Mended:
    """The repaired source and what is left at or above the level asked for.

    `least` says that the changes are of least cost among the candidates, found in one search;
    `impossible` that an exhausted search found none.
    """

    before: Result
    after: Result
    left: tuple[Finding, ...]
    least: bool
    impossible: bool


def mend(result: Result, floor: Level) -> Mended:
    """Repairs all findings at or above `floor`, at once if few, else one after the other.

    Every step is verified by a check of the edited text; a finding for which nothing helps
    stays. Findings that share no sentence are repaired independently, so the time grows with
    their number.
    """
    wanted = _at(result, floor)
    if 0 < len(wanted) <= MOST_AT_ONCE:
        plan = Planner(result).plan_all(wanted)
        if plan.repairs:
            after = check(plan.repairs[0].text.encode(), result.input.path)
            if not _at(after, floor):
                return Mended(result, after, (), plan.complete, impossible=False)
    current, hopeless = result, set[str]()
    exhausted = True
    for _ in range(MOST_ROUNDS):
        open_findings = [f for f in _at(current, floor) if f.fingerprint not in hopeless]
        if not open_findings:
            break
        together = _together(current, open_findings, floor)
        if together is not None:
            current = together
            continue
        plan = Planner(current).plan(open_findings[0])
        if plan.repairs:
            current = check(plan.repairs[0].text.encode(), result.input.path)
        else:
            exhausted = exhausted and plan.complete
            hopeless.add(open_findings[0].fingerprint)
    left = _at(current, floor)
    return Mended(result, current, tuple(left), least=False, impossible=bool(left) and exhausted)


def _together(current: Result, findings: Sequence[Finding], floor: Level) -> Result | None:
    """The proposal with one repair set for all findings, sought at once and checked once.

    None if there are few, or if the check does not find all of them gone and nothing new.
    """
    if len(findings) <= MOST_AT_ONCE:
        return None
    repair = Planner(current).propose(findings)
    if repair is None:
        return None
    after = check(repair.text.encode(), current.input.path)
    old = {content_key(finding) for finding in current.findings}
    left = {content_key(finding) for finding in after.findings}
    gone = all(content_key(finding) not in left for finding in findings)
    new = [f for f in _at(after, floor) if content_key(f) not in old]
    return after if gone and not new else None


def _at(result: Result, floor: Level) -> Sequence[Finding]:
    return [finding for finding in result.findings if finding.level >= floor]

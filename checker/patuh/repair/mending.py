"""One set of changes that frees a whole proposal of findings."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from patuh.checking import Reading, check_reading, load
from patuh.explain.findings import content_keys
from patuh.finding import Finding, Level, Result
from patuh.repair.plan import MOST_ALTERNATIVES, MOST_EXACT, Planner
from patuh_parser.sotk import SotkError

MOST_ROUNDS = 200


class Checked(Struct, frozen=True):
    """A text that was checked, and what was read in it."""

    result: Result
    reading: Reading

    def after(self, text: str) -> "Checked":
        """The check of an edited text, at the same date and on the same day."""
        path = self.result.input.path
        again = load(text, path, as_of=self.reading.proposal.header.date)
        reading = replace(again, day=self.reading.day)
        return Checked(check_reading(text, path, reading), reading)


class Mended(Struct, frozen=True):
    """The repaired source and what is left at or above the level asked for.

    `least` says that the changes are of least cost among the candidates, found in one search;
    `impossible` that an exhausted search found none; `choices` that other changes cost the same.
    `undecided` of the findings that are left have repairs among which the regency has to choose.
    """

    before: Result
    after: Result
    left: tuple[Finding, ...]
    least: bool
    impossible: bool
    choices: bool
    undecided: int = 0


def mend(result: Result, floor: Level, reading: Reading | None = None) -> Mended:
    """Repairs all findings at or above `floor`, at once if that is possible, else one by one.

    Every step is verified by a check of the edited text; a finding for which nothing helps
    stays. `reading` is what the result was found in.
    """
    current = Checked(result, reading or load(result.source, result.input.path))
    hopeless: set[str] = set()
    undecided: set[str] = set()
    # sentences of PERUBAHAN are tried one by one only, and may be the cheapest to change
    together, exhausted, choices = not _amends(current.reading), True, False
    for _ in range(MOST_ROUNDS):
        wanted = [f for f in _at(current.result, floor) if f.fingerprint not in hopeless]
        if not wanted:
            break
        if together:
            before = current
            current, least, several = _together(before, wanted, floor)
            choices = choices or several
            if least and before.result is result:
                return Mended(result, current.result, (), True, False, choices)
            together = current is not before
            continue
        plan = Planner(current.result, current.reading).plan(wanted[0])
        if plan.repairs and plan.repairs[0].choice:
            undecided.add(wanted[0].fingerprint)
            hopeless.add(wanted[0].fingerprint)
        elif plan.repairs:
            choices = choices or len({r.cost for r in plan.repairs[:2]}) < len(plan.repairs[:2])
            current = current.after(plan.repairs[0].text)
        else:
            exhausted = exhausted and plan.search.exhausted
            hopeless.add(wanted[0].fingerprint)
    else:
        exhausted = False  # not every finding had its turn
    left = tuple(_at(current.result, floor))
    open_ones = sum(finding.fingerprint in undecided for finding in left)
    impossible = len(left) > open_ones and exhausted
    return Mended(result, current.result, left, False, impossible, choices, open_ones)


def _together(
    current: Checked, findings: Sequence[Finding], floor: Level
) -> tuple[Checked, bool, bool]:
    """The proposal with one repair set for as many of the findings as possible.

    Also whether that set is of least cost and leaves none, and whether others cost the same. The
    text stays as it is if no set passes its check: fewer of the findings than before, and nothing
    new.
    """
    most = MOST_ALTERNATIVES if len(findings) <= MOST_EXACT else 1
    repairs, complete = Planner(current.result, current.reading).propose(findings, most)
    old = content_keys(current.result.findings)
    for repair in repairs:
        try:
            after = current.after(repair.text)
        except SotkError:  # the changes do not go together as text
            continue
        left = content_keys(_at(after.result, floor))
        if left < old:
            return after, complete and not left, len(repairs) > 1
    return current, False, False


def _amends(reading: Reading) -> bool:
    return reading.change is not None and bool(reading.change.amendments)


def _at(result: Result, floor: Level) -> Sequence[Finding]:
    return [finding for finding in result.deciding if finding.level >= floor]

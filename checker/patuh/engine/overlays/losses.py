"""Which checks can find nothing any more once files are laid over a knowledge base.

Read off the rules alone: nothing is grounded here, for files of a user's own may never end.
"""

from pathlib import Path

from patuh.engine.rules.activity import declared
from patuh.engine.rules.cases import case_rules
from patuh.engine.rules.living import live
from patuh.engine.rules.statements import statements
from patuh.knowledge.programs import (
    DRAFTING,
    PROPOSAL,
    Program,
    drafting_programs,
    own_programs,
    programs,
)
from patuh.knowledge.regulations import national, regulations

Cases = dict[str, set[str]]


def lost(base: Path, target: Path) -> dict[str, tuple[str, ...]]:
    """The checks by regulation that `base` has and `target` has not.

    A check of which some cases are left is followed by those that are gone: "H7 (langsung)".
    """
    found: dict[str, tuple[str, ...]] = {}
    for law in regulations(base):
        found[law.id] = _gone(own_programs(law.id, base), own_programs(law.id, target))
    for law in (law for law in national(base) if law.stands_in):  # for all of national law
        found[law.id] = _gone(programs((), base), programs((), target))
    drafting = drafting_programs(base), drafting_programs(target)
    if drafting[0] != drafting[1]:
        found[DRAFTING] = _fewer(*map(_cases, drafting))
    return {law: checks for law, checks in found.items() if checks}


def _gone(before: tuple[Program, ...], after: tuple[Program, ...]) -> tuple[str, ...]:
    if {*before} <= {*after}:
        return ()  # what can fire can fire beside further rules too
    given = declared(before, PROPOSAL)
    was, now = ({one.text for one in live(every, given) if one.check} for every in (before, after))
    return () if was <= now else _fewer(_cases(before, given), _cases(after, given))


def _cases(every: tuple[Program, ...], given: frozenset[str] | None = None) -> Cases:
    """The cases of each check; with what a proposal gives only those whose rules can fire."""
    found: Cases = {}
    for rule in case_rules(statements(every) if given is None else live(every, given)):
        found.setdefault(rule.check, set()).add(rule.case)
    return found


def _fewer(before: Cases, after: Cases) -> tuple[str, ...]:
    told: list[str] = []
    for check, cases in sorted(
        before.items(), key=lambda item: (item[0][0], len(item[0]), item[0])
    ):
        gone = sorted(cases - after.get(check, set()))
        if gone and check in after:
            told.append(f"{check.upper()} ({', '.join(gone)})")
        elif gone:
            told.append(check.upper())
    return tuple(told)

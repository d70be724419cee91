"""The sets of norms that may notice a mutant of `kb/audit/pertentangan.lp`.

Each regulation as it stands, and with the norms that `tests/audit/test_conflicts.py` adds.
"""

from collections.abc import Iterator

from audit.test_conflicts import CASES, written

from mutation.cases import Case, Given, grounded
from mutation.rules import CONFLICTS, base
from patuh.knowledge.programs import Program, norms
from patuh.knowledge.regulations import regulations

ADDED_TO = "paser_56_2020"


def conflicts() -> list[Case]:
    """All of them."""
    return grounded("conflicts", _every())


def _every() -> Iterator[Given]:
    for law in regulations():
        yield _given(law.id, law.id, "")
    for name, (added, _) in CASES.items():
        yield _given(name, ADDED_TO, "\n".join(map(written, added)))


def _given(name: str, law: str, added: str) -> Given:
    rules = Program("", "\n".join(rule.text for rule in base(CONFLICTS).rules))
    facts = f"peraturan({law}).\n{added}"
    return Given(name, "", "conflicts", (*norms(law), rules), facts)

"""The search for the smallest proposals under which a check fires, is silent, or fires alone."""

from patuh.checking import facts_of, finding_atoms, read
from patuh.engine.atoms.derivation import Atom
from patuh.engine.rules.activity import active
from patuh.engine.rules.kinds import kinds_of
from patuh.engine.rules.living import live, telling
from patuh.engine.rules.scope import scope
from patuh.engine.rules.statements import names
from patuh.engine.solving.witness import Goal, fires, fires_without, satisfied, silent, smallest
from patuh.finding import Value
from patuh.knowledge.catalogue import checks
from patuh.knowledge.programs import Program, own_programs, programs
from patuh.knowledge.regulations import Regulation, national, regulations, where_alone
from patuh.knowledge.root import of_kb
from patuh.revision.language.sentences import BODY, Language, language

SECONDS = 30.0
"""So long one search may take."""
_TRIES = 5
"""So many choices may fail when they are written out and read again."""


class Hunter:
    """Seeks witnesses under one regulation."""

    def __init__(self, law: Regulation) -> None:
        self.law = law
        self._programs = programs([law.id])
        self._language: Language = language(law)
        every = [*self._language.always]
        every += [fact for one in self._language.sentences for fact in one.choice.facts]
        self._rules = live(self._programs, kinds_of("\n".join(every)))

    def firing(self, check: str) -> str | None:
        """The smallest proposal on which the check ("A3") fires, or None."""
        return self._seek(fires(check.lower()))

    def silent(self, check: str) -> str | None:
        """The smallest proposal within the scope of the check on which it is silent, or None."""
        found = (self._seek(goal) for goal in silences(self._programs, check))
        return next((text for text in found if text is not None), None)

    def alone(self, check: str, other: str) -> str | None:
        """The smallest proposal on which the check fires on a subject and the other does not."""
        return self._seek(fires_without(check.lower(), other.lower()))

    def _seek(self, goal: Goal) -> str | None:
        choices = [sentence.choice for sentence in self._language.sentences]
        failed: list[tuple[int, ...]] = []
        while len(failed) < _TRIES:
            found = smallest(
                self._rules, self._language.always, choices, [BODY], goal,
                blocked=failed, seconds=SECONDS,
            )  # fmt: skip
            if found is None:
                return None
            text = self._language.text(found)
            if holds(text, [goal]):
                return text
            failed.append(found)
        return None


def silences(used: tuple[Program, ...], check: str) -> list[Goal]:
    """What a silent witness must show, the most telling first; see `patuh.engine.rules.scope`."""
    return [silent(check.lower(), rules) for rules in scope(used, check.lower()) if rules]


def holds(text: str, goals: list[Goal]) -> bool:
    """Whether the proposal, read and grounded as for a check, shows one of the goals."""
    proposal, laws = read(text, "contoh.sotk")
    used = programs([law.id for law in laws])
    facts = facts_of(proposal, laws).text
    return any(_reached(used, facts, goal) for goal in goals)


def _reached(used: tuple[Program, ...], facts: str, goal: Goal) -> bool:
    """Whether the goal holds, by the rules that bear on the checks and predicates it names."""
    asked = names(goal.rules)
    return satisfied(telling(used, kinds_of(facts), asked, asked), facts, goal)


@of_kb
def switched_on(law: Regulation) -> tuple[str, ...]:
    """The checks ("A3") that the regulation itself has norms for, in the order of the catalogue."""
    on = active(own_programs(law.id))
    return tuple(check for check in checks() if check.lower() in on)


@of_kb
def checks_by_law() -> tuple[tuple[Regulation, str], ...]:
    """Every regulation with each of its checks ("A3"), in the order of the catalogue.

    National law has those that no regulation of a region has, where it stands in for one.
    """
    own = [(law, check) for law in regulations() for check in switched_on(law)]
    on = active(programs(())) - {check.lower() for _, check in own}
    alone = [where_alone(law) for law in national() if law.stands_in]
    return (*own, *((law, check) for law in alone for check in checks() if check.lower() in on))


@of_kb
def companions(check: str, text: str) -> tuple[str, ...]:
    """The other checks that fire on a subject of the check in this proposal, in order."""
    found = finding_atoms(text, "contoh.sotk")
    subjects = {_subject(atom) for atom in found if atom.arguments[2] == check.lower()}
    others = {
        str(atom.arguments[2]).upper()
        for atom in found
        if atom.arguments[2] != check.lower() and _subject(atom) in subjects
    }
    return tuple(sorted(others))


def _subject(found: Atom) -> Value:
    """The first of the named terms that the finding speaks of."""
    content = found.arguments[5]
    if not isinstance(content, tuple):
        raise TypeError(f"no tuple of named terms: {found.text}")
    return content[1][0]

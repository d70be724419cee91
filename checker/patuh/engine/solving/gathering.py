"""Which questions are solved together: those that rest on much the same ground rules.

A control for each question reads the same rules again and again; one for all has each question
search among rules that it does not rest on.
"""

from collections.abc import Iterable

from patuh.engine.solving.cones import GroundRules

Goals = frozenset[int]
"""The atoms that a question asks for."""
_SHARE = 0.8
"""So much of what others rest on a question must rest on too."""


def gathered(rules: GroundRules, questions: Iterable[Goals]) -> dict[Goals, Goals]:
    """For each question the goals of all that are solved with it; the largest ones first."""
    below = {goals: rules.below(goals) for goals in questions}
    groups: list[tuple[list[Goals], set[int]]] = []
    for goals, own in sorted(below.items(), key=lambda one: (-len(one[1]), sorted(one[0]))):
        for members, resting in groups:
            if len(own & resting) >= _SHARE * len(resting):
                members.append(goals)
                resting |= own
                break
        else:
            groups.append(([goals], set(own)))
    together = ((members, frozenset[int]().union(*members)) for members, _ in groups)
    return {goals: every for members, every in together for goals in members}

"""What is left of ground rules where of some atoms only one is chosen."""

from collections.abc import Mapping

from patuh.engine.solving.aspif import rule, weight_rule
from patuh.engine.solving.cones import GroundRules
from patuh.engine.solving.excluding import Drawers

ONE, TWO, OTHER, FREE, BOTH, ANY, DENIED, SUM, ROUND, BACK, GOAL = range(1, 12)
POSSIBLE = [
    rule(ANY, [ONE, OTHER]),
    rule(ANY, [TWO, FREE]),
    rule(DENIED, [ONE, -TWO]),
    weight_rule(SUM, 2, [(ONE, 1), (TWO, 1), (FREE, 1)]),
    rule(ROUND, [BACK, ONE]),
    rule(BACK, [ROUND]),
    rule(BACK, [TWO]),
    rule(GOAL, [ANY, FREE, -BOTH]),
    rule(GOAL, [DENIED, SUM]),
]
DENIED_BOTH, DENIED_NONE = rule(GOAL, [ANY, FREE, -BOTH]), rule(GOAL, [ANY, FREE])
"""What can never hold need not be denied."""
IMPOSSIBLE = [
    rule(BOTH, [ONE, FREE, TWO]),
    rule(GOAL, [BOTH]),
    rule(GOAL, [ANY, DENIED, TWO]),
]


def test_rules_that_need_two_of_one_drawer_are_left_out() -> None:
    """Not those that need one of them and the other not, or one of each."""
    rules = GroundRules("\n".join([*POSSIBLE, *IMPOSSIBLE]), [ONE, TWO, OTHER, FREE])
    new = rules.leave_out([GOAL, ROUND], Drawers([[ONE, TWO], [OTHER]]))
    lines = [*rules.text(new[atom] for atom in range(1, GOAL + 1))]
    told = [one.replace(DENIED_BOTH, DENIED_NONE) for one in POSSIBLE]
    assert sorted(lines) == sorted(_numbered(one, new) for one in told)
    assert not rules.derives(new[BOTH])
    assert rules.below([new[BOTH]]) == {new[BOTH]}
    heads = rules.heads(new[ONE], rules.below([new[GOAL]]))
    assert heads == {new[atom] for atom in (ANY, DENIED, SUM)}


def test_what_is_left_is_numbered_without_gaps() -> None:
    """The solver has a place for each number up to the last one."""
    far = 1_000_000
    rules = GroundRules("\n".join([rule(far, [ONE, -TWO]), rule(TWO, [ONE])]), [ONE])
    new = rules.leave_out([far], Drawers([]))
    assert {new[atom] for atom in (ONE, TWO, far)} == {1, 2, 3}
    assert rules.below([new[far]]) == {1, 2, 3}


def _numbered(line: str, new: Mapping[int, int]) -> str:
    """The same line with other numbers of atoms."""
    first, choice, heads, head, weighted, *rest = line.split()
    step = 2 if weighted == "1" else 1
    rest[step::step] = map(str, sorted(new[int(one)] for one in rest[step::step]))
    return " ".join([first, choice, heads, str(new[int(head)]), weighted, *rest])

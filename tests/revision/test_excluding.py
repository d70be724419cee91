"""What is left of ground rules where of some atoms only one is chosen."""

from patuh.engine.solving.cones import GroundRules, rule, weight_rule
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
IMPOSSIBLE = [
    rule(BOTH, [ONE, FREE, TWO]),
    rule(GOAL, [BOTH]),
    rule(GOAL, [ANY, DENIED, TWO]),
]


def test_rules_that_need_two_of_one_drawer_are_left_out() -> None:
    """Not those that need one of them and the other not, or one of each."""
    rules = GroundRules("\n".join([*POSSIBLE, *IMPOSSIBLE]), [ONE, TWO, OTHER, FREE])
    rules.leave_out([GOAL, ROUND], Drawers([[ONE, TWO], [OTHER]]))
    assert [*rules.text(range(1, GOAL + 1))] == POSSIBLE
    assert not rules.derives(BOTH)
    assert rules.below([BOTH]) == {BOTH}
    assert rules.heads(ONE, rules.below([GOAL])) == {ANY, DENIED, SUM}

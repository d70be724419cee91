"""Ground rules in which atoms are merged: what holds under each choice is what held before."""

import itertools
import random
from collections.abc import Collection, Iterable, Iterator, Mapping

import pytest

from patuh.engine.solving.aspif import program, rule, weight_rule
from patuh.engine.solving.cones import GroundRules
from patuh.engine.solving.excluding import Drawers

CHOSEN = range(1, 6)
DRAWER = [1, 2]
ROUND = 5
"""So many atoms may rest on each other, and deny what stands before them."""
DERIVED = range(10, 30)
GOALS = [27, 28, 29]


def test_what_a_sentence_brings_alone_is_one_atom() -> None:
    """So is what follows from all of it, and what passes it on; the sentence itself is kept."""
    lines = [rule(2, [1]), rule(3, [1]), rule(4, [2, 3]), rule(5, [4]), rule(6, [5, -9])]
    rules = GroundRules("\n".join(lines), [1, 9])
    new = rules.leave_out([6], Drawers([]))
    assert new[2] == new[3] == new[4] == new[5] != new[1]
    assert {*rules.text({*new.values()})} == {
        rule(new[6], sorted([new[2], -new[9]])),
        rule(new[2], [new[1]]),
    }


def test_atoms_that_only_rest_on_each_other_are_merged_with_none() -> None:
    lines = [rule(2, [3]), rule(3, [2]), rule(4, [2, 1])]
    rules = GroundRules("\n".join(lines), [1])
    new = rules.leave_out([4], Drawers([]))
    assert [set(one) for one in _answers(rules.text({*new.values()}), [new[1]])] == [
        set(),
        {new[1]},
    ]


@pytest.mark.parametrize("seed", range(150))
def test_goals_hold_under_the_same_choices(seed: int) -> None:
    """Of programs drawn at random, with circles, denials of what stands before, and sums."""
    lines = [*_drawn(random.Random(seed))]
    rules = GroundRules("\n".join(lines), CHOSEN)
    new = rules.leave_out(GOALS, Drawers([DRAWER]))
    told = [*rules.text(sorted({one for one in new.values() if one > 0}))]
    before = _held(_answers(lines, CHOSEN), CHOSEN, GOALS)
    numbers = _held(
        _answers(told, [new[one] for one in CHOSEN]),
        [new[one] for one in CHOSEN],
        [new[one] for one in GOALS],
    )
    assert len(before) == len(numbers) == 3 * 2 ** (len(CHOSEN) - len(DRAWER))
    assert [*before.values()] == [*numbers.values()]


def _drawn(draw: random.Random) -> Iterator[str]:
    for head in DERIVED:
        first = head - head % ROUND
        before, beside = [*CHOSEN, *range(DERIVED[0], first)], range(first, first + ROUND)
        for _ in range(draw.choice([0, 1, 1, 1, 2, 3])):
            body = draw.sample([*before, *beside, *beside], draw.choice([1, 1, 2, 3]))
            denied = [-one for one in draw.sample(before, draw.choice([0, 0, 1]))]
            literals = [one for one in {*body, *denied} if -one not in body]
            if draw.random() < 0.1:
                yield weight_rule(head, 2, [(one, 1) for one in literals if abs(one) < first])
            else:
                yield rule(head, literals)


def _answers(lines: Iterable[str], chosen: Collection[int]) -> list[list[int]]:
    """What holds in each answer, with any choice that takes one of the drawer at most."""
    first = [*chosen][: len(DRAWER)]
    own = [rule(one, (), choice=True) for one in chosen]
    control = program([*lines, *own, rule(None, first)] if len(chosen) > 1 else [*lines, *own])
    control.configuration.solve.models = "0"  # type: ignore[union-attr]
    found: list[list[int]] = []
    atoms = range(1, 60)
    control.solve(on_model=lambda m: found.append([one for one in atoms if m.is_true(one)]))
    return sorted(found)


def _held(
    answers: list[list[int]], chosen: Collection[int], goals: Collection[int]
) -> Mapping[tuple[bool, ...], list[bool]]:
    """Which goals hold, by what is chosen."""
    found = {
        tuple(one in held for one in chosen): [one in held for one in goals] for held in answers
    }
    return {key: found[key] for key in itertools.product([False, True], repeat=len(chosen))
            if key in found}  # fmt: skip

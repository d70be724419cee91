"""Which ground rules no choice can let fire, because two sentences of one drawer would be needed.

Clingo grounds what the third sentence of a drawer says of step 1 beside what the fourth says of
it, and all that would follow from both: a quarter of the rules, and most of what is hard to prove
of them.

For each atom is kept which sentences of each drawer leave it open: those of a choice are itself,
those of a rule what all its positive conditions leave open, those of an atom what any of its rules
does. By induction over a derivation: where an atom holds, and any sentence of a drawer is taken,
it is one that leaves the atom open; and where it leaves not all of them open, one is taken. So a
rule for which a drawer is left with none fires under no choice.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache


class Drawers:
    """Atoms of which at most one in each drawer holds, as sets of bits."""

    def __init__(self, drawers: Iterable[Sequence[int]]) -> None:
        groups: list[int] = []
        own: dict[int, tuple[int, int]] = {}
        bit = 1
        for atoms in drawers:
            group = 0
            for atom in atoms:
                own[atom] = bit, len(groups)
                group |= bit
                bit <<= 1
            groups.append(group)
        self.every = bit - 1
        """What an atom leaves open that asks for nothing."""
        self.open: Mapping[int, int] = {
            atom: self.every & ~groups[at] | one for atom, (one, at) in own.items()
        }
        """What each of these atoms leaves open."""
        self.possible = cache(lambda left: all(left & group for group in groups))
        """Whether each drawer is left with any."""

"""The choice that is found is the first of the smallest, in knowledge bases of a few rules."""

import itertools
import random
from collections.abc import Iterator, Sequence

import pytest

from patuh.engine.control import findings, grounded
from patuh.engine.rules.changes import change, side
from patuh.engine.rules.statements import of_program
from patuh.engine.solving import choosing
from patuh.engine.solving.difference import IMPURE, PURE, WHOLE, Asked, Differences
from patuh.engine.solving.witness import Choice
from patuh.finding import Level
from patuh.knowledge.programs import Program

RULES = """
naik(X, Y) :- atas(X, Y), not lepas(X).
naik(X, Z) :- naik(X, Y), atas(Y, Z).
teratas(Y) :- Y = #max { Z : naik(_, Z) }, naik(_, Y).
banyak(X) :- batas(N), s(X), #count { Y : naik(X, Y) } >= N.
temuan(pelanggaran, r, z1, ada, satuan(X), (X,)) :- wajib(X), s(X), not teratas(X).
temuan(peringatan, r, z2, ada, satuan(X), (X,)) :- banyak(X).
temuan(belum_lengkap, r, z3, ada, satuan(X), (X,)) :- wajib(X), naik(X, Y), not wajib(Y).
"""
NORMS = [*(f"wajib({at})" for at in range(1, 5)), "batas(1)", "batas(2)", "lepas(2)", "lepas(3)"]
FACTS = [*(f"s({at})" for at in range(1, 5)), "atas(1,2)", "atas(2,3)", "atas(3,4)", "atas(2,4)"]
_OTHER = ("--opt-strategy=bb", "--seed=7", "--rand-freq=0.3")
WAYS = [(choosing.OPTIONS, 300), (_OTHER, 300), (choosing.OPTIONS, 0)]
"""The options of the solver, and how long it looks for the first of the smallest in their order."""
Found = dict[tuple[str, str], int]


def sentences(chance: random.Random) -> list[Choice]:
    """Eight, each with some facts: some stand in one drawer, some need another one."""
    made = []
    for at in range(8):
        facts = tuple(chance.sample(FACTS, chance.randint(0, 2)))
        drawer, needs = chance.choice(["", "", "laci"]), chance.choice([(), (), ("alur",)])
        gives = (("body",), ("body", "alur"))[at % 2] if not needs else ()
        made.append(Choice(facts, chance.randint(1, 2), drawer, gives, needs, chance.randint(0, 1)))
    return made


def proper(some: Sequence[Choice]) -> bool:
    """Whether these may be chosen together."""
    drawers = [one.drawer for one in some if one.drawer]
    given = {name for one in some for name in one.gives}
    needed = {"body", *(name for one in some for name in one.needs)}
    return len(drawers) == len({*drawers}) and needed <= given


def found(norms: Sequence[str], some: Sequence[Choice]) -> Found:
    """The gravest level of each check on each subject."""
    facts = [*norms, *(fact for one in some for fact in one.facts)]
    made = grounded(RULES, "".join(f"{fact}." for fact in facts))
    told: Found = {}
    for one in findings(atom.symbol for atom in made.symbolic_atoms):
        key = str(one.arguments[2]), str(one.arguments[5])
        told[key] = max(Level[str(one.arguments[0])], told.get(key, 0))
    return told


def differ(more: Found, less: Found, kind: str, check: str) -> bool:
    """Whether one side finds more than the other, as is asked."""
    if check == WHOLE:
        return max(more.values(), default=0) >= Level.belum_lengkap > max(less.values(), default=0)
    rivals = {
        key: max((level for other, level in less.items() if _rival(other, key, kind)), default=0)
        for key in more
    }
    return any(level > rivals[key] for key, level in more.items() if key[0] == check)


def _rival(other: tuple[str, str], one: tuple[str, str], kind: str) -> bool:
    return other[1] == one[1] and (kind == PURE or other[0] == one[0])


def asked() -> Iterator[Asked]:
    for direction, kind in itertools.product(("ketat", "longgar"), (PURE, IMPURE)):
        yield from ((direction, kind, check) for check in ("z1", "z2", "z3"))
        if kind == PURE:
            yield direction, kind, WHOLE


@pytest.mark.parametrize("seed", range(6))
def test_the_first_of_the_smallest_is_found(monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    """Its last sentence stands before the last of any other one, and so on down."""
    chance = random.Random(seed)
    norms = [chance.sample(NORMS, 5) for _ in range(2)]
    texts = ["".join(f"{norm}." for norm in one) + RULES for one in norms]
    old, new = (side(of_program(Program("contoh.lp", text))) for text in texts)
    choices = sentences(chance)
    sought = []
    for options, _ in WAYS:
        monkeypatch.setattr(choosing, "OPTIONS", options)
        sought.append(Differences(old, new, change(old, new), (), choices, ["body"]))
    every = [
        (at, some, *(found(one, some) for one in norms))
        for size in range(len(choices) + 1)
        for at in itertools.combinations(range(len(choices)), size)
        if proper(some := [choices[one] for one in at])
    ]
    for direction, kind, check in asked():
        told = []
        for at, some, before, after in every:
            more, less = (after, before) if direction == "ketat" else (before, after)
            if differ(more, less, kind, check):
                size = sum(one.cost for one in some), sum(one.odd for one in some)
                told.append((size, at[::-1]))
        least = min(told)[1][::-1] if told else None
        for differences, (_, glance) in zip(sought, WAYS, strict=True):
            monkeypatch.setattr(choosing, "_GLANCE", glance)
            seen = differences.seek((direction, kind, check), 60)
            assert (seen.choice, seen.complete) == (least, True), (direction, kind, check)

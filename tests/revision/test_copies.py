"""The rules of the new side beside the old one derive what the new side derives by itself."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from clingo import Control
from revision.revised import moved, revised, softened

from patuh.checking import facts_of, read
from patuh.engine.rules.changes import change, side
from patuh.engine.rules.copies import MAY, NEW
from patuh.engine.rules.statements import of_program
from patuh.engine.session import Session
from patuh.engine.solving.beside import beside
from patuh.knowledge.programs import Program, programs
from patuh.knowledge.regulations import regulation
from patuh.knowledge.root import kb_root
from patuh.revision.language.sentences import Language, language
from patuh.revision.sides import sides
from patuh_parser.sotk import SotkError

pytestmark = pytest.mark.xdist_group("revisions")
"""In one process with others that speak the language of proposals, which is worked out once."""

LAW = "kutim_41_2023"
PROPOSALS = [2, pytest.param(5, marks=pytest.mark.slow)]


def some(spoken: Language, chance: random.Random) -> str:
    """A proposal of a few sentences on structure and a workflow."""
    by_part: dict[str, list[int]] = {}
    for at, one in enumerate(spoken.sentences):
        by_part.setdefault(one.part if one.part != "step" else f"step {one.at}", []).append(at)
    chosen = chance.sample(by_part["STRUKTUR"], 5)
    chosen += [chance.choice(by_part[part]) for part in ("kind", "step 1", "step 2", "step 3")]
    return spoken.text(chosen)


@pytest.mark.parametrize("count", PROPOSALS)
@pytest.mark.parametrize(
    ("name", "change"), [("pasal_18_daftar.lp", moved), ("pasal_18.lp", softened)]
)
def test_the_copy_finds_what_the_new_side_finds(
    tmp_path: Path, name: str, change: object, count: int
) -> None:
    root = revised(tmp_path, LAW, name, change)  # type: ignore[arg-type]
    both = sides(LAW, kb_root(), root)
    chance = random.Random(7)
    spoken = language(regulation(LAW))
    checked = 0
    while checked < count:
        text = some(spoken, chance)
        try:
            facts = facts_of(*read(text, "contoh.sotk")).text
        except SotkError:
            continue
        checked += 1
        found = beside(both.old, both.new, both.change, facts)
        told = {name: set(_told(found, name)) for name in (NEW, MAY, "")}
        got = sorted(told[NEW] | (told[""] - told[MAY]))
        wanted = [one.text for one in Session(programs([LAW], root), facts).findings()]
        assert got == wanted, text


AGGREGATES = """
terkecil(X) :- X = #min { Y : besar(Y) }, besar(X).
besar(X) :- norma(X).
besar(X) :- dipilih(X).
temuan(catatan, r, z1, ada, satuan(X), (X,)) :- terkecil(X).
"""


@pytest.mark.parametrize("chosen", [4, 6])
@pytest.mark.parametrize(("old", "new"), [((3,), (5,)), ((5,), (3,)), ((1,), (1, 2)), ((), (4,))])
def test_the_copy_finds_what_an_aggregate_over_changed_facts_gives(
    old: tuple[int, ...], new: tuple[int, ...], chosen: int
) -> None:
    """What is the least on the new side only, too."""
    sides = []
    for values in (old, new):
        facts = "".join(f"norma({one})." for one in values)
        sides.append(side(of_program(Program("contoh.lp", f"{facts}\n{AGGREGATES}"))))
    made = beside(*sides, change(*sides), f"dipilih({chosen}).")
    new_ones, may, old_ones = (set(_told(made, name)) for name in (NEW, MAY, ""))
    least = min((*new, chosen))
    assert new_ones | (old_ones - may) == {f"temuan(catatan,r,z1,ada,satuan({least}),({least},))"}


def _told(made: Control, prefix: str) -> Iterator[str]:
    """The findings under a prefix, without it."""
    every = made.symbolic_atoms.by_signature(f"{prefix}temuan", 6)
    return (str(one.symbol).removeprefix(prefix) for one in every)

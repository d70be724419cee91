"""The rules of the new side beside the old one derive what the new side derives by itself."""

import random
from pathlib import Path

import pytest
from revision.revised import moved, revised, softened

from patuh.checking import facts_of, read
from patuh.engine.control import grounded
from patuh.engine.rules.changes import shared
from patuh.engine.rules.copies import NEW, copied
from patuh.engine.session import Session
from patuh.knowledge.programs import programs
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
    rules = shared(both.old, both.new, both.change.affected)
    copy = copied(both.old, both.new, both.change)
    chance = random.Random(7)
    spoken = language(regulation(LAW))
    told = 0
    while told < count:
        text = some(spoken, chance)
        try:
            facts = facts_of(*read(text, "contoh.sotk")).text
        except SotkError:
            continue
        told += 1
        control = grounded(rules, copy.may, copy.new, facts)
        found = control.symbolic_atoms.by_signature(f"{NEW}temuan", 6)
        got = sorted(str(one.symbol).removeprefix(NEW) for one in found)
        wanted = [one.text for one in Session(programs([LAW], root), facts).findings()]
        assert got == wanted, text

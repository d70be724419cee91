"""The knowledge base loads without a word from clingo, is decided by grounding alone, and is what
`docs/knowledge-base.md` says: plain clingo with it gives the findings."""

from pathlib import Path

import clingo
import pytest
from families import CORPUS

from patuh.checking import facts_of, ground, read
from patuh.knowledge.programs import programs
from patuh.knowledge.regulations import regulations
from patuh.knowledge.root import kb_root

TESTS = Path(__file__).parent.parent
IDS = [law.id for law in regulations()]
CASES = [sorted(folder.glob("*.sotk"))[-1] for folder in sorted((TESTS / "kb/cases").iterdir())]
PROPOSALS = [
    *(pytest.param(path, id=path.stem) for path in CORPUS),
    *(
        pytest.param(
            path,
            id=f"{path.parent.name}/{path.stem}",
            marks=[pytest.mark.slow] if number % 12 else [],
        )
        for number, path in enumerate(CASES)
    ),
]


def grounded(texts: list[str]) -> tuple[clingo.Control, list[str]]:
    messages: list[str] = []
    control = clingo.Control([], logger=lambda code, text: messages.append(f"{code}: {text}"))
    for text in texts:
        control.add("base", [], text)
    control.ground([("base", [])])
    return control, messages


@pytest.mark.parametrize("ids", [*([name] for name in IDS), IDS], ids=" and ".join)
def test_it_loads_without_a_warning(ids: list[str]) -> None:
    """Every predicate is defined or declared, no variable is unsafe, no file is doubled."""
    _, messages = grounded([program.text for program in programs(ids)])
    assert messages == []


@pytest.mark.parametrize("path", PROPOSALS)
def test_grounding_decides_every_atom_and_plain_clingo_agrees(path: Path) -> None:
    """With all programs, as a reader of the manual would run them: every atom is a fact, there is
    one answer set, and its findings are those of the checker."""
    proposal, laws = read(path.read_text(encoding="utf-8"), str(path))
    facts = facts_of(proposal, laws)
    folders = ("vocabulary", "checks", "national/*")
    here = [file for folder in folders for file in kb_root().glob(f"{folder}/*.lp")]
    for law in laws:
        here += (kb_root() / "regulations" / law.id).glob("*.lp")
    control, messages = grounded([*(file.read_text(encoding="utf-8") for file in here), facts.text])
    assert messages == []
    assert [str(atom.symbol) for atom in control.symbolic_atoms if not atom.is_fact] == []
    models: list[set[str]] = []
    control.configuration.solve.models = 2
    control.solve(on_model=lambda model: models.append(set(map(str, model.symbols(atoms=True)))))
    (model,) = models
    plain = {atom for atom in model if atom.startswith("temuan(")}
    assert plain == {atom.text for atom in ground(facts, laws).findings()}

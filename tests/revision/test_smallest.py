"""Examples are the smallest there are: compared with all small choices of sentences, one by one.

The knowledge base is small: Paser alone, with one check on a norm, so that every choice can be
checked; what is sought is what an exhaustive search finds.
"""

import itertools
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from audit.broken import Copy

from patuh.checking import finding_atoms
from patuh.knowledge.regulations import regulation
from patuh.knowledge.root import kb_root, use, using
from patuh.revision.compared import compared
from patuh.revision.language.sentences import language
from patuh_parser.sotk import SotkError

LAW = "paser_56_2020"
NORM = 'berlaku_sejak(paser_56_2020, "pasal-16").'
BODIES = {
    "one": "unit(U, bagian)",
    "two": "serumpun(_, U, _), unit(V, bagian), unit(V, _)",
    "absent": "unit(U, dinas), not garis(_, bertanggung_jawab, U, _)",
}
SENTENCES = 9
"""So many sentences of the language are tried in all choices of up to three."""


def knowledge_bases(folder: Path, body: str) -> tuple[Copy, Copy]:
    """Paser with one check, with and without its norm; nothing of the other regulation."""
    root = Path(shutil.copytree(kb_root(), folder / "old" / "kb"))
    shutil.rmtree(root / "regulations" / "kutim_41_2023")
    for path in (*(root / "checks").glob("*.lp"), *(root / "drafting" / "checks").glob("*.lp")):
        path.unlink()
    old = Copy(root)
    old.check("Z1", f"berlaku_sejak(R, Ketentuan), {body}")
    new = Copy(Path(shutil.copytree(root, folder / "new" / "kb")))
    return old, new


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_the_example_is_as_small_as_that_of_an_exhaustive_search(tmp_path: Path, body: str) -> None:
    old, new = knowledge_bases(tmp_path, body)
    new.replace(f"regulations/{LAW}/pasal_16.lp", NORM, "")
    with use(old.root):
        found = compared(LAW, old.root, new.root)
        (verdict,) = [one for one in found.checks if one.check == "Z1"]
        (example,) = verdict.examples
        assert (verdict.verdict, example.direction, example.pure) == (
            "lebih_longgar",
            "longgar",
            True,
        )
        size = len(example.lines)
        used = [at for at, one in enumerate(language(regulation(LAW)).sentences)
                if one.text in example.lines]  # fmt: skip
        smaller = [t for t in texts(used, size - 1) if differs(t, old.root, new.root)]
        assert differs(example.text, old.root, new.root)
        assert smaller == []


def texts(used: list[int], most: int) -> Iterator[str]:
    """Every proposal of up to so many sentences, of those used and of others as they come."""
    spoken = language(regulation(LAW))
    structure = [at for at, one in enumerate(spoken.sentences) if one.part == "STRUKTUR"]
    some = [*used, *(structure[:: len(structure) // SENTENCES])]
    for size in range(1, most + 1):
        for chosen in itertools.combinations(dict.fromkeys(some), size):
            yield spoken.text(chosen)


def differs(text: str, old: Path, new: Path) -> bool:
    try:
        found = []
        for root in (old, new):
            with using(root):
                found.append([atom.arguments[5] for atom in finding_atoms(text, "contoh.sotk")])
    except SotkError:
        return False
    return found[0] != found[1]

"""Product and oracle find the same in every written case and every proposal of the corpus.

The random proposals reach what their generator says; the cases were written to tell small changes
of the rules, so they say what it does not.
"""

from itertools import groupby
from pathlib import Path

import pytest

from oracle.comparing import both_of_many
from oracle.run import only

ROOT = Path(__file__).parents[2]
CASES = sorted((ROOT / "tests" / "kb" / "cases").glob("*/*.sotk"))
CORPUS = sorted((ROOT / "corpus" / "proposals").glob("*.sotk"))
FAMILIES = {letter: list(paths) for letter, paths in groupby(CASES, lambda p: p.parent.name[0])}


@pytest.mark.parametrize("paths", [*FAMILIES.values(), CORPUS], ids=[*FAMILIES, "corpus"])
def test_both_sides_agree(paths: list[Path]) -> None:
    texts = [path.read_text(encoding="utf-8") for path in paths]
    differing: dict[str, str] = {}
    for path, sides in zip(paths, both_of_many(texts, list(map(str, paths))), strict=True):
        said = only(*sides) if sides else "cannot be read"
        if said:
            differing[f"{path.parent.name}/{path.stem}"] = said
    assert differing == {}

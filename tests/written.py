"""The written cases and the proposals of the corpus, each family of checks derived in one pass.

Grounding the rules takes most of the time of a small proposal and is the same for all of a family;
the tests of `kb/` and those of the oracle ask about the same ones, so they share the pass.
"""

from collections import Counter
from functools import cache
from itertools import groupby
from pathlib import Path

import pytest
from oracle.comparing import Derived, derived

from patuh.checking import input_of
from patuh.explain.findings import named_terms
from patuh.report.wording import Wording
from patuh_parser.sotk import SotkError

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "tests" / "kb" / "cases"
CASES = sorted(FOLDER.glob("*/*.sotk"))
CORPUS = sorted((ROOT / "corpus" / "proposals").glob("*.sotk"))
FAMILIES = {
    **{letter: list(paths) for letter, paths in groupby(CASES, lambda path: path.parent.name[0])},
    "corpus": CORPUS,
}
"""The paths by the letter of their checks."""


def family_of(path: object) -> str | None:
    """The key of `FAMILIES` under which a path stands; None for anything else."""
    if not isinstance(path, Path) or path.suffix != ".sotk":
        return None
    if path.parent.parent == FOLDER:
        return path.parent.name[0]
    return "corpus" if path in CORPUS else None


def in_one_process(family: str) -> pytest.MarkDecorator:
    """For tests that ask about a family: what follows from its proposals is kept there.

    `conftest.py` sets it on every test with a `path` among them.
    """
    return pytest.mark.xdist_group(f"family {family}")


@cache
def family(name: str) -> dict[Path, Derived | SotkError]:
    """What follows from each proposal of a family, or why it cannot be read."""
    paths = FAMILIES[name]
    texts = [path.read_text(encoding="utf-8") for path in paths]
    return dict(zip(paths, derived(texts, list(map(str, paths))), strict=True))


def findings(path: Path) -> Counter[tuple[str, str, str]]:
    """The multiset of (level, check, subject), as the lines `#!` of a proposal state it.

    Atoms that agree in all but their place are one finding, and the regulation is one that applies.
    """
    derived = family(family_of(path) or "corpus")[path]
    if isinstance(derived, SotkError):
        raise derived
    said = input_of(str(path), derived.proposal, derived.laws)
    wording = Wording("id", said)
    counted: Counter[tuple[str, str, str]] = Counter()
    for level, regulation, check, _, content in {
        (*atom.arguments[:4], atom.arguments[5])
        for atom in derived.atoms
        if atom.predicate == "temuan"
    }:
        assert regulation in said.regulations
        term, subject = next(iter(named_terms(content).items()))
        counted[str(level), str(check).upper(), wording.value(subject, term)] += 1
    return counted

"""Without atheris: seeds, and what fuzzing once found, hold every property of their target."""

import importlib
import re
from pathlib import Path
from types import ModuleType

import pytest

from fuzz import TARGETS, corpus
from patuh_parser.sotk.forms import Statement, Step

HERE = Path(__file__).parent
STORED = [
    pytest.param(target, path, id=f"{target}/{folder}/{path.stem}")
    for target in TARGETS
    for folder in ("seeds", "crashes")
    for path in sorted((HERE / folder / target).glob("*"))
]
MADE_IN_A_RUN = 12
"""Of the seeds that are made so many for each target; all of them are texts of other tests."""


def module(target: str) -> ModuleType:
    return importlib.import_module(f"fuzz.{target}")


@pytest.mark.parametrize(("target", "path"), STORED)
def test_stored_input(target: str, path: Path) -> None:
    module(target).harness(path.read_bytes())


@pytest.mark.parametrize("target", corpus.MADE)
def test_made_seeds(target: str) -> None:
    texts = corpus.made(target)
    assert len(texts) > MADE_IN_A_RUN
    for text in texts[:: len(texts) // MADE_IN_A_RUN + 1]:
        module(target).harness(text.encode()[: module(target).LONGEST])


def test_every_target_has_seeds_and_all_are_small() -> None:
    assert {target for target in TARGETS if not corpus.seeds(module(target))} == set()
    assert {path.name for path in (HERE / "seeds").iterdir()} <= set(TARGETS)
    assert sum(path.stat().st_size for path in (HERE / "seeds").glob("*/*")) < 150_000


def test_every_form_of_sentence_has_a_seed() -> None:
    """One of each node of the language and of each kind that a node has, by what it gives."""
    sotk = module("sotk")
    found = {trait[0] for data in corpus.seeds(sotk) for trait in sotk.harness(data)}
    assert {*Statement.__args__, Step} <= found


def test_every_check_and_every_kind_of_draft_has_a_seed() -> None:
    checks = {path.name for path in (HERE.parent / "kb" / "cases").iterdir() if path.is_dir()}
    assert len(list(corpus.cases())) == len(checks) > 90
    read = [module("legal_text").harness(data) for data in corpus.seeds(module("legal_text"))]
    kinds = {trait for traits in read for trait in traits if isinstance(trait, str)}
    known = {"perda", "perbup", "keputusan", "perbup_perubahan", "tak_dikenal"}
    assert known <= {kind for kind in kinds if re.fullmatch(r"[a-z_]+", kind)}

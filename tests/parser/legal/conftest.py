"""The drafts and regulations of the corpus, and the script that writes them."""

import importlib.util
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from patuh_parser.legal.model import Draft
from patuh_parser.legal.reader import read_draft

from .outline import regulation

ROOT = Path(__file__).parents[3]
DRAFTS = ROOT / "corpus" / "drafts"
REGULATIONS = ROOT / "corpus" / "regulations"


@pytest.fixture(scope="session")
def paser_source() -> str:
    return (REGULATIONS / "paser_56_2020.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def kutim_source() -> str:
    return (REGULATIONS / "kutim_41_2023.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def paser(paser_source: str) -> Draft:
    return regulation(paser_source)


@pytest.fixture(scope="session")
def kutim(kutim_source: str) -> Draft:
    return regulation(kutim_source)


@pytest.fixture(scope="session")
def build() -> ModuleType:
    """``corpus/drafts/build.py``, which also turns any text into Word and PDF."""
    spec = importlib.util.spec_from_file_location("drafts_build", DRAFTS / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def draft() -> Callable[[str], Draft]:
    """Read a draft of the corpus by its file name."""

    def read(name: str) -> Draft:
        return read_draft((DRAFTS / name).read_bytes(), name)

    return read


@pytest.fixture(scope="session")
def text_draft() -> Callable[[str], Draft]:
    """Read a text as a draft; without ``Menetapkan`` it gets what stands before a body."""

    def read(text: str) -> Draft:
        return read_draft(text.encode(), "draft.txt")

    return read

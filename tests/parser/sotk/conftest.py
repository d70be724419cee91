"""Fixtures: the names of Kutai Timur, and a reader with a header supplied."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from sotk_support import HEADER, names_of

from patuh_parser.sotk import read_proposal
from patuh_parser.sotk.lexing.gazetteer import Gazetteer
from patuh_parser.sotk.model import Proposal


@pytest.fixture
def kutim() -> Gazetteer:
    """The names that hold in Kutai Timur."""
    return names_of("kutim_41_2023")


@pytest.fixture
def read(kutim: Gazetteer) -> Callable[[str], Proposal]:
    """Read the parts of a proposal of Kutai Timur; the header is supplied."""
    return lambda body: read_proposal(HEADER + body, kutim)

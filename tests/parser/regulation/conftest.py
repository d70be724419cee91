"""The two regulations of the corpus, read once per run."""

from pathlib import Path

import pytest

from patuh_parser.regulation import RegulationText, read_regulation

CORPUS = Path(__file__).parents[3] / "corpus" / "regulations"


@pytest.fixture(scope="session")
def paser_source() -> str:
    return (CORPUS / "paser_56_2020.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def kutim_source() -> str:
    return (CORPUS / "kutim_41_2023.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def paser(paser_source: str) -> RegulationText:
    return read_regulation(paser_source)


@pytest.fixture(scope="session")
def kutim(kutim_source: str) -> RegulationText:
    return read_regulation(kutim_source)

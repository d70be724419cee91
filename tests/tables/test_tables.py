"""Tables as an agency keeps them: exactly the sentences, notes and errors that they give."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

CASES = tomllib.loads((Path(__file__).parent / "cases.toml").read_text(encoding="utf-8"))
Reader = Callable[..., tuple[list[str], list[str]]]


@pytest.mark.parametrize("name", CASES)
def test_a_table_gives(name: str, read: Reader) -> None:
    case: dict[str, Any] = CASES[name]
    told = case.get("errors", case.get("told", []))
    assert read(case["table"].lstrip("\n")) == (case.get("gives", []), told)

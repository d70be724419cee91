"""The command line as a function, and the proposals that the tests of the checker share."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner
from faults import assert_no_fault

from patuh.cli import main

sys.path.insert(0, str(Path(__file__).parent))


@dataclass(frozen=True)
class Run:
    """What a call of the command line gave."""

    code: int
    out: str
    err: str


@pytest.fixture
def patuh() -> Callable[..., Run]:
    """Calls the command line in this process; a fault of patuh fails the test."""

    def run(*arguments: str | Path, stdin: bytes = b"") -> Run:
        result = CliRunner().invoke(
            main, [str(argument) for argument in arguments], input=stdin, catch_exceptions=False
        )
        assert_no_fault(result.stderr)
        return Run(result.exit_code, result.stdout, result.stderr)

    return run


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Writes a proposal into an empty folder that is then the current one; gives its name."""
    monkeypatch.chdir(tmp_path)

    def write(content: str | bytes, name: str = "usulan.sotk") -> str:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return name

    return write

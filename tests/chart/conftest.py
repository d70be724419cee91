"""The command line as a function, for tests of the chart."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from faults import assert_no_fault

from patuh.cli import main


@pytest.fixture
def patuh() -> Callable[..., tuple[int, bytes, str]]:
    """Calls the command line in this process: code, output, what is said beside it."""

    def run(*arguments: str | Path) -> tuple[int, bytes, str]:
        done = CliRunner().invoke(main, list(map(str, arguments)), catch_exceptions=False)
        assert_no_fault(done.stderr)
        return done.exit_code, done.stdout_bytes, done.stderr

    return run

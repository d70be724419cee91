"""Work for a lane to do, imported there by its name."""

import subprocess
import sys
import tempfile
from pathlib import Path


def failing(what: str) -> None:
    raise ValueError(what)


def grounding_for_ever() -> None:
    """In C, without a look at signals or the clock."""
    import clingo

    control = clingo.Control()
    control.add("base", [], "n(0). n(X+1) :- n(X), X < 2000000000.")
    control.ground([("base", [])])


def waiting_for_another(told: str) -> None:
    """As for LibreOffice: a program in a session of its own, ended in `finally`."""
    program = subprocess.Popen(
        [sys.executable, "-c", "import sys; sys.stdin.read()"],
        stdin=subprocess.PIPE,
        start_new_session=True,
    )
    try:
        Path(told).write_text(str(program.pid))
        program.wait()
    finally:
        program.kill()
        program.wait()


def writing() -> list[str]:
    """Files as libraries leave them, and one in the current folder."""
    folder = Path(tempfile.mkdtemp())
    (folder / "sisa").write_text("x")
    Path("usulan.sotk").write_text("x")
    return [str(folder), str(Path.cwd())]

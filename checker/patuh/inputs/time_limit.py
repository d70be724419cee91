"""A time limit on work that cannot be interrupted: clingo grounds without a look at the clock.

The work is done in a process of its own, which is killed when its time is over, and which ends with
the process that waits for it, whatever ends that. It is no copy of this one: whoever has threads,
or a script without a main guard, may set a limit too.
"""

import sys
import time
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

from patuh.finding import Unreadable, unread
from patuh.inputs.paths import STDIN, read_stdin
from patuh.knowledge.root import kb_root
from patuh.messages import told

if TYPE_CHECKING:
    import subprocess

T = TypeVar("T")

_START = (
    "import importlib, pickle, sys; sys.path[:] = pickle.load(sys.stdin.buffer);"
    "importlib.import_module(sys.argv[1]).run()"
)


def command(module: str) -> list[str]:
    """What starts a process that reads its `sys.path`, pickled, and then calls `run` of a module.

    It is no copy of this process, and finds what this one finds.
    """
    return [sys.executable, "-P", "-c", _START, module]


def within(
    seconds: float | None, work: Callable[..., T], path: str, *arguments: Any
) -> T | Unreadable:
    """What `work(path, …)` gives; without `seconds` in this process, for as long as it takes.

    With them `work` must be a function that can be imported by its name.
    """
    if seconds is None:
        return work(path, *arguments)
    import pickle
    import subprocess
    import threading

    data: bytes | None = None
    over = unread(path, "M005", told("inputs.too_long", seconds=f"{seconds:g}"))
    end = time.monotonic() + seconds
    if path == STDIN:
        read = read_stdin(end)
        if read is None:
            return over
        if isinstance(read, Unreadable):
            return read
        data = read
    sent = pickle.dumps(sys.path) + pickle.dumps((kb_root(), data, work, path, arguments))
    child = subprocess.Popen(
        command("patuh.inputs.worker"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        start_new_session=True,  # an interruption is for this process; it says what becomes of it
    )
    answer: list[bytes] = []
    asking = threading.Thread(target=_ask, args=(child, sent, answer), daemon=True)
    asking.start()
    try:
        asking.join(max(0, end - time.monotonic()))
        late = asking.is_alive()
    finally:
        child.kill()
        child.wait()
        asking.join()
        _close(child)
    if late:
        return over
    if not answer:
        return unread(path, "M006", told("inputs.ended"))
    outcome = pickle.loads(answer[0])
    if isinstance(outcome, Exception):
        raise outcome
    return outcome  # type: ignore[no-any-return]


def _ask(child: "subprocess.Popen[bytes]", sent: bytes, answer: list[bytes]) -> None:
    """Send the work, and wait for what comes of it; the input stays open as long as this lives."""
    assert child.stdin is not None
    assert child.stdout is not None
    with suppress(OSError):
        child.stdin.write(sent)
        child.stdin.flush()
    if found := child.stdout.read():
        answer.append(found)


def _close(child: "subprocess.Popen[bytes]") -> None:
    for stream in (child.stdin, child.stdout):
        if stream is not None:
            with suppress(OSError):
                stream.close()

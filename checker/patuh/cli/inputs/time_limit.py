"""A time limit on work that cannot be interrupted: clingo grounds without a look at the clock.

The work is done in a child process, which is killed when its time is over, and which ends with
the process that waits for it, whatever ends that.
"""

import io
import os
import pickle
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from patuh.cli.inputs.paths import STDIN, read_stdin
from patuh.finding import Result, Unreadable, unread
from patuh.knowledge.root import kb_root, use
from patuh.messages import told

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Outcome = Result | Unreadable
T = TypeVar("T")


def within(
    seconds: float | None, work: Callable[..., T], path: str, *arguments: Any
) -> T | Unreadable:
    """What `work(path, …)` gives; without `seconds` in this process, for as long as it takes."""
    if seconds is None:
        return work(path, *arguments)
    import multiprocessing

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
    receiver, sender = multiprocessing.Pipe(duplex=False)
    child = multiprocessing.Process(
        target=_run, args=(sender, kb_root(), work, path, data, arguments), daemon=True
    )
    child.start()
    sender.close()
    try:
        if not receiver.poll(max(0, end - time.monotonic())):
            return over
        outcome = receiver.recv()
    except EOFError:
        return unread(path, "M006", told("inputs.ended"))
    finally:
        child.kill()
        child.join()
        receiver.close()
    if isinstance(outcome, Exception):
        raise outcome
    return outcome  # type: ignore[no-any-return]


def _run(
    sender: "Connection",
    root: Path,
    work: Callable[..., Any],
    path: str,
    data: bytes | None,
    arguments: tuple[Any, ...],
) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who waits says what becomes of it
    threading.Thread(target=_end_with_parent, daemon=True).start()
    if data is not None:
        sys.stdin = io.TextIOWrapper(io.BytesIO(data))
    try:
        with ExitStack() as stack:
            if kb_root() != root:  # a child that is not a copy of this process
                stack.enter_context(use(root))
            sender.send(work(path, *arguments))
    except Exception as error:  # it is raised again where the work was asked for
        sender.send(_to_send(error))


def _end_with_parent() -> None:
    import multiprocessing

    if (parent := multiprocessing.parent_process()) is not None:
        parent.join()
    os._exit(1)


def _to_send(error: Exception) -> Exception:
    """The error with its trace, or what can be told of one that cannot leave its process."""
    trace = "".join(traceback.format_exception(error))
    try:
        found = pickle.loads(pickle.dumps(error))
    except Exception:
        found = None
    sent: Exception = found if type(found) is type(error) else RuntimeError(repr(error))
    sent.add_note(trace)
    return sent

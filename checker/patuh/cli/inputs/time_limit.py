"""A time limit on work that cannot be interrupted: clingo grounds without a look at the clock.

The work is done in a child process, which is killed when its time is over.
"""

import io
import sys
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

from patuh.cli.inputs.paths import STDIN, read_bytes
from patuh.finding import Result, Unreadable, unread
from patuh.knowledge.root import kb_root, use
from patuh.messages import told

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Outcome = Result | Unreadable


def within(
    seconds: float | None, work: Callable[..., Outcome], path: str, *arguments: Any
) -> Outcome:
    """What `work(path, …)` gives; without `seconds` in this process, for as long as it takes."""
    if seconds is None:
        return work(path, *arguments)
    import multiprocessing

    data: bytes | None = None
    if path == STDIN:
        read = read_bytes(path)
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
        if not receiver.poll(seconds):
            return unread(path, "M005", told("inputs.too_long", seconds=f"{seconds:g}"))
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
    work: Callable[..., Outcome],
    path: str,
    data: bytes | None,
    arguments: tuple[Any, ...],
) -> None:
    if data is not None:
        sys.stdin = io.TextIOWrapper(io.BytesIO(data))
    try:
        with ExitStack() as stack:
            if kb_root() != root:  # a child that is not a copy of this process
                stack.enter_context(use(root))
            sender.send(work(path, *arguments))
    except Exception as error:  # it is raised again where the work was asked for
        sender.send(error)

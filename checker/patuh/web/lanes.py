"""A process for the work of the page, with a time limit that ends the work and not only the wait.

clingo grounds without a look at the clock, so that only the end of its process ends it. The process
has a folder of its own for whatever is written on the way, which is emptied after each reply.
"""

import asyncio
import os
import pickle
import queue
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, TypeVar

from patuh.inputs.time_limit import command
from patuh.knowledge.root import kb_root

T = TypeVar("T")

_MERCY = 0.5
"""Seconds in which the process may end the programs that it started, before it is killed."""
MOST_WAITING = 8
"""So many calls wait for their turn."""


class OverdueError(Exception):
    """The time was over; the process is gone."""


class EndedError(Exception):
    """The process ended without an answer: no memory, or a signal."""


class BusyError(Exception):
    """Too many calls are waiting already."""


class Lane:
    """One process, started when it is first asked; one call at a time.

    It has the knowledge base that is in use where the lane is made.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.folder = Path(tempfile.mkdtemp(prefix="patuh-page-"))
        self._root = kb_root()
        self._turn = asyncio.Lock()
        self._waiting = 0
        self._child: subprocess.Popen[bytes] | None = None
        self._answers: queue.SimpleQueue[Any] = queue.SimpleQueue()

    async def ask(self, work: Callable[..., T], *arguments: Any) -> T:
        """What `work(…)` gives there; it must be a function that can be imported by its name.

        Raises what `work` raises, and `OverdueError`, `EndedError`, `BusyError`.
        """
        if self._waiting >= MOST_WAITING:
            raise BusyError
        self._waiting += 1
        try:
            async with self._turn:
                asked = asyncio.to_thread(self._ask, work, arguments)
                found: T = await asyncio.shield(asked)  # a turn ends when the work has ended
                return found
        finally:
            self._waiting -= 1

    def end(self) -> None:
        """End the process, and remove its folder."""
        self._kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _ask(self, work: Callable[..., T], arguments: tuple[Any, ...]) -> T:
        child = self._started()
        end = time.monotonic() + self.seconds
        assert child.stdin is not None
        try:
            with suppress(OSError):  # it has ended: so says the answer
                pickle.dump((work, arguments), child.stdin)
                child.stdin.flush()
            try:
                answer = self._answers.get(timeout=max(0, end - time.monotonic()))
            except queue.Empty:
                self._kill()
                raise OverdueError from None
            if answer is None:
                self._kill()
                raise EndedError
        finally:
            self._clear()
        sound, outcome = answer
        if not sound:
            raise outcome
        return outcome  # type: ignore[no-any-return]

    def _started(self) -> "subprocess.Popen[bytes]":
        if self._child is not None and self._child.poll() is None:
            return self._child
        self._kill()
        here = str(self.folder)
        child = subprocess.Popen(
            command("patuh.web.worker"),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=here,
            env={**os.environ, "TMPDIR": here, "TEMP": here, "TMP": here},
            start_new_session=True,
        )
        assert child.stdin is not None
        assert child.stdout is not None
        pickle.dump([os.path.abspath(one) for one in sys.path], child.stdin)
        pickle.dump((here, self._root), child.stdin)
        self._answers = queue.SimpleQueue()
        listening = (child.stdout, self._answers)
        threading.Thread(target=_listen, args=listening, daemon=True).start()
        self._child = child
        return child

    def _kill(self) -> None:
        child, self._child = self._child, None
        if child is None:
            return
        child.terminate()
        try:
            child.wait(_MERCY)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
        if child.stdin is not None:
            with suppress(OSError):
                child.stdin.close()

    def _clear(self) -> None:
        """Remove what the work left in its folder."""
        for one in self.folder.iterdir():
            if one.is_dir() and not one.is_symlink():
                shutil.rmtree(one, ignore_errors=True)
            else:
                one.unlink(missing_ok=True)


def _listen(source: IO[bytes], answers: "queue.SimpleQueue[Any]") -> None:
    """Hand on each answer; None when there are no more."""
    with source, suppress(EOFError, pickle.UnpicklingError, OSError):
        while True:
            answers.put(pickle.load(source))
    answers.put(None)

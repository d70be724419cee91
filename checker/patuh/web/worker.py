"""The process in which the work of the page is done: one call after the other.

It ends as soon as nobody holds its standard input any more, whatever it does then.
"""

import gc
import io
import os
import pickle
import queue
import shutil
import signal
import sys
import threading
import traceback
from contextlib import nullcontext
from typing import Any, BinaryIO

from patuh.engine.session import rest
from patuh.knowledge.root import kb_root, using

Call = tuple[Any, tuple[Any, ...]]
"""A function that can be imported by its name, and its arguments."""


def run() -> None:
    """Answer each call with what came of it: (True, value) or (False, error)."""
    calls: queue.SimpleQueue[Call] = queue.SimpleQueue()
    folder, root = pickle.load(sys.stdin.buffer)
    listening = (sys.stdin.buffer, folder, calls)
    threading.Thread(target=_listen, args=listening, daemon=True).start()
    answer = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever is printed meanwhile is no answer
    sys.stdin = io.TextIOWrapper(io.BytesIO())
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interruption is for the server
    signal.signal(signal.SIGTERM, _end)
    gc.disable()  # garbage is collected between the calls
    try:
        with nullcontext() if kb_root() == root else using(root):
            while True:
                work, arguments = calls.get()
                answer.write(_answered(work, arguments))
                answer.flush()
                rest()
                gc.collect()
    except SystemExit:  # other threads hold what an orderly end would close
        os._exit(1)


def _answered(work: Any, arguments: tuple[Any, ...]) -> bytes:
    try:
        return pickle.dumps((True, work(*arguments)))
    except Exception as error:
        error.add_note("".join(traceback.format_exception(error)))
        try:
            told = pickle.dumps((False, error))
            pickle.loads(told)
        except Exception:  # an error that cannot leave its process
            return pickle.dumps((False, RuntimeError(repr(error))))
        return told


def _listen(source: BinaryIO, folder: str, calls: "queue.SimpleQueue[Call]") -> None:
    """Take calls; without anybody who calls, leave nothing behind."""
    while True:
        try:
            calls.put(pickle.load(source))
        except EOFError:
            shutil.rmtree(folder, ignore_errors=True)
            os._exit(1)


def _end(_number: int, _frame: object) -> None:
    """Leave all that is begun, so that each `finally` ends what it started."""
    raise SystemExit(1)

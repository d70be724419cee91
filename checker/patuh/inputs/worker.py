"""The process in which work under a time limit is done: it reads what to do, and sends the outcome.

It ends as soon as nobody holds its standard input any more.
"""

import io
import os
import pickle
import sys
import threading
import traceback
from contextlib import nullcontext
from typing import BinaryIO

from patuh.knowledge.root import kb_root, using


def run() -> None:
    """Do the work on standard input."""
    source = sys.stdin.buffer
    root, data, work, path, arguments = pickle.load(source)
    threading.Thread(target=_end_with_parent, args=(source,), daemon=True).start()
    answer = os.dup(1)
    os.dup2(2, 1)  # whatever is printed meanwhile is no answer
    sys.stdin = io.TextIOWrapper(io.BytesIO(data or b""))
    try:
        with nullcontext() if kb_root() == root else using(root):
            outcome = pickle.dumps(work(path, *arguments))
    except Exception as error:  # it is raised again where the work was asked for
        outcome = pickle.dumps(_to_send(error))
    with open(answer, "wb") as out:
        out.write(outcome)
    os._exit(0)


def _end_with_parent(source: BinaryIO) -> None:
    while source.read(1):
        pass
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

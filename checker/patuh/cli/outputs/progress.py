"""A bar on a terminal for work that takes longer than a second."""

import sys
import threading
import time
from types import TracebackType

from patuh_parser.text.shown import shown

_DELAY = 1.0
_PERIOD = 0.2
_CELLS = 30


class Progress:
    """Shows `done` of `total` on standard error once a second has passed, and wipes it after.

    Does nothing where standard error is no terminal.
    """

    def __init__(self, total: int) -> None:
        self._total = max(1, total)
        self._done = 0
        self._label = ""
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    def advance(self, label: str = "") -> None:
        """One more unit of work is done; `label` names the next."""
        self._done += bool(self._label)
        self._label = label or " "

    def __enter__(self) -> "Progress":
        if sys.stderr.isatty():
            self._thread = threading.Thread(target=self._run, daemon=True)
            self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stop.set()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        if self._stop.wait(_DELAY):
            return
        start = time.monotonic() - _DELAY
        while not self._stop.wait(_PERIOD):
            filled = _CELLS * self._done // self._total
            bar = "█" * filled + "░" * (_CELLS - filled)
            seconds = int(time.monotonic() - start)
            sys.stderr.write(
                f"\r\x1b[K{bar} {self._done}/{self._total} {seconds}s {shown(self._label)}"
            )
            sys.stderr.flush()
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()

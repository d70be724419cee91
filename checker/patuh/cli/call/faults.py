"""What ends a command before its end: an output that takes nothing, no memory, a fault of patuh."""

import os
import select
import sys
from contextlib import suppress
from itertools import takewhile

from patuh.messages import Lang, say
from patuh.version import __version__

FAULT = 2
INTERRUPTED = 130
"""As shells count a process that SIGINT ended."""
_LONGEST = 300


def debugging(words: list[str]) -> bool:
    """Whether a call asks for the trace of a fault, though it may not be parsed."""
    return "--debug" in takewhile(lambda word: word != "--", words)


def tell(error: BaseException, lang: Lang, *, debug: bool) -> None:
    """Say in one line on standard error why there is no result; with `debug` the trace before."""
    with suppress(OSError, ValueError):
        if debug and sys.stderr is not None:
            import traceback  # not for what goes well

            traceback.print_exception(error, file=sys.stderr)
        if sys.stderr is not None:
            print(say("calls.error", lang, message=_message(error, lang)), file=sys.stderr)
            sys.stderr.flush()


def _message(error: BaseException, lang: Lang) -> str:
    if isinstance(error, MemoryError) or "bad_alloc" in str(error):
        return say("calls.memory", lang)
    if isinstance(error, OSError) and error.filename is None:
        return say("calls.output", lang, reason=error.strerror or error)
    from patuh_parser.text.shown import shown

    what = " ".join(f"{type(error).__name__}: {error}".split())
    what = shown(what if len(what) <= _LONGEST else what[:_LONGEST] + "…")
    return say("calls.fault", lang, version=__version__, error=what, place=_place(error))


def _place(error: BaseException) -> str:
    """Where in patuh it happened: the innermost of its own lines."""
    import traceback
    from pathlib import Path

    package = Path(__file__).parents[2]
    own = [
        f"{Path(frame.filename).relative_to(package).as_posix()}:{frame.lineno}"
        for frame in traceback.extract_tb(error.__traceback__)
        if Path(frame.filename).is_relative_to(package)
    ]
    return own[-1] if own else "?"


def outputs_to_fail() -> None:
    """Let a standard output that was closed before the start fail where it is written to."""
    if sys.stdout is None:
        sys.stdout = open(os.open(os.devnull, os.O_RDONLY), "w")  # noqa: SIM115 - until the end


def nobody_reads() -> bool:
    """Whether whoever read standard output is gone, such as `head` when it has enough: nothing is
    said of that."""
    if sys.__stdout__ is None or not hasattr(select, "poll"):
        return False
    try:
        asked = select.poll()
        asked.register(sys.__stdout__.fileno(), 0)
        return any(event & (select.POLLERR | select.POLLHUP) for _, event in asked.poll(0))
    except (OSError, ValueError):
        return False


def use_utf8() -> None:
    """Write UTF-8 whatever the locale says, so that output is the same everywhere."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


def flushed() -> OSError | None:
    """Why what was written cannot be delivered; then nothing of it is tried again at the end."""
    failed: OSError | None = None
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except OSError as error:
            failed = error if stream is sys.stdout else failed
            with suppress(OSError, ValueError):
                nowhere = os.open(os.devnull, os.O_WRONLY)
                os.dup2(nowhere, stream.fileno())
                os.close(nowhere)
    return failed

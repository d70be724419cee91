"""The command as a process of its own, `patuh` or `python -m patuh`.

A check makes many objects that live until the end and few cycles: looking for those would cost a
tenth of its time, and to free each of them when the process ends some more.
"""

import gc
import os
import signal
import sys
import threading

_OBJECTS = 100_000
"""So many new ones are waited for before Python looks for cycles among them (its own: 700)."""
_PATIENCE = 1.0
"""Seconds in which a command that is interrupted may end by itself."""
_INTERRUPTED = 130
_FAULT = 2


def run() -> None:
    """Run the command line and leave the process with its exit code."""
    gc.set_threshold(_OBJECTS, *gc.get_threshold()[1:])
    try:
        _end_when_interrupted()
        from patuh.cli.plain import plain_check

        code = plain_check(sys.argv[1:])
        if code is not None:
            sys.exit(code)
        from patuh.cli import main

        main()
    except SystemExit as end:  # all that was said is delivered
        if isinstance(end.code, int):
            os._exit(end.code)
        raise
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)
    except Exception as error:  # not even its words could be had
        print(f"patuh: {type(error).__name__}: {error}", file=sys.stderr)
        sys.exit(_FAULT)


def _end_when_interrupted() -> None:
    """Let SIGINT end the process while clingo grounds too, which never looks at signals."""
    heard, told = os.pipe()
    os.set_blocking(told, False)
    signal.set_wakeup_fd(told, warn_on_full_buffer=False)
    threading.Thread(target=_wait, args=(heard,), daemon=True).start()


def _wait(heard: int) -> None:
    while signal.SIGINT not in os.read(heard, 1):
        pass
    main = threading.main_thread()
    main.join(_PATIENCE)
    if main.is_alive():
        os._exit(_INTERRUPTED)


if __name__ == "__main__":
    run()

"""The command as a process of its own, `patuh` or `python -m patuh`.

A check makes many objects that live until the end and few cycles: looking for those would cost a
tenth of its time, and looking once more when the process ends as much again.
"""

import gc

_OBJECTS = 100_000
"""So many new ones are waited for before Python looks for cycles among them (its own: 700)."""


def run() -> None:
    """Run the command line and leave the process with its exit code."""
    gc.set_threshold(_OBJECTS, *gc.get_threshold()[1:])
    from patuh.cli import main

    try:
        main()
    finally:
        gc.freeze()


if __name__ == "__main__":
    run()

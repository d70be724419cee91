"""The command line: `main`, of which click is loaded only where a call has options."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from patuh.cli.group import main

__all__ = ["main"]


def __getattr__(name: str) -> Any:
    if name != "main":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from patuh.cli.group import main

    return main

"""Proposals (`.sotk`): text to typed model and back; docs/dsl.md tells of them.

Importing this package is cheap: what it offers is loaded on first use.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from patuh_parser.sotk.diagnostic import Diagnostic
    from patuh_parser.sotk.errors import SotkError
    from patuh_parser.sotk.lines.characters import decode
    from patuh_parser.sotk.messages import message
    from patuh_parser.sotk.printing.proposal import print_proposal
    from patuh_parser.sotk.reader import begin, read_header, read_on, read_proposal

__all__ = [
    "Diagnostic",
    "SotkError",
    "begin",
    "decode",
    "message",
    "print_proposal",
    "read_header",
    "read_on",
    "read_proposal",
]

_HOMES = {
    "Diagnostic": "diagnostic",
    "SotkError": "errors",
    "begin": "reader",
    "decode": "lines.characters",
    "message": "messages",
    "print_proposal": "printing.proposal",
    "read_header": "reader",
    "read_on": "reader",
    "read_proposal": "reader",
}


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{home}"), name)

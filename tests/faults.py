"""A fault of patuh itself, which the command line tells in one line, fails a test."""

from patuh.messages import LANGUAGES, say

_FAULTS = [
    say("calls.fault", lang, version="\0", error="", place="").partition("\0")[0]
    for lang in LANGUAGES
]


def assert_no_fault(said: str) -> None:
    """Fail if the line of a fault is among what was said on standard error."""
    assert not any(fault in said for fault in _FAULTS), said

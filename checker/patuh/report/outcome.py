"""What a check comes to: the exit code of the command, the same for every form of report."""

from collections.abc import Iterable, Sequence

from patuh.finding import Level, Result, Unreadable


def exit_code(results: Iterable[Result], unreadable: Sequence[Unreadable], floor: Level) -> int:
    """2 if an input could not be read whole, 1 for findings at or above `floor`, else 0;
    findings that are accepted do not count."""
    every = list(results)
    if unreadable or any(result.input.unread for result in every):
        return 2
    return int(any(finding.level >= floor for result in every for finding in result.deciding))

"""Tables read for Paser."""

from collections.abc import Callable

import pytest

from patuh.knowledge.regulations import applicable
from patuh.tables.importing import imported
from patuh.tables.told import Said, TableError

Read = tuple[list[str], list[str]]
"""The sentences with their cells, and what is noted as `key cell`; of errors these alone."""


@pytest.fixture
def read() -> Callable[..., Read]:
    """What a table gives: sentences and notes, or no sentence and the errors."""

    def of(data: bytes | str, path: str = "u.csv", **more: object) -> Read:
        content = data.encode() if isinstance(data, str) else data
        try:
            found = imported(content, path, applicable("Paser")[0], **more)  # type: ignore[arg-type]
        except TableError as error:
            return [], [_short(one) for one in error.errors]
        sentences = found.text.partition("STRUKTUR\n\n")[2].splitlines()
        return [line.replace("  # sel", " #") for line in sentences], [
            _short(one) for one in found.notes[1:]
        ]

    return of


def _short(one: Said) -> str:
    if one.cell is None:
        return one.key
    return f"{one.key} {one.cell.sheet}!{str(one.cell).rpartition('!')[2]}"

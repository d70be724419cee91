"""Every finding of every written case, whole: sentence, place, advice, provisions, two languages.

`told/` has a file for each check. `PATUH_REFRESH_GOLDEN=1 pytest tests/kb/test_told.py` writes them
anew; read the difference with the law open before you commit it. The `#!` lines of the cases stay
what must be found; here stands what is said of it.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
import telling
from families import FOLDER, group_of_check, in_one_process
from written import result

TOLD = Path(__file__).parent / "told"
FOLDERS = sorted(path for path in FOLDER.iterdir() if path.is_dir())


def told(path: Path) -> Iterator[str]:
    """The findings of a case, in their order."""
    yield f"== {path.stem}"
    yield from telling.every(result(path))


@pytest.mark.parametrize(
    "folder",
    [pytest.param(at, marks=in_one_process(group_of_check(at.name))) for at in FOLDERS],
    ids=lambda folder: folder.name,
)
def test_every_finding_is_told_as_it_was_read(folder: Path) -> None:
    lines = [line for path in sorted(folder.glob("*.sotk")) for line in told(path)]
    assert telling.as_read(TOLD / f"{folder.name}.txt", lines)


def test_no_file_is_left_of_a_check_that_is_gone() -> None:
    assert {file.stem for file in TOLD.iterdir()} == {folder.name for folder in FOLDERS}

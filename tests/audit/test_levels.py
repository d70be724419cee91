"""The page of levels is current, and says at which level each case of a draft is found."""

from pathlib import Path

import pytest

from patuh.audit.levels import page
from patuh.messages import Lang

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize(("lang", "folder"), [("id", "id"), ("en", ".")])
def test_the_committed_page_is_current(lang: Lang, folder: str) -> None:
    """Else: patuh kb docs --levels --lang LANG > docs/…/drafting-levels.md"""
    committed = DOCS / folder / "drafting-levels.md"
    assert page(lang) == committed.read_text(encoding="utf-8")


def test_a_case_stands_under_each_of_its_levels_with_the_provisions_of_that_level() -> None:
    """Phrases that the law forbids, those that it replaces, and its standard words."""
    rows = [row for row in page("id").splitlines() if "naskah memakai “⟨frasa⟩”" in row]
    assert ["270b" in row for row in rows] == [True, True, False]
    assert ["angka 281" in row for row in rows] == [False, True, False]
    assert ["angka 256" in row for row in rows] == [False, False, True]

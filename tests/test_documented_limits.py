"""The limits that the documentation states are those that hold."""

import re
from pathlib import Path

import pytest

from patuh.amending import bases
from patuh.cli.call import options
from patuh.engine.overlays import acceptance
from patuh.inputs import paths
from patuh.knowledge import marks
from patuh.repair import plan
from patuh.repair.candidates import focus, nearby
from patuh.tables import guard, writing
from patuh_parser.legal.files import limits as draft
from patuh_parser.legal.files import package
from patuh_parser.sotk import limits
from patuh_parser.sotk.errors import Diagnostics
from patuh_parser.sotk.lexing import name_finder
from patuh_parser.sotk.lines import blocks, characters

DOCS = Path(__file__).parents[1] / "docs"
PROPOSALS = [
    (characters.MAX_BYTES / 1024**2, limits.MOST_LINES),
    (blocks.MAX_WORDS,),
    (limits.LONGEST_NAME, name_finder.MAX_NAME, name_finder.MAX_NESTING),
    (limits.MOST_UNITS,),
    (limits.MOST_STATEMENTS,),
    (limits.MOST_ABOVE,),
    (limits.MOST_ABOVE,),
    (limits.MOST_GROUPED,),
    (limits.MOST_STEPS,),
    (limits.MOST_STATEMENTS,),
    (bases.DEEPEST,),
    (limits.MOST_DISPENSATIONS,),
    (Diagnostics.LIMIT,),
]
CODES = (
    "E003 E008", "E211", "E313 E316 E315", "E314", "E409", "E410", "E411", "E412", "E512", "E513",
    "E612", "E705", "E006",
)  # fmt: skip
DRAFTS = [
    (draft.MAX_BYTES / 1_000_000,),
    (draft.MAX_CHARACTERS, draft.MAX_LINES),
    (draft.MAX_LINE,),
    (draft.MAX_PAGES,),
    (draft.MAX_PARTS,),
    (draft.MAX_UNPACKED / 1_000_000, draft.MAX_RATIO),
    (draft.MAX_ELEMENTS, draft.MAX_DEPTH),
]


def table(page: str, heading: str) -> list[list[str]]:
    """The cells of the one table below a heading, without its own head."""
    _, _, below = (DOCS / page).read_text(encoding="utf-8").partition(f"\n## {heading}\n")
    rows = [line.strip("|").split(" | ") for line in below.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in row] for row in rows[2:]]


def numbers(text: str) -> tuple[int, ...]:
    return tuple(int(re.sub("[.,]", "", found)) for found in re.findall(r"\d[\d.,]*\d|\d", text))


@pytest.mark.parametrize(
    ("page", "heading"), [("dsl.md", "Appendix: limits"), ("id/dsl.md", "Lampiran: batas")]
)
def test_the_limits_of_proposals(page: str, heading: str) -> None:
    rows = table(page, heading)
    assert [numbers(row[1]) for row in rows] == PROPOSALS
    assert [row[2].replace(",", "") for row in rows] == [*CODES]


def test_the_limits_of_drafts() -> None:
    assert [numbers(row[1]) for row in table("drafts.md", "Appendix: limits")] == DRAFTS
    assert package._FREE == 1_000_000


@pytest.mark.parametrize(
    ("page", "said", "stated"),
    [
        ("testing.md", "a file above {} MB,", acceptance.MOST_BYTES / 1_000_000),
        ("testing.md", "statement above {} characters;", acceptance.LONGEST_STATEMENT),
        ("knowledge-base.md", "in at most {} ways from one place", marks.MOST_WAYS),
        ("repairs.md", "more than {} sentences", nearby.WHOLE),
        ("repairs.md", "near a finding at most {} may change", focus.MOST_ITEMS),
        ("repairs.md", "ends after {} seconds", plan.SECONDS),
        ("repairs.md", "for at most {} findings", plan.MOST_SEARCHES),
        ("tables.md", "Bounds: {} MB,", paths.LARGEST / 1024**2),
        ("tables.md", "{} sheets,", guard.MOST_SHEETS),
        ("tables.md", "{} rows,", guard.MOST_ROWS),
        ("tables.md", "{} cells,", guard.MOST_CELLS),
        ("tables.md", "{} ranges of merged", guard.MOST_MERGED),
        ("tables.md", "{} levels of units", name_finder.MAX_NESTING),
        ("tables.md", "up to {} units", writing.MOST_READ_BACK),
    ],
)
def test_a_limit_that_is_told_in_a_sentence(page: str, said: str, stated: float) -> None:
    text = " ".join((DOCS / page).read_text(encoding="utf-8").split())
    found = re.findall(re.escape(said).replace(r"\{\}", r"([\d,]+)"), text)
    assert [int(one.replace(",", "")) for one in found] == [stated]


def test_limits_that_are_told_in_words() -> None:
    repairs = " ".join((DOCS / "repairs.md").read_text(encoding="utf-8").split())
    assert "at most five, cheapest first" in repairs
    assert plan.MOST_ALTERNATIVES == 5
    assert "up to twelve with all that is near them" in repairs
    assert plan.MOST_EXACT == 12
    assert options.LONGEST == 1_000_000

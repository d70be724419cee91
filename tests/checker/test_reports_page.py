"""The pages on reports show what a report is: every line of their example stands in one."""

from collections.abc import Callable
from pathlib import Path

import pytest

TEXT = (
    "USULAN : Coba\nDAERAH : Kabupaten Paser\nLINGKUP : sebagian\n\nSTRUKTUR\n"
    "Dinas Sosial bertanggung jawab langsung kepada Bupati.\n"
)


@pytest.mark.parametrize(("lang", "page"), [("id", "id/reports.md"), ("en", "reports.md")])
def test_the_example_is_part_of_a_report(
    patuh: Callable, written: Callable, root: Path, lang: str, page: str
) -> None:
    example = (root / "docs" / page).read_text(encoding="utf-8").split("```")[1].strip("\n")
    out = patuh("check", "--lang", lang, written(TEXT)).out.splitlines()
    assert [line for line in example.split("\n") if line != "  …" and line not in out] == []

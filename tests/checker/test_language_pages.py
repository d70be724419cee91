"""The pages of the language: every example in them gives what it says, and both show the same."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from expectations import expected

from patuh.engine.rules.activity import active
from patuh.knowledge.catalogue import checks
from patuh.knowledge.programs import programs
from patuh_parser.sotk.errors import SotkError

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "id" / "dsl.md").read_text(encoding="utf-8")
TWIN = (DOCS / "dsl.md").read_text(encoding="utf-8")
_EXAMPLE = re.compile(r"^```sotk(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_PART = re.compile(r"^(?:STRUKTUR|BAGAN|PERUBAHAN|ALUR)\b", re.MULTILINE)
_ERROR = re.compile(r"^#! galat (E\d+)$", re.MULTILINE)


def examples(page: str) -> list[tuple[str, str]]:
    """The fenced examples: their file names, if they have one, and their texts."""
    return _EXAMPLE.findall(page)


def completed(text: str) -> str:
    """An example with what it leaves out: its header, and the heading of its part."""
    if re.search(r"^(?:USULAN|RANCANGAN) *:", text, re.MULTILINE):
        return text
    region = "" if "DAERAH " in text else "DAERAH : Kabupaten Kutai Timur\n"
    head, part = f"USULAN : Contoh\n{region}", "" if _PART.search(text) else "STRUKTUR\n"
    return head + part + text


NAMED = {name: text for name, text in examples(PAGE) if name}
TEXTS = [completed(text) for _, text in examples(PAGE)]


@pytest.mark.parametrize("text", TEXTS, ids=range(1, len(TEXTS) + 1))
def test_an_example_gives_what_it_says(
    text: str, findings_of: Callable[..., object], tmp_path: Path
) -> None:
    """With `#!` lines these findings or errors, without them no error."""
    for name, base in NAMED.items():
        (tmp_path / name).write_text(base, encoding="utf-8")
    path = str(tmp_path / "contoh.sotk")
    if codes := _ERROR.findall(text):
        with pytest.raises(SotkError) as refused:
            findings_of(text, path)
        assert [one.code for one in refused.value.diagnostics] == codes
        return
    found = findings_of(text, path)
    if "#!" in text:
        assert found == expected(text)


def test_both_pages_show_the_same_examples_in_the_same_sections() -> None:
    assert examples(TWIN) == examples(PAGE)
    levels = [re.findall(r"^#+(?= )", page, re.MULTILINE) for page in (PAGE, TWIN)]
    assert levels[0] == levels[1]


@pytest.mark.parametrize("page", [PAGE, TWIN], ids=["id", "en"])
def test_the_checks_that_national_law_alone_makes(page: str) -> None:
    on = active(programs(()))
    told = re.search(r"`(D9 (?:[A-Z]\d+ ?)+)`", page)
    assert told is not None
    assert {*told[1].split()} == {check for check in checks() if check.lower() in on}

"""The guides do what they say: their commands run in order and print what stands below them."""

import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

BLOCK = re.compile(r"^```(console|\w+ \S+)\n(.*?)^```$", re.M | re.S)
CUT = "…"


@pytest.mark.parametrize("page", ["guide.md", "guide-work.md"])
@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_commands_of_a_guide(
    patuh: Callable, written: Callable, root: Path, page: str, lang: str
) -> None:
    docs = root / "docs" / "id" if lang == "id" else root / "docs"
    blocks = BLOCK.findall((docs / page).read_text(encoding="utf-8"))
    assert len(blocks) > 4
    for head, text in blocks:
        if head != "console":
            written(text, head.split()[1])
            continue
        for call in re.split(r"^\$ patuh ", text, flags=re.M)[1:]:
            command, _, expected = call.partition("\n")
            run = patuh(*shlex.split(command))
            found = iter([*run.out.splitlines(), *run.err.splitlines()])
            wanted = [line for line in expected.splitlines() if line != CUT]
            assert [line for line in wanted if line not in found] == [], command


def test_both_languages_show_the_same(root: Path) -> None:
    for page in ("guide.md", "guide-work.md"):
        ours, theirs = (
            [head for head, _ in BLOCK.findall((folder / page).read_text(encoding="utf-8"))]
            for folder in (root / "docs" / "id", root / "docs")
        )
        assert ours == theirs

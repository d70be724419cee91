"""The pages on Python do what they say: their examples run as they stand, one after the other."""

import contextlib
import io
import re
from pathlib import Path

import pytest

BLOCK = re.compile(r"^```(sotk|python|text)\n(.*?)^```$", re.M | re.S)


@pytest.mark.parametrize("page", ["python.md", "id/python.md"])
def test_the_examples_run_and_print_what_the_page_says(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    monkeypatch.chdir(tmp_path)
    blocks = BLOCK.findall((root / "docs" / page).read_text(encoding="utf-8"))
    assert len(blocks) > 12
    names: dict[str, object] = {}
    said = ""
    for kind, text in blocks:
        if kind == "sotk":
            Path("usulan.sotk").write_text(text, encoding="utf-8")
        elif kind == "text":
            assert said == text
        else:
            with contextlib.redirect_stdout(io.StringIO()) as out:
                exec(compile(text, page, "exec"), names)
            said = out.getvalue()


def test_the_pages_have_the_same_examples(root: Path) -> None:
    ours, theirs = (
        [(kind, re.sub("#.*", "", text)) for kind, text in BLOCK.findall(page.read_text("utf-8"))]
        for page in (root / "docs" / "id" / "python.md", root / "docs" / "python.md")
    )
    assert ours == theirs

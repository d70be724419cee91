"""The pages in docs/ as a site: each is there in its language, and nothing is asked of other hosts.

`pytest -m slow tests/test_site.py`; it needs the extra `docs`.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
pytest.importorskip("mkdocs")

_LOADED = re.compile(
    r"""<(?:script|img|iframe|source)[^>]*\bsrc="([^"]*)"|<link[^>]*\bhref="([^"]*)"|"""
    r"""url\(\s*["']?([^"')]*)|@import\s+["']([^"']*)"""
)


@pytest.fixture(scope="module")
def site(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built without a warning."""
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-q", "-d", str(folder)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def test_every_page_is_there(root: Path, site: Path) -> None:
    pages = {path.relative_to(root / "docs").with_suffix("") for path in root.glob("docs/**/*.md")}
    made = {path.relative_to(site).with_suffix("") for path in site.glob("**/*.html")}
    assert pages
    assert made - {Path("404")} == pages


def test_nothing_is_loaded_from_another_host(site: Path) -> None:
    files = [*site.glob("**/*.html"), *site.glob("**/*.css")]
    loaded = {
        next(filter(None, found), "")
        for path in files
        for found in _LOADED.findall(path.read_text(encoding="utf-8"))
    }
    assert loaded
    assert {one for one in loaded if re.match(r"(\w+:)?//", one)} == set()

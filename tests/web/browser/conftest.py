"""Debian's Chromium with the page in it; without it these tests are skipped."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from served import Page

sys.path.append(str(Path(__file__).parent))

from site_seen import Site, driver

CI = "PATUH_CI_PAGE"
"""Set where the programs could be installed: there a skip is a failure."""


def _program(*names: str) -> str:
    """The path of a program; skips the test where it is not installed."""
    found = next((path for name in names if (path := shutil.which(name))), None)
    if found is None:
        assert CI not in os.environ, f"{names[0]} is missing"
        pytest.skip(f"{names[0]} is not installed")
    return found


@pytest.fixture(scope="session")
def site(page: Page, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """One browser for all tests."""
    programs = _program("chromium", "chromium-browser"), _program("chromedriver")
    folder = tmp_path_factory.mktemp("browser")
    with driver(*programs, folder) as browser:
        yield Site(browser, page, folder)


@pytest.fixture(scope="session")
def axe(root: Path) -> str:
    """The script of axe-core, which `npm ci` brings."""
    path = root / "checker/patuh/web/frontend/node_modules/axe-core/axe.min.js"
    if not path.exists():
        assert CI not in os.environ, "axe-core is missing"
        pytest.skip("axe-core is not installed: npm ci in checker/patuh/web/frontend")
    return path.read_text(encoding="utf-8")

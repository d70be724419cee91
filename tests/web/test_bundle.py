"""What Vite made is made of the sources that are here, and says nothing of its own."""

import gzip
import hashlib
import json
import re
from html import unescape
from pathlib import Path

from served import Page

import patuh
from patuh.finding import Level
from patuh.messages import entries, holes
from patuh.scaffold.sentences import sentences
from patuh.web.page import BUNDLE

WEB = Path(patuh.__file__).parent / "web"
SOURCES = WEB / "frontend"
BESIDE = ("package.json", "package-lock.json", "tsconfig.json", "vite.config.js")
LARGEST = 200_000
NAMED = {"proof", "repairs", "new", "gone", "clean", "clean_as_read"}
"""Handed on to what says them."""
_SAID = re.compile(r"""say\(\s*["'`]([\w.]+(?:\$\{)?)""")


def test_the_bundle_is_made_of_these_sources() -> None:
    """`npm run build` in the folder of the sources makes it anew."""
    names = [*BESIDE, *(path.relative_to(SOURCES).as_posix() for path in _sources())]
    found = hashlib.sha256()
    for name in sorted(names):
        found.update(f"{name}\0".encode() + (SOURCES / name).read_bytes() + b"\0")
    assert (BUNDLE / "sources.sha256").read_text().strip() == found.hexdigest()


def _sources() -> list[Path]:
    return [path for path in (SOURCES / "src").rglob("*") if path.is_file()]


def test_it_is_small() -> None:
    sizes = [len(gzip.compress((BUNDLE / name).read_bytes())) for name in ("page.js", "page.css")]
    assert sum(sizes) < LARGEST


def test_no_host_is_named() -> None:
    lock = (SOURCES / "package-lock.json").read_text()
    assert "resolved" not in lock
    told = "".join((BUNDLE / name).read_text() for name in ("page.js", "page.css"))
    assert {*re.findall(r"https?://[\w.]+", told)} <= {"http://www.w3.org"}


def test_every_word_of_the_page_is_asked_for_and_no_other(page: Page) -> None:
    """Words of tables by the beginning of their key, for the rest is a value of a reply."""
    texts = [path.read_text() for path in (*_sources(), WEB / "templates" / "page.html")]
    asked = {key for text in texts for key in _SAID.findall(text)}
    whole = {key for key in asked if not key.endswith((".", "${"))} | NAMED
    html = page.get("/en").data.decode()
    told = json.loads(unescape(re.search('data-words="([^"]*)"', html)[1]))  # type: ignore[index]
    assert {*entries("page", "en")} < {*told}
    assert whole - {*told} == set()
    assert {key for key in told if "." not in key} - whole == set()
    assert {key.partition(".")[0] for key in told if "." in key} == {"kind", "level", "hole"}
    assert {key for key in told if key.startswith("level.")} == {
        "level.problem",
        *(f"level.{level.name}" for level in Level),
    }
    held = {hole for form in sentences().forms() for hole in holes(form)}
    assert {key for key in told if key.startswith("hole.")} == {f"hole.{hole}" for hole in held}

"""The package as it is shipped: a wheel built from the sdist works without the checkout.

`pytest -m slow tests/test_wheel.py`; it needs the build backend and the dependencies, from the
network or from pip's cache.
"""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

PROPOSAL = "paser_koordinasi_sosial_lingkungan.sotk"


def run(*command: str | Path, cwd: Path, code: int = 0) -> str:
    """The output of a command that ends with `code`, in an environment without the checkout."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built by way of the sdist, so that what the sdist lacks is missed."""
    folder = tmp_path_factory.mktemp("dist")
    program = (
        "import hatchling.build, os, sys; os.chdir(sys.argv[1]);"
        "print(hatchling.build.build_sdist(sys.argv[2]))"
    )
    builder = folder / "builder"
    run(sys.executable, "-m", "venv", builder, cwd=folder)
    python = builder / "bin" / "python"
    run(python, "-m", "pip", "install", "-q", "hatchling", cwd=folder)
    sdist = folder / run(python, "-c", program, root, folder, cwd=folder).split()[-1]
    run(python, "-m", "pip", "wheel", "-q", "--no-deps", "-w", folder, sdist, cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path) -> Path:
    """The `bin` of a clean environment that holds the wheel and what it depends on."""
    home = wheel.parent / "clean"
    run(sys.executable, "-m", "venv", home, cwd=wheel.parent)
    run(home / "bin" / "python", "-m", "pip", "install", "-q", wheel, cwd=wheel.parent)
    return home / "bin"


def test_the_wheel_holds_the_law_the_texts_and_the_schema(wheel: Path, root: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    shipped = {"patuh/schema/findings-2.json", "patuh/py.typed", "patuh_parser/py.typed"}
    for path in (root / "kb").rglob("*"):
        if path.suffix in {".lp", ".toml"}:
            shipped.add(f"patuh/{path.relative_to(root).as_posix()}")
    for path in (root / "corpus" / "regulations").glob("*.txt"):
        shipped.add(f"patuh/corpus/regulations/{path.name}")
    assert shipped - names == set()
    assert not {name for name in names if name.startswith("tests/")}


def test_it_checks_without_the_checkout(installed: Path, root: Path, tmp_path: Path) -> None:
    """The same report as in the checkout, from another folder."""
    content = (root / "corpus" / "proposals" / PROPOSAL).read_text(encoding="utf-8")
    (tmp_path / PROPOSAL).write_text(content, encoding="utf-8")
    where = run(installed / "python", "-c", "import patuh; print(patuh.__file__)", cwd=tmp_path)
    assert Path(where.strip()).is_relative_to(installed.parent)
    there = run(installed / "patuh", "check", PROPOSAL, cwd=tmp_path, code=1)
    here = run(Path(sys.executable).with_name("patuh"), "check", PROPOSAL, cwd=tmp_path, code=1)
    assert there == here
    assert "14 temuan" in there


def test_it_explains_checks_and_provisions(installed: Path, tmp_path: Path) -> None:
    page = run(installed / "patuh", "explain", "H7", cwd=tmp_path)
    assert page.startswith("H7 – Pertanggungjawaban kepada Bupati tidak melalui Sekretaris Daerah")
    assert "Pasal 14 ayat (2) huruf e" in page
    provision = run(
        installed / "patuh", "explain", "paser_56_2020", "pasal-14.ayat-2.huruf-e", cwd=tmp_path
    )
    assert "Diuji oleh" in provision


def test_the_page_is_in_it_ready_to_be_served(wheel: Path) -> None:
    """What Vite made and the template; the sources need npm, and are for developers."""
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if name.startswith("patuh/web/")}
    assert {"patuh/web/bundle/page.js", "patuh/web/bundle/page.css"} <= names
    assert "patuh/web/templates/page.html" in names
    assert {name for name in names if "/frontend/" in name} == set()

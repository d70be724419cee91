"""What whole processes of an installed wheel cost: `pytest -m benchmark -s tests/benchmarks`."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from statistics import median

import pytest
from measuring import interleaved, table

pytestmark = pytest.mark.benchmark
BARE, CLICK = "import clingo, lark", "import click"
COMPLETE = "kutim_pasal_18_lengkap"
FAILING = "paser_koordinasi_sosial_lingkungan"
OWN = {COMPLETE: "kutim_41_2023", FAILING: "paser_56_2020"}
"""The regulation of the region: held against it alone, and beside it with national law."""
HIGHER = "with national law"
ROUNDS = 9


@pytest.fixture(scope="module")
def installed(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, unpacked by pip without what it depends on."""
    built, target = tmp_path_factory.mktemp("wheel"), tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "wheel", "--no-deps", "-w", str(built), str(root)], check=True)
    (wheel,) = built.glob("*.whl")
    subprocess.run([*pip, "install", "--no-deps", "--target", str(target), wheel], check=True)
    return target


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> str:
    """An interpreter with the core packages and what they need, as a user has: with a package of
    the tools of development msgspec loads more."""
    home = tmp_path_factory.mktemp("venv")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(home)], check=True)
    site = next(home.glob("[Ll]ib/**/site-packages"))
    for name in dict.fromkeys(needed("patuh")):
        files = distribution(name).files or []
        for top in {file.parts[0] for file in files} - {"..", "__pycache__"}:
            if not (site / top).exists():
                (site / top).symlink_to(Path(str(distribution(name).locate_file(top))))
    return str(next(home.glob("*/python")))


def needed(package: str) -> Iterator[str]:
    """The packages that one needs without its extras, and those that they need."""
    for line in distribution(package).requires or []:
        name = re.split(r"[^\w.-]", line)[0]
        if "extra ==" not in line and installed_here(name):
            yield name
            yield from needed(name)


def installed_here(name: str) -> bool:
    try:
        return distribution(name) is not None
    except PackageNotFoundError:
        return False


def test_whole_processes(root: Path, installed: Path, python: str, tmp_path: Path) -> None:
    """Beside a process that imports the two libraries, and beside one that imports click."""
    without = tmp_path / "without"
    shutil.copytree(installed, without)
    shutil.rmtree(without / "patuh_parser" / "made")
    ways = {
        "tables of the wheel": (installed, tmp_path / "empty"),
        "tables of the cache": (without, tmp_path / "cache"),
        "no tables": (without, Path("/dev/null")),
    }
    commands = {name: [python, "-c", name] for name in (BARE, CLICK)}
    patuh = [python, "-m", "patuh"]
    settings: dict[str, dict[str, str]] = {}
    for way, (place, cache) in ways.items():
        for name in (COMPLETE, FAILING):
            path = root / "corpus" / "proposals" / f"{name}.sotk"
            commands[f"{name}, {way}"] = [*patuh, "check", "--only", OWN[name], str(path)]
            settings[f"{name}, {way}"] = {
                "PYTHONPATH": str(place),
                "XDG_CACHE_HOME": str(cache),
            }
    for name in (COMPLETE, FAILING):
        path = root / "corpus" / "proposals" / f"{name}.sotk"
        commands[f"{name}, {HIGHER}"] = [*patuh, "check", str(path)]
        settings[f"{name}, {HIGHER}"] = {"PYTHONPATH": str(installed)}
    commands["patuh --help"] = [*patuh, "--help"]
    settings["patuh --help"] = {"PYTHONPATH": str(installed)}
    times = interleaved(commands, ROUNDS, tmp_path / "bytecode", settings)
    ratios = {name: beside(taken, times[BARE]) for name, taken in times.items()}
    rows = [[name, median(taken) * 1000, ratios[name]] for name, taken in times.items()]
    table(f"whole processes, median of {ROUNDS}", ["process", "CPU ms", f"÷ {BARE}"], rows)
    for name, ratio in ((COMPLETE, 2), (FAILING, 3)):
        for way in list(ways)[:2]:
            assert ratios[f"{name}, {way}"] < ratio
        assert ratios[f"{name}, {HIGHER}"] < 1.3 * ratio
    assert beside(times["patuh --help"], times[CLICK]) < 1.5


def beside(taken: Sequence[float], other: Sequence[float]) -> float:
    """The median ratio of two processes in the same round: the machine is not the same in all."""
    return median(one / two for one, two in zip(taken, other, strict=True))

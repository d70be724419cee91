"""What whole processes of an installed wheel cost: `pytest -m benchmark -s tests/benchmarks`."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from measuring import interleaved, table

pytestmark = pytest.mark.benchmark
BARE, CLICK = "import clingo, lark", "import click"
COMPLETE = "kutim_pasal_18_lengkap"
FAILING = "paser_koordinasi_sosial_lingkungan"
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


def test_whole_processes(root: Path, installed: Path, tmp_path: Path) -> None:
    """Beside a process that imports the two libraries, and beside one that imports click."""
    without = tmp_path / "without"
    shutil.copytree(installed, without)
    shutil.rmtree(without / "patuh_parser" / "made")
    ways = {
        "tables of the wheel": (installed, tmp_path / "empty"),
        "tables of the cache": (without, tmp_path / "cache"),
        "no tables": (without, Path("/dev/null")),
    }
    commands = {name: [sys.executable, "-c", name] for name in (BARE, CLICK)}
    patuh = [sys.executable, "-m", "patuh"]
    settings: dict[str, dict[str, str]] = {}
    for way, (place, cache) in ways.items():
        for name in (COMPLETE, FAILING):
            path = root / "corpus" / "proposals" / f"{name}.sotk"
            commands[f"{name}, {way}"] = [*patuh, "check", str(path)]
            settings[f"{name}, {way}"] = {
                "PYTHONPATH": str(place),
                "XDG_CACHE_HOME": str(cache),
            }
    commands["patuh --help"] = [*patuh, "--help"]
    settings["patuh --help"] = {"PYTHONPATH": str(installed)}
    times = interleaved(commands, ROUNDS, tmp_path / "bytecode", settings)
    rows = [[name, taken * 1000, taken / times[BARE]] for name, taken in times.items()]
    table(f"whole processes, median of {ROUNDS}", ["process", "CPU ms", f"÷ {BARE}"], rows)
    for way in list(ways)[:2]:
        assert times[f"{COMPLETE}, {way}"] < 2 * times[BARE]
        assert times[f"{FAILING}, {way}"] < 3 * times[BARE]
    assert times["patuh --help"] < 1.5 * times[CLICK]

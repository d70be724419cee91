"""`python tests/mutation/run_python.py [levels exits …] [--every 3] [--seconds 600] [--folder F]`.

Mutates the Python that decides (`deciding.toml`) with mutmut, which `pip install -e '.[mutation]'`
brings. mutmut wants the packages beside the tests, so it works in a copy of the tree; with
`--folder` the copy stays, and with it what was found. It leaves decorated functions alone.
"""

import argparse
import os
import re
import signal
import subprocess
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path
from shutil import copytree, ignore_patterns
from tempfile import mkdtemp

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).parent
GROUPS = tomllib.loads((HERE / "deciding.toml").read_text(encoding="utf-8"))
_COPIED = {
    "checker/patuh": "patuh",
    "parser/patuh_parser": "patuh_parser",
    **{name: name for name in ("kb", "corpus", "docs", "tests", ".ci")},
}
_BESIDE = ("pyproject.toml", "README.md", "README.id.md", "CHANGELOG.md")
_QUICK = "not interruption and not no_signal and not never"
"""Leaves out tests that wait for a process, which would wait for ever if it fails at once."""
_STATUS = re.compile(r"^\s+(\S+): (.+)$", re.MULTILINE)
_UNTRIED = "not checked"
_NOTICED = ("killed", "timeout", "segfault", "caught by type check")


def stage(folder: Path, groups: Iterable[str]) -> None:
    """Copy the tree with a configuration of mutmut for these groups."""
    for source, target in _COPIED.items():
        skipped = ignore_patterns("__pycache__")
        copytree(ROOT / source, folder / target, ignore=skipped, dirs_exist_ok=True)
    for name in _BESIDE:
        (folder / name).write_bytes((ROOT / name).read_bytes())
    modules = [module for group in groups for module in GROUPS[group]["modules"]]
    tests = list(dict.fromkeys(test for group in groups for test in GROUPS[group]["tests"]))
    with (folder / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write(
            "\n[tool.mutmut]\n"
            'source_paths = ["patuh", "patuh_parser"]\n'
            f"only_mutate = {modules}\n"
            f"pytest_add_cli_args_test_selection = {tests}\n"
            'also_copy = ["kb", "corpus", "docs", ".ci", "README.md", "README.id.md"]\n'
            f"pytest_add_cli_args = {['-n', '0', '-p', 'no:cacheprovider', '-k', _QUICK]}\n"
            # Tests keep what they worked out: each mutant begins in a process without it.
            'process_isolation = "forkserver"\n'
            "track_dependencies = false\n"
            "use_git_change_detection = false\n"
        )


def mutmut(folder: Path, *arguments: str, seconds: float | None = None) -> str:
    """What mutmut prints; what it has found by then stays if the time is over."""
    call = [sys.executable, "-m", "mutmut", *arguments]
    mutated = {"PYTHONPATH": str(folder / "mutants")}  # for the processes that tests start
    with subprocess.Popen(
        call,
        cwd=folder,
        env=os.environ | mutated,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    ) as running:
        try:
            return running.communicate(timeout=seconds)[0]
        except subprocess.TimeoutExpired:
            os.killpg(running.pid, signal.SIGINT)
            return running.communicate()[0]


def found(folder: Path) -> dict[str, str]:
    """Every mutant with what became of it."""
    return dict(_STATUS.findall(mutmut(folder, "results", "--all", "true")))


def changes(folder: Path, mutant: str) -> str:
    """What a mutant changes, as the lines that go and come: its number means nothing tomorrow."""
    lines = mutmut(folder, "show", mutant).splitlines()
    changed = [line for line in lines if re.match(r"[-+](?![-+])", line)]
    return "\n".join(f"{line[0]} {line[1:].strip()}" for line in changed)


def judged() -> dict[tuple[str, str], str]:
    """The reason for each mutant that no test can tell, by its function and what it changes."""
    entries = tomllib.loads((HERE / "equivalents" / "python.toml").read_text(encoding="utf-8"))
    return {
        (entry["function"], change.strip()): entry["reason"]
        for entry in entries["python"]
        for change in entry["changes"]
    }


def function_of(mutant: str) -> str:
    """`patuh.cli.outputs.files.write` of `patuh.cli.outputs.files.x_write__mutmut_6`."""
    module, _, name = mutant.rpartition("__mutmut_")[0].rpartition(".")
    return f"{module}.{name.removeprefix('x_').removeprefix('xǁ').replace('ǁ', '.')}"


def report(folder: Path) -> int:
    """Print what survives, and a row for each group; 1 if anything survives."""
    states, reasons = found(folder), judged()
    survivors = {name for name, state in states.items() if state not in (*_NOTICED, _UNTRIED)}
    left: set[str] = set()
    for name in sorted(survivors):
        change = changes(folder, name)
        if (function_of(name), change) not in reasons:
            left.add(name)
            print(f"{function_of(name)} ({name.rpartition('_')[2]}, {states[name]})\n{change}")
    print("| decides | mutants | tried | killed | equivalent | surviving |")
    print("|---|---:|---:|---:|---:|---:|")
    for group, entry in GROUPS.items():
        modules = tuple(f"{one.removesuffix('.py').replace('/', '.')}." for one in entry["modules"])
        own = {name: state for name, state in states.items() if name.startswith(modules)}
        killed = sum(state in _NOTICED for state in own.values())
        tried = sum(state != _UNTRIED for state in own.values())
        living = sum(name in left for name in own)
        judged_here = tried - killed - living
        print(f"| {group} | {len(own)} | {tried} | {killed} | {judged_here} | {living} |")
    return 1 if left else 0


def main() -> int:
    """Stage, run and report."""
    parser = argparse.ArgumentParser()
    parser.add_argument("groups", nargs="*", help=f"of {', '.join(GROUPS)}")
    parser.add_argument("--every", type=int, default=1, help="of the mutants each of so many")
    parser.add_argument("--seconds", type=float, default=600, help="stop after this time")
    parser.add_argument("--folder", type=Path, help="keep the copy of the tree here")
    parser.add_argument("--report", action="store_true", help="run nothing")
    options = parser.parse_args()
    folder = options.folder or Path(mkdtemp(prefix="patuh-mutmut-"))
    groups = options.groups or list(GROUPS)
    if not options.report:
        stage(folder, groups)
        names: list[str] = []
        if options.every > 1:
            mutmut(folder, "run", "no.such.mutant", seconds=options.seconds)  # makes the mutants
            names = sorted(found(folder))[:: options.every]
        mutmut(folder, "run", "--max-children", "1", *names, seconds=options.seconds)
    return report(folder)


if __name__ == "__main__":
    raise SystemExit(main())

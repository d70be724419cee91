"""`python tests/mutation/run_tables.py [--file kb/names] [--every 20] [--seconds 600]`.

The mutants of the tables: those of the words of findings are held against what is told of every
written case, the others against the tests of reading, in a copy of the tree. `--results FILE`
keeps what is found, and does not try again what the file holds.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import time
from collections import Counter
from itertools import islice
from pathlib import Path
from shutil import copytree, ignore_patterns
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1]))

from families import CASES, ROOT

from mutation.equivalent import table_reasons
from mutation.tables import TableMutant, table_mutants, tables
from mutation.telling import Telling

MESSAGES = "kb/messages/"
_DRAFTS = ("perancangan.toml", "substansi.toml")
_READING = [
    f"tests/parser/sotk/test_{name}.py"
    for name in ("vocabulary", "forms", "steps", "errors", "slips", "names", "letters", "examples")
]
_TESTS = {
    MESSAGES: ["tests/kb/test_wording.py", "tests/kb/test_what_findings_say.py"],
    "parser/patuh_parser/legal/": ["tests/parser/legal", "tests/drafting/test_cases.py"],
    "": _READING,
}
_OF_DRAFTS = ["tests/drafting/test_cases.py", "tests/substance/test_cases.py"]
_FOLDERS = 3
"""So many folders of cases that have the words are told."""
_PHRASE = re.compile(r'"([^"\n]+)"')
_OPEN = re.compile(r"\[[^\]]*\]|\|[^()|]*|[()]")
"""What may be left out of a phrase, and the further choices."""


def by_tests(mutant: TableMutant, tree: Path) -> str | None:
    """The test that fails in the tree with the mutant; None if none does."""
    path = tree / mutant.file
    text = path.read_text(encoding="utf-8")
    path.write_text(mutant.text, encoding="utf-8")
    python = os.pathsep.join([str(tree / "checker"), str(tree / "parser")])
    setting = os.environ | {"PYTHONPATH": python, "XDG_CACHE_HOME": str(tree / "cache")}
    call = [sys.executable, "-m", "pytest", "-n", "0", "-x", "-q", "--tb=no"]
    try:
        for tests in _tests(mutant):
            done = subprocess.run([*call, *tests], cwd=tree, env=setting, capture_output=True)
            if done.returncode != 0:
                failed = re.search(r"^(?:FAILED|ERROR) (\S+)", done.stdout.decode(), re.MULTILINE)
                return failed[1] if failed else "no test can be collected"
    finally:
        path.write_text(text, encoding="utf-8")
    return None


def _tests(mutant: TableMutant) -> list[list[str]]:
    """The calls of pytest, the likeliest first."""
    found = next(tests for place, tests in _TESTS.items() if mutant.file.startswith(place))
    if mutant.file.startswith(MESSAGES):
        return [_OF_DRAFTS, found] if mutant.file.endswith(_DRAFTS) else [found]
    folders = " or ".join(f"[{name}]" for name in _folders(mutant))
    told = [["tests/kb/test_told.py", "-k", folders]] if folders else []
    return [found, *told]


def _folders(mutant: TableMutant) -> list[str]:
    """The folders whose cases have the words, small ones first."""
    phrases = _PHRASE.findall(f"{mutant.change} {mutant.row.key} {mutant.row.value}")
    words = {" ".join(_OPEN.sub("", phrase).split()).lower() for phrase in phrases} - {""}
    size = Counter(path.parent.name for path in CASES)
    having = {
        path.parent.name
        for path in CASES
        if any(word in path.read_text(encoding="utf-8").lower() for word in words)
    }
    return sorted(having, key=lambda name: (size[name], name))[:_FOLDERS]


def main() -> int:
    """Print every mutant that survives; 1 if there is any."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--file", default="", help="only tables whose path begins so")
    parser.add_argument("--every", type=int, default=1, help="of the mutants each of so many")
    parser.add_argument("--seconds", type=float, default=600, help="stop after this time")
    parser.add_argument("--results", type=Path, help="keep what is found in this file")
    options = parser.parse_args()
    every = (m for path in tables() for m in table_mutants(path) if m.file.startswith(options.file))
    left = list(islice(every, None, None, options.every))
    killers = _kept(options.results)
    until = time.monotonic() + options.seconds

    def keep(mutant: TableMutant, killer: str | None) -> None:
        killers[mutant.name] = killer
        if options.results:
            with options.results.open("a", encoding="utf-8") as file:
                file.write(json.dumps([mutant.name, killer], ensure_ascii=False) + "\n")

    told = [m for m in left if m.file.startswith(MESSAGES) and m.name not in killers]
    for mutant, killer in Telling().noticed(told) if told else ():
        keep(mutant, killer)
    with TemporaryDirectory() as folder:
        skipped = ignore_patterns(".*", "__pycache__")
        tree = Path(copytree(ROOT, Path(folder) / "tree", ignore=skipped))
        for mutant in left:
            if mutant.name not in killers and time.monotonic() < until:
                keep(mutant, by_tests(mutant, tree))
    return _report(left, killers)


def _kept(results: Path | None) -> dict[str, str | None]:
    if results is None or not results.is_file():
        return {}
    return dict(map(json.loads, results.read_text(encoding="utf-8").splitlines()))


def _report(left: list[TableMutant], killers: dict[str, str | None]) -> int:
    reasons = table_reasons()
    tried = [mutant for mutant in left if mutant.name in killers]
    survivors = [m for m in tried if not killers[m.name] and m.name not in reasons]
    for mutant in survivors:
        print(mutant.name)
    for name in [m.name for m in tried if killers[m.name] and m.name in reasons]:
        print(f"recorded as equivalent, yet killed: {name}")
    killed = sum(bool(killers[mutant.name]) for mutant in tried)
    equivalent = len(tried) - killed - len(survivors)
    print(f"{len(tried)} of {len(left)} tried: {killed} killed, {equivalent} equivalent")
    return 1 if survivors else 0


if __name__ == "__main__":
    raise SystemExit(main())

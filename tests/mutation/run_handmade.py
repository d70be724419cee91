"""Run the mutants that were made by hand, `handmade/NNN.diff`, and print the verdict on each.

    python tests/mutation/run_handmade.py [FIRST [LAST]]

Each is applied to a copy of the last commit, and the tests are run up to the first that fails:
those of its place first, then all. They were made from the product at 41aa81d by somebody who had
not seen the tests, 101 to 200 at 561b5573 before the tests were read for it, 201 to 300 at
20f60a6d and 77f23dc6 by others who had not seen them; `handmade/list.tsv` says what each changes,
and the verdict where it was run.
One that no longer applies is said to be so. Some minutes a mutant where many tests are run.
"""

import csv
import os
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent / "handmade"
ROOT = Path(__file__).parents[2]
CASES = ("tests/kb/test_told.py", "tests/kb/test_cases.py")
PLACES = {
    "kb/checks": CASES,
    "kb/vocabulary": CASES,
    "kb/regulations": ("tests/kb/test_ledger.py", "tests/kb/test_citations.py", *CASES),
    "kb/national": (
        "tests/kb/test_limits.py",
        "tests/kb/test_national_rows.py",
        "tests/kb/test_national_cases.py",
    ),
    "kb/messages": ("tests/kb/test_told.py", "tests/checker/test_messages.py"),
    "kb/names": ("tests/parser/sotk", "tests/kb/test_sorts.py", "tests/tables", "tests/chart"),
    "kb/regions": ("tests/checker/test_regions.py",),
    "kb/templates": ("tests/checker/test_init.py",),
    "kb/drafting": ("tests/drafting",),
    "parser/patuh_parser/legal": ("tests/parser/legal", "tests/drafting"),
    "parser/patuh_parser": ("tests/parser",),
    "checker/patuh/comparison": ("tests/comparison",),
    "checker/patuh/comparing": ("tests/checker/test_compare.py",),
    "checker/patuh/facts/drafts": ("tests/drafting",),
    "checker/patuh/export": ("tests/export",),
    "checker/patuh/tables": ("tests/tables",),
    "checker/patuh/chart": ("tests/chart",),
    "checker/patuh": ("tests/checker",),
}
"""Beginning of a path → the tests that are run first."""


def verdict(diff: Path, file: str) -> str:
    """What becomes of a mutant: the first test that fails, or that none does."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["git", "clone", "-q", "--depth", "1", f"file://{ROOT}", folder], check=True)
        if subprocess.run(["git", "apply", str(diff)], cwd=folder, check=False).returncode:
            return "does not apply"
        paths = os.pathsep.join((f"{folder}/checker", f"{folder}/parser"))
        environment = {**os.environ, "PYTHONPATH": paths}
        place = next(tests for begin, tests in PLACES.items() if file.startswith(begin))
        for tests in (place, ("tests",)):
            done = subprocess.run(
                [sys.executable, "-m", "pytest", "-q", "-x", "--tb=no", *tests],
                cwd=folder, env=environment, capture_output=True, text=True, check=False,
            )  # fmt: skip
            if done.returncode:
                failed = [line for line in done.stdout.splitlines() if line.startswith("FAILED")]
                return f"killed: {failed[0].split()[1]}" if failed else "killed: no test ran"
    return "survived"


def main() -> None:
    """Print a line for each mutant asked for."""
    first, last = (*map(int, sys.argv[1:]), *(1, 300)[len(sys.argv) - 1 :])[:2]
    with (HERE / "list.tsv").open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows, delimiter="\t"):
            if first <= int(row["number"]) <= last:
                said = verdict(HERE / f"{row['number']}.diff", row["file"])
                print(f"{row['number']}\t{said}", flush=True)


if __name__ == "__main__":
    main()

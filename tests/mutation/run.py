"""`python tests/mutation/run.py [--check H7] [--file kb/checks/upt.lp] [--seconds 100]`."""

import argparse
import sys
import time
import tomllib
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from mutation.mutants import mutants
from mutation.rules import Rule, base
from mutation.world import UnsafeError, World

EQUIVALENT = Path(__file__).with_name("equivalent.toml")
GENERATED = "_daftar.lp"


def equivalent() -> dict[str, str]:
    """The mutants that change nothing, with the reason."""
    table = tomllib.loads(EQUIVALENT.read_text(encoding="utf-8"))
    return {name: entry["reason"] for entry in table["equivalent"] for name in entry["mutants"]}


def selected(check: str | None, file: str | None) -> list[Rule]:
    """The rules to mutate: of one check, of one file, or all that are written by hand."""
    found: list[Rule] = []
    for rule in base().rules:
        if rule.file.endswith(GENERATED) or rule.file == "vocabulary/temuan.lp":
            continue
        if check and rule.gives.partition(" ")[2] != check.lower():
            continue
        if file and not f"kb/{rule.file}".startswith(file.rstrip("/")):
            continue
        found.append(rule)
    return found


def main() -> int:
    """Print a row per article or check, and every mutant that survives."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--check", help="the rules of one check, such as H7")
    parser.add_argument("--file", help="the rules of one file or folder, such as kb/checks/upt.lp")
    parser.add_argument("--match", default="", help="only mutants whose name holds this text")
    parser.add_argument("--seconds", type=float, default=100, help="stop after this time")
    options = parser.parse_args()
    rules = selected(options.check, options.file)
    world = World({rule.gives.partition(" ")[2].upper() for rule in rules})
    until = time.monotonic() + options.seconds
    reasons = equivalent()
    rows: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    survivors = 0
    idle: list[str] = []
    finished = True
    for rule in rules:
        row = rows[rule.gives.partition(" ")[2].upper() or rule.file]
        for mutant in mutants(rule):
            if options.match not in mutant.name:
                continue
            if time.monotonic() > until:
                finished = False
                break
            try:
                killer = world.killer(mutant)
            except UnsafeError:
                continue  # no program at all
            row[0] += 1
            if killer:
                row[1] += 1
                if mutant.name in reasons:
                    idle.append(f"{mutant.name}  (killed by {killer})")
            elif mutant.name in reasons:
                row[2] += 1
            else:
                row[3] += 1
                survivors += 1
                print(f"{mutant.name}\n    kb/{rule.file}:{rule.line}  {mutant.text}", flush=True)
    for name in idle:
        print(f"recorded as equivalent, yet killed: {name}")
    print(f"{'':34}{'mutants':>9}{'killed':>9}{'equivalent':>12}{'surviving':>11}")
    rows = {name: row for name, row in rows.items() if any(row)}
    total = [sum(column) for column in zip(*rows.values(), strict=True)] or [0, 0, 0, 0]
    for name, row in [*rows.items(), ("all", total)]:
        print(f"{name:34}{row[0]:9}{row[1]:9}{row[2]:12}{row[3]:11}")
    if not finished:
        print(f"not all: {options.seconds:g} seconds have passed")
    return 1 if survivors or idle or not finished else 0


if __name__ == "__main__":
    raise SystemExit(main())

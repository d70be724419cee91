"""`python tests/mutation/run.py [--check H7] [--file kb/checks/upt.lp] [--seconds 100]`.

With `--results FILE` what is found is kept, and what the file holds already is not tried again;
`--table` then prints the table of docs/mutation.md, and `--survivors` what no case notices.
"""

import argparse
import re
import sys
import time
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from mutation.equivalent import reason, unknown
from mutation.history import changed
from mutation.mutants import Mutant, mutants
from mutation.results import NO_PROGRAM, Results, table
from mutation.rules import Rule, every_rule
from mutation.world import World, is_program

GENERATED = "_daftar.lp"


def selected(check: str | None, file: str | None) -> list[Rule]:
    """The rules to mutate: of one check, of one file, or all that are written by hand."""
    found: list[Rule] = []
    for rule in every_rule():
        if rule.file.endswith(GENERATED) or rule.file == "vocabulary/temuan.lp":
            continue
        if check and rule.under != check.upper():
            continue
        if file and not f"kb/{rule.file}".startswith(file.rstrip("/")):
            continue
        found.append(rule)
    return found


def chosen(rules: list[Rule], match: str, every: int) -> dict[Rule, list[Mutant]]:
    """The mutants to try: those whose name has the pattern, of these each of so many."""
    found = ((r, m) for r in rules for m in mutants(r) if re.search(match, m.name))
    taken: dict[Rule, list[Mutant]] = {}
    for rule, mutant in islice(found, None, None, every):
        taken.setdefault(rule, []).append(mutant)
    return taken


def run(wanted: dict[Rule, list[Mutant]], seconds: float, results: Results) -> bool:
    """Try the mutants that were not killed before; False if the time was too short."""
    until = time.monotonic() + seconds
    world = World()
    for rule, every in wanted.items():
        if time.monotonic() > until:
            return False
        left = [mutant for mutant in every if not results.killer(mutant)]
        tried = [mutant for mutant in left if is_program(mutant)]
        for mutant in set(left) - set(tried):
            results.add(mutant, NO_PROGRAM)
        killers = world.killers(rule, tried)
        for mutant in tried:
            results.add(mutant, killers.get(mutant))
    return True


def survivors(rules: list[Rule], results: Results) -> list[Mutant]:
    """What was tried, and neither noticed nor recorded as equivalent."""
    return [
        mutant
        for rule in rules
        for mutant in mutants(rule)
        if results.tried(mutant) and not results.killer(mutant) and not reason(mutant)
    ]


def main() -> int:
    """Print every mutant that survives, and a row per check or file; 1 if there is any."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--check", help="the rules under the heading of one check, such as H7")
    parser.add_argument("--file", help="the rules of one file or folder, such as kb/checks/upt.lp")
    parser.add_argument("--since", metavar="REV", help="only rules that kb/ did not have then")
    parser.add_argument("--match", default="", help="only mutants whose name has this pattern")
    parser.add_argument("--every", type=int, default=1, help="of these each of so many")
    parser.add_argument("--seconds", type=float, default=100, help="stop after this time")
    parser.add_argument("--results", type=Path, help="keep what is found in this file")
    parser.add_argument("--table", action="store_true", help="run nothing, print the table")
    parser.add_argument("--survivors", action="store_true", help="run nothing, print survivors")
    options = parser.parse_args()
    rules = selected(options.check, options.file)
    if options.since:
        rules = changed(rules, options.since)
    results = Results(options.results)
    finished = options.table or options.survivors
    if not finished:
        finished = run(chosen(rules, options.match, options.every), options.seconds, results)
    left = [] if options.table else survivors(rules, results)
    for mutant in left:
        rule = mutant.rule
        print(f"{mutant.name}\n    kb/{rule.file}:{rule.line}  {mutant.text}")
    wrong = [m.name for rule in rules for m in mutants(rule) if reason(m) and results.killer(m)]
    for name in wrong:
        print(f"recorded as equivalent, yet killed: {name}")
    idle = unknown()
    for text, change in sorted(idle):
        print(f"recorded as equivalent, yet no mutant: {change}\n    {text}")
    if not options.survivors:
        print("\n".join(table(rules, results)))
    if not finished:
        print(f"not all: {options.seconds:g} seconds have passed")
    return 1 if left or wrong or idle or not finished else 0


if __name__ == "__main__":
    raise SystemExit(main())

"""Print how often every check fires and stays silent in the random proposals (by the oracle).

python tests/oracle/coverage.py [number of proposals]
"""

import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))


def main(count: int) -> None:
    """The table on standard output; only reading is needed, no grounding."""
    from oracle.comparing import PATH, REGENCIES, seeded
    from oracle.reading import FAMILIES, findings
    from patuh.checking import read

    fired: Counter[tuple[str, str]] = Counter()
    total: Counter[str] = Counter()
    for seed in range(count):
        regency, start = seeded(seed)
        proposal, laws = read(start.text, PATH)
        found = findings(proposal, laws[0].id)
        total[regency] += 1
        fired.update({(regency, check) for _, check, _ in found})
    print("| check | " + " | ".join(f"{r} fired | {r} silent" for r in REGENCIES) + " |")
    print("|---|" + "---:|" * 4)
    names = {check.__name__ for f in FAMILIES for r in REGENCIES for check in f.CHECKS[r]}
    names = {name for name in names if name[1:].isdigit()}  # without parts of a check
    for name in sorted(names, key=lambda name: (name[0], int(name[1:]))):
        row = [name.upper()]
        for regency in REGENCIES:
            active = any(check.__name__ == name for f in FAMILIES for check in f.CHECKS[regency])
            hits = fired[regency, name.upper()]
            row += [str(hits), str(total[regency] - hits)] if active else ["—", "—"]
        print("| " + " | ".join(row) + " |")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)

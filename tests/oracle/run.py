"""Compare any stretch of seeds and append to a file what comes of it, so that it can be resumed.

python tests/oracle/run.py FIRST END FILE

compares the seeds from FIRST up to END, without it. FILE gets a line `differs SEED` with what only
one side finds for each disagreement, and for every hundred seeds `done FIRST NEXT`: the same call
goes on from there. `python tests/oracle/run.py SEED` prints the smallest form of a disagreement.
"""

import gc
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
EVERY = 100


def begun(first: int, end: int, file: Path) -> int:
    """The seed to go on from: as far as `file` calls the stretch from `first` done."""
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    done = [int(line.split()[2]) for line in lines if line.startswith(f"done {first} ")]
    return min(end, max([first, *done]))


def difference(seed: int) -> str | None:
    """What only one side finds in the proposal of the seed, if anything."""
    from oracle.comparing import both, seeded
    from oracle.known import open_matters

    text = seeded(seed)[1].text
    sides = both(text)
    if sides is None:
        return "cannot be read"
    product, oracle = sides
    if product == oracle or open_matters(text):
        return None
    only = [f"product {' '.join(map(str, found))}" for found in sorted(product - oracle, key=str)]
    only += [f"oracle {' '.join(map(str, found))}" for found in sorted(oracle - product, key=str)]
    return "; ".join(only)


def compare(first: int, end: int, file: Path) -> None:
    """Compare the seeds of the stretch that `file` does not call done yet."""
    gc.disable()
    for seed in range(begun(first, end, file), end):
        lines = []
        if (only := difference(seed)) is not None:
            lines.append(f"differs {seed} {only}")
        if (seed + 1) % EVERY == 0 or seed + 1 == end:
            lines.append(f"done {first} {seed + 1}")
            gc.collect()
        if lines:
            with file.open("a", encoding="utf-8") as out:
                out.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    if len(sys.argv) == 2:
        from oracle.comparing import disagreement, seeded

        print(disagreement(seeded(int(sys.argv[1]))[1]) or "both sides agree")
    elif len(sys.argv) == 4:
        compare(int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
    else:
        sys.exit(__doc__)

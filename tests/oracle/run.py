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


def differences(seeds: range) -> list[tuple[int, str]]:
    """What only one side finds in the proposals of the seeds, with the seed.

    The first is also checked by itself, as `patuh check` does.
    """
    from oracle.comparing import both, both_of_many, seeded
    from oracle.known import open_matters

    texts = [seeded(seed)[1].text for seed in seeds]
    found: list[tuple[int, str]] = []
    many = both_of_many(texts)
    if many[0] != both(texts[0]):
        found.append((seeds[0], "side by side otherwise than by itself"))
    for seed, text, sides in zip(seeds, texts, many, strict=True):
        if sides is None:
            found.append((seed, "cannot be read"))
        elif sides[0] != sides[1] and not open_matters(text):
            found.append((seed, only(*sides)))
    return found


def only(product: set, oracle: set) -> str:
    """What only one of the sides holds."""
    sides = (("product", product - oracle), ("oracle", oracle - product))
    return "; ".join(
        f"{name} {' '.join(map(str, found))}"
        for name, more in sides
        for found in sorted(more, key=str)
    )


def compare(first: int, end: int, file: Path) -> None:
    """Compare the seeds of the stretch that `file` does not call done yet."""
    gc.disable()
    at = begun(first, end, file)
    while at < end:
        some = range(at, min(end, at - at % EVERY + EVERY))
        lines = [f"differs {seed} {text}" for seed, text in differences(some)]
        at = some.stop
        with file.open("a", encoding="utf-8") as out:
            out.write("\n".join([*lines, f"done {first} {at}"]) + "\n")
        gc.collect()


if __name__ == "__main__":
    if len(sys.argv) == 2:
        from oracle.comparing import disagreement, seeded

        print(disagreement(seeded(int(sys.argv[1]))[1]) or "both sides agree")
    elif len(sys.argv) == 4:
        compare(int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
    else:
        sys.exit(__doc__)

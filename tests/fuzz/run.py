"""Coverage-guided fuzzing of one target: `python tests/fuzz/run.py TARGET --seconds N`.

Needs atheris (`pip install -e '.[fuzz]'`). Begins with the seeds of the target and keeps what
reaches new code in `--work`, also over several runs. A failure is written to `crashes/TARGET`, one
input for each place in the code, and fuzzing goes on; `test_stored.py` fails until the defect is
mended. Everything happens in one process, whose tables are read before the first input.
"""

import argparse
import gc
import hashlib
import importlib
import random
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from functools import cache
from pathlib import Path
from types import ModuleType

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from fuzz import TARGETS, Traits  # noqa: E402
from fuzz.bounds import be_quick  # noqa: E402
from fuzz.tracing import Branches, instrumented  # noqa: E402

MOST_MEMORY_MB = 4096
SLOWEST_SECONDS = 60
TOLD_EVERY = 5_000
"""After so many executions a line says how fast they are."""


def main() -> None:
    """Fuzz as the command line says; libFuzzer prints figures on the way and at the end."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--runs", type=int, default=-1, help="stop after so many executions")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--work", type=Path, help="folder of found inputs; else one that goes")
    options = parser.parse_args()
    try:
        import atheris
    except ImportError:
        parser.error("atheris is not installed: pip install -e '.[fuzz]'")
    with tempfile.TemporaryDirectory() as scratch:
        found = options.work or Path(scratch, "found")
        seeds = Path(scratch, "seeds")
        for folder in (found, seeds, _crashes(options.target)):
            folder.mkdir(parents=True, exist_ok=True)
        be_quick()
        with instrumented():
            target = importlib.import_module(f"fuzz.{options.target}")
            for number, data in enumerate(importlib.import_module("fuzz.corpus").seeds(target)):
                target.harness(data)  # loads the modules that are imported on use
                Path(seeds, f"{number:04}").write_bytes(data)
        words = Path(scratch, "words.dict")
        words.write_text("".join(_entry(word) for word in target.WORDS), encoding="ascii")
        arguments = [
            sys.argv[0], f"-max_total_time={options.seconds}", f"-seed={options.seed}",
            f"-dict={words}", f"-max_len={target.LONGEST}", f"-rss_limit_mb={MOST_MEMORY_MB}",
            f"-timeout={SLOWEST_SECONDS}", f"-artifact_prefix={_crashes(options.target)}/",
            f"-runs={options.runs}", "-print_final_stats=1", "-reload=0", str(found), str(seeds),
        ]  # fmt: skip
        gc.collect()
        gc.freeze()
        attempts = Attempts(target, _crashes(options.target), lambda: Branches(atheris))
        atheris.Setup(arguments, attempts.attempt, custom_mutator=mutator(atheris))
        atheris.Fuzz()


def _crashes(target: str) -> Path:
    return HERE / "crashes" / target


def _entry(word: str) -> str:
    """A word in the form of a dictionary of libFuzzer."""
    return '"' + "".join(f"\\x{byte:02x}" for byte in word.encode()) + '"\n'


class Attempts:
    """Runs a target; of all inputs that fail at one place in the code it keeps the shortest."""

    def __init__(self, target: ModuleType, folder: Path, branches: Callable[[], Branches]) -> None:
        self._branches = cache(branches)
        self._target = target
        self._folder = folder
        self._shortest: dict[str, int] = {}
        self._count = 0
        self._start = time.process_time()

    def attempt(self, data: bytes) -> None:
        """One input."""
        traits: Traits = ()
        branches = self._branches()
        branches.begin()
        try:
            traits = self._target.harness(data)
        except Exception as error:
            self._keep(data, error)
        branches.end(len(data), traits)
        self._count += 1
        if self._count % TOLD_EVERY == 0:
            self._tell()

    def _tell(self) -> None:
        rate = self._count / (time.process_time() - self._start)
        print(
            f"{self._count} executions, {rate:.0f} for each second of processor time, "
            f"{len(self._branches())} branches, {len(self._shortest)} failures",
            flush=True,
        )

    def _keep(self, data: bytes, error: Exception) -> None:
        last = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{type(error).__name__} {Path(last.filename).name}:{last.lineno}"
        if len(data) >= self._shortest.get(place, self._target.LONGEST + 1):
            return
        if place not in self._shortest:
            traceback.print_exception(error)
        self._shortest[place] = len(data)
        name = hashlib.sha1(place.encode()).hexdigest()[:10] + self._target.SUFFIX
        (self._folder / name).write_bytes(data)
        print(f"FAILED {place}: {name}, {len(data)} bytes", flush=True)


def mutator(atheris: ModuleType) -> Callable[[bytes, int, int], bytes]:
    """Half of the time whole lines change places, come twice or go; else bytes and words change."""

    def mutate(data: bytes, most: int, seed: int) -> bytes:
        chance = random.Random(seed)
        lines = data.split(b"\n")
        if chance.random() < 0.5 or len(lines) < 2:
            return bytes(atheris.Mutate(data, most))
        at, other = chance.randrange(len(lines)), chance.randrange(len(lines))
        match chance.randrange(4):
            case 0:
                del lines[at]
            case 1:
                lines.insert(other, lines[at])
            case 2:
                lines[at], lines[other] = lines[other], lines[at]
            case _:
                return bytes(atheris.Mutate(b"\n".join(lines[: at + 1]), most))
        return b"\n".join(lines)[:most]

    return mutate


if __name__ == "__main__":
    main()

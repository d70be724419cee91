"""Coverage-guided fuzzing of one target: `python tests/fuzz/run.py TARGET --seconds N`.

Needs atheris (`pip install -e '.[fuzz]'`). Begins with `seeds/TARGET` and keeps what reaches new
code in `--work`, also over several runs. A failure is written to `crashes/TARGET`, one input for
each place in the code, and fuzzing goes on; `test_stored.py` fails until the defect is mended.
"""

import argparse
import hashlib
import importlib
import random
import sys
import tempfile
import traceback
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from fuzz import TARGETS  # noqa: E402

MAX_LENGTH = 4096
MOST_MEMORY_MB = 2048
SLOWEST_SECONDS = 60


def main() -> None:
    """Fuzz as the command line says; libFuzzer prints figures on the way and at the end."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--work", type=Path, help="folder of found inputs; else one that goes")
    options = parser.parse_args()
    try:
        import atheris
    except ImportError:
        parser.error("atheris is not installed: pip install -e '.[fuzz]'")
    with tempfile.TemporaryDirectory() as scratch:
        found = options.work or Path(scratch)
        found.mkdir(parents=True, exist_ok=True)
        seeds = HERE / "seeds" / options.target
        with atheris.instrument_imports(include=["patuh_parser", "patuh"]):
            target = importlib.import_module(f"fuzz.{options.target}")
            for path in sorted(seeds.iterdir()):  # loads the modules that are imported on use
                target.harness(path.read_bytes())
        words = Path(scratch, "words.dict")
        words.write_text("".join(_entry(word) for word in target.WORDS), encoding="ascii")
        arguments = [
            sys.argv[0], f"-max_total_time={options.seconds}", f"-seed={options.seed}",
            f"-dict={words}", f"-max_len={MAX_LENGTH}", f"-rss_limit_mb={MOST_MEMORY_MB}",
            f"-timeout={SLOWEST_SECONDS}", f"-artifact_prefix={_crashes(options.target)}/",
            "-print_final_stats=1", "-reload=0", str(found), str(seeds),
        ]  # fmt: skip
        failures = Failures(target, _crashes(options.target))
        atheris.Setup(arguments, failures.attempt, custom_mutator=mutator(atheris))
        atheris.Fuzz()


def _crashes(target: str) -> Path:
    folder = HERE / "crashes" / target
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _entry(word: str) -> str:
    """A word in the form of a dictionary of libFuzzer."""
    return '"' + "".join(f"\\x{byte:02x}" for byte in word.encode()) + '"\n'


class Failures:
    """Runs a target; of all inputs that fail at one place in the code it keeps the shortest."""

    def __init__(self, target: ModuleType, folder: Path) -> None:
        self.target = target
        self.folder = folder
        self.shortest: dict[str, int] = {}

    def attempt(self, data: bytes) -> None:
        """One input."""
        try:
            self.target.harness(data)
        except Exception as error:
            self._keep(data, error)

    def _keep(self, data: bytes, error: Exception) -> None:
        last = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{type(error).__name__} {Path(last.filename).name}:{last.lineno}"
        if len(data) >= self.shortest.get(place, MAX_LENGTH + 1):
            return
        if place not in self.shortest:
            traceback.print_exception(error)
        self.shortest[place] = len(data)
        name = hashlib.sha1(place.encode()).hexdigest()[:10] + self.target.SUFFIX
        (self.folder / name).write_bytes(data)
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

"""Times of the stages of a check, beside bare clingo on the same programs and facts."""

import gc
import math
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import clingo

from patuh.checking import check, facts_of, ground, read
from patuh.engine import Session
from patuh.explain import explain
from patuh.finding import Finding, Place
from patuh.knowledge.programs import programs


@dataclass(frozen=True)
class Stages:
    """CPU seconds of the stages; `bare` is clingo alone, `findings` their number."""

    parse: float
    facts: float
    ground: float
    explain: float
    check: float
    bare: float
    findings: int

    @property
    def beside_clingo(self) -> float:
        """The whole check, relative to bare clingo on the same facts."""
        return self.check / self.bare

    @property
    def overhead(self) -> float:
        """All between text and findings, relative to reading and bare clingo."""
        return self.check / (self.parse + self.bare)

    @property
    def explanation(self) -> float:
        """Proofs and citations, relative to the check that ends with the atoms."""
        return self.explain / (self.parse + self.facts + self.ground)


def stages(text: str, repeats: int = 3) -> Stages:
    """The best of some runs of each stage: other work on the machine only ever adds."""
    runs = [_once(text) for _ in range(repeats)]
    return Stages(**{
        field.name: min(getattr(run, field.name) for run in runs) for field in fields(Stages)
    })  # fmt: skip


def _once(text: str) -> Stages:
    parse, (proposal, laws) = _timed(lambda: read(text, "u.sotk"))
    emit, facts = _timed(lambda: facts_of(proposal, laws))
    grounding, session = _timed(lambda: ground(facts, laws))
    places = {key: Place("u.sotk", span) for key, span in facts.places.items()}
    loci = {key: Place("u.sotk", span) for key, span in facts.loci.items()}
    ids = [law.id for law in laws]
    proving, found = _timed(lambda: _explained(session, places, loci))
    bare, _ = _timed(lambda: bare_clingo([program.text for program in programs(ids)], facts.text))
    whole, _ = _timed(lambda: check(text.encode(), "u.sotk"))
    return Stages(parse, emit, grounding, proving, whole, bare, len(found))


def _explained(
    session: Session, places: dict[str, Place], loci: dict[str, Place]
) -> tuple[Finding, ...]:
    return explain(session.findings(), session.derivations(), places, loci)


def bare_clingo(texts: Iterable[str], facts: str) -> clingo.Control:
    """The whole knowledge base and the facts, grounded without anything of ours."""
    control = clingo.Control(["--warn=none"])
    for text in texts:
        control.add("base", [], text)
    control.add("base", [], facts)
    control.ground([("base", [])])
    return control


def _timed(work: Callable[[], Any]) -> tuple[float, Any]:
    gc.collect()
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


def best_of(rounds: int, work: Callable[[], Any]) -> float:
    """The CPU seconds of the best of some rounds: other work on the machine only ever adds."""
    return min(_timed(work)[0] for _ in range(rounds))


def exponent(small: float, large: float, factor: float) -> float:
    """The power of the size by which a time grew when the size grew by `factor`."""
    return math.log(large / small, factor)


def interleaved(
    commands: dict[str, Sequence[str]],
    rounds: int,
    bytecode: Path,
    settings: Mapping[str, Mapping[str, str]],
) -> dict[str, list[float]]:
    """The CPU times of fresh processes by round, taken in turns so that all meet the same machine.

    `settings` adds to the environment of a command. Modules are compiled once, into `bytecode`,
    whatever the environment says: an installed package is compiled too.
    """
    common = {**os.environ, "PYTHONPYCACHEPREFIX": str(bytecode)}
    common.pop("PYTHONDONTWRITEBYTECODE", None)
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds + 1):
        for name, command in commands.items():
            before = _children()
            environment = {**common, **settings.get(name, {})}
            done = subprocess.run(command, env=environment, capture_output=True, timeout=120)
            assert done.returncode in (0, 1), done.stderr
            times[name].append(_children() - before)
    return {name: taken[1:] for name, taken in times.items()}


def _children() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


_PEAK = """\
import re, sys
from patuh.checking import check
check(open(sys.argv[1], "rb").read(), "u.sotk")
print(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1])
"""


def peak_megabytes(path: Path) -> float:
    """Peak resident memory of a process that checks one file, as Linux counts it from its start."""
    command = [sys.executable, "-c", _PEAK, str(path)]
    done = subprocess.run(command, capture_output=True, timeout=600, check=True)
    return int(done.stdout) / 1024


def table(title: str, head: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Prints a table; numbers with two decimals."""
    shown = [
        [f"{cell:.2f}" if isinstance(cell, float) else str(cell) for cell in row] for row in rows
    ]
    widths = [max(map(len, column)) for column in zip(head, *shown, strict=True)]
    print(f"\n{title}")
    for row in [head, *shown]:
        print("  " + "  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)))

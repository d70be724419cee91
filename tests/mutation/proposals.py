"""The proposals that may notice a mutant.

The cases of `tests/kb/cases/` and `tests/kb/national/`, the corpus, and those on which the findings
are held against a second reading of the law: random ones (`tests/oracle/test_differential.py`), and
what is said of one unit said of every sort (`test_every_sort.py`).
"""

from collections.abc import Container, Iterable
from pathlib import Path

from families import FOLDER, NATIONAL
from kb.test_limits import LIMITS, source
from oracle.comparing import PATH, seeded
from oracle.known import open_matters

from mutation.cases import Case, Given, grounded
from mutation.views import Shown
from patuh.checking import facts_of, input_of, read
from patuh.finding import place_of
from patuh.knowledge.programs import programs

SORTS = sorted((Path(__file__).parents[1] / "oracle" / "sorts").glob("*.sotk"))
RANDOM = range(600)
"""The seeds that `tests/oracle/test_differential.py` compares in every run."""


def written(paths: Iterable[Path]) -> list[Case]:
    """The proposals of files: what is told of each case, else its `#!` lines."""
    told = (FOLDER, NATIONAL[0].parents[1])
    views = (
        (path, "whole" if any(map(path.is_relative_to, told)) else "subjects") for path in paths
    )
    texts = ((path.stem, path.read_text(encoding="utf-8"), str(path), v) for path, v in views)
    return grounded("written", (_given(*text) for text in texts))


def sorted_out(checks: Container[str]) -> list[Case]:
    """What is said of units of every sort (`tests/oracle/test_every_sort.py`), of these checks."""
    paths = [path for path in SORTS if path.name.partition("_")[0].upper() in checks]
    texts = ((path.stem, path.read_text(encoding="utf-8"), PATH, "kinds") for path in paths)
    return grounded("sorts", (_given(*text) for text in texts))


def limits() -> list[Case]:
    """As many units as national law allows, and one more (`tests/kb/test_limits.py`)."""
    texts = ((f"{one.law} {n}", source(one, n)) for one in LIMITS for n in one.counts)
    return grounded("limits", (_given(name, text, PATH, "kinds") for name, text in texts))


def drawn(seeds: Iterable[int]) -> list[Case]:
    """Random proposals, without those that hold an open matter: the oracle may differ there."""
    texts = ((f"seed {seed}", seeded(seed)[1].text) for seed in seeds)
    closed = ((name, text) for name, text in texts if not open_matters(text))
    return grounded("drawn", (_given(name, text, PATH, "kinds") for name, text in closed))


def _given(name: str, text: str, path: str, view: str) -> Given:
    proposal, laws = read(text, path)
    law = laws[0]
    facts = facts_of(proposal, laws)
    places = {locus: place_of(path, span) for locus, span in facts.loci.items()}
    shown = Shown(places=places, input=input_of(path, proposal, laws))
    return Given(name, law.id, view, programs([law.id]), facts.text, shown)

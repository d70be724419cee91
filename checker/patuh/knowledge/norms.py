"""The facts of the knowledge base as values: the norms of a regulation, and what each sort is."""

import re
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path

from msgspec import Struct

from patuh.knowledge.programs import norms as norm_programs
from patuh.knowledge.programs import programs, vocabulary
from patuh.knowledge.root import of_kb

ANY = r"[a-z]\w*"
_AGENCY = "jenis_perangkat_daerah"
_ARGUMENT = r'"[^"]*"|\([^()]*\)|\w+'
_VALUE = r'"([^"]*)"|(\w+)'

Fact = tuple[str, tuple[str, ...]]
"""The predicate, and its values without quotes."""


class Sorts(Struct, frozen=True):
    """What the units of each sort are: the facts `jenis_…` of `kb/vocabulary/satuan.lp`."""

    agencies: frozenset[str]
    """Perangkat Daerah under one of the regulations asked for."""
    always_agencies: frozenset[str]
    """Perangkat Daerah under every regulation; the others may lie in one of these."""
    inside: frozenset[str]
    outside: frozenset[str]


@of_kb
def norms(regulation: str, predicate: str = ANY, root: Path | None = None) -> tuple[Fact, ...]:
    """The norms of a regulation in the order of its articles, one for each value of a pool.

    The first value is the regulation, the last one the provision.
    """
    every = norm_programs(regulation, root)
    return tuple(fact for program in every for fact in _facts(program.text, predicate))


def constants(regulations: Sequence[str], predicate: str, place: int) -> tuple[str, ...]:
    """The values at one place of the norms of a predicate, each once, in their order."""
    every = (fact for regulation in regulations for fact in norms(regulation, predicate))
    return tuple(dict.fromkeys(values[place] for _, values in every))


@of_kb
def vocabulary_facts(predicate: str, root: Path | None = None) -> tuple[Fact, ...]:
    """The facts of the vocabulary, which hold under every regulation."""
    return tuple(fact for program in vocabulary(root) for fact in _facts(program.text, predicate))


@of_kb
def facts_under(regulation: str, predicate: str) -> tuple[Fact, ...]:
    """The facts of all programs under a regulation: those of vocabulary and checks too."""
    return tuple(fact for one in programs([regulation]) for fact in _facts(one.text, predicate))


@of_kb
def sorts(regulations: tuple[str, ...], root: Path | None = None) -> Sorts:
    """What the sorts are under these regulations; a regulation may have sorts of its own."""

    always = vocabulary_facts(r"jenis_\w+", root)
    own = [fact for r in regulations for fact in norms(r, r"jenis_\w+", root)]

    def named(kind: str, *also: Fact) -> frozenset[str]:
        return frozenset(values[-1] for name, values in (*always, *also) if name == kind)

    return Sorts(
        named(_AGENCY, *own),
        named(_AGENCY),
        named("jenis_dalam_perangkat_daerah", *own),
        named("jenis_luar", *own),
    )


def _facts(text: str, predicate: str) -> Iterator[Fact]:
    """Every fact of the predicate, a pool such as `(dinas; badan)` as several facts."""
    fact = rf'^({predicate})\(((?:"[^"]*"|\([^()]*\)|[^()"])*)\)(?: :- peraturan\(\w+\))?\.$'
    for name, inner in re.findall(fact, text, re.MULTILINE):
        pools = (
            [string or word for string, word in re.findall(_VALUE, argument)]
            for argument in re.findall(_ARGUMENT, inner)
        )
        yield from ((name, values) for values in product(*pools))

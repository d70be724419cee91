"""The norms of a regulation by the provision under which they stand."""

from collections.abc import Mapping

from patuh.knowledge.norms import Fact
from patuh.knowledge.regulations import Regulation
from patuh.knowledge.root import of_kb
from patuh.revision.adequacy import norms_in
from patuh.revision.sides import parsed

_ROSTER = "daftar"


@of_kb
def by_leaf(law: Regulation) -> Mapping[str, tuple[str, ...]]:
    """The norms, as clingo prints them, by the id of their provision."""
    found: dict[str, list[str]] = {}
    for norm in norms_in(law).every:
        _, values = parsed(norm)
        found.setdefault(values[-1], []).append(norm)
    return {leaf: tuple(norms) for leaf, norms in found.items()}


def entry_norms(law: Regulation) -> Mapping[tuple[str, str, str], str]:
    """The entries of the list of units: the norm by Asisten, group and unit."""
    every = [norm for norms in by_leaf(law).values() for norm in norms]
    return {_entry(parsed(norm)): norm for norm in every if norm.startswith(f"{_ROSTER}(")}


def entry_norm(law: Regulation, entry: tuple[str, str, str], leaf: str) -> str:
    """The norm that an entry is."""
    asisten, group, unit = entry
    return f'{_ROSTER}({law.id},{asisten},{group},"{unit}","{leaf}")'


def _entry(fact: Fact) -> tuple[str, str, str]:
    _, (_, asisten, group, unit, _) = fact
    return asisten, group, unit

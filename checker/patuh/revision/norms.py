"""The norms that a revision drops or brings, in words."""

from collections.abc import Iterable, Iterator

from patuh.finding import Input
from patuh.knowledge.root import using
from patuh.messages import LANGUAGES
from patuh.report.atoms_said import phrase
from patuh.report.wording import Wording
from patuh.revision.language.said import kind_of
from patuh.revision.records import NormChange
from patuh.revision.sides import Sides, parsed


def changed_norms(both: Sides) -> tuple[NormChange, ...]:
    """The norms that only one of the sides has, by provision as that side numbers it."""
    return tuple(sorted([*_norms(both, gone=True), *_norms(both, gone=False)]))


def in_force(both: Sides, facts: Iterable[str]) -> dict[str, NormChange]:
    """Norms of the old side, as clingo prints them, each as one that may go."""
    found = {fact: [*_stated(both, [fact], gone=True)] for fact in facts}
    return {fact: one[0] for fact, one in found.items() if one}


def _norms(both: Sides, *, gone: bool) -> Iterator[NormChange]:
    yield from _stated(both, both.change.gone if gone else both.change.came, gone=gone)


def _stated(both: Sides, facts: Iterable[str], *, gone: bool) -> Iterator[NormChange]:
    source = Input("", (both.law,), "sebagian", "")
    with using(both.old_root if gone else both.new_root):
        for name, values in map(parsed, facts):
            if values and values[-1].startswith("pasal-"):
                leaf = values[-1] if gone else both.leaves.get(values[-1], values[-1])
                kind = kind_of(both.law, (name, (*values[:-1], leaf))) or ""
                said = {lang: phrase(name, values, Wording(lang, source)) for lang in LANGUAGES}
                yield NormChange(leaf, name, values[1:-1], gone, kind, said)

"""What follows from the written cases and the corpus, each family of checks derived in one pass.

Grounding the rules takes most of the time of a small proposal and is the same for all of a family;
the tests of `kb/` and those of the oracle ask about the same ones, so they share the pass.
"""

from collections import Counter
from functools import cache
from pathlib import Path

from families import FAMILIES, family_of
from oracle.comparing import Derived, derived

from patuh.checking import input_of
from patuh.engine.atoms.derivation import Atom
from patuh.explain.findings import named_terms
from patuh.finding import Value
from patuh.knowledge.messages import check_messages
from patuh.report.wording import Wording
from patuh_parser.sotk import SotkError


@cache
def family(name: str) -> dict[Path, Derived | SotkError]:
    """What follows from each proposal of a family, or why it cannot be read."""
    paths = FAMILIES[name]
    texts = [path.read_text(encoding="utf-8") for path in paths]
    return dict(zip(paths, derived(texts, list(map(str, paths))), strict=True))


def findings(path: Path) -> Counter[tuple[str, str, str]]:
    """The multiset of (level, check, subject), as the lines `#!` of a proposal state it.

    Atoms that agree in all but their place are one finding, which what its case collects makes no
    other; the regulation is one that applies.
    """
    derived = family(family_of(path) or "corpus")[path]
    if isinstance(derived, SotkError):
        raise derived
    said = input_of(str(path), derived.proposal, derived.laws)
    wording = Wording("id", said)
    counted: Counter[tuple[str, str, str]] = Counter()
    for level, regulation, check, _, (term, subject), _ in {
        (*atom.arguments[:4], *_content(atom))
        for atom in derived.atoms
        if atom.predicate == "temuan"
    }:
        assert regulation in said.regulations
        counted[str(level), str(check).upper(), wording.value(subject, term)] += 1
    return counted


def _content(atom: Atom) -> tuple[tuple[str, Value], str]:
    """The subject of a finding, and its content without what its case collects."""
    _, _, check, case, _, content = atom.arguments
    terms = named_terms(content)
    subject = next(iter(terms.items()))
    collects = check_messages("id")[str(check)].cases[str(case)].collects
    return subject, repr([item for item in terms.items() if item == subject or item[0] != collects])

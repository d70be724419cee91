"""The product against this reading, and the smallest proposal on which they differ."""

from collections.abc import Callable, Sequence
from itertools import islice
from random import Random
from typing import NamedTuple

from oracle import side_by_side
from oracle.generate import Draft, draft
from oracle.reading import findings, reads
from oracle.view import Found
from patuh.checking import facts_of, ground, read
from patuh.engine.atoms.derivation import Atom
from patuh.knowledge.regulations import Regulation
from patuh_parser.sotk import SotkError
from patuh_parser.sotk.model import Proposal

REGENCIES = ("paser", "kutim")
PATH = "usulan.sotk"


def seeded(seed: int) -> tuple[str, Draft]:
    """The proposal of a seed, and its regency."""
    regency = REGENCIES[seed % 2]
    return regency, draft(Random(f"{regency} {seed // 2}"), regency)


def both(text: str, path: str = PATH) -> tuple[set[Found], set[Found]] | None:
    """What the product finds and what the oracle finds; None if the text cannot be read.

    `path` says where the base of a proposal that has one is looked for.
    """
    try:
        proposal, laws = read(text, path)
    except SotkError:
        return None
    session = ground(facts_of(proposal, laws), laws)
    return sides(Derived(proposal, laws, session.findings()))


class Derived(NamedTuple):
    """A proposal, the regulations that apply to it, and the atoms of its findings."""

    proposal: Proposal
    laws: tuple[Regulation, ...]
    atoms: list[Atom]


def derived(texts: Sequence[str], paths: Sequence[str] = ()) -> list[Derived | SotkError]:
    """What follows from many, whose rules are grounded once for all of a regulation."""
    every: list[Derived | SotkError] = []
    groups: dict[str, list[tuple[Derived, str]]] = {}
    for text, path in zip(texts, paths or [PATH] * len(texts), strict=True):
        try:
            proposal, laws = read(text, path)
        except SotkError as error:
            every.append(error)
            continue
        one = Derived(proposal, laws, [])
        every.append(one)
        law, *_ = laws
        groups.setdefault(law.id, []).append((one, facts_of(proposal, laws).text))
    for law_id, group in groups.items():
        found = side_by_side.findings(law_id, [facts for _, facts in group])
        for (one, _), atoms in zip(group, found, strict=True):
            one.atoms.extend(atoms)
    return every


def sides(one: Derived | SotkError) -> tuple[set[Found], set[Found]] | None:
    """`both` of what is derived already; of national law `m.py` has the limits alone."""
    if isinstance(one, SotkError):
        return None
    own = [law.id for law in one.laws if not law.nationwide]
    held = (atom for atom in one.atoms if reads(*map(str, atom.arguments[1:3]), own))
    return set(map(found, held)), {found for law in own for found in findings(one.proposal, law)}


def both_of_many(
    texts: Sequence[str], paths: Sequence[str] = ()
) -> list[tuple[set[Found], set[Found]] | None]:
    """`both` of each, grounded together."""
    return list(map(sides, derived(texts, paths)))


def found(atom: Atom) -> Found:
    """Level, check and subject of a finding."""
    level, _, check, _, _, content = atom.arguments
    subject = content[1][0][1][0]
    if isinstance(subject, tuple):
        subject = subject[0]
    return str(level), str(check).upper(), subject


def minimal(start: Draft, differs: Callable[[Draft], bool]) -> Draft:
    """Leave out parts, again and again from the front, while it still differs."""
    here, going = start, True
    while going:
        going, at = False, 0
        while less := next(islice(here.smaller(), at, None), None):
            if differs(less):
                here, going = less, True
            else:
                at += 1
    return here


def disagreement(start: Draft, like: Found | None = None) -> str | None:
    """A report on the smallest form of a proposal on which both sides differ, None if they agree.

    `like` asks for a form that still differs in this one finding.
    """

    def differs(candidate: Draft) -> bool:
        sides = both(candidate.text)
        if sides is None:
            return False
        return like in sides[0] ^ sides[1] if like else sides[0] != sides[1]

    if not differs(start):
        return None
    small = minimal(start, differs)
    sides = both(small.text)
    assert sides is not None
    product, oracle = sides
    return "\n".join(
        [
            small.text,
            f"only the product: {sorted(product - oracle, key=str)}",
            f"only the oracle:  {sorted(oracle - product, key=str)}",
            f"both:             {sorted(oracle & product, key=str)[:12]}",
        ]
    )

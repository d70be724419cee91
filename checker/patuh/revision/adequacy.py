"""Proposals that show of every norm that it counts: without it the findings are others.

They are stored in `corpus/certificates`, one table a regulation, each with the norms that it
tells apart. A norm beside others that would do as well has one in which a finding rests on it
(`cited`): without it that finding cites one provision less; or one in which it is needed where
those others are not there (`beside`). A norm that also stands under another provision may have
none.
"""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from patuh.checking import check, facts_of, read
from patuh.engine.rules.changes import Side, side
from patuh.engine.rules.statements import of_program, statements
from patuh.engine.solving.reverting import Group, Reverting
from patuh.finding import Proof
from patuh.knowledge.programs import Program, norms, programs
from patuh.knowledge.regulations import Regulation
from patuh.knowledge.root import corpus_root, of_kb
from patuh.revision.sides import of_region, without
from patuh_parser.stored import toml

FOLDER = "corpus/certificates"
_UNTESTED = "ketentuan_tak_diuji"
_SPACE = re.compile(r""", (?=(?:[^"]*"[^"]*")*[^"]*$)""")
"""Behind a comma, but within no string."""
_LEAF = re.compile(r',"[^"]*"\)$')


class Certificate(Struct, frozen=True):
    """A proposal and the norms, as clingo prints them, without each of which it has others.

    So it is where the norms `beside` them are not there. On those that are `cited` a finding rests
    beside others.
    """

    text: str
    norms: tuple[str, ...] = ()
    cited: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()


class Norms(Struct, frozen=True):
    """The norms of a regulation."""

    law: Regulation
    every: tuple[str, ...]

    @property
    def twins(self) -> dict[str, tuple[str, ...]]:
        """The norms that stand under several provisions, each with the other ones."""
        alike: dict[str, list[str]] = {}
        for norm in self.every:
            alike.setdefault(without_leaf(norm), []).append(norm)
        return {
            norm: tuple(other for other in same if other != norm)
            for same in alike.values()
            for norm in same
            if len(same) > 1
        }

    def told(self, text: str, among: Iterable[str], beside: Iterable[str] = ()) -> tuple[str, ...]:
        """Those of the norms without which the proposal has other findings, if `beside` are gone.

        Errors as of reading a proposal.
        """
        proposal, laws = read(text, "contoh.sotk")
        facts = facts_of(proposal, laws).text
        own = next((law.id for law in laws if not law.nationwide), self.law.id)
        used = _without_norms_of(self.law.id, own)
        one = Reverting(used, [Group(came=(norm,)) for norm in self.every], facts)
        at = {norm: index for index, norm in enumerate(self.every)}
        gone = [at[norm] for norm in beside if norm in at]
        needed = one.needed((at[norm] for norm in among if norm in at), gone)
        return tuple(norm for norm in among if at.get(norm) in needed)


def resting_on(text: str) -> frozenset[str]:
    """The norms on which findings of a proposal rest; errors as of reading a proposal."""
    found = check(text.encode(), "contoh.sotk").findings
    proofs = [part.proof for finding in found for part in finding.each if part.proof is not None]
    nodes = (node for proof in proofs for node in _nodes(proof))
    return frozenset(_SPACE.sub(",", node.atom) for node in nodes if node.kind == "norm")


def _nodes(proof: Proof) -> Iterator[Proof]:
    yield proof
    for child in proof.children:
        yield from _nodes(child)


def without_leaf(norm: str) -> str:
    """A norm, as clingo prints it, without the id of its provision."""
    return _LEAF.sub("", norm)


@of_kb
def norms_in(law: Regulation) -> Norms:
    """The norms of a regulation of the knowledge base in use."""
    return Norms(law, _norms_of(law.id, side(statements(programs([law.id])), of_region(law.id))))


@of_kb
def _without_norms_of(law: str, own: str) -> tuple[Program, ...]:
    """What applies where a regulation `own` is in force, without the norms of `law`."""
    used = programs([own])
    one = side(statements(used), of_region(own))
    return without(used, one, set(_norms_of(law, one)))


def _norms_of(law: str, one: Side) -> tuple[str, ...]:
    heads = {s.head for program in norms(law) for s in of_program(program)} - {_UNTESTED}
    facts = (fact for head in heads for fact in one.facts.get(head, ()))
    return tuple(sorted(fact for fact in facts if fact.partition("(")[2].startswith(f"{law},")))


@of_kb
def stored(law: str) -> tuple[Certificate, ...]:
    """The certificates of a regulation as stored, whether or not they still hold."""
    path = corpus_root().parent / FOLDER / f"{law}.toml"
    found = toml(path)["certificate"] if path.is_file() else ()
    return tuple(
        Certificate(one["text"], *(tuple(one.get(key, ())) for key in ("norms", "cited", "beside")))
        for one in found
    )

"""Proof trees in the law's words, ready to draw: what several share is drawn once."""

import re
from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from patuh.finding import Citation, Finding, Place, Proof, ProofKind
from patuh.report.atoms_said import phrase
from patuh.report.wording import Wording

_AGGREGATES = ("count", "min", "max", "sum")
_AGGREGATE = re.compile(rf"(.*?)#({'|'.join(_AGGREGATES)})")


class TreeNode(Struct, frozen=True):
    """A line of the tree: what it says, and the sentence or provision it leads to.

    A subtree that occurs again has a `number` where it is drawn; elsewhere a node with this number
    stands for it that is `again` and has no children.
    """

    kind: ProofKind
    text: str
    place: Place | None = None
    citation: Citation | None = None
    children: tuple["TreeNode", ...] = ()
    number: int = 0
    again: bool = False


class Trees:
    """The whole trees of the findings of one result, to be drawn in the order of the calls."""

    def __init__(self, findings: Iterable[Finding], wording: Wording) -> None:
        self._wording = wording
        self._same: dict[int, int] = {}
        self._known: dict[tuple[object, ...], int] = {}
        self._times: Counter[int] = Counter()
        self._numbers: dict[int, int] = {}
        self._kept = [proof for finding in findings for proof in finding.proofs]
        for proof in self._kept:
            self._identify(proof)
        for proof in self._kept:
            self._count(proof)

    def below(self, node: Proof) -> tuple[TreeNode, ...]:
        """What a node of one of the proofs rests on; guards of no more to tell are one line."""
        guards = [child for child in node.children if child.kind == "absence"]
        guards = [child for child in guards if not child.children]
        if len(guards) < 2:
            return tuple(map(self._node, node.children))
        kept = tuple(self._node(child) for child in node.children if child not in guards)
        return (*kept, TreeNode("absence", self._none_of(guards)))

    def _identify(self, node: Proof) -> int:
        """A number that all subtrees of the same literals have."""
        same = self._same.get(id(node))
        if same is None:
            below = tuple(self._identify(child) for child in node.children)
            key = (node.kind, node.atom, node.others, below)
            same = self._same[id(node)] = self._known.setdefault(key, len(self._known))
        return same

    def _count(self, node: Proof) -> None:
        """How often it is drawn; what is below a subtree only the first time."""
        same = self._same[id(node)]
        self._times[same] += 1
        if self._times[same] == 1:
            for child in node.children:
                self._count(child)

    def _node(self, proof: Proof) -> TreeNode:
        text, same = in_words(proof, self._wording), self._same[id(proof)]
        number, again = 0, False
        if proof.children and self._times[same] > 1:
            again = same in self._numbers
            number = self._numbers.setdefault(same, len(self._numbers) + 1)
        children = () if again else self.below(proof)
        return TreeNode(proof.kind, text, proof.place, proof.citation, children, number, again)

    def _none_of(self, guards: Iterable[Proof]) -> str:
        """That there is none of the exceptions that a rule has."""
        lead = self._wording.say("proof.absence", text="")
        told = (in_words(guard, self._wording).removeprefix(lead) for guard in guards)
        return self._wording.say("proof.absence", text="; ".join(told))


def in_words(proof: Proof, wording: Wording) -> str:
    """What a node of a proof says."""
    text = phrase(proof.predicate, proof.arguments, wording) if proof.predicate else ""
    if proof.kind == "condition":
        text = _readable(proof.atom, wording)
    elif proof.kind == "count":
        text = _counted(proof.atom, wording)
    elif proof.kind == "failed" and proof.atom.startswith("not "):
        text = wording.say("proof.excepted", text=text)
    elif proof.kind in {"absence", "failed", "near"}:
        text = wording.say(f"proof.{proof.kind}", text=text or _readable(proof.atom, wording))
    elif proof.kind == "attempt":
        text = wording.say("proof.attempt")
    if proof.others:
        text += f" ({wording.say('proof.others', count=proof.others)})"
    return text


def _counted(text: str, wording: Wording) -> str:
    """An aggregate: what it is of, and what its value is compared with."""
    match = _AGGREGATE.match(text)
    if match is None:
        return _readable(text, wording)
    guard = f"{_readable(match[1].strip(), wording)} " if match[1] else ""
    return f"{guard}{wording.say(f'proof.{match[2]}')}"


def _readable(text: str, wording: Wording) -> str:
    """A comparison or aggregate with the usual signs and without quotes around names."""
    for sign, mark in (("!=", "≠"), ("<=", "≤"), (">=", "≥")):
        text = text.replace(sign, mark)
    words = [wording.value(word) if word.isidentifier() else word for word in text.split(" ")]
    return " ".join(words).replace('"', "")

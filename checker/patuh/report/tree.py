"""Proof trees in the law's words, ready to draw: one node for each literal, none left out."""

import re

from msgspec import Struct

from patuh.finding import Citation, Place, Proof, ProofKind
from patuh.report.atoms_said import phrase
from patuh.report.wording import Wording

_AGGREGATES = ("count", "min", "max", "sum")
_AGGREGATE = re.compile(rf"(.*?)#({'|'.join(_AGGREGATES)})")


class TreeNode(Struct, frozen=True):
    """A line of the tree: what it says, and the sentence or provision it leads to."""

    kind: ProofKind
    text: str
    place: Place | None
    citation: Citation | None
    children: tuple["TreeNode", ...]


def tree(proof: Proof, wording: Wording) -> TreeNode:
    """The whole tree of a proof."""
    children = tuple(tree(child, wording) for child in proof.children)
    text = in_words(proof, wording)
    return TreeNode(proof.kind, text, proof.place, proof.citation, children)


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

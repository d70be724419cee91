"""Proof trees in the law's words, ready to draw: one node for each literal, none left out."""

from collections.abc import Iterator
from dataclasses import dataclass

from patuh.finding import Citation, Place, Proof, ProofKind
from patuh.report.phrases import phrase
from patuh.report.wording import Wording

_WORDS = {
    "id": {
        "absence": "tidak ada: {text}",
        "count": "dihitung: {text}",
        "condition": "{text}",
        "attempt": "dicari, tetapi tidak ditemukan:",
        "failed": "tidak terpenuhi: {text}",
        "excepted": "dikecualikan, karena: {text}",
        "near": "yang paling mendekati: {text}",
        "others": "dan {count} alasan lain",
        "reading": "tafsir yang dipakai: {text}",
    },
    "en": {
        "absence": "there is none: {text}",
        "count": "counted: {text}",
        "condition": "{text}",
        "attempt": "sought, but not found:",
        "failed": "does not hold: {text}",
        "excepted": "excepted, for: {text}",
        "near": "nearest: {text}",
        "others": "and {count} further reasons",
        "reading": "reading in force: {text}",
    },
}


@dataclass(frozen=True, slots=True)
class TreeNode:
    """A line of the tree: what it says, and the sentence or provision it leads to."""

    kind: ProofKind
    text: str
    place: Place | None
    citation: Citation | None
    children: tuple["TreeNode", ...]


def tree(proof: Proof, wording: Wording) -> TreeNode:
    """The whole tree of a proof."""
    words = _WORDS[wording.lang]
    text = phrase(proof.predicate, proof.arguments, wording) if proof.predicate else ""
    if proof.kind in {"condition", "count"}:
        text = words[proof.kind].format(text=_readable(proof.atom, wording))
    elif proof.kind == "failed" and proof.atom.startswith("not "):
        text = words["excepted"].format(text=text)
    elif proof.kind in {"absence", "failed", "near"}:
        text = words[proof.kind].format(text=text or _readable(proof.atom, wording))
    elif proof.kind == "attempt":
        text = words["attempt"]
    if proof.others:
        text += f" ({words['others'].format(count=proof.others)})"
    children = tuple(tree(child, wording) for child in proof.children)
    return TreeNode(proof.kind, text, proof.place, proof.citation, children)


def draw(node: TreeNode, prefix: str = "") -> Iterator[tuple[str, TreeNode]]:
    """Each node below `node` with the line art that leads to it."""
    for number, child in enumerate(node.children):
        last = number == len(node.children) - 1
        yield f"{prefix}{'└─ ' if last else '├─ '}", child
        yield from draw(child, prefix + ("   " if last else "│  "))


def _readable(text: str, wording: Wording) -> str:
    """A comparison or aggregate with the usual signs and without quotes around names."""
    for sign, mark in (("!=", "≠"), ("<=", "≤"), (">=", "≥")):
        text = text.replace(sign, mark)
    words = [wording.value(word) if word.isidentifier() else word for word in text.split(" ")]
    return " ".join(words).replace('"', "")

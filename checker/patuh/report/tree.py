"""Proof trees in the law's words, ready to draw: one node for each literal, none left out."""

import re
from collections.abc import Iterator

from msgspec import Struct

from patuh.finding import Citation, Place, Proof, ProofKind
from patuh.report.phrases import phrase
from patuh.report.wording import Wording

_WORDS = {
    "id": {
        "absence": "tidak ada: {text}",
        "#count": "banyaknya yang berikut",
        "#min": "yang terkecil atau pertama di antara yang berikut",
        "#max": "yang terbesar atau terakhir di antara yang berikut",
        "#sum": "jumlah yang berikut",
        "attempt": "dicari, tetapi tidak ditemukan:",
        "failed": "tidak terpenuhi: {text}",
        "excepted": "dikecualikan, karena: {text}",
        "near": "yang paling mendekati: {text}",
        "others": "alasan lain: {count}",
    },
    "en": {
        "absence": "there is none: {text}",
        "#count": "the number of the following",
        "#min": "the least or first of the following",
        "#max": "the greatest or last of the following",
        "#sum": "the sum of the following",
        "attempt": "sought, but not found:",
        "failed": "does not hold: {text}",
        "excepted": "excepted, for: {text}",
        "near": "nearest: {text}",
        "others": "further reasons: {count}",
    },
}


_AGGREGATE = re.compile(r"(.*?)(#count|#min|#max|#sum)")


class TreeNode(Struct, frozen=True):
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
    if proof.kind == "condition":
        text = _readable(proof.atom, wording)
    elif proof.kind == "count":
        text = _counted(proof.atom, wording)
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


def _counted(text: str, wording: Wording) -> str:
    """An aggregate: what it is of, and what its value is compared with."""
    match = _AGGREGATE.match(text)
    if match is None:
        return _readable(text, wording)
    guard = f"{_readable(match[1].strip(), wording)} " if match[1] else ""
    return f"{guard}{_WORDS[wording.lang][match[2]]}"


def _readable(text: str, wording: Wording) -> str:
    """A comparison or aggregate with the usual signs and without quotes around names."""
    for sign, mark in (("!=", "≠"), ("<=", "≤"), (">=", "≥")):
        text = text.replace(sign, mark)
    words = [wording.value(word) if word.isidentifier() else word for word in text.split(" ")]
    return " ".join(words).replace('"', "")

"""Proofs as text: the sentences and norms that a finding rests on, or the whole tree."""

from collections.abc import Iterator, Sequence

from patuh.finding import Finding, Proof
from patuh.report.atoms_said import phrase
from patuh.report.terminal.style import Style
from patuh.report.tree import TreeNode
from patuh.report.wording import Wording
from patuh_parser.text.shown import shown

_LEAVES = ("norm", "sentence")
_MOST = 6
"""Lines of a short proof: what can be read aloud."""


def short(finding: Finding, wording: Wording) -> Iterator[str]:
    """The norms, then what the proposal says, a line of it once; at most six lines in all."""
    told: dict[str, str] = {}
    nodes = [
        node for node in finding.nodes() if node.kind in _LEAVES and not _of_law(node, wording)
    ]
    for node in sorted(nodes, key=lambda node: _LEAVES.index(node.kind)):
        text = phrase(node.predicate, node.arguments, wording)
        where = _where(node, wording, finding)
        if where and len(text) > len(told.get(where, "")):
            told[where] = text
    rows = [f"{where}: {text}" for where, text in told.items()]
    yield from rows[: _MOST if len(rows) == _MOST else _MOST - 1]
    if len(rows) > _MOST:
        yield wording.say("proof.further", count=len(rows) - _MOST + 1)


def _of_law(node: Proof, wording: Wording) -> bool:
    """Whether it only says that the regulation applies."""
    return node.kind == "sentence" and node.arguments[:1] in [(law,) for law in wording.regulations]


def _where(node: Proof | TreeNode, wording: Wording, finding: Finding) -> str:
    """What a leaf leads to: a provision, or a line; of another file with its path."""
    if node.kind == "norm":
        return node.citation.label if node.citation is not None else ""
    if node.place is None:
        return ""
    line = wording.line(node.place)
    other = node.place.path != finding.place.path
    return f"{shown(node.place.path)}, {line}" if other else line


def whole(
    nodes: Sequence[TreeNode], finding: Finding, wording: Wording, style: Style, prefix: str
) -> Iterator[str]:
    """The trees below a node of the finding's proof, each line behind the prefix."""
    for at, node in enumerate(nodes, 1):
        art, further = ("└─ ", "   ") if at == len(nodes) else ("├─ ", "│  ")
        text = shown(node.text)
        if where := _where(node, wording, finding):
            text += f" [{where}]"
        if node.number:
            key = "proof.again" if node.again else "proof.number"
            text += f" {wording.say(key, number=node.number)}"
        yield from style.wrapped(text, prefix + art, f"{prefix}{further}  ")
        yield from whole(node.children, finding, wording, style, prefix + further)

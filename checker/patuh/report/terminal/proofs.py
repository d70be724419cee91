"""Proofs as text: the sentences and norms that a finding rests on, or the whole tree."""

from collections import Counter
from collections.abc import Iterable, Iterator

from patuh.finding import Finding, Proof
from patuh.report.atoms_said import phrase
from patuh.report.terminal.style import Style
from patuh.report.tree import in_words
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


def _where(node: Proof, wording: Wording, finding: Finding) -> str:
    """What a leaf leads to: a provision, or a line; of another file with its path."""
    if node.kind == "norm":
        return node.citation.label if node.citation is not None else ""
    if node.place is None:
        return ""
    line = wording.line(node.place)
    other = node.place.path != finding.place.path
    return f"{shown(node.place.path)}, {line}" if other else line


class Trees:
    """The whole trees of the findings of one result; what they share is drawn once.

    A subtree that occurs again has a number where it is drawn, and is referred to by it elsewhere.
    """

    def __init__(self, findings: Iterable[Finding], wording: Wording, style: Style) -> None:
        self._wording, self._style = wording, style
        self._same: dict[int, int] = {}
        self._known: dict[tuple[object, ...], int] = {}
        self._times: Counter[int] = Counter()
        self._numbers: dict[int, int] = {}
        self._kept = [proof for finding in findings for proof in finding.proofs]
        for proof in self._kept:
            self._identify(proof)
        for proof in self._kept:
            self._count(proof)

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

    def lines(self, node: Proof, finding: Finding, prefix: str) -> Iterator[str]:
        """The tree below a node of the finding's proof, each line behind the prefix."""
        guards = [child for child in node.children if child.kind == "absence"]
        guards = [child for child in guards if not child.children]
        kept = [child for child in node.children if len(guards) < 2 or child not in guards]
        told = [self._wording.say("proof.absence", text=_bare(guards, self._wording))]
        parts: list[Proof | str] = [*kept, *(told if len(guards) > 1 else ())]
        for at, child in enumerate(parts, 1):
            art, further = ("└─ ", "   ") if at == len(parts) else ("├─ ", "│  ")
            yield from self._part(child, finding, prefix + art, prefix + further)

    def _part(self, part: Proof | str, finding: Finding, first: str, further: str) -> Iterator[str]:
        if isinstance(part, str):
            yield from self._style.wrapped(part, first, f"{further}  ")
            return
        wording, same, drawn = self._wording, self._same[id(part)], True
        text = shown(in_words(part, wording))
        if where := _where(part, wording, finding):
            text += f" [{where}]"
        if part.children and self._times[same] > 1:
            drawn = same not in self._numbers
            number = self._numbers.setdefault(same, len(self._numbers) + 1)
            text += f" {wording.say('proof.number' if drawn else 'proof.again', number=number)}"
        yield from self._style.wrapped(text, first, f"{further}  ")
        if drawn:
            yield from self.lines(part, finding, further)


def _bare(guards: Iterable[Proof], wording: Wording) -> str:
    """What none is there of: the exceptions that a rule has."""
    lead = wording.say("proof.absence", text="")
    return "; ".join(shown(in_words(guard, wording)).removeprefix(lead) for guard in guards)

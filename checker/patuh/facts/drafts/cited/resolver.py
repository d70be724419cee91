"""What the citations of a draft point to: provisions of the draft, or of what it amends.

The reader gives citations as written; here each becomes the ids of the provisions that it names.
`ayat (1)` alone means the pasal in which it stands, `huruf a` the nearest list above it.
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from patuh.consolidation import applies, consolidate
from patuh.facts.drafts.cited.whole import whole_articles
from patuh_parser.legal.model import Draft, Node, Reference
from patuh_parser.legal.parts.cited_units import (
    RANK,
    CitedUnit,
    container_first,
    continues,
    label_of,
    part_of,
    units_in,
)

_ELSEWHERE = re.compile(
    r",? (?:dari |dalam |pada )?"
    r"(?!(?:Undang|Peraturan|Keputusan|Instruksi|Qanun)[^.;,]{0,60} ini\b)"
    r"(?:Undang|UU|Peraturan|Keputusan|Instruksi|Qanun|Kitab|KUH|Konvensi|Perjanjian|Persetujuan"
    r"|Traktat|Statuta|Piagam|Treaty|Convention|Agreement|Lampiran)\w{0,9}\b"
)
"""Words after a citation that make it one of another text, or of an attachment."""
_LATER = re.compile(r"[^.;:]{0,150}\bdalam (?:Peraturan|Keputusan|Qanun)\b(?![^.;,]{0,60} ini\b)")
"""Words after a bab or bagian, with its title, of another regulation."""
_PARENTS = ("menimbang", "mengingat", "memperhatikan", "ayat")


class Target(Struct, frozen=True):
    """A provision that a citation names: its id, its label, and whether only a range covers it."""

    id: str
    label: str
    between: bool = False


class Resolver:
    """Finds what the citations of one draft mean; `base` is the regulation that it amends."""

    def __init__(self, draft: Draft, base: Draft | None = None) -> None:
        self._above: dict[int, Node] = {}
        for node in draft.everywhere():
            self._above.update({id(child): node for child in node.children})
        self.quoted = frozenset(n.id for n in draft.walk() if n.quoted and n.id)
        own = {n.id for n in draft.everywhere() if n.id and not n.quoted}
        self.applied = (
            consolidate(draft, base) if base is not None and applies(draft, base) else None
        )
        """The regulation amended with the instructions of the draft applied to it."""
        left = self.applied.ids if self.applied else _ids(base)
        self.ids = frozenset(own) | self.quoted | left
        self._orders = frozenset(id(one.node) for one in draft.amendments if self.applied)
        self._before = _ids(base) | self.quoted
        self._body = frozenset(id(n) for n in draft.walk() if not n.quoted)
        self._amends = draft.amending
        self.has_base = base is not None
        self._whole = frozenset() if self.has_base else whole_articles(draft)
        numbered = [n for n in draft.walk() if n.id]
        self._order = {n.id: at for at, n in enumerate(numbered)}
        self._by_id = {n.id: n for n in numbered}

    def above(self, node: Node) -> Iterator[Node]:
        """Yield the nodes above a node, the nearest first."""
        current = self._above.get(id(node))
        while current is not None:
            yield current
            current = self._above.get(id(current))

    def node(self, target: str) -> Node | None:
        """Return the node of this draft that an id is of."""
        return self._by_id.get(target)

    def provision(self, target: str) -> Node | None:
        """Return the pasal or ayat of this draft that a provision is, or lies in."""
        while target:
            node = self._by_id.get(target)
            if node is not None and node.kind in ("pasal", "ayat"):
                return node
            target = target.rpartition(".")[0]
        return None

    def exists(self, target: str, reference: Reference) -> bool:
        """Tell whether a provision is there: in the draft, or in the amended regulation.

        An instruction (`Pasal 4 dihapus`) speaks of the amended regulation as it was.
        """
        return target in (self._before if self._instructs(reference) else self.ids)

    def _instructs(self, reference: Reference) -> bool:
        return self._amends and id(reference.node) in self._body

    def decided(self, reference: Reference) -> bool:
        """Tell whether it can be known where a citation leads.

        In an amending draft the provisions meant are those of the regulation amended, so that
        nothing is known without it.
        """
        if id(reference.node) in self._orders:  # T34 says what an instruction is on in vain
            return False
        if self.elsewhere(reference):
            return False
        if self._instructs(reference) and not reference.text.startswith(("Pasal", "BAB", "Bab")):
            units = container_first(units_in(reference.text))
            if not units or units[0][0] != "pasal":
                return False
        if self._under_repeated_number(reference):
            return False
        above = {reference.node.kind, *(node.kind for node in self.above(reference.node))}
        if above & {"mengingat", "memperhatikan"}:
            return False
        return not self._amends or self.has_base or "menimbang" in above

    def lacking(self, reference: Reference) -> Iterator[Target]:
        """Yield what new words of an amending draft cite in a pasal that it quotes whole.

        Known without the regulation amended: the pasal is there, from the first ayat to the last.
        """
        if self.has_base or not reference.node.quoted or self.elsewhere(reference):
            return
        for target in self.targets(reference):
            if target.id.split(".")[0] in self._whole and target.id not in self.ids:
                yield target

    def quotes_whole(self, node: Node) -> bool:
        """Tell whether new words of an amending draft lie in a pasal that it quotes whole."""
        above = [node, *self.above(node)]
        return any(one.kind == "pasal" and one.id in self._whole for one in above)

    def elsewhere(self, reference: Reference) -> bool:
        """Tell whether the words behind a citation make it one of another text."""
        end = reference.start + len(reference.text)
        text = reference.node.text
        grouped = reference.text[:1] in "Bb" or reference.text.startswith("Paragraf")
        return bool(_ELSEWHERE.match(text, end)) or (
            grouped and self._of_another(text, reference.start, end)
        )

    def _under_repeated_number(self, reference: Reference) -> bool:
        """Tell whether a citation leads from a unit whose number, used before, is no place.

        `huruf a` of the second `ayat (2)` is not that of the first; T25 tells the number.
        """
        if reference.text[:1].isupper():
            return False
        return any(
            node.number and not node.id
            for node in (reference.node, *self.above(reference.node))
            if node.kind in ("pasal", "diktum") or not reference.text.startswith("ayat")
        )

    def _of_another(self, text: str, start: int, end: int) -> bool:
        """Tell whether a bab or bagian is that of an annexed document or another regulation."""
        annexed = not start or not any(i.startswith("bab-") for i in self.ids)
        return (annexed and text[start:end].upper().startswith("BAB")) or bool(
            _LATER.match(text, end)
        )

    def skipped(self, target: str) -> bool:
        """Tell whether the numbers of the draft leave out the provision, or that around it.

        A later number of the same run is there, so that the run itself is what is amiss.
        """
        path = target.split(".")
        for depth in range(len(path)):
            if ".".join(path[: depth + 1]) in self.ids:
                continue
            kind, _, number = path[depth].partition("-")
            value = _value(number)
            head = "".join(f"{part}." for part in path[:depth]) + f"{kind}-"
            later = (_value(i.removeprefix(head)) for i in self.ids if i.startswith(head))
            return value is not None and any(one is not None and one > value for one in later)
        return False

    def position(self, target: str) -> int | None:
        """Return where a provision stands in the order of the body."""
        return self._order.get(target)

    def targets(self, reference: Reference) -> tuple[Target, ...]:
        """Return the provisions of this draft that a citation names."""
        if reference.kind != "internal":
            return ()
        return tuple(self._named(reference))

    def _named(self, reference: Reference) -> Iterator[Target]:
        units = container_first(units_in(reference.text))
        path: list[tuple[str, str]] = []
        for at, (kind, number, gap) in enumerate(units):
            rank = RANK[kind]
            within = path if _lettered(path, kind, gap) else []
            path = self._below(within, number, reference.node) or (
                [one for one in path if RANK[one[0]] < rank] + [(kind, number)]
            )
            following = units[at + 1] if at + 1 < len(units) else None
            if following is not None and continues(kind, following):
                continue
            ranged = any(word in gap for word in ("sampai", "s.d", "s/d"))
            if ranged and at:
                yield from self._between(units[at - 1], (kind, number), path, reference)
            yield self._target(path, reference.node)

    def _below(self, path: list[tuple[str, str]], number: str, node: Node) -> list[tuple[str, str]]:
        """A huruf below the angka that a path ends with, `[]` if there is none."""
        end = max((at for at, one in enumerate(path, 1) if one[0] == "angka"), default=0)
        found = [*path[:end], ("huruf", number)]
        return found if end and self._target(found, node).id in self.ids else []

    def _between(
        self,
        first: CitedUnit,
        last: tuple[str, str],
        path: list[tuple[str, str]],
        reference: Reference,
    ) -> Iterator[Target]:
        low, high = _value(first[1]), _value(last[1])
        if first[0] != last[0] or low is None or high is None:
            return
        for value in range(low + 1, min(high, low + 500)):
            number = chr(96 + value) if last[1].isalpha() else str(value)
            found = self._target([*path[:-1], (last[0], number)], reference.node)
            yield Target(found.id, found.label, between=True)

    def _target(self, path: list[tuple[str, str]], node: Node) -> Target:
        kind = path[0][0]
        label = " ".join(label_of(*one) for one in path)
        parts = ".".join(part_of(*one) for one in path)
        if kind in ("pasal", "diktum"):
            return Target(parts, label)
        if kind in ("bab", "bagian", "paragraf"):
            return Target(self._heading(path, node), label)
        chain = [found for found in (node, *self.above(node)) if found.id]
        for container in chain:
            found = f"{container.id}.{parts}"
            if found in self.ids:
                return Target(found, label)
        wanted = ("pasal", "diktum") if kind == "ayat" else (*_PARENTS, "pasal", "diktum")
        nearest = next((c for c in chain if c.kind in wanted), chain[-1] if chain else None)
        return Target(f"{nearest.id}.{parts}" if nearest else parts, label)

    def _heading(self, path: list[tuple[str, str]], node: Node) -> str:
        if path[0][0] == "bab":
            return ".".join(part_of(*one) for one in path)
        tail = ".".join(part_of(*one) for one in path)
        inside = next((a.id for a in self.above(node) if a.kind == "bab" and a.id), "")
        near = f"{inside}.{tail}"
        if near in self.ids:
            return near
        return next((i for i in sorted(self.ids) if i.endswith(f".{tail}")), near)


def _lettered(path: list[tuple[str, str]], kind: str, gap: str) -> bool:
    """Whether a huruf may lie below an angka: `Pasal 4 angka 12 huruf a dan huruf b`."""
    last = [one[0] for one in path[-2:]]
    return kind == "huruf" and (
        (last[-1:] == ["angka"] and not gap.strip(" ,")) or last == ["angka", "huruf"]
    )


def _value(number: str) -> int | None:
    if number.isdigit():
        return int(number)
    return ord(number) - 96 if len(number) == 1 and "a" <= number <= "z" else None


def _ids(base: Draft | None) -> frozenset[str]:
    return frozenset(n.id for n in base.walk() if n.id) if base is not None else frozenset()

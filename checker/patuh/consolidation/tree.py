"""The body of a base while instructions are applied to it.

What is inserted hangs on the provision that it follows, and comes into its place when the body is
built; so each instruction costs what it touches.
"""

import re
from bisect import insort
from collections.abc import Iterable, Iterator
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from patuh.consolidation.orders import Path
from patuh_parser.legal.model import Node
from patuh_parser.legal.parts.cited_units import part_of

_GONE = re.compile(r"\(?dihapus\)?[.;,]?(?: dan| atau)?", re.I)
_END = re.compile(r"(?:[;,.](?: (?:dan|atau|dan/atau))?)?$")
_ROOTS = ("bab", "pasal", "diktum")
HEADINGS = ("bab", "bagian", "paragraf")
ARTICLES = ("pasal", "diktum")


class Item(Struct, eq=False):
    """A provision; `following` is what comes next, `after` what was inserted behind it.

    Of an article `following` is the next article, also where a bab begins between the two.
    """

    node: Node
    path: Path
    above: "Item | None"
    children: list["Item"]
    following: "Item | None" = None
    after: list["Item"] = []

    @property
    def gone(self) -> bool:
        """Whether the provision is deleted: its number stands, with "dihapus"."""
        return is_gone(self.node) and (self.node.kind in HEADINGS or not self.children)

    def everything(self) -> Iterator["Item"]:
        """Yield this provision, all below it, and what was inserted behind it."""
        waiting = [self]
        while waiting:
            item = waiting.pop()
            yield item
            waiting += (*item.children, *item.after)

    def __lt__(self, other: "Item") -> bool:
        return _order(self.node.bare) < _order(other.node.bare)


def is_gone(node: Node) -> bool:
    """Whether a provision says that it is deleted."""
    if node.kind in HEADINGS:
        return bool(_GONE.fullmatch(node.title))
    return not node.children and bool(_GONE.fullmatch(node.text))


class Tree:
    """The provisions of a body by their paths; `twice` are paths that several bear."""

    def __init__(self, body: tuple[Node, ...]) -> None:
        self.items: dict[Path, Item] = {}
        self.twice: set[Path] = set()
        self._by_part: dict[str, list[Path]] = {}
        self._roots = self._siblings(body, None)
        articles = (item for item in self.items.values() if item.node.kind in ARTICLES)
        for item, following in pairwise(articles):
            item.following = following

    def find(self, path: Path) -> Item | None:
        """The provision with a path; a bagian or paragraf also without what it lies in."""
        found = self.items.get(path)
        if found is None and path[0].startswith(("bagian-", "paragraf-")):
            places = [p for p in self._by_part.get(path[-1], ()) if p[-len(path) :] == path]
            found = self.items.get(places[0]) if len(places) == 1 else None
        return found

    def make(self, node: Node, above: Item | None) -> Item:
        """A provision with all below it, known by its path from now on."""
        part = part_of(node.kind, node.bare) if node.kind != "butir" and node.bare else "-"
        path = (part,) if above is None or node.kind in _ROOTS else (*above.path, part)
        item = Item(replace(node, quoted=False, children=()), path, above, [], None, [])
        if part != "-" and path in self.items:
            self.twice.add(path)
        elif part != "-":
            self.items[path] = item
            if node.kind in HEADINGS:
                self._by_part.setdefault(part, []).append(path)
        item.children = self._siblings(node.children, item)
        return item

    def rewrite(self, item: Item, node: Node) -> None:
        """Put other words, with what lies below them, in the place of a provision."""
        self._forget(item.children)
        item.node = replace(node, quoted=False, children=())
        item.children = self._siblings(node.children, item)

    def delete(self, item: Item) -> None:
        """Leave the number with "dihapus" (UU 12/2011, Lampiran II angka 236)."""
        inner = item.node.kind not in (*HEADINGS, *ARTICLES, "ayat")
        if item.node.kind in HEADINGS:
            item.node = replace(item.node, title="DIHAPUS", text="", breaks=())
            for below in [one for child in item.children for one in child.everything()]:
                if below.node.kind in ARTICLES:
                    self.delete(below)
                elif below.node.kind in HEADINGS:
                    below.node = replace(below.node, title="Dihapus", text="", breaks=())
            return
        end = _END.search(item.node.text)
        said = f"dihapus{end[0] if end and end[0] else '.'}" if inner else "Dihapus."
        self._forget(item.children)
        item.children = []
        item.node = replace(item.node, text=said, title="", breaks=())

    def insert(self, node: Node, anchor: Item) -> None:
        """Put a provision behind another, in the order of what was inserted there before."""
        item = self.make(node, anchor.above)
        item.following = anchor.following
        insort(anchor.after, item)

    def _siblings(self, nodes: Iterable[Node], above: Item | None) -> list[Item]:
        items = [self.make(node, above) for node in nodes]
        for item, following in pairwise(items):
            item.following = following
        return items

    def _forget(self, items: list[Item]) -> None:
        for item in (below for root in items for below in root.everything()):
            if self.items.get(item.path) is item:
                del self.items[item.path]

    def body(self) -> tuple[Node, ...]:
        """The body as it is now; each node has the id of its path, the first bearer only."""
        return self._built(self._roots)

    def _built(self, items: list[Item]) -> tuple[Node, ...]:
        nodes: list[Node] = []
        waiting = list(reversed(items))
        while waiting:
            item = waiting.pop()
            waiting += reversed(item.after)
            known = self.items.get(item.path) is item
            name = ".".join(item.path) if known else None
            nodes.append(replace(item.node, id=name, children=self._built(item.children)))
        return tuple(nodes)


def _order(number: str) -> tuple[int, int, str]:
    """The order of the numbers inserted at one place: `2a`, `2b`; `12A`, `12AA` by letters."""
    figures = re.match("[0-9]*", number)
    digits = figures[0] if figures else ""
    letters = number[len(digits) :]
    return int(digits or 0), len(letters), letters

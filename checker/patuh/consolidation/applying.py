"""The instructions of an amending draft applied to its base, in their order.

What an instruction orders is done where it is certain; otherwise the base stays as it is there,
and that is told. Source: UU 12/2011, Lampiran II angka 230–236: provisions are inserted at their
place with letters added, what is deleted keeps its number.
"""

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from patuh.consolidation.amended import is_other
from patuh.consolidation.annexes import annex_changed
from patuh.consolidation.orders import Named, Order, Path, order_of
from patuh.consolidation.tree import ARTICLES, HEADINGS, Item, Tree, is_gone
from patuh_parser.legal.model import Amendment, Draft, Node
from patuh_parser.legal.parts.cited_units import part_of

Kind = Literal["tidak_ada", "sudah_dihapus", "sudah_ada", "tidak_pasti"]


class Trouble(Struct, frozen=True):
    """What keeps an instruction from being applied.

    `kind`: the provision that it names is not there, was deleted before, is there already; or what
    it orders is not certain. `node` is the instruction, `label` the provision as it is named.
    """

    kind: Kind
    node: Node
    label: str


class Consolidated(Struct, frozen=True):
    """The text of a base with the instructions applied, and those that were not."""

    draft: Draft
    troubles: tuple[Trouble, ...]

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the provisions that hold; of what is deleted only the number stands."""
        return frozenset(n.id for n in self.draft.walk() if n.id and not is_gone(n))


def applies(draft: Draft, base: Draft) -> bool:
    """Whether a draft is applied to a base: it amends the base, which does not amend."""
    amends = draft.amending and draft.amendments and not base.amending
    return bool(amends) and not is_other(draft, base)


def consolidate(draft: Draft, base: Draft) -> Consolidated:
    """The base as it reads after the instructions of an amending draft, in their order."""
    work = _Applying(draft, base)
    for amendment in draft.amendments:
        work.apply(amendment)
    text = replace(
        base, body=work.tree.body(), attachments=work.attachments, references=(), definitions=()
    )
    return Consolidated(text, tuple(work.troubles))


class _Applying:
    def __init__(self, draft: Draft, base: Draft) -> None:
        self._draft = draft
        self.tree = Tree(base.body)
        self.attachments = base.attachments
        self.troubles: list[Trouble] = []

    def apply(self, amendment: Amendment) -> None:
        """Apply one instruction, or note what keeps it from being applied."""
        order = order_of(amendment)
        found = self._checked(amendment, order)
        if found:
            self.troubles += found
        elif not self._done(amendment, order):
            named = (*order.targets, *order.result, *order.inserted)
            other = (*amendment.targets, f"{amendment.node.kind} {amendment.node.bare}")
            label = named[0].label if named else other[0]
            self.troubles.append(Trouble("tidak_pasti", amendment.node, label))

    def _checked(self, amendment: Amendment, order: Order) -> list[Trouble]:
        """What the instruction names and is not there, or inserts and is there already."""
        node = amendment.node
        found: list[Trouble] = []
        inserts = amendment.kind in ("sisip", "tambah")
        if order.elsewhere:
            return []
        for one in order.targets:
            if one.between:
                continue
            item = self.tree.find(one.path)
            if item is None and self._in_gone(one.path):
                found.append(Trouble("sudah_dihapus", node, one.label))
            elif item is None and self._decided(one.path):
                found.append(Trouble("tidak_ada", node, one.label))
            elif item is not None and item.gone and not inserts:
                found.append(Trouble("sudah_dihapus", node, one.label))
        inserted = {one.path for one in order.inserted}
        named = {one.path for one in order.targets} | inserted
        for one in order.result:
            absent = self.tree.find(one.path) is None and self._decided(one.path)
            if absent and one.path not in named and one.path[:1] not in named:
                found.append(Trouble("tidak_ada", node, one.label))
        for one in order.inserted:
            counted = one.path[-1].startswith("bagian-")  # "Bagian Kesatu A" is read without its A
            if self.tree.find(one.path) is not None and not counted:
                found.append(Trouble("sudah_ada", node, one.label))
        for quoted in amendment.quoted if inserts else ():
            if quoted.kind in HEADINGS:
                found += [
                    Trouble("sudah_ada", node, f"Pasal {below.bare}")
                    for below in quoted.walk()
                    if below.kind == "pasal" and (part_of("pasal", below.bare),) in self.tree.items
                ]
        return found

    def _in_gone(self, path: Path) -> bool:
        """Whether what a path lies in has been deleted."""
        above = (self.tree.items.get(path[:depth]) for depth in range(1, len(path)))
        return any(item is not None and item.gone for item in above)

    def _decided(self, path: Path) -> bool:
        """Whether it is known where a path would lead: it begins with a pasal or a bab."""
        return path[0].startswith(("pasal-", "bab-", "diktum-")) and path[:1] not in self.tree.twice

    def _done(self, amendment: Amendment, order: Order) -> bool:
        if any(one.path in self.tree.twice for one in (*order.targets, *order.result)):
            return False
        if order.elsewhere:
            changed = annex_changed(amendment, order, self.attachments, self._draft.attachments)
            self.attachments = changed or self.attachments
            return changed is not None
        if amendment.quoted:
            return amendment.kind in ("ubah", "sisip", "tambah", "hapus") and self._quoted(
                amendment, order
            )
        certain = order.targets and order.single and not order.partly and not order.result
        if amendment.kind != "hapus" or not certain:
            return False
        items = [self.tree.find(one.path) for one in order.targets]
        if not all(item is not None and not item.gone for item in items):
            return False
        for item in items:
            if item is not None:
                self.tree.delete(item)
        return True

    def _quoted(self, amendment: Amendment, order: Order) -> bool:
        """Whether all that the instruction quotes has its place; only then it is put there."""
        before = (None, *amendment.quoted)
        steps = [
            self._step(node, amendment, order, previous)
            for node, previous in zip(amendment.quoted, before, strict=False)
        ]
        if not all(steps) or len({step[0] for step in steps if step}) != len(steps):
            return False
        for node, step in zip(amendment.quoted, steps, strict=True):
            if step is None:
                return False
            path, way, item = step
            if way == "judul":
                item.node = replace(item.node, title=node.title, place=node.place)
            elif way == "ganti":
                self.tree.rewrite(item, node)
            elif path not in self.tree.items:
                self.tree.insert(node, item)
        return True

    def _step(
        self, node: Node, amendment: Amendment, order: Order, previous: Node | None
    ) -> tuple[Path, str, Item] | None:
        """Where a quoted provision goes: in the place of one, or behind one."""
        part = part_of(node.kind, node.bare)
        named = (*order.targets, *order.inserted, *order.result)
        whole = node.kind in ("bab", *ARTICLES)
        paths = {one.path for one in named if one.path[-1] == part}
        if whole:
            paths = {(part,)} if any((part,) == one.path[:1] for one in named) else set()
        if len(paths) != 1:
            return None
        (path,) = paths
        inserted = any(one.path == path for one in order.inserted)
        if inserted:
            anchor = self._anchor(node, order.targets, previous)
            clash = any(
                (part_of(n.kind, n.bare),) in self.tree.items
                for n in node.walk()
                if n.kind in ARTICLES and n.number
            )
            return None if anchor is None or clash else (path, "sisip", anchor)
        item = self.tree.find(path)
        if item is None:
            return None
        if node.kind in HEADINGS:
            if not node.children and node.title and "udul" in order.before:
                return path, "judul", item
            return (path, "ganti", item) if order.single and not order.partly else None
        exact = any(one.path == path for one in (*order.targets, *order.result))
        alone = order.single and not order.partly and amendment.kind == "ubah"
        return (path, "ganti", item) if (whole or alone) and (exact or whole) else None

    def _anchor(self, node: Node, targets: tuple[Named, ...], previous: Node | None) -> Item | None:
        """The provision behind which another is inserted; `None` where that is not certain."""
        items = [self.tree.find(one.path) for one in targets]
        first = items[0] if items else None
        if first is None:
            return None
        if first.node.kind == node.kind:
            if len(items) == 1:
                return first
            following = first.following.path if first.following else ()
            second = items[1].path if len(items) == 2 and items[1] else None
            return first if following == second else None
        below = [item for item in first.children if item.node.kind == node.kind]
        if len(items) > 1 or not below or below[-1] is not first.children[-1]:
            return None
        last = below[-1]
        number = previous.bare if previous is not None else (last.after or below)[-1].node.bare
        return last if _follows(number, node.bare) else None


def _follows(number: str, following: str) -> bool:
    if number.isdigit() and following.isdigit():
        return int(following) == int(number) + 1
    return len(number) == len(following) == 1 and ord(following) == ord(number) + 1

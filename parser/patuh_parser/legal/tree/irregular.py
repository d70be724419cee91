"""Defects of a finished tree: numbering, empty units, lists without numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from patuh_parser.legal.lines.markers import read_mark
from patuh_parser.legal.lines.numerals import NONE, Position, follows, place_of
from patuh_parser.legal.model import Defect, Node

_HEADINGS = ("bab", "bagian", "paragraf")
_NUMBERED = ("pasal", "diktum", *_HEADINGS)
_UNNUMBERED = re.compile(r":[^:;]{3,300};[^:;]{3,300};")
_ROMANS = ("romawi",)


def tree_defects(body: tuple[Node, ...]) -> Iterator[Defect]:
    """Yield the defects of a body."""
    nodes = [node for root in body for node in root.walk()]
    own = [node for node in nodes if not node.quoted]
    for kind in ("bab", "pasal", "diktum"):
        yield from sequence_defects([n for n in own if n.kind == kind and n.number])
    for node in nodes:
        yield from list_defects(node)
        yield from _content(node)
    if any(node.kind == "bab" for node in body):
        first = next(at for at, node in enumerate(body) if node.kind == "bab")
        for node in body[:first]:
            if node.kind == "pasal" and node.number:
                yield _defect("pasal_di_luar_bab", node)
    if not any(n.kind in ("pasal", "diktum") and n.number for n in own):
        yield from ([Defect("tanpa_pasal", body[0].place)] if body else [])


def list_defects(node: Node) -> Iterator[Defect]:
    """Yield the defects in the numbering of the lists right below a node."""
    partial = node.kind in ("angka", "pasal") and any(
        child.quoted and not node.quoted for child in node.children
    )
    groups: dict[str, list[Node]] = {}
    for child in node.children:
        if child.kind not in ("bab", "pasal", "diktum", "butir", "penjelasan"):
            groups.setdefault(child.kind, []).append(child)
    for group in () if partial else groups.values():
        yield from sequence_defects(group)


def sequence_defects(nodes: Iterable[Node]) -> Iterator[Defect]:
    """Yield what is wrong in the order of sibling numbers: twice, missing, out of order."""
    rows = [(node, _position(node)) for node in nodes]
    later: dict[Position, int] = {}
    for _, place in rows:
        later[place] = later.get(place, 0) + 1
    seen: set[Position] = set()
    last, last_number = NONE, ""
    for node, place in rows:
        later[place] -= 1
        if place in seen:
            yield _defect("nomor_ganda", node)
            continue
        if place < last:
            yield _defect("nomor_mundur", node, before=last_number)
        elif not follows(place, last) and not _comes_later(last, place, later):
            code = "nomor_loncat" if last_number else "nomor_awal"
            yield _defect(code, node, before=last_number)
        seen.add(place)
        if place >= last:
            last, last_number = place, node.number


def _comes_later(last: Position, place: Position, later: dict[Position, int]) -> bool:
    """Tell whether every number left out before ``place`` stands further below."""
    missing = range(last[0] + 1, min(place[0], last[0] + 1_000))
    return bool(missing) and all(later.get((number, 0), 0) > 0 for number in missing)


def _position(node: Node) -> Position:
    if node.kind in _NUMBERED:
        return place_of(node.kind, node.number)
    if node.kind in _ROMANS:
        return place_of("bab", node.bare.upper())
    return read_mark(node.number).place


def _content(node: Node) -> Iterator[Defect]:
    if node.kind in _HEADINGS and not node.title:
        yield _defect("judul_kosong", node)
    elif node.kind in ("pasal", "diktum") and not node.text and not node.children:
        yield _defect("pasal_kosong", node)
    ayat = [child for child in node.children if child.kind == "ayat"]
    if ayat and node.kind == "pasal" and node.number:
        if node.text and not ayat[0].quoted:
            yield _defect("ayat_setelah_teks", node)
        if len(ayat) == 1 and not ayat[0].quoted:
            yield _defect("ayat_tunggal", node)
    if any(child.kind == "butir" for child in node.children):
        yield _defect("daftar_berbutir", node)
    if not node.children and _UNNUMBERED.search(node.text):
        yield _defect("daftar_tanpa_nomor", node)


def _defect(code: str, node: Node, **data: str) -> Defect:
    terms = {"kind": node.kind.capitalize(), "number": node.number, **data}
    return Defect(code, node.place, node.id, tuple(sorted(terms.items())))

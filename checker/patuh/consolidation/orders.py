"""What an instruction of an amending draft orders: the provisions it names, as paths."""

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from patuh_parser.legal.model import Amendment
from patuh_parser.legal.parts.cited_units import (
    RANK,
    CitedUnit,
    label_of,
    part_of,
    units_in,
)

Path = tuple[str, ...]
"""A provision by its parts, from the outermost: `("pasal-2", "ayat-1")`."""

_VERB = re.compile(
    r"\b(?i:(?:di|meng|men)(?:ubah|ganti|hapus|tambah|cabut|robah)|di ?sis[iu]?p|menyisip"
    r"|disempurna|menyempurna|direvisi|dinyatakan)"
)
_OF = re.compile(r"\b(?:Peraturan|Undang-Undang|Keputusan|Qanun|Instruksi)\b")
_RESULT = re.compile(r"\bsehingga\b")
_PARTLY = re.compile(
    r"\b(?i:judul|kata|frasa|frase|kalimat|konsiderans|nomenklatur|sebutan|singkatan|definisi"
    r"|tabel)\b"
)
_ELSEWHERE = re.compile(r"\b(?i:penjelasan|lampiran)\b")
_SPACED = re.compile(r"(?<=Pasal )([0-9]{1,4}) (?=[A-Z]{1,2}\b)")
_LONGEST_RUN = 500


class Named(Struct, frozen=True):
    """A provision that an instruction names, how it is written, whether only a range covers it."""

    path: Path
    label: str
    between: bool = False


class Order(Struct, frozen=True):
    """An instruction: what it is on, what it inserts, what reads anew by it (`sehingga …`).

    `single`: it orders one thing only; `partly`: it is on words, a title or another part of what
    it names; `elsewhere`: on the explanation or an attachment.
    """

    targets: tuple[Named, ...]
    inserted: tuple[Named, ...]
    result: tuple[Named, ...]
    single: bool
    partly: bool
    elsewhere: bool
    before: str


def order_of(amendment: Amendment) -> Order:
    """What the words of an instruction order."""
    text = amendment.node.text
    head, *rest = _RESULT.split(text, maxsplit=1)
    verbs = list(_VERB.finditer(head))
    before = head[: verbs[0].start()] if verbs else head
    before = _OF.split(before, maxsplit=1)[0]
    result = tuple(_named(rest[0])) if rest else ()
    above = {one.path[:1] for one in result if one.path[0].startswith("pasal-")}
    targets = _below(tuple(_named(before)), above)
    above |= {one.path[:1] for one in targets if one.path[0].startswith("pasal-")}
    inserted = tuple(one for said in amendment.inserted for one in _named(said))
    return Order(
        targets,
        _below(inserted, above),
        result,
        single=len(verbs) == 1,
        partly=bool(_PARTLY.search(before)),
        elsewhere=bool(_ELSEWHERE.search(before)),
        before=before,
    )


def _below(named: tuple[Named, ...], above: set[Path]) -> tuple[Named, ...]:
    """Put what is named without its pasal below the only pasal that the instruction names."""
    if len(above) != 1:
        return named
    (pasal,) = above
    inner = ("ayat-", "huruf-", "angka-")
    return tuple(
        replace(one, path=(*pasal, *one.path), label=f"Pasal {pasal[0][6:].upper()} {one.label}")
        if one.path[0].startswith(inner)
        else one
        for one in named
    )


def _named(text: str) -> Iterator[Named]:
    """The provisions named, in either order: `Pasal 5 ayat (1)`, `huruf a ayat (1) Pasal 5`."""
    chunks: list[list[CitedUnit]] = []
    for unit in units_in(_SPACED.sub(r"\1", text)):
        if chunks and unit[2] == " ":
            chunks[-1].append(unit)
        else:
            chunks.append([unit])
    paths = [sorted(chunk, key=_rank) for chunk in chunks]
    for at in range(len(chunks) - 2, -1, -1):
        inner, outer = chunks[at][0], chunks[at + 1]
        if outer[0][0] == inner[0] and len(paths[at + 1]) > 1 and _rank(outer[0]) > _rank(outer[1]):
            above = [one for one in paths[at + 1] if _rank(one) < _rank(paths[at][0])]
            paths[at] = [*above, *paths[at]]
            chunks[at] = [inner, *above]
    before: list[CitedUnit] = []
    for chunk, own in zip(chunks, paths, strict=True):
        path = [one for one in before if _rank(one) < _rank(own[0])] + own
        gap = chunk[0][2]
        if before and ("sampai" in gap or "s.d" in gap):
            for between in _between(before[-1], path[-1]):
                yield replace(_of([*path[:-1], between]), between=True)
        yield _of(path)
        before = path


def _rank(unit: CitedUnit) -> int:
    return RANK[unit[0]]


def _of(path: list[CitedUnit]) -> Named:
    return Named(
        tuple(part_of(kind, number) for kind, number, _ in path),
        " ".join(label_of(kind, number) for kind, number, _ in path),
    )


def _between(first: CitedUnit, last: CitedUnit) -> Iterator[CitedUnit]:
    """What a range covers between its ends: figures, or single letters."""
    if first[0] != last[0]:
        return
    if first[1].isdigit() and last[1].isdigit():
        for value in range(int(first[1]) + 1, min(int(last[1]), int(first[1]) + _LONGEST_RUN)):
            yield first[0], str(value), ""
    elif len(first[1]) == len(last[1]) == 1:
        for value in range(ord(first[1]) + 1, ord(last[1])):
            yield first[0], chr(value), ""

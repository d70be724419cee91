"""Facts on lists: how many items they are said to have, and what the shares in them come to."""

import re
from collections.abc import Sequence

from patuh.facts.drafts.collector import Collector
from patuh.facts.text import string
from patuh.knowledge.drafting import pattern_of, terms
from patuh_parser.legal.model import Node

_SHARE = re.compile(r"(?<![0-9,.])(?P<whole>[0-9]{1,3})(?:,(?P<part>[0-9]{1,2}))? ?%")
_WHOLE, _NEAR = 10_000, 2_000
"""What shares come to, in hundredths of a per cent, and how far a sum may be from it that is meant
to be."""


def share_facts(into: Collector) -> None:
    """Lists of another length than is said, and shares that do not come to a hundred."""
    for node in into.draft.provisions():
        items = [child for child in node.children if child.kind in ("huruf", "angka")]
        at, number = into.first_line(node.place), into.number(node)
        whole = len(items) == len(node.children)
        found = terms().counted.search(node.text) if items and whole else None
        if found and int(found["number"]) != len(items):
            into.fact(at, "jumlah_rincian", number, int(found["number"]), len(items))
        texts = [item.text for item in items] if len(items) > 1 else _parts(node)
        total = _total(texts)
        if total is not None and total != _WHOLE and _shares_out(node, items):
            into.fact(at, "jumlah_persen", number, string(_shown(total)))


def _parts(node: Node) -> list[str]:
    """The words of one sentence up to each of its shares, if it has several and no list."""
    ends = [found.end() for found in _SHARE.finditer(node.text)] if not node.children else []
    return [node.text[a:b] for a, b in zip([0, *ends], ends, strict=False)] if ends[1:] else []


def _shares_out(node: Node, items: Sequence[Node]) -> bool:
    shares, bounds = pattern_of("bagian_dibagi"), pattern_of("bukan_bagian")
    each = [item.text for item in items]
    out = shares.search(node.text) or (each and all(map(pattern_of("berbobot").search, each)))
    return bool(out) and not any(map(bounds.search, (node.text, *each)))


def _total(texts: Sequence[str]) -> int | None:
    """What one share in each of the texts comes to, if that is near to the whole."""
    shares = [_SHARE.findall(text) for text in texts]
    if not shares or any(len(one) != 1 for one in shares):
        return None
    total = sum(int(whole) * 100 + int(f"{part:0<2}") for [(whole, part)] in shares)
    return total if abs(total - _WHOLE) <= _NEAR else None


def _shown(total: int) -> str:
    whole, part = divmod(total, 100)
    return f"{whole},{part:02}".rstrip("0") if part else str(whole)

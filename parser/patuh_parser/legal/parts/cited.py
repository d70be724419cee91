"""Citations in running text, as written; what they mean is decided elsewhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from patuh_parser.legal.data import one_of, table
from patuh_parser.legal.model import Node, Place, Reference

_ORDINAL = r"[Kk]e(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas)"
_NUMBERED = (
    r"(?:[Pp]asal (?:[0-9]{1,4}[A-Z]{0,2}\b|[IVX]{1,6}\b)"
    r"|[Aa]yat (?:\([0-9]{1,3}[a-z]?\)|[0-9]{1,2}\b)"
    r"|[Hh]uruf [a-z]{1,2}\b\)?|[Aa]ngka (?:\([0-9]{1,3}\)|[0-9]{1,3}[a-z]?\b\)?)"
    rf"|B(?:AB|ab) [IVXLC]{{1,8}}[A-Z]?\b|[Bb]agian {_ORDINAL}(?: ?(?:[Bb]elas|[Pp]uluh))?\b"
    r"|[Pp]aragraf [0-9]{1,2}\b|[Dd]iktum KE[A-Z]{3,14}(?: BELAS)?\b)"
)
_BARE = r"(?:\([0-9]{1,3}[a-z]?\)|[a-z]\b(?! ?[.-])|KE[A-Z]{3,14}\b)"
_JOINT = r"(?:,? (?:dan/atau|dan|atau|serta|sampai dengan|s\.d\.|s/d) |, ?| )"
_CHAIN = re.compile(
    rf"\b{_NUMBERED}(?:{_JOINT}{_NUMBERED}|(?:,? (?:dan|atau|sampai dengan|s/d) |, ){_BARE})*"
)
_LAMPIRAN = re.compile(r"\bLampiran(?: [IVXLC]{1,6}\b)?")
_WORDS = table("words")["regulations"]
_REGULATION = re.compile(
    rf"\b(?:(?i:{_WORDS['constitution']})|(?i:{one_of(_WORDS['first_words'])})"
    rf"(?: (?!Nomor\b)[A-Z][\w/-]*| {one_of(_WORDS['small_words'])}\b){{0,10}}"
    r" [Nn]omor \S{1,40}(?: (?:Prp|Drt)\.?)? [Tt]ahun [0-9]{4})"
)
_GAP = re.compile(r",? ?")


def references_in(
    nodes: Iterator[Node], place_of: Callable[[Node, int, int], Place]
) -> Iterator[Reference]:
    """Yield the citations in the texts of nodes, in order; they do not overlap.

    A regulation takes in the provisions named right before it (``Pasal 17 ayat (1)
    Undang-Undang Nomor 23 Tahun 2014``).
    """
    for node in nodes:
        for start, end, kind in _spans(node.text):
            place = place_of(node, start, end)
            yield Reference(kind, node.text[start:end], start, node, place)


def _spans(text: str) -> list[tuple[int, int, str]]:
    chains = [(m.start(), m.end()) for m in _CHAIN.finditer(text)]
    before = {end: start for start, end in chains}
    regulations: list[tuple[int, int]] = []
    for match in _REGULATION.finditer(text):
        start = match.start()
        ends = (end for end in (start - 1, start - 2) if end in before)
        joined = next((before[end] for end in ends if _GAP.fullmatch(text[end:start])), start)
        regulations.append((joined, match.end()))
    spans = [(start, end, "regulation") for start, end in regulations]
    starts = {start for start, _ in regulations}
    spans += [(start, end, "internal") for start, end in chains if start not in starts]
    spans += [(m.start(), m.end(), "lampiran") for m in _LAMPIRAN.finditer(text)]
    return sorted(spans)

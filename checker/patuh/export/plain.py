"""A draft as plain text, which the reader reads back: title, body, explanation, attachments.

The layout is that of UU 12/2011, Lampiran II: headings on lines of their own, numbers before words.
"""

from collections.abc import Iterator

from patuh_parser.legal.model import Draft, Node
from patuh_parser.text.shown import shown

_WORDS = {"bab": "BAB", "bagian": "Bagian", "paragraf": "Paragraf", "pasal": "Pasal"}
_INDENT = "   "


def render(draft: Draft) -> str:
    """The text of a draft."""
    return shown("\n".join(_lines(draft)), "\n") + "\n"


def _lines(draft: Draft) -> Iterator[str]:
    yield " ".join(part for part in (draft.instrument, draft.region) if part)
    if draft.number and draft.year:
        yield f"NOMOR {draft.number} TAHUN {draft.year}"
    if draft.title:
        yield from ("TENTANG", draft.title)
    said = draft.preamble
    for passage in (said.invocation, said.office):
        if passage is not None:
            yield passage.text
    for part in said.lists:
        yield f"{part.kind.capitalize()} : {part.text}".rstrip()
        for child in part.children:
            yield from _node(child, 0)
    for passage in (said.assent, said.memutuskan):
        if passage is not None:
            yield passage.text
    if said.menetapkan is not None:
        yield f"Menetapkan : {said.menetapkan.text}"
    for node in draft.body:
        yield from _node(node, 0)
    closing = draft.closing
    if closing.promulgation_order is not None:
        yield closing.promulgation_order.text
    words = {"penetapan": "Ditetapkan di", "pengundangan": "Diundangkan di"}
    for signature in closing.signatures:
        if signature.role in words:
            yield f"{words[signature.role]} {signature.city}".rstrip()
            yield f"pada tanggal {signature.date or '...'}"
            yield from (x for x in (signature.office, signature.mark, signature.name) if x)
    if closing.gazette_line is not None:
        yield closing.gazette_line.text
    if draft.explanation is not None:
        yield "PENJELASAN"
        if draft.explanation.general is not None:
            yield from ("I. UMUM", draft.explanation.general.text)
        yield "II. PASAL DEMI PASAL"
        for entry in draft.explanation.entries:
            yield f"Pasal {entry.number}"
            yield from _below(entry, 0)
    for attachment in draft.attachments:
        yield f"LAMPIRAN {attachment.number}".rstrip()
        yield from (x for x in (attachment.self_reference, attachment.name) if x)
        yield from attachment.text.split("\n")


def _node(node: Node, depth: int) -> Iterator[str]:
    word = _WORDS.get(node.kind)
    if word is None:
        yield _INDENT * depth + f"{node.number} {node.text}".strip()
        yield from (line for child in node.children for line in _node(child, depth + 1))
        return
    yield f"{word} {node.number}".strip()
    if node.title:
        yield node.title
    yield from _below(node, depth)


def _below(node: Node, depth: int) -> Iterator[str]:
    if node.text:
        yield _INDENT * depth + node.text
    for child in node.children:
        yield from _node(child, depth)

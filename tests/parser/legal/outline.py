"""Trees in a form that can be compared and written to a file."""

from patuh_parser.legal.model import Draft, Node
from patuh_parser.legal.reader import read_draft

Shape = tuple[str, str, str | None, str, str, bool, tuple["Shape", ...]]


def regulation(text: str) -> Draft:
    """A text of a regulation as read, whole or no more than its body."""
    return read_draft(text.encode("utf-8", "replace"), "x.txt")


def shape(node: Node) -> Shape:
    below = tuple(shape(child) for child in node.children)
    return node.kind, node.number, node.id, node.title, node.text, node.quoted, below


def shapes(draft: Draft) -> tuple[Shape, ...]:
    return tuple(shape(node) for node in draft.everywhere())


def signed(draft: Draft) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (s.role, s.city, s.date, s.office, s.mark, s.name) for s in draft.closing.signatures
    )


def content(draft: Draft) -> tuple[object, ...]:
    """All that a draft says, without the places."""
    named = tuple((t.where, t.instrument, t.number, t.year, t.title) for t in draft.titles)
    bases = tuple(
        (b.kind, b.number, b.year, b.title, b.gazettes) for b in draft.preamble.legal_bases
    )
    attached = tuple((a.number, a.name, a.self_reference) for a in draft.attachments)
    return draft.kind, named, shapes(draft), bases, signed(draft), attached


def outline(draft: Draft) -> str:
    """A line per node: id, number, title, beginning and end of the text."""
    head = f"{draft.kind} | {draft.instrument} | {draft.region} | {draft.number} | {draft.year}\n"
    rows = [head, f"{draft.title}\n", f"{', '.join(draft.preamble.order)}\n"]
    for node in draft.everywhere():
        words = node.title or node.text
        short = words if len(words) <= 60 else f"{words[:36]} … {words[-20:]}"
        quoted = " (kutipan)" if node.quoted else ""
        rows.append(f"{node.id or '-'} [{node.number}]{quoted} {short}".rstrip() + "\n")
    rows += [f"! {defect.code} {dict(defect.data)}\n" for defect in draft.defects]
    rows += [f"= {' | '.join(fields)}\n" for fields in signed(draft)]
    return "".join(rows)

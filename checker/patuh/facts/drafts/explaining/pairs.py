"""Each entry of the explanation with what it explains."""

from collections.abc import Iterator

from patuh_parser.legal.model import Draft, Node


def explained_pairs(draft: Draft) -> Iterator[tuple[Node, Node, Node]]:
    """Each entry or what lies in it, what it explains, and the pasal of that."""
    entries = draft.explanation.entries if draft.explanation and not draft.amending else ()
    articles = {node.bare: node for node in draft.articles() if node.kind == "pasal"}
    for entry in entries:
        article = articles.get(entry.bare) if entry.number else None
        if article is not None:
            yield from ((node, unit, article) for node, unit in _pairs(entry, article))


def _pairs(entry: Node, unit: Node) -> Iterator[tuple[Node, Node]]:
    """An entry and what it explains, down to the ayat or item that both have."""
    yield entry, unit
    for child in entry.children:
        same = [one for one in unit.children if (one.kind, one.bare) == (child.kind, child.bare)]
        yield from _pairs(child, same[0] if len(same) == 1 else unit)

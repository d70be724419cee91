"""What of the substance of a draft was assessed, and what was not, as reports tell it."""

from collections.abc import Iterable, Iterator, Sequence

from patuh.finding import Told
from patuh.knowledge.regulations import Regulation
from patuh.substance import Structure
from patuh.substance.written_lines import provision
from patuh_parser.legal.model import Draft, Node

_MOST = 12
"""So many places are named of those that were not assessed."""


def assessed(draft: Draft, found: Structure, laws: Sequence[Regulation]) -> tuple[Told, ...]:
    """How many sentences on structure were, which could not be read, and what else a draft lays
    down."""
    read = [line.node for line in found.lines.values() if line.under is None]
    skipped = [line.node for line in found.skipped]
    law = ", ".join(one.short for one in laws)
    told = [Told("substansi", data=(("count", str(len(read))), ("law", law)))]
    if skipped:
        told.append(_told("substansi_tak_terbaca", [provision(n) for n in skipped], skipped))
    touched = {id(node) for node in (*read, *skipped)}
    rest = [
        (article, [n for n in own if not any(id(inner) in touched for inner in n.walk())], own)
        for article, own in _articles(draft)
    ]
    if left := [node for _, untouched, _ in rest for node in untouched]:
        told.append(_told("substansi_lain", list(_runs(rest)), left))
    return tuple(told)


def _told(kind: str, names: Sequence[str], nodes: Sequence[Node]) -> Told:
    shown = "; ".join(names[:_MOST])
    more = f"; … (+{len(names) - _MOST})" if len(names) > _MOST else ""
    lines = tuple(dict.fromkeys(node.place.line for node in nodes))
    return Told(kind, lines, (("count", str(len(nodes))), ("provisions", shown + more)))


def _articles(draft: Draft) -> Iterator[tuple[Node, list[Node]]]:
    """The articles with what they lay down, their ayat or they themselves, but no definitions."""
    defining = {id(one.node) for one in draft.definitions}
    for article in draft.walk():
        if article.kind in ("pasal", "diktum"):
            ayat = [child for child in article.children if child.kind == "ayat"] or [article]
            own = [n for n in ayat if not any(id(child) in defining for child in n.children)]
            if own:
                yield article, own


def _runs(articles: Iterable[tuple[Node, list[Node], list[Node]]]) -> Iterator[str]:
    """What is left of articles; of those that follow on one another the first and the last."""
    run: list[Node] = []
    for article, left, own in articles:
        if left and len(left) == len(own):
            run.append(article)
            continue
        yield from _run(run)
        run = []
        if left:
            numbers = ", ".join(node.number for node in left)
            yield f"{provision(article)} {left[0].kind} {numbers}"
    yield from _run(run)


def _run(articles: Sequence[Node]) -> Iterator[str]:
    if articles:
        last = f"–{articles[-1].bare}" if len(articles) > 1 else ""
        yield f"{provision(articles[0])}{last}"

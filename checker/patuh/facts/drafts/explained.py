"""Facts from the explanation of a draft: which of its pasal have an entry there."""

from patuh.facts.drafts.collector import Collector
from patuh.facts.text import string
from patuh_parser.legal.lines.numerals import place_of


def explanation_facts(into: Collector) -> None:
    """The pasal of the body and those of the explanation; an amending draft explains others.

    An entry for a number that the body leaves out between its own is not told: the gap is.
    """
    draft = into.draft
    if draft.explanation is None or draft.amending:
        return
    articles = [node for node in draft.articles() if node.kind == "pasal" and node.id]
    ids = {node.id for node in articles}
    last = max((place_of("pasal", node.bare) for node in articles), default=(0, 0))
    for node in articles:
        at = into.first_line(node.place)
        into.fact(at, "bernomor_pasal", into.number(node), string(node.id or ""))
    for node in draft.explanation.entries:
        name = f"pasal-{node.bare.lower()}"
        if node.number and (name in ids or place_of("pasal", node.bare) > last):
            at, label = into.first_line(node.place), string(f"Pasal {node.bare}")
            into.fact(at, "menjelaskan", into.number(node), string(name), label)

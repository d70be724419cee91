"""The pasal that an amending draft quotes whole: what they have is known without the base."""

import re

from patuh_parser.legal.lines.numerals import place_of
from patuh_parser.legal.model import Draft, Node

_WHOLE = r"(?:(?:[Kk]etentuan )?Pasal {number} diubah|\bPasal {number} berbunyi)\b"


def whole_articles(draft: Draft) -> frozenset[str]:
    """Their ids: those inserted, those changed as a whole, those quoted with all their ayat."""
    found: dict[str, int] = {}
    for one in draft.amendments:
        for node in one.quoted:
            if node.kind != "pasal" or not node.id:
                continue
            found[node.id] = found.get(node.id, 0) + 1
            said = re.search(_WHOLE.format(number=re.escape(node.bare)), one.node.text)
            if not (said or f"Pasal {node.bare}" in one.inserted) or not _from_first(node):
                found[node.id] += 1
    return frozenset(name for name, times in found.items() if times == 1)


def _from_first(article: Node) -> bool:
    """Whether its ayat are numbered one after the other; a pasal without is told by its words."""
    numbers = [place_of("ayat", c.bare) for c in article.children if c.kind == "ayat"]
    values = sorted({place[0] for place in numbers})
    return len(numbers) > 1 and values == [*range(1, len(values) + 1)]

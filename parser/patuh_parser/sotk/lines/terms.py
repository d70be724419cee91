"""Words that a file spells otherwise than the law."""

import re
from collections.abc import Mapping

from patuh_parser.sotk.lines.layout import Layout
from patuh_parser.sotk.model import Term
from patuh_parser.text.span import Span


def terms_of(layout: Layout, spellings: Mapping[str, str]) -> tuple[Term, ...]:
    """Return every such word below the header, in the order of the text."""
    if not spellings:
        return ()
    text = "\n".join([line.text for part in layout.parts for line in part.lines]).lower()
    own = [word for word in spellings if word in text]
    if not own:
        return ()
    words = "|".join(re.escape(word) for word in sorted(own, key=len, reverse=True))
    pattern = re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)
    found = []
    for part in layout.parts:
        for line in part.lines:
            for hit in pattern.finditer(line.text):
                span = Span(line.number, hit.start() + 1, line.number, hit.end() + 1)
                found.append(Term(hit.group(), spellings[hit.group().lower()], span))
    return tuple(found)

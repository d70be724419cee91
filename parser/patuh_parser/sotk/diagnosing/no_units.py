"""Sentences whose subject is a regulation, a rule or another thing: what to write of a unit."""

from collections.abc import Sequence

from patuh_parser.sotk.errors import Diagnostics
from patuh_parser.sotk.lexing.name_finder import NameFinder
from patuh_parser.sotk.lines.words import Word, joined, span_of
from patuh_parser.sotk.meant import meant

_FAR = 40
"""Among so many words is sought what is said of a unit."""


def no_unit(words: Sequence[Word], names: NameFinder, errors: Diagnostics) -> bool:
    """Note a sentence that begins with such a thing (E324), if it does."""
    texts = [word.text for word in words[:_FAR]]
    things = meant().subjects
    if texts[0].lower() not in things:
        return False
    follows = texts[1] if texts[1:] else ""
    if not (follows[:1].islower() or follows.lower() in things or names.find(words, texts, 1)[0]):
        return False
    said = _clause(words, texts, names)
    hint, args = ("H_OWN_SENTENCE", (said,)) if said else ("H_NO_UNIT", ())
    errors.add("E324", span_of(words), texts[0], hint=hint, hint_args=args)
    return True


def _clause(words: Sequence[Word], texts: Sequence[str], names: NameFinder) -> str | None:
    """What it says of a named unit behind `bahwa` or `agar`."""
    opens = meant().clauses
    for at in range(1, len(texts)):
        if texts[at - 1] in opens and names.find(words, texts, at)[0] is not None:
            return joined(words[at:])
    return None

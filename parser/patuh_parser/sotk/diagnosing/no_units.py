"""Sentences whose subject is a regulation, a rule or another thing: what to write of a unit."""

from collections.abc import Sequence

from patuh_parser.sotk.errors import Diagnostics
from patuh_parser.sotk.lexing.name_finder import NameFinder
from patuh_parser.sotk.lines.words import Word, joined, span_of
from patuh_parser.sotk.meant import meant
from patuh_parser.sotk.parsing.rewording.passives import active

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
    said = _clause(words, texts, names) or _done_by(words, texts, names)
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


def _done_by(words: Sequence[Word], texts: Sequence[str], names: NameFinder) -> str | None:
    """The task that it is of the unit that does it, named last ("… dikelola oleh Dinas X")."""
    for at in range(1, len(texts)):
        verb = active(texts[at]) if texts[at].islower() else None
        if verb is None:
            continue
        start = at + 1 + (texts[at + 1 : at + 2] == [_BY])
        named, end = names.find(words, texts, start) if start < len(texts) else (None, 0)
        if named is None or texts[end : end + 1] != ["."]:
            return None
        thing = joined(words[:at])
        return f"{joined(words[start:end])} bertugas {verb} {thing[0].lower()}{thing[1:]}."
    return None


_BY = "oleh"

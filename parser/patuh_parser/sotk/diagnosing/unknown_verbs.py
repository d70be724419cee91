"""A verb that the language does not have, behind a subject: it may be a task."""

import re
from collections.abc import Sequence

from patuh_parser.sotk.lexing.lexer import Token
from patuh_parser.sotk.lexing.modals import MODALS
from patuh_parser.sotk.lines.words import joined_texts
from patuh_parser.sotk.vocabulary import tables

_VERBAL = re.compile(r"me[a-z]{5,}")
_WEIGHTY = frozenset({"NAME", "VARIABLE", "SELURUH", *MODALS})


def task_sentence(tokens: Sequence[Token], place: int) -> str | None:
    """Return the sentence with the unknown verb at a place as a task; None where somebody else is
    named in it, something is commanded or denied, or a working relation is meant."""
    rest = tokens[place:-1]
    if not place or len(rest) < 2 or not _VERBAL.fullmatch(rest[0].text):
        return None
    if any(token.type in _WEIGHTY or token.text in tables().patterns for token in rest):
        return None
    who, what = (joined_texts([token.text for token in some]) for some in (tokens[:place], rest))
    return f"{who} bertugas {what}."

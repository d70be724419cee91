"""`Asisten yang membidangi`: who is meant is open, but he may stand where a name may."""

from collections.abc import Sequence

from patuh_parser.sotk.forms import BOUND_ASISTEN
from patuh_parser.sotk.lexing.lexer import Token
from patuh_parser.sotk.lexing.name_finder import Mention

ANY = "VARIABLE"
_OF_EACH = frozenset(
    {"MELALUI", "TANPA_MELALUI", "KEPADA", "DIKOORDINASIKAN", "DIBAWAHI", "DIBINA", "DARI"}
)
"""Behind these he is the Asisten of each unit that the sentence is on."""
_JOINED = frozenset({"NAME", ANY, "DAN", "COMMA", "KEMUDIAN"})


def as_names(tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens with a name for each such Asisten who is not that of each unit.

    `Dinas Sosial … Asisten yang membidangi Dinas Sosial` says its unit twice.
    """
    found: list[Token] = []
    lead = ""
    for token in tokens:
        kind = token.type
        if kind == "NAME" and found and _is_any(found[-1]) and _named(token, found):
            continue
        lead = lead if kind in _JOINED else kind
        if kind == ANY and lead not in _OF_EACH:
            token = Token("NAME", any_asisten(token), token.words, token.at, token.end)
        found.append(token)
    return found


def any_asisten(token: Token) -> Mention:
    """Return the mention of an Asisten of whom it is open which one he is."""
    return Mention(token.text, BOUND_ASISTEN, None, token.span)


def _is_any(token: Token) -> bool:
    return token.type == ANY or (token.type == "NAME" and token.value.key == BOUND_ASISTEN)


def _named(token: Token, before: Sequence[Token]) -> bool:
    """Whether the unit of a name was named before."""
    own = token.value
    return any(
        (said.value.key or said.value.name) == (own.key or own.name)
        and said.value.inside == own.inside
        for said in before
        if said.type == "NAME"
    )

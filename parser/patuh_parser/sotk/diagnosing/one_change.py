"""The one word that a sentence lacks, or that it has too many."""

from collections.abc import Sequence

from msgspec.structs import replace

from patuh_parser.sotk.diagnosing.two_sentences import Reads
from patuh_parser.sotk.lexing.lexer import Token
from patuh_parser.sotk.vocabulary import tables

_LINKING = ("KEPADA", "DENGAN", "MELALUI", "TERHADAP", "DAN", "SELURUH", "DI_BAWAH")
_SPARE = frozenset(
    {*_LINKING, "COMMA", "COLON", "PREPOSITION", "BERADA", "LANGSUNG", "WAJIB", "DAPAT", "TIDAK"}
)


def changed(
    tokens: Sequence[Token], place: int, accepts: frozenset[str], reads: Reads
) -> tuple[str | None, tuple[str, ...]]:
    """The hint to add a word before `place`, or to drop it or the `hanya` before, and its words."""
    token = tokens[place]
    for kind in _LINKING:
        added = replace(token, type=kind)
        if kind in accepts and reads([*tokens[:place], added, *tokens[place:]]):
            return "H_INSERT", (tables().phrases[kind][0], token.text)
    if token.type in _SPARE and reads([*tokens[:place], *tokens[place + 1 :]]):
        return "H_DROP", (token.text,)
    before = tokens[max(place - 1, 0)]
    if before.type == "ONLY" and reads([*tokens[: place - 1], *tokens[place:]]):
        return "H_DROP", (before.text,)
    return None, ()

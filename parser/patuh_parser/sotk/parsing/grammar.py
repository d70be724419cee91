"""The parser for single sentences; Lark is imported when the first sentence is read."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lark import Lark

    from patuh_parser.sotk.lexing.sentence_tokens import Token


class SentenceError(Exception):
    """A sentence is not one of the grammar: the offending token, what came before and would do."""

    def __init__(self, place: int, accepts: frozenset[str]) -> None:
        super().__init__(place, accepts)
        self.place = place
        self.accepts = accepts


def parse(start: str, tokens: Sequence[Token]) -> Any:
    """Return the raw sentence for the tokens of one sentence.

    `start` is `structure`, `step` or `change`. Raises SentenceError at the first token that does
    not fit; its place is `len(tokens)` where the sentence ends too early.
    """
    from lark.exceptions import UnexpectedToken

    try:
        return _lark().parse(tokens, start=start)
    except UnexpectedToken as error:
        found = error.token
        place = len(tokens)
        for at, token in enumerate(tokens):
            if token is found:
                place = at
                break
        state: Any = error.interactive_parser
        raise SentenceError(place, frozenset(state.accepts() if state else ())) from None


@cache
def _lark() -> Lark:
    from patuh_parser.sotk.parsing.stored import stored_parser
    from patuh_parser.sotk.parsing.transform import Actions

    grammar = files(__package__).joinpath("sentences.lark").read_text(encoding="utf-8")
    stored = stored_parser(grammar, lambda: _build(grammar), Actions())
    return stored or _build(grammar, transformer=Actions())


def _build(grammar: str, **options: Any) -> Lark:
    from lark import Lark

    from patuh_parser.sotk.parsing.replay import Replay

    return Lark(
        grammar,
        parser="lalr",
        lexer=Replay,
        start=["structure", "step", "change"],
        maybe_placeholders=False,
        keep_all_tokens=True,
        **options,
    )

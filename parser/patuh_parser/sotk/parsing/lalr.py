"""The tables of an LALR parser: what Lark makes of a grammar, as plain data.

Lark is imported only to make them; a process that finds them stored runs without it.
"""

from typing import Any

from msgspec import Struct


class Rule(Struct, frozen=True):
    """A reduction: `size` symbols become one of `origin`; `action` is empty if it hands them on."""

    origin: str
    size: int
    action: str


class Tables(Struct, frozen=True):
    """States map a symbol to the next state, or to `-1 - n` for the reduction by rule `n`."""

    rules: tuple[Rule, ...]
    states: tuple[dict[str, int], ...]
    starts: dict[str, int]
    ends: dict[str, int]


def make_tables(grammar: str, starts: list[str]) -> Tables:
    """Return the tables for a grammar of declared terminals. Raises what Lark raises."""
    from lark import Lark
    from lark.lexer import Lexer

    class NoLexer(Lexer):
        """The tokens are made elsewhere."""

        def __init__(self, lexer_conf: Any) -> None:
            del lexer_conf

        def lex(self, lexer_state: Any, parser_state: Any) -> Any:
            raise NotImplementedError

    made: Any = Lark(
        grammar, parser="lalr", lexer=NoLexer, start=starts, maybe_placeholders=False
    ).parser
    table = made.parser._parse_table
    rules: dict[Any, int] = {}
    states = []
    for at in range(len(table.states)):
        row = {}
        for symbol, (action, argument) in table.states[at].items():
            shift = action.name == "Shift"
            row[symbol] = argument if shift else -1 - rules.setdefault(argument, len(rules))
        states.append(row)
    return Tables(
        tuple(
            Rule(
                origin := str(rule.origin.name),
                len(rule.expansion),
                "" if origin.startswith("_") else str(rule.alias or origin),
            )
            for rule in rules
        ),
        tuple(states),
        dict(table.start_states),
        dict(table.end_states),
    )

"""Diagnostics in words, Indonesian or English."""

from functools import cache
from pathlib import Path
from typing import Any, Literal

from patuh_parser.sotk.diagnostic import Diagnostic
from patuh_parser.sotk.vocabulary import tables
from patuh_parser.stored import toml

_OR = {"id": " atau ", "en": " or "}
_WORD = {"id": "kata `{}`", "en": "the word `{}`"}
_MEANT = {"id": "maksud Anda: {}?", "en": "did you mean {}?"}


def message(diagnostic: Diagnostic, lang: Literal["id", "en"]) -> tuple[str, str | None]:
    """Return what is wrong, and a piece of advice or None.

    Both are lower case without a final full stop; the user's words stand in backticks.
    """
    entry = _data()[diagnostic.code]
    expected = [_thing(key, lang) for key in diagnostic.expected]
    text = entry[lang].replace("{expected}", _joined(list(dict.fromkeys(expected)), lang))
    parts = []
    if diagnostic.suggestions:
        parts.append(_MEANT[lang].format(_joined([f"`{s}`" for s in diagnostic.suggestions], lang)))
    advice = entry.get(f"hint_{lang}")
    if advice is not None:
        parts.append(_filled(advice, diagnostic.args))
    if diagnostic.hint is not None:
        parts.append(_filled(_data()["hints"][diagnostic.hint][lang], diagnostic.hint_args))
    return _filled(text, diagnostic.args), "; ".join(parts) or None


def _filled(text: str, args: tuple[str, ...]) -> str:
    """Put the arguments in place in one pass, so that braces in them stay what they are."""
    pieces = text.split("{")
    filled = [pieces[0]]
    for piece in pieces[1:]:
        number, _, rest = piece.partition("}")
        filled.append(args[int(number)] if int(number) < len(args) else "")
        filled.append(rest)
    return "".join(filled)


def _thing(key: str, lang: str) -> str:
    known = _data()["expected"].get(key)
    if known is not None:
        return str(known[lang])
    return _WORD[lang].format(tables().phrases[key][0])


def _joined(things: list[str], lang: str) -> str:
    if len(things) < 2:
        return "".join(things)
    return ", ".join(things[:-1]) + _OR[lang] + things[-1]


@cache
def _data() -> dict[str, Any]:
    return toml(Path(__file__).with_name("messages.toml"))

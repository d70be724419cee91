"""Diagnostics in words, Indonesian or English."""

from functools import cache
from pathlib import Path
from typing import Any, Literal

from patuh_parser.sotk.diagnostic import Diagnostic
from patuh_parser.sotk.vocabulary import tables
from patuh_parser.stored import toml
from patuh_parser.text.enumerated import enumerated


def message(diagnostic: Diagnostic, lang: Literal["id", "en"]) -> tuple[str, str | None]:
    """Return what is wrong, and a piece of advice or None.

    Both are lower case without a final full stop; the user's words stand in backticks.
    """
    entry = _data()[diagnostic.code]
    expected = [_thing(key, lang) for key in diagnostic.expected]
    either = _part("or", lang)
    text = entry[lang].replace("{expected}", enumerated(dict.fromkeys(expected), either))
    parts = []
    if diagnostic.suggestions:
        names = enumerated((f"`{name}`" for name in diagnostic.suggestions), either)
        parts.append(_part("meant", lang, names))
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
    return _part("word", lang, tables().phrases[key][0])


def _part(name: str, lang: str, *args: str) -> str:
    """A part of what is said in several diagnostics."""
    return _filled(_data()["parts"][name][lang], args)


@cache
def _data() -> dict[str, Any]:
    return toml(Path(__file__).with_name("messages.toml"))

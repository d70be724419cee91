"""The language of a call, and click speaking it."""

import gettext
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise, takewhile
from typing import Any

import click

from patuh.messages import Lang, entries, fill

_QUOTED = {"param_hint", "choice", "choices"}


def language_of(words: Sequence[str]) -> Lang:
    """The language that a call asks for, though it may not be parsed."""
    options = list(takewhile(lambda word: word != "--", ["", *words]))
    asked = [
        word.removeprefix("--lang=")
        for before, word in pairwise(options)
        if before == "--lang" or word.startswith("--lang=")
    ]
    return "en" if asked[-1:] == ["en"] else "id"


def language(ctx: click.Context) -> Lang:
    """The language of the call that a context belongs to; Indonesian unless `--lang en`."""
    return "en" if ctx.find_root().obj == "en" else "id"


@contextmanager
def speaking(lang: Lang) -> Iterator[None]:
    """Let click, which asks gettext for its sentences, find them in `click.toml` meanwhile.

    For the process of the command line only, where nothing else asks gettext.
    """
    before = gettext.translation
    catalogue = _Catalogue(lang)
    gettext.translation = lambda *_, **__: catalogue  # type: ignore[assignment]
    try:
        yield
    finally:
        gettext.translation = before


class _Catalogue(gettext.NullTranslations):
    """The sentences of click by its English ones, which `en/click.toml` holds under the same keys.

    What click says of a parameter it says apart from the name of the parameter, and puts the two
    together after; in `click.toml` they are one sentence.
    """

    def __init__(self, lang: Lang) -> None:
        super().__init__()
        self._lang = lang

    def gettext(self, message: str) -> str:
        if self._lang == "en":
            return message
        english, ours = entries("click", "en"), entries("click", self._lang)
        of_parameters = english["wrong_value"].removesuffix("{message}")
        known = {
            said: ours[key]
            for key, text in english.items()
            for said in (text, text.removeprefix(of_parameters))
        }
        return _Template(known[message]) if message in known else message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


class _Template(str):
    """A sentence of click in our words; what click has put in quotes stands in it without."""

    def format(self, *_: object, **values: Any) -> str:
        inner = values.get("message")
        if isinstance(inner, _Filled):
            return _Filled(inner.template, inner.values | values)
        return _Filled(self, values)


class _Filled(str):
    """A sentence filled in; the name of the parameter may come after the rest."""

    template: str
    values: dict[str, Any]

    def __new__(cls, template: str, values: dict[str, Any]) -> "_Filled":
        bare = {
            name: str(value).replace("'", "") if name in _QUOTED else value
            for name, value in values.items()
        }
        found = super().__new__(cls, fill(template, {"param_hint": "", **bare}))
        found.template, found.values = template, values
        return found

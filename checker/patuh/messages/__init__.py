"""The words of the program for people, in `id/*.toml` and `en/*.toml`; those of checks are kb's.

A file is a room or a command, read when something of it is said for the first time. A key is the
name of the file and that of the entry in it: `repair.clean`.
"""

import os
import re
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Literal

Lang = Literal["id", "en"]
LANGUAGES: tuple[Lang, ...] = ("id", "en")

Both = dict[Lang, str]
"""The same words in each language."""
Texts = dict[str, tuple[str, str | None]]
"""By language: what is wrong, and what would help or None."""

_PLACE = re.compile(r"\{(\w+)\}")


def say(key: str, lang: Lang, /, **values: Any) -> str:
    """The words of `key`, filled in; of a value in both languages, the one of `lang`.

    Raises KeyError for a key that there is not and for a value that is missing.
    """
    file, _, name = key.partition(".")
    here = {name: value[lang] if type(value) is dict else value for name, value in values.items()}
    return fill(entries(file, lang)[name], here)


def both(key: str, /, **values: Any) -> Both:
    """The words of `key` in each language."""
    return {lang: say(key, lang, **values) for lang in LANGUAGES}


def told(key: str, /, **values: Any) -> Texts:
    """The words of `key` in each language, with those of `<key>_hint` where there are any."""
    file, _, name = key.partition(".")
    return {
        lang: (
            say(key, lang, **values),
            say(f"{key}_hint", lang, **values) if f"{name}_hint" in entries(file, lang) else None,
        )
        for lang in LANGUAGES
    }


def fill(template: str, values: Mapping[str, object]) -> str:
    """`template` with each `{name}` replaced by its value; nothing else in it means anything."""
    return _PLACE.sub(lambda found: str(values[found[1]]), template)


def holes(template: str) -> list[str]:
    """The names that `fill` replaces, in the order of the text."""
    return _PLACE.findall(template)


def matched(template: str, text: str) -> dict[str, str] | None:
    """The values with which `fill` makes the text of the template; None if none do."""
    words = _PLACE.split(template)
    pattern = "(.+?)".join(map(re.escape, words[::2]))
    found = re.fullmatch(pattern, text)
    return None if found is None else dict(zip(words[1::2], found.groups(), strict=True))


@cache
def entries(file: str, lang: Lang) -> dict[str, str]:
    """All words of a file; those of a table have its name before theirs: `part.ledger`."""
    path = os.path.join(os.path.dirname(__file__), lang, f"{file}.toml")
    if "msgspec" in sys.modules:
        from patuh_parser.stored import toml

        return dict(_flat(toml(path), ""))
    import tomllib  # takes longer to read, but less than msgspec to load, as for help alone

    with open(path, "rb") as opened:
        return dict(_flat(tomllib.load(opened), ""))


def _flat(table: dict[str, Any], prefix: str) -> Iterator[tuple[str, str]]:
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{name}.")
        else:
            yield prefix + name, value

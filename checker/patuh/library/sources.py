"""What a program hands over: the path of a file, a text, or the bytes of a file."""

import os
from typing import get_args

from patuh.finding import Unreadable
from patuh.inputs.checks import Kind
from patuh.inputs.paths import read_bytes
from patuh.library.errors import raised
from patuh.messages import LANGUAGES, Lang

Source = str | os.PathLike[str] | bytes
UNNAMED = "usulan"


def named(source: Source, name: str | None, lang: Lang) -> tuple[str, bytes | None]:
    """The name that reports have for a source, and its content if it is to be had from no file.

    A `str` of one line is a path, one of several is a text. Raises `PatuhError` for a file under
    another name that cannot be read.
    """
    path = None if isinstance(source, bytes) else os.fspath(source)
    if path is not None and not (isinstance(source, str) and "\n" in source) and name is None:
        return path, None
    return name or UNNAMED, content(source, lang)


def content(source: Source, lang: Lang) -> bytes:
    """The bytes of a source; raises `PatuhError` for a file that cannot be read."""
    if isinstance(source, bytes):
        return source
    if isinstance(source, str) and "\n" in source:
        return source.encode()
    found = read_bytes(os.fspath(source))
    if isinstance(found, Unreadable):
        raise raised(found, lang)
    return found


def language(lang: str) -> Lang:
    """The language; raises ValueError if there is none of this name."""
    for known in LANGUAGES:
        if lang == known:
            return known
    raise ValueError(f"lang is one of {', '.join(LANGUAGES)}, not {lang!r}")


def kind_of(kind: str | None) -> Kind | None:
    """What an input is said to be; raises ValueError if nothing is called so."""
    known: tuple[Kind, ...] = get_args(Kind)
    for one in known:
        if kind == one:
            return one
    if kind is not None:
        raise ValueError(f"kind is one of {', '.join(known)}, not {kind!r}")
    return None

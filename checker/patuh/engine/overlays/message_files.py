"""Which tables are taken from a user: messages with plain placeholders, and marks of drafts.

A sentence is filled in by `patuh.messages.fill`, which knows names alone: `{unit}`. What else
stands in braces is a slip, and would stand in what is told of a finding.
"""

import re
import string
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from patuh.engine.overlays.acceptance import OverlayError, refused, text_of
from patuh.knowledge.drafting import terms
from patuh.knowledge.marks import MarksError, read_marks

_PLACE = re.compile(r"(.*) \(at (?:line (\d+), column (\d+)|[a-z ]+)\)")
_ROW = re.compile(r"^ *(?:\{|\[\[tanda\]\])", re.MULTILINE)
_DEEP = re.compile(r"""(?:(?:[\w-]++|"[^"\n]*"|'[^'\n]*')[ \t]*+\.[ \t]*+){30}""")
"""A key of so many parts: `tomllib` takes time and memory with the square of their number."""
_NAME = re.compile(r"[a-z0-9_]+")


def accept_messages(path: Path) -> None:
    """Refuse a table that is no TOML, lacks a sentence, or has other placeholders.

    Raises `OverlayError`.
    """
    text, table = table_of(path)
    for check, entry in table.items():
        if isinstance(entry, dict) and "judul" in entry:
            _look_at_cases(path, text, check, entry)
    try:
        sentences = list(_sentences(table))
    except RecursionError as error:
        raise refused(path, 1, 1, "too_deep") from error
    for sentence in sentences:
        if wrong := _wrong_placeholder(sentence):
            line = text[: max(text.find(wrong), 0)].count("\n") + 1
            raise refused(path, line, 1, "no_placeholder", found=wrong, such="{unit}")


def table_of(path: Path) -> tuple[str, dict[str, Any]]:
    """A TOML file as text and as a table; raises `OverlayError`."""
    text = text_of(path)
    if found := _DEEP.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise refused(path, line, 1, "too_deep")
    try:
        return text, tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise _no_toml(path, text, str(error)) from error


def accept_marks(path: Path, root: Path) -> None:
    """Refuse a table of marks with a row that is none, by the lists of the knowledge base `root`.

    Raises `OverlayError`.
    """
    text, table = table_of(path)
    try:
        read_marks(table, terms(root).lists)
    except MarksError as error:
        rows = [found.start() for found in _ROW.finditer(text)]
        line = text.count("\n", 0, rows[error.row - 1]) + 1 if error.row <= len(rows) else 1
        raise refused(path, line, 1, "no_mark", reason=error) from error


def _no_toml(path: Path, text: str, told: str) -> OverlayError:
    found = _PLACE.fullmatch(told)
    words, line, column = found.groups() if found else (told, "1", "1")
    if line is None:
        line, column = str(text.count("\n") + 1), "1"
    return refused(path, int(line), int(column), "no_toml", reason=words)


def _look_at_cases(path: Path, text: str, check: str, entry: dict[str, Any]) -> None:
    cases = entry.get("kasus", {})
    for key in ("judul", "tujuan"):
        if not isinstance(entry.get(key, ""), str):
            line = text[: max(text.find(f"[{check}]"), 0)].count("\n") + 1
            raise refused(path, line, 1, "no_text_of", table=check, key=key)
    for name, case in cases.items() if isinstance(cases, dict) else [("", None)]:
        words = case if isinstance(case, dict) else {}
        texts = (
            entry["judul"],
            entry.get("tujuan", ""),
            words.get("kalimat"),
            words.get("saran", ""),
            words.get("kumpulkan", ""),
        )
        if not all(isinstance(text, str) for text in texts):
            key = f"{check}.kasus.{name}".rstrip(".")
            line = text[: max(text.find(f"[{key}]"), 0)].count("\n") + 1
            raise refused(path, line, 1, "no_words", table=key)


def _sentences(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _sentences(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _sentences(inner)


def _wrong_placeholder(sentence: str) -> str:
    """What is no plain placeholder, or nothing."""
    try:
        for _, name, form, conversion in string.Formatter().parse(sentence):
            if name is not None and (form or conversion or not _NAME.fullmatch(name)):
                return "{" + name
    except ValueError:
        return "{" if "{" in sentence else "}"
    return ""

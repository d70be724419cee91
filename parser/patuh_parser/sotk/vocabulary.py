"""The tables of verbs.toml, ready for look-up; read once in a process."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct

from patuh_parser.stored import toml

Trie = dict[str | None, Any]
"""Words lead to further tries; the key None holds what the words so far stand for."""


def make_trie(entries: Iterable[tuple[Sequence[str], object]]) -> Trie:
    """Return a trie of word sequences; of two equal sequences the first wins."""
    root: Trie = {}
    for words, value in entries:
        node = root
        for word in words:
            node = node.setdefault(word, {})
        node.setdefault(None, value)
    return root


def longest(trie: Trie, words: Sequence[str], start: int = 0) -> tuple[int, Any]:
    """Return the end of the longest entry that begins at `start`, and its value.

    The end is `start` and the value None if no entry begins there.
    """
    node, at, end, value = trie, start, start, None
    limit = len(words)
    while at < limit:
        following = node.get(words[at])
        if following is None:
            break
        node = following
        at += 1
        if None in node:
            end, value = at, node[None]
    return end, value


class Tables(Struct, frozen=True):
    """All tables of verbs.toml; see there."""

    structure: Trie
    changes: Trie
    phrases: Mapping[str, tuple[str, ...]]
    aspects: Mapping[str, str]
    classes: Trie
    groups: Trie
    verbs: Trie
    verb_list: Mapping[str, tuple[str, str | None]]
    verb_words: frozenset[str]
    verb_spellings: Mapping[str, str]
    plain_verbs: frozenset[str]
    objects: Trie
    means: Mapping[str, str]
    kinds: Mapping[str, tuple[str, str | None]]
    attributes: Mapping[str, str]
    tasks: Mapping[str, Sequence[str]]
    surfaces: Mapping[str, Mapping[str, str]]
    """For the printer: table → canonical value → the words that give it back."""


@cache
def tables() -> Tables:
    """Return the tables."""
    data = toml(Path(__file__).with_name("verbs.toml"))
    structure, changes = data["structure"], data["changes"]
    verbs = {words: _pair(value) for words, value in data["verbs"].items()}
    kinds = {words: _pair(value) for words, value in data["kinds"].items()}
    return Tables(
        structure=_phrases(structure),
        changes=_phrases(changes),
        phrases={
            terminal: tuple(phrases) for terminal, phrases in {**changes, **structure}.items()
        },
        aspects=data["aspects"],
        classes=make_trie((words.split(), value) for words, value in data["classes"].items()),
        groups=make_trie((words.split(), value) for words, value in data["groups"].items()),
        verbs=make_trie((words.split(), value) for words, value in verbs.items()),
        verb_list=verbs,
        verb_words=frozenset(words.split()[0] for words in verbs),
        verb_spellings=data["verb_spellings"],
        plain_verbs=frozenset(data["plain_verbs"]["words"]),
        objects=make_trie((words.split(), value) for words, value in data["objects"].items()),
        means=data["means"],
        kinds=kinds,
        attributes=data["attributes"],
        tasks=data["tasks"],
        surfaces={
            "verbs": _first_surface({words: value[0] for words, value in verbs.items()}),
            "objects": _first_surface(data["objects"]),
            "means": _first_surface(data["means"]),
            "classes": _first_surface(data["classes"]),
            "groups": _first_surface(data["groups"]),
            "tasks": {task: words[0].removesuffix(" …") for task, words in data["tasks"].items()},
        },
    )


def _phrases(table: Mapping[str, Sequence[str]]) -> Trie:
    return make_trie(
        (phrase.split(), (terminal, phrase))
        for terminal, phrases in table.items()
        for phrase in phrases
    )


def _pair(value: str | list[str]) -> tuple[str, str | None]:
    return (value, None) if isinstance(value, str) else (value[0], value[1])


def _first_surface(table: Mapping[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for words, value in table.items():
        found.setdefault(value, words)
    return found

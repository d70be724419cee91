"""The tables of verbs.toml, ready for look-up; read once in a process."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

from msgspec import Struct

from patuh_parser.sotk.forms import SAID
from patuh_parser.stored import toml

_TEXT = re.compile(r"([A-Z_]+) \(?TEXT(?: (?!DOT)([A-Z_]+))?")

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


def words_in(trie: Trie) -> Iterator[str]:
    """Yield the words of all entries; a word may come several times."""
    for word, node in trie.items():
        if word is not None:
            yield word
            yield from words_in(node)


class Tables(Struct, frozen=True):
    """All tables of verbs.toml; see there."""

    parts: Mapping[str, Trie]
    """`structure`, `changes` and `steps`: phrase → terminal and the phrase."""
    phrases: Mapping[str, tuple[str, ...]]
    """Terminal → its phrases."""
    texts: Mapping[str, str | None]
    """Terminal before a free text → the word before which the text ends, None for its end."""
    patterns: Mapping[str, str]
    sub_kinds: Mapping[str, str]
    sectors: Mapping[str, str]
    pattern_words: Mapping[str, Any]
    elsewhere: Mapping[str, Any]
    changes: Mapping[str, str]
    """The verbs of PERUBAHAN, with their terminals."""
    provision: frozenset[str]
    """The words of a provision that a sentence refers to."""
    relating: frozenset[str]
    """The words of lines, which the text of a purpose does not have."""
    chapeaus: Trie
    names: Mapping[str, Sequence[str]]
    """What may follow the name of a unit: its types, and what brings in another spelling."""
    aspects: Mapping[str, str]
    classes: Trie
    class_matters: frozenset[str]
    """The words that begin what units of a class are there for."""
    headings: Mapping[str, str]
    groups: Trie
    verbs: Trie
    verb_list: Mapping[str, tuple[str, str | None]]
    verb_words: frozenset[str]
    verb_spellings: Mapping[str, str]
    plain_verbs: frozenset[str]
    step_words: Mapping[str, frozenset[str]]
    objects: Trie
    means: Mapping[str, str]
    kinds: Mapping[str, tuple[str, str | None]]
    attributes: Mapping[str, str]
    tasks: Mapping[str, Sequence[str]]
    sorts: Mapping[str, Sequence[str]]
    duties: Mapping[str, str]
    """Words after `dikecualikan dari`, in small letters → the duty."""
    exemptions: Mapping[str, frozenset[str]]
    surfaces: Mapping[str, Mapping[str, str]]
    """For the printer: table → canonical value → the words that give it back."""


@cache
def tables() -> Tables:
    """Return the tables."""
    data = toml(Path(__file__).with_name("verbs.toml"))
    structure = data["structure"]
    for _, predicate in SAID.values():
        structure.update(predicate.words)
    structure = {
        terminal: [
            phrase
            for pattern in (*patterns, *data["structure_only"].get(terminal, ()))
            for phrase in _spelt(pattern)
        ]
        for terminal, patterns in structure.items()
    }
    structure["ADVERBIAL"] = _adverbials(data["adverbials"]["phrases"])
    structure["PURPOSE"] = _adverbials(data["adverbials"]["purposes"])
    structure["REFERENCE"] = _adverbials(data["adverbials"]["references"])
    own = {"structure": structure, "changes": data["changes"], "steps": data["steps"]}
    for part, terminals in data["shared"].items():
        own[part] = {**own[part], **{terminal: structure[terminal] for terminal in terminals}}
    verbs = {words: _pair(value) for words, value in data["verbs"].items()}
    verb_words = frozenset(words.split()[0] for words in verbs)
    plain_verbs = frozenset(data["plain_verbs"]["words"])
    surfaces = {
        name: _first_surface(data[name])
        for name in ("objects", "means", "classes", "headings", "groups")
    }
    return Tables(
        parts={part: _phrases(phrases) for part, phrases in own.items()},
        phrases={
            terminal: tuple(phrases)
            for part in ("changes", "structure")
            for terminal, phrases in own[part].items()
        },
        texts={
            terminal: structure[following][0] if following else None
            for rule in ("DISINGKAT TEXT DOT", *(said.grammar for _, said in SAID.values()))
            for terminal, following in _TEXT.findall(rule)
        },
        patterns=data["patterns"],
        sub_kinds=data["sub_kinds"],
        sectors=data["sectors"],
        pattern_words=data["pattern_words"],
        elsewhere=data["elsewhere"],
        changes={
            phrase: terminal
            for terminal, phrases in data["changes"].items()
            for phrase in phrases
            if phrase.startswith("me")
        },
        provision=frozenset(data["adverbials"]["provision"]),
        relating=frozenset(data["adverbials"]["relating"]),
        names=data["names"],
        chapeaus=_by_words(dict.fromkeys(data["layout"]["chapeaus"], True)),
        aspects=data["aspects"],
        classes=_by_words(data["classes"]),
        class_matters=frozenset(data["class_matters"]["words"]),
        headings=data["headings"],
        groups=_by_words(data["groups"]),
        verbs=_by_words(verbs),
        verb_list=verbs,
        verb_words=verb_words,
        verb_spellings={
            **_spellings(structure, verbs, verb_words | plain_verbs),
            **data["verb_spellings"],
        },
        plain_verbs=plain_verbs,
        step_words={name: frozenset(words) for name, words in data["step_words"].items()},
        objects=_by_words(data["objects"]),
        means=data["means"],
        kinds={words: _pair(value) for words, value in data["kinds"].items()},
        attributes=data["attributes"],
        tasks=data["tasks"],
        sorts=data["sorts"],
        duties={
            phrase.lower(): duty
            for duty, patterns in data["duties"].items()
            for pattern in patterns
            for phrase in _spelt(pattern)
        },
        exemptions={name: frozenset(words) for name, words in data["exemptions"].items()},
        surfaces={
            **surfaces,
            "verbs": _first_surface({words: value[0] for words, value in verbs.items()}),
            "tasks": {task: words[0].removesuffix(" …") for task, words in data["tasks"].items()},
        },
    )


def _adverbials(patterns: Iterable[str]) -> list[str]:
    """Each phrase that the patterns allow, and as it begins a sentence."""
    phrases = [phrase for pattern in patterns for phrase in _spelt(pattern)]
    return [*phrases, *(phrase[0].upper() + phrase[1:] for phrase in phrases)]


def _spelt(pattern: str) -> Iterator[str]:
    """Every way to read a pattern in which […] may be left out and (a|b) is either."""
    optional = re.sub(r"\[\(?([^])]*)\)?\]", r"(|\1)", pattern)
    parts = [part.split("|") for part in re.split(r"[()]", optional)]
    for chosen in product(*parts):
        yield " ".join("".join(chosen).split())


def _by_words(table: Mapping[str, object]) -> Trie:
    return make_trie((words.split(), value) for words, value in table.items())


def _spellings(
    structure: Mapping[str, Sequence[str]], verbs: Mapping[str, object], known: AbstractSet[str]
) -> dict[str, str]:
    """How STRUKTUR also spells the verbs that steps know: other spelling → verb."""
    return {
        other: phrases[0]
        for phrases in structure.values()
        if phrases[0] in verbs
        for other in phrases[1:]
        if " " not in other and other not in known
    }


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

"""Tries: words that lead to values, found by the longest run of words."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

Trie = dict[str | None, Any]
"""Words lead to further tries; the key None holds what the words so far stand for.

That is a list where it is a pair, since tries are stored.
"""


def make_trie(entries: Iterable[tuple[Sequence[str], object]]) -> Trie:
    """Return a trie of word sequences; of two equal sequences the first wins."""
    root: Trie = {}
    for words, value in entries:
        enter(root, words, value)
    return root


def enter(trie: Trie, words: Iterable[str], value: object, instead: bool = False) -> None:
    """Add an entry to a trie; one of the same words stays, unless the new one comes `instead`."""
    for word in words:
        trie = trie.setdefault(word, {})
    if instead or None not in trie:
        trie[None] = value


def copy_trie(trie: Trie) -> Trie:
    """Return a trie of the same entries, which may be added to."""
    return {word: node if word is None else copy_trie(node) for word, node in trie.items()}


Nodes = list[dict[str | None, Any]]
"""A trie of which equal branches are one: words lead to places of earlier nodes, the last is it."""


def folded(trie: Trie) -> Nodes:
    """Return the nodes of a trie; it is a fraction of it that is kept."""
    nodes: Nodes = []
    places: dict[str, int] = {}

    def place(node: Trie) -> int:
        made = {key: value if key is None else place(value) for key, value in node.items()}
        found = places.setdefault(repr(made), len(nodes))
        if found == len(nodes):
            nodes.append(made)
        return found

    place(trie)
    return nodes


def unfolded(nodes: Nodes) -> Trie:
    """Return the trie of some nodes, which is not to be added to."""
    made: list[Trie] = []
    for node in nodes:
        made.append({key: it if key is None else made[it] for key, it in node.items()})
    return made[-1]


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


def values_in(trie: Trie) -> Iterator[Any]:
    """Yield what the entries stand for."""
    for word, node in trie.items():
        if word is None:
            yield node
        else:
            yield from values_in(node)

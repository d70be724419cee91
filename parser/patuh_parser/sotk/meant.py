"""Words that are none of the language, and what their writer probably meant (meant.toml)."""

from collections.abc import Mapping, Sequence
from functools import cache

from msgspec import Struct

from patuh_parser.disk import beside
from patuh_parser.sotk.tries import Trie, longest, make_trie
from patuh_parser.stored import toml


class Meant(Struct, frozen=True):
    """The tables of meant.toml; see there."""

    instead: Trie
    joints: frozenset[str]
    openings: frozenset[str]
    nouns: Mapping[str, str]
    titles: frozenset[str]
    pointing: frozenset[str]
    things: frozenset[str]
    subjects: frozenset[str]
    clauses: frozenset[str]
    former: frozenset[str]
    keywords: Mapping[str, str]


@cache
def meant() -> Meant:
    """Return the tables."""
    data = toml(beside(__file__, "meant.toml"))
    return Meant(
        instead=make_trie((words.split(), right) for words, right in data["instead"].items()),
        joints=frozenset(data["joints"]["words"]),
        openings=frozenset(data["openings"]["words"]),
        nouns=data["nouns"],
        titles=frozenset(data["titles"]["words"]),
        pointing=frozenset(data["pointing"]["words"]),
        things=frozenset(data["things"]["words"]),
        subjects=frozenset(data["subjects"]["words"]),
        clauses=frozenset(data["subjects"]["clauses"]),
        former=frozenset(data["former"]["words"]),
        keywords=data["keywords"],
    )


def instead(texts: Sequence[str], at: int) -> str | None:
    """What stands in the language for the words at a place, if they are known slips."""
    right = longest(meant().instead, texts, at)[1]
    return None if right is None else str(right)

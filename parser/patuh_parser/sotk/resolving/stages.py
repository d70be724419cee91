"""The acts that the free texts of a step say are done before it, or left out of it."""

from collections.abc import Iterator, Sequence
from functools import cache

from patuh_parser.sotk.parsing.acts import Act
from patuh_parser.sotk.parsing.syntax import Clause
from patuh_parser.sotk.tries import longest, values_in
from patuh_parser.sotk.vocabulary import tables


def stages(act: Act, clause: Clause) -> tuple[str, ...]:
    """Return the acts that are said to be done before the step ("sesudah observasi dan …"), or with
    it ("dengan berkoordinasi pada …")."""
    table = tables().step_words
    found: list[str] = []
    for text in (clause.opening, act.detail, clause.text):
        words = _words(text)
        if not table["denials"].isdisjoint(words):
            continue
        after = next((at for at, word in enumerate(words) if word in table["afterwards"]), None)
        found += [one for at in range(len(words)) if (one := _act(words, at)[1])
                  and ((after is not None and at > after) or _together(words, at))]  # fmt: skip
    return tuple(dict.fromkeys(found))


def forgone(act: Act, clause: Clause) -> tuple[str, ...]:
    """Return the acts that the step is said to be done without ("tanpa observasi")."""
    texts = (clause.opening, act.detail, clause.text)
    return tuple(dict.fromkeys(one for text in texts for one in _left_out(_words(text))))


def _left_out(words: Sequence[str]) -> Iterator[str]:
    table = tables().step_words
    denied = False
    at = 0
    while at < len(words):
        end, act = _act(words, at) if denied else (at, "")
        if act:
            yield act
            at = end
            continue
        denied = words[at] in table["without"] or (denied and words[at] in table["within_without"])
        at += 1


def _act(words: Sequence[str], at: int) -> tuple[int, str]:
    """The act that stands at a place, by its noun or its verb, and its end."""
    for trie in (tables().act_nouns, tables().verbs):
        end, act = longest(trie, words, at)
        if end > at and act[1] is None and act[0] in _acts():
            return end, act[0]
    return at, ""


@cache
def _acts() -> frozenset[str]:
    """The acts that a noun may say, without their objects."""
    return frozenset(act for act, thing in values_in(tables().act_nouns) if thing is None)


def _together(words: Sequence[str], at: int) -> bool:
    """Whether the verb at a place says how the step is done ("dengan berkoordinasi")."""
    said = tables().step_words
    start = at
    while start and words[start - 1] in said["light_with"]:
        start -= 1
    return bool(start) and words[start - 1] in said["with_verbs"] and words[at] in said["mutual"]


def _words(text: str) -> list[str]:
    return text.lower().replace(",", " ").split()

"""Citations of an item of a list that is there and cannot be meant, for another one is named.

`Laporan Arus Kas sebagaimana dimaksud dalam Pasal 2 ayat (1) huruf d`, where huruf e has that name.
"""

import re
from collections.abc import Sequence

from patuh.facts.drafts.cited.resolver import Resolver
from patuh.facts.drafts.collector import Collector
from patuh.facts.text import string
from patuh.knowledge.drafting import terms
from patuh.knowledge.patterns import folded
from patuh_parser.legal.model import Node

_BEFORE = re.compile(r"(?P<named>[^.;:,]{4,200}) sebagaimana dimaksud (?:dalam|pada) $")
_ENDS = re.compile(
    r"[;:,.(]| (?:yang|untuk|dengan|dalam|pada|sebesar|adalah|terdiri|sebagaimana)\b"
)
_ITEM = ("huruf", "angka")
_LEAST = 5
"""Letters that the name of an item has at the least."""


def lettered_facts(into: Collector, resolver: Resolver) -> None:
    """The citations of one item, before which the name of another item of that list stands."""
    told = {fact for fact in into.places if fact.startswith("rujukan_tak_cocok(")}
    for number, reference in enumerate(into.draft.references, 1):
        lettered = any(kind in reference.text for kind in _ITEM)
        if (
            not lettered
            or reference.kind != "internal"
            or reference.node.quoted
            or resolver.elsewhere(reference)
        ):
            continue
        targets = resolver.targets(reference)
        cited = resolver.node(targets[0].id) if len(targets) == 1 else None
        if cited is None or cited.kind not in _ITEM:
            continue
        listed = next(resolver.above(cited), cited)
        found = _BEFORE.search(reference.node.text[: reference.start])
        if found is None or any(fact.startswith(f"rujukan_tak_cocok({number},") for fact in told):
            continue
        if (other := _named(found["named"], cited, listed.children)) is not None:
            at = into.words(reference.node, reference.start, reference.start + 1)
            label = f"{other.kind} {other.bare}"
            word = string(f"“{_name(other)}”")
            into.fact(at, "rujukan_tak_cocok", number, word, string(label))


def _named(said: str, cited: Node, listed: Sequence[Node]) -> Node | None:
    """The one item whose name stands last before the citation, if that cited has not that name."""
    words = folded(said)
    having = [one for one in listed if one.kind == cited.kind and _ends_with(words, one)]
    longest = [one for one in having if len(_name(one)) == max(map(len, map(_name, having)))]
    if len(longest) != 1 or longest[0] is cited or cited in having:
        return None
    name = folded(_name(longest[0]))
    whole = folded(" ".join(one.text for one in cited.walk()))
    return None if name in whole or name in terms().lists["kata_umum"] else longest[0]


def _ends_with(words: str, item: Node) -> bool:
    name = folded(_name(item))
    return len(name) >= _LEAST and re.search(rf"(?:\A|\W){re.escape(name)}\Z", words) is not None


def _name(item: Node) -> str:
    """The words of an item up to what is said of it."""
    return _ENDS.split(" ".join(item.text.split()), maxsplit=1)[0].strip()

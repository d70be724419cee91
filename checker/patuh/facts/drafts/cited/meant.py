"""Citations of a provision that is there and cannot be meant, for it says nothing of what is cited.

`Permohonan sebagaimana dimaksud pada ayat (3)`, where ayat (3) has no word of that root, and of
the ayat above one alone has; likewise of pasal. Roots are what is left without prefix and suffix.
"""

import re
from collections.abc import Sequence

from patuh.facts.drafts.cited.resolver import Resolver
from patuh.facts.drafts.collector import Collector
from patuh.facts.drafts.roots import root_of
from patuh.facts.text import string
from patuh.knowledge.drafting import pattern_of, terms
from patuh_parser.legal.model import Node, Reference

_BEFORE = re.compile(
    r"\b(?:(?P<head>[a-z]{5,20}) (?:[A-Z][a-z]+ ){1,4})?(?P<word>[A-Za-z]{5,20})"
    r" sebagaimana dimaksud (?:pada|dalam) $"
)
"""A word, and what is said of a name of several words that ends in it."""
_CITED = re.compile(
    r"(?P<ayat>ayat \([0-9]{1,2}[a-z]?\))"
    r"|(?P<pasal>Pasal [0-9]{1,3}[A-Z]?)(?: (?P<of>ayat \([0-9]{1,2}\)))?"
    r"|(?P<diktum>(?i:diktum) [A-Z]{4,12}(?: [A-Z]{4,8}){0,2})"
)
_DUTIFUL = re.compile(r"\bWajib (?=[A-Z])")
"""The first word of a name, as in `Wajib Pajak`, not of a duty."""
_LEAST = 4


def meant_facts(into: Collector, resolver: Resolver) -> None:
    """The citations of one ayat or pasal that cannot be meant, and what is meant instead."""
    articles = [one for one in into.draft.articles() if not one.quoted]
    for number, reference in enumerate(into.draft.references, 1):
        found = _CITED.fullmatch(reference.text) if reference.kind == "internal" else None
        if found is None or resolver.elsewhere(reference):
            continue
        if reference.node.quoted and not (found["ayat"] and resolver.quotes_whole(reference.node)):
            continue
        above = [reference.node, *resolver.above(reference.node)]
        kind = "diktum" if found["diktum"] else "pasal"
        own = next((one for one in above if one.kind == ("ayat" if found["ayat"] else kind)), None)
        article = next((one for one in above if one.kind == kind), None)
        if own is None or article is None:
            continue
        among = _ayat(article) if found["ayat"] else articles
        named = found["ayat"] or found["pasal"] or f"Diktum{found['diktum'][6:]}"
        cited = [one for one in among if _label(one) == named]
        beside: list[Node] = []
        if found["of"] and len(cited) == 1:
            beside = _ayat(cited[0])
            cited = [one for one in beside if _label(one) == found["of"]]
        if own not in among or len(cited) != 1 or cited[0] is own:
            continue
        if other := _other_instrument(reference, cited[0]):
            at = into.words(reference.node, reference.start, reference.start + 1)
            into.fact(at, "instrumen_tak_cocok", number, *map(string, other))
            continue
        near, before = (
            (reference, cited[0], beside),
            (reference, cited[0], among[: among.index(own)]),
        )
        if other := _other_time(*near) or _other_time(*before) or _other(*near) or _other(*before):
            at = into.words(reference.node, reference.start, reference.start + 1)
            into.fact(at, "rujukan_tak_cocok", number, *map(string, other))


def _other_instrument(reference: Reference, cited: Node) -> tuple[str, str] | None:
    """An instrument that is cited, where what is cited names one other alone."""
    said = pattern_of("menunjuk_instrumen").search(reference.node.text[: reference.start])
    words = " ".join(one.text for one in cited.walk())
    there = {found["instrument"] for found in pattern_of("instrumen").finditer(words)}
    if said is None or len(there) != 1 or said["instrument"] in words:
        return None
    return said["instrument"], there.pop()


def _other_time(reference: Reference, cited: Node, among: Sequence[Node]) -> tuple[str, str] | None:
    """A time limit that is cited where there is none, and the one provision that has one."""
    said = pattern_of("menunjuk_waktu").search(reference.node.text[: reference.start])
    timed = pattern_of("menyebut_waktu")
    if said is None or timed.search(_words(cited)):
        return None
    having = [one for one in among if timed.search(_words(one))]
    if len(having) != 1:
        return None
    return f"“{said['word']}”", _label(having[0])


def _other(reference: Reference, cited: Node, before: Sequence[Node]) -> tuple[str, str] | None:
    """The word that is cited, and the one provision before that has it where the cited has not."""
    said = _BEFORE.search(reference.node.text[: reference.start])
    if said is None or said["word"].lower() in terms().lists["kata_umum"]:
        return None
    root = root_of(said["word"])
    if len(root) < _LEAST or root in _words(cited):
        return None
    if said["head"] and said["word"][0].isupper() and root_of(said["head"]) in _words(cited):
        return None
    having = [one for one in before if root in _words(one)]
    return (f"“{said['word']}”", _label(having[0])) if len(having) == 1 else None


def _ayat(article: Node) -> list[Node]:
    return [child for child in article.children if child.kind == "ayat"]


def _label(node: Node) -> str:
    return f"ayat {node.number}" if node.kind == "ayat" else f"{node.kind.title()} {node.bare}"


def _words(node: Node) -> str:
    return _DUTIFUL.sub("", " ".join(one.text for one in node.walk())).lower()

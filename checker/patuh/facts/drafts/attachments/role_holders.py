"""Who holds a role in a team according to the text, and according to the attachment."""

import re
from collections.abc import Sequence

from patuh.facts.drafts.collector import Collector
from patuh.facts.text import string
from patuh.knowledge.drafting import terms
from patuh.knowledge.patterns import folded
from patuh_parser.legal.model import Node

_CHAIRED = re.compile(r"\bdiketuai oleh (?P<who>[A-Z][A-Za-z ]{5,70})")
_AS = re.compile(
    r"(?P<who>[A-Z][a-z]+(?: (?:[A-Z][a-z]+|dan)){1,8}) (?:sebagai|selaku) (?P<role>[A-Za-z ]+)"
)
_ROW = re.compile(
    r"^\s*(?:[0-9]{1,3}[.)]?\s+)?(?P<role>[A-Za-z ]{4,20}?) ?[:|]"
    r"\s*(?P<who>[^\n|:;]{5,80}?)[.;]?\s*$",
    re.MULTILINE,
)
_ABBREVIATED = re.compile(r"[A-Z]{2}|\.")
_ENDS = re.compile(r" (?:yang|dan|dengan|untuk|sebagai|selaku|dibantu)\b.*")
_LEADS = "ketua"
"""The role of which the text says `diketuai oleh`."""


def holder_facts(into: Collector, article: Node, said: str, texts: Sequence[str]) -> None:
    """The roles that the attachment gives to another office than the article does."""
    rows = [row for text in texts for row in _ROW.finditer(text)]
    stated = [(_LEADS, found["who"]) for found in _CHAIRED.finditer(said)]
    stated += [(folded(found["role"]).strip(), found["who"]) for found in _AS.finditer(said)]
    for role, named in stated:
        holders = [row["who"].strip() for row in rows if folded(row["role"]).strip() == role]
        who = _ENDS.sub("", named).strip()
        if role in terms().roles and len(holders) == 1 and _are_two(who, holders[0]):
            at, number = into.first_line(article.place), into.number(article)
            told = map(string, (role.capitalize(), who, holders[0]))
            into.fact(at, "peran_dijabat_lain", number, *told)


def _are_two(one: str, other: str) -> bool:
    """Whether two offices written out are not one, in more or fewer words."""
    both = (one, other)
    if not all(name.startswith(terms().holders) for name in both) or any(
        _ABBREVIATED.search(name) for name in both
    ):
        return False
    mine, theirs = (set(folded(name).split()) for name in both)
    return not (mine <= theirs or theirs <= mine)

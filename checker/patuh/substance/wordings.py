"""What a provision says of duty and of parties, read from its words alone."""

import re
from collections.abc import Mapping

from patuh.knowledge.list_headings import parties_unnamed
from patuh.knowledge.names import gazetteer, spelt
from patuh.knowledge.offices import offices
from patuh.knowledge.root import kb_root, of_kb

_FOR = r"(?:\s+untuk\b)?"
_MODALS = (
    (
        "wajib",
        re.compile(
            rf"\b(?:wajib|diwajibkan|harus|berkewajiban)\b(?!\s+(?:untuk\s+)?tidak\b){_FOR}",
            re.IGNORECASE,
        ),
    ),
    ("dapat", re.compile(rf"\bdapat\b{_FOR}", re.IGNORECASE)),
)
_BEFORE = r"(?:(?:setiap|seluruh|semua|para) )?"
_ROLES = (("kepada", "kepada"), ("melalui", "melalui"), ("oleh", "oleh"))

Party = tuple[str, str]


def modal(text: str) -> str:
    """The force of a norm: `wajib`, `dapat`, or `kalimat_berita` where no modal is said."""
    return next((name for name, pattern in _MODALS if pattern.search(text)), "kalimat_berita")


def without_modal(text: str) -> str:
    """The text without the words that say its force."""
    for _, pattern in _MODALS:
        text = pattern.sub("", text)
    return " ".join(text.split())


def parties(text: str, law: str) -> frozenset[Party]:
    """Who acts (`pelaku`), to whom, through whom and by whom, as (role, name)."""
    names, shown = _names(law), _shown(law)
    found: set[Party] = set()
    subject = names.match(re.sub(rf"\A{_BEFORE}", "", text, flags=re.IGNORECASE))
    if subject is not None:
        found.add(("pelaku", shown[subject[0].casefold()]))
    for role, word in _ROLES:
        for mention in re.finditer(rf"\b{word} {_BEFORE}", text, re.IGNORECASE):
            if (named := names.match(text, mention.end())) is not None:
                found.add((role, shown[named[0].casefold()]))
    return frozenset(found)


@of_kb
def _names(law: str) -> re.Pattern[str]:
    """Every office and collective by any spelling, longest first."""
    root = kb_root()
    known = {name.name for name in gazetteer(root, (law,)).names if name.key != name.display}
    every = sorted({*known, *parties_unnamed()}, key=lambda name: (-len(name), name))
    return re.compile("(?:" + "|".join(map(re.escape, every)) + r")(?!\w)", re.IGNORECASE)


@of_kb
def _shown(law: str) -> Mapping[str, str]:
    """One name for all spellings of an office or collective, in small letters."""
    parties = {name.casefold(): name for name in parties_unnamed()}
    collective = (office for office in offices().values() if office.kind == "kolektif")
    brief = {office.name.casefold(): office.also[0] for office in collective}
    return {**parties, **spelt(law), **brief}

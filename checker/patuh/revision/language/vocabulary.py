"""The language in which differences are sought: that of the audit, and what changed norms name."""

from collections.abc import Iterable, Iterator

from patuh.knowledge.names import display_names
from patuh.knowledge.norms import Fact
from patuh.knowledge.regulations import Regulation
from patuh.knowledge.root import kb_root
from patuh.revision.language.said import manners, norm_of, said
from patuh.revision.language.sentences import Language, extended, language, shortened
from patuh.revision.language.spelling import named, names_at_hand

_STEPS = 3
"""So many steps tell differences apart, and each more costs a fifth of the time."""
_FEW = 8
"""Of so many facts each is said in every manner, and every name is named; of more not."""


def language_for(law: Regulation, facts: Iterable[Fact]) -> Language:
    """The language of a regulation with the sentences that speak of these facts.

    Each fact has its own sentence in every manner, and each name that stands in one of them, and
    that the language does not know yet, is named in every way that the table `named` has.
    """
    every = list(facts)
    if len(every) <= _FEW:
        told = ["", *manners().values()]
    else:
        every, told = _unlike(every), ["", next(iter(manners().values()))]
    own = [one for fact in every for one in _own_sentences(law, fact, told)]
    base = shortened(language(law), _STEPS)
    return extended(base, [*named(law, _names(law, every)), *own])


def _unlike(facts: Iterable[Fact]) -> list[Fact]:
    """The facts; of those that only name different units the first."""
    found: dict[tuple[str, ...], Fact] = {}
    for fact in facts:
        found.setdefault((fact[0], *(one for one in fact[1][:-1] if not one[:1].isupper())), fact)
    return list(found.values())


def _names(law: Regulation, facts: Iterable[Fact]) -> dict[str, None]:
    """The units and offices that stand in facts, between regulation and provision."""
    shown = display_names(kb_root())
    found = (shown.get(value, value) for _, values in facts for value in values[1:-1])
    known = names_at_hand(law)
    return dict.fromkeys(name for name in found if name[:1].isupper() and name not in known)


def _own_sentences(
    law: Regulation, fact: Fact, told: Iterable[str]
) -> Iterator[tuple[str, str, int]]:
    """The sentences that say the norm in these manners, each with its part."""
    norm = norm_of(law.id, fact)
    one = said(law.id, norm) if norm is not None else None
    if one is None:
        return
    if one.before:
        yield "STRUKTUR", one.before, 0
    for manner in told:
        if one.flow:
            head, *lines = one.block(manner, "Alur")
            yield "flow", "\n".join([head, *(f"  {line}" for line in lines)]), int(bool(manner))
        else:
            yield "STRUKTUR", one.sentence(manner), int(bool(manner))

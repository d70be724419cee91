"""What the words of a step tell before any wording is tried: most need none, and are one clause."""

from collections.abc import Sequence
from functools import cache, lru_cache

from msgspec import Struct

from patuh_parser.sotk.diagnosing.pointing import instead_of
from patuh_parser.sotk.parsing.rewording.passives import active, main_verb
from patuh_parser.sotk.parsing.rewording.rewordings import step_forms
from patuh_parser.sotk.parsing.rewording.somebody import has_group
from patuh_parser.sotk.parsing.rewording.usable import KEPT, Usable
from patuh_parser.sotk.vocabulary import tables
from patuh_parser.text.dates import names_month

_REWORDED, _PASSIVE, _PARTS, _SMALL, _MONTH = "/reworded", "/passive", "/parts", "/small", "/month"
_POINTING = "/pointing"
_OPENS, _FOLLOWS = "/{} …", "/… {}"
"""Of a group of two words: its first, and what may follow that."""


class Look(Struct, frozen=True):
    """What may be so by the words of a step, whatever their order; what is not, is not so."""

    parts: bool
    """It has several clauses."""
    reworded: bool
    """It says something otherwise than its grammar."""
    passive: bool
    grouped: bool
    """It names a group or parties."""
    dated: bool
    pointing: bool
    """It holds a word that may stand where a verb should (E403)."""

    def parted(self, texts: Sequence[str]) -> bool:
        """Whether a step of this look may have several clauses."""
        return self.parts or (self.grouped and has_group(texts))

    def unusual(self, texts: Sequence[str]) -> bool:
        """Whether a step of this look may say something otherwise than its grammar."""
        return (
            self.reworded
            or (self.passive and main_verb(texts) is not None)
            or (self.grouped and has_group(texts))
        )


def look_at(texts: Sequence[str]) -> Look:
    """Return what the texts of the words of a step tell."""
    return _look(*usable_step_forms().shape(texts))


@lru_cache(KEPT)
def _look(first: str, classes: frozenset[int]) -> Look:
    said = usable_step_forms().said(classes)
    recipient = first in tables().step_words["before_recipients"]
    forms = bool(usable_step_forms().fitting(first, classes))
    return Look(
        parts=_PARTS in said,
        reworded=recipient or _REWORDED in said or _SMALL not in said or forms,
        passive=_PASSIVE in said,
        grouped=any(_may_name(group, said) for group in tables().party_words),
        dated=_MONTH in said,
        pointing=_POINTING in said,
    )


def _may_name(group: str, said: frozenset[str]) -> bool:
    return _OPENS.format(group) in said and _FOLLOWS.format(group) in said


@cache
def usable_step_forms() -> Usable:
    """Return the forms of steps."""
    return Usable(step_forms(), tables().step_words["before_recipients"], _told_by)


def _told_by(word: str) -> set[str]:
    """What a word tells of a step, beside its forms."""
    table, lower = tables(), word.lower()
    told = {_FOLLOWS.format(group) for group, after in table.party_words.items() if word in after}
    if (after := table.party_words.get(lower)) is not None:
        told.add(_OPENS.format(lower))
        if "" in after:
            told.add(_FOLLOWS.format(lower))
    words = {
        _REWORDED: word in table.skipping
        or word in table.step_words["obeying"]
        or lower in table.everyday,
        _PASSIVE: active(word) is not None,
        _PARTS: word in _parting(),
        _SMALL: not word.isupper() and word[0].isalpha(),
        _MONTH: names_month(lower),
        _POINTING: instead_of(word, "")[0] is not None,
    }
    return told.union(what for what, holds in words.items() if holds)


@cache
def _parting() -> frozenset[str]:
    """The words that several clauses need, one of them."""
    table = tables()
    handed_on = {phrase.split()[-1] for phrase in table.step_words["handed_on"]}
    joining = (word for word in table.clause_joins if word is not None)
    return frozenset({",", "yang", "tidak", "bukan", *handed_on, *joining})

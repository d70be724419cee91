"""What the words of a step tell before any wording is tried: most need none, and are one clause."""

from collections.abc import Sequence
from functools import cache

from patuh_parser.sotk.parsing.rewording.marked import small
from patuh_parser.sotk.parsing.rewording.passives import active, main_verb
from patuh_parser.sotk.parsing.rewording.reworded_steps import marks
from patuh_parser.sotk.parsing.rewording.somebody import group_words, has_group
from patuh_parser.sotk.parsing.rewording.usable import NOTHING, OfWord, usable_step_forms
from patuh_parser.sotk.vocabulary import tables

_REWORDED, _FORM, _PASSIVE, _GROUP, _PARTS = "reworded", "form", "passive", "group", "parts"


def may_be_reworded(texts: Sequence[str]) -> bool:
    """Whether a step may say something otherwise than its grammar, but for its first word."""
    told = NOTHING.union(*map(_told().__getitem__, texts))
    return bool(told) and (
        _REWORDED in told
        or (_FORM in told and usable_step_forms().forms_for(texts[:-1]) != ())
        or (_PASSIVE in told and main_verb(texts) is not None)
        or (_GROUP in told and has_group(texts))
    )


def may_be_parted(texts: Sequence[str]) -> bool:
    """Whether a step may have several clauses."""
    told = NOTHING.union(*map(_told().__getitem__, texts))
    return _PARTS in told or (_GROUP in told and has_group(texts))


@cache
def _told() -> OfWord:
    table = tables()
    rewording = table.skipping | table.step_words["obeying"]
    handed_on = {phrase.split()[-1] for phrase in table.step_words["handed_on"]}
    joining = {",", "yang", "tidak", "bukan", *handed_on, *table.clause_joins}

    def told_by(word: str) -> frozenset[str]:
        lower = word.lower()
        told = {
            _REWORDED: word in rewording or lower in table.everyday,
            _FORM: small(word) in marks(),
            _PASSIVE: active(word) is not None,
            _GROUP: lower in group_words(),
            _PARTS: word in joining,
        }
        return frozenset(what for what, holds in told.items() if holds) or NOTHING

    return OfWord(told_by)

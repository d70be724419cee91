"""The words of a step as its grammar knows them: what its wordings say, one after the other."""

from collections.abc import Callable, Sequence

from patuh_parser.sotk.lexing.capitals import without_capitals_of
from patuh_parser.sotk.lexing.name_finder import NameFinder
from patuh_parser.sotk.lines.words import Word
from patuh_parser.sotk.parsing.rewording.forgone import done_or_not
from patuh_parser.sotk.parsing.rewording.passives import active_sentence
from patuh_parser.sotk.parsing.rewording.reworded_steps import reworded_step
from patuh_parser.sotk.parsing.rewording.usual_order import (
    groups_apart,
    recipient_last,
    whose_order,
)
from patuh_parser.sotk.vocabulary import tables

_MOST = 6
"""So often a step is reworded: a group denied as a whole, the passive, what is left undone, …"""
_Wording = Callable[[Sequence[Word], NameFinder], list[Word] | None]
_WORDINGS: tuple[_Wording, ...] = (
    recipient_last, reworded_step, active_sentence, done_or_not, groups_apart,
)  # fmt: skip


def usual_words(words: list[Word], names: NameFinder) -> list[Word]:
    """Return the words of a step in which its grammar says the same."""
    words = _as_written(without_capitals_of(words, names))
    for _ in range(_MOST):
        made = next((made for one in _WORDINGS if (made := one(words, names)) is not None), None)
        if made is None:
            break
        words = made
    return whose_order(words, names)


def _as_written(words: list[Word]) -> list[Word]:
    """The words of everyday speech as regulations have them."""
    everyday = tables().everyday
    found = {at: usual for at, word in enumerate(words) if (usual := everyday.get(word[0].lower()))}
    if not found:
        return words
    made = list(words)
    for at, usual in found.items():
        made[at] = words[at]._replace(
            text=usual.capitalize() if words[at][0][0].isupper() else usual
        )
    return made

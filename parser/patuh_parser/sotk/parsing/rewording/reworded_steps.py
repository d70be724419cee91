"""Steps in other words, as the step that the grammar knows: what reworded_steps.toml says."""

from collections.abc import Sequence

from patuh_parser.sotk.lexing.name_finder import NameFinder
from patuh_parser.sotk.lines.words import Word
from patuh_parser.sotk.parsing.rewording.marked import Marked, small
from patuh_parser.sotk.parsing.rewording.notation import named
from patuh_parser.sotk.parsing.rewording.somebody import somebody_end
from patuh_parser.sotk.parsing.rewording.step_look import usable_step_forms

_LONGEST = 100
"""Words of a step that is looked at."""


def reworded_step(words: Sequence[Word], names: NameFinder) -> list[Word] | None:
    """Return the words in which the grammar says the same, None if no form has the step."""
    plain = [small(word[0]) for word in words]
    if len(words) > _LONGEST:
        return None
    usable = usable_step_forms().forms_for(plain[:-1])
    said = _marked(words[:-1], names) if usable else None
    for form in usable:
        found = said and form.fits(said)
        if said and found:
            first, *rest = said.said(form.means[0], found)
            return [first._replace(text=first.text[0].upper() + first.text[1:]), *rest, words[-1]]
    return None


def _marked(words: Sequence[Word], names: NameFinder) -> Marked:
    """The words without the full stop, each word of a name or group marked."""
    texts = [word.text for word in words]
    text, starts, at = "", [], 0
    first = somebody_end(words, texts, 0, names) > 0
    while at < len(words):
        end = min(somebody_end(words, texts, at, names), len(words))
        group = [small(one) for one in texts[at : max(end, at + 1)]]
        for place in range(len(group)):
            starts.append(len(text) + len(named(group[:place]) if place else ""))
        text += named(group) if end > at else f" {group[0]}"
        at = max(end, at + 1)
    return Marked(words, text, starts, first)

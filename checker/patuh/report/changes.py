"""What became of units between two proposals, and what neither check assessed, in words."""

from collections.abc import Sequence

from patuh.comparing import Comparison, UnitChange
from patuh.messages import Lang, say
from patuh.report.wording import Wording
from patuh_parser.text.enumerated import enumerated
from patuh_parser.text.shown import shown


def change_in_words(change: UnitChange, lang: Lang) -> str:
    """The units, and of a move, a merger or a division from what to what."""
    units, before, after = (
        _enumerated(names, lang) for names in (change.units, change.before, change.after)
    )
    if change.kind == "dialihkan":
        return say("compare.move", lang, units=units, before=before, after=after)
    if change.kind in ("digabung", "dipecah", "diganti"):
        return say("compare.into", lang, before=before, after=after)
    return units


def unassessed(comparison: Comparison, lang: Lang) -> list[str]:
    """What was not assessed of either proposal, each once."""
    return list(
        dict.fromkeys(
            Wording(lang, result.input).unassessed(group)
            for result in (comparison.base, comparison.proposal)
            for group in result.unassessed
        )
    )


def _enumerated(names: Sequence[str], lang: Lang) -> str:
    return enumerated(map(shown, names), say("findings.and", lang))

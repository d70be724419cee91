"""What is done to the contrary: "mengabaikan petunjuk" is "tidak mematuhi petunjuk"."""

from collections.abc import Sequence

from patuh_parser.sotk.lexing.modals import MODALS
from patuh_parser.sotk.lexing.name_finder import NameFinder
from patuh_parser.sotk.lines.words import Word
from patuh_parser.sotk.tries import longest
from patuh_parser.sotk.vocabulary import is_verb, phrases_of, tables

_MOST_OBJECT = 8
_INSTEAD = {
    "": "tidak", "TIDAK": "", "WAJIB": "dilarang", "PERLU": "dilarang", "DAPAT": "tidak wajib",
    "DILARANG": "wajib", "TIDAK_DAPAT": "wajib",
}  # fmt: skip
"""The modal before a verb of leaving undone → the one before the verb of doing."""


def done_or_not(words: Sequence[Word], _names: NameFinder) -> list[Word] | None:
    """Return a step that leaves something undone as the denial of doing it, None if it is none."""
    verbs = tables().skipping
    at = next((at for at, word in enumerate(words) if at and word[0] in verbs), 0)
    if not at:
        return None
    texts = [word.text for word in words]
    if any(is_verb(text) and text.islower() for text in texts[:at]):
        return None  # said of something else
    start, modal = _modal_before(texts, at)
    thing = at + 1 + (texts[at + 1] in tables().skipped_parts)
    verb = _verb_for(texts, thing, texts[at] in tables().skipping_giving)
    if verb is None or modal not in _INSTEAD:
        return None
    said = [*_INSTEAD[modal].split(), *verb]
    made = [words[at]._replace(text=text) for text in said]
    return [*words[:start], *made, *words[thing:]]


def _modal_before(texts: Sequence[str], at: int) -> tuple[int, str]:
    """Where the modal before a verb begins, and which it is."""
    phrases = phrases_of("steps")
    for start in range(max(at - 4, 0), at):
        end, found = longest(phrases, texts, start)
        if end == at and found is not None and found[0] in MODALS:
            return start, found[0]
    return at, ""


def _verb_for(texts: Sequence[str], at: int, giving: bool) -> list[str] | None:
    """The verb by which a thing is done, nothing more where its own follows."""
    table = tables()
    run = [text.lower() for text in texts[at : at + _MOST_OBJECT]]
    if run and is_verb(run[0]):
        return []
    verb = longest(table.skipped, run)[1] or (
        longest(table.skipped_gifts, run)[1] if giving else None
    )
    return None if verb is None else [verb]

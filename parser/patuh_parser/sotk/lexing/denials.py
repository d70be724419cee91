"""A denial within a step: of who takes part, of the way, or of how ("tidak bersama DPRD")."""

from collections.abc import Callable, Sequence

from patuh_parser.sotk.lexing.periods import period_at
from patuh_parser.sotk.tries import longest
from patuh_parser.sotk.vocabulary import is_verb, phrases_of, tables

_LINES = frozenset(
    {
        "TANGGUNG_JAWAB",
        "BERADA",
        "HUBUNGAN_KERJA",
        "BERKOORDINASI",
        "MEMERINTAH",
        "TEKNIS",
        "ADMINISTRATIF",
    }
)
_OF_PERSONS = frozenset({"PREPOSITION", "APPROVED", "DIKOORDINASIKAN", "HEARING", "COPY"})
_BY_ITSELF = frozenset({"KEMUDIAN", "PARTIES"})
"""Forms that a denial before them does not concern."""
_SHORT = 5
UNREAD = "DENIAL"
"""What no step may hold: the denial of something else than an act, a person or a station."""


def may_deny(word: str) -> bool:
    """Tell whether a denial, or a clause that denies or concedes, may begin with a word."""
    words = tables().step_words
    return word.lower() in words["denials"] or word in words["conceding"]


def denial_at(
    texts: Sequence[str],
    at: int,
    form_at: Callable[[int], tuple[int, str | None]],
    someone: Callable[[int], bool],
) -> tuple[int, str] | None:
    """Return the end and terminal of the denial that stands at a place, if it denies a form.

    form_at: the end and terminal of the form at a place; someone: whether somebody is named there.
    """
    start = at + 1
    if start == len(texts) or texts[at].lower() not in tables().step_words["denials"]:
        return None
    end, form = form_at(start)
    if form in _OF_PERSONS and someone(end):
        return end, "LACKING"
    if form == "MELALUI" and someone(end):
        return end, "TANPA_MELALUI"
    textual = texts[at] == "tanpa" or texts[start] in tables().step_words["free_after"]
    free = form in (None, "PREPOSITION", "MELALUI")
    if form == "MEANS" or (free and textual and not someone(end)):
        return end, "TAIL"
    period = period_at(texts, start)[0] > start
    if period or not (form is None or form == "PREPOSITION" or form in _BY_ITSELF):
        return at + 1, UNREAD
    return None


def refused(texts: Sequence[str], at: int) -> bool:
    """Tell whether what one refuses to do stands at a place: a verb of a step, a line or a
    passive."""
    if at >= len(texts):
        return False
    found = longest(phrases_of("structure"), texts, at)[1]
    line = found is not None and found[0] in _LINES
    passive = texts[at].startswith("di") and len(texts[at]) > _SHORT
    return line or passive or is_verb(texts[at])


def opens_denied_clause(texts: Sequence[str], at: int) -> bool:
    """Tell whether a clause that denies or concedes opens ("walaupun belum dibahas …")."""
    words = tables().step_words
    start = at
    while start < len(texts) and texts[start] in words["conceding"]:
        start += 1
    conceded = start > at
    while start < len(texts) and texts[start] in words["denials"]:
        start += 1
    if conceded or start == at or start >= len(texts):
        return conceded
    return is_verb(texts[start]) or texts[start].startswith("di")

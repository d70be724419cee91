"""Words of a step that bound what is done, and that nothing judges.

A step says that something is done. If words behind the act say that it is done only now and then,
or that it does not bind ("sepanjang masih ada waktu", "dan dapat diabaikan"), a norm might be
breached by them. What is known of the kind is read as a denial or a permission before; what is not
is refused, since a verdict rests only on words that were understood. A condition in front of the
one who acts says when the step is due, and is kept.
"""

from collections.abc import Iterator, Sequence

from patuh_parser.sotk.parsing.acts import Act
from patuh_parser.sotk.parsing.syntax import Clause
from patuh_parser.sotk.resolving.stages import forgone
from patuh_parser.sotk.resolving.texts import only, requested, unheeded
from patuh_parser.sotk.vocabulary import tables

_MOST_TOLD = 6


def unjudged_bound(act: Act, clause: Clause) -> str | None:
    """Return the words that bound an act which is done or must be, if nothing judges them."""
    words = tables().step_words
    done = not clause.negated and clause.modality in (None, "wajib")
    if not done or act.act in act.unjudged or act.act in tables().plain_verbs:
        return None
    of_approval = f"{act.act} {act.object}" in words["needs_approval"]
    for text in (act.detail, clause.text, clause.due):
        if not text:
            continue
        said = text.replace(",", " , ").split()
        if of_approval and not words["approval"].isdisjoint(text.lower().split()):
            continue
        for at in _bounds(said):
            if not _judged(said[at].lower(), {*said[at + 1 : at + 2]}, act, clause):
                return " ".join(said[at : at + _MOST_TOLD])
    return None


def _judged(word: str, following: set[str], act: Act, clause: Clause) -> bool:
    """Whether a word that bounds, told the one that follows, is judged by what it says."""
    words = tables().step_words
    if word in words["denials"]:
        return bool(forgone(act, clause) or unheeded(act, clause.text))
    if word in words["conditions"]:
        asked = tables().periods["period_words"]["asked"]
        return bool(following.intersection(asked) or requested(act, clause))
    if word in words["only"]:  # of a condition behind it the same is asked
        return bool(following & words["conditions"]) or only(act, clause)
    return False


def _bounds(said: Sequence[str]) -> Iterator[int]:
    """Where words bound, up to a cause or a purpose, on which nothing rests."""
    words = tables().step_words
    subordinate = False
    for at, text in enumerate(said):
        word = text.lower()
        if word in words["circumstances"]:
            return
        following = said[at + 1] if at + 1 < len(said) else ""
        lasting = word in words["lasting"] and (
            following[:1].isdigit() or following in words["spans"]
        )
        allowed = word in words["allowing"] and not subordinate
        if (word in words["limiting"] and not lasting) or allowed:
            yield at
        subordinate = subordinate or word in words["subordinating"]

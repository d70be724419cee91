"""Words where a unit should be named or a verb stand: what to write in their place."""

from patuh_parser.sotk.meant import meant
from patuh_parser.sotk.vocabulary import tables


def instead_of(word: str, subject: str) -> tuple[str | None, tuple[str, ...]]:
    """Return the hint for a word behind a subject and what fills it in, None if there is none."""
    if word.lower() in meant().pointing:
        return "H_POINTING", (word,)
    if word.lower() in meant().things:
        return "H_THING", ()
    if word in tables().phrases["YANG"]:
        return "H_RELATIVE", (subject,)
    return None, ()

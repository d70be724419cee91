"""What fools the eye: letters that look like others, and characters that nobody sees.

Unicode has the same letter in several forms (full width, bold, with marks beside it), and letters
of other scripts that look like Latin ones (UTS #39). Names may differ by these alone.
"""

import re
import unicodedata
from functools import lru_cache

PASTED = "\u00ad\u200b\u200e\ufeff"
"""What a paste from Word or a page brings along unseen; it says nothing and is left out."""

BLANKS = "\t\v\f\x85\xa0\u1680\u202f\u205f\u3000\u2028\u2029" + "".join(
    map(chr, range(0x2000, 0x200B))
)
"""What is read as a blank."""
_SEEN = {*BLANKS, *PASTED, "\n", "\r"}
"""Not printable, and yet read, or left out as nothing."""
_IGNORED = (
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0000-\U000e0fff]"
)
"""Letters and marks by their kind, which Unicode lets a reader show as nothing."""
_DROPPED = dict.fromkeys(map(ord, PASTED))
_LIKE = {"ı": "i", "ł": "l", "ø": "o", "đ": "d"}
_WORDS = r"(?<![^\W\d_])[A-Za-z]*[^\x00-\x7f\W\d_][^\W\d_]*"
"""Words with a letter beyond ASCII, looked at from their start alone: one costs its length."""


def as_read(text: str) -> str:
    """The text as it is read: composed (NFC), without what a paste brings along."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", text.translate(_DROPPED))


def hidden(text: str) -> set[str]:
    """The characters that nobody sees, or that are none: two names could differ by them alone."""
    if text.isascii() and text.isprintable():
        return set()
    return {
        char
        for char in set(text)
        if (not char.isprintable() and char not in _SEEN) or re.match(_IGNORED, char)
    }


def plain_letters(text: str) -> str:
    """The text with each letter in its plainest form, for comparing: `Ｄinás` is `Dinas`."""
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFKD", text)
    return "".join(_LIKE.get(c, c) for c in apart if not unicodedata.combining(c))


def mixed_word(text: str) -> re.Match[str] | None:
    """The first word with letters of more than one script, such as `Sоsial` with a Cyrillic о."""
    if text.isascii():
        return None
    return next((hit for hit in re.finditer(_WORDS, text) if len(_scripts(hit.group())) > 1), None)


@lru_cache(maxsize=1024)
def _scripts(word: str) -> frozenset[str]:
    """The scripts of a word, as the names of its letters begin (`LATIN`, `CYRILLIC`)."""
    letters = [c for c in unicodedata.normalize("NFKD", word) if c.isalpha()]
    names = {unicodedata.name(c, "?").split()[0] for c in letters}
    return frozenset(names - {"MODIFIER"})


def letters_only(name: str) -> str:
    """Return a name as it is compared with others: in small letters, without blanks and marks."""
    return re.sub(r"\W+", "", name).casefold()

"""Words that laying out a page has cut or run together, mended by its text in drawing order."""

import re
from collections import Counter
from collections.abc import Callable

_WORD = re.compile(r"[A-Za-z]+")
_CUT = re.compile(r"(?<![A-Za-z])([A-Za-z]{1,20}) {1,60}(?=([a-z]{1,20}|[A-Z]{1,20})(?![A-Za-z]))")
"""A part of a word may stand apart by more than a blank."""
_WHOLE = 5
_GLUED = re.compile(r"(?<![A-Za-z])([A-Za-z]{1,20}[a-z])([A-Z][a-z]{1,20})(?![A-Za-z])")


def with_whole_words(texts: list[str], plain: Callable[[int], str]) -> list[str]:
    """Return the pages with ``Indon esia`` and ``KotaSurabaya`` as ``plain`` has these words.

    Args:
        texts: the pages as they are laid out.
        plain: gives the text of a page in the order in which it is drawn; it is asked only for
            pages on which two words may be one, or one two, as the rest of the text has them.
    """
    known = Counter(word for text in texts for word in _WORD.findall(text))
    return [_mended(text, known, at, plain) for at, text in enumerate(texts)]


def _mended(text: str, known: Counter[str], at: int, plain: Callable[[int], str]) -> str:
    cut = {m.groups() for m in _CUT.finditer(text) if known[m[1] + m[2]] and _is_apart(m)}
    glued = {m.groups() for m in _GLUED.finditer(text) if known[m[1]] and known[m[2]]}
    if not cut and not glued:
        return text
    drawn = f" {' '.join(plain(at).split())} "
    words = set(_WORD.findall(drawn))
    cut = {(a, b) for a, b in cut if a + b in words and f" {a} {b}" not in drawn}
    glued = {(a, b) for a, b in glued if a + b not in words and f"{a} {b}" in drawn}
    if cut:
        text = _CUT.sub(lambda m: m[1] if m.groups() in cut and _is_apart(m) else m[0], text)
    if glued:
        text = _GLUED.sub(lambda m: f"{m[1]} {m[2]}" if m.groups() in glued else m[0], text)
    return text


def _is_apart(found: re.Match[str]) -> bool:
    """Tell what may be cut from two words with a blank between them (``bertanggung jawab``)."""
    wide = found.end() - found.end(1) > 1
    return wide or min(len(found[1]), len(found[2])) < _WHOLE

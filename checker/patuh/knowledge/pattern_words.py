"""Words of which a text must hold one for a regular expression to match in it.

That a word is absent is seen far sooner than that a pattern does not match.
"""

import re
from collections.abc import Iterator, Sequence

from patuh.knowledge.pattern_cost import TOKEN

_NOWHERE = ("(?=", "(?!", "(?<=", "(?<!")
"""What looks around takes no place of its own."""
_EDGES = frozenset(["\\b", "\\B", "\\A", "\\Z"])
_ALIKE = str.maketrans("ſı", "si")
"""Letters that `re` takes for others when it ignores case, and `lower` does not."""
_UNKNOWN: tuple[str, ...] = ()

Words = tuple[str, ...]
_Item = str | Words
"""A letter that must stand in this place, or words of which one must; none: anything may."""


def folded(text: str) -> str:
    """A text as `words_needed` are to be looked for in it."""
    lower = text.lower()
    return lower if lower.isascii() else lower.translate(_ALIKE)


def words_needed(pattern: str) -> Words:
    """The words, folded; none where nothing can be said."""
    return _choice(TOKEN.finditer(pattern))


def _choice(tokens: Iterator[re.Match[str]]) -> Words:
    """The words of the alternatives up to the closing bracket."""
    found: list[Words] = []
    items: list[_Item] = []
    strange = False
    for token in tokens:
        match token.lastgroup:
            case "close":
                break
            case "choice":
                found.append(_best(items))
                items = []
            case "repeat" | "open_ended":
                strange |= not items  # a bracket of a kind that is not known here
                may_lack = token[0][0] in "?*" or token[0].startswith(("{0", "{,"))
                items[-1:] = [_UNKNOWN] if may_lack else [*items[-1:], _UNKNOWN]
            case "open":
                inner = _choice(tokens)
                if token[0] not in _NOWHERE:
                    items.append(inner if _is_plain(token[0]) else _UNKNOWN)
            case kind if token[0] not in _EDGES:
                items.append(_letter(token[0]) if kind == "one" else _UNKNOWN)
    found.append(_best(items))
    if strange or not all(found):
        return _UNKNOWN
    return tuple(dict.fromkeys(word for words in found for word in words))


def _is_plain(opening: str) -> bool:
    """Whether what is written behind this bracket is looked for as it is written."""
    return opening.startswith("(?P<") or set(opening) <= set("(?:i")


def _letter(token: str) -> _Item:
    """The letter that a token stands for: itself, or either case of it."""
    if len(token) == 1:
        return folded(token) if token not in ".^$" else _UNKNOWN
    if token[0] == "\\":
        return folded(token[1]) if not token[1].isalnum() else _UNKNOWN
    either = {folded(letter) for letter in token[1:-1]}
    return either.pop() if len(either) == 1 and token[1] not in "^\\" else _UNKNOWN


def _best(items: Sequence[_Item]) -> Words:
    """Of the runs of letters and the choices of words the one that says most."""
    runs, every = "", list[Words]()
    for item in (*items, _UNKNOWN):
        if isinstance(item, str):
            runs += item
            continue
        if runs:
            every.append((runs,))
            runs = ""
        if item:
            every.append(item)
    return max(every, key=lambda words: min(map(len, words)), default=_UNKNOWN)

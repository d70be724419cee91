"""What is known of a regular expression before it is looked for in a text.

In how many ways it may match from one place: Python's `re` tries every way in turn before it gives
up, so that bounds its work there. Refused is what has no bound: `*`, `+` and `{2,}`. And the words
of which a text must hold one for it to match: that they are absent is seen far sooner.
"""

import re
from collections.abc import Iterator, Sequence

_TOKEN = re.compile(
    r"(?P<back>\(\?P=\w+\))|(?P<open>\((?:\?(?:P<\w+>|<?[=!]|[a-zA-Z]*:))?)|(?P<close>\))|(?P<choice>\|)"
    r"|(?P<open_ended>[*+]|\{\d*,\})|(?P<repeat>(?:\?|\{\d*(?:,\d+)?\})\??)"
    r"|(?P<one>\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.)",
    re.DOTALL,
)
"""The parts of a regular expression."""
_ENOUGH = 10**9

_NOWHERE = ("(?=", "(?!", "(?<=", "(?<!")
"""What looks around takes no place of its own."""
_EDGES = frozenset(["\\b", "\\B", "\\A", "\\Z"])
_ALIKE = str.maketrans("ſı", "si")
"""Letters that `re` takes for others when it ignores case, and `lower` does not."""
_UNKNOWN: tuple[str, ...] = ()

Words = tuple[str, ...]
_Item = str | Words
"""A letter that must stand in this place, or words of which one must; none: anything may."""


class PatternError(ValueError):
    """A pattern has no bound."""


def ways_to_match(pattern: str) -> int:
    """The number of ways, at most a thousand million.

    Raises `PatternError` for a repeat without an upper bound; what `re` would refuse is not seen.
    """
    return _choice(_TOKEN.finditer(pattern))


def _choice(tokens: Iterator[re.Match[str]]) -> int:
    """The ways of the alternatives up to the closing bracket: their sum."""
    total, sequence, last = 0, 1, 1
    for token in tokens:
        match token.lastgroup:
            case "open_ended":
                raise PatternError(f"`{token[0]}` has no bound; write {{0,60}}")
            case "close":
                break
            case "choice":
                total, sequence, last = total + sequence * last, 1, 1
            case "repeat":
                last = _repeated(last, token[0])
            case kind:
                sequence = min(sequence * last, _ENOUGH)
                last = _choice(tokens) if kind == "open" else 1
    return min(total + sequence * last, _ENOUGH)


def widest(pattern: str) -> int:
    """The most characters that a pattern with bounds may take, or more."""
    return _widest(_TOKEN.finditer(pattern))


def _widest(tokens: Iterator[re.Match[str]]) -> int:
    """Those of the widest alternative up to the closing bracket."""
    most, width, last = 0, 0, 0
    for token in tokens:
        match token.lastgroup:
            case "close":
                break
            case "choice":
                most, width, last = max(most, width + last), 0, 0
            case "repeat":
                last *= _bounds(token[0])[1]
            case kind:
                width += last
                last = {"open": 0, "back": _ENOUGH}.get(kind or "", 1)
                last = _widest(tokens) if kind == "open" else last
    return max(most, width + last)


def _bounds(repeat: str) -> tuple[int, int]:
    """The least and the most times of a repeat."""
    if repeat.startswith("?"):
        return 0, 1
    low, _, high = repeat.strip("{}?").partition(",")
    return int(low or 0), int(high or low or 0)


def _repeated(ways: int, repeat: str) -> int:
    if repeat.startswith("?"):
        return ways + 1
    least, most = _bounds(repeat)
    if ways == 1:
        return max(1, most - least + 1)
    return _ENOUGH if most > 30 else min(ways**most * (most - least + 1), _ENOUGH)


def folded(text: str) -> str:
    """A text as `words_needed` are to be looked for in it."""
    lower = text.lower()
    return lower if lower.isascii() else lower.translate(_ALIKE)


def words_needed(pattern: str) -> Words:
    """The words, folded; none where nothing can be said."""
    return _needed(_TOKEN.finditer(pattern))


def _needed(tokens: Iterator[re.Match[str]]) -> Words:
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
                inner = _needed(tokens)
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

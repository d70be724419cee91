"""In how many ways a regular expression may match from one place: a bound for its time.

Python's `re` tries every way in turn before it gives up, so the number of ways bounds its work at
one place of a text. Refused is what has no bound: `*`, `+` and `{2,}`.
"""

import re
from collections.abc import Iterator

TOKEN = re.compile(
    r"(?P<back>\(\?P=\w+\))|(?P<open>\((?:\?(?:P<\w+>|<?[=!]|[a-zA-Z]*:))?)|(?P<close>\))|(?P<choice>\|)"
    r"|(?P<open_ended>[*+]|\{\d*,\})|(?P<repeat>(?:\?|\{\d*(?:,\d+)?\})\??)"
    r"|(?P<one>\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.)",
    re.DOTALL,
)
"""The parts of a regular expression."""
_ENOUGH = 10**9


class PatternError(ValueError):
    """A pattern has no bound."""


def ways_to_match(pattern: str) -> int:
    """The number of ways, at most a thousand million.

    Raises `PatternError` for a repeat without an upper bound; what `re` would refuse is not seen.
    """
    return _choice(TOKEN.finditer(pattern))


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


def _repeated(ways: int, repeat: str) -> int:
    if repeat.startswith("?"):
        return ways + 1
    low, _, high = repeat.strip("{}?").partition(",")
    least, most = int(low or 0), int(high or low or 0)
    if ways == 1:
        return max(1, most - least + 1)
    return _ENOUGH if most > 30 else min(ways**most * (most - least + 1), _ENOUGH)

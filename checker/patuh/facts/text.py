"""Terms as ASP text. Every name from a proposal is quoted and escaped here, and nowhere else.

The escapes are those of the ASP-Core-2 string: backslash, quote and newline. A constant is
written bare only if it is one of the known keys' form `[a-z][a-z0-9_]*`; all other names
become strings, so no name can become code.
"""

import re
from functools import lru_cache

from patuh.knowledge.constant import CONSTANT

_CONSTANT = re.compile(CONSTANT)


def string(text: str) -> str:
    """`text` as a quoted ASP string."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


@lru_cache(maxsize=4096)
def key(name: str) -> str:
    """A unit key or canonical word: bare if it has the form of a constant, else quoted."""
    return name if _CONSTANT.match(name) else string(name)


def atom(predicate: str, *arguments: str | int) -> str:
    """`predicate(arguments)` from terms that are already ASP text."""
    if not arguments:
        return predicate
    return f"{predicate}({','.join(map(str, arguments))})"

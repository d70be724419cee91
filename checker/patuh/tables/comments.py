"""The comments by which the sentences of a proposal lead back to the cells of a table.

Every check imports it, and few proposals have such comments.
"""

import re
from typing import TYPE_CHECKING

from patuh_parser.text.source import text_lines

if TYPE_CHECKING:
    from patuh.tables.cells import Cell

_MARK = "# sel "
_COMMENT = rf"(?:^|\s){_MARK}((?:'(?:[^']|'')*'|[^\s'!]+)![A-Z]+\d+)\s*$"


def commented(sentence: str, cell: "Cell") -> str:
    """A sentence with the cell that it is taken from."""
    return f"{sentence}  {_MARK}{cell}"


def cells_in(source: str) -> dict[int, str]:
    """The cells that the lines of a proposal are taken from, by the number of the line."""
    if _MARK not in source:
        return {}
    found = ((at, re.search(_COMMENT, line)) for at, line in enumerate(text_lines(source), 1))
    return {at: match[1] for at, match in found if match}

"""What may be shown of a text: nothing that a terminal, a page or a reader of XML would obey.

Names of files, drafts and files of users hold any character. Here is the one place that decides
what becomes of those that are not seen: controls, marks of direction, and what is no character.
"""

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

ENDS = "\n\r\t"
"""What ends lines and what stands between columns."""
JOINERS = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""What says where a word may be parted; a document keeps it."""

_BLANK = {"Cc", "Cf", "Zl", "Zp"}
_NOTHING = {"Cn", "Co", "Cs"}
_ODD = r"[^\n\x20-\x7e\xa1-\xac\xae-\u02ff]"


def shown(text: str, keep: str = "") -> str:
    """The text, as long as before, with a blank for what is not seen and U+FFFD for no character.

    What `keep` holds stays as it is.
    """
    bare = text
    for char in keep:
        bare = bare.replace(char, "")
    if bare.isprintable():
        return text
    return "".join(char if char in keep else _seen(char) for char in text)


def in_xml(root: "Element", keep: str = "") -> None:
    """Show all texts and attributes of a tree, which XML could not hold or a reader would obey."""
    for element in root.iter():
        element.text = element.text and shown(element.text, keep)
        element.tail = element.tail and shown(element.tail, keep)
        for name, value in element.items():
            element.set(name, shown(value, keep))


def as_json(document: Any, indent: int = 1) -> str:
    """The document with a final newline; what is not seen stands in it as an escape."""
    import json

    from msgspec.json import format as laid_out  # `json.dumps` takes four times as long to lay out

    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    data = laid_out(text.encode("utf-8", "surrogatepass"), indent=indent)
    return re.sub(_ODD, _escaped, data.decode("utf-8", "surrogatepass")) + "\n"


def _escaped(found: re.Match[str]) -> str:
    char = found[0]
    if _seen(char) == char:
        return char
    units = char.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


@cache
def _seen(char: str) -> str:
    category = unicodedata.category(char)
    return " " if category in _BLANK else "\ufffd" if category in _NOTHING else char

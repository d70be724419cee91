"""Names of WordprocessingML and small accessors (ECMA-376, part 1, chapter 17)."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

_MAIN = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_OFF = ("0", "false", "off", "none")


def local(element: Element) -> str:
    """Return the name of a Word element, transitional or strict; ``""`` for any other."""
    namespace, _, name = element.tag.rpartition("}")
    return name if f"{namespace}}}" in (_MAIN, _STRICT) else ""


def child(element: Element | None, *path: str) -> Element | None:
    """Return the first descendant along a path of local names, or ``None``."""
    for name in path:
        if element is None:
            return None
        element = next((found for found in element if local(found) == name), None)
    return element


def children(element: Element | None, name: str) -> Iterator[Element]:
    """Yield the children with this local name."""
    return (found for found in (element if element is not None else ()) if local(found) == name)


def value(element: Element | None, attribute: str = "val") -> str | None:
    """Return an attribute in the Word namespace."""
    if element is None:
        return None
    return element.get(_MAIN + attribute, element.get(_STRICT + attribute))


def number(element: Element | None, attribute: str = "val") -> int | None:
    """Return an attribute as a whole number, ``None`` where it is none."""
    written = (value(element, attribute) or "").strip()
    bare = written.removeprefix("-")
    return int(written) if bare.isascii() and bare.isdigit() and len(bare) < 10 else None


def is_on(element: Element | None) -> bool:
    """Tell whether a switch such as ``w:caps`` is there and on."""
    return element is not None and (value(element) or "true").lower() not in _OFF


def has_deleted_mark(paragraph: Element) -> bool:
    """Tell whether the mark that ends a paragraph is deleted or moved away (17.13.5.15)."""
    properties = child(paragraph, "pPr", "rPr")
    return any(child(properties, name) is not None for name in ("del", "moveFrom"))


def is_placeholder(element: Element) -> bool:
    """Tell a content control that still shows what should be filled in (17.5.2.39)."""
    return local(element) == "sdt" and is_on(child(element, "sdtPr", "showingPlcHdr"))


def chosen(parent: Element | None) -> Iterator[Element]:
    """Yield the children, of alternatives those that hold text (part 3, 9.3): mostly the first."""
    for element in parent if parent is not None else ():
        if not element.tag.endswith("}AlternateContent"):
            yield element
            continue
        ways = [way for way in element if way.tag.endswith(("}Choice", "}Fallback"))]
        said = (way for way in ways if any(local(part) == "t" for part in way.iter()))
        yield from chosen(next(said, ways[0] if ways else None))


def embedded_in(element: Element) -> str:
    """Return the program of an embedded object, ``""`` where none is named."""
    return next((name for part in element if (name := part.get("ProgID"))), "")

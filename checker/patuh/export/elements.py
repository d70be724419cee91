"""Elements of Akoma Ntoso: how they are named, filled and laid out."""

from xml.etree import ElementTree

from patuh_parser.text.shown import ENDS, JOINERS, in_xml

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

Element = ElementTree.Element


def serialised(root: Element) -> bytes:
    """The document in UTF-8, indented, with running text as it is."""
    in_xml(root, ENDS + JOINERS)
    ElementTree.indent(root, " ")
    _tighten(root)
    ElementTree.register_namespace("", NAMESPACE)
    data: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return data + b"\n"


def tag_name(tag: str) -> str:
    """The name of an element in the namespace."""
    return f"{{{NAMESPACE}}}{tag}"


def sub(parent: Element, tag: str, **attributes: str) -> Element:
    """A new element below another."""
    return ElementTree.SubElement(parent, tag_name(tag), attributes)


def paragraph(parent: Element, text: str) -> Element:
    """A paragraph of text."""
    made = sub(parent, "p")
    if text:
        made.text = text
    return made


def _tighten(root: Element) -> None:
    """Take out the white space that indenting put into running text."""
    for paragraph in root.iter(tag_name("p")):
        if len(paragraph):
            if not (paragraph.text or "").strip():
                paragraph.text = None
            for element in paragraph:
                for inner in (element, *element.findall(tag_name("quotedStructure"))):
                    if not (inner.tail or " ").strip() and "\n" in (inner.tail or ""):
                        inner.tail = None
        elif not (paragraph.text or "").strip():
            paragraph.text = None

"""The units of a draft as the hierarchy of Akoma Ntoso: articles, lists, quoted structures."""

from patuh.comparison import align, provisions_of
from patuh.comparison.flattened import node_ids
from patuh.export.elements import Element, paragraph, sub
from patuh_parser.legal.ids import eid
from patuh_parser.legal.model import Draft, Node

_TAGS = {
    "bab": "chapter",
    "bagian": "section",
    "paragraf": "subsection",
    "pasal": "article",
    "diktum": "clause",
    "ayat": "paragraph",
    "huruf": "point",
    "angka": "point",
    "romawi": "point",
    "butir": "indent",
}
_SHOWN = {"bagian": "Bagian", "paragraf": "Paragraf", "pasal": "Pasal", "bab": "BAB"}
_ITEMS = ("huruf", "angka", "romawi", "butir")


class Hierarchy:
    """Writes nodes with their eId and, where `base` is the text that they revise, their wId."""

    def __init__(self, draft: Draft, base: Draft | None) -> None:
        self._ids = node_ids(draft)
        self._former: dict[str, str] = {}
        if base is not None:
            old, new = provisions_of(base), provisions_of(draft)
            for pair in align(old, new):
                if old[pair.old].id != new[pair.new].id:
                    self._former[new[pair.new].id] = eid(old[pair.old].id)

    def named(self, node: Node) -> dict[str, str]:
        """The attributes that name a node."""
        name = self._ids[id(node)]
        former = self._former.get(name)
        return {"eId": eid(name), **({"wId": former} if former else {})}

    def write(self, parent: Element, node: Node) -> None:
        """A node of the hierarchy with all below it."""
        tag = _TAGS.get(node.kind, "hcontainer")
        element = sub(parent, tag, **self.named(node))
        if tag == "hcontainer":
            element.set("name", node.kind)
        _num(element, node)
        if node.title:
            sub(element, "heading").text = node.title
        quoted = [child for child in node.children if child.quoted and not node.quoted]
        plain = [child for child in node.children if not (child.quoted and not node.quoted)]
        name = element.get("eId") or ""
        if quoted:
            block = sub(element, "intro", eId=f"{name}__intro") if plain else sub(
                element, "content", eId=f"{name}__isi")  # fmt: skip
            self._modification(paragraph(block, ""), node, quoted, name)
        elif not plain:
            paragraph(sub(element, "content", eId=f"{name}__isi"), node.text)
        elif node.text and plain[0].kind not in _ITEMS:
            paragraph(sub(element, "intro", eId=f"{name}__intro"), node.text)
        self._below(element, plain, "" if quoted else node.text, name)

    def _below(self, element: Element, nodes: list[Node], text: str, name: str) -> None:
        """Children: runs of items in lists, the words before the first run as its intro."""
        opened: Element | None = None
        count = 0
        for at, child in enumerate(nodes):
            if child.kind not in _ITEMS:
                opened = None
                self.write(element, child)
                continue
            if opened is None:
                count += 1
                opened = sub(element, "list", eId=f"{name}__daftar_{count}")
                if at == 0 and text:
                    intro = sub(opened, "intro", eId=f"{opened.get('eId')}__intro")
                    paragraph(intro, text)
            self.write(opened, child)

    def _modification(self, paragraph: Element, node: Node, quoted: list[Node], name: str) -> None:
        mod = sub(paragraph, "mod", eId=f"{name}__ubah")
        mod.text = node.text
        structure = sub(mod, "quotedStructure", eId=f"{name}__kutipan")
        self._below(structure, quoted, "", f"{name}__kutipan")

    def item(self, parent: Element, tag: str, node: Node) -> None:
        """An entry outside the hierarchy, with the entries below it as a list of blocks."""
        item = sub(parent, tag, **self.named(node))
        _num(item, node)
        paragraph(item, node.text)
        if node.children:
            below = sub(item, "blockList", eId=f"{item.get('eId')}__daftar_1")
            for child in node.children:
                self.item(below, "item", child)


def _num(element: Element, node: Node) -> None:
    if node.number:
        shown = _SHOWN.get(node.kind, "")
        sub(element, "num").text = f"{shown} {node.number}".strip()

"""A draft as Akoma Ntoso 3.0 (OASIS LegalDocML).

eId: the id of the provision in the style of `patuh_parser.legal.ids.eid`
(`pasal_14__ayat_2__huruf_e`), so that the URIs of patuh's citations lead into the document;
`bab_4-2` for the second bearer of a number. Lists are numbered below their parent
(`pasal_1__daftar_1`). wId: where the draft revises a base text and a provision has another
number there, the eId it has in the base.
"""

import re
from xml.etree import ElementTree

from patuh.comparison import align, provisions_of
from patuh.comparison.provisions import node_ids
from patuh.export.frbr import day_of, identity
from patuh_parser.legal.model import Attachment, Draft, Node, Passage, Signature

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

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
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_AUTHOR = "#pembentuk"
_SOURCE = "#patuh"

Element = ElementTree.Element


def render(draft: Draft, base: Draft | None = None) -> bytes:
    """The document in UTF-8; `base` is the text that the draft revises, for the wId."""
    root = _Writer(draft, base).document()
    ElementTree.indent(root, " ")
    _tighten(root)
    ElementTree.register_namespace("", NAMESPACE)
    data: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return data + b"\n"


def eid(provision_id: str) -> str:
    """The eId of an id of a draft: `bab-4#2` is `bab_4-2`."""
    steps = (step.replace("-", "_", 1) for step in provision_id.split("."))
    return re.sub(r"\s+", "_", "__".join(steps).replace("#", "-"))


class _Writer:
    def __init__(self, draft: Draft, base: Draft | None) -> None:
        self._draft = draft
        self._identity = identity(draft)
        self._ids = node_ids(draft)
        self._former: dict[str, str] = {}
        if base is not None:
            old, new = provisions_of(base), provisions_of(draft)
            for pair in align(old, new):
                if old[pair.old].id != new[pair.new].id:
                    self._former[new[pair.new].id] = eid(old[pair.old].id)

    def document(self) -> Element:
        draft, who = self._draft, self._identity
        root = Element(_q("akomaNtoso"))
        text = _sub(root, "act" if who.act else "bill", name=who.kind)
        self._meta(text, "!main")
        self._preface(text)
        self._preamble(text)
        body = _sub(text, "body")
        for node in draft.body:
            self._hier(body, node)
        if not draft.body:
            nothing = _sub(body, "hcontainer", name="kosong", eId="kosong")
            _p(_sub(nothing, "content"), "")
        self._conclusions(text)
        self._attachments(text)
        return root

    def _meta(self, parent: Element, part: str) -> None:
        who = self._identity
        meta = _sub(parent, "meta")
        frame = _sub(meta, "identification", source=_SOURCE)
        levels = {
            "FRBRWork": who.work,
            "FRBRExpression": who.expression,
            "FRBRManifestation": f"{who.expression}.xml",
        }
        for name, uri in levels.items():
            level = _sub(frame, name)
            last = name == "FRBRManifestation"
            this = f"{who.expression}/{part}.xml" if last else f"{uri}/{part}"
            _sub(level, "FRBRthis", value=this)
            _sub(level, "FRBRuri", value=uri)
            _sub(level, "FRBRdate", date=who.date, name=who.dated)
            _sub(level, "FRBRauthor", href=_SOURCE if last else _AUTHOR)
            if name == "FRBRWork":
                _sub(level, "FRBRcountry", value="id")
                _sub(level, "FRBRsubtype", value=who.kind)
                if who.number:
                    _sub(level, "FRBRnumber", value=_clean(who.number))
            elif name == "FRBRExpression":
                _sub(level, "FRBRlanguage", language="ind")
            else:
                _sub(level, "FRBRformat", value="application/akn+xml")
        if part == "!main":
            self._publication(meta, frame)
            references = _sub(meta, "references", source=_SOURCE)
            for name, shown in (("patuh", "patuh"), ("pembentuk", who.author)):
                href = "/akn/ontology/organization/id/" + re.sub(r"\W+", "-", shown.casefold())
                _sub(references, "TLCOrganization", eId=name, href=href, showAs=_clean(shown))

    def _publication(self, meta: Element, frame: Element) -> None:
        closing = self._draft.closing
        signed = closing.signature("pengundangan")
        day = day_of(signed.date) if signed else None
        if closing.gazette is None or day is None:
            return
        name = {"LD": "Lembaran Daerah"}.get(closing.gazette.kind, "Berita Daerah")
        found = _sub(meta, "publication", date=day, name=name, showAs=name)
        if closing.gazette.number:
            found.set("number", _clean(closing.gazette.number))
        meta.remove(found)
        meta.insert(list(meta).index(frame) + 1, found)

    def _preface(self, parent: Element) -> None:
        draft = self._draft
        preface = _sub(parent, "preface")
        title = _p(_sub(preface, "longTitle", eId="judul"), "")
        kind = _sub(title, "docType")
        kind.text = _clean(
            " ".join(x for x in (draft.instrument, draft.region) if x) or "Rancangan"
        )
        kind.tail = " "
        for name, before, words in (("docNumber", "NOMOR ", draft.number), ("docDate", "TAHUN ",
                                    draft.year)):  # fmt: skip
            if words:
                kind.tail = f" {before}"
                kind = _sub(title, name)
                kind.text, kind.tail = _clean(words), " "
                if name == "docDate":
                    kind.set("date", self._identity.date)
        if draft.title:
            kind.tail = " TENTANG "
            kind = _sub(title, "docTitle")
            kind.text = _clean(draft.title)
        else:
            kind.tail = None

    def _preamble(self, parent: Element) -> None:
        said = self._draft.preamble
        preamble = Element(_q("preamble"))
        _formula(preamble, "rahmat", said.invocation)
        _formula(preamble, "jabatan", said.office)
        forms = {
            "menimbang": ("recitals", "recital"),
            "mengingat": ("citations", "citation"),
            "memperhatikan": ("citations", "citation"),
        }
        parts = (said.menimbang, said.mengingat, said.memperhatikan)
        for part in sorted((x for x in parts if x is not None), key=lambda x: x.place.line):
            outer, inner = forms[part.kind]
            group = _sub(preamble, outer, **self._named(part))
            if part.children and part.text:
                _p(_sub(group, "intro", eId=f"{group.get('eId')}__intro"), part.text)
            for entry in part.children:
                self._item(group, inner, entry)
            if not part.children:
                only = _sub(group, inner, eId=f"{group.get('eId')}__isi")
                _p(only, part.text)
        _formula(preamble, "persetujuan", said.assent)
        _formula(preamble, "memutuskan", said.memutuskan)
        _formula(preamble, "menetapkan", said.menetapkan)
        if len(preamble):
            parent.append(preamble)

    def _item(self, parent: Element, tag: str, node: Node) -> None:
        """An entry outside the hierarchy, with the entries below it as a list of blocks."""
        item = _sub(parent, tag, **self._named(node))
        _num(item, node)
        _p(item, node.text)
        if node.children:
            below = _sub(item, "blockList", eId=f"{item.get('eId')}__daftar_1")
            for child in node.children:
                self._item(below, "item", child)

    def _named(self, node: Node) -> dict[str, str]:
        name = self._ids[id(node)]
        former = self._former.get(name)
        return {"eId": eid(name), **({"wId": former} if former else {})}

    def _hier(self, parent: Element, node: Node) -> None:
        tag = _TAGS.get(node.kind, "hcontainer")
        element = _sub(parent, tag, **self._named(node))
        if tag == "hcontainer":
            element.set("name", node.kind)
        _num(element, node)
        if node.title:
            _sub(element, "heading").text = _clean(node.title)
        quoted = [child for child in node.children if child.quoted and not node.quoted]
        plain = [child for child in node.children if not (child.quoted and not node.quoted)]
        name = element.get("eId") or ""
        if quoted:
            block = _sub(element, "intro", eId=f"{name}__intro") if plain else _sub(
                element, "content", eId=f"{name}__isi")  # fmt: skip
            self._modification(_p(block, ""), node, quoted, name)
        elif not plain:
            _p(_sub(element, "content", eId=f"{name}__isi"), node.text)
        elif node.text and plain[0].kind not in _ITEMS:
            _p(_sub(element, "intro", eId=f"{name}__intro"), node.text)
        self._below(element, plain, "" if quoted else node.text, name)

    def _below(self, element: Element, nodes: list[Node], text: str, name: str) -> None:
        """Children: runs of items in lists, the words before the first run as its intro."""
        opened: Element | None = None
        count = 0
        for at, child in enumerate(nodes):
            if child.kind not in _ITEMS:
                opened = None
                self._hier(element, child)
                continue
            if opened is None:
                count += 1
                opened = _sub(element, "list", eId=f"{name}__daftar_{count}")
                if at == 0 and text:
                    intro = _sub(opened, "intro", eId=f"{opened.get('eId')}__intro")
                    _p(intro, text)
            self._hier(opened, child)

    def _modification(self, paragraph: Element, node: Node, quoted: list[Node], name: str) -> None:
        mod = _sub(paragraph, "mod", eId=f"{name}__ubah")
        mod.text = _clean(node.text)
        structure = _sub(mod, "quotedStructure", eId=f"{name}__kutipan")
        self._below(structure, quoted, "", f"{name}__kutipan")

    def _conclusions(self, parent: Element) -> None:
        closing = self._draft.closing
        end = Element(_q("conclusions"))
        if closing.promulgation_order is not None:
            _p(end, closing.promulgation_order.text)
        for at, signature in enumerate(closing.signatures, 1):
            _signature(end, signature, f"tanda_tangan_{at}")
        if closing.gazette_line is not None:
            _p(end, closing.gazette_line.text)
        for passage in closing.other:
            _p(end, passage.text)
        if len(end):
            parent.append(end)

    def _attachments(self, parent: Element) -> None:
        draft = self._draft
        if not draft.attachments and draft.explanation is None:
            return
        group = _sub(parent, "attachments")
        if draft.explanation is not None:
            main = self._attachment(group, "penjelasan_umum_dan_pasal", "PENJELASAN", "penjelasan")
            general = draft.explanation.general
            if general is not None:
                part = _sub(main, "hcontainer", name="umum", eId="penjelasan_umum")
                _p(_sub(part, "content"), general.text)
            for entry in draft.explanation.entries:
                self._hier(main, entry)
            if not len(main):
                _p(main, "")
        for at, attachment in enumerate(draft.attachments, 1):
            shown = f"LAMPIRAN {attachment.number}".strip()
            main = self._attachment(group, f"lampiran_{at}", shown, "lampiran")
            self._lines(main, attachment)

    def _attachment(self, group: Element, name: str, shown: str, kind: str) -> Element:
        attachment = _sub(group, "attachment", eId=name)
        _sub(attachment, "heading").text = _clean(shown)
        document = _sub(attachment, "doc", name=kind)
        self._meta(document, f"!{name}")
        return _sub(document, "mainBody")

    @staticmethod
    def _lines(main: Element, attachment: Attachment) -> None:
        if attachment.self_reference:
            _p(main, attachment.self_reference)
        if attachment.name:
            _p(main, attachment.name)
        for line in attachment.text.split("\n"):
            _p(main, line)


def _signature(parent: Element, signature: Signature, name: str) -> None:
    block = _sub(parent, "container", name=signature.role, eId=name)
    words = {"penetapan": "Ditetapkan di", "pengundangan": "Diundangkan di"}.get(signature.role)
    if words and signature.city:
        _p(block, f"{words} {signature.city}")
    if signature.date:
        dated = _p(block, "pada tanggal ")
        day = day_of(signature.date)
        if day:
            date = _sub(dated, "date", date=day)
            date.text = _clean(signature.date)
        else:
            dated.text = _clean(f"pada tanggal {signature.date}")
    for text in (signature.office, signature.mark):
        if text:
            _p(block, text)
    signed = _p(block, "")
    _sub(signed, "signature").text = _clean(signature.name)


def _num(element: Element, node: Node) -> None:
    if node.number:
        shown = _SHOWN.get(node.kind, "")
        _sub(element, "num").text = _clean(f"{shown} {node.number}".strip())


def _formula(parent: Element, name: str, passage: Passage | None) -> None:
    if passage is not None:
        _p(_sub(parent, "formula", name=name, eId=f"rumusan_{name}"), passage.text)


def _p(parent: Element, text: str) -> Element:
    paragraph = _sub(parent, "p")
    if text:
        paragraph.text = _clean(text)
    return paragraph


def _sub(parent: Element, tag: str, **attributes: str) -> Element:
    return ElementTree.SubElement(parent, _q(tag), attributes)


def _q(tag: str) -> str:
    return f"{{{NAMESPACE}}}{tag}"


def _clean(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)


def _tighten(root: Element) -> None:
    """Take out the white space that indenting put into running text."""
    for paragraph in root.iter(_q("p")):
        if len(paragraph):
            if not (paragraph.text or "").strip():
                paragraph.text = None
            for element in paragraph:
                for inner in (element, *element.findall(_q("quotedStructure"))):
                    if not (inner.tail or " ").strip() and "\n" in (inner.tail or ""):
                        inner.tail = None
        elif not (paragraph.text or "").strip():
            paragraph.text = None

"""A draft as Akoma Ntoso 3.0 (OASIS LegalDocML).

eId: the id of the provision in the style of `patuh_parser.legal.ids.eid`
(`pasal_14__ayat_2__huruf_e`), so that the URIs of patuh's citations lead into the document;
`bab_4-2` for the second bearer of a number. Lists are numbered below their parent
(`pasal_1__daftar_1`). wId: where the draft revises a base text and a provision has another
number there, the eId it has in the base.
"""

from patuh.export.elements import NAMESPACE, Element, paragraph, serialised, sub, tag_name
from patuh.export.frbr import day_of, identity
from patuh.export.hierarchy import Hierarchy
from patuh.export.metadata import write_meta
from patuh_parser.legal.model import Draft, Passage, Signature

__all__ = ["NAMESPACE", "render"]


def render(draft: Draft, base: Draft | None = None, *, amended_by: Draft | None = None) -> bytes:
    """The document in UTF-8; `base` is the text that the draft revises, for the wId.

    `amended_by` is the text by whose amendments the draft came to read so: the date of the
    expression is its date.
    """
    return serialised(_Writer(draft, base, amended_by).document())


class _Writer:
    def __init__(self, draft: Draft, base: Draft | None, amended_by: Draft | None) -> None:
        self._draft = draft
        self._identity = identity(draft, amended_by)
        self._hierarchy = Hierarchy(draft, base)

    def document(self) -> Element:
        draft, who = self._draft, self._identity
        root = Element(tag_name("akomaNtoso"))
        text = sub(root, "act" if who.act else "bill", name=who.kind)
        write_meta(text, "!main", draft, who)
        self._preface(text)
        self._preamble(text)
        body = sub(text, "body")
        for node in draft.body:
            self._hierarchy.write(body, node)
        if not draft.body:
            nothing = sub(body, "hcontainer", name="kosong", eId="kosong")
            paragraph(sub(nothing, "content"), "")
        self._conclusions(text)
        self._attachments(text)
        return root

    def _preface(self, parent: Element) -> None:
        draft = self._draft
        preface = sub(parent, "preface")
        title = paragraph(sub(preface, "longTitle", eId="judul"), "")
        kind = sub(title, "docType")
        kind.text = " ".join(x for x in (draft.instrument, draft.region) if x) or "Rancangan"
        kind.tail = " "
        for name, before, words in (("docNumber", "NOMOR ", draft.number), ("docDate", "TAHUN ",
                                    draft.year)):  # fmt: skip
            if words:
                kind.tail = f" {before}"
                kind = sub(title, name)
                kind.text, kind.tail = words, " "
                if name == "docDate":
                    kind.set("date", self._identity.date)
        if draft.title:
            kind.tail = " TENTANG "
            kind = sub(title, "docTitle")
            kind.text = draft.title
        else:
            kind.tail = None

    def _preamble(self, parent: Element) -> None:
        said = self._draft.preamble
        preamble = Element(tag_name("preamble"))
        formula(preamble, "rahmat", said.invocation)
        formula(preamble, "jabatan", said.office)
        forms = {
            "menimbang": ("recitals", "recital"),
            "mengingat": ("citations", "citation"),
            "memperhatikan": ("citations", "citation"),
        }
        for part in said.lists:
            outer, inner = forms[part.kind]
            group = sub(preamble, outer, **self._hierarchy.named(part))
            if part.children and part.text:
                paragraph(sub(group, "intro", eId=f"{group.get('eId')}__intro"), part.text)
            for entry in part.children:
                self._hierarchy.item(group, inner, entry)
            if not part.children:
                only = sub(group, inner, eId=f"{group.get('eId')}__isi")
                paragraph(only, part.text)
        formula(preamble, "persetujuan", said.assent)
        formula(preamble, "memutuskan", said.memutuskan)
        formula(preamble, "menetapkan", said.menetapkan)
        if len(preamble):
            parent.append(preamble)

    def _conclusions(self, parent: Element) -> None:
        closing = self._draft.closing
        end = Element(tag_name("conclusions"))
        if closing.promulgation_order is not None:
            paragraph(end, closing.promulgation_order.text)
        for at, signature in enumerate(closing.signatures, 1):
            _signature(end, signature, f"tanda_tangan_{at}")
        if closing.gazette_line is not None:
            paragraph(end, closing.gazette_line.text)
        for passage in closing.other:
            paragraph(end, passage.text)
        if len(end):
            parent.append(end)

    def _attachments(self, parent: Element) -> None:
        draft = self._draft
        if not draft.attachments and draft.explanation is None:
            return
        group = sub(parent, "attachments")
        if draft.explanation is not None:
            main = self._attachment(group, "penjelasan_umum_dan_pasal", "PENJELASAN", "penjelasan")
            general = draft.explanation.general
            if general is not None:
                part = sub(main, "hcontainer", name="umum", eId="penjelasan_umum")
                paragraph(sub(part, "content"), general.text)
            for entry in draft.explanation.entries:
                self._hierarchy.write(main, entry)
            if not len(main):
                paragraph(main, "")
        for at, attachment in enumerate(draft.attachments, 1):
            shown = f"LAMPIRAN {attachment.number}".strip()
            main = self._attachment(group, f"lampiran_{at}", shown, "lampiran")
            said = [x for x in (attachment.self_reference, attachment.name) if x]
            for line in (*said, *attachment.text.split("\n")):
                paragraph(main, line)

    def _attachment(self, group: Element, name: str, shown: str, kind: str) -> Element:
        attachment = sub(group, "attachment", eId=name)
        sub(attachment, "heading").text = shown
        document = sub(attachment, "doc", name=kind)
        write_meta(document, f"!{name}", self._draft, self._identity)
        return sub(document, "mainBody")


def _signature(parent: Element, signature: Signature, name: str) -> None:
    block = sub(parent, "container", name=signature.role, eId=name)
    words = {"penetapan": "Ditetapkan di", "pengundangan": "Diundangkan di"}.get(signature.role)
    if words and signature.city:
        paragraph(block, f"{words} {signature.city}")
    if signature.date:
        dated = paragraph(block, "pada tanggal ")
        day = day_of(signature.date)
        if day:
            date = sub(dated, "date", date=day)
            date.text = signature.date
        else:
            dated.text = f"pada tanggal {signature.date}"
    for text in (signature.office, signature.mark):
        if text:
            paragraph(block, text)
    signed = paragraph(block, "")
    sub(signed, "signature").text = signature.name


def formula(parent: Element, name: str, passage: Passage | None) -> None:
    if passage is not None:
        paragraph(sub(parent, "formula", name=name, eId=f"rumusan_{name}"), passage.text)

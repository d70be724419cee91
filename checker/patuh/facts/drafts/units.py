"""Facts from the units of a draft: their kinds and names, what lies in what, their headings."""

from patuh.facts.drafts.collector import Collector
from patuh.facts.text import string
from patuh_parser.legal.model import Node

_HEADINGS = ("bab", "bagian", "paragraf")
_CAPITALISED = {*_HEADINGS, "pasal", "diktum", "menimbang", "mengingat", "memperhatikan"}


def unit_facts(into: Collector) -> None:
    """Every unit of the opening and the body, and the place of those of the explanation."""
    draft = into.draft
    for node in draft.everywhere():
        into.locus("simpul", into.number(node), into.first_line(node.place))
        if node.text:
            into.part_of("teks", node)
    roots = (draft.preamble.menimbang, draft.preamble.mengingat, draft.preamble.memperhatikan)
    for node in [n for root in roots if root for n in root.walk()]:
        _node(into, node)
    for node in draft.walk():
        _node(into, node)
        into.fact(into.first_line(node.place), "batang_tubuh", into.number(node))
        if node.title:
            into.heading("teks", node)
    for node in draft.provisions():
        if node.text:
            into.part_of("ketentuan", node)
    for node in draft.explanation.entries if draft.explanation else ():
        for one in node.walk():
            into.part_of("penjelasan", one)
    for node in draft.articles():
        into.part_of("pasal", node, " ".join(n.text for n in node.walk()))
    for index, attachment in enumerate(draft.attachments, 1):
        into.lines("isi_lampiran", f"lampiran({index})", draft.lines_of(attachment.place))
    _chapters(into)


def _node(into: Collector, node: Node) -> None:
    at = into.first_line(node.place)
    number = into.number(node)
    into.fact(at, "simpul", number, node.kind, string(_shown(node)))
    if node.quoted:
        into.fact(at, "dikutip", number)
    for child in node.children:
        into.fact(into.first_line(child.place), "bagian_dari", into.number(child), number)
    if node.kind in _HEADINGS:
        into.part_of(f"nomor_{node.kind}", node, node.bare)
    if node.kind in _HEADINGS and node.title:
        into.fact(at, "berjudul_simpul", number, string(node.title))
        into.part_of("judul_kelompok", node, node.title.strip())
    if node.kind in ("pasal", "diktum"):
        if node.text:
            into.fact(at, "berkalimat", number)
        ayat = [c for c in node.children if c.kind == "ayat" and c.quoted == node.quoted]
        if node.number and ayat:
            into.fact(at, "berayat", number, len(ayat))


def _chapters(into: Collector) -> None:
    chapters = [n for n in into.draft.body if n.kind == "bab"]
    if not chapters:
        return
    for predicate, node in (("bab_pertama", chapters[0]), ("bab_terakhir", chapters[-1])):
        into.fact(into.first_line(node.place), predicate, into.number(node))
    for node in into.draft.body[: into.draft.body.index(chapters[0])]:
        if node.kind == "pasal" and node.number:
            into.fact(into.first_line(node.place), "di_luar_bab", into.number(node))


def _shown(node: Node) -> str:
    bare = node.number if node.kind == "ayat" else node.bare
    word = {"bab": "BAB", "romawi": "angka"}.get(node.kind, node.kind)
    return f"{word.capitalize() if word in _CAPITALISED else word} {bare}".strip()

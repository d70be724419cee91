"""Facts from the opening of a draft: its parts, their order, the considerations."""

import re

from patuh.facts.drafts.cited.laws import name_beside
from patuh.facts.drafts.cited.regions import other_assent, other_head
from patuh.facts.drafts.cited.resolver import Resolver
from patuh.facts.drafts.collector import Collector
from patuh.facts.text import string
from patuh_parser.legal.model import Node

_LAW = re.compile(r"UNDANG ?- ?UNDANG(?: REPUBLIK INDONESIA)?(?: NOMOR\b|$)")
_TOP = 12
_LETTERHEAD = 4
_NAMED = re.compile(
    r"\b(?:menetapkan|membentuk) (?:Peraturan|Keputusan|Qanun)\b(?:(?! tentang ).){0,120}"
    r" tentang (?P<name>[^;]{3,600})(?:;.{0,200})?$"
)


def opening_facts(into: Collector, resolver: Resolver) -> None:
    """The parts that are there, in their order, and their words."""
    preamble, at = into.draft.preamble, into.head()
    parts = {
        "judul": any(t.where == "judul" for t in into.draft.titles) or _of_state(into),
        "rahmat": preamble.invocation,
        "jabatan": preamble.office,
        "menimbang": preamble.menimbang,
        "mengingat": preamble.mengingat,
        "memutuskan": preamble.memutuskan,
        "menetapkan": preamble.menetapkan,
        "persetujuan": preamble.assent,
    }
    for name, part in parts.items():
        if part:
            into.fact(at, "ada_bagian", name)
    for position, name in enumerate(preamble.order, 1):
        into.fact(at, "urutan_bagian", name, position)
    passages = {
        "rahmat": preamble.invocation,
        "jabatan": preamble.office,
        "memutuskan": preamble.memutuskan,
        "menetapkan": preamble.menetapkan,
        "persetujuan": preamble.assent,
    }
    for name, passage in passages.items():
        if passage is not None:
            here = into.first_line(passage.place)
            line = into.draft.line(passage.place.line)
            text = line.text if line and name == "memutuskan" else passage.text
            into.part(name, into.locus("bagian", name, here), text.rstrip(), here)
    if preamble.assent and (other := other_assent(into.draft, preamble.assent.text)) is not None:
        into.fact(
            into.first_line(preamble.assent.place), "persetujuan_wilayah_lain", *map(string, other)
        )
    for line in into.draft.lines[:_LETTERHEAD]:
        if not preamble.office or line.number < preamble.office.place.line:
            head = other_head(into.draft, line.text)
            if head is not None and line.text.isupper() and line.number < at.line:
                above = into.line(line.number)
                into.locus("kop", "surat", above)
                into.fact(above, "kop_wilayah_lain", *map(string, head))
    if preamble.office and (other := other_head(into.draft, preamble.office.text)) is not None:
        at = into.first_line(preamble.office.place)
        into.fact(at, "pembuka_wilayah_lain", *map(string, other))
    if preamble.menimbang:
        _considerations(into, resolver, preamble.menimbang)


def _of_state(into: Collector) -> bool:
    """Tell whether the heading is that of an Undang-Undang, which no region makes."""
    return any(_LAW.match(line.text) for line in into.draft.lines[:_TOP])


def _considerations(into: Collector, resolver: Resolver, part: Node) -> None:
    entries = [n for n in part.children if n.text] or [part]
    by_id = {n.id: into.number(n) for n in entries if n.id}
    for position, node in enumerate(entries, 1):
        at, number = into.first_line(node.place), into.number(node)
        into.fact(at, "pertimbangan", number, position)
        into.part_of("pertimbangan", node, node.text.rstrip())
        into.part_of("penanda_pertimbangan", node, node.number.strip())
    last = entries[-1]
    into.fact(into.first_line(last.place), "pertimbangan_penutup", into.number(last), len(entries))
    if named := _NAMED.search(last.text.rstrip(" ;.")):
        at = into.first_line(last.place)
        name = " ".join(named["name"].split())
        own = name_beside(name, into.draft.title)
        into.fact(at, "judul_pertimbangan", into.number(last), string(name), string(own))
    for reference in into.draft.references:
        if reference.node is last:
            for target in resolver.targets(reference):
                if target.id in by_id:
                    into.fact(into.first_line(last.place), "merangkum", into.number(last),
                              by_id[target.id])  # fmt: skip

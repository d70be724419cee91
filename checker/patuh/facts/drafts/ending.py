"""Facts from the end of a draft: the order to promulgate, the signing blocks, the gazette line."""

import re
from collections.abc import Sequence

from patuh.facts.drafts.attachments.attached import ACTING
from patuh.facts.drafts.cited.regions import other_head, other_place
from patuh.facts.drafts.collector import Collector
from patuh.facts.drafts.dates import DATE, day_of
from patuh.facts.text import string
from patuh_parser.legal.model import Closing, Signature
from patuh_parser.text.letters import letters_only

_FIELDS = {"city": "kota", "office": "jabatan", "name": "nama"}
_ORDER = "memerintahkan pengundangan"
"""Words of the order to promulgate where it goes on the last provision."""
_GAZETTE = re.compile(r"(?:BERITA|LEMBARAN) (?:NEGARA|DAERAH)\b")
_TORN = re.compile(r"[0-9]|[a-z][A-Z]")
_TOP = 8
"""Lines at the head of an extract from a gazette, which names it there."""
_DAY = re.compile(rf"(?i:\btanggal)|{DATE.pattern}")
"""The line for the day of a signing block, filled in or not."""
_PARTS = {"nama": "nama", "jabatan": "jabatan_penanda_tangan"}


def ending_facts(into: Collector) -> None:
    """The parts that are there and what they say."""
    closing = into.draft.closing
    if closing.promulgation_order:
        at = into.first_line(closing.promulgation_order.place)
        into.fact(at, "ada_bagian", "perintah_pengundangan")
        term = into.locus("bagian", "perintah_pengundangan", at)
        into.part("perintah", term, closing.promulgation_order.text, at)
    elif any(_ORDER in node.text for node in into.draft.provisions()):
        into.fact(into.head(), "ada_bagian", "perintah_pengundangan")
    if closing.gazette_line is None and any(
        _GAZETTE.match(line.text) for line in into.draft.lines[:_TOP]
    ):
        into.fact(into.head(), "ada_bagian", "lembaran")
    if closing.gazette_line:
        at = into.first_line(closing.gazette_line.place)
        into.fact(at, "ada_bagian", "lembaran")
        into.locus("bagian", "lembaran", at)
        if closing.gazette:
            into.fact(at, "lembaran_penutup", string(closing.gazette.kind))
    named = {"perintah_pengundangan": closing.promulgation_order, "lembaran": closing.gazette_line}
    for name, passage in named.items():
        if passage and (other := other_place(into.draft, passage.text)) is not None:
            at = into.first_line(passage.place)
            into.fact(at, "lembaran_wilayah_lain", name, *map(string, other))
    for index, signature in enumerate(closing.signatures, 1):
        _signature(into, index, signature)
    _both_blocks(into, closing)
    if into.draft.source == "pdf" and _is_torn(closing.signatures):
        into.fact(into.head(), "tak_terbaca", "penutup")
    if into.draft.explanation:
        into.fact(into.head(), "ada_bagian", "penjelasan")
        if into.draft.explanation.general is not None:
            into.fact(into.head(), "ada_bagian", "penjelasan_umum")


def _both_blocks(into: Collector, closing: Closing) -> None:
    """Another city than that of enactment, and one name under both, unless somebody acts."""
    blocks = {one.role: (at, one) for at, one in enumerate(closing.signatures, 1)}
    if into.draft.source == "pdf" or not {"penetapan", "pengundangan"} <= blocks.keys():
        return
    (_, enacts), (index, enters) = blocks["penetapan"], blocks["pengundangan"]
    at = into.first_line(enters.place)
    cities = [letters_only(one.city) for one in (enacts, enters)]
    if all(cities) and cities[0] not in cities[1] and cities[1] not in cities[0]:
        into.fact(at, "kota_pengundangan_lain", index, string(enters.city), string(enacts.city))
    acting = any(ACTING.match(one.office) for one in (enacts, enters))
    if enters.name and enters.name == enacts.name and not acting:
        into.fact(at, "nama_pengundang_sama", index, string(enters.name))


def _is_torn(signatures: Sequence[Signature]) -> bool:
    """Whether only a part of two blocks side by side was read, or a table that lies over them."""
    if any(_TORN.search(one.city) for one in signatures):
        return True
    alone = [one.role for one in signatures] == ["pengundangan"]
    return alone and not (signatures[0].date or signatures[0].office)


def _signature(into: Collector, index: int, signature: Signature) -> None:
    at = into.first_line(signature.place)
    whole = into.locus("tanda_tangan", index, at)
    into.fact(at, "tanda_tangan", index, signature.role)
    if signature.role in ("penetapan", "pengundangan"):
        into.fact(at, "ada_bagian", signature.role)
    block = [line for line in into.draft.lines_of(signature.place) if line.text.strip(" ,")]
    if block:
        into.part("pembuka_tanda_tangan", whole, block[0].text.strip(), at)
    for field, word in _FIELDS.items():
        if written := getattr(signature, field):
            begins = (line.number for line in block if written.startswith(line.text.strip(" ,")))
            here = into.line(next(begins, at.line))
            term = into.locus("isi", f"{index},{word}", here)
            into.fact(here, "terisi", index, word, string(written))
            if word in _PARTS:
                into.part(_PARTS[word], term, written, here)
    lines = [line.text for line in block]
    written = " ".join(" ".join(lines).split())
    if (
        signature.office
        and signature.office in written
        and f"{signature.office}," not in written.replace(" ,", ",")
    ):
        into.fact(at, "jabatan_tanpa_koma", index)
    promulgates = signature.role == "pengundangan"
    if promulgates and (other := other_place(into.draft, signature.office)) is not None:
        into.fact(at, "jabatan_wilayah_lain", index, *map(string, other))
    enacts = signature.role == "penetapan"
    if enacts and (other := other_head(into.draft, signature.office)) is not None:
        into.fact(at, "jabatan_wilayah_lain", index, *map(string, other))
    if dated := next((text for text in lines if _DAY.search(text)), ""):
        into.fact(at, "terisi", index, "tanggal", string(dated))
    into.part("tanggal_tanda_tangan", f"isi({index},tanggal)", signature.date, at)
    if day := day_of(signature.date):
        into.fact(at, "tanggal_tanda_tangan", index, day)

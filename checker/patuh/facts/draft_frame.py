"""Facts from what stands around the body: titles, preamble, legal bases, closing, attachments."""

import re

from patuh.facts.draft_body import value_of
from patuh.facts.places import Collector
from patuh.facts.references import Resolver, cited, kind_and_region, plain
from patuh.facts.text import string
from patuh_parser.legal.model import LegalBasis, Node, Signature
from patuh_parser.text.dates import MONTHS
from patuh_parser.text.span import Span

_DATE = re.compile(r"([0-9]{1,2}) +([A-Za-z]+) +([0-9]{4})")
_DEGREE = re.compile(
    r",|\b(?:Dr|Drs|Dra|Ir|Prof|dr|drg)\.|\b(?:S\.?H|S\.?E|S\.?Sos|S\.?T|M\.?H|M\.?M|M\.?Si)\b\.?"
    r"|\bNIP\b"
)
_CONCLUDES = re.compile(r"\Abahwa\b.{0,80}\bpertimbangan sebagaimana dimaksud\b", re.DOTALL)
_BEGINS = re.compile(r"mulai berlaku (?:pada|sejak|setelah|terhitung)\b(?P<when>[^.]{0,80})")
_WHEN = re.compile(r"\b(?:diundangkan|ditetapkan)\b")
_REPEALED = re.compile(r"dicabut|(?:dinyatakan )?tidak berlaku\b")
_OPENS = re.compile(r"(?:Pada saat|Dengan berlakunya)\b", re.IGNORECASE)
_RIGHT_OPENING = re.compile(r"\(?.{0,6}Pada saat .{3,60}? ini mulai berlaku\b", re.DOTALL)
_GENERAL = re.compile(
    r"\b(?:semua|segala|seluruh) (?:peraturan|ketentuan|keputusan)\b[^.]{0,200}"
    r"(?:dicabut|tidak berlaku)",
    re.IGNORECASE,
)
_INSEPARABLE = re.compile(r"tidak terpisahkan", re.IGNORECASE)
_ATTACHMENT = re.compile(r"\blampiran\b(?! (?:Undang|Peraturan|Keputusan))", re.IGNORECASE)
_CHANGES = re.compile(
    r"PERUBAHAN(?: KE[A-Z]+)? (?P<over>ATAS )?(?P<instrument>PERATURAN .*?|UNDANG-UNDANG)"
    r" NOMOR (?P<number>\S+) TAHUN (?P<year>[0-9]{4})"
)


def frame_facts(into: Collector, resolver: Resolver) -> None:
    """Everything around the body."""
    _identity(into)
    _preamble(into, resolver)
    _bases(into)
    _closing(into)
    _repeals(into)
    _attachments(into)
    _amending(into)


def _head(into: Collector) -> Span:
    """Where the draft begins: the heading, else its first line."""
    title = next((t for t in into.draft.titles if t.where == "judul"), None)
    if title is not None:
        return into.first_line(title.place)
    lines = [line for line in into.draft.lines if not line.furniture]
    return into.first_line(lines[0].place) if lines else Span(1, 1, 1, 2)


def _identity(into: Collector) -> None:
    draft, at = into.draft, _head(into)
    into.loci["kepala(usulan)"] = at
    into.fact(at, "naskah", draft.kind.removesuffix("_perubahan"))
    if draft.amending:
        into.fact(at, "mengubah_peraturan_lain")
    if draft.body:
        into.fact(at, "berbatang_tubuh")
    for index, title in enumerate(draft.titles, 1):
        here = into.first_line(title.place)
        into.locus("judul", index, here)
        into.fact(here, "judul", index, title.where)
        if title.number:
            number = title.number.lstrip("0") or title.number
            into.fact(here, "judul_bernomor", index, string(number))
            if not re.fullmatch(r"[0-9]+", title.number) and title.number.isascii():
                into.fact(here, "nomor_bukan_angka", index, string(title.number))
        if title.year:
            into.fact(here, "judul_bertahun", index, string(title.year))
            if re.fullmatch("[0-9]{4}", title.year):
                into.fact(here, "tahun_pada_judul", index, int(title.year))
        if title.title:
            into.fact(here, "judul_bernama", index, string(title.title), string(plain(title.title)))
            if title.title.rstrip()[-1:] in ".,;:" and title.where != "menetapkan":
                into.fact(here, "judul_bertanda_baca", index)
        _, region = kind_and_region(title.instrument.title().replace("Dprd", "DPRD"))
        if region:
            into.fact(here, "judul_berdaerah", index, string(region))
    date = _day(next((s.date for s in draft.closing.signatures if s.role == "penetapan"), ""))
    if date is None and re.fullmatch("[0-9]{4}", draft.year):
        date = int(draft.year) * 10000 + 101
    if date is not None:
        into.fact(at, "tanggal_naskah", date)


def _preamble(into: Collector, resolver: Resolver) -> None:
    preamble, at = into.draft.preamble, _head(into)
    parts = {
        "judul": any(t.where == "judul" for t in into.draft.titles),
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
    if preamble.office:
        here = into.first_line(preamble.office.place)
        into.locus("bagian", 1, here)
        if not preamble.office.text.rstrip().endswith(","):
            into.fact(here, "jabatan_tanpa_koma", 1)
    if preamble.memutuskan:
        here = into.first_line(preamble.memutuskan.place)
        into.locus("bagian", 2, here)
        line = into.draft.line(preamble.memutuskan.place.line)
        written = line.text if line else ""
        if re.search(r"[Mm] [Ee] [Mm]", written):
            into.fact(here, "memutuskan_berspasi", 2)
        elif not written.startswith("MEMUTUSKAN"):
            into.fact(here, "memutuskan_huruf_kecil", 2)
        if not written.rstrip().endswith(":"):
            into.fact(here, "memutuskan_tanpa_titik_dua", 2)
    if preamble.menetapkan:
        here = into.first_line(preamble.menetapkan.place)
        into.locus("bagian", 3, here)
        text = preamble.menetapkan.text.rstrip()
        if text and not text.endswith("."):
            into.fact(here, "menetapkan_tanpa_titik", 3)
    if preamble.menimbang:
        _considerations(into, resolver, preamble.menimbang)


def _considerations(into: Collector, resolver: Resolver, part: Node) -> None:
    entries = [n for n in part.children if n.text] or [part]
    by_id = {n.id: into.number(n) for n in entries if n.id}
    for position, node in enumerate(entries, 1):
        at, number = into.first_line(node.place), into.number(node)
        into.fact(at, "pertimbangan", number, position)
        into.fact(at, "ditutup", number, "titik_koma" if _mark(node) == ";" else "lain")
        if re.match(r"bahwa\b", node.text):
            into.fact(at, "berawal_bahwa", number)
        if node is not part and not re.fullmatch(r"[a-z]\.", node.number.strip()):
            into.fact(at, "penanda_pertimbangan", number, string(node.number))
        if position == len(entries):
            into.fact(at, "pertimbangan_penutup", number, position)
            if _CONCLUDES.search(node.text):
                into.fact(at, "menyimpulkan", number)
            for reference in into.draft.references:
                if reference.node is node:
                    for target in resolver.targets(reference):
                        if target.id in by_id:
                            into.fact(at, "merangkum", number, by_id[target.id])


def _mark(node: Node) -> str:
    return node.text.rstrip()[-1:]


def _bases(into: Collector) -> None:
    index = 0
    previous: int | None = None
    entries = into.draft.preamble.legal_bases
    part = into.draft.preamble.mengingat
    nodes = {n.id: n for n in part.walk()} if part else {}
    for entry in entries:
        index += 1
        own = index
        at = into.first_line(entry.place)
        _basis(into, own, entry)
        into.fact(at, "dasar_utama", own)
        node = nodes.get(entry.node_id)
        if node is not None:
            into.fact(at, "dasar_ditutup", own, "titik_koma" if _mark(node) == ";" else "lain")
            if re.search(r"(?<=[^\s]) +;\Z", node.text.rstrip()):
                into.fact(at, "dasar_berspasi", own)
            if len(entries) > 1 and not re.fullmatch(r"[0-9]+\.", node.number.strip()):
                into.fact(at, "dasar_tak_bernomor", own)
            if "beberapa kali" in node.text:
                into.fact(at, "beberapa_kali", own)
        if entry.kind == "uud" and re.search(r"\), Undang-Undang Dasar", entry.text):
            into.fact(at, "uud_berkoma", own)
        if previous is not None:
            into.fact(at, "dasar_sesudah", own, previous)
        previous = own
        for amender in entry.amended_by:
            index += 1
            _basis(into, index, amender)
            into.fact(at, "dasar_pengubah", index, own)


def _basis(into: Collector, number: int, entry: LegalBasis) -> None:
    at = into.first_line(entry.place)
    into.locus("dasar", number, at)
    year = int(entry.year) if re.fullmatch("[0-9]{4}", entry.year) else 0
    into.fact(at, "dasar", number, entry.kind, string(entry.number), year, string(_name(entry)))
    if entry.number.isdigit():
        into.fact(at, "nomor_dasar", number, int(entry.number))
    for gazette in entry.gazettes:
        into.fact(at, "berlembaran", number, string(gazette.kind))
        if gazette.year:
            into.fact(at, "tahun_lembaran", number, string(gazette.kind), int(gazette.year))
    title = entry.title.casefold()
    if title.startswith("perubahan"):
        if not re.match(r"perubahan(?: ke\w+)? atas\b", title):
            into.fact(at, "perubahan_tanpa_atas", number)
        if found := re.match(r"perubahan (ke(?!satu)\w+)", title):
            into.fact(at, "perubahan_ke", number, string(found[1]))
    if re.match(r"pembentukan\b", title) and entry.kind == "uu":
        into.fact(at, "pembentukan_daerah", number)


def _name(entry: LegalBasis) -> str:
    if entry.kind == "uud":
        return "UUD 1945"
    numbered = f"{entry.instrument} Nomor {entry.number}" if entry.number else entry.instrument
    return f"{numbered} Tahun {entry.year}" if entry.year else numbered


def _day(text: str) -> int | None:
    found = _DATE.search(text)
    if found is None or found[2].casefold() not in MONTHS:
        return None
    return int(found[3]) * 10000 + (MONTHS.index(found[2].casefold()) + 1) * 100 + int(found[1])


def _closing(into: Collector) -> None:
    closing, at = into.draft.closing, _head(into)
    if closing.promulgation_order:
        here = into.first_line(closing.promulgation_order.place)
        into.locus("penutup", 1, here)
        into.fact(here, "ada_bagian", "perintah_pengundangan")
        text = closing.promulgation_order.text
        for gazette in ("Berita Daerah", "Lembaran Daerah"):
            if gazette in text:
                into.fact(here, "perintah_dalam", 1, gazette.lower().replace(" ", "_"))
        if found := re.search(r"pengundangan ((?:Peraturan|Keputusan|Qanun)\b.*?) ini\b", text):
            kind, _ = kind_and_region(found[1])
            into.fact(here, "perintah_bagi", 1, kind, string(found[1]))
    if closing.gazette_line:
        here = into.first_line(closing.gazette_line.place)
        into.locus("penutup", 2, here)
        into.fact(here, "ada_bagian", "lembaran")
        kind = closing.gazette.kind if closing.gazette else ""
        if kind in ("BD", "LD"):
            name = {"BD": "berita_daerah", "LD": "lembaran_daerah"}[kind]
            into.fact(here, "lembaran_penutup", 2, name)
    for index, signature in enumerate(closing.signatures, 1):
        _signature(into, index, signature)
    for node in into.draft.provisions():
        if node.quoted:
            continue
        for match in _BEGINS.finditer(node.text):
            when = match["when"]
            day = _day(when)
            word = _WHEN.search(when)
            start = "tanggal" if day else word[0] if word else "lain"
            here = into.words(node, *match.span())
            into.fact(here, "saat_berlaku", into.number(node), start)
            if day:
                into.fact(here, "berlaku_tanggal", into.number(node), day)
    if into.draft.explanation:
        into.fact(at, "ada_bagian", "penjelasan")


def _signature(into: Collector, index: int, signature: Signature) -> None:
    at = into.first_line(signature.place)
    into.locus("tanda_tangan", index, at)
    into.fact(at, "tanda_tangan", index, signature.role)
    if signature.role in ("penetapan", "pengundangan"):
        into.fact(at, "ada_bagian", signature.role)
    for name in ("city", "office", "name"):
        if getattr(signature, name):
            word = {"city": "kota", "office": "jabatan", "name": "nama"}[name]
            into.fact(at, "terisi", index, word)
    if day := _day(signature.date):
        into.fact(at, "tanggal_tanda_tangan", index, day)
    if signature.name and signature.name.upper() != signature.name:
        into.fact(at, "tidak_kapital", index, "nama", string(signature.name))
    if signature.office and signature.office.upper() != signature.office:
        into.fact(at, "tidak_kapital", index, "jabatan", string(signature.office))
    if _DEGREE.search(signature.name):
        into.fact(at, "bergelar", index, string(signature.name))


def _repeals(into: Collector) -> None:
    """The pasal that repeal other regulations, and what they repeal."""
    if into.draft.amending:
        return
    for article in into.draft.articles():
        nodes = list(article.walk())
        text = " ".join(n.text for n in nodes)
        inside = {id(n) for n in nodes}
        named = [
            (reference, found)
            for reference in into.draft.references
            if id(reference.node) in inside and (found := cited(reference))
        ]
        at, number = into.first_line(article.place), into.number(article)
        if general := _GENERAL.search(text):
            into.fact(at, "mencabut_umum", number, string(general[0][:80]))
        if not named or not _REPEALED.search(text) or not _OPENS.search(text):
            continue
        into.fact(at, "pasal_pencabutan", number)
        if _RIGHT_OPENING.match(text):
            into.fact(at, "pembuka_benar", number)
        if re.search(r"dicabut dan dinyatakan tidak berlaku|ditarik kembali", text):
            into.fact(at, "kata_cabut_benar", number)
        for reference, found in named:
            if re.search(r"tentang Perubahan[^.]*\Z", reference.node.text[: reference.start][-60:]):
                continue
            year = int(found.year)
            words = reference.text
            into.fact(at, "mencabut_peraturan", number, found.kind, string(found.number), year,
                      string(words))  # fmt: skip


def _attachments(into: Collector) -> None:
    draft = into.draft
    for index, attachment in enumerate(draft.attachments, 1):
        at = into.first_line(attachment.place)
        into.locus("lampiran", index, at)
        into.fact(at, "lampiran", index)
        if re.fullmatch("[IVXLC]+", attachment.number):
            into.fact(at, "lampiran_ke", index, string(attachment.number))
        if attachment.signature is not None:
            into.fact(at, "lampiran_bertanda", index)
    count = 0
    for node in draft.provisions():
        if node.quoted or (draft.amending and node.kind == "angka"):
            continue
        match = _ATTACHMENT.search(node.text)
        if match is None:
            continue
        count += 1
        at = into.words(node, *match.span())
        into.locus("sebut_lampiran", count, at)
        into.fact(at, "menyebut_lampiran", count)
        if _INSEPARABLE.search(node.text):
            into.fact(at, "menyatakan_bagian", count)


def _amending(into: Collector) -> None:
    draft = into.draft
    if not draft.amending:
        return
    at = _head(into)
    for node in draft.articles():
        value = value_of(node)
        if value is not None and re.fullmatch("[IVX]+", node.number):
            into.fact(into.first_line(node.place), "pasal_romawi", value[0])
    found = _CHANGES.match(draft.title.upper())
    if found:
        into.fact(at, "judul_perubahan", 1)
        if found["over"]:
            into.fact(at, "judul_beratas", 1)
        kind, _ = kind_and_region(found["instrument"].title())
        into.fact(at, "yang_diubah", kind, string(found["number"]), int(found["year"]))
    for amendment in draft.amendments:
        here = into.first_line(amendment.node.place)
        number = into.number(amendment.node)
        present = {n.id for quoted in amendment.quoted for n in quoted.walk() if n.id}
        for target in amendment.inserted if amendment.kind in ("sisip", "tambah") else ():
            into.fact(here, "menyisipkan", number, string(target))
            name = target.lower().replace(" ", "-").replace("(", "").replace(")", "")
            told = any(i == name or i.endswith(f".{name}") for i in present)
            if told or not re.match(r"(?:pasal|ayat|huruf|angka)-[0-9a-z]+\Z", name):
                into.fact(here, "memuat_sisipan", number, string(target))

"""Facts from the body of a draft: its units, their numbers, lists and marks."""

import re
from collections.abc import Iterable

from patuh.facts.places import Collector
from patuh.facts.text import string
from patuh_parser.legal.model import Node

_HEADINGS = ("bab", "bagian", "paragraf")
_ITEMS = ("huruf", "angka", "romawi", "butir")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ORDINALS = [
    "kesatu",
    "kedua",
    "ketiga",
    "keempat",
    "kelima",
    "keenam",
    "ketujuh",
    "kedelapan",
    "kesembilan",
    "kesepuluh",
    "kesebelas",
    "keduabelas",
    "ketigabelas",
    "keempatbelas",
    "kelimabelas",
    "keenambelas",
    "ketujuhbelas",
    "kedelapanbelas",
    "kesembilanbelas",
    "keduapuluh",
]
_NUMBER = re.compile(r"([0-9]+)([a-z]*)\Z")
_JOINER = re.compile(r"(;?),? (dan ?/ ?atau|dan|atau)\Z")
_VERB = re.compile(
    r"(?:Me(?!nteri\b|mori)[a-z]{3,}(?:kan|i)|Antar|Dengan|Untuk|Yang|Dalam|Oleh|Pada|Dari|Serta"
    r"|Adanya|Tidak|Telah|Sudah|Saling)\b"
)
_SHAPES = (
    (re.compile(r"[a-z]{1,2}\Z"), "a"),
    (re.compile(r"[0-9]+[a-z]?\Z"), "1"),
)
_TITLES = {"ketentuan umum": "ketentuan_umum", "ketentuan penutup": "ketentuan_penutup",
           "penutup": "ketentuan_penutup", "ketentuan pidana": "ketentuan_pidana"}  # fmt: skip
_UNNUMBERED = re.compile(r":[^:;]{3,300};[^:;]{3,300};")


def body_facts(into: Collector) -> None:
    """Units, numbers, headings, lists."""
    draft = into.draft
    roots = [p for p in (draft.preamble.menimbang, draft.preamble.mengingat,
                         draft.preamble.memperhatikan) if p]  # fmt: skip
    for at, node in enumerate(draft.everywhere(), 1):
        into.numbers[id(node)] = at
        into.locus("simpul", at, into.first_line(node.place))
    for root in roots:
        for node in root.walk():
            _node(into, node)
    for node in draft.walk():
        _node(into, node)
        into.fact(into.first_line(node.place), "batang_tubuh", into.number(node))
    _sequences(into)
    definitions = {id(d.node) for d in draft.definitions}
    for node in draft.walk():
        if not any(id(child) in definitions for child in node.children):
            _list(into, node, definitions)
    babs = [n for n in draft.body if n.kind == "bab"]
    if babs:
        into.fact(into.first_line(babs[0].place), "bab_pertama", into.number(babs[0]))
        into.fact(into.first_line(babs[-1].place), "bab_terakhir", into.number(babs[-1]))
        first = draft.body.index(babs[0])
        for node in draft.body[:first]:
            if node.kind == "pasal" and node.number:
                into.fact(into.first_line(node.place), "di_luar_bab", into.number(node))


def _node(into: Collector, node: Node) -> None:
    at = into.first_line(node.place)
    number = into.number(node)
    into.fact(at, "simpul", number, node.kind, string(_shown(node)))
    if node.quoted:
        into.fact(at, "dikutip", number)
    for child in node.children:
        into.fact(into.first_line(child.place), "bagian_dari", into.number(child), number)
    if node.kind in _HEADINGS:
        if node.title:
            into.fact(at, "berjudul_simpul", number, string(node.title))
            if node.kind == "bab" and node.title.upper() != node.title:
                into.fact(at, "judul_huruf_kecil", number)
            topic = _TITLES.get(node.title.casefold().strip())
            if topic:
                into.fact(at, "pokok_bab", number, topic)
    elif node.kind in ("pasal", "diktum"):
        _article(into, node)
    if node.kind in ("pasal", "ayat") and _UNNUMBERED.search(node.text) and not node.children:
        into.fact(at, "rincian_tanpa_nomor", number)


def _article(into: Collector, node: Node) -> None:
    at, number = into.first_line(node.place), into.number(node)
    if not node.number and not node.quoted:
        into.fact(at, "tanpa_nomor", number)
    if not node.text and not node.children:
        into.fact(at, "kosong", number)
    ayat = [child for child in node.children if child.kind == "ayat"]
    if node.number and ayat and not (ayat[0].quoted and not node.quoted):
        if node.text and node.kind == "pasal":
            into.fact(at, "ayat_di_bawah_kalimat", number)
        if len(ayat) == 1:
            into.fact(at, "ayat_tunggal", number)


def _shown(node: Node) -> str:
    words = {"bab": "BAB", "bagian": "Bagian", "paragraf": "Paragraf", "pasal": "Pasal",
             "diktum": "Diktum", "menimbang": "Menimbang", "mengingat": "Mengingat",
             "memperhatikan": "Memperhatikan", "romawi": "angka", "butir": "butir"}  # fmt: skip
    bare = node.number if node.kind == "ayat" else node.bare
    return f"{words.get(node.kind, node.kind)} {bare}".strip()


def value_of(node: Node) -> tuple[int, int] | None:
    """The number of a unit as (number, place of its added letter), `None` where it has none."""
    bare = node.bare.casefold().replace(" ", "")
    if node.kind in ("bagian", "diktum"):
        bare = {"pertama": "kesatu"}.get(bare, bare)
        return (_ORDINALS.index(bare) + 1, 0) if bare in _ORDINALS else None
    if node.kind in ("bab", "romawi") or (node.kind == "pasal" and re.fullmatch("[ivxl]+", bare)):
        suffix = re.fullmatch(r"([ivxlc]+?)([a-h]?)", bare)
        return (_roman(suffix[1]), _letters(suffix[2])) if suffix else None
    if found := _NUMBER.match(bare):
        return int(found[1]), _letters(found[2])
    if node.kind == "huruf" and bare.isalpha() and bare.isascii():
        return _letters(bare), 0
    return None


def _letters(text: str) -> int:
    value = 0
    for letter in text:
        value = value * 26 + ord(letter) - 96
    return value


def _roman(text: str) -> int:
    values = [_ROMAN[letter] for letter in text]
    return sum(-v if v < max(values[at:]) else v for at, v in enumerate(values))


def _sequences(into: Collector) -> None:
    """Every run of numbers that follow one another: bab, pasal and diktum throughout."""
    draft = into.draft
    own = [node for node in draft.walk() if not node.quoted]
    runs = [[n for n in own if n.kind == kind and n.number] for kind in ("bab", "pasal", "diktum")]
    for node in draft.everywhere():
        if node.kind in ("angka", "pasal") and any(
            child.quoted and not node.quoted for child in node.children
        ):
            continue
        groups: dict[str, list[Node]] = {}
        for child in node.children:
            if child.kind in ("bagian", "paragraf", "ayat", "huruf", "angka", "romawi"):
                groups.setdefault(child.kind, []).append(child)
        runs += groups.values()
    for label, run in enumerate((run for run in runs if run), 1):
        _sequence(into, run, label)


def _sequence(into: Collector, run: Iterable[Node], label: int) -> None:
    numbered = [(node, found) for node in run if (found := value_of(node))]
    before: Node | None = None
    for node, (value, added) in numbered:
        at = into.first_line(node.place)
        into.fact(at, "bernomor", into.number(node), label, value, added)
        if before is None:
            into.fact(at, "nomor_pertama", into.number(node))
        else:
            into.fact(at, "sesudah", into.number(node), into.number(before))
        before = node


def _list(into: Collector, node: Node, definitions: set[int]) -> None:
    items = [child for child in node.children if child.kind in _ITEMS]
    if not items or node.kind not in ("pasal", "ayat", "diktum", *_ITEMS):
        return
    if any(child.quoted and not node.quoted for child in node.children) or id(node) in definitions:
        return
    if any(child.kind == "angka" and not child.quoted and node.kind == "pasal"
           for child in items) and into.draft.amending and not node.quoted:  # fmt: skip
        return
    at, number = into.first_line(node.place), into.number(node)
    into.fact(at, "dirinci", number, len(items))
    ending, _, _ = _ending(node.text)
    into.fact(at, "diakhiri", number, ending)
    for position, item in enumerate(items, 1):
        here, own = into.first_line(item.place), into.number(item)
        into.fact(here, "rincian", own, number, position)
        into.fact(here, "penanda", own, string(_shape(item)))
        words = item.text
        if not item.children:
            ending, joiner, spaced = _ending(words)
            into.fact(here, "diakhiri", own, ending)
            if joiner:
                into.fact(here, "disambung", own, joiner)
            if spaced:
                into.fact(here, "sambung_berjarak", own)
        if _VERB.match(words):
            into.fact(here, "awal_kapital", own, string(words.split()[0]))


def _shape(item: Node) -> str:
    if item.kind == "butir":
        return "•"
    written, bare = item.number.strip(), item.bare
    letter = next((name for pattern, name in _SHAPES if pattern.match(bare.lower())), "i")
    if item.kind == "romawi":
        letter = "i"
    return written.replace(bare, letter) if bare else written


def _ending(text: str) -> tuple[str, str, bool]:
    """The mark that ends a text, the word that joins it to the next, whether it has a space."""
    bare = re.sub(r"\s+[-–]\Z", "", text.rstrip())
    joined = _JOINER.search(bare)
    joiner, spaced = "", False
    if joined:
        joiner = re.sub(r" ?/ ?", "_", joined[2])
        spaced = " /" in joined[2] or "/ " in joined[2]
        bare = bare[: joined.start() + len(joined[1])]
    elif glued := re.search(r";(dan/atau|dan|atau)\Z", bare):
        joiner, bare = glued[1].replace("/", "_"), bare[: glued.start() + 1]
    marks = {";": "titik_koma", ".": "titik", ":": "titik_dua", ",": "koma"}
    return marks.get(bare[-1:], "tanpa_tanda"), joiner, spaced

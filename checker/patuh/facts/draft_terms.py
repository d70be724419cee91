"""Facts from the words of a draft: defined terms and their use, phrases, spellings, numbers."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec import Struct

from patuh.facts.places import Collector
from patuh.facts.text import string
from patuh.knowledge.drafting import phrases, terms
from patuh_parser.legal.model import Definition, Draft, Node
from patuh_parser.text.span import Span

_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")
_INSIDE = re.compile(r"\b[a-z]{2,6}[A-Z][a-z]{3,}\b")
_ABBREVIATION = re.compile(r"\b[A-Z]{2,3}[A-Z]{1,5}\b")
_INTRODUCED = re.compile(r"selanjutnya (?:disebut|disingkat) ([A-Z]{3,8})\b|\(([A-Z]{3,8})\)")
_NUMBER = re.compile(
    r"(?<![\w./(,-])(?<!Nomor )(?<!Pasal )(?<!Tahun )(?<!tanggal )"
    r"[0-9]{1,4} (?:hari|bulan|tahun|minggu|jam|menit|orang|kali|persen|anggota)\b"
)
_CHAPEAU = re.compile(r"Dalam (?P<kind>.+?) ini,? yang dimaksud dengan ?:?\Z")
_REGION = re.compile(r"(?:Kabupaten|Kota|Provinsi)\b")
_QUOTES = "“”\"‘’'"
_LONG = 8
_OFTEN = 2
_TITLE_LINES = 6


class Term(Struct, frozen=True):
    """A defined term: its number, the name to use, all names, the definition."""

    number: int
    name: str
    names: tuple[str, ...]
    definition: Definition


def term_facts(into: Collector) -> None:
    """Definitions, their use, undefined names, names for one thing, spellings, phrases."""
    draft = into.draft
    defined = [_term(at, d) for at, d in enumerate(draft.definitions, 1)]
    inside = {id(n) for t in defined for n in t.definition.node.walk()}
    defining = {id(t.definition.node) for t in defined}
    inside |= {id(n) for n in draft.walk() if any(id(c) in defining for c in n.children)}
    body = [n for n in draft.provisions() if id(n) not in inside and n.text]
    if not draft.amending:
        _definitions(into, defined)
        _usage(into, defined, body)
        _undefined(into, defined, body)
    _one_thing(into, list(draft.provisions()))
    _spellings(into)
    _phrases(into, body)


def _term(number: int, definition: Definition) -> Term:
    names = tuple(n.strip(_QUOTES + " ") for n in (*definition.alias, definition.term))
    return Term(number, names[0], names, definition)


def _definitions(into: Collector, defined: list[Term]) -> None:
    seen: dict[str, int] = {}
    for term in defined:
        node, number = term.definition.node, into.number(term.definition.node)
        at = into.first_line(node.place)
        into.fact(at, "definisi", term.number, number, string(term.name))
        for name in term.names:
            if (first := seen.setdefault(name.casefold(), term.number)) != term.number:
                into.fact(at, "istilah_sama", term.number, first)
        mark = node.text.rstrip()[-1:]
        into.fact(at, "definisi_diakhiri", term.number, "titik" if mark == "." else "lain")
        if node.text.lstrip(_QUOTES)[:1].islower():
            into.fact(at, "definisi_huruf_kecil", term.number)
        if node.kind == "angka" and re.fullmatch(r"[0-9]+[a-z]?\.", node.number.strip()):
            into.fact(at, "definisi_bernomor", term.number)
        for other in defined:
            if other is term:
                continue
            if _finds(_masked(term.definition.meaning, defined, other), other):
                into.fact(at, "memakai", term.number, other.number)
    for node in into.draft.provisions():
        if "yang dimaksud dengan" in node.text[-60:] and not node.quoted:
            found = _CHAPEAU.search(node.text)
            if found:
                at = into.first_line(node.place)
                into.fact(at, "membuka_definisi", into.number(node), string(found["kind"]))


def _finds(text: str, term: Term) -> bool:
    return any(re.search(rf"\b{re.escape(name)}\b", text) for name in term.names)


def _masked(text: str, defined: Iterable[Term], term: Term) -> str:
    """The text without longer defined names: no `Daerah` is in `Perangkat Daerah`."""
    longer = {
        name
        for other in defined
        if other is not term
        for name in other.names
        if any(own.casefold() in name.casefold() and own != name for own in term.names)
    }
    for name in sorted(longer, key=len, reverse=True):
        text = re.sub(
            rf"\b{re.escape(name)}\b", lambda m: "\0" * len(m[0]), text, flags=re.IGNORECASE
        )
    return text


def _usage(into: Collector, defined: list[Term], body: list[Node]) -> None:
    position = {id(node): at for at, node in enumerate(into.draft.walk())}
    index = 0
    for term in defined:
        exact = [re.compile(rf"\b{re.escape(name)}\b") for name in term.names]
        loose = [re.compile(rf"\b{re.escape(name)}\b", re.IGNORECASE) for name in term.names]
        place = bool(_REGION.match(term.definition.meaning))
        count = lower = 0
        own = position[id(term.definition.node)]
        for node in body:
            text = _masked(node.text, defined, term)
            proper = {m.span() for pattern in exact for m in pattern.finditer(text)}
            count += len(proper)
            if proper and position[id(node)] < own:
                index += 1
                start, end = min(proper)
                at = into.words(node, start, end)
                into.locus("pakai", index, at)
                into.fact(at, "dipakai_sebelumnya", term.number, index)
            for match in (m for pattern in loose for m in pattern.finditer(text)):
                if match.span() in proper or match[0].isupper() or place:
                    continue
                lower += 1
                index += 1
                at = into.words(node, *match.span())
                into.locus("pakai", index, at)
                into.fact(at, "dipakai_huruf_kecil", term.number, index)
        at = into.first_line(term.definition.node.place)
        into.fact(at, "jumlah_pemakaian", term.number, count, lower)


def _undefined(into: Collector, defined: list[Term], body: list[Node]) -> None:
    """Abbreviations and offices that the draft uses again and again but does not define."""
    table = terms()
    known = {name for term in defined for name in term.names}
    texts = [n for n in into.draft.provisions() if n.text]
    introduced = {
        found for n in into.draft.everywhere() for m in _INTRODUCED.finditer(n.text)
        for found in m.groups() if found
    }  # fmt: skip
    places: dict[str, list[tuple[Node, int, int]]] = {}
    for node in texts:
        for match in _ABBREVIATION.finditer(node.text):
            name = match[0]
            if name not in table.abbreviations and not re.fullmatch("[IVXLC]+", name):
                places.setdefault(name, []).append((node, match.start(), match.end()))
    for office in table.offices:
        holders = [o for o in (*table.offices, *known) if office in o and o != office]
        for node in body:
            text = node.text
            for holder in sorted(holders, key=len, reverse=True):
                text = text.replace(holder, "\0" * len(holder))
            for match in re.finditer(rf"\b{re.escape(office)}\b", text):
                places.setdefault(office, []).append((node, match.start(), match.end()))
    index = 0
    for name, found in sorted(places.items()):
        if name in known or name in introduced or len(found) < _OFTEN:
            continue
        if any(name in t.names or name in t.definition.term for t in defined):
            continue
        for node, start, end in found[:1]:
            index += 1
            at = into.words(node, start, end)
            into.locus("sebutan", index, at)
            into.fact(at, "tanpa_definisi", index, string(name), len(found))


def _one_thing(into: Collector, nodes: list[Node]) -> None:
    index = 0
    for group, names in enumerate(terms().groups, 1):
        found: dict[str, list[tuple[Node, int, int]]] = {}
        for node in nodes:
            text = node.text
            for name in sorted(names, key=len, reverse=True):
                flags = 0 if name.isupper() else re.IGNORECASE
                for match in re.finditer(rf"\b{re.escape(name)}(?:nya)?\b", text, flags):
                    found.setdefault(name, []).append((node, match.start(), match.end()))
        if len(found) < _OFTEN:
            continue
        usual = max(found, key=lambda name: len(found[name]))
        for name, places in found.items():
            for node, start, end in places:
                index += 1
                at = into.words(node, start, end)
                into.locus("nama", index, at)
                into.fact(at, "nama_dipakai", index, group, string(name))
                if name == usual:
                    into.fact(at, "nama_terbanyak", group, string(name))


def _texts(draft: Draft) -> Iterator[Node]:
    return (node for node in draft.everywhere() if node.text)


def _spellings(into: Collector) -> None:
    table = dict(terms().spellings)
    alternatives = "|".join(sorted(map(re.escape, table), key=len, reverse=True))
    pattern = re.compile(rf"\b(?:{alternatives})(?![\w/])", re.IGNORECASE)
    nodes = list(_texts(into.draft))
    counts = Counter(w.lower() for node in nodes for w in _WORD.findall(node.text))
    near = _near_misses(counts)
    index = 0
    for node in into.draft.walk():
        for match in pattern.finditer(node.title):
            index += 1
            at = _title_place(into, node, match[0])
            into.locus("kata", index, at)
            wrong = match[0].lower()
            into.fact(at, "salah_tulis", index, string(wrong), string(table[wrong]))
    for node in nodes:
        found: list[tuple[int, int, str, str, str]] = []
        for match in pattern.finditer(node.text):
            right = table[match[0].casefold()]
            found.append((*match.span(), "salah_tulis", match[0], right))
        taken = {start for start, *_ in found}
        for match in _WORD.finditer(node.text):
            if match[0].lower() in near and match.start() not in taken:
                found.append((*match.span(), "mirip", match[0], near[match[0].lower()]))
        for match in _INSIDE.finditer(node.text):
            found.append((*match.span(), "kapital_di_tengah", match[0], match[0].lower()))
        for start, end, predicate, written, right in found:
            index += 1
            at = into.words(node, start, end)
            into.locus("kata", index, at)
            shown = written if predicate == "kapital_di_tengah" else written.lower()
            into.fact(at, predicate, index, string(shown), string(right))


def _title_place(into: Collector, node: Node, word: str) -> Span:
    """Where a word of a heading's title stands: the heading may take several lines."""
    for number in range(node.place.line, node.place.line + _TITLE_LINES):
        line = into.draft.line(number)
        if line is not None and (at := line.text.find(word)) >= 0:
            return Span(number, at + 1, number, at + 1 + len(word))
    return into.first_line(node.place)


def _near_misses(counts: Counter[str]) -> dict[str, str]:
    """Words that lack a letter or a hyphen, each with what is meant.

    They occur once and lack one inner letter of a word that the draft uses repeatedly, or double
    a word without a hyphen.
    """
    shortened: dict[str, str] = {}
    for word, count in counts.items():
        if count >= _OFTEN and len(word) >= _LONG:
            for at in range(2, len(word) - 2):
                shortened.setdefault(word[:at] + word[at + 1 :], word)
    doubled = {
        word: f"{word[: len(word) // 2]}-{word[len(word) // 2 :]}"
        for word in counts
        if len(word) >= _LONG and word[: len(word) // 2] * 2 == word
    }
    return doubled | {
        word: shortened[word]
        for word, count in counts.items()
        if count == 1 and word in shortened and word != shortened[word]
    }


def _phrases(into: Collector, body: list[Node]) -> None:
    index = 0
    for node in body:
        taken: list[tuple[int, int]] = []
        for phrase in phrases():
            for match in phrase.pattern.finditer(node.text):
                if any(s < match.end() and match.start() < e for s, e in taken):
                    continue
                taken.append(match.span())
                index += 1
                at = into.words(node, match.start(), max(match.end(), match.start() + 1))
                into.locus("frasa", index, at)
                words = " ".join(match[0].split()).casefold()
                into.fact(at, "frasa", index, phrase.kind, string(words), string(phrase.advice))
        for match in _NUMBER.finditer(node.text):
            index += 1
            at = into.words(node, *match.span())
            into.locus("frasa", index, at)
            into.fact(at, "bilangan_tanpa_huruf", index, string(match[0]))

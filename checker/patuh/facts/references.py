"""What the citations of a draft point to: provisions of the draft, and other regulations.

The reader gives citations as written; here each becomes the ids of the provisions that it names.
`ayat (1)` alone means the pasal in which it stands, `huruf a` the nearest list above it.
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from patuh_parser.legal.model import Draft, Node, Reference

_UNIT = re.compile(
    r"(?P<kind>[Pp]asal|[Aa]yat|[Hh]uruf|[Aa]ngka|B(?:AB|ab)|[Bb]agian|[Pp]aragraf|[Dd]iktum)? ?"
    r"(?<![A-Za-z])(?P<number>\([0-9]{1,3}[a-z]?\)|KE[A-Z]{3,9}(?: BELAS)?\b"
    r"|[Kk]e[a-z]{3,9}(?: (?:Belas|Puluh))?\b|[0-9]{1,4}[A-Za-z]{0,2}\b|[IVXLC]{1,8}[A-Z]?\b"
    r"|[a-z]{1,2}\b)\)?"
)
_RANK = {"bab": 0, "bagian": 1, "paragraf": 2, "pasal": 3, "diktum": 3, "ayat": 4, "huruf": 5,
         "angka": 6}  # fmt: skip
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_NAMED = re.compile(
    r"(?P<instrument>(?:Undang-[Uu]ndang|Peraturan|Keputusan|Instruksi|Qanun)\b.*?)"
    r" Nomor (?P<number>\S+) Tahun (?P<year>[0-9]{4})"
)
_TITLE = re.compile(r",? tentang (?P<title>[^(;]{3,400})")
_SMALL = frozenset(
    [
        "dan",
        "di",
        "ke",
        "dari",
        "yang",
        "atas",
        "untuk",
        "dengan",
        "atau",
        "serta",
        "bagi",
        "pada",
        "dalam",
        "tentang",
        "oleh",
        "antar",
        "antara",
        "kepada",
        "sebagai",
        "secara",
        "terhadap",
        "menjadi",
    ]
)
_PLAIN = re.compile(r"[^0-9a-z]+")
_KINDS = (
    ("perppu", r"Peraturan Pemerintah Pengganti Undang-Undang\b"),
    ("pp", r"Peraturan Pemerintah\b"),
    ("perpres", r"(?:Peraturan|Keputusan) Presiden\b"),
    ("permen", r"Peraturan (?:Menteri|Kepala Badan|Badan|Kepala Lembaga|Lembaga)\b"),
    ("perda", r"Peraturan Daerah\b|Qanun\b"),
    ("perkada", r"Peraturan (?:Bupati|Wali ?Kota|Gubernur)\b"),
    ("keputusan", r"Keputusan\b|Instruksi\b"),
    ("uu", r"Undang-Undang\b"),
)
_PATTERNS = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _KINDS)


class Target(Struct, frozen=True):
    """A provision that a citation names: its id, its label, and whether only a range covers it."""

    id: str
    label: str
    between: bool = False


class Cited(Struct, frozen=True):
    """Another regulation as cited: kind, region, number, year, and its title where it is given."""

    kind: str
    region: str
    number: str
    year: str
    title: str

    @property
    def name(self) -> str:
        """The regulation as a key: kind, number and year."""
        return f"{self.kind} {self.number}/{self.year}"


class Resolver:
    """Finds what the citations of one draft mean; `base` is the regulation that it amends."""

    def __init__(self, draft: Draft, base: Draft | None = None) -> None:
        self._above: dict[int, Node] = {}
        for node in draft.everywhere():
            self._above.update({id(child): node for child in node.children})
        self.quoted = frozenset(n.id for n in draft.walk() if n.quoted and n.id)
        own = {n.id for n in draft.everywhere() if n.id and not n.quoted}
        self.ids = frozenset(own) | self.quoted | _left_over(draft, base)
        before = {n.id for n in base.walk() if n.id} if base is not None else set()
        self._before = frozenset(before) | self.quoted
        self._body = frozenset(id(n) for n in draft.walk() if not n.quoted)
        self._amends = draft.amending
        self.has_base = base is not None
        self._order = {n.id: at for at, n in enumerate(draft.walk()) if n.id}

    def above(self, node: Node) -> Iterator[Node]:
        """Yield the nodes above a node, the nearest first."""
        current = self._above.get(id(node))
        while current is not None:
            yield current
            current = self._above.get(id(current))

    def exists(self, target: str, reference: Reference) -> bool:
        """Tell whether a provision is there: in the draft, or in the amended regulation.

        An instruction (`Pasal 4 dihapus`) speaks of the amended regulation as it was.
        """
        return target in (self._before if self._instructs(reference) else self.ids)

    def _instructs(self, reference: Reference) -> bool:
        return self._amends and id(reference.node) in self._body

    def decided(self, reference: Reference) -> bool:
        """Tell whether it can be known where a citation leads.

        In an amending draft the provisions meant are those of the regulation amended, so that
        nothing is known without it.
        """
        if self._instructs(reference) and not reference.text.startswith(("Pasal", "BAB", "Bab")):
            units = _container_first(_units(reference.text))
            if not units or units[0][0] != "pasal":
                return False
        above = {reference.node.kind, *(node.kind for node in self.above(reference.node))}
        return not self._amends or self.has_base or "menimbang" in above

    def position(self, target: str) -> int | None:
        """Return where a provision stands in the order of the body."""
        return self._order.get(target)

    def targets(self, reference: Reference) -> tuple[Target, ...]:
        """Return the provisions of this draft that a citation names."""
        if reference.kind != "internal":
            return ()
        return tuple(self._named(reference))

    def _named(self, reference: Reference) -> Iterator[Target]:
        units = _container_first(_units(reference.text))
        path: list[tuple[str, str]] = []
        for at, (kind, number, gap) in enumerate(units):
            rank = _RANK[kind]
            path = [part for part in path if _RANK[part[0]] < rank] + [(kind, number)]
            following = units[at + 1] if at + 1 < len(units) else None
            if following is not None and _continues(kind, following):
                continue
            ranged = "sampai" in gap or "s.d" in gap
            if ranged and at:
                yield from self._between(units[at - 1], (kind, number), path, reference)
            yield self._target(path, reference.node)

    def _between(
        self,
        first: tuple[str, str, str],
        last: tuple[str, str],
        path: list[tuple[str, str]],
        reference: Reference,
    ) -> Iterator[Target]:
        low, high = _value(first[1]), _value(last[1])
        if first[0] != last[0] or low is None or high is None:
            return
        for value in range(low + 1, min(high, low + 500)):
            number = chr(96 + value) if last[1].isalpha() else str(value)
            found = self._target([*path[:-1], (last[0], number)], reference.node)
            yield Target(found.id, found.label, between=True)

    def _target(self, path: list[tuple[str, str]], node: Node) -> Target:
        kind = path[0][0]
        label = " ".join(_label(*part) for part in path)
        parts = ".".join(_part(*part) for part in path)
        if kind in ("pasal", "diktum"):
            return Target(parts, label)
        if kind in ("bab", "bagian", "paragraf"):
            return Target(self._heading(path, node), label)
        chain = [found for found in (node, *self.above(node)) if found.id]
        for container in chain:
            found = f"{container.id}.{parts}"
            if found in self.ids:
                return Target(found, label)
        wanted = ("pasal", "diktum") if kind == "ayat" else (*_PARENTS, "pasal", "diktum")
        nearest = next((c for c in chain if c.kind in wanted), chain[-1] if chain else None)
        return Target(f"{nearest.id}.{parts}" if nearest else parts, label)

    def _heading(self, path: list[tuple[str, str]], node: Node) -> str:
        if path[0][0] == "bab":
            return ".".join(_part(*part) for part in path)
        tail = ".".join(_part(*part) for part in path)
        inside = next((a.id for a in self.above(node) if a.kind == "bab" and a.id), "")
        near = f"{inside}.{tail}"
        if near in self.ids:
            return near
        return next((i for i in sorted(self.ids) if i.endswith(f".{tail}")), near)


_PARENTS = ("menimbang", "mengingat", "memperhatikan", "ayat")


def cited(reference: Reference) -> Cited | None:
    """Return the other regulation that a citation names, `None` where it names none by number."""
    if reference.kind != "regulation":
        return None
    found = _NAMED.search(reference.text)
    if found is None:
        return None
    kind, region = kind_and_region(found["instrument"])
    end = reference.start + len(reference.text)
    title = _TITLE.match(reference.node.text[end : end + 450])
    return Cited(
        kind, region, found["number"], found["year"], _words(title["title"]) if title else ""
    )


def kind_and_region(instrument: str) -> tuple[str, str]:
    """Return the kind of a regulation ("perkada") and the region that its words name."""
    for kind, pattern in _PATTERNS:
        if found := pattern.match(instrument):
            region = instrument[found.end() :].strip() if kind in ("perda", "perkada") else ""
            return kind, re.sub(r"^(?:Kabupaten|Kota|Provinsi) ", "", region)
    return "lain", ""


def provisions_cited(reference: Reference) -> str:
    """Return the provisions of the other regulation that a citation names, as an id."""
    found = _NAMED.search(reference.text)
    head = reference.text[: found.start()] if found else ""
    return ".".join(_part(kind, number) for kind, number, _ in _units(head))


def plain(text: str) -> str:
    """A title for comparison: letters and digits alone."""
    return _PLAIN.sub(" ", text.casefold()).strip()


def _words(text: str) -> str:
    """The capitalised words that a title in running text consists of, up to its first comma."""
    kept: list[str] = []
    for word in text.split():
        bare = word.strip(",.;")
        if not (bare[:1].isupper() or bare[:1].isdigit() or bare in _SMALL):
            break
        kept.append(bare)
        if word != bare:
            break
    while kept and kept[-1] in _SMALL:
        kept.pop()
    return " ".join(kept)


def _units(text: str) -> list[tuple[str, str, str]]:
    """The units of a citation: (kind, number, the words before it)."""
    found: list[tuple[str, str, str]] = []
    end, kind = 0, ""
    for match in _UNIT.finditer(text):
        gap = text[end : match.start()]
        if match["kind"] is None and (not kind or match["number"] in ("s", "d")):
            continue
        if match["kind"] is None and _shape(match["number"]) != _shape_of(kind):
            continue
        kind = (match["kind"] or kind).lower()
        found.append((kind, match["number"].strip("()"), gap))
        end = match.end()
    return found


def _container_first(units: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """Put `Pasal 3` first in `ayat (2) dan ayat (3) Pasal 3`."""
    found: list[tuple[str, str, str]] = []
    run = 0
    for kind, number, gap in units:
        outer = found and _RANK[kind] < _RANK[found[run][0]] and gap == " "
        if outer and all(_RANK[kind] < _RANK[part[0]] for part in found[run:]):
            first, *others = found[run:]
            found[run:] = [(kind, number, first[2]), (*first[:2], " "), *others]
            run = len(found)
        else:
            if "," in gap and run < len(found) and _RANK[kind] <= _RANK["pasal"]:
                run = len(found)
            found.append((kind, number, gap))
        run = min(run, len(found) - 1)
    return found


def _shape(number: str) -> str:
    return (
        "(" if number[0] == "(" else "0" if number[0].isdigit() else "K" if len(number) > 3 else "a"
    )


def _shape_of(kind: str) -> str:
    return {"ayat": "(", "huruf": "a", "diktum": "K"}.get(kind, "0")


def _continues(kind: str, following: tuple[str, str, str]) -> bool:
    """Tell whether the next unit lies within this one: `Pasal 4 ayat (1)`."""
    return _RANK[following[0]] > _RANK[kind] and following[2].strip(" ,") == ""


def _part(kind: str, number: str) -> str:
    lower = number.lower()
    if kind in ("bab",) or (kind == "pasal" and re.fullmatch(r"[IVX]+", number)):
        lower = str(_roman(number)) if kind == "bab" else lower
    if kind == "bagian":
        lower = str(_ORDINALS.get(lower, lower))
    return f"{kind}-{lower.replace(' ', '-')}"


_ORDINALS = {
    word: at
    for at, word in enumerate(
        [
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
        ],
        1,
    )
}


def _label(kind: str, number: str) -> str:
    words = {"pasal": "Pasal", "bab": "BAB", "bagian": "Bagian", "paragraf": "Paragraf",
             "diktum": "Diktum"}  # fmt: skip
    shown = f"({number})" if kind == "ayat" else number
    return f"{words.get(kind, kind)} {shown}"


def _value(number: str) -> int | None:
    if number.isdigit():
        return int(number)
    return ord(number) - 96 if len(number) == 1 and "a" <= number <= "z" else None


def _roman(number: str) -> int:
    values = [_ROMAN.get(letter, 0) for letter in number]
    return sum(-v if v < max(values[at:], default=0) else v for at, v in enumerate(values))


def _left_over(draft: Draft, base: Draft | None) -> frozenset[str]:
    """The provisions of the amended regulation that the draft neither replaces nor removes."""
    if base is None:
        return frozenset()
    replaced = {n.id for n in draft.walk() if n.quoted and n.id and n.kind == "pasal"}
    removed: set[str] = set()
    for amendment in draft.amendments:
        if amendment.kind == "hapus":
            for target in amendment.targets:
                units = sorted(_units(target), key=lambda unit: _RANK[unit[0]])
                removed.add(".".join(_part(kind, number) for kind, number, _ in units))
    gone = replaced | removed
    return frozenset(
        n.id
        for n in base.walk()
        if n.id and not any(n.id == name or n.id.startswith(f"{name}.") for name in gone)
    )

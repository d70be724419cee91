"""The provisions of a draft as a flat list with parents, each with a unique key and a label."""

from msgspec import Struct
from msgspec.structs import replace

from patuh_parser.legal.model import Draft, Node

_WORDS = {
    "bab": "BAB",
    "bagian": "Bagian",
    "paragraf": "Paragraf",
    "pasal": "Pasal",
    "diktum": "Diktum",
    "menimbang": "Menimbang",
    "mengingat": "Mengingat",
    "memperhatikan": "Memperhatikan",
    "penjelasan": "Penjelasan Pasal",
    "romawi": "angka",
    "butir": "butir",
}
HEADINGS = ("bab", "bagian", "paragraf")
ARTICLES = ("pasal", "diktum")


class Provision(Struct, frozen=True):
    """One unit of a text.

    `id` is that of the draft, made unique with `#2` where a number is borne twice. `parent` is
    the place of the unit above in the list, `None` for a root: articles are roots, whatever
    chapter they stand in. `family` groups the roots that may correspond.
    """

    id: str
    kind: str
    number: str
    label: str
    text: str
    family: str
    parent: int | None
    children: tuple[int, ...] = ()
    line: int = 1
    quoted: bool = False


def provisions_of(draft: Draft) -> tuple[Provision, ...]:
    """Every unit of a draft in the order of the text.

    Title, preamble, headings, articles with all below them, explanation, attachments.
    """
    return _read(draft).finished()


def node_ids(draft: Draft) -> dict[int, str]:
    """The unique id of every node of a draft (by `id(node)`), as `provisions_of` gives it."""
    return _read(draft).nodes


def _read(draft: Draft) -> "_Reader":
    reader = _Reader()
    title = " ".join(part for part in (draft.instrument, draft.region) if part)
    if draft.title:
        named = next((t.place.line for t in draft.titles if t.title == draft.title), 1)
        reader.single("judul", "Judul", f"{title} tentang {draft.title}".strip(), named)
    preamble = draft.preamble
    for part in preamble.lists:
        reader.node(part, None, "", "", part.kind)
    if preamble.menetapkan is not None:
        place = preamble.menetapkan.place
        reader.single("menetapkan", "Menetapkan", preamble.menetapkan.text, place.line)
    for node in draft.body:
        reader.node(node, None, "", "", "")
    if draft.explanation is not None:
        if draft.explanation.general is not None:
            text, place = draft.explanation.general.text, draft.explanation.general.place
            reader.single("penjelasan-umum", "Penjelasan Umum", text, place.line)
        for entry in draft.explanation.entries:
            reader.node(entry, None, "", "penjelasan", "penjelasan")
    for attachment in draft.attachments:
        number = attachment.number
        name = f"lampiran-{number.lower()}" if number else "lampiran"
        text = "\n".join(part for part in (attachment.name, attachment.text) if part)
        reader.single(name, f"Lampiran {number}".strip(), text, attachment.place.line, "lampiran")
    return reader


class _Reader:
    def __init__(self) -> None:
        self._found: list[Provision] = []
        self._children: list[list[int]] = []
        self._given: dict[str, int] = {}
        self.nodes: dict[int, str] = {}

    def finished(self) -> tuple[Provision, ...]:
        return tuple(
            replace(unit, children=tuple(below))
            for unit, below in zip(self._found, self._children, strict=True)
        )

    def single(self, name: str, label: str, text: str, line: int, family: str = "") -> None:
        self._add(Provision(name, name, "", label, text, family or name, None, line=line))

    def node(self, node: Node, parent: int | None, above: str, prefix: str, family: str) -> None:
        heading = node.kind in HEADINGS
        root = heading or (node.kind in ARTICLES and not node.quoted)
        if root:
            parent = None
            family = node.kind if heading else "batang_tubuh"
            above = "" if not heading or node.kind == "bab" else above
        label = " ".join(part for part in (above, _step(node)) if part)
        text = " ".join(part for part in (node.title, node.text) if part)
        base = self._found[parent].id if parent is not None else prefix
        fallback = f"{base}.{node.kind}-{node.bare.lower() or 'x'}".removeprefix(".")
        unit = Provision(
            node.id or fallback, node.kind, node.number, label, text, family or "batang_tubuh",
            parent, line=node.place.line, quoted=node.quoted,
        )  # fmt: skip
        at = self._add(unit)
        self.nodes[id(node)] = self._found[at].id
        for child in node.children:
            quoted = child.quoted and not node.quoted and not heading
            self.node(child, at, "" if quoted else label, prefix, family)

    def _add(self, unit: Provision) -> int:
        """Give the unit its unique id; returns its place."""
        count = self._given[unit.id] = self._given.get(unit.id, 0) + 1
        at = len(self._found)
        unique = unit.id if count == 1 else f"{unit.id}#{count}"
        self._found.append(replace(unit, id=unique))
        self._children.append([])
        if unit.parent is not None:
            self._children[unit.parent].append(at)
        return at


def _step(node: Node) -> str:
    """One level of a citation: `ayat (2)`, `huruf a)`, `angka 1`."""
    number = node.number.strip()
    if node.kind != "ayat" and number.endswith("."):
        number = number[:-1]
    return f"{_WORDS.get(node.kind, node.kind)} {number}".strip()

"""The tree of one draft: what is read from a ``.docx``, ``.pdf``, ``.txt`` or ``.md`` file.

All values are frozen. Nothing is corrected silently: numbers and words stand as written,
and what is irregular in the form is listed in ``Draft.defects``. Names follow UU 12/2011,
Lampiran II (as amended by UU 13/2022): judul, pembukaan, batang tubuh, penutup,
penjelasan, lampiran.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from operator import attrgetter, itemgetter

from msgspec import Struct


class Place(Struct, frozen=True):
    """Where something stands: lines of the extracted text, its paragraph, its page.

    ``line`` and ``end_line`` are 1-based and inclusive, ``paragraph`` is the 1-based
    number of the first line's paragraph (a Word paragraph; in PDF and plain text a run
    of lines without a blank one), ``page`` its 1-based page, ``None`` where unknown.
    """

    line: int
    end_line: int
    paragraph: int
    page: int | None = None

    def to(self, other: "Place") -> "Place":
        """Return the stretch from this place to the end of ``other``."""
        return Place(self.line, max(self.end_line, other.end_line), self.paragraph, self.page)


class Line(Struct, frozen=True):
    """One line of the extracted text, as written (only white space is folded).

    ``label`` is the number that Word gave the paragraph by itself, ``""`` for a typed one;
    ``text`` has it at the head (in a table after the keyword: ``Menimbang : a. bahwa …``).
    ``style`` is the name of the Word paragraph style. ``furniture`` marks letterheads, page
    numbers and running heads, which the tree leaves out. Blank lines count but are not kept.
    """

    number: int
    text: str
    paragraph: int
    page: int | None = None
    label: str = ""
    style: str = ""
    table: bool = False
    furniture: bool = False

    @property
    def place(self) -> Place:
        """The place of this line alone."""
        return Place(self.number, self.number, self.paragraph, self.page)


class Passage(Struct, frozen=True):
    """A run of text that is no provision: lines joined, white space folded."""

    text: str
    place: Place


class Node(Struct, frozen=True):
    """One unit of the draft.

    ``kind``: ``bab``, ``bagian``, ``paragraf``, ``pasal``, ``ayat``, ``huruf``,
    ``angka``, ``romawi`` (``i.``), ``butir`` (a bullet); ``diktum`` in a Keputusan;
    ``menimbang``, ``mengingat``, ``memperhatikan`` for a part of the preamble;
    ``penjelasan`` for a part of the explanation.

    ``number`` is as written, with brackets: ``IV``, ``Kesatu``, ``14``, ``3A``,
    ``(2a)``, ``e.``, ``KESATU``; ``""`` when there is none. ``title`` is the title of a
    bab, bagian or paragraf. ``text`` is the unit's own words (the chapeau when it has
    children), quotes and dashes made plain, otherwise verbatim with its punctuation.

    ``id`` is ``pasal-14.ayat-2.huruf-e``, ``bab-4``, ``bab-4.bagian-1``,
    ``diktum-kesatu``, ``menimbang.huruf-a``, ``mengingat.angka-3``, ``pasal-i.angka-2``
    (amending); no two nodes have the same. It is ``None`` where none can be given: for
    the second and later bearers of a number and all below them. Inside an amending
    instruction the provisions quoted are ``quoted`` and have the id that they have in
    the regulation amended (``pasal-3a.ayat-1``).

    ``breaks`` maps ``text`` to lines: (offset in ``text``, line number) for each line.
    """

    kind: str
    number: str
    id: str | None
    title: str
    text: str
    children: tuple["Node", ...]
    place: Place
    quoted: bool = False
    breaks: tuple[tuple[int, int], ...] = ()

    @property
    def bare(self) -> str:
        """The number without brackets and dots: ``2a`` for ``(2a)``."""
        return self.number.strip("(). ")

    def walk(self) -> Iterator["Node"]:
        """Yield this node and everything below it, in the order of the text."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.children))

    def line_at(self, offset: int) -> int:
        """Return the number of the line on which the character ``text[offset]`` stands."""
        at = bisect_right(self.breaks, offset, key=itemgetter(0))
        return self.breaks[at - 1][1] if at else self.place.line


class Title(Struct, frozen=True):
    """One place where the draft names itself.

    ``where``: ``judul`` (the heading), ``menetapkan``, ``lampiran`` (the heading of an
    attachment), ``penjelasan``, ``berita_daerah`` (the gazette line; no title words).
    ``instrument`` is e.g. ``PERATURAN BUPATI KUTAI TIMUR``; ``number``, ``year`` and
    ``title`` are as written, ``""`` when not stated there (dots left open count as such).
    """

    where: str
    instrument: str
    number: str
    year: str
    title: str
    place: Place


class Gazette(Struct, frozen=True):
    """A gazette as cited: ``kind`` ``LN``, ``TLN``, ``BN``, ``TBN``, ``LD``, ``TLD`` or ``BD``.

    ``region`` is as written (``Kabupaten Kutai Timur``), ``""`` for the state's;
    supplements have no ``year``.
    """

    kind: str
    region: str
    year: str
    number: str


class LegalBasis(Struct, frozen=True):
    """One regulation named in Mengingat, with those that amended it.

    ``kind``: ``uud``, ``tap_mpr``, ``uu``, ``perppu``, ``pp``, ``perpres``, ``permen``,
    ``perda``, ``perkada``, ``keputusan`` or ``lain``. ``instrument`` are its words up to
    ``Nomor``; ``number``, ``year``, ``title`` as written. ``amended_by`` are the regulations
    after ``sebagaimana telah … diubah … dengan``. ``node_id`` is the entry's node.
    """

    kind: str
    instrument: str
    number: str
    year: str
    title: str
    gazettes: tuple[Gazette, ...]
    amended_by: tuple["LegalBasis", ...]
    text: str
    node_id: str | None
    place: Place


class Preamble(Struct, frozen=True):
    """The parts before the body; ``None`` or empty when the draft has no such part.

    ``menimbang``, ``mengingat`` and ``memperhatikan`` are nodes whose children are the
    entries (or whose ``text`` is the one unnumbered entry); ``legal_bases`` are the
    entries of ``mengingat`` taken apart. ``assent`` is the ``Dengan Persetujuan Bersama``
    of a Perda. ``order`` names the parts as they follow one another.
    """

    invocation: Passage | None = None
    office: Passage | None = None
    menimbang: Node | None = None
    mengingat: Node | None = None
    memperhatikan: Node | None = None
    assent: Passage | None = None
    memutuskan: Passage | None = None
    menetapkan: Passage | None = None
    legal_bases: tuple[LegalBasis, ...] = ()
    order: tuple[str, ...] = ()


class Signature(Struct, frozen=True):
    """One signing block.

    ``role``: ``penetapan`` (Ditetapkan di), ``pengundangan`` (Diundangkan di),
    ``salinan`` (the certified copy) or ``lampiran``. Fields are as written, ``""`` when
    missing or left open with dots; ``mark`` is ``ttd`` or the like.
    """

    role: str
    city: str
    date: str
    office: str
    mark: str
    name: str
    place: Place


class Closing(Struct, frozen=True):
    """The closing part: the order to promulgate, the signing blocks, the gazette line."""

    promulgation_order: Passage | None = None
    signatures: tuple[Signature, ...] = ()
    gazette_line: Passage | None = None
    gazette: Gazette | None = None
    other: tuple[Passage, ...] = ()

    def signature(self, role: str) -> Signature | None:
        """Return the first signing block with this role, or ``None``."""
        return next((found for found in self.signatures if found.role == role), None)


class Attachment(Struct, frozen=True):
    """A lampiran that is there: ``number`` (``I``, or ``""``), its name and its lines' text.

    ``self_reference`` is what its heading says of the draft; see also ``Draft.titles``.
    """

    number: str
    name: str
    self_reference: str
    text: str
    signature: Signature | None
    place: Place


class Explanation(Struct, frozen=True):
    """The penjelasan: the general part and the nodes ``penjelasan`` per pasal.

    A child's ``number`` is that of the pasal, its children (ayat, huruf, angka) those that
    are explained; their ids are ``penjelasan.pasal-3.ayat-1``.
    """

    general: Passage | None
    entries: tuple[Node, ...]
    place: Place


class Reference(Struct, frozen=True):
    """A citation in running text: ``Pasal 5 ayat (1) huruf a``, ``huruf a dan huruf b``.

    ``kind``: ``internal`` (pasal, ayat, huruf, angka, bab, bagian, paragraf, diktum),
    ``lampiran`` or ``regulation`` (a regulation with number and year). ``text`` is as
    written; it begins at ``start`` in the text of the node ``node``.
    """

    kind: str
    text: str
    start: int
    node: Node
    place: Place


class Definition(Struct, frozen=True):
    """An entry of the definitions: ``term``, ``alias`` (``yang selanjutnya disebut …``), words.

    ``alias`` is also what follows ``yang selanjutnya disingkat``; ``verb`` is ``adalah``,
    ``yaitu``, ``ialah`` or ``merupakan``.
    """

    term: str
    alias: tuple[str, ...]
    verb: str
    meaning: str
    node: Node


class Amendment(Struct, frozen=True):
    """One instruction of an amending regulation.

    ``kind``: ``ubah``, ``sisip``, ``hapus``, ``tambah``, ``cabut`` or ``lain``. ``targets`` are
    the provisions named before the instruction's verb, as written; ``inserted`` those
    that are new (``Pasal 3A``). ``quoted`` are the provisions after ``berbunyi``.
    """

    kind: str
    targets: tuple[str, ...]
    inserted: tuple[str, ...]
    quoted: tuple[Node, ...]
    node: Node


class Defect(Struct, frozen=True):
    """Something irregular in the form; the codes are the keys of ``defects`` in ``messages.toml``.

    ``data`` are the named terms of the message; ``node_id`` is the unit concerned.
    """

    code: str
    place: Place
    node_id: str | None = None
    data: tuple[tuple[str, str], ...] = ()


class Draft(Struct, frozen=True):
    """A draft as read.

    ``kind``: ``perda``, ``perbup``, ``perwali``, ``pergub`` or ``peraturan``, each also with
    ``_perubahan`` when it amends; ``keputusan``; ``tak_dikenal``. ``instrument`` is as in the
    heading (``PERATURAN BUPATI``), ``region`` what follows it (``KUTAI TIMUR``).
    ``source`` is ``docx``, ``pdf`` or ``txt``.
    """

    path: str
    source: str
    kind: str
    instrument: str
    region: str
    number: str
    year: str
    title: str
    titles: tuple[Title, ...]
    preamble: Preamble
    body: tuple[Node, ...]
    closing: Closing
    attachments: tuple[Attachment, ...]
    explanation: Explanation | None
    definitions: tuple[Definition, ...]
    references: tuple[Reference, ...]
    amendments: tuple[Amendment, ...]
    lines: tuple[Line, ...]
    defects: tuple[Defect, ...]

    @property
    def amending(self) -> bool:
        """Whether the draft amends another regulation."""
        return self.kind.endswith("_perubahan")

    def walk(self) -> Iterator[Node]:
        """Yield every node of the body, parents before children."""
        for node in self.body:
            yield from node.walk()

    def provisions(self) -> Iterator[Node]:
        """Yield the pasal (or diktum) and all below them, without bab, bagian, paragraf."""
        return (node for node in self.walk() if node.kind not in ("bab", "bagian", "paragraf"))

    def leaves(self) -> Iterator[Node]:
        """Yield the provisions without children, in the order of the text."""
        return (node for node in self.provisions() if not node.children)

    def articles(self) -> Iterator[Node]:
        """Yield the draft's own pasal or diktum, not those that it quotes."""
        return (n for n in self.walk() if n.kind in ("pasal", "diktum") and not n.quoted)

    def everywhere(self) -> Iterator[Node]:
        """Yield the nodes of preamble, body and explanation in the order of the text."""
        parts = (self.preamble.menimbang, self.preamble.mengingat, self.preamble.memperhatikan)
        for part in sorted((p for p in parts if p is not None), key=lambda p: p.place.line):
            yield from part.walk()
        yield from self.walk()
        for entry in self.explanation.entries if self.explanation else ():
            yield from entry.walk()

    def find(self, node_id: str) -> Node | None:
        """Return the node with exactly this id, or ``None``."""
        return next((found for found in self.everywhere() if found.id == node_id), None)

    def line(self, number: int) -> Line | None:
        """Return the line with this number; ``None`` for a blank one."""
        at = bisect_left(self.lines, number, key=attrgetter("number"))
        found = self.lines[at] if at < len(self.lines) else None
        return found if found is not None and found.number == number else None

    def place_of(self, node: Node, start: int, end: int) -> Place:
        """Return the place of ``node.text[start:end]``."""
        first, last = node.line_at(start), node.line_at(max(start, end - 1))
        line = self.line(first)
        if line is None:
            return node.place
        return Place(first, max(first, last), line.paragraph, line.page)

    def excerpt(self, place: Place) -> tuple[Line, ...]:
        """Return the lines of a place, without page furniture."""
        return tuple(
            line
            for number in range(place.line, place.end_line + 1)
            if (line := self.line(number)) is not None and not line.furniture
        )

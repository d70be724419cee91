"""What stands around a body: titles, preamble, closing, attachments, explanation."""

from msgspec import Struct

from patuh_parser.legal.model.node import Node
from patuh_parser.legal.model.place import Passage, Place


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
    supplements have no ``year``. ``number`` is ``""`` where it is that of a regulation named
    with ``jo``.
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

    @property
    def lists(self) -> tuple[Node, ...]:
        """Menimbang, Mengingat and Memperhatikan, those that there are, as they follow."""
        found = (self.menimbang, self.mengingat, self.memperhatikan)
        return tuple(sorted((x for x in found if x is not None), key=lambda x: x.place.line))


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

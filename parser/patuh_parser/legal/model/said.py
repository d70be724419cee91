"""What is read out of the words of a text: citations, definitions, instructions, defects."""

from msgspec import Struct

from patuh_parser.legal.model.node import Node
from patuh_parser.legal.model.place import Place


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

    ``alias`` is also what follows ``yang selanjutnya disingkat``, and a short form in brackets
    behind the term; ``verb`` is ``adalah``, ``yaitu``, ``ialah`` or ``merupakan``.
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

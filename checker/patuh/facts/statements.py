"""Facts from the statements of a structure."""

from collections.abc import Iterator
from functools import singledispatch

from patuh.facts.text import atom, key, string
from patuh_parser.sotk.model import (
    Change,
    Classification,
    Delegation,
    Exemption,
    Field,
    Head,
    Kinship,
    Line,
    Membership,
    Placement,
    Statement,
    Task,
)
from patuh_parser.text.span import Span

Fact = tuple[str, Span]

_PASSIVE = {
    "mengoordinasikan": "dikoordinasikan",
    "mengoordinasikan_administratif": "dikoordinasikan_administratif",
    "membawahi": "dibawahi",
    "membina": "dibina",
}
_BOUND = "asisten_yang_membidangi"
_FORUM = "forkopimda"


def statement_facts(statement: Statement) -> Iterator[Fact]:
    """The facts of one statement, each at the statement's place."""
    if isinstance(statement, Line):
        yield from line_facts(statement)
    else:
        for fact in _facts(statement):
            yield fact, statement.span


def line_facts(line: Line, prefix: str = "") -> Iterator[Fact]:
    """A line and its attributes; `prefix` is "bagan_" for the lines of a chart."""
    yield _edge(line, prefix), line.span
    if prefix:
        return
    number = line.id
    for position, station in enumerate(line.via, 1):
        name = _BOUND if station.key is None else key(station.key)
        yield atom("melalui", number, position, name), station.span
    if line.ordered:
        yield atom("berurutan", number), line.span
    if line.direct:
        yield atom("langsung", number), line.span
    if line.nature:
        yield atom("sifat", number, line.nature), line.span
    if line.pattern:
        yield atom("pola", number, key(line.pattern)), line.span
    if line.subpattern:
        yield atom("subpola", number, key(line.subpattern)), line.span
    if line.sectoral_term:
        yield atom("istilah_sektoral", number, key(line.sectoral_term)), line.span
    for aspect in line.aspects:
        yield atom("aspek", number, key(aspect)), line.span
    if line.modality:
        yield atom("modal", number, line.modality), line.span


def _edge(line: Line, prefix: str) -> str:
    denied = "_ingkar" if line.negated or line.modality == "tidak_wajib" else ""
    target = _BOUND if line.target is None else key(line.target)
    if line.group is not None:
        name = f"{prefix}garis_seluruh{denied}"
        if line.source is None:
            return atom(name, line.id, line.group, line.kind, target)
        passive = _PASSIVE.get(line.kind, line.kind)
        return atom(name, line.id, line.group, passive, key(line.source))
    return atom(f"{prefix}garis{denied}", line.id, line.kind, key(line.source or ""), target)


@singledispatch
def _facts(statement: object) -> Iterator[str]:
    raise TypeError(f"no facts for {type(statement).__name__}")


@_facts.register
def _(statement: Placement) -> Iterator[str]:
    yield atom("pada", key(statement.unit), key(statement.parent))


@_facts.register
def _(statement: Classification) -> Iterator[str]:
    yield atom("unsur", statement.id, key(statement.unit), key(statement.unsur))


@_facts.register
def _(statement: Task) -> Iterator[str]:
    yield atom("tugas", statement.id, key(statement.unit), key(statement.task))


@_facts.register
def _(statement: Delegation) -> Iterator[str]:
    parties = key(statement.parent), key(statement.unit)
    yield atom("dilimpahkan", statement.id, *parties, key(statement.task))


@_facts.register
def _(statement: Kinship) -> Iterator[str]:
    name = "serumpun" if statement.related else "tidak_serumpun"
    yield atom(name, statement.id, key(statement.left), key(statement.right))


@_facts.register
def _(statement: Change) -> Iterator[str]:
    if statement.new is None:
        yield atom("dihapus", statement.id, key(statement.old))
    else:
        new, old = key(statement.new), key(statement.old)
        yield atom("perubahan", statement.id, statement.kind, new, old)


@_facts.register
def _(statement: Head) -> Iterator[str]:
    name = "ketua" if statement.unit == _FORUM else "kepala_ex_officio"
    yield atom(name, statement.id, key(statement.unit), key(statement.head))


@_facts.register
def _(statement: Membership) -> Iterator[str]:
    yield atom("anggota", statement.id, key(statement.forum), key(statement.member))
    if statement.leader:
        yield atom("pimpinan_lembaga", statement.id)


@_facts.register
def _(statement: Field) -> Iterator[str]:
    yield atom("bidang", statement.id, key(statement.unit), string(statement.field))


@_facts.register
def _(statement: Exemption) -> Iterator[str]:
    yield atom("dikecualikan", statement.id, key(statement.unit), key(statement.duty))

"""`regulation.toml` of a regulation, from what its text says of itself."""

import json
from collections.abc import Container
from importlib.resources import files

from msgspec import Struct, convert

from patuh.export.frbr import day_of, identity
from patuh.facts.drafts.attachments.attached import not_held
from patuh.knowledge.root import kb_root
from patuh_parser.legal.model import Draft, Node
from patuh_parser.stored import toml


class Instrument(Struct, frozen=True):
    """A kind of regulation: how it is cited, how it is said in brief, what its region is called."""

    kind: str
    short: str
    territory: str


class Instruments(Struct, frozen=True):
    """`kb/names/instruments.toml`: the kinds, and the words that a title has in small letters."""

    lower: frozenset[str]
    kinds: dict[str, Instrument]


def regulation_toml(draft: Draft, regulation_id: str, text: str) -> str:
    """The file for a regulation whose text is kept as the file `text`.

    Raises `LookupError`, with the field of the file as its argument, if the text does not say
    what kind of regulation it is, its number, year, region or date.
    """
    table = convert(toml(kb_root() / "names" / "instruments.toml"), Instruments)
    instrument = table.kinds.get(draft.kind)
    if instrument is None:
        raise LookupError("kind")
    for field, value in (("number", draft.number), ("year", draft.year)):
        if not value.isdecimal():
            raise LookupError(field)
    if not draft.region:
        raise LookupError("region")
    date = _day(draft, "penetapan")
    if date is None:
        raise LookupError("date")
    own = _titled(draft.region, table.lower)
    fields: dict[str, object] = {
        "id": regulation_id,
        "kind": instrument.kind,
        "short": f"{instrument.short} {own} {draft.number}/{draft.year}",
        "number": int(draft.number),
        "year": int(draft.year),
        "title": _titled(draft.title, table.lower),
        "region": f"{instrument.territory} {own}",
        "region_aliases": [own],
        "frbr_uri": identity(draft).work,
        "text": text,
    }
    missing = [
        f"{{ part = {_quoted(part)}, provisions = {_quoted(provisions)} }}"
        for part, provisions in not_held(draft).items()
    ]
    written = {name: _quoted(value) for name, value in fields.items()}
    chapters = "\n".join(f"{article} = {_quoted(above)}" for article, above in headings(draft))
    template = files(__package__).joinpath("regulation.toml.in").read_text(encoding="utf-8")
    return template.format(
        **written,
        date=date,
        in_force=_day(draft, "pengundangan") or date,
        missing=f"[{', '.join(missing)}]",
        chapters=chapters,
    )


def headings(draft: Draft) -> list[tuple[str, str]]:
    """The headings above every article, outermost first: `("pasal-2", "BAB II POLA › …")`."""
    found: list[tuple[str, str]] = []

    def read(node: Node, above: tuple[str, ...]) -> None:
        if node.kind == "pasal":
            found.append((node.id or "", " › ".join(above)))
            return
        kind = node.kind.upper() if node.kind == "bab" else node.kind.capitalize()
        for child in node.children:
            read(child, (*above, f"{kind} {node.number} {node.title}".strip()))

    for node in draft.body:
        read(node, ())
    return found


def _day(draft: Draft, role: str) -> str | None:
    signed = draft.closing.signature(role)
    return day_of(signed.date) if signed else None


def _titled(words: str, lower: Container[str]) -> str:
    """Words in capitals as a name: "TATA KERJA DI DAERAH" is Tata Kerja di Daerah."""
    named = [word.capitalize() if word.isupper() else word for word in words.split()]
    small = [word.lower() if word.lower() in lower else word for word in named[1:]]
    return " ".join([*named[:1], *small])


def _quoted(value: object) -> str:
    """A string, number or list of strings as TOML writes it."""
    return json.dumps(value, ensure_ascii=False)

"""Facts from the attachments of a draft, and which attachments it says that it has but has not."""

import re
from collections.abc import Iterator

from patuh.facts.drafts.collector import Collector
from patuh.facts.text import string
from patuh.knowledge.drafting import pattern_of
from patuh_parser.legal.data import one_of, table
from patuh_parser.legal.model import Attachment, Draft, Node, Reference
from patuh_parser.text.letters import letters_only

_OFFICES = table("words")["offices"]
_MARK = re.compile(
    r"^\(?(?:cap[ /.]{0,3})?t\.?t\.?d\.?\)?[.,]?$|^\$\{ttd\}$"
    r"|^(?:KEPALA|MENTERI|KETUA|PIMPINAN|DIREKTUR)\b(?-i:[^a-z]{0,120}),$",
    re.IGNORECASE | re.MULTILINE,
)
"""The mark of a signature, or the office over it, which may take two lines."""
_BELOW = re.compile(
    rf"^(?P<office>{one_of(_OFFICES['heads'], _OFFICES['signing'])}\b[^a-z\n]*),"
    r"\n\(?(?i:t\.?t\.?d)\.?\)?\n[A-Z][A-Z .,']{4,60}\Z",
    re.MULTILINE,
)
"""The block of signature at the end of an attachment, with mark and name."""
ACTING = re.compile(rf"(?i:^{one_of(_OFFICES['acting'])})")
"""Before the office of who signs in the place of another."""
_ROMAN = re.compile(r"\b[IVXLC]{1,6}\b")
_ATTACHMENT = re.compile(r"\b[Ll]ampiran\b")
_CITED = re.compile(
    rf"\b[Ll]ampiran (?P<numbers>{_ROMAN.pattern}"
    rf"(?:(?:,|,? dan|,? atau|,? dan/atau) {_ROMAN.pattern})*)"
    r"(?P<to> ?(?:sampai|s\.d|s/d|-|–))?"
)
"""An attachment cited by its number, or several together; a range is none."""
_HEAD = re.compile(r"(?im:^\s*(?:NOMOR|NO\.)\b|\bNOMOR\b.*\bTAHUN\b)")
_HEAD_LINES = 8
_END = 12
"""Lines at the end of an attachment in which the mark of a signature stands."""


def attachment_facts(into: Collector) -> None:
    """The attachments that are there, their numbers, and whether they are signed."""
    blocks = {signature.place.end_line for signature in into.draft.closing.signatures}
    signers = {line.text.strip() for line in into.draft.lines if line.number in blocks}
    for index, attachment in enumerate(into.draft.attachments, 1):
        at = into.first_line(attachment.place)
        term = into.locus("lampiran", index, at)
        into.fact(at, "lampiran", index)
        ends = [line.number for line in into.draft.lines_of(attachment.place) if line.text.strip()]
        into.locus("akhir_lampiran", index, into.line(ends[-1] if ends else at.line))
        if attachment.number:
            into.fact(at, "nomor_lampiran", index, string(attachment.number))
        into.part("nomor_lampiran", term, attachment.number, at)
        heading = into.draft.line(attachment.place.line)
        into.part("kepala_lampiran", term, heading.text if heading else "", at)
        enacts = into.draft.closing.signature("penetapan")
        name = attachment.signature.name if attachment.signature else ""
        enacting = enacts.name if enacts else ""
        if _letters(name) != _letters(enacting) and "" not in (_letters(name), _letters(enacting)):
            into.fact(at, "bertanda_tangan_lain", index, string(name), string(enacting))
        if other := _other_office(into, attachment):
            into.fact(at, "jabatan_lampiran_lain", index, *map(string, other))
        if _signed(attachment, signers):
            into.fact(at, "lampiran_bertanda", index)

    heads = [_has_head(one) for one in into.draft.attachments]
    for index, attachment in enumerate(into.draft.attachments, 1):
        if any(heads) and not heads[index - 1] and into.draft.source != "pdf":
            into.fact(into.first_line(attachment.place), "lampiran_tanpa_kepala", index)
    for index in _unsaid(into.draft):
        attachment = into.draft.attachments[index]
        at = into.first_line(attachment.place)
        into.fact(at, "lampiran_tak_disebut", index + 1, string(attachment.number))
    for node, number in _no_part(into.draft):
        at = into.first_line(node.place)
        into.fact(at, "lampiran_bukan_bagian", into.number(node), string(f"Lampiran {number}"))


def _has_head(attachment: Attachment) -> bool:
    """Whether an attachment says of which text it is."""
    first = attachment.text.split("\n")[:_HEAD_LINES]
    return bool(attachment.self_reference or _HEAD.search("\n".join(first)))


def _unsaid(draft: Draft) -> Iterator[int]:
    """Those attachments that no provision cites, where each that is cited is so by its number."""
    numbers = [one.number for one in draft.attachments]
    said = " ".join(" ".join(node.text for node in draft.provisions()).split())
    cited = [*_CITED.finditer(said)]
    if draft.amending or not cited or not all(map(_ROMAN.fullmatch, numbers)):
        return
    if len(cited) == len(_ATTACHMENT.findall(said)) and not any(one["to"] for one in cited):
        named = {number for one in cited for number in _ROMAN.findall(one["numbers"])}
        yield from (at for at, number in enumerate(numbers) if number not in named)


def _no_part(draft: Draft) -> Iterator[tuple[Node, str]]:
    """Where an attachment is first cited that nothing says is a part, as is said of others."""
    numbers = [one.number for one in draft.attachments]
    if draft.amending or len(numbers) < 2 or not all(map(_ROMAN.fullmatch, numbers)):
        return
    parts: set[str] = set()
    cites: dict[str, Node] = {}
    for node in draft.provisions():
        cited = [*_CITED.finditer(node.text)]
        stated = pattern_of("bagian_tak_terpisah").search(node.text)
        if any(one["to"] for one in cited) or (stated and len(cited) < _said_in(node)):
            return
        named = {number for one in cited for number in _ROMAN.findall(one["numbers"])}
        parts |= named if stated else set()
        for number in named:
            cites.setdefault(number, node)
    yield from ((cites[n], n) for n in numbers if parts and n in cites and n not in parts)


def _said_in(node: Node) -> int:
    return len(_ATTACHMENT.findall(node.text))


def _letters(name: str) -> str:
    """A name for comparison, without titles behind it; `""` for one with others or initials."""
    bare = name.partition(",")[0]
    return "" if "." in bare else letters_only(bare)


def _other_office(into: Collector, attachment: Attachment) -> tuple[str, str] | None:
    """The office by which an attachment is signed and that of the text, if they differ.

    That of somebody who signs forms is told only where a mark and a name stand below it.
    """
    enacting = into.draft.closing.signature("penetapan")
    if enacting is None or not enacting.office:
        return None
    signature = attachment.signature
    below = _BELOW.search("\n".join(line for line in attachment.text.split("\n") if line.strip()))
    office = signature.office if signature else below["office"] if below else ""
    offices = [letters_only(ACTING.sub("", one)) for one in (office, enacting.office)]
    if not office or offices[0].startswith(offices[1]) or offices[1].startswith(offices[0]):
        return None
    return None if pattern_of("atas_nama").search(office) else (office, enacting.office)


def _signed(attachment: Attachment, signers: set[str]) -> bool:
    """Whether it ends in a block of signature, or in the name of who signs the draft."""
    last = [line.strip() for line in attachment.text.split("\n")[-_END:]]
    return (
        attachment.signature is not None
        or _MARK.search("\n".join(last)) is not None
        or not signers.isdisjoint(last)
    )


def own_attachments(draft: Draft) -> Iterator[Reference]:
    """The citations of attachments of this draft itself, not of another regulation."""
    laws = {(id(one.node), one.start) for one in draft.references if one.kind == "regulation"}
    for one in draft.references:
        if one.kind == "lampiran" and (id(one.node), one.start + len(one.text) + 1) not in laws:
            yield one


def not_held(draft: Draft) -> dict[str, list[str]]:
    """The attachments of its own that a text without any refers to, each with the provisions."""
    found: dict[str, list[str]] = {}
    for one in own_attachments(draft) if not draft.attachments else ():
        if one.node.id:
            named = found.setdefault(one.text, [])
            if one.node.id not in named:
                named.append(one.node.id)
    return found

"""The closing part: the order to promulgate, signing blocks, the gazette line."""

from __future__ import annotations

import re
from itertools import pairwise

from msgspec.structs import replace

from patuh_parser.legal.data import one_of, table
from patuh_parser.legal.lines.line_forms import Form
from patuh_parser.legal.model import Closing, Signature, Title
from patuh_parser.legal.parts.legal_basis import gazettes_in
from patuh_parser.legal.parts.titles import filled
from patuh_parser.legal.tree.finish import Finisher

_ROLES = {
    **dict.fromkeys(("DITETAPKAN", "DISAHKAN", "DIKELUARKAN"), "penetapan"),
    "DIUNDANG": "pengundangan",
}
_CITY = re.compile(
    r"(?:Ditetapkan|Disahkan|Dikeluarkan|Diundang(?:kan)?)(?: di\b)?(?P<city>.*)", re.IGNORECASE
)
_DATE = re.compile(r"(?P<head>.*?)\b(?:pada )?tanggal\b ?:?(?P<date>.*)", re.IGNORECASE)
_MARK = re.compile(
    r"(?:\(?(?:cap[ /.]*)?(?:dan )?(?:t\.?t\.?d\.?|tanda tangan|\$\{ttd\})\)?[.,]?)", re.IGNORECASE
)
_GAZETTE = re.compile(
    r"(?:TAMBAHAN )?(?:BERITA|LEMBARAN) (?:DAERAH|NEGARA|DESA)\b|N(?:OREG|OMOR REGISTER)\b"
)
_COPY = re.compile(r"salinan sesuai|sesuai dengan asl?inya|tembusan\b", re.IGNORECASE)
_RANK = re.compile(r"(?:NIP|Pembina|Penata|Pangkat)\b.*", re.IGNORECASE)
_OFFICES = table("words")["offices"]
_OFFICE = re.compile(
    rf"{one_of(_OFFICES['acting'])}?{one_of(_OFFICES['heads'], _OFFICES['signing'])}\b.*",
    re.IGNORECASE,
)

_ENACTS = re.compile(rf"{one_of(_OFFICES['acting'])}?{one_of(_OFFICES['heads'])}\b[^a-z]*,")
"""Who enacts, below the order to promulgate, in a text that says neither where nor when."""


def read_closing(forms: list[Form], finisher: Finisher) -> tuple[Closing, Title | None]:
    """Return the closing part and what the gazette line says of the draft."""
    blocks: list[tuple[str, list[Form]]] = []
    for form in forms:
        role = _role(form, blocks[-1][0] if blocks else "")
        if role is not None:
            blocks.append((role, []))
        elif not blocks:
            blocks.append(("lain", []))
        blocks[-1][1].append(form)
    order = next((lines for role, lines in blocks if role == "perintah"), None)
    line = next((lines for role, lines in blocks if role == "berita"), None)
    gazette_line = finisher.passage(line) if line else None
    gazettes = gazettes_in(gazette_line.text) if gazette_line else ()
    closing = Closing(
        promulgation_order=finisher.passage(order) if order else None,
        signatures=_side_by_side(
            [
                read_signature(role, lines, finisher)
                for role, lines in blocks
                if role in ("penetapan", "pengundangan", "salinan")
            ]
        ),
        gazette_line=gazette_line,
        gazette=gazettes[0] if gazettes else None,
        other=tuple(finisher.passage(lines) for role, lines in blocks if role == "lain"),
    )
    return closing, _gazette_title(closing)


def _role(form: Form, current: str) -> str | None:
    """Return the block that a line begins, ``None`` when it goes on the current one."""
    if form.kind == "ending":
        return _ROLES.get(form.number.upper().replace("UNDANGKAN", "UNDANG"), "perintah")
    if _GAZETTE.match(form.text):
        return None if current == "berita" else "berita"
    if current == "perintah" and _ENACTS.fullmatch(form.text):
        return "penetapan"
    if _COPY.match(form.text):
        return "salinan" if form.text[0] in "Ss" else "lain"
    if current == "berita" and not re.search(r"\b(?:TAHUN|NOMOR)\b", form.text):
        return "lain"
    return None


def read_signature(role: str, forms: list[Form], finisher: Finisher) -> Signature:
    """Return the signing block that some lines are; what is missing or left open is ``""``.

    The name stands below the comma of the office or the mark, or, where there is neither, below
    the room left to sign.
    """
    city = date = mark = name = ""
    office: list[str] = []
    last, room = 0, False
    for form in forms:
        text = form.text
        if not office and (found := _CITY.fullmatch(text)):
            city, text = found["city"], ""
            if dated := _DATE.fullmatch(city):
                city, date = dated["head"], dated["date"]
        elif not office and (found := _DATE.fullmatch(text)):
            date, text = found["date"], ""
        if not text or _COPY.match(text):
            continue
        if _MARK.fullmatch(text):
            mark = text
        elif not mark and not (office and office[-1].endswith(",")):
            last, room = form.line, form.line > last + 1
            if office or _OFFICE.fullmatch(text) or role != "salinan":
                office.append(text)
        elif not name and filled(text) and not _RANK.fullmatch(text):
            name = text
    if room and len(office) > 1 and not (mark or name or office[-1].endswith(",")):
        name = office.pop()
    return Signature(
        role=role,
        city=filled(city).strip(" ,"),
        date=filled(date).strip(" ,"),
        office=" ".join(office).rstrip(",").strip(),
        mark=mark,
        name=filled(name),
        place=finisher.place_of(forms),
    )


def _side_by_side(signatures: list[Signature]) -> tuple[Signature, ...]:
    """The blocks, the name of who enacts taken from where it stands beside the next block.

    Where the blanks between columns were lost, `Diundangkan di Nganjuk` goes on with it.
    """
    for at, (first, second) in enumerate(pairwise(signatures)):
        beside = second.city.removeprefix(f"{first.city} ")
        if first.city and first.mark and not first.name and beside != second.city:
            signatures[at] = replace(first, name=beside)
            signatures[at + 1] = replace(second, city=first.city)
            break
    return tuple(signatures)


def _gazette_title(closing: Closing) -> Title | None:
    if closing.gazette_line is None:
        return None
    text = closing.gazette_line.text
    year = re.search(r"TAHUN ([0-9]{4})", text)
    number = re.search(r"NOMOR ([0-9]+[A-Z]?)", text)
    words = text.partition(" TAHUN")[0]
    return Title(
        "berita_daerah",
        words,
        number[1] if number else "",
        year[1] if year else "",
        "",
        closing.gazette_line.place,
    )

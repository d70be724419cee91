"""The parts before the body: heading, Menimbang, Mengingat, Memperhatikan, diktum."""

from __future__ import annotations

import re
from itertools import pairwise, zip_longest

from msgspec.structs import replace

from patuh_parser.legal.data import one_of, table
from patuh_parser.legal.lines.line_forms import Form
from patuh_parser.legal.model import Node, Passage, Preamble, Title
from patuh_parser.legal.parts.legal_basis import read_legal_bases
from patuh_parser.legal.parts.titles import read_title
from patuh_parser.legal.tree.finish import Finisher
from patuh_parser.legal.tree.growing import Items, Unit

_HEADING = re.compile(
    rf"(?:RANCANGAN )?{one_of(table('words')['headings']['instruments'])}\b[^a-z]*"
)
_INVOCATION = re.compile(r"DENGAN RAHMAT(?: TUHAN.*)?|BISMILLAH.*", re.IGNORECASE)
_OFFICES = table("words")["offices"]
_OFFICE = re.compile(one_of(_OFFICES["heads"], _OFFICES["enacting"]) + r"\b[^a-z]*")
_HEAD_ALONE = re.compile(one_of(_OFFICES["heads"]))
_REGION_BELOW = re.compile(r"[^a-z]+,")
_ENTRY = re.compile(
    r"(?P<n>\(?[a-z]\)|\(?[0-9]{1,2}\)|[a-z]\.|[0-9]{1,2}\.|[a-z](?= bahwa\b)"
    r"|[0-9]{1,2}(?= (?:Undang|Peraturan|Pasal|Keputusan)))(?= |$|[A-Za-z]{4}) *(?P<rest>.*)"
)
_FIRST_BASIS = re.compile(r"1\. (?:Pasal|Undang)\b")
_RAISED = 3
"""Lines that may stand above their keyword."""
_TWICE = re.compile(r"^(?P<n>[0-9]{1,2}\.) (?P=n) ")
_LISTS = ("menimbang", "mengingat", "memperhatikan")


def read_preamble(forms: list[Form], finisher: Finisher) -> tuple[Preamble, Title | None]:
    """Return the preamble and the title of the heading."""
    segments: list[tuple[str, list[Form]]] = [("judul", [])]
    for form, following in zip_longest(forms, forms[1:]):
        kind = _segment(form, segments[-1][0], following)
        if kind is not None:
            segments.append((kind, []))
        segments[-1][1].append(form)
    for (above, before), (kind, lines) in pairwise(segments):
        cut = _raised(above, before, kind, lines[0])
        before[cut:], lines[:0] = [], before[cut:]
    found: dict[str, list[Form]] = {}
    for kind, lines in segments:
        found.setdefault(kind, lines)
    lists = {kind: _list(kind, found[kind], finisher) for kind in _LISTS if kind in found}
    mengingat = lists.get("mengingat")
    preamble = Preamble(
        invocation=_passage(found.get("rahmat"), finisher),
        office=_passage(found.get("jabatan"), finisher),
        menimbang=lists.get("menimbang"),
        mengingat=mengingat,
        memperhatikan=lists.get("memperhatikan"),
        assent=_passage(found.get("persetujuan"), finisher),
        memutuskan=_passage(found.get("memutuskan"), finisher),
        menetapkan=_passage(found.get("menetapkan"), finisher),
        legal_bases=read_legal_bases(mengingat, finisher) if mengingat else (),
        order=tuple(kind for kind, lines in segments if lines),
    )
    return preamble, _heading(found["judul"], finisher)


def _segment(form: Form, current: str, following: Form | None) -> str | None:
    """Return the part that a line begins, ``None`` when it goes on the current one."""
    if form.kind == "opening":
        return form.number.lower()
    if form.kind == "assent":
        return "persetujuan"
    if current == "judul" and _INVOCATION.fullmatch(form.text):
        return "rahmat"
    last = following is not None and following.kind == "opening"
    if current == "judul" and following and _HEAD_ALONE.fullmatch(form.text):
        last = last or _REGION_BELOW.fullmatch(following.text) is not None
    closed = current == "rahmat" or form.text.endswith(",") or last
    if current in ("judul", "rahmat") and closed and _OFFICE.fullmatch(form.text):
        return "jabatan"
    return None


def _raised(above: str, lines: list[Form], kind: str, keyword: Form) -> int:
    """Return where among the lines above its keyword a part begins; a PDF may set that lower."""
    if (above, kind) == ("memutuskan", "menetapkan"):
        return 1
    first = 0 if _ENTRY.fullmatch(keyword.rest.lstrip(": ")) else max(len(lines) - _RAISED, 1)
    if (above, kind) == ("menimbang", "mengingat") and first:
        starts = (at for at in range(first, len(lines)) if _FIRST_BASIS.match(lines[at].text))
        return next(starts, len(lines))
    return len(lines)


def _words(forms: list[Form]) -> list[tuple[str, int]]:
    """Return the lines of a part without its keyword and colon."""
    first, *others = [
        (form.rest.lstrip(": ") if form.kind == "opening" else form.text, form.line)
        for form in forms
    ]
    if not first[0].strip(": ") and others:
        return [("", first[1]), (others[0][0].lstrip(": "), others[0][1]), *others[1:]]
    return [(first[0].lstrip(": "), first[1]), *others]


def _list(kind: str, forms: list[Form], finisher: Finisher) -> Node:
    unit = Unit(kind, "", forms[0].line, path=kind, end_line=forms[-1].line)
    items = Items(unit)
    for (text, _), form in zip(_words(forms), forms, strict=True):
        bare = _TWICE.sub(r"\1 ", text.lstrip(": ") if not items.tail else text, count=1)
        entry = _ENTRY.fullmatch(bare)
        if entry is not None:
            rest = entry["rest"] or ""
            items.item(replace(form, kind="item", number=entry["n"], rest=rest, text=bare))
        elif bare:
            items.prose(replace(form, kind="prose", text=bare))
    return finisher.node(unit)


def _passage(forms: list[Form] | None, finisher: Finisher) -> Passage | None:
    if not forms:
        return None
    keep_word = all(form.kind != "opening" or form.number.upper() == "MEMUTUSKAN" for form in forms)
    pieces = [(form.text, form.line) for form in forms] if keep_word else _words(forms)
    return Passage(finisher.join(pieces), finisher.place_of(forms))


def _heading(forms: list[Form], finisher: Finisher) -> Title | None:
    start = next((at for at, form in enumerate(forms) if _HEADING.fullmatch(form.text)), None)
    if start is None:
        return None
    lines = forms[start:]
    return read_title("judul", finisher.words(lines), finisher.place_of(lines))

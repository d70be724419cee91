"""Reading a draft: from the bytes of a file to the tree."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from patuh_parser.legal.files.formats import read_file
from patuh_parser.legal.files.raw_lines import FileNote, RawText, fold, odd_characters
from patuh_parser.legal.lines.furniture import Content, strip_furniture
from patuh_parser.legal.lines.line_forms import Form, read_forms
from patuh_parser.legal.lines.misread import repair
from patuh_parser.legal.model import (
    Attachment,
    Closing,
    Defect,
    Draft,
    Explanation,
    Line,
    Node,
    Place,
    Preamble,
    Title,
)
from patuh_parser.legal.parts.attachments import read_attachment
from patuh_parser.legal.parts.cited import references_in
from patuh_parser.legal.parts.closing import read_closing
from patuh_parser.legal.parts.definitions import definitions_in
from patuh_parser.legal.parts.division import Parts, split_parts
from patuh_parser.legal.parts.elucidation import read_explanation
from patuh_parser.legal.parts.preamble import read_preamble
from patuh_parser.legal.parts.titles import (
    holds_other_text,
    kind_of_draft,
    names_other_text,
    read_title,
    split_region,
)
from patuh_parser.legal.tree.body import Body, Note
from patuh_parser.legal.tree.finish import Finisher
from patuh_parser.legal.tree.growing import Unit
from patuh_parser.legal.tree.instructions import (
    amendments_of,
    as_roman,
    is_amending,
    read_amending,
)
from patuh_parser.legal.tree.irregular import list_defects, tree_defects
from patuh_parser.legal.tree.joining import Words
from patuh_parser.legal.tree.unheaded import with_headings

_PARTS = ("menimbang", "mengingat", "memutuskan", "menetapkan")
_DIVIDED = ("keputusan", "instruksi")
"""Kinds of texts whose provisions are diktum, unless they have pasal."""
_TOP = 12
"""Lines at the head of a text in which it says what it is."""


def read_draft(data: bytes, path: str) -> Draft:
    """Read a draft.

    Args:
        data: the content of the file.
        path: its name; the ending tells ``.txt`` and ``.md`` apart and stands in messages.

    Returns:
        The draft as a tree, with its defects of form; malformed drafts are no error.

    Raises:
        DraftError: the file gives no text: not a known format, damaged, encrypted, with
            macros, a zip bomb, XML with DTD, a scan without text, empty or too large.
    """
    raw = read_file(data, path)
    folded = [fold(line.text) for line in raw.lines]
    content, notes = _repaired(strip_furniture(raw.lines, folded))
    for at, (line, text) in enumerate(zip(raw.lines, folded, strict=True), 1):
        notes += [(code, at, data) for code, data in odd_characters(line.text, text)]
    forms = read_forms(content)
    notes += [
        ("derau_ocr", form.line, (("written", form.misread), ("read", form.number)))
        for form in forms
        if form.misread
    ]
    finisher = Finisher(raw.lines, Words.of(line.text for line in content))
    draft = _assemble(forms, finisher, path, raw)
    kept = {line.number for line in content}
    lines = tuple(
        Line(at, text, x.paragraph, x.page, x.label, x.style, x.table, at not in kept)
        for at, (x, text) in enumerate(zip(raw.lines, folded, strict=True), 1)
        if text
    )
    found = [Defect(code, finisher.place(line), None, data) for code, line, data in notes]
    found += [_file_defect(note, lines) for note in raw.notes]
    draft = replace(draft, lines=lines)
    defects = sorted({*found, *draft.defects}, key=lambda d: (d.place.line, d.code, d.data))
    references = tuple(references_in(draft.everywhere(), draft.place_of))
    return replace(draft, references=references, defects=tuple(defects))


def _repaired(content: list[Content]) -> tuple[list[Content], list[Note]]:
    lines: list[Content] = []
    notes: list[Note] = []
    for line in content:
        text, repairs = repair(line.text)
        notes += [
            ("derau_ocr", line.number, (("written", written), ("read", read)))
            for written, read in repairs
        ]
        text = text.strip()
        if text:
            lines.append(line if text == line.text else replace(line, text=text))
    return lines, notes


def _file_defect(note: FileNote, lines: tuple[Line, ...]) -> Defect:
    code, page, data = note
    here = next((line.place for line in lines if line.page == page), None)
    return Defect(code, here or Place(1, 1, 1, page), None, data)


def _assemble(forms: list[Form], finisher: Finisher, path: str, raw: RawText) -> Draft:
    forms, unheaded = with_headings(forms)
    parts = split_parts(forms)
    preamble, heading = read_preamble(parts.preamble, finisher)
    menetapkan = preamble.menetapkan
    enacted = menetapkan and read_title("menetapkan", menetapkan.text, menetapkan.place)
    naming = heading or enacted
    title = naming.title if naming else ""
    instrument, region = split_region(naming.instrument if naming else "")
    kind = kind_of_draft(instrument, title, is_amending(parts.body))
    units, notes = _body(parts.body, kind)
    body = finisher.nodes(units)
    closing, gazette_title = read_closing(parts.closing, finisher)
    attachments, explanation, named = _after(parts, title, finisher)
    titles = [heading, enacted, *named, gazette_title]
    defects = [
        Defect(code, finisher.place(line), None, data) for code, line, data in [*notes, *unheaded]
    ]
    defects += [*tree_defects(body)]
    for entries in preamble.lists:
        defects += list_defects(entries)
    defects += [
        Defect("tingkat_tak_lazim", n.place, n.id, (("number", n.number),)) for n in finisher.odd
    ]
    start = finisher.place(forms[0].line if forms else 1)
    defects += _missing(preamble, closing, bool(body), heading, start)
    return Draft(
        path=path,
        source=raw.source,
        kind=kind,
        instrument=instrument,
        region=region,
        number=naming.number if naming else "",
        year=naming.year if naming else "",
        title=title,
        titles=tuple(found for found in titles if found),
        preamble=preamble,
        body=body,
        closing=closing,
        attachments=attachments,
        explanation=explanation,
        definitions=tuple(definitions_in(node for root in body for node in root.walk())),
        references=(),
        amendments=amendments_of(body) if kind.endswith("_perubahan") else (),
        lines=(),
        defects=tuple(defects),
        recognised=not holds_other_text(form.text for form in forms[:1])
        and (
            heading is not None
            or any(getattr(preamble, part) for part in _PARTS)
            or (
                any(unit.number for unit in _provisions(body))
                and not names_other_text(form.text for form in forms[:_TOP])
            )
        ),
    )


def _provisions(body: tuple[Node, ...]) -> Iterator[Node]:
    return (n for root in body for n in root.walk() if n.kind in ("pasal", "diktum"))


def _body(forms: list[Form], kind: str) -> tuple[list[Unit], list[Note]]:
    if kind.endswith("_perubahan"):
        forms, arabic = as_roman(forms)
        if any(form.kind == "pasal" and form.number == "I" for form in forms):
            units, notes = read_amending(forms)
            return units, notes + arabic
    divided = kind in _DIVIDED and not any(form.kind == "pasal" for form in forms)
    body = Body("diktum" if divided else "pasal")
    body.feed(forms)
    return body.units, body.notes


def _after(
    parts: Parts, title: str, finisher: Finisher
) -> tuple[tuple[Attachment, ...], Explanation | None, list[Title | None]]:
    attachments: list[Attachment] = []
    explanation: Explanation | None = None
    named: list[Title | None] = []
    for word, forms in parts.after:
        if word == "PENJELASAN" and explanation is None:
            explanation, said = read_explanation(forms, finisher)
        else:
            attachment, said = read_attachment(forms, title, finisher)
            attachments.append(attachment)
        named.append(said)
    return tuple(attachments), explanation, named


def _missing(
    preamble: Preamble, closing: Closing, has_body: bool, heading: Title | None, start: Place
) -> list[Defect]:
    present = {
        "judul": heading is not None,
        **{part: getattr(preamble, part) is not None for part in _PARTS},
        "batang tubuh": has_body,
        "penetapan": closing.signature("penetapan") is not None,
    }
    return [
        Defect("bagian_hilang", start, None, (("part", part),))
        for part, there in present.items()
        if not there
    ]

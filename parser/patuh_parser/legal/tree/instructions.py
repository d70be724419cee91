"""Amending regulations: Pasal I with its numbered instructions, and what they quote.

Source: UU 12/2011, Lampiran II, on changes of regulations: roman pasal; each change is a
numbered sentence that ends in a colon, below it the provision in its new words.
"""

from __future__ import annotations

import re
from itertools import takewhile

from msgspec.structs import replace

from patuh_parser.legal.lines.line_forms import Form
from patuh_parser.legal.lines.numerals import roman
from patuh_parser.legal.model import Amendment, Node
from patuh_parser.legal.model.node import bare
from patuh_parser.legal.tree.body import Body, Note
from patuh_parser.legal.tree.growing import Items, Unit

_SUBJECT = re.compile(
    r"(?:Ketentuan|Di ?[Aa]ntara|Setelah|Sesudah|Sebelum|Judul|Pasal|BAB|Bab|Bagian|Paragraf|Ayat"
    r"|Huruf|Angka|Lampiran|Penjelasan|Dalam|Di dalam|Frasa|Kata|Menambah|Mengubah|Menghapus"
    r"|Konsiderans|Beberapa)\b"
)
_VERBS = (
    ("ubah", re.compile(r"\b(?i:(?:di|meng)(?:ubah|ganti)|disempurna|menyempurna|direvisi)\w*")),
    ("sisip", re.compile(r"\b(?i:di ?sis[iu]?p|menyisip)\w*")),
    ("hapus", re.compile(r"\b(?i:(?:(?:di|meng)hapus|ditiada|dihilang)\w*)")),
    ("tambah", re.compile(r"\b(?i:(?:di|men)tambah|menambah)\w*")),
    ("cabut", re.compile(r"\b(?i:dicabut|dinyatakan tidak berlaku)\b")),
)
_QUOTES = re.compile(r"(?:berbunyi|berikut|menjadi)[^:]{0,60}:$")
_UNIT = (
    r"(?:Pasal (?:[0-9]{1,4}(?: ?[A-Z]{1,2}\b)?|[IVX]{1,6})|BAB [IVXLC]{1,8}[A-Z]?"
    r"|Bagian Ke[a-z]+(?: [A-Z][a-z]+)?|Paragraf [0-9]{1,2}[a-zA-Z]?|ayat \([0-9]{1,3}[a-z]?\)"
    r"|huruf [a-z]{1,2}[0-9]?|angka [0-9]{1,3}[a-z]?|Lampiran(?: [IVX]{1,6})?|Penjelasan)"
)
_TARGET = re.compile(rf"\b{_UNIT}(?: {_UNIT})*")
_BETWEEN = re.compile(rf"\b[Dd]i ?antara {_UNIT} dan {_UNIT}")
"""Where something is inserted, said behind what else is."""
_NEW = re.compile(r"\b(?:yakni|yaitu|baru)\b")
_PASAL = re.compile(r"Pasal ([0-9]{1,4}[A-Z]{0,2})")
_NUMBERED = re.compile(r"[0-9]{1,3}[a-z]?\.")
_CHANGES = re.compile(r"\bdiubah\b[^:]{0,80}:$")
IN_FORCE = re.compile(r"(?:Peraturan|Qanun|Keputusan)\b.{0,60}? ini (?:mulai )?berlaku\b")
_LOOK_AHEAD = 10


def is_amending(forms: list[Form]) -> bool:
    """Tell whether a body has the roman pasal of an amending regulation: I and II."""
    numbers = {form.number for form in forms if form.kind == "pasal"}
    return {"I", "II"} <= numbers


def as_roman(forms: list[Form]) -> tuple[list[Form], list[Note]]:
    """Read `Pasal 1` that changes another regulation and a last pasal `2` as `Pasal I`, `Pasal II`.

    Each gives the note `pasal_arab`.
    """
    heads = [at for at, form in enumerate(forms) if form.kind == "pasal"]
    due: dict[int, str] = {}
    if heads and forms[heads[0]].number == "1" and _CHANGES.search(_words(forms, heads[0])):
        due[heads[0]] = "I"
    roman_first = due or (heads and forms[heads[0]].number == "I")
    arabic_last = len(heads) > 1 and forms[heads[-1]].number.isdigit()
    if roman_first and arabic_last and _brings_into_force(forms, heads[-1]):
        due[heads[-1]] = "II"
    read = [replace(form, number=due.get(at, form.number)) for at, form in enumerate(forms)]
    return read, [
        ("pasal_arab", forms[at].line, (("written", forms[at].text), ("read", f"Pasal {number}")))
        for at, number in due.items()
    ]


def _brings_into_force(forms: list[Form], at: int) -> bool:
    """Tell whether the words below a heading do; below `Pasal 2` any ayat or item of them."""
    if IN_FORCE.match(_words(forms, at)):
        return True
    below = forms[at + 1 :] if forms[at].number == "2" else []
    return any(IN_FORCE.search(form.text) for form in below)


def _words(forms: list[Form], at: int) -> str:
    """The words below a heading up to the first item or the next heading."""
    below = takewhile(lambda form: form.kind == "prose", forms[at + 1 : at + _LOOK_AHEAD])
    return " ".join(form.text for form in below)


def read_amending(forms: list[Form]) -> tuple[list[Unit], list[Note]]:
    """Return the roman pasal with their instructions and quoted provisions."""
    starts = [at for at, form in enumerate(forms) if _is_roman(form)]
    units: list[Unit] = []
    notes: list[Note] = []
    for at, end in zip([0, *starts], [*starts, len(forms)], strict=True):
        lines = forms[at:end]
        if lines and _is_roman(lines[0]):
            units.append(_article(lines, notes))
        elif lines:
            body = Body(amending=True)
            body.feed(lines)
            units += body.units
            notes += body.notes
    return units, notes


def _is_roman(form: Form) -> bool:
    return form.kind == "pasal" and roman(form.number) is not None


def _article(lines: list[Form], notes: list[Note]) -> Unit:
    head, *below = lines
    article = Unit("pasal", head.number, head.line, end_line=head.line)
    marks = _instructions(below)
    first = marks[0] if marks else len(below)
    if not marks:
        _instruction(article, below, notes)
        return article
    for form in below[:first]:
        article.add(form.text, form.line)
    for at, end in zip(marks, [*marks[1:], len(below)], strict=True):
        form = below[at]
        unit = Unit("angka", form.number, form.line, "1.", end_line=form.line)
        unit.add(form.rest, form.line)
        article.children.append(unit)
        _instruction(unit, below[at + 1 : end], notes)
    return article


def _instructions(lines: list[Form]) -> list[int]:
    marks: list[int] = []
    for at, form in enumerate(lines):
        if form.kind != "item" or not _NUMBERED.fullmatch(form.number):
            continue
        number = int(form.number.rstrip(".abcdefghijklmnopqrstuvwxyz"))
        in_order = number > len(marks) or (number > 1 and number == len(marks))  # borne twice
        sentence, after = _sentence(lines, at)
        quotes = sentence.endswith(":") and after < len(lines) and lines[after].kind == "pasal"
        named = _SUBJECT.match(form.rest) or _QUOTES.search(sentence)
        if in_order and named and (quotes or _verb(sentence)):
            marks.append(at)
    return marks


def _sentence(lines: list[Form], at: int) -> tuple[str, int]:
    """Return the sentence that begins with an item, and which line follows it."""
    text = lines[at].rest
    for number, form in enumerate(lines[at + 1 : at + _LOOK_AHEAD], at + 1):
        ended = text.rstrip('"').endswith((":", "."))
        next_one = form.kind == "item" and _NUMBERED.fullmatch(form.number)
        if ended or next_one or form.kind not in ("prose", "item"):
            return text, number
        text = f"{text} {form.text}"
    return text, min(at + _LOOK_AHEAD, len(lines))


def _verb(text: str) -> tuple[int, str] | None:
    found = [(m.start(), kind) for kind, verb in _VERBS if (m := verb.search(text))]
    return min(found) if found else None


def _instruction(unit: Unit, lines: list[Form], notes: list[Note]) -> None:
    """Add the words of an instruction to its unit and below it what it quotes."""
    verb = _verb(" ".join(text for text, _ in unit.pieces)) is not None
    for at, form in enumerate(lines):
        words = unit.tail()
        verb = verb or _verb(words) is not None
        heading = form.kind in ("bab", "bagian", "paragraf", "pasal")
        whole = heading and words.endswith((":", ".", ";"))
        if whole or (verb and _QUOTES.search(words)):
            _quote(unit, lines[at:], notes)
            return
        if form.kind == "item" and not verb:
            items = Items(unit)
            for rest in lines[at:]:
                (items.item if rest.kind == "item" else items.prose)(rest)
            return
        unit.add(form.text, form.line)


def _quote(unit: Unit, lines: list[Form], notes: list[Note]) -> None:
    *before, last = lines
    body = Body(quoted=True)
    body.feed([*before, _unquoted(last)])
    notes += body.notes
    words = " ".join(text for text, _ in unit.pieces)
    named = _PASAL.findall(words)
    for quoted in body.units:
        if quoted.number or quoted.kind != "pasal":
            unit.children.append(quoted)
            continue
        for text, line in quoted.pieces:
            unit.add(text, line)
        for child in quoted.children:
            if len(set(named)) == 1:
                child.path = f"pasal-{named[0].lower()}.{child.kind}-{bare(child.number).lower()}"
            unit.children.append(child)


def _unquoted(form: Form) -> Form:
    """Return the last line of a quotation without the mark that closes it."""
    if form.text.endswith('"') and form.text.count('"') % 2:
        return replace(form, text=form.text[:-1], rest=form.rest.removesuffix('"'))
    return form


def amendments_of(body: tuple[Node, ...]) -> tuple[Amendment, ...]:
    """Return the instructions of the roman pasal, in order."""
    found: list[Amendment] = []
    for article in body:
        if article.kind != "pasal" or roman(article.number) is None:
            continue
        numbered = [node for node in article.children if node.kind == "angka" and not node.quoted]
        nodes = [n for n in numbered if _verb(n.text) or n.children] or [article]
        if nodes != [article] or any(child.quoted for child in article.children):
            found += [_amendment(node) for node in nodes]
    return tuple(found)


def _amendment(node: Node) -> Amendment:
    at, kind = _verb(node.text) or (len(node.text), "lain")
    before, after = node.text[:at], node.text[at:]
    new = _NEW.search(after)
    inserts = kind in ("sisip", "tambah")
    stop = re.search(r"\bsehingga\b", after)
    words = after[new.end() if new else 0 : stop.start() if stop else len(after)]
    words = _BETWEEN.sub("", words)
    return Amendment(
        kind=kind,
        targets=tuple(found[0] for found in _TARGET.finditer(before)),
        inserted=tuple(found[0] for found in _TARGET.finditer(words)) if inserts else (),
        quoted=tuple(child for child in node.children if child.quoted),
        node=node,
    )

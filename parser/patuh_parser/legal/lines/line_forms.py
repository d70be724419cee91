"""The form of each line of a draft: heading, pasal, diktum, item, opening, ending or prose.

The line grammar of the regulation reader decides first; what it takes for prose is looked
at again for the forms that occur in drafts only: inserted numbers (``Pasal 3A``, ``(2a)``),
the roman pasal of amending regulations, diktum, headings with their title beside them,
spaced letters.
"""

from __future__ import annotations

import re
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from patuh_parser.legal.lines.numerals import ordinal
from patuh_parser.legal.lines.page_furniture import Content
from patuh_parser.regulation.furniture import SourceLine
from patuh_parser.regulation.lines import classify

_ORDINAL = (
    r"(?:[Pp]ertama|PERTAMA|[Kk]e-? ?[0-9]{1,2}|[0-9]{1,2}"
    r"|[Kk]e[a-z]{3,9}(?: (?:[Bb]elas|[Pp]uluh)(?: [A-Za-z][a-z]{2,8})?)?"
    r"|KE[A-Z]{3,9}(?: (?:BELAS|PULUH)(?: [A-Z]{3,9})?)?)"
)
_DIKTUM = r"KE[A-Z]{3,9}(?: (?:BELAS|PULUH)(?: (?:SATU|DUA|TIGA|EMPAT|LIMA|ENAM|TUJUH))?)?|PERTAMA"
_TITLE = r"(?: ?[:.-])?(?: (?P<rest>[A-Z][^.;:]{0,150}))?"
_FORMS = (
    (
        "bab",
        re.compile(r"(?:BAB|Bab) (?P<n>[IVXLC]{1,8}[A-Z]?|[0-9]{1,3})[.:]?(?: (?P<rest>[^a-z]+))?"),
    ),
    ("bagian", re.compile(rf"(?:Bagian|BAGIAN) (?P<n>{_ORDINAL}){_TITLE}")),
    (
        "paragraf",
        re.compile(rf"(?:Paragraf|PARAGRAF) (?P<n>[0-9]{{1,2}}[A-Za-z]?|{_ORDINAL}){_TITLE}"),
    ),
    (
        "pasal",
        re.compile(r"(?:Pasal|PASAL) ?(?P<n>[0-9]{1,4} ?[A-Z]{0,2}|[IVXLl]{1,6}[A-Z]?)[.:]?"),
    ),
    ("diktum", re.compile(rf"(?:DIKTUM )?(?P<n>{_DIKTUM})(?: ?: ?(?P<rest>.*))?")),
    (
        "opening",
        re.compile(
            r"(?P<n>Menimbang|Mengingat|Memperhatikan|Menetapkan|MENIMBANG|MENGINGAT"
            r"|MEMPERHATIKAN|MENETAPKAN|MEMUTUSKAN|Memutuskan)"
            r"(?: ?[:;]+ ?(?P<rest>.*)|(?P<bare> (?:[a1][.)]? |bahwa ).*)|)"
        ),
    ),
    (
        "ending",
        re.compile(
            r"(?P<n>Ditetapkan|Diundangkan|Disahkan|DITETAPKAN|DIUNDANGKAN|LAMPIRAN|PENJELASAN)"
            r"(?: (?:di|DI)\b|(?<=AN)(?=[ :]|$))(?P<rest>.*)"
        ),
    ),
    ("ending", re.compile(r"(?P<n>Agar setiap orang|Agar supaya setiap orang)\b(?P<rest>.*)")),
    (
        "assent",
        re.compile(r"(?P<n>dengan persetujuan bersama)\b(?P<rest>.*)", re.IGNORECASE),
    ),
)
_ITEM = re.compile(
    r"(?P<n>\([0-9]{1,3}[a-z]{0,2}\)|\((?:([a-z])\2?|[ivx]{1,5})\)"
    r"|(?:([a-z])\3?[0-9]?|[ivx]{1,5})[.)]|[0-9]{1,3}[a-z]?[.)])(?= |$|[A-Z])"
)
_AUTO_ITEM = re.compile(r"\(?[0-9A-Za-z]{1,5}[.)]|\([0-9A-Za-z]{1,5}\)")
_SPACED = re.compile(r"(?:[A-Z] ){4,}[A-Z](?= ?:?$)")
_INLINE = re.compile(r"Pasal (?P<n>[0-9]{1,4}[A-Z]{0,2})[.:]? (?P<rest>(?:\(1\)|[A-Z][a-z]+) .*)")
_NOT_INLINE = re.compile(r"(?:Undang|Peraturan|Keputusan|Instruksi|Bab|Bagian|Lampiran)\b")
_QUOTE = re.compile(r'^" ?(?=(?:Pasal|BAB|Bagian|Paragraf|Ayat) |\([0-9]|[0-9a-z]{1,3}[.)] )')


class Form(Struct, frozen=True):
    """A line by its form; see ``regulation.lines.Line``.

    ``opens`` is true where a Word paragraph begins, ``auto`` where Word numbered it.
    ``inline`` is the (number, rest) that a prose line has if it is a pasal after all.
    """

    kind: str
    number: str
    rest: str
    text: str
    line: int
    opens: bool = False
    auto: bool = False
    bullet: bool = False
    inline: tuple[str, str] | None = None


def read_forms(lines: list[Content]) -> list[Form]:
    """Return each line with its form."""
    unquoted = [_SPACED.sub(_close, _QUOTE.sub("", line.text, count=1)) for line in lines]
    source = [SourceLine(c.number, text) for c, text in zip(lines, unquoted, strict=True)]
    forms = []
    for line, content in zip(classify(source), lines, strict=True):
        raw = content.raw
        form = Form(
            line.form,
            line.number,
            line.rest,
            line.text,
            line.line,
            opens=raw.opens,
            auto=bool(raw.label) and not content.bullet,
            bullet=content.bullet,
        )
        forms.append(_refine(form, raw.label))
    return _broken_orders(_misread_first_items(forms))


def _close(found: re.Match[str]) -> str:
    return found[0].replace(" ", "")


def _refine(form: Form, label: str) -> Form:
    if form.kind in ("opening", "ending", "prose"):
        for kind, pattern in _FORMS:
            if found := pattern.fullmatch(form.text):
                groups = found.groupdict()
                number = groups["n"].replace(" ", "") if kind == "pasal" else groups["n"]
                if kind in ("bagian", "diktum") and ordinal(number) is None:
                    continue
                rest = (groups.get("rest") or groups.get("bare") or "").strip()
                return replace(form, kind=kind, number=number, rest=rest)
    if form.kind != "prose":
        return form
    if found := _ITEM.match(form.text):
        return replace(form, kind="item", number=found["n"], rest=form.text[found.end() :].strip())
    if form.auto and _AUTO_ITEM.fullmatch(label) and form.text.startswith(label):
        return replace(form, kind="item", number=label, rest=form.text.removeprefix(label).strip())
    if (found := _INLINE.fullmatch(form.text)) and not _NOT_INLINE.match(found["rest"]):
        return replace(form, inline=(found["n"], found["rest"]))
    return form


def _misread_first_items(forms: list[Form]) -> list[Form]:
    """Read ``l.`` as ``1.`` where the next marker is ``2.``, as poor recognition has it."""
    items = [at for at, form in enumerate(forms) if form.kind == "item"]
    for at, after in pairwise(items):
        number = forms[at].number
        if number in ("l.", "l)") and forms[after].number == f"2{number[1]}":
            forms[at] = replace(forms[at], number=f"1{number[1]}")
    return forms


def _broken_orders(forms: list[Form]) -> list[Form]:
    """Read ``Agar`` alone on its line as the order to promulgate where ``setiap orang`` follows."""
    for at, (form, after) in enumerate(pairwise(forms)):
        if form.text == "Agar" and re.match(r"setiap(?: orang\b|$)", after.text):
            forms[at] = replace(form, kind="ending", number="Agar", rest="")
    return forms

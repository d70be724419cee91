"""The form of each line: heading, pasal, diktum, item, opening, ending or prose.

A heading fills its line, with its title beside it or not; what a marker means is decided
later, from its context (``tree``). Drafts have inserted numbers (``Pasal 3A``, ``(2a)``), the
roman pasal of amending regulations, diktum and spaced letters besides.
"""

from __future__ import annotations

import re
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from patuh_parser.legal.lines.furniture import Content
from patuh_parser.legal.lines.numerals import ordinal

_ORDINAL = (
    r"(?:[Pp]ertama|PERTAMA|[Kk]e-? ?[0-9]{1,2}|[0-9]{1,2}"
    r"|[Kk]e[a-z]{3,9}puluh (?:[Ss]atu|[Dd]ua|[Tt]iga|[Ee]mpat|[Ll]ima|[Ee]nam|[Tt]ujuh|[Dd]elapan"
    r"|[Ss]embilan)\b"
    r"|[Kk]e[a-z]{3,14}(?: (?:[Bb]elas|[Pp]uluh)(?: [A-Za-z][a-z]{2,8})?)?"
    r"|KE[A-Z]{3,14}(?: (?:BELAS|PULUH)(?: [A-Z]{3,9})?)?)"
)
_DIKTUM = r"KE[A-Z]{3,14}(?: (?:BELAS|PULUH)(?: (?:SATU|DUA|TIGA|EMPAT|LIMA|ENAM|TUJUH))?)?|PERTAMA"
_TITLE = r"(?: ?[:.-])?(?: (?P<rest>[A-Z][^.;:]{0,150}))?"
_FORMS = (
    (
        "bab",
        re.compile(r"(?:BAB|Bab) (?P<n>[IVXLC]{1,8}[A-Z]?|[0-9]{1,3})[.:]?(?: (?P<rest>[^a-z]+))?"),
    ),
    ("bagian", re.compile(rf"(?:Bagian|BAGIAN) (?P<n>{_ORDINAL}){_TITLE}")),
    (
        "paragraf",
        re.compile(
            rf"(?:Paragraf|PARAGRAF) (?P<n>[0-9]{{1,3}}|[0-9]{{1,2}}[A-Za-z]|{_ORDINAL}){_TITLE}"
        ),
    ),
    (
        "pasal",
        re.compile(r"(?:Pasal|PASAL) ?(?P<n>[0-9]{1,4} ?[A-Z]{0,2}|[IVXLl]{1,6}[A-Z]?)[.:]?"),
    ),
    ("diktum", re.compile(rf"(?:DIKTUM )?(?P<n>{_DIKTUM})(?: ?: ?(?P<rest>.*))?")),
    ("diktum", re.compile(r"(?P<n>Pertama|Ke[a-z]{3,14}(?: [Bb]elas)?) ?:(?: (?P<rest>.*))?")),
    (
        "opening",
        re.compile(
            r"(?P<n>Menimbang|Mengingat|Memperhatikan|Menetapkan|MENIMBANG|MENGINGAT"
            r"|MEMPERHATIKAN|MENETAPKAN|MEMUTUSKAN|Memutuskan)"
            r"(?:(?: 1\.?)? ?[:;]+ ?(?P<rest>.*)|(?P<bare> (?:[a1][.)]? |[Bb]ahwa ).*"
            r"|(?<=etapkan) (?:PERATURAN|KEPUTUSAN|QANUN)\b.*)|)"
        ),
    ),
    (
        "ending",
        re.compile(
            r"(?P<n>Ditetapkan|Diundang(?:kan)?|Disahkan|Dikeluarkan(?= di\b)"
            r"|DITETAPKAN|DIUNDANGKAN|LAMPIRAN|PENJELASAN)"
            r"(?: (?:di|DI)\b|(?<=AN)(?=[ :]|$)|(?<=LAMPIRAN)\b"
            r"|(?<=kan)(?= [A-Z][a-z]+(?: [A-Z][a-z]+)?$))(?P<rest>.*)"
        ),
    ),
    (
        "ending",
        re.compile(
            r"(?P<n>(?:Agar (?:supaya )?|Supaya )[Ss]etiap [Oo]rang|Agar [Ss]etiap$)(?P<rest>.*)"
        ),
    ),
    (
        "assent",
        re.compile(
            r"(?P<n>dengan (?:persetujuan|kesepakatan) bersama"
            r"|(?-i:Dengan [Pp]ersetujuan|DENGAN PERSETUJUAN)(?=$))"
            r"(?P<rest>(?:\b.*)?)",
            re.IGNORECASE,
        ),
    ),
)
_KEYWORDS = ("MENIMBANG", "MENGINGAT", "MEMUTUSKAN", "MENETAPKAN", "LAMPIRAN", "PENJELASAN")
_STARTS = frozenset("ABDKLMPSd")
"""What the first letter of a line is that may have one of the forms."""

_ITEM = re.compile(
    r"(?P<n>\([0-9]{1,3}[a-z]{0,2}\)|[(\[][0-9]{1,3}\.?[A-Za-z]{0,2}\.?[)\]][.:]?(?= ?[A-Z])"
    r"|\((?:([a-z])\2?|[ivx]{1,5})\)"
    r"|(?:([a-z])\3?[0-9]?|[ivx]{1,5})(?:[.)]|\)\.(?= ))|[0-9]{1,3}[a-z]?[.)])"
    r"(?= |$|[A-Z]|[a-z]{4})"
)
"""Behind it a blank, or none where a word follows (``b.memeriksa``); ``a.n.`` is none."""
_TWINS = {"b": "68", "g": "896", "i": "1l", "l": "1i", "o": "0", "q": "9", "s": "58", "z": "2"}
"""What a letter in a list is misread as."""
_AUTO_ITEM = re.compile(r"\(?[0-9A-Za-z]{1,5}[.)]|\([0-9A-Za-z]{1,5}\)")
_SPACED = re.compile(r"(?:[A-Z] ){4,}[A-Z](?= ?:?$)")
_INLINE = re.compile(r"Pasal (?P<n>[0-9]{1,4}[A-Z]{0,2})[.:]? (?P<rest>(?:\(1\)|[A-Z][a-z]+) .*)")
_ORDER = ". Agar setiap orang mengetahuinya"
_NOT_INLINE = re.compile(r"(?:Undang|Peraturan|Keputusan|Instruksi|Bab|Bagian|Lampiran)\b")
_MARKS_ALONE = ('"', "'", "''")
_QUOTE_BELOW = re.compile(r': ?"$')
"""A quotation that begins below; one that ends in a colon began before."""
_QUOTE = re.compile(r'^" ?(?=(?:Pasal|BAB|Bagian|Paragraf|Ayat) |\([0-9]|[0-9a-z]{1,3}[.)] )')


class Form(Struct, frozen=True):
    """A line by its form.

    ``kind`` is ``bab``, ``bagian``, ``paragraf``, ``pasal``, ``diktum``, ``opening`` (of a part
    of the preamble), ``ending`` (of the body, and each part after it), ``assent``, ``item`` or
    ``prose``. ``number`` is the number of a heading, the marker of an item or the word that
    opens a part, as written; ``rest`` is what follows it on the line, ``text`` the whole line.
    ``opens`` is true where a Word paragraph begins, ``auto`` where Word numbered it.
    ``inline`` is the (number, rest) that a prose line has if it is a pasal after all.
    ``misread`` is the marker as written where ``number`` is what it must have been.
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
    misread: str = ""


def read_forms(lines: list[Content]) -> list[Form]:
    """Return each line with its form; a quotation mark alone on its line has none."""
    forms = [_form(line) for line in lines if line.text not in _MARKS_ALONE]
    return _broken_orders(_misread_items([part for form in forms for part in _parted(form)]))


def _parted(form: Form) -> tuple[Form, ...]:
    """Part a line from the order to promulgate that stands on it behind a full stop."""
    before, order, after = form.rest.partition(_ORDER) if form.rest else form.text.partition(_ORDER)
    if not order or form.kind not in ("item", "prose"):
        return (form,)
    words = f"{order.strip(' .')}{after}"
    first = before + "."
    own = replace(form, rest=first) if form.rest else replace(form, text=first)
    return own, Form("ending", "Agar", words.removeprefix("Agar"), words, form.line, opens=True)


def _form(line: Content) -> Form:
    text = _QUOTE.sub("", line.text, count=1) if line.text.startswith('"') else line.text
    if text.endswith('"') and text == line.text and text.count('"') % 2:
        text = _QUOTE_BELOW.sub(":", text)
    if text[1:2] == " " or text[-2:-1] == " " or text[-1:] == ":":
        text = _whole(_SPACED.sub(lambda found: found[0].replace(" ", ""), text))
    label = line.raw.label
    auto = bool(label) and not line.bullet
    kind, number, rest, inline = _read(text, label if auto else "")
    return Form(kind, number, rest, text, line.number, line.raw.opens, auto, line.bullet, inline)


def _whole(text: str) -> str:
    """Return a keyword whose letters stand apart, evenly or not (``M E M U T USKAN``)."""
    whole = text.replace(" ", "")
    return whole if whole.rstrip(":") in _KEYWORDS and len(text) > len(whole) else text


def _read(text: str, label: str) -> tuple[str, str, str, tuple[str, str] | None]:
    """Return kind, number, rest and, for prose, the pasal that it may be."""
    if text[:1] in _STARTS:
        for kind, pattern in _FORMS:
            if found := pattern.fullmatch(text):
                groups = found.groupdict()
                number = groups["n"].replace(" ", "") if kind == "pasal" else groups["n"]
                if kind in ("bagian", "diktum") and ordinal(number) is None:
                    continue
                rest = groups.get("rest") or groups.get("bare") or ""
                return kind, number, rest.strip(), None
    if found := _ITEM.match(text):
        return "item", found["n"], text[found.end() :].strip(), None
    if _AUTO_ITEM.fullmatch(label) and text.startswith(label):
        return "item", label, text.removeprefix(label).strip(), None
    if (found := _INLINE.fullmatch(text)) and not _NOT_INLINE.match(found["rest"]):
        return "prose", "", text, (found["n"], found["rest"])
    return "prose", "", text, None


def _misread_items(forms: list[Form]) -> list[Form]:
    """Read markers as poor recognition has them for what they must have been.

    ``l.`` is ``1.`` where the next is ``2.``, ``8.`` is ``g.`` between ``f.`` and ``h.``.
    """
    items = [at for at, form in enumerate(forms) if form.kind == "item"]
    for at, after in pairwise(items):
        number = forms[at].number
        if number in ("l.", "l)") and forms[after].number == f"2{number[1]}":
            forms[at] = replace(forms[at], number=f"1{number[1]}", misread=number)
    for before, at, after in zip(items, items[1:], items[2:], strict=False):
        number, first, last = (forms[i].number for i in (at, before, after))
        if not (len(number) == len(first) == len(last) == 2 and first[0] < "z"):
            continue
        due = chr(ord(first[0]) + 1)
        if last == chr(ord(due) + 1) + first[1] and number[0] in _TWINS.get(due, ""):
            forms[at] = replace(forms[at], number=due + number[1], misread=number)
    return forms


def _broken_orders(forms: list[Form]) -> list[Form]:
    """Read ``Agar`` alone on its line as the order to promulgate where ``setiap orang`` follows."""
    for at, (form, after) in enumerate(pairwise(forms)):
        if form.text == "Agar" and re.match(r"setiap(?: orang\b|$)", after.text):
            forms[at] = replace(form, kind="ending", number="Agar", rest="")
    return forms

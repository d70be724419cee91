"""The explanation of a Perda: general part, then pasal by pasal."""

from __future__ import annotations

import re

from patuh_parser.legal.lines.line_forms import Form
from patuh_parser.legal.lines.numerals import canonical
from patuh_parser.legal.model import Explanation, Title
from patuh_parser.legal.parts.titles import read_title
from patuh_parser.legal.tree.finish import Finisher
from patuh_parser.legal.tree.growing import Unit

_GENERAL = re.compile(r"(?:I\. ?)?(?:PENJELASAN )?UMUM[.:]?")
_ARTICLES = re.compile(r"(?:II\. ?)?(?:PENJELASAN )?PASAL DEMI PASAL[.:]?")
_SUPPLEMENT = re.compile(r"TAMBAHAN (?:LEMBARAN|BERITA) DAERAH\b")
_PART = re.compile(
    r"(?P<kind>Ayat|Huruf|Angka) (?P<n>\([0-9]{1,3}[a-z]?\)|[a-z]{1,2}\)?|[0-9]{1,3}\)?)"
    r"(?: ?[.:,])?"
    r"(?: (?P<rest>(?:[A-Z“\"]|(?<=[:,] )|yang\b|dimaksud\b|cukup jelas).*))?"
)
_INLINE = re.compile(r"Pasal (?P<n>[0-9]{1,4}[A-Z]{0,2}) ?: ?(?P<rest>.{1,500})")
_RANK = {"ayat": 1, "huruf": 2, "angka": 3}


def read_explanation(forms: list[Form], finisher: Finisher) -> tuple[Explanation, Title | None]:
    """Return the explanation and the title in its heading."""
    ends = (at for at, form in enumerate(forms) if _SUPPLEMENT.match(form.text))
    forms = forms[: next(ends, len(forms))] or forms
    marks = {
        kind: next((at for at, form in enumerate(forms) if pattern.fullmatch(form.text)), None)
        for kind, pattern in (("general", _GENERAL), ("articles", _ARTICLES))
    }
    general, articles = marks["general"], marks["articles"]
    first = next((at for at in (general, articles) if at is not None), len(forms))
    said = re.sub(r"^PENJELASAN(?: ATAS)? ?", "", finisher.words(forms[:first]))
    about = [] if general is None else forms[general + 1 : articles]
    body = [] if articles is None else forms[articles + 1 :]
    explanation = Explanation(
        general=finisher.passage(about) if about else None,
        entries=finisher.nodes(_entries(body)),
        place=finisher.place_of(forms),
    )
    return explanation, read_title(
        "penjelasan", said, finisher.place(forms[0].line, forms[max(first - 1, 0)].line)
    )


def _entries(forms: list[Form]) -> list[Unit]:
    units: list[Unit] = []
    path: list[Unit] = []
    for form in forms:
        if form.kind == "pasal":
            number = canonical("pasal", form.number)
            path = [Unit("penjelasan", form.number, form.line, path=f"penjelasan.pasal-{number}")]
            units.append(path[0])
        elif found := _INLINE.fullmatch(form.text):
            number = canonical("pasal", found["n"])
            path = [Unit("penjelasan", found["n"], form.line, path=f"penjelasan.pasal-{number}")]
            path[0].add(found["rest"], form.line)
            units.append(path[0])
        elif path and (found := _PART.fullmatch(form.text)):
            kind = found["kind"].lower()
            path = [u for u in path if _RANK.get(u.kind, 0) < _RANK[kind]]
            unit = Unit(kind, found["n"], form.line)
            if found["rest"]:
                unit.add(found["rest"], form.line)
            path[-1].children.append(unit)
            path.append(unit)
        elif path:
            path[-1].add(form.text, form.line)
    return units

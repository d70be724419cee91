"""Where the parts of a draft begin: preamble, body, closing, attachments, explanation."""

from __future__ import annotations

import re

from msgspec import Struct

from patuh_parser.legal.lines.line_forms import Form
from patuh_parser.legal.lines.numerals import roman

_ARTICLES = ("bab", "bagian", "paragraf", "pasal", "diktum")
_AFTER = ("LAMPIRAN", "PENJELASAN")
_HAS_NUMBER = re.compile(r"LAMPIRAN ([IVXLC]{1,6}|[0-9]{1,2})\b")
_NUMBERED = re.compile(_HAS_NUMBER.pattern + r"(?! ?$)")
_NAMES = re.compile(r"\b(?:NOMOR|TENTANG)\b")
_HEADING = 6
"""Lines of a heading in which it names its regulation."""


class Parts(Struct, frozen=True):
    """The lines of each part; ``after`` holds the (word, lines) of attachments and explanation."""

    preamble: list[Form]
    body: list[Form]
    closing: list[Form]
    after: list[tuple[str, list[Form]]]


def split_parts(forms: list[Form]) -> Parts:
    """Split the lines of a draft; parts that are missing are empty."""
    start = _body_start(forms)
    stop = next((at for at in range(start, len(forms)) if forms[at].kind == "ending"), len(forms))
    marks: list[int] = []
    for at in range(stop, len(forms)):
        begins = forms[at].kind == "ending" and forms[at].number in _AFTER
        if begins and not (marks and _goes_on(forms, at, marks[-1])):
            marks.append(at)
    bounds = [*marks, len(forms)]
    return Parts(
        preamble=forms[:start],
        body=forms[start:stop],
        closing=forms[stop : bounds[0]],
        after=[
            (forms[at].number, forms[at:end]) for at, end in zip(marks, bounds[1:], strict=True)
        ],
    )


def _goes_on(forms: list[Form], at: int, last: int) -> bool:
    """Tell whether a numbered attachment goes on.

    Its heading may stand on its next page again; another with an earlier number is an example in
    it, one that does not name the regulation, with the same number or none, a word in it.
    """
    number, before = _number(forms[at]), _number(forms[last])
    if not forms[at].text.startswith("LAMPIRAN") or number > before or not before:
        return False
    if _NUMBERED.match(forms[at].text) and forms[at].text == forms[last].text:
        return True
    named = any(_NAMES.search(form.text) for form in forms[at : at + _HEADING])
    return 0 < number < before or not named


def _number(heading: Form) -> int:
    """The number of an attachment, 0 if it has none."""
    found = _HAS_NUMBER.match(heading.text)
    return 0 if found is None else int(found[1]) if found[1].isdigit() else roman(found[1]) or 0


def _body_start(forms: list[Form]) -> int:
    openings = [at for at, form in enumerate(forms) if form.kind == "opening"]
    words = {at: forms[at].number.upper() for at in openings}
    decided = next((at for at in openings if words[at] == "MEMUTUSKAN"), None)
    enacted = [at for at in openings if words[at] == "MENETAPKAN" and at > (decided or -1)]
    base = enacted[0] if enacted else decided
    if base is not None:
        return _first(forms, base + 1, ending=True)
    first = next((at for at in range(len(forms)) if _is_first(forms[at])), None)
    if first is None:
        return _first(forms, openings[-1] + 1 if openings else 0, ending=bool(openings))
    grouping = range(max([-1, *(o for o in openings if o < first)]) + 1, first)
    return next((at for at in grouping if forms[at].kind in _ARTICLES[:3]), first)


def _is_first(form: Form) -> bool:
    number = form.number if form.kind in ("pasal", "diktum") else ""
    return number.upper() in ("1", "I", "KESATU", "PERTAMA")


def _first(forms: list[Form], start: int, ending: bool) -> int:
    kinds = (*_ARTICLES, "ending") if ending else _ARTICLES
    found = next((at for at in range(start, len(forms)) if forms[at].kind in kinds), None)
    if found is None:
        return len(forms) if ending else 0
    return found

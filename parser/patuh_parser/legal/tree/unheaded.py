"""Amending regulations that lack the heading of Pasal I, or of both: their words are read below it.

Source: UU 12/2011, Lampiran II no. 233.
"""

from __future__ import annotations

import re

from patuh_parser.legal.lines.line_forms import Form
from patuh_parser.legal.tree.body import Note
from patuh_parser.legal.tree.instructions import IN_FORCE

_CHANGES = re.compile(r"(?:Beberapa )?[Kk]etentuan\b.* diubah\b[^:]{0,80}:", re.DOTALL)
_FIRST = re.compile(r"(?:Ketentuan|Di ?antara|Setelah|Judul|Pasal|BAB|Bab|Bagian|Lampiran)\b")
_ARTICLES = ("bab", "bagian", "paragraf", "pasal", "diktum")
_LOOK_AHEAD = 8
"""Lines that the name behind Menetapkan, and the sentence on what is amended, may have."""


def with_headings(forms: list[Form]) -> tuple[list[Form], list[Note]]:
    """Return the lines with the headings that an amending regulation lacks.

    Each gives the note `pasal_tanpa_kepala`.
    """
    at = _unheaded(forms)
    if at is None:
        return forms, []
    supplied = {at: "I"}
    later = range(at, len(forms))
    if not any(forms[i].kind == "pasal" and forms[i].number in ("I", "II") for i in later):
        last = next((i for i in reversed(later) if _brings_into_force(forms, i)), None)
        if last is not None:
            supplied[last] = "II"
    read: list[Form] = []
    for i, form in enumerate(forms):
        if i in supplied:
            read.append(Form("pasal", supplied[i], "", f"Pasal {supplied[i]}", form.line))
        read.append(form)
    data = [(forms[i].line, (("read", f"Pasal {number}"),)) for i, number in supplied.items()]
    return read, [("pasal_tanpa_kepala", line, said) for line, said in data]


def _unheaded(forms: list[Form]) -> int | None:
    """Where the words of Pasal I begin right behind what is enacted, without its heading."""
    words = ("MENETAPKAN", "MEMUTUSKAN")
    openings = {form.number.upper(): i for i, form in enumerate(forms) if form.kind == "opening"}
    start = next((openings[word] for word in words if word in openings), None)
    if start is None:
        return None
    for at in range(start + 1, min(start + _LOOK_AHEAD, len(forms))):
        form = forms[at]
        if form.kind in _ARTICLES or form.kind == "ending":
            return None
        if form.kind == "item" and form.number == "1." and _FIRST.match(form.rest):
            return at
        if form.kind == "prose" and _CHANGES.match(_sentence(forms, at)):
            return at
    return None


def _sentence(forms: list[Form], at: int) -> str:
    return " ".join(form.text for form in forms[at : at + _LOOK_AHEAD] if form.kind == "prose")


def _brings_into_force(forms: list[Form], at: int) -> bool:
    """Tell whether the text says here when it comes into force, right before its closing."""
    ends = at + 1 < len(forms) and forms[at + 1].kind == "ending"
    return ends and forms[at].kind == "prose" and IN_FORCE.match(forms[at].text) is not None

"""Attachments: what each lampiran says of the draft, its name, its text, who signed it."""

from __future__ import annotations

import re

from patuh_parser.legal.data import one_of, table
from patuh_parser.legal.lines.line_forms import Form
from patuh_parser.legal.model import Attachment, Title
from patuh_parser.legal.parts.closing import read_signature
from patuh_parser.legal.parts.titles import read_title
from patuh_parser.legal.tree.finish import Finisher

_HEAD = re.compile(r"LAMPIRAN ?(?P<n>[IVXLC]{1,6}|[0-9]{1,2})?(?= |$|:) ?:? ?(?P<rest>.*)")
_OFFICES = table("words")["offices"]
_SIGNER = re.compile(one_of(_OFFICES["heads"], _OFFICES["attaching"]) + r"\b[^a-z]*,")
_ABOUT = re.compile(r"\bTENTANG\b")
_NOT_LETTER = re.compile(r"[^A-Z]")
_MAX_NAME = 6
_MAX_HEAD = 30


def read_attachment(
    forms: list[Form], title: str, finisher: Finisher
) -> tuple[Attachment, Title | None]:
    """Return an attachment and the title in its heading.

    Args:
        forms: its lines, from ``LAMPIRAN`` on.
        title: the draft's own title, which tells where that in the heading ends.
        finisher: joins texts and gives places.
    """
    head = _HEAD.match(forms[0].text)
    number = (head["n"] or "") if head else ""
    first = head["rest"].strip() if head else ""
    count = _heading_length(forms, first, title)
    lines = ([first] if first else []) + [form.text for form in forms[1:count]]
    said = " ".join(line for line in lines if line)
    place = finisher.place_of(forms[:count])
    rest = forms[count:]
    name: list[str] = []
    for form in rest[:_MAX_NAME]:
        if not form.text.isupper() or _SIGNER.fullmatch(form.text):
            break
        name.append(form.text)
    signed = max((at for at, form in enumerate(rest) if _SIGNER.fullmatch(form.text)), default=None)
    attachment = Attachment(
        number=number,
        name=" ".join(name),
        self_reference=said,
        text="\n".join(form.text for form in rest[len(name) : signed]),
        signature=None if signed is None else read_signature("lampiran", rest[signed:], finisher),
        place=finisher.place_of(forms),
    )
    return attachment, read_title("lampiran", said, place)


def _heading_length(forms: list[Form], first: str, title: str) -> int:
    """Return how many lines the heading has: up to the end of the title in it."""
    wanted = _NOT_LETTER.sub("", title.upper())
    said, about = first, bool(_ABOUT.search(first))
    for at, form in enumerate(forms[1:_MAX_HEAD], 1):
        gap = form.line > forms[at - 1].line + 1
        if about:
            tail = _NOT_LETTER.sub("", _ABOUT.split(said, maxsplit=1)[1].upper())
            more = tail + _NOT_LETTER.sub("", form.text.upper())
            if (tail and tail == wanted) or (tail and gap and not wanted.startswith(more)):
                return at
            if not form.text.isupper():
                return at
        elif at > _MAX_NAME and not _ABOUT.search(form.text):
            return 1
        said = f"{said} {form.text}"
        about = about or bool(_ABOUT.search(form.text))
    return min(len(forms), _MAX_HEAD) if about else 1

"""The metadata of a document and its parts: FRBR, publication, organisations."""

import re

from patuh.export.elements import Element, sub
from patuh.export.frbr import Identity, day_of
from patuh_parser.legal.model import Draft

_AUTHOR = "#pembentuk"
_SOURCE = "#patuh"


def write_meta(parent: Element, part: str, draft: Draft, who: Identity) -> None:
    """Say who a part of a document is; `!main` also where it was published, and by whom."""
    meta = sub(parent, "meta")
    frame = sub(meta, "identification", source=_SOURCE)
    levels = {
        "FRBRWork": who.work,
        "FRBRExpression": who.expression,
        "FRBRManifestation": f"{who.expression}.xml",
    }
    for name, uri in levels.items():
        level = sub(frame, name)
        last = name == "FRBRManifestation"
        this = f"{who.expression}/{part}.xml" if last else f"{uri}/{part}"
        sub(level, "FRBRthis", value=this)
        sub(level, "FRBRuri", value=uri)
        amended = who.version and name != "FRBRWork"
        date, dated = (who.version, "perubahan") if amended else (who.date, who.dated)
        sub(level, "FRBRdate", date=date, name=dated)
        sub(level, "FRBRauthor", href=_SOURCE if last else _AUTHOR)
        if name == "FRBRWork":
            sub(level, "FRBRcountry", value="id")
            sub(level, "FRBRsubtype", value=who.kind)
            if who.number:
                sub(level, "FRBRnumber", value=who.number)
        elif name == "FRBRExpression":
            sub(level, "FRBRlanguage", language="ind")
        else:
            sub(level, "FRBRformat", value="application/akn+xml")
    if part == "!main":
        _publication(meta, frame, draft)
        references = sub(meta, "references", source=_SOURCE)
        for name, shown in (("patuh", "patuh"), ("pembentuk", who.author)):
            href = "/akn/ontology/organization/id/" + re.sub(r"\W+", "-", shown.casefold())
            sub(references, "TLCOrganization", eId=name, href=href, showAs=shown)


def _publication(meta: Element, frame: Element, draft: Draft) -> None:
    closing = draft.closing
    signed = closing.signature("pengundangan")
    day = day_of(signed.date) if signed else None
    if closing.gazette is None or day is None:
        return
    name = {"LD": "Lembaran Daerah"}.get(closing.gazette.kind, "Berita Daerah")
    found = sub(meta, "publication", date=day, name=name, showAs=name)
    if closing.gazette.number:
        found.set("number", closing.gazette.number)
    meta.remove(found)
    meta.insert(list(meta).index(frame) + 1, found)

"""Who a draft is, as FRBR: the URI of the work, its dates, its author."""

import re

from msgspec import Struct

from patuh.knowledge.regulations import regulations
from patuh_parser.legal.model import Draft
from patuh_parser.legal.parts.titles import kind_of_draft
from patuh_parser.text.dates import date_in

_UNKNOWN = "0001-01-01"


class Identity(Struct, frozen=True):
    """The identity of a draft.

    `dated` says what `date` is: `penetapan`, `tahun` (its first day) or `tanpa_tanggal`. An
    enacted text (number and date of enactment) is an act, any other a bill. `version` is the date
    of the amendment by which a text came to read as it does.
    """

    work: str
    date: str
    dated: str
    act: bool
    kind: str
    number: str
    author: str
    version: str = ""

    @property
    def expression(self) -> str:
        """The URI of the text in Indonesian as of its date."""
        day = self.version or (self.date if self.dated == "penetapan" else "")
        return f"{self.work}/ind@{day}"


def identity(draft: Draft, amended_by: Draft | None = None) -> Identity:
    """The identity of a draft, from its heading, its date and the knowledge base."""
    version = identity(amended_by) if amended_by is not None else None
    signed = draft.closing.signature("penetapan")
    day = day_of(signed.date) if signed else None
    year = draft.year if re.fullmatch("[0-9]{4}", draft.year) else ""
    dated = "penetapan" if day else "tahun" if year else "tanpa_tanggal"
    date = day or (f"{year}-01-01" if year else _UNKNOWN)
    act = bool(day and draft.number)
    kind = draft.kind.removesuffix("_perubahan")
    place = re.sub(r"[^a-z]", "", draft.region.casefold())
    country = f"id-{place}" if place else "id"
    number = re.sub(r"[^A-Za-z0-9.]+", "-", draft.number).strip("-") or "rancangan"
    when = day or year or "nd"
    work = f"/akn/{country}/{'act' if act else 'bill'}/{kind.replace('_', '-')}/{when}/{number}"
    known = _known(draft, kind)
    author = " ".join(draft.instrument.split()[1:] + draft.region.split()).title()
    return Identity(
        work=known if known and act else work,
        date=date,
        dated=dated,
        act=act,
        kind=kind,
        number=draft.number,
        author=author or "Pembentuk",
        version=version.date if version is not None and version.dated == "penetapan" else "",
    )


def day_of(text: str) -> str | None:
    """A date in words as YYYY-MM-DD; `None` if it is none."""
    date = date_in(text)
    return date.isoformat() if date else None


def _known(draft: Draft, kind: str) -> str | None:
    """The work URI of a regulation that the knowledge base holds."""
    for law in regulations():
        same = str(law.number) == draft.number and str(law.year) == draft.year
        if (
            same
            and kind_of_draft(law.kind.upper(), "", False) == kind
            and law.of_region(draft.region)
        ):
            return law.frbr_uri
    return None

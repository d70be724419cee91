"""Instructions on attachments: one takes the place of another, or goes."""

import re

from msgspec.structs import replace

from patuh.consolidation.orders import Order
from patuh_parser.legal.model import Amendment, Attachment

_ANNEX = re.compile(r"(?:Ketentuan )?(?:dalam )?Lampiran(?: (?P<number>[IVXLC]{1,6}))?,? ?")
_AS_ANNEXED = re.compile(r"\b(?:sebagaimana|menjadi)\b.{0,40}\btercantum dalam Lampiran")


def annex_changed(
    amendment: Amendment,
    order: Order,
    old: tuple[Attachment, ...],
    new: tuple[Attachment, ...],
) -> tuple[Attachment, ...] | None:
    """The attachments after an instruction on one of them; `None` where it is not certain."""
    found = _ANNEX.fullmatch(order.before)
    if found is None or not order.single:
        return None
    number = found["number"] or ""
    places = [at for at, one in enumerate(old) if one.number == number or len(old) == 1]
    if len(places) != 1 or (number and old[places[0]].number not in ("", number)):
        return None
    at = places[0]
    if amendment.kind == "hapus":
        gone = replace(old[at], name="", text="Dihapus.")
        return (*old[:at], gone, *old[at + 1 :])
    taken = [one for one in new if one.number == number or len(new) == 1]
    if amendment.kind != "ubah" or len(taken) != 1 or not _AS_ANNEXED.search(amendment.node.text):
        return None
    return (*old[:at], replace(taken[0], number=old[at].number), *old[at + 1 :])

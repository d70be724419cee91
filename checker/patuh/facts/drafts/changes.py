"""Facts from an amending draft: what it amends, and what its instructions insert."""

import re

from patuh.facts.drafts.cited.laws import kind_and_region
from patuh.facts.drafts.collector import Collector
from patuh.facts.text import string
from patuh_parser.legal.model import Amendment

_CHANGES = re.compile(
    r"PERUBAHAN(?: KE[A-Z]+)? (?P<over>ATAS )?(?P<instrument>PERATURAN .*?|UNDANG-UNDANG)"
    r" NOMOR (?P<number>\S+) TAHUN (?P<year>[0-9]{4})"
)
_LETTER = re.compile(r"(?<=[0-9]) (?=[a-z])")
_LETTER_GAP = re.compile(r"(?<=[0-9]) ")
_PASAL = re.compile(r"\bPasal ([0-9]{1,4}(?: ?[A-Z]{1,2}\b)?)")
_NUMBERED = re.compile(r"(?:pasal|ayat|huruf|angka)-[0-9a-z]+")


def change_facts(into: Collector) -> None:
    """The regulation amended and the instructions."""
    draft = into.draft
    if not draft.amending:
        return
    at = into.head()
    if found := _CHANGES.match(draft.title.upper()):
        kind, _ = kind_and_region(found["instrument"].title())
        into.fact(at, "yang_diubah", kind, string(found["number"]), int(found["year"]))
        into.fact(at, "judul_perubahan", "atas" if found["over"] else "lain")
    for amendment in draft.amendments:
        if amendment.kind == "ubah":
            _other_words(into, amendment)
        if amendment.kind in ("sisip", "tambah"):
            _insertion(into, amendment)


def _other_words(into: Collector, amendment: Amendment) -> None:
    """An instruction that names pasal, none of which is among those quoted below it."""
    named = [_LETTER_GAP.sub("", n) for n in _PASAL.findall(amendment.node.text)]
    quoted = [node.bare for node in amendment.quoted if node.kind == "pasal" and node.number]
    if named and quoted and not {n.upper() for n in named} & {n.upper() for n in quoted}:
        at = into.first_line(amendment.node.place)
        into.fact(at, "rumusan_lain", into.number(amendment.node), string(f"Pasal {named[0]}"),
                  string(f"Pasal {quoted[0]}"))  # fmt: skip


def _insertion(into: Collector, amendment: Amendment) -> None:
    at, number = into.first_line(amendment.node.place), into.number(amendment.node)
    present = {n.id for quoted in amendment.quoted for n in quoted.walk() if n.id}
    for target in amendment.inserted:
        into.fact(at, "menyisipkan", number, string(target))
        name = _LETTER.sub("", target.lower()).replace(" ", "-").replace("(", "").replace(")", "")
        told = any(i == name or i.endswith(f".{name}") for i in present)
        if told or not _NUMBERED.fullmatch(name):
            into.fact(at, "memuat_sisipan", number, string(target))

"""The list of units under each Asisten, turned from the regulation text into norm facts.

Kutai Timur 41/2023, Pasal 18 ayat (1) huruf d names three Asisten; below each, huruf a) holds
its Bagian and huruf b) its agencies under four headings. Every entry becomes one fact
`daftar(R, Asisten, Kelompok, Unit, Ketentuan)` with the id of its own leaf.

Run `python -m patuh.knowledge.roster` after the text or this module has changed.
"""

import re
import textwrap
from collections.abc import Iterator
from pathlib import Path

from patuh.knowledge.root import corpus_root, kb_root
from patuh_parser.legal.ids import label
from patuh_parser.regulation import Provision, RegulationText, read_regulation

REGULATION = "kutim_41_2023"
LIST = "pasal-18.ayat-1.huruf-d"

_GROUPS = {
    "Unsur Pelaksana Urusan Pemerintahan": "pelaksana",
    "Unsur Penunjang Urusan Pemerintahan": "penunjang",
    "Instansi Vertikal": "vertikal",
    "Instansi lainnya": "lainnya",
}
_TAIL = re.compile(r"\s*(?:;\s*dan|[;.:])$")
_WIDTH = 112


def roster_path() -> Path:
    """The generated file."""
    return kb_root() / "regulations" / REGULATION / "pasal_18_daftar.lp"


def roster(regulation: RegulationText) -> str:
    """Return the text of the generated file.

    Raises:
        LookupError: the regulation has no list where it is sought.
    """
    found = regulation.find(LIST)
    if found is None:
        raise LookupError(f"the regulation has no {LIST}")
    head = (
        "% Pasal 18 ayat (1) huruf d: which Bagian, agency or outside body each Asisten has.\n"
        "% Generated from the text by `python -m patuh.knowledge.roster`; not to be edited.\n"
    )
    return head + "".join(f"\n{_block(*entry)}" for entry in _entries(found))


def _entries(found: Provision) -> Iterator[tuple[str, str, Provision]]:
    for asisten in found.children:
        key = _name(asisten).lower().replace(" ", "_")
        bagian, perangkat_daerah = asisten.children
        for entry in bagian.children:
            yield key, "bagian", entry
        for group in perangkat_daerah.children:
            for entry in group.children:
                yield key, _GROUPS[_name(group)], entry


def _block(asisten: str, group: str, entry: Provision) -> str:
    text = textwrap.fill(
        entry.text, _WIDTH, initial_indent="%  ", subsequent_indent="%  ", break_on_hyphens=False
    )
    fact = f'daftar({REGULATION}, {asisten}, {group}, "{_name(entry)}", "{entry.id}").'
    return f"%% {label(entry.id)} [{entry.id}]\n{text}\n{fact}\n"


def _name(provision: Provision) -> str:
    """The entry without the mark that ends it: "Dinas Sosial; dan" is Dinas Sosial."""
    return _TAIL.sub("", provision.text)


def main() -> None:
    """Write the file anew."""
    text = (corpus_root() / "regulations" / f"{REGULATION}.txt").read_text(encoding="utf-8")
    roster_path().write_text(roster(read_regulation(text)), encoding="utf-8")


if __name__ == "__main__":
    main()

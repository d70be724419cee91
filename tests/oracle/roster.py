"""The list of Pasal 18 ayat (1) huruf d (Kutai Timur), read from the text by eye and pattern."""

import re
from functools import cache
from pathlib import Path

TEXT = Path(__file__).parents[2] / "corpus" / "regulations" / "kutim_41_2023.txt"

AST1 = "asisten_pemerintahan_dan_kesejahteraan_rakyat"
AST2 = "asisten_perekonomian_dan_pembangunan"
AST3 = "asisten_administrasi_umum"
THREE = (AST1, AST2, AST3)

_HEADINGS = {
    "Unsur Pelaksana": "pelaksana",
    "Unsur Penunjang": "penunjang",
    "Instansi Vertikal": "vertikal",
    "Instansi lainnya": "lainnya",
}


@cache
def roster() -> dict[str, tuple[str, str]]:
    """Name of a unit → (its Asisten, its group)."""
    text = TEXT.read_text(encoding="utf-8")
    text = text[
        text.index("Asisten Sekretaris Daerah membantu") : text.index("(2) Setiap Perangkat")
    ]
    asisten, group = 0, ""
    found: dict[str, tuple[str, str]] = {}
    for line in text.splitlines():
        heading = re.match(r"\s*(?:- )?\d\. Asisten ", line)
        if heading:
            asisten += 1
        named = re.match(r"\s*(?:- )?\d\) (Unsur Pelaksana|Unsur Penunjang|Instansi \w+)", line)
        if named:
            group = _HEADINGS[named[1]]
        entry = re.match(r"\s*(?:- )?\(\d+\) (.+?)(?:; dan|;|\.)?\s*$", line)
        office = re.match(r"\s*(?:- )?\d\) (Bagian .+?)(?:; dan|;)?\s*$", line)
        if entry and "..." not in line:
            found[re.sub(r"; dan$", "", entry[1])] = (THREE[asisten - 1], group)
        elif office:
            found[office[1]] = (THREE[asisten - 1], "bagian")
    return found

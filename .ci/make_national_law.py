"""Writes the facts on national law (`kb/drafting/nasional/peraturan.lp`) from their tables.

`kb/drafting/peraturan_nasional.README.md` tells the tables and which rows become facts. A test
holds the file against them.
"""

import csv
import sys
from collections import defaultdict
from pathlib import Path

_ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(_ROOT / "parser"), str(_ROOT / "checker")]

from patuh.facts.text import atom, string  # noqa: E402

DRAFTING = _ROOT / "kb/drafting"
TABLES = ("peraturan_nasional.csv", "peraturan_nasional_tambahan.csv")
FACTS = DRAFTING / "nasional/peraturan.lp"
HEAD = "% Ditulis oleh .ci/make_national_law.py dari kb/drafting/peraturan_nasional*.csv.\n"
_NAMES = {
    "uu": "Undang-Undang",
    "pp": "Peraturan Pemerintah",
    "perpu": "Peraturan Pemerintah Pengganti Undang-Undang",
    "uudrt": "Undang-Undang Darurat",
}
_ATOMS = {"perpu": "perppu"}
Key = tuple[str, int, int]
Rows = dict[Key, list[dict[str, str]]]


def national_law() -> str:
    """The facts of both tables, a regulation a line."""
    rows: Rows = defaultdict(list)
    for name in TABLES:
        with (DRAFTING / name).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                rows[row["jenis"], int(row["tahun"]), int(row["nomor"])].append(row)
    facts: dict[Key, dict[str, None]] = defaultdict(dict)
    for key in sorted(rows):
        if key[0] in _NAMES:
            facts[key] |= dict.fromkeys(_own(rows, key))
        for row in rows[key]:
            for revoked in _keys(row["mencabut"]):
                facts[revoked][_revocation(rows, revoked, key, row["yakin"])] = None
            for revoker in _keys(row["dicabut_oleh"]):
                facts[key][_revocation(rows, key, revoker, _surest(rows, revoker, row))] = None
    lines = (". ".join(_best(told)) for key, told in sorted(facts.items()) if key[0] in _NAMES)
    return HEAD + "".join(f"{line}.\n" for line in lines if line)


def _surest(rows: Rows, revoker: Key, row: dict[str, str]) -> str:
    """How sure a revocation is that is told of the revoked: as its revoker, else as the row."""
    told = [r["yakin"] for r in rows.get(revoker, ()) if _listed(row, r)]
    return max(told, default=row["yakin"] if "sumber" in row else "0")


def _listed(revoked: dict[str, str], revoker: dict[str, str]) -> bool:
    name = f"{revoked['jenis']}/{revoked['tahun']}/{revoked['nomor']}"
    return name in revoker["mencabut"].split(";")


def _keys(words: str) -> list[Key]:
    found = (one.split("/") for one in words.split(";") if one)
    return [(kind, int(year), int(number)) for kind, year, number in found]


def _own(rows: Rows, key: Key) -> list[str]:
    told = []
    if title := _sure(rows, key, "judul"):
        told.append(atom("judul_nasional", *_term(key), string(title)))
        gazettes = {
            "LN": _sure(rows, key, "lembaran_negara_nomor").partition("/")[2],
            "TLN": _sure(rows, key, "tambahan_lembaran_nomor"),
        }
        for kind, number in gazettes.items():
            if number:
                told.append(atom("lembaran_nasional", *_term(key), string(kind), string(number)))
    return told


def _sure(rows: Rows, key: Key, field: str) -> str:
    """A field of the rows that are sure."""
    return next((r[field] for r in rows.get(key, ()) if r["yakin"] == "1" and r[field]), "")


def _revocation(rows: Rows, revoked: Key, revoker: Key, sure: str) -> str:
    kind, year, number = revoker
    words = string(f"{_NAMES.get(kind, kind)} Nomor {number} Tahun {year}")
    if sure != "1":
        return atom("mungkin_dicabut", *_term(revoked), words, year)
    day = _sure(rows, revoker, "tanggal_diundangkan").replace("-", "") or f"{year + 1}0101"
    return atom("sudah_dicabut", *_term(revoked), words, day)


def _best(told: dict[str, None]) -> list[str]:
    """What is told, without a doubtful revocation beside the same one that is sure."""
    sure = {_but_last(one) for one in told if one.startswith("sudah")}
    return [one for one in told if not (one.startswith("mungkin") and _but_last(one) in sure)]


def _but_last(fact: str) -> str:
    """The arguments of a fact but the last."""
    return fact.partition("(")[2].rpartition(",")[0]


def _term(key: Key) -> tuple[str, str, int]:
    kind, year, number = key
    return _ATOMS.get(kind, kind), string(str(number)), year


if __name__ == "__main__":
    FACTS.write_text(national_law(), encoding="utf-8")

"""The numbers in the facts of `kb/`, and texts that lie on either side of one.

A sentence has `{n}` where the number goes; what stands in brackets behind it is not compared here.
"""

import csv
import re
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import clingo
from clingo import ast

from patuh.knowledge.programs import drafting_programs, programs
from patuh.knowledge.regulations import regulations

HERE = Path(__file__).parent
Fact = tuple[str | int, ...]
"""The predicate and its arguments."""
MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September"),
    *("Oktober", "November", "Desember"),
)
_DAY = re.compile(r"(?<=pada tanggal )(?:\d{1,2} \w+ \d{4}|\.{3})")
FIRST = 19450817
"""Numbers from this one on are days."""


@cache
def facts() -> frozenset[Fact]:
    """Every fact with a number, its pools spelt out."""
    every = {
        one.name: one for one in (*programs(law.id for law in regulations()), *drafting_programs())
    }
    texts: list[str] = []

    def read(node: ast.AST) -> None:
        if node.ast_type == ast.ASTType.Rule and not node.body and re.search(r"[(,]\d", str(node)):
            texts.append(str(node))

    for program in every.values():
        ast.parse_string(program.text, read)
    control = clingo.Control(["--warn=none"])
    control.add("base", [], "\n".join(texts))
    control.ground([("base", [])])
    found = {
        (one.symbol.name, *map(_plain, one.symbol.arguments)) for one in control.symbolic_atoms
    }
    return frozenset(one for one in found if any(isinstance(part, int) for part in one))


def _plain(term: clingo.Symbol) -> str | int:
    if term.type == clingo.SymbolType.Number:
        return term.number
    return term.string if term.type == clingo.SymbolType.String else str(term)


def of(*predicates: str) -> list[Fact]:
    """The facts of these predicates, in their order."""
    return sorted((one for one in facts() if one[0] in predicates), key=str)


def day_of(fact: Fact) -> int:
    """The day from which a norm holds."""
    return next(part for part in fact if isinstance(part, int) and part > FIRST)


def dated(text: str, day: int, later: int) -> str:
    """The text as settled and promulgated so many days later."""
    at = date(day // 10000, day // 100 % 100, day % 100) + timedelta(later)
    return _DAY.sub(f"{at.day} {MONTHS[at.month - 1]} {at.year}", text)


def leaf_of(label: str) -> str:
    """The id of a provision that is cited so."""
    parts = re.sub(r" (ayat|huruf|angka) \(?(\w+)\)?", r".\1-\2", label.lower())
    return parts.replace("lampiran ii", "lampiran-2").replace("pasal ", "pasal-")


with open(HERE / "national_drafts.tsv", encoding="utf-8", newline="") as _table:
    _ROWS = list(csv.DictReader(_table, delimiter="\t"))
ROWS = {
    (row["law"].replace("/", "_").replace(" ", "_").lower(), leaf_of(row["provision"])): row
    for row in _ROWS
}
"""By law and provision what contradicts it and what complies."""

_IN = "disampaikan paling lama {n} (kata) bulan setelah tahun anggaran berakhir."
LATE = {
    "lkpj": f"LKPJ {_IN}",
    "lppd": f"LPPD {_IN}",
    "pertanggungjawaban_apbd": f"Pertanggungjawaban pelaksanaan APBD {_IN}",
}
"""A sentence on each report that a norm gives so many months."""
DATED = {
    "eselon_sekda": "Sekretaris Daerah merupakan jabatan eselon II.b.",
    "eselon_kepala": "Kepala Dinas merupakan jabatan eselon III.a.",
    "eselon_camat": "Camat merupakan jabatan eselon III.b.",
    "eselon_bidang": "Kepala bidang merupakan jabatan eselon III.a.",
    "eselon_seksi": "Lurah merupakan jabatan eselon III.b.",
    "jalur_dinas": "Kepala Dinas bertanggung jawab kepada Sekretaris Daerah.",
    "jalur_badan": "Kepala Badan bertanggung jawab kepada Sekretaris Daerah.",
    "jalur_inspektorat": "Inspektorat bertanggung jawab kepada Sekretaris Daerah.",
    "jalur_camat": "Camat bertanggung jawab kepada Sekretaris Daerah.",
    "jalur_lurah": "Lurah bertanggung jawab kepada Sekretaris Daerah.",
    "jalur_rumah_sakit": "Direktur rumah sakit bertanggung jawab kepada Bupati.",
    "jalur_staf_ahli": "Staf Ahli bertanggung jawab kepada Sekretaris Daerah.",
    "jalur_sekretariat_dprd": "Sekretaris DPRD bertanggung jawab kepada Sekretaris Daerah.",
    "tipe_lain": "Dinas merupakan perangkat daerah tipe D.",
    "tipe_kecamatan_lain": "Kecamatan merupakan perangkat daerah tipe C.",
    "kelas_lain": "UPTD dibentuk dengan kelas C.",
    "antara_lain": "Bahan rapat antara lain laporan.",
    "tanpa_mengurangi": "Tanpa mengurangi ketentuan Pasal 4, rapat dapat ditunda.",
    "pasal_di_atas": "Ketentuan tersebut di atas berlaku bagi rapat.",
    "sambung_di_awal": "Dan rapat dapat ditunda.",
}
"""A sentence with each mark that norms hold against from a day on."""
CASES = {
    "dibentuk_dengan_perda": "t35.dibentuk_perkada",
    "nomor_angka_arab": "t19.nomor",
    "penghasilan_berhuruf": "t30.penghasilan",
    "urutan_jabatan": "t15.urutan_jabatan",
    "tanpa_kurungan": "t26.kurungan: sejak 2 Januari 2026",
    "dasar_kewenangan_daerah": "t24.tanpa_uud",
    "susunan_dan_tugas": "t35.unit_tanpa_tugas",
    "kata_penarikan": "t31.ditarik_kembali",
    "lembaran_daerah_bagi": "t32.lembaran: Peraturan DPRD dalam Lembaran Daerah",
    "dasar_memuat_yang_diubah": "t24.tanpa_yang_diubah",
    "pasal_ii_dirinci": "t34.pasal_ii_tidak_dirinci",
}
"""The case in `tests/drafting/cases` that shows the norm."""

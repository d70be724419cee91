"""`patuh import`: the command around tables and drafts, and the way from a finding to its cell."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import validate

import patuh
import patuh as patuh_library

SCHEMA = Path(patuh.__file__).parent / "schema" / "findings-2.json"
Patuh = Callable[..., Any]
Written = Callable[..., str]
TABLE = """NAMA UNIT;ATASAN
DINAS SOSIAL;BUPATI PASER
UPTD PANTI SOSIAL;DINAS SOSIAL
DINAS PERIKANAN;BUPATI PASER
"""
SOTK = """USULAN  : Struktur menurut tabel unor.csv
DAERAH  : Kabupaten Paser
LINGKUP : sebagian

STRUKTUR

Dinas Sosial.  # sel unor!A2
UPTD Panti Sosial pada Dinas Sosial.  # sel unor!A3
Dinas Perikanan.  # sel unor!A4
"""
DRAFT = """PERATURAN BUPATI PASER
NOMOR 1 TAHUN 2026
TENTANG
KEDUDUKAN DINAS SOSIAL
MEMUTUSKAN:
Menetapkan: PERATURAN BUPATI TENTANG KEDUDUKAN DINAS SOSIAL.
Pasal 1
Dinas Sosial bertanggung jawab langsung kepada Bupati.
"""


def test_a_table_becomes_a_proposal(patuh: Patuh, written: Written, tmp_path: Path) -> None:
    run = patuh("import", written(TABLE, "unor.csv"), "--region", "Paser")
    assert (run.code, run.out) == (0, SOTK)
    assert run.err == "unor.csv: dibaca: 3 unit organisasi dari lembar `unor`, baris 2–4\n"
    run = patuh("impor", "unor.csv", "--region", "Kab. Paser", "-o", "u.sotk", "--lang", "en")
    assert (run.code, run.out) == (0, "")
    assert run.err == "unor.csv: read: 3 units from the sheet `unor`, rows 2–4\n"
    assert (tmp_path / "u.sotk").read_text(encoding="utf-8") == SOTK


def test_errors_stand_at_their_cells_and_nothing_is_written(
    patuh: Patuh, written: Written, tmp_path: Path
) -> None:
    wrong = TABLE + "BALAI BENIH;DINAS PERIKANAN\nSEKSI UMUM;BIDANG UMUM\n"
    run = patuh("import", written(wrong, "unor.csv"), "--region", "Paser", "-o", "u.sotk")
    assert (run.code, run.out) == (2, "")
    assert run.err == (
        "galat[jenis_tak_dikenal]: jenis unit organisasi `BALAI BENIH` tidak dikenal dari "
        "kata pertamanya\n"
        " --> unor.csv: unor!A5\n"
        '  = bantuan: betulkan namanya, atau nyatakan jenisnya, misalnya --sort "Balai = UPT"\n\n'
        "galat[induk_tak_ada]: atasan `BIDANG UMUM` tidak ada di dalam tabel\n"
        " --> unor.csv: unor!B6\n"
        "  = bantuan: tambahkan barisnya, atau betulkan nama atau ID atasan ini\n\n"
        "unor.csv: 2 kesalahan; tidak ada yang ditulis\n"
    )
    assert not (tmp_path / "u.sotk").exists()


def test_further_first_words(patuh: Patuh, written: Written) -> None:
    table = written(TABLE + "BALAI BENIH;DINAS PERIKANAN\n", "unor.csv")
    run = patuh("import", table, "--region", "Paser", "--sort", "Balai=UPT")
    assert run.code == 0
    assert "SATUAN  : Balai = UPT\n" in run.out
    assert "Balai Benih pada Dinas Perikanan.  # sel unor!A5\n" in run.out
    assert patuh("check", written(run.out, "u.sotk")).code == 0
    run = patuh("import", table, "--region", "Paser", "--sort", "Balai = Gudang", "--lang", "en")
    assert (run.code, run.err.splitlines()[0]) == (
        2, "error[jenis_lain]: --sort: the sort in `Balai = Gudang` is not known",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (["unor.csv"], 'sebutkan daerahnya, misalnya --region "Kabupaten Kutai Timur"'),
        (["unor.csv", "--region", "Kabupaten Beraw"], "`Kabupaten Beraw` bukan kabupaten atau kota "
         "yang dikenal; mungkin maksudnya `Kabupaten Berau`"),
        (["unor.csv", "--region", "Paser", "--sort", "balai"], '--sort: `balai` tidak berbentuk '
         '"Kata = Jenis", misalnya "Balai = UPT"'),
        (["unor.csv", "--region", "Paser", "-o", "./unor.csv"],
         "./unor.csv adalah masukan; keluaran tidak ditulis di atasnya"),
        (["n.txt", "--sheet", "A"], "--sheet hanya untuk tabel (.xlsx, .csv)"),
    ],
)  # fmt: skip
def test_wrong_calls(patuh: Patuh, written: Written, call: list[str], said: str) -> None:
    written(TABLE, "unor.csv")
    written(DRAFT, "n.txt")
    run = patuh("import", *call)
    assert run.code == 2
    assert run.err.endswith(f"galat: {said}\n")


def test_a_finding_leads_back_to_its_cell(patuh: Patuh, written: Written) -> None:
    more = SOTK.replace("unor!A3", "'Data Unor'!C7")
    more += "UPTD Panti Sosial pada Dinas Perikanan.\n"
    run = patuh("check", written(more, "u.sotk"))
    assert "\n --> u.sotk:8:1 ('Data Unor'!C7)\n" in run.out
    page = patuh("check", "u.sotk", "--format", "html").out
    assert "baris 8 (&#x27;Data Unor&#x27;!C7)</a>" in page
    document = json.loads(patuh("check", "u.sotk", "--format", "json").out)
    validate(document, json.loads(SCHEMA.read_text(encoding="utf-8")))
    [finding] = (one for one in document["findings"] if one["check"] == "U2")
    assert finding["location"]["cell"] == "'Data Unor'!C7"


def test_a_draft_gives_what_export_gives(patuh: Patuh, written: Written) -> None:
    path = written(DRAFT, "n.txt")
    given = patuh("export", path, "--format", "sotk").out
    assert "Dinas Sosial bertanggung jawab langsung kepada Bupati." in given
    assert patuh("import", path).out == given
    other = written(DRAFT.replace("PASER", "BERAU"), "b.txt")
    assert patuh("import", other).code == 2
    assert "DAERAH    : Kabupaten Paser" in patuh("import", other, "--region", "Paser").out


def test_a_table_is_checked_as_the_proposal_that_it_makes(patuh: Patuh, written: Written) -> None:
    path = written(TABLE.replace(" PASER", "") + "JUMLAH;3\n", "unor.CSV")
    unnamed = patuh("check", path)
    assert unnamed.code == 2
    assert unnamed.err.startswith("galat[M009]: daerah tabel ini belum disebut\n")
    proposal = written(patuh("import", path, "--region", "Kutai Timur").out, "unor.sotk")
    of_table = json.loads(patuh("check", path, "--region", "Kutai Timur", "--format", "json").out)
    of_proposal = json.loads(patuh("check", proposal, "--format", "json").out)
    validate(of_table, json.loads(SCHEMA.read_text(encoding="utf-8")))
    assert [one["text"] for one in of_table["inputs"][0]["told"]] == [
        "unor!A5: tabel dianggap selesai pada baris `JUMLAH`"
    ]
    for found in (of_table, of_proposal):
        for finding in found["findings"]:
            for place in (finding["location"], *finding["related_locations"]):
                place.pop("path")
    assert of_table["findings"] == of_proposal["findings"] != []


def test_the_errors_of_a_table_that_is_checked_name_the_cell(
    patuh: Patuh, written: Written
) -> None:
    broken = written("ID;NAMA UNOR;DIATASAN ID\n1;DINAS SOSIAL;\n1;BIDANG A;1\n", "a.csv")
    run = patuh("check", broken, "--region", "Paser")
    assert run.code == 2
    assert run.err.startswith(
        "galat[id_ganda]: a!B3: ID `1` sudah dipakai di a!B2\n --> a.csv:3:2\n"
    )


@pytest.mark.parametrize("option", ["--fix", "--diff"])
def test_a_table_is_not_repaired(patuh: Patuh, written: Written, option: str) -> None:
    path = written(TABLE, "unor.csv")
    run = patuh("check", option, "--region", "Paser", path)
    assert (run.code, run.out) == (2, "")
    assert "galat: tabel tidak diperbaiki" in run.err


def test_a_table_is_checked_with_further_first_words(patuh: Patuh, written: Written) -> None:
    path = written(TABLE + "BALAI BENIH;DINAS PERIKANAN\n", "unor.csv")
    assert patuh("check", path, "--region", "Paser").code == 2
    assert patuh("check", path, "--region", "Paser", "--sort", "Balai = UPT").code == 0
    report = patuh_library.check(path, region="Paser", sorts={"Balai": "UPT"})
    assert report.exit_code() == 0

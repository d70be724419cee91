"""Each row of kb/names/tables.toml: what a column is by its head, and which word ends a table.

Short beginnings, words in capitals and posts are in `cases.toml`.
"""

import pytest

from patuh.tables.cells import Sheet
from patuh.tables.head import head_of
from patuh.tables.words import plain, roles

HEADS = {
    "id": """ID; Unor ID; ID Unor; ID Unit; Kode Unor; Kode Unit; Kode Satuan; Kode""",
    "names": """Nama {unit}; Unor Nama; Unit Organisasi; Unit Kerja;
        Susunan Organisasi; Struktur Organisasi; Nama Susunan Organisasi; Kelembagaan;
        Nama Kelembagaan; Nomenklatur; Nama; Unor; Unit; Satuan; Satuan Kerja; Satker; Sub Unit;
        Uraian; Name; Nama Jabatan; Nama Jabatan Struktural; Jabatan Struktural; Jabatan;
        Perangkat Daerah; OPD; SKPD; Dinas/Badan;
        Bagian/Bidang; Bidang/Bagian; Sekretariat/Bidang; Bidang; Bagian;
        Subbagian/Seksi; Sub Bagian/Seksi; Seksi/Subbagian; Seksi/Sub Bagian;
        Subbidang; Sub Bidang; Subbagian; Sub Bagian; Seksi; UPT; UPTD""",
    "parent_id": """Diatasan ID; Di Atasan ID; ID Diatasan; Unor Atasan ID; Atasan ID; ID Atasan;
        ID Unor Atasan; Kode Atasan; Parent ID; ID Induk; Kode Induk; Induk ID""",
    "parent": """Nama Atasan; {unit} Atasan; Nama {unit} Atasan; {unit} Atasan Langsung;
        Nama {unit} Atasan Langsung; Atasan Langsung; Nama Atasan Langsung; Atasan {unit};
        {unit} di Atasnya; {unit} Induk; Nama {unit} Induk; Induk {unit}; Atasan; Diatasan;
        Di Atasan; Nama Induk; Induk; Di Bawah; Langsung di Bawah; Berada di Bawah;
        Kedudukan di Bawah; Berkedudukan di Bawah; Dibawahi oleh; Berada pada; Berkedudukan pada;
        Bagian dari; Merupakan Bagian dari; Jabatan Atasan; Jabatan Atasan Langsung;
        Pejabat Atasan; Pejabat Atasan Langsung; Parent""",
    "number": "No.; Nomor; No. Urut; Nomor Urut",
    "type": "Tipe; Tipe {unit}; Tipologi; Tipelogi; Type; Kelas; Kelas {unit}; Klasifikasi",
    "post_kind": "Jenis Jabatan; Jenis Jabatan ID; Jenis Unor; Jenis Unit",
}  # fmt: skip
UNITS = (
    "Unor", "Unit Organisasi", "Unit Kerja", "Unit", "Satuan Organisasi", "Satuan Kerja", "Satuan",
    "Satker", "Perangkat Daerah", "OPD", "SKPD", "PD", "Instansi", "Organisasi", "Dinas", "Badan",
)  # fmt: skip
EVERY = [
    (head.strip().replace("{unit}", unit), role)
    for role, heads in HEADS.items()
    for head in heads.split(";")
    for unit in (UNITS if "{unit}" in head else UNITS[:1])
]
JOINED = {
    "names": "NAMA PERANGKAT DAERAH/UNIT KERJA; Unit Organisasi (Unor); OPD / Unit; Seksi/Bidang",
    "parent": "ATASAN/INDUK; Atasan (Induk)",
    "type": "TIPE/KELAS; Kelas / Tipe; Tipe (A/B/C)",
}
ENDS = (
    "JUMLAH", "Total", "Keterangan:", "Catatan", "Sumber: SIASN", "Mengetahui,", "Ditetapkan di",
    "ttd", "Salinan sesuai",
)  # fmt: skip


@pytest.mark.parametrize(
    ("head", "role"),
    [*EVERY, *((head.strip(), role) for role, many in JOINED.items() for head in many.split(";"))],
)
def test_what_a_column_is_by_its_head(head: str, role: str) -> None:
    beside = "Nama Unit" if role != "names" else "Atasan"
    found = head_of(Sheet("u", [[beside, head], ["Sekretariat", ""]]))
    assert found is not None
    assert getattr(found, role) == ((1,) if role == "names" else 1)


@pytest.mark.parametrize("head", ["Nama/Tipe", "Atasan/NIP", "Kedudukan", "Eselon", "Jabatan"])
def test_a_head_of_two_kinds_or_of_none(head: str) -> None:
    found = head_of(Sheet("u", [["Nama Unit", head], ["Sekretariat", ""]]))
    assert found is not None
    assert (found.names, found.roles) == ((0,), 1)


@pytest.mark.parametrize(
    ("heads", "names"),
    [
        ("Perangkat Daerah; Bidang; Jabatan", (0, 1)),
        ("Jabatan; Unit Kerja", (1,)),
        ("Perangkat Daerah; Jabatan; Atasan", (1,)),
        ("Jabatan; Atasan", (0,)),
    ],
)
def test_posts_tell_units_where_nothing_else_does(heads: str, names: tuple[int, ...]) -> None:
    found = head_of(Sheet("u", [heads.split("; ")]))
    assert found is not None
    assert found.names == names


def test_every_head_is_tried() -> None:
    assert {plain(head) for head, _ in EVERY} == roles().keys()


@pytest.mark.parametrize("word", ENDS)
def test_a_row_that_ends_the_table(word: str, read) -> None:  # type: ignore[no-untyped-def]
    given = read(f"Nama Unit\nDinas Kesehatan\n{word}\nDinas Sosial\n")
    assert given == (["Dinas Kesehatan. # u!A2"], ["akhir u!A3"])

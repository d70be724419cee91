"""Each row of kb/names/tables.toml: what a column is by its head, and which word ends a table.

Short beginnings, words in capitals and posts are in `cases.toml`.
"""

import pytest

from patuh.tables.cells import Sheet
from patuh.tables.head import head_of
from patuh.tables.words import plain, roles

HEADS = {
    "id": """ID; Unor ID; ID Unor; ID Unit; Kode Unor; Kode Unit; Kode Satuan; Kode""",
    "names": """Nama Unor; Unor Nama; Nama Unit Organisasi; Nama Unit Kerja; Nama Unit;
        Nama Satuan Organisasi; Nama Satuan; Nama Perangkat Daerah; Nama OPD;
        Nama SKPD; Nama Organisasi; Unit Organisasi; Unit Kerja;
        Susunan Organisasi; Struktur Organisasi; Nomenklatur; Nama; Unor; Unit;
        Satuan; Uraian; Name; Perangkat Daerah; OPD; SKPD; Dinas/Badan;
        Bagian/Bidang; Bidang/Bagian; Sekretariat/Bidang; Bidang; Bagian;
        Subbagian/Seksi; Sub Bagian/Seksi; Seksi/Subbagian; Seksi/Sub Bagian;
        Subbidang; Sub Bidang; Subbagian; Sub Bagian; Seksi; UPT; UPTD""",
    "parent_id": """Diatasan ID; Di Atasan ID; ID Diatasan; Unor Atasan ID; Atasan ID; ID Atasan;
        ID Unor Atasan; Kode Atasan; Parent ID; ID Induk; Kode Induk; Induk ID""",
    "parent": """Nama Atasan; Unor Atasan; Nama Unor Atasan; Unit Atasan; Nama Unit Atasan;
        Satuan Atasan; Atasan Langsung; Nama Atasan Langsung; Unit Kerja Atasan;
        Unit Organisasi Atasan; Unit Kerja Induk; Atasan; Diatasan; Di Atasan;
        Unit Induk; Nama Induk; Satuan Induk; Induk; Di Bawah; Berada di Bawah;
        Berkedudukan di Bawah; Parent""",
    "number": "No.; Nomor; No. Urut; Nomor Urut",
    "type": "Tipe; Tipe Perangkat Daerah; Tipologi; Type; Kelas; Klasifikasi",
    "post_kind": "Jenis Jabatan; Jenis Jabatan ID; Jenis Unor; Jenis Unit",
}  # fmt: skip
EVERY = [(head.strip(), role) for role, heads in HEADS.items() for head in heads.split(";")]
ENDS = (
    "JUMLAH", "Total", "Keterangan:", "Catatan", "Sumber: SIASN", "Mengetahui,", "Ditetapkan di",
    "ttd", "Salinan sesuai",
)  # fmt: skip


@pytest.mark.parametrize(("head", "role"), EVERY)
def test_what_a_column_is_by_its_head(head: str, role: str) -> None:
    beside = "Nama Unit" if role != "names" else "Atasan"
    found = head_of(Sheet("u", [[beside, head], ["Sekretariat", ""]]))
    assert found is not None
    assert getattr(found, role) == ((1,) if role == "names" else 1)


def test_every_head_is_tried() -> None:
    assert {plain(head) for head, _ in EVERY} == roles().keys()


@pytest.mark.parametrize("word", ENDS)
def test_a_row_that_ends_the_table(word: str, read) -> None:  # type: ignore[no-untyped-def]
    given = read(f"Nama Unit\nDinas Kesehatan\n{word}\nDinas Sosial\n")
    assert given == (["Dinas Kesehatan. # u!A2"], ["akhir u!A3"])

"""What a unit is called and deals with by its name: each row of kb/names/parts.toml."""

import pytest

from patuh.knowledge.called.parts import affairs, parts

UPT = ("", "UPT ", "UPTD ")
SCHOOLS = (
    "SD", "SDN", "SD Negeri", "Sekolah Dasar", "SMP", "SMPN", "SMP Negeri",
    "Sekolah Menengah Pertama", "TK", "TK Negeri", "Taman Kanak-Kanak", "Taman Kanak-kanak",
    "PAUD", "SKB", "Sanggar Kegiatan Belajar", "Satuan Pendidikan",
)  # fmt: skip
RANKS = [
    ("Sekretariat", "sekretariat"),
    ("Subbagian Umum", "subbagian"),
    ("Bidang Umum", "bidang"),
    ("Subbidang Umum", "subbidang"),
    ("Seksi Umum", "seksi"),
    ("Bagian Umum", "bagian"),
    ("Wakil Direktur Umum", "wakil_direktur"),
    ("Wakil Umum", None),
    ("Irban Wilayah I", "inspektur_pembantu"),
    ("Inspektur Pembantu I", "inspektur_pembantu"),
    ("Inspektur I", None),
    ("UPT Bidang Umum", None),
    ("UPTD", None),
    ("UPT UPTD SD", None),
    *(
        (f"{name} Kuaro", "kepolisian")
        for name in (
            "Kepolisian Resor",
            "Kepala Kepolisian Resor",
            "Polres",
            "Polresta",
            "Polrestabes",
            "Kapolres",
            "Kapolresta",
            "Kapolrestabes",
        )
    ),
    *(
        (f"{name} Kuaro", "kepolisian_sektor")
        for name in ("Kepolisian Sektor", "Kepala Kepolisian Sektor", "Polsek", "Kapolsek")
    ),
    *(
        (f"{name} Kuaro", "kejaksaan")
        for name in ("Kejaksaan Negeri", "Kepala Kejaksaan Negeri", "Kejari", "Kajari")
    ),
    *(
        (f"{name} 0904/Paser", "satuan_teritorial_tni")
        for name in (
            "Komando Distrik Militer",
            "Komandan Komando Distrik Militer",
            "Komandan Distrik Militer",
            "Komandan Kodim",
            "Kodim",
            "Dandim",
            "Satuan Teritorial TNI",
            "Satuan teritorial TNI",
            "TNI",
            "Tentara Nasional Indonesia",
        )
    ),
    *(
        (f"{name} Kuaro", "komando_rayon_militer")
        for name in (
            "Komando Rayon Militer",
            "Komandan Komando Rayon Militer",
            "Komandan Rayon Militer",
            "Koramil",
            "Danramil",
        )
    ),
    *(
        (f"{name} Kuaro", "pangkalan_tni")
        for name in (
            "Pangkalan TNI Angkatan Laut",
            "Komandan Pangkalan TNI Angkatan Udara",
            "Lanal",
            "Danlanal",
            "Lanud",
            "Danlanud",
        )
    ),
    ("UPT Polsek Kuaro", None),
    *((f"{upt}Puskesmas Kuaro", "puskesmas") for upt in UPT),
    *((f"{upt}Pusat Kesehatan Masyarakat Kuaro", "puskesmas") for upt in UPT),
    *((f"{upt}{school} Kuaro", "satuan_pendidikan") for upt in UPT for school in SCHOOLS),
]
AFFAIRS = {
    "pekerjaan_umum": "Pekerjaan Umum; Penataan Ruang; Bina Marga; Cipta Karya; Sumber Daya Air",
    "pertanian": "Pertanian; Tanaman Pangan; Hortikultura; Perkebunan; Peternakan",
    "keuangan": "Keuangan; Aset",
    "pendapatan": "Pendapatan; Pajak",
    "penanaman_modal": "Penanaman Modal",
    "kepegawaian": "Kepegawaian; Sumber Daya Manusia; Pendidikan dan Pelatihan",
    "perencanaan": "Perencanaan; Penelitian; Riset",
    "pelatihan": "Sumber Daya Manusia; Pendidikan dan Pelatihan",
    "penelitian": "Penelitian; Riset",
    "bencana": "Penanggulangan Bencana",
    "kesatuan_bangsa": "Kesatuan Bangsa",
    "urusan_umum": "Umum",
    "rumah_sakit_khusus": "Khusus",
    "pendidikan": "Pendidikan",
    "kesehatan": "Kesehatan",
    "perumahan": "Perumahan; Permukiman; Pemukiman",
    "ketenteraman": "Ketenteraman; Ketertiban Umum; Kebakaran",
    "sosial": "Sosial",
    "tenaga_kerja": "Tenaga Kerja; Ketenagakerjaan",
    "perempuan_dan_anak": "Perempuan; Perlindungan Anak",
    "pangan": "Ketahanan Pangan",
    "pertanahan": "Pertanahan",
    "lingkungan_hidup": "Lingkungan Hidup",
    "kependudukan": "Kependudukan; Pencatatan Sipil",
    "masyarakat_dan_desa": "Pemberdayaan Masyarakat",
    "keluarga_berencana": "Pengendalian Penduduk; Keluarga Berencana",
    "perhubungan": "Perhubungan",
    "komunikasi": "Komunikasi; Informatika",
    "koperasi": "Koperasi; Usaha Kecil; Usaha Mikro",
    "kepemudaan": "Kepemudaan; Pemuda; Olahraga; Olah Raga",
    "statistik": "Statistik",
    "persandian": "Persandian",
    "kebudayaan": "Kebudayaan",
    "perpustakaan": "Perpustakaan",
    "kearsipan": "Kearsipan; Arsip",
    "kelautan": "Kelautan; Perikanan",
    "pariwisata": "Pariwisata",
    "perdagangan": "Perdagangan",
    "kehutanan": "Kehutanan",
    "energi": "Energi; Sumber Daya Mineral; Pertambangan",
    "perindustrian": "Perindustrian",
    "transmigrasi": "Transmigrasi",
    "perizinan": "Perizinan; Pelayanan Terpadu",
}
"""What an exception or a condition of PP 18/2016 speaks of, and the words for it."""
OF_DINAS = {
    "pangan": "Pangan",
    "masyarakat_dan_desa": "Desa",
    "perindustrian": "Industri",
    "koperasi": "UMKM; UKM",
    "energi": "ESDM",
    "pekerjaan_umum": "Tata Ruang; PUPR",
}


@pytest.mark.parametrize(("name", "rank"), RANKS)
def test_what_a_unit_is_called(name: str, rank: str | None) -> None:
    assert parts().rank(name) == rank


@pytest.mark.parametrize("affair", AFFAIRS)
def test_what_a_unit_deals_with(affair: str) -> None:
    for words in AFFAIRS[affair].split("; "):
        assert affair in affairs()(f"Badan {words} Daerah")
        assert affair not in affairs()(f"Badan {words}an Daerah")


@pytest.mark.parametrize("affair", OF_DINAS)
def test_what_a_dinas_alone_deals_with(affair: str) -> None:
    for words in OF_DINAS[affair].split("; "):
        assert affair in affairs()(f"Dinas Kearsipan, {words} dan Sosial")
        assert affair not in affairs()(f"Dinas Kearsipan, {words}an dan Sosial")
        assert affair not in affairs()(f"Bidang Sarana {words}")


def test_words_within_those_of_another_affair() -> None:
    assert affairs()("Dinas Tanaman Pangan dan Hortikultura") == ("pertanian",)
    assert affairs()("Dinas Tanaman Pangan dan Pangan") == ("pertanian", "pangan")


def test_every_row_is_tried() -> None:
    table = parts()
    of_dinas = {affair: tuple(words.split("; ")) for affair, words in OF_DINAS.items()}
    assert table.affairs_of == {"Dinas": of_dinas}
    tried = {tuple(words.split("; ")) for words in AFFAIRS.values()}
    assert ({*table.affairs.values()}, {*table.affairs}) == (tried, {*AFFAIRS})
    named = [name.removeprefix("UPT ").removeprefix("UPTD ") for name, _ in RANKS]
    rows = {*table.ranks, *table.upt_ranks, *table.bodies}
    assert not {row for row in rows if not any(f"{name} ".startswith(f"{row} ") for name in named)}

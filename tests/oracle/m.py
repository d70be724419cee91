"""PP 18/2016 jo. PP 72/2019, read from the text a second time, as tables.

A row: provision, the agency as a proposal names it, its type, in what the units stand (`""`: right
in the agency), what they are called, and how many there may be at most. Numbers are those of the
words in brackets. Nothing here is taken from `kb/`.
"""

Row = tuple[str, str, str, str, str, int]

DINAS, BADAN, CAMAT = "Dinas Sosial", "Badan Pengawas Internal", "Kecamatan Barebbo"
KELURAHAN = "Kelurahan Macanang"
SETDA, SETWAN, INSPEKTORAT = "Sekretariat Daerah", "Sekretariat DPRD", "Inspektorat"
UPT, UPTB = "UPTD Laboratorium", "UPTB Arsip"
RSUD, RSK = "Rumah Sakit Umum Daerah Tenriawaru", "Rumah Sakit Khusus Mata"
SEK, BID, WADIR = "Sekretariat", "Bidang Matahari", "Wakil Direktur Umum"


def _dinas(article: int, kind: str, most: int, sub: int) -> list[Row]:
    return [
        (f"Pasal {article} ayat (1)", DINAS, kind, "", "Bidang", most),
        (f"Pasal {article} ayat (1)", DINAS, kind, "", "Bagian", 0),
        (f"Pasal {article} ayat (2)", DINAS, kind, SEK, "Subbagian", sub),
        (f"Pasal {article} ayat (3)", DINAS, kind, BID, "Seksi", 3),
    ]


def _badan(article: int, kind: str, most: int, sub: int) -> list[Row]:
    return [
        (f"Pasal {article} ayat (1)", BADAN, kind, "", "Bidang", most),
        (f"Pasal {article} ayat (1)", BADAN, kind, "", "Bagian", 0),
        (f"Pasal {article} ayat (2)", BADAN, kind, SEK, "Subbagian", sub),
        (f"Pasal {article} ayat (3)", BADAN, kind, BID, "Subbidang", 3),
    ]


def _setwan(first: int, kind: str, most: int, sub: int) -> list[Row]:
    return [
        (f"Pasal 78 ayat ({first})", SETWAN, kind, "", "Bagian", most),
        (f"Pasal 78 ayat ({first})", SETWAN, kind, "", "Bidang", 0),
        (f"Pasal 78 ayat ({first + 1})", SETWAN, kind, "Bagian Matahari", "Subbagian", sub),
    ]


def _inspektorat(first: int, kind: str, most: int, sub: int) -> list[Row]:
    return [
        (f"Pasal 79 ayat ({first})", INSPEKTORAT, kind, "", "Inspektur Pembantu", most),
        (f"Pasal 79 ayat ({first})", INSPEKTORAT, kind, "", "Bagian", 0),
        (f"Pasal 79 ayat ({first})", INSPEKTORAT, kind, "", "Bidang", 0),
        (f"Pasal 79 ayat ({first + 1})", INSPEKTORAT, kind, SEK, "Subbagian", sub),
        ("Pasal 80", INSPEKTORAT, kind, "Inspektur Pembantu Matahari", "Seksi", 0),
    ]


LIMITS: list[Row] = [
    *_setwan(1, "A", 4, 3), *_setwan(3, "B", 3, 3), *_setwan(5, "C", 3, 2),
    *_inspektorat(1, "A", 5, 3), *_inspektorat(3, "B", 4, 2), *_inspektorat(5, "C", 3, 2),
    *_dinas(81, "A", 4, 3), *_dinas(82, "B", 3, 2), *_dinas(83, "C", 2, 2),
    *_badan(85, "A", 4, 3), *_badan(86, "B", 3, 2), *_badan(87, "C", 2, 2),
    ("Pasal 84 ayat (1)", UPT, "A", "", "Subbagian", 1),
    ("Pasal 84 ayat (1)", UPT, "A", "", "Seksi", 0),
    ("Pasal 84 ayat (1)", UPT, "A", "", "Bidang", 0),
    ("Pasal 84 ayat (2)", UPT, "B", "", "Subbagian", 0),
    ("Pasal 84 ayat (2)", UPT, "B", "", "Seksi", 0),
    ("Pasal 84 ayat (2)", UPT, "B", "", "Bidang", 0),
    ("Pasal 88 ayat (1)", UPTB, "A", "", "Subbagian", 1),
    ("Pasal 88 ayat (1)", UPTB, "A", "", "Seksi", 0),
    ("Pasal 88 ayat (1)", UPTB, "A", "", "Bidang", 0),
    ("Pasal 88 ayat (2)", UPTB, "B", "", "Subbagian", 0),
    ("Pasal 88 ayat (2)", UPTB, "B", "", "Seksi", 0),
    ("Pasal 88 ayat (2)", UPTB, "B", "", "Bidang", 0),
    ("Pasal 91 ayat (1)", CAMAT, "A", "", "Seksi", 5),
    ("Pasal 91 ayat (1)", CAMAT, "A", "", "Bidang", 0),
    ("Pasal 91 ayat (2)", CAMAT, "A", SEK, "Subbagian", 2),
    ("Pasal 92 ayat (1)", CAMAT, "B", "", "Seksi", 4),
    ("Pasal 92 ayat (1)", CAMAT, "B", "", "Bidang", 0),
    ("Pasal 92 ayat (2)", CAMAT, "B", SEK, "Subbagian", 2),
    ("Pasal 93", KELURAHAN, "", "", "Seksi", 3),
    ("Pasal 93", KELURAHAN, "", "", "Bidang", 0),
    ("Pasal 84A ayat (1)", RSUD, "A", "", "Wakil Direktur", 4),
    ("Pasal 84A ayat (2)", RSUD, "A", WADIR, "Bidang", 3),
    ("Pasal 84A ayat (3)", RSUD, "A", WADIR, "Bagian", 4),
    ("Pasal 84A ayat (6)", RSUD, "B", "", "Wakil Direktur", 3),
    ("Pasal 84A ayat (7)", RSUD, "B", WADIR, "Bidang", 3),
    ("Pasal 84A ayat (10)", RSUD, "C", "", "Bagian", 1),
    ("Pasal 84A ayat (10)", RSUD, "C", "", "Bidang", 3),
    ("Pasal 84A ayat (10)", RSUD, "C", "", "Wakil Direktur", 0),
    ("Pasal 84A ayat (11)", RSUD, "C", "Bagian Matahari", "Subbagian", 3),
    ("Pasal 84A ayat (12)", RSUD, "C", BID, "Seksi", 2),
    ("Pasal 84A ayat (13)", RSUD, "D", "", "Subbagian", 1),
    ("Pasal 84A ayat (13)", RSUD, "D", "", "Seksi", 2),
    ("Pasal 84A ayat (13)", RSUD, "D", "", "Wakil Direktur", 0),
    ("Pasal 84A ayat (13)", RSUD, "D", "", "Bagian", 0),
    ("Pasal 84A ayat (13)", RSUD, "D", "", "Bidang", 0),
    ("Pasal 84B ayat (1)", RSK, "A", "", "Wakil Direktur", 3),
    ("Pasal 84B ayat (2)", RSK, "A", WADIR, "Bidang", 3),
    ("Pasal 84B ayat (5)", RSK, "B", "", "Bagian", 1),
    ("Pasal 84B ayat (5)", RSK, "B", "", "Bidang", 2),
    ("Pasal 84B ayat (5)", RSK, "B", "", "Wakil Direktur", 0),
    ("Pasal 84B ayat (6)", RSK, "B", "Bagian Matahari", "Subbagian", 2),
    ("Pasal 84B ayat (7)", RSK, "B", BID, "Seksi", 2),
]  # fmt: skip

DEEPER: list[tuple[str, str, str, str, int]] = [
    ("Pasal 84A ayat (4)", RSUD, "A", "Bagian", 3),
    ("Pasal 84A ayat (5)", RSUD, "A", "Bidang", 2),
    ("Pasal 84A ayat (8)", RSUD, "B", "Bagian", 3),
    ("Pasal 84A ayat (9)", RSUD, "B", "Bidang", 2),
    ("Pasal 84B ayat (3)", RSK, "A", "Bagian", 3),
    ("Pasal 84B ayat (4)", RSK, "A", "Bidang", 2),
]
"""What stands in a Bagian (Subbagian) or Bidang (Seksi) of a Wakil Direktur."""

SETDA_LIMITS: list[tuple[str, str, str, int]] = [
    ("Pasal 74 ayat (1)", "A", "Asisten", 3),
    ("Pasal 74 ayat (2)", "A", "Bagian", 4),
    ("Pasal 74 ayat (3)", "A", "Subbagian", 3),
    ("Pasal 75 ayat (1)", "B", "Asisten", 3),
    ("Pasal 75 ayat (2)", "B", "Bagian", 3),
    ("Pasal 75 ayat (3)", "B", "Subbagian", 3),
    ("Pasal 76 ayat (1)", "C", "Asisten", 2),
    ("Pasal 76 ayat (2)", "C", "Bagian", 3),
    ("Pasal 76 ayat (3)", "C", "Subbagian", 3),
]
"""Of the Sekretariat Daerah: Asisten in all, Bagian of one Asisten, Subbagian of one Bagian."""

ONE_SECRETARIAT = [
    *((f"Pasal 79 ayat ({at})", INSPEKTORAT, kind) for at, kind in ((1, "A"), (3, "B"), (5, "C"))),
    *((f"Pasal {at} ayat (1)", DINAS, kind) for at, kind in ((81, "A"), (82, "B"), (83, "C"))),
    *((f"Pasal {at} ayat (1)", BADAN, kind) for at, kind in ((85, "A"), (86, "B"), (87, "C"))),
    ("Pasal 91 ayat (1)", CAMAT, "A"),
    ("Pasal 92 ayat (1)", CAMAT, "B"),
    ("Pasal 93", KELURAHAN, ""),
]

STAF_AHLI = ("Pasal 102 ayat (3)", 3)

ON_CONDITION = {
    ("Pasal 81 ayat (1)", "Bidang"): 1,
    ("Pasal 74 ayat (3)", "Subbagian"): 1,
    ("Pasal 75 ayat (3)", "Subbagian"): 1,
    ("Pasal 76 ayat (3)", "Subbagian"): 1,
}
"""So many more are lawful if other matters were merged (Pasal 40 ayat (6) and ayat (10))."""

GROUPS = [
    ["Pendidikan", "Kebudayaan", "Kepemudaan", "Pariwisata"],
    [
        "Kesehatan", "Sosial", "Pemberdayaan Perempuan", "Pengendalian Penduduk",
        "Administrasi Kependudukan", "Pemberdayaan Masyarakat",
    ],
    ["Ketenteraman"],
    [
        "Penanaman Modal", "Koperasi", "Perindustrian", "Perdagangan", "Energi", "Transmigrasi",
        "Tenaga Kerja",
    ],
    ["Komunikasi", "Statistik", "Persandian"],
    [
        "Perumahan", "Pekerjaan Umum", "Pertanahan", "Perhubungan", "Lingkungan Hidup",
        "Kehutanan", "Ketahanan Pangan", "Pertanian", "Kelautan",
    ],
    ["Perpustakaan", "Kearsipan"],
]  # fmt: skip
"""Which affairs one Dinas may deal with together: Pasal 40 ayat (4) huruf a to g, 32 in all."""

TYPES = {
    SETDA: "ABC", SETWAN: "ABC", INSPEKTORAT: "ABC", DINAS: "ABC", BADAN: "ABC", CAMAT: "AB",
    UPT: "AB", UPTB: "AB", RSUD: "ABCD", RSK: "AB",
}  # fmt: skip
"""Which types, or classes, there are: Pasal 30, 32, 34, 36, 41, 44E, 47, 49, 51."""

CALLED = {SETDA: "Staf", INSPEKTORAT: "Pengawas", DINAS: "Pelaksana", BADAN: "Penunjang"}
"""What element each is: Pasal 29, 33, 35, 46, each ayat (1)."""

ABOVE = [
    *((f"Pasal 53 ayat ({at})", agency, kind, score)
      for at, agencies in ((1, (SETDA, SETWAN, INSPEKTORAT)), (2, (DINAS, BADAN)))
      for agency in agencies for kind, score in (("A", 800), ("B", 600))),
    ("Pasal 53 ayat (4)", CAMAT, "A", 600),
]  # fmt: skip
"""A type needs a score above this one."""

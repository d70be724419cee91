"""Small proposals, one for each level of finding."""

HEADER = """\
USULAN  : Usulan uji
DAERAH  : Kabupaten Paser
TANGGAL : 1 Maret 2024
LINGKUP : sebagian

STRUKTUR

"""
CLEAN = (
    HEADER
    + """\
Dinas Sosial bertanggung jawab kepada Bupati melalui Sekretaris Daerah.
Asisten Pemerintahan dan Kesejahteraan Rakyat mengoordinasikan Dinas Sosial.
"""
)
VIOLATION = CLEAN.replace("kepada Bupati melalui Sekretaris Daerah", "langsung kepada Bupati")
INCOMPLETE = CLEAN.replace(
    "Asisten Pemerintahan dan Kesejahteraan Rakyat mengoordinasikan Dinas Sosial.\n", ""
)
WARNING = CLEAN + "Asisten Perekonomian dan Pembangunan mengoordinasikan Dinas Sosial.\n"
NOTE = CLEAN + "Wakil Bupati.\n"

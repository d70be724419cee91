"""Small proposals, one for each level of finding, and how much of national law is not assessed."""

from pathlib import Path

NATIONAL = Path(__file__).parents[2] / "kb" / "national"

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


def waiting(law: str) -> int:
    """How many provisions of a law wait for their norms, as its files say."""
    texts = (path.read_text(encoding="utf-8") for path in (NATIONAL / law).glob("*.lp"))
    return sum(text.count(", belum_dienkode).") for text in texts)


PP_18, UU_23 = waiting("pp_18_2016"), waiting("uu_23_2014")

"""Charts to be looked at: of the corpus, of measured structures, of a regency that fails."""

import sys
from functools import cache
from pathlib import Path

from patuh.chart.shapes import Drawing
from patuh.checking import check
from patuh.messages import Lang
from patuh.report.charted import chart_of

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests" / "benchmarks"))

from structures import structure  # noqa: E402 - the measured structures stand beside

HEAD = """\
USULAN  : Struktur
DAERAH  : Kabupaten Paser
TANGGAL : 1 Maret 2024
LINGKUP : sebagian

STRUKTUR

"""


def text_of(name: str) -> str:
    """A proposal by name: a number of units, `gagal`, or a file of the corpus."""
    if name.isdecimal():
        return structure(int(name), 0.1)
    if name == "gagal":
        return _failing()
    return (ROOT / "corpus" / "proposals" / f"{name}.sotk").read_text(encoding="utf-8")


@cache
def chart(text: str, lang: Lang = "id", *, whole: bool = False) -> Drawing:
    """The chart of a proposal, with its findings."""
    drawing = chart_of(check(text.encode(), "usulan.sotk"), lang, whole=whole)
    assert drawing is not None
    return drawing


def _failing() -> str:
    """Paser with lines that pass by the Sekretaris Daerah, and UPT without their agency's care."""
    text = text_of("paser_struktur_dasar")
    upt = "UPT Puskesmas Tanah Grogot bertanggung jawab kepada"
    for old, new in (
        (f"{upt} Dinas Kesehatan", f"{upt} Bupati"),
        ("Dinas Sosial membina, mengendalikan dan mengevaluasi UPT", "Dinas Sosial membina UPT"),
        ("#! bersih", "Dinas Pariwisata bertanggung jawab langsung kepada Bupati."),
        ("    - Badan Pendapatan Daerah\n", ""),
    ):
        assert old in text, old
        text = text.replace(old, new)
    return text

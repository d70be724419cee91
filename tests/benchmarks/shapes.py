"""Inputs that repeat one shape n times: in each, time once grew with a power of n.

A shape is a text for a size. `WEIGHT` says how much a text of that size states, where that is more
than n: a workflow of n reports in n steps states n times n.
"""

from collections.abc import Callable

Shape = Callable[[int], str]

_HEAD = "USULAN : A\nDAERAH : Kabupaten Paser\nLINGKUP : sebagian\n\n"
_DRAFT = """\
PERATURAN BUPATI PASER
NOMOR 1 TAHUN 2025
TENTANG
URUSAN

Menimbang :
a. bahwa satu;
{considerations}Mengingat :
{bases}
MEMUTUSKAN:
Menetapkan : PERATURAN BUPATI TENTANG URUSAN.

"""


def _many(n: int, line: Callable[[int], str]) -> str:
    return "".join(line(at) + "\n" for at in range(n))


def _draft(body: str, considerations: str = "b. bahwa dua;\n", bases: str = "") -> str:
    opening = _DRAFT.format(
        considerations=considerations, bases=bases or "1. Undang-Undang Nomor 23 Tahun 2014;"
    )
    return f"{opening}{body}"


def _structure(lines: str) -> str:
    return f"{_HEAD}STRUKTUR\n\n{lines}"


def units(n: int) -> str:
    return _structure(_many(n, lambda at: f"Bidang Urusan {at} pada Dinas Urusan {at // 5}."))


def findings(n: int) -> str:
    return _structure(
        _many(n, lambda at: f"Dinas Urusan {at} bertanggung jawab langsung kepada Bupati.")
    )


def superiors(n: int) -> str:
    line = "Bidang Data pada Dinas Sosial bertanggung jawab kepada Dinas Urusan {}."
    return _structure(_many(n, line.format))


def working_relations(n: int) -> str:
    names = ", ".join(f"Dinas Urusan {at}" for at in range(n))
    return _structure(f"{names} berhubungan kerja koordinatif dengan Dinas Sosial.\n")


def chart(n: int) -> str:
    line = "Dinas Urusan {} bertanggung jawab kepada Bupati melalui Sekretaris Daerah."
    drawn = "Dinas Urusan {} bertanggung jawab kepada Bupati."
    return _structure(f"{_many(n, line.format)}\nBAGAN\n\n{_many(n, drawn.format)}")


def reports(n: int) -> str:
    """One workflow with n subjects, each of which hands in its report."""
    subjects = "; ".join(f"Dinas Urusan {at}" for at in range(n))
    step = "  {0}. Dinas Urusan {0} menyampaikan laporan kepada Sekretaris Daerah."
    return (
        f'{_HEAD}ALUR laporan "Laporan"\n  subjek: Dinas Urusan {n}; {subjects}\n'
        "  berkala: triwulanan\n  tenggat: 10 hari\n"
        f"{_many(n, lambda at: step.format(at + 1))}"
        f"  {n + 1}. Sekretaris Daerah meneruskan laporan kepada Bupati.\n"
    )


def workflows(n: int) -> str:
    flow = 'ALUR koordinasi "Alur {0}"\n  1. Dinas Urusan {0} memerintah Dinas Sosial.'
    return _HEAD + _many(n, flow.format)


def steps(n: int) -> str:
    step = "  {0}. Dinas Urusan {0} menyampaikan data kepada Dinas Kesehatan."
    return f'{_HEAD}ALUR koordinasi "Alur"\n{_many(n, lambda at: step.format(at + 1))}'


def definitions(n: int) -> str:
    body = _many(n, lambda at: f"{at + 1}. Istilah Nomor{at} adalah hal yang {at} diatur.")
    opening = "Pasal 1\nDalam Peraturan ini yang dimaksud dengan:\n"
    return _draft(f"BAB I\nKETENTUAN UMUM\n{opening}{body}Pasal 2\nIstilah Nomor1 berlaku.\n")


def same_chapter(n: int) -> str:
    return _draft(_many(n, lambda _: "BAB I\nUMUM") + "Pasal 1\nBerlaku.\n")


def same_letter(n: int) -> str:
    return _draft("Pasal 1\nBerlaku.\n", considerations=_many(n, lambda _: "a. bahwa dua;"))


def articles(n: int) -> str:
    return _draft(_many(n, lambda at: f"Pasal {at + 1}\nDinas menilai hal {at}."))


def paragraphs(n: int) -> str:
    return _draft("Pasal 1\n" + _many(n, lambda at: f"({at + 1}) Dinas menilai hal {at}."))


def citing_articles(n: int) -> str:
    line = "Pasal {}\nDinas menilai sebagaimana dimaksud dalam Pasal {} dan Pasal {}."
    return _draft(_many(n, lambda at: line.format(at + 1, at * 7 % n + 1, at * 3 % n + 1)))


def undefined_terms(n: int) -> str:
    line = "Pasal {}\nForum Koordinasi{} Daerah menilai Badan Pengelola{} Kota."
    return _draft(_many(n, lambda at: line.format(at + 1, at, at)))


def legal_bases(n: int) -> str:
    bases = _many(n, lambda at: f"{at + 1}. Undang-Undang Nomor {at + 1} Tahun 2014 tentang Hal;")
    return _draft("Pasal 1\nBerlaku.\n", bases=bases)


def structure_of_agencies(n: int) -> str:
    line = "Pasal {}\nDinas Urusan {} bertanggung jawab langsung kepada Bupati.".format
    return _draft(_many(n, lambda at: line(at + 1, at)))


def structure_not_understood(n: int) -> str:
    line = "Pasal {}\nPimpinan unit {} bertanggung jawab kepada atasan {}.".format
    return _draft(_many(n, lambda at: line(at + 1, at, at)))


PROPOSALS: dict[Shape, int] = {
    units: 10_000, findings: 2_000, superiors: 90, working_relations: 4_000, chart: 2_000,
    reports: 400, workflows: 2_000, steps: 900,
}  # fmt: skip
"""Shapes of proposals, each with a size near the documented limits or a second of work."""

DRAFTS: dict[Shape, int] = {
    definitions: 1_000, same_chapter: 2_000, same_letter: 2_000, articles: 4_000,
    paragraphs: 4_000, citing_articles: 4_000, undefined_terms: 2_000, legal_bases: 1_000,
    structure_of_agencies: 1_000, structure_not_understood: 1_000,
}  # fmt: skip
"""Shapes of drafts."""

WEIGHT: dict[Shape, Callable[[int], int]] = {reports: lambda n: n * n}

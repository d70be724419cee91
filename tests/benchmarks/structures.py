"""Structures of any size for measuring: a regency with agencies, their divisions and their UPT."""

from collections.abc import Iterator

ASISTEN = (
    "Asisten Pemerintahan dan Kesejahteraan Rakyat",
    "Asisten Perekonomian dan Pembangunan",
    "Asisten Administrasi Umum",
)
UNITS_PER_AGENCY = 5


def structure(units: int, faulty: float = 0.0) -> str:
    """A Paser proposal with about `units` units, of which a share `faulty` of agencies violates H7.

    Each agency brings four units besides itself: two Bidang, a Seksi in the first, an UPT.
    """
    agencies = max(1, units // UNITS_PER_AGENCY)
    every = round(1 / faulty) if faulty else 0
    return "\n".join([*_header(agencies), *_agencies(agencies, every)]) + "\n"


def _header(agencies: int) -> Iterator[str]:
    yield f"USULAN  : Struktur dengan {agencies} Dinas"
    yield "DAERAH  : Kabupaten Paser"
    yield "TANGGAL : 1 Maret 2024"
    yield "LINGKUP : sebagian"
    yield ""
    yield "STRUKTUR"
    yield ""


def _agencies(agencies: int, every: int) -> Iterator[str]:
    for number in range(agencies):
        name = f"Dinas Urusan {number:06d}"
        faulty = every and number % every == 0
        via = "langsung kepada Bupati" if faulty else "kepada Bupati melalui Sekretaris Daerah"
        yield f"{name} bertanggung jawab {via}."
        yield f"{ASISTEN[number % 3]} mengoordinasikan {name}."
        for letter in "AB":
            yield f"Bidang {letter} pada {name} bertanggung jawab kepada {name}."
        yield f"Seksi C pada {name} bertanggung jawab kepada Bidang A pada {name}."
        yield f"UPT D {number:06d} pada {name} bertanggung jawab kepada {name}."

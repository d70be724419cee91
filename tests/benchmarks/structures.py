"""Structures of any size for measuring: a regency with agencies, their divisions and their UPT."""

from collections.abc import Iterable, Iterator

ASISTEN = (
    "Asisten Pemerintahan dan Kesejahteraan Rakyat",
    "Asisten Perekonomian dan Pembangunan",
    "Asisten Administrasi Umum",
)
UNITS_PER_AGENCY = 5


def structure(units: int, faulty: float = 0.0) -> str:
    """A Paser proposal with about `units` units, of which a share `faulty` of agencies violates H7.

    Each agency brings four units besides itself: two Bidang, a Seksi in the first, a UPT.
    """
    agencies, every = _measures(units, faulty)
    return "\n".join([*_header(agencies, "Paser"), *_agencies(agencies, every)]) + "\n"


def structure_by_groups(units: int, faulty: float = 0.0) -> str:
    """A Kutai Timur proposal: a sentence on all agencies, a long list, agencies split off."""
    agencies, every = _measures(units, faulty)
    lines = [*_header(agencies, "Kutai Timur"), *_groups(agencies), *_inside(agencies)]
    lines += [
        f"{_agency(number)} bertanggung jawab langsung kepada Bupati."
        for number in range(0, agencies, every or agencies + 1)
        if every
    ]
    return "\n".join(lines) + "\n"


def workflows(units: int, faulty: float = 0.0) -> str:
    """A Paser proposal of reports, requests and joint activities of many agencies.

    It names about `units` agencies and five times as many steps; a share `faulty` reports past
    the Sekretaris Daerah.
    """
    every = round(1 / faulty) if faulty else 0
    return "\n".join([*_header(units, "Paser"), *_reports(units, every)]) + "\n"


def _measures(units: int, faulty: float) -> tuple[int, int]:
    return max(1, units // UNITS_PER_AGENCY), round(1 / faulty) if faulty else 0


def _agency(number: int) -> str:
    return f"Dinas Urusan {number:06d}"


def _header(agencies: int, region: str) -> Iterator[str]:
    yield f"USULAN  : Struktur dengan {agencies} Dinas"
    yield f"DAERAH  : Kabupaten {region}"
    yield "TANGGAL : 1 Maret 2024"
    yield "LINGKUP : sebagian"
    yield ""
    yield "STRUKTUR"
    yield ""


def _agencies(agencies: int, every: int) -> Iterator[str]:
    for number in range(agencies):
        name = _agency(number)
        faulty = every and number % every == 0
        via = "langsung kepada Bupati" if faulty else "kepada Bupati melalui Sekretaris Daerah"
        yield f"{name} bertanggung jawab {via}."
        yield f"{ASISTEN[number % 3]} mengoordinasikan {name}."
        for letter in "AB":
            yield f"Bidang {letter} pada {name} bertanggung jawab kepada {name}."
        yield f"Seksi C pada {name} bertanggung jawab kepada Bidang A pada {name}."
        yield f"UPT D {number:06d} pada {name} bertanggung jawab kepada {name}."


def _groups(agencies: int) -> Iterator[str]:
    yield "Seluruh Perangkat Daerah bertanggung jawab kepada Bupati melalui Asisten yang membidangi"
    yield "  kemudian Sekretaris Daerah."
    for number in range(agencies):
        yield f"{_agency(number)} merupakan pecahan dari Dinas Kesehatan."
    yield from _list(ASISTEN[0], range(agencies))


def _list(asisten: str, agencies: Iterable[int]) -> Iterator[str]:
    yield f"{asisten} mengoordinasikan Unsur Pelaksana:"
    yield from (f"  - {_agency(number)}" for number in agencies)


def _inside(agencies: int) -> Iterator[str]:
    for number in range(agencies):
        name = _agency(number)
        for letter in "AB":
            yield f"Bidang {letter} pada {name} bertanggung jawab kepada {name}."
            above = f"Bidang {letter} pada {name}"
            yield f"Seksi {letter} pada {name} bertanggung jawab kepada {above}."


def _reports(agencies: int, every: int) -> Iterator[str]:
    yield from _list(ASISTEN[0], range(agencies))
    for number in range(agencies):
        name, other = _agency(number), _agency((number + 1) % agencies)
        faulty = every and number % every == 0
        via = "" if faulty else " melalui Sekretaris Daerah dikoordinasikan oleh " + ASISTEN[0]
        yield f'ALUR laporan "Laporan {number}"'
        yield f"  subjek: {name}"
        yield "  berkala: triwulanan"
        yield f"  1. {name} menyampaikan laporan kepada Bupati{via}."
        yield f'ALUR kegiatan "Kegiatan {number}"'
        yield f"  1. {name} berkoordinasi dengan {other} dengan sarana rapat koordinasi."
        yield f"  2. {other} menyampaikan data kepada {name}."
        yield f'ALUR permintaan "Permintaan {number}"'
        yield f"  1. Bupati meminta laporan kepada {name}."
        yield f"  2. {name} menyampaikan laporan kepada Bupati."

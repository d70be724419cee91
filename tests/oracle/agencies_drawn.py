"""Random proposals of a region without a Perbup here, of agencies and what they consist of."""

import re
from random import Random

from oracle.generate import Draft

_TYPE = r" (?:Tipe|Kelas) "

NAMES = (
    "Melati",
    "Mawar",
    "Kenanga",
    "Cempaka",
    "Anggrek",
    "Dahlia",
    "Seruni",
    "Teratai",
    "Lontar",
)
DINAS = (
    "Dinas Sosial", "Dinas Kesehatan", "Dinas Pendidikan", "Dinas Pertanian", "Dinas Pemakaman",
    "Dinas Pekerjaan Umum", "Dinas Penanaman Modal", "Satuan Polisi Pamong Praja",
)  # fmt: skip
BADAN = (
    "Badan Perhubungan", "Badan Keuangan Daerah", "Badan Pendapatan Daerah", "Badan Kehutanan",
    "Badan Kepegawaian, Pendidikan dan Pelatihan", "Badan Perencanaan Pembangunan Daerah",
    "Badan Penanggulangan Bencana Daerah", "Badan Kesatuan Bangsa dan Politik", "Badan Sosial",
    "Badan Pelayanan Perizinan", "Badan Kesehatan", "Badan Pertanian dan Keuangan", "Badan Umum",
)  # fmt: skip
OTHERS = ("Inspektorat", "Sekretariat DPRD", "Kecamatan Barebbo")
PLACED = ("Puskesmas Kajuara", "SMP Negeri 1 Kajuara", "Rumah Sakit Umum Daerah Tenriawaru")
CAMAT = ("Kecamatan Barebbo", "Kecamatan Cina")
TYPES = ("", "", "", " Tipe A", " Tipe B", " Tipe C")


def parts(rng: Random, agency: str) -> list[str]:
    """Units in an agency, as many as are about the limits, and units in them."""
    called, below = {"Kec": ("Seksi", ""), "Ins": ("Inspektur Pembantu", "Seksi")}.get(
        agency[:3], ("Bidang", "Subbidang" if agency.startswith("Badan") else "Seksi")
    )
    if agency == "Sekretariat DPRD":
        called, below = "Bagian", "Subbagian"
    found = []
    for name in NAMES[: rng.choice((0, 1, 2, 3, 3, 4, 4, 5, 6, 7, 9))]:
        own = f"{called} {name} {(*DINAS, *BADAN, *OTHERS).index(agency)}"
        stands = rng.choices((f"{called} {name} pada {agency}", f"{agency} membawahi {own}",
                              f"{agency} dapat membawahi {own}"), (16, 2, 1))[0]  # fmt: skip
        found.append(stands)
    if below and found and rng.random() < 0.4:
        home = f"{called} {NAMES[0]} pada {agency}"
        found += [home, *(f"{below} {one} pada {home}" for one in NAMES[: rng.randint(1, 5)])]
    if rng.random() < 0.4:
        found += [f"Subbagian {one} pada Sekretariat pada {agency}"
                  for one in NAMES[: rng.randint(1, 5)]]  # fmt: skip
    if rng.random() < 0.15:
        found.append(f"Sekretariat {rng.choice(NAMES)} pada {agency}")
    return found


def setda(rng: Random) -> list[str]:
    """Asisten, their Bagian, and Subbagian of one of these."""
    asisten = [f"Asisten Bidang {one}" for one in NAMES[: rng.randint(1, 4)]]
    bagian = [f"Bagian {one}" for one in (*NAMES, "Umum")]
    found = list(asisten)
    for one in rng.sample(bagian, rng.randint(1, 6)):
        leads = rng.choice(asisten[:2])
        found.append(rng.choice((f"{one} pada {leads}", f"{leads} membawahi {one}",
                                 f"{leads} mengoordinasikan {one}", f"{leads} membina {one}",
                                 f"{one} bertanggung jawab kepada {leads}")))  # fmt: skip
    one = rng.choice(bagian)
    return [*found, *(f"Subbagian {name} pada {one}" for name in NAMES[: rng.randint(0, 6)])]


def lines(rng: Random) -> list[str]:
    """To whom a Kelurahan, a hospital and the Sekretariat DPRD answer."""
    hospital, kelurahan = PLACED[2], "Kelurahan Macege"
    who = rng.choice((hospital, kelurahan, hospital, kelurahan, "Sekretariat DPRD"))
    to = rng.choice(("Bupati", "Sekretaris Daerah", *CAMAT, *DINAS[:2], "Badan Umum", "DPRD"))
    how = rng.choice(("", "", "", "secara teknis ", "secara administratif "))
    said = rng.choice(("", "", "", "tidak ", "dapat ", "wajib "))
    via = rng.choice(("", "", "", " melalui Dinas Kesehatan", f" melalui {CAMAT[0]}"))
    found = [f"{who} {said}{how}bertanggung jawab kepada {to}{via if to not in via else ''}"]
    if rng.random() < 0.5:
        found.append(f"{kelurahan} pada {rng.choice(CAMAT)}")
    return found


def placed(rng: Random) -> list[str]:
    """Schools and health services, and where they lie."""
    return [f"{rng.choice(PLACED)} pada {rng.choice((*DINAS, *BADAN))}"]


def changed(rng: Random) -> list[str]:
    """Agencies that go or come from others."""
    one, other = rng.sample((*DINAS[:-1], *BADAN), 2)
    return [rng.choice((f"{one} dihapus", f"{one} merupakan nama baru dari {other}",
                        f"{one} merupakan penggabungan dari {one} dan {other}",
                        f"{one} merupakan pecahan dari {other}"))]  # fmt: skip


def agency(rng: Random) -> list[str]:
    """An agency, with its type or without."""
    name = rng.choice(rng.choice((DINAS, DINAS, BADAN, OTHERS)))
    kind = rng.choice(TYPES)
    return [name + (" Tipe B" if kind == " Tipe C" and name.startswith("Kec") else kind),
            *parts(rng, name)]  # fmt: skip


def upt(rng: Random) -> list[str]:
    """A UPT of a Dinas or Badan, with a Subbagian or two."""
    name = f"UPT Laboratorium pada {rng.choice((*DINAS[:2], *BADAN[:2]))}"
    return [name, *(f"Subbagian {one} pada {name}" for one in NAMES[: rng.randint(0, 2)])]


def ranked(rng: Random) -> list[str]:
    """Units, and of which echelon their heads are."""
    agency, special = rng.choice((*DINAS[:3], *BADAN[:3])), "Rumah Sakit Khusus Mata"
    head = rng.choice((
        agency, agency, *OTHERS, *PLACED, special, "UPT Laboratorium", "Asisten Bidang Melati",
        "Sekretaris Daerah", "Staf Ahli Bidang Hukum", "Kelurahan Macege",
    ))  # fmt: skip
    holder = rng.choice((agency, *OTHERS, PLACED[0], PLACED[2], special, "UPT Laboratorium",
                         "Kelurahan Macege"))  # fmt: skip
    called = rng.choice(("Bidang Melati", "Seksi Mawar", "Subbagian Dahlia", "Sekretariat",
                         "Inspektur Pembantu I", "Wakil Direktur Umum", "Bagian Lontar",
                         ))  # fmt: skip
    called = "Sekretariat" if called == "Bidang Melati" and holder in OTHERS else called
    part = f"{called} pada {holder}"
    if rng.random() < 0.3:
        part = f"Subbagian Seruni pada {part}"
    one = rng.choice((head, part, part, "Bagian Lontar", "Subbagian Seruni pada Bagian Lontar"))
    echelon = rng.choice(("II.a", "II.b", "III.a", "III.b", "IV.a", "IV.b", "IIIa", "IV/b"))
    title = rng.choice(("Kepala Bidang", "Kepala Subbagian", "Kepala Seksi", "Sekretaris Dinas",
                        "Sekretaris Kecamatan", "Camat", "Kepala UPT"))  # fmt: skip
    kind = rng.choice(("", " Tipe A", " Tipe B", " Kelas A", " Kelas B", " Kelas C"))
    found = [
        f"{holder}{kind}",
        one,
        f"{rng.choice((one, one, title))} merupakan jabatan eselon {echelon}",
    ]
    return found[1:] if one == head or holder in (*DINAS, *BADAN, *OTHERS) else found


def draft(seed: int) -> Draft:
    """The proposal of a seed."""
    rng = Random(f"agencies {seed}")
    kinds = rng.choices(
        (agency, setda, lines, placed, changed, upt, ranked), (8, 2, 4, 2, 2, 1, 3), k=4
    )
    typed: dict[str, str] = {}
    sentences = [
        f"{one}."
        for kind in kinds
        for one in kind(rng)
        if not re.search(_TYPE, one) or typed.setdefault(re.split(_TYPE, one)[0], one) == one
    ]
    score = rng.choice(("", "", "300", "401", "400,5"))
    head = ["USULAN  : Acak", "DAERAH  : Kabupaten Bone", "LINGKUP : sebagian"]
    said = any(one.startswith("Dinas Penanaman Modal") for one in sentences)
    head += [f"SKOR    : Dinas Penanaman Modal = {score}"] if score and said else []
    return Draft(tuple(head), tuple(dict.fromkeys(sentences)))

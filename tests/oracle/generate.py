"""Random proposals of both regencies, as parts that can be left out one by one.

Most begin from something compliant and are then changed in a few places, so that every check both
fires and stays silent often. `draft(rng, regency)` is driven by a `random.Random` alone; with
Hypothesis, pass it `st.randoms(use_true_random=False)`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from random import Random

from oracle.roster import THREE, roster

NAMES = {
    THREE[0]: "Asisten Pemerintahan dan Kesejahteraan Rakyat",
    THREE[1]: "Asisten Perekonomian dan Pembangunan",
    THREE[2]: "Asisten Administrasi Umum",
}
ASISTEN = list(NAMES.values())
FIELDS = [
    "Staf Ahli Bidang Pemerintahan dan Hukum",
    "Staf Ahli Bidang Ekonomi",
    "Staf Ahli Bidang Kesejahteraan Rakyat",
]
PASER_PD = [
    "Dinas Kesehatan",
    "Dinas Sosial",
    "Dinas Lingkungan Hidup",
    "Dinas Perhubungan",
    "Badan Perencanaan Pembangunan Daerah",
    "Badan Pendapatan Daerah",
    "Inspektorat",
    "Satuan Polisi Pamong Praja",
    "Sekretariat DPRD",
    "Kecamatan Kuaro",
    "Badan Penanggulangan Bencana Daerah",
    "Rumah Sakit Umum Daerah Panglima Sebaya",
]
KUTIM_PD = [
    "Dinas Kesehatan",
    "Dinas Sosial",
    "Dinas Perhubungan",
    "Dinas Pertanahan",
    "Badan Penanggulangan Bencana Daerah",
    "Rumah Sakit Umum Daerah Kudungga",
    "Sekretariat DPRD",
    "Satuan Polisi Pamong Praja",
    "Dinas Lingkungan Hidup",
    "Dinas Perikanan",
    "Badan Riset dan Inovasi Daerah",
    "Badan Perencanaan Pembangunan Daerah",
    "Inspektorat",
    "Badan Pendapatan Daerah",
    "Dinas Perpustakaan dan Kearsipan",
    "Kecamatan Bengalon",
    "Dinas Ekonomi Kreatif",
    "Rumah Sakit Umum Daerah Muara Wahau",
]
BAGIAN = [
    "Bagian Hukum",
    "Bagian Tata Pemerintahan",
    "Bagian Perekonomian",
    "Bagian Umum",
    "Bagian Organisasi",
    "Bagian Arsip Daerah",
]
VERTICAL = [
    "Kejaksaan Negeri",
    "Badan Pusat Statistik",
    "Komisi Pemilihan Umum Daerah",
    "Otoritas Jasa Keuangan",
    "Kantor Imigrasi Sangatta",
    "Kepolisian Resort Kutai Timur",
    "Komando Distrik Militer 0909/Sangatta",
    "Ombudsman",
]
PASER_VERTICAL = ["Kejaksaan Negeri Tana Paser", "Kantor Pertanahan Tana Paser"]
UPT = ["UPT Puskesmas Kuaro", "UPT Laboratorium Lingkungan", "UPT Pengujian Kendaraan"]
TASKS = [
    "pelatihan usaha mikro", "pengelolaan sampah", "pengawasan limbah",
    "melaksanakan fungsi lain yang diberikan oleh Bupati",
]  # fmt: skip
TITLES = {
    "paser": ("Kabupaten Paser", "Peraturan Bupati Paser Nomor 56 Tahun 2020"),
    "kutim": ("Kabupaten Kutai Timur", "Peraturan Bupati Kutai Timur Nomor 41 Tahun 2023"),
}


@dataclass(frozen=True)
class Flow:
    """An ALUR part: its heading, attribute lines and steps (numbered when printed)."""

    heading: str
    attributes: tuple[str, ...]
    steps: tuple[str, ...]


@dataclass(frozen=True)
class Draft:
    """A proposal in parts; every part can be left out."""

    header: tuple[str, ...]
    sentences: tuple[str, ...] = ()
    chart: tuple[str, ...] = ()
    flows: tuple[Flow, ...] = field(default=())

    @property
    def text(self) -> str:
        """The `.sotk` file."""
        lines = list(self.header)
        if self.sentences:
            lines += ["", "STRUKTUR", "", *self.sentences]
        if self.chart:
            lines += ["", "BAGAN", "", *self.chart]
        for number, flow in enumerate(self.flows, 1):
            lines += ["", f'ALUR {flow.heading} "Alur {number}"']
            lines += [f"  {attribute}" for attribute in flow.attributes]
            lines += [f"  {at}. {step}" for at, step in enumerate(flow.steps, 1)]
        return "\n".join(lines) + "\n"

    def smaller(self) -> Iterator["Draft"]:
        """Every draft with one part less, greatest parts first."""
        for at in range(len(self.flows)):
            yield replace(self, flows=self.flows[:at] + self.flows[at + 1 :])
        if self.chart:
            yield replace(self, chart=())
        for name in ("sentences", "chart", "header"):
            parts = getattr(self, name)
            for size in (len(parts) // 2, len(parts) // 4, 1):
                for at in range(0, len(parts) if size else 0, size or 1):
                    less = parts[:at] + parts[at + size :]
                    yield replace(self, **{name: less})
        for at, sentence in enumerate(self.sentences):
            items = sentence.split("\n")
            for line in range(1, len(items) if len(items) > 2 else 0):
                less = "\n".join(items[:line] + items[line + 1 :])
                parts = (*self.sentences[:at], less, *self.sentences[at + 1 :])
                yield replace(self, sentences=parts)
        for at, flow in enumerate(self.flows):
            for name in ("attributes", "steps"):
                parts = getattr(flow, name)
                for part in range(len(parts)):
                    less = replace(flow, **{name: parts[:part] + parts[part + 1 :]})
                    yield replace(self, flows=(*self.flows[:at], less, *self.flows[at + 1 :]))


class Writer:
    """Draws the sentences of one proposal."""

    def __init__(self, rng: Random, regency: str) -> None:
        self.rng = rng
        self.regency = regency
        self.kutim = regency == "kutim"
        pool = KUTIM_PD if self.kutim else PASER_PD
        self.pd = rng.sample(pool, rng.randint(2, 5))
        self.offices = [u for u in self.pd if u.startswith(("Dinas", "Badan"))] or [pool[0]]
        self.bagian = rng.sample(BAGIAN, 3)
        self.vertical = rng.sample(VERTICAL if self.kutim else PASER_VERTICAL, 2)
        self.asisten = list(ASISTEN) + (["Asisten Keuangan"] if self.chance(0.15) else [])
        self.staf_ahli = list(FIELDS)
        if self.chance(0.2):
            self.staf_ahli += ["Staf Ahli Bidang Pembangunan", "Staf Ahli"]
        self.upt = rng.sample(UPT, 2)
        self.inner = [
            f"{name} pada {rng.choice(self.pd)}"
            for name in rng.sample(
                ["Bidang Pelayanan", "Seksi Data", "Subbagian Umum", "Kelompok Jabatan Fungsional"],
                2,
            )
        ]
        if self.chance(0.1):
            self.inner.append("Kelurahan Kuaro")
        if self.chance(0.1):
            self.inner.append("Bidang Lepas")
        self.extra: list[str] = []
        """Sentences that a flow asks for."""
        self.home = {u: rng.choice([*self.offices, *self.offices, *self.pd]) for u in self.upt}

    def chance(self, p: float) -> bool:
        return self.rng.random() < p

    def one(self, *pools: list[str] | str) -> str:
        pool = self.rng.choice(pools)
        return pool if isinstance(pool, str) else self.rng.choice(pool)

    def anyone(self) -> str:
        """A unit of any sort, agencies first."""
        office = ["Bupati", "Sekretaris Daerah", "Sekretariat Daerah", "Wakil Bupati", "DPRD"]
        return self.one(
            self.pd,
            self.pd,
            self.pd,
            self.asisten,
            office,
            office,
            self.inner,
            self.upt,
            self.bagian,
            self.staf_ahli,
            self.vertical,
        )

    def modal(self) -> str:
        return self.rng.choices(
            ["", "wajib ", "dapat ", "tidak ", "tidak wajib ", "tidak dapat ", "dilarang "],
            [84, 5, 6, 2, 1, 1, 1],
        )[0]

    def asisten_of(self, unit: str) -> str:
        """Most often the right Asisten."""
        entry = roster().get(unit.replace("DPRD", "Dewan Perwakilan Rakyat Daerah"))
        if self.kutim and entry and self.chance(0.85):
            return NAMES[entry[0]]
        if not self.kutim and self.chance(0.85):
            return ASISTEN[sum(map(ord, unit)) % 3]
        return self.rng.choice(self.asisten)

    # structure

    def account(self) -> str:
        """An agency answers, mostly as it should."""
        u, to = self.one(self.pd), "Bupati"
        via = self.rng.choices(
            [
                f"{self.asisten_of(u)} kemudian Sekretaris Daerah",
                f"Sekretaris Daerah dan {self.asisten_of(u)}",
                "Sekretaris Daerah",
                "Asisten yang membidangi kemudian Sekretaris Daerah",
                self.asisten_of(u),
                "",
            ],
            [25, 10, 30, 15, 5, 15],
        )[0]
        if self.chance(0.12):
            to = self.one("Sekretaris Daerah", "Wakil Bupati", "DPRD", self.pd, self.asisten)
            via = "" if self.chance(0.7) else via
        through = f" melalui {via}" if via else ""
        if self.chance(0.03):
            through = " tanpa melalui Sekretaris Daerah"
        directly = "langsung " if self.chance(0.1) else ""
        nature = self.rng.choices(
            ["", "secara teknis operasional ", "secara administratif "], [90, 7, 3]
        )[0]
        form = self.rng.choice(["bertanggung jawab", "berada di bawah dan bertanggung jawab"])
        who = u if self.chance(0.85) else "Seluruh Perangkat Daerah"
        if who == to:
            to = "Bupati"
        return f"{who} {self.modal()}{form} {directly}{nature}kepada {to}{through}."

    def coordinate(self) -> str:
        u = self.one(self.pd)
        a = self.asisten_of(u)
        return self.one(
            f"{a} {self.modal()}mengoordinasikan {u}.",
            f"{u} dikoordinasikan oleh {a}.",
            f"{a} mengoordinasikan Unsur Pelaksana:\n  - {u}\n  - {self.one(self.pd)}",
        )

    def bagian_sentence(self) -> str:
        b = self.one(self.bagian)
        a = self.asisten_of(b)
        return self.one(
            f"{b} bertanggung jawab kepada {a}.",
            f"{b} bertanggung jawab kepada Sekretaris Daerah melalui {a}.",
            f"{b} {self.modal()}bertanggung jawab kepada {self.anyone()}.",
            f"{a} membawahi {b}.",
            f"{a} membina {b}.",
            f"{a} melaksanakan pembinaan, pengarahan, pengawasan dan instruksi kepada Bagian:\n"
            f"  - {b}\n  - {self.one(self.bagian)}",
            f"{a} mengoordinasikan {b}.",
            "Seluruh Bagian bertanggung jawab kepada Asisten yang membina.",
            f"{b} bertanggung jawab kepada Sekretaris Daerah.",
        )

    def asisten_sentence(self) -> str:
        a = self.one(self.asisten)
        to = self.one("Sekretaris Daerah", "Sekretaris Daerah", "Sekretariat Daerah", "Bupati")
        return self.one(
            f"{a} {self.modal()}bertanggung jawab kepada {to}.",
            f"Seluruh Asisten bertanggung jawab kepada {to}.",
            f"{a} membawahi {self.one(self.pd, self.bagian, self.inner)}.",
            f"{a} bertanggung jawab kepada {self.anyone()}.",
        )

    def staf_ahli_sentence(self) -> str:
        s = self.one(self.staf_ahli)
        return self.one(
            f"{s} bertanggung jawab kepada {self.one('Bupati', 'Bupati', 'Sekretaris Daerah')}.",
            f"{s} secara administratif dikoordinasikan oleh "
            f"{self.one('Sekretaris Daerah', 'Sekretaris Daerah', 'Bupati', self.asisten)}.",
            f"Seluruh Staf Ahli secara administratif dikoordinasikan oleh "
            f"{self.one('Sekretaris Daerah', 'Sekretariat Daerah', self.pd)}.",
            f"{s} dikoordinasikan oleh {self.one('Sekretaris Daerah', 'Bupati', self.asisten)}.",
            f"Seluruh Staf Ahli bertanggung jawab kepada {self.one('Bupati', 'Bupati', self.pd)}.",
            f"{s} {self.one('membawahi', 'mengoordinasikan', 'membina')} {self.one(self.pd)}.",
            f"{s} berhubungan kerja konsultatif dengan {self.one(self.pd)}.",
        )

    def head_sentence(self) -> str:
        who = self.one("Sekretaris Daerah", "Sekretariat Daerah")
        return self.one(
            f"Sekretaris Daerah bertanggung jawab kepada "
            f"{self.one('Bupati', 'Bupati', 'DPRD', 'Wakil Bupati')}.",
            f"Sekretariat Daerah bertanggung jawab kepada "
            f"{self.one('Sekretaris Daerah', 'Bupati', self.pd)}.",
            f"{self.one(who, who, self.pd)} bertugas mengoordinasikan seluruh Perangkat Daerah.",
            f"{self.one(who, who, self.pd)} bertugas memberikan dukungan administratif dan "
            "fasilitatif.",
            f"{self.one(who, self.asisten, self.pd)} mengoordinasikan seluruh Perangkat Daerah.",
            f"{self.one(self.pd)} dikepalai oleh {self.one('Sekretaris Daerah', 'Bupati')}.",
            f"{self.one('Bupati', 'Wakil Bupati', 'DPRD')} bertanggung jawab kepada "
            f"{self.one('DPRD', 'Bupati', self.pd)}.",
        ).replace("DPRD bertanggung jawab kepada DPRD", "DPRD bertanggung jawab kepada Bupati")

    def command(self) -> str:
        x, y = self.anyone(), self.anyone()
        if self.chance(0.5):
            x = self.one("Bupati", "Sekretaris Daerah", "Wakil Bupati", self.offices)
        if x == y:
            x = "Bupati" if y != "Bupati" else "Sekretaris Daerah"
        verb = self.one("membawahi", "membawahi", "memerintah")
        if self.chance(0.05):
            return f"{x} {verb} seluruh Perangkat Daerah."
        return f"{x} {self.modal()}{verb} {y}."

    def relation(self) -> str:
        x, y = self.one(self.pd), self.one(self.pd)
        if self.chance(0.4):
            x = self.anyone()
        if self.chance(0.25):
            y = self.anyone()
        if x == y:
            x = "Bupati" if y != "Bupati" else "Sekretaris Daerah"
        pattern = self.rng.choices(
            [
                "koordinatif",
                "koordinatif fungsional",
                "koordinatif hierarkis",
                "koordinatif instansional",
                "koordinatif multisektoral",
                "koordinatif lintas sektoral",
                "koordinatif multi sektoral",
                "koordinatif diagonal",
                "konsultatif",
                "kolegial",
                "fungsional",
                "struktural",
                "instruktif",
                "kolegal",
            ],
            [12, 12, 9, 10, 5, 4, 3, 3, 5, 5, 4, 9, 3, 2],
        )[0]
        label = ""
        if len(pattern.split()) == 2 and self.chance(0.4):
            label = f" ({self.one('lintas', 'multi', 'inter')} sektoral)"
        via = " melalui Forkopimda" if self.chance(0.1) else ""
        if pattern.startswith("koordinatif") and self.chance(0.2):
            words = pattern.removeprefix("koordinatif")
            return f"{x} {self.modal()}berkoordinasi{words}{label} dengan {y}{via}."
        return f"{x} {self.modal()}berhubungan kerja {pattern}{label} dengan {y}{via}."

    def kinship(self) -> str:
        x, y = self.rng.sample(self.pd, 2)
        return f"{x} dan {y} {self.one('', 'tidak ')}serumpun."

    def task(self) -> str:
        task = self.one(TASKS)
        u = self.one(self.pd, self.pd, self.upt)
        return self.one(
            f"{u} bertugas {task}.",
            f"{u} bertugas {task}.",
            f"{self.one(self.offices)} melimpahkan tugas {task} kepada {self.one(self.upt)}.",
        )

    def upt_sentence(self) -> str:
        u = self.one(self.upt)
        home = self.home[u] if self.chance(0.85) else self.anyone_above()
        return self.one(
            f"{u} pada {home}.",
            f"{u} pada {home}.",
            f"{home} membawahi {u}.",
            f"{u} {self.modal()}bertanggung jawab kepada {home}.",
            f"{u} bertanggung jawab kepada {self.anyone_above()}.",
            f"{home} melaksanakan pembinaan, pengendalian dan evaluasi terhadap {u}.",
            f"{home} membina {u}.",
            f"{home} mengendalikan dan mengevaluasi {u}.",
        )

    def anyone_above(self) -> str:
        return self.one(self.pd, "Bupati", "Sekretaris Daerah", "Sekretariat Daerah", self.asisten)

    def inner_sentence(self) -> str:
        u = self.one(self.inner)
        home = u.split(" pada ")[-1] if " pada " in u else self.one(self.pd)
        return self.one(
            f"{u} {self.modal()}bertanggung jawab kepada {home}.",
            f"{u} bertanggung jawab kepada {self.one(home, self.pd, 'Bupati')}.",
            f"{u} bertanggung jawab kepada Bupati melalui {home}.",
            f"{u} secara teknis bertanggung jawab kepada {self.one(self.pd)}.",
            f"{home} membawahi {u}.",
            f"{self.one(self.pd)} membawahi {u}.",
            f"{u} bertanggung jawab kepada {self.anyone_above()}.",
        )

    def vertical_sentence(self) -> str:
        w = self.one(self.vertical)
        entry = roster().get(w)
        a = NAMES[entry[0]] if entry and self.chance(0.6) else self.one(self.asisten)
        return self.one(
            f"{a} mengoordinasikan Instansi Vertikal:\n  - {w}",
            f"{a} mengoordinasikan {w}.",
            f"{a} mengoordinasikan {w} melalui Forkopimda.",
            f"{w} bertanggung jawab kepada {self.one('Bupati', self.pd, self.vertical)}.",
            f"{self.one('Bupati', self.pd)} {self.modal()}membawahi {w}.",
            f"{self.one(self.pd)} berkoordinasi dengan {w}{self.one('', ' melalui Forkopimda')}.",
            f"{self.one(self.pd)} berhubungan kerja struktural dengan {w}.",
            f"{w} merupakan {self.one('Perangkat Daerah', 'Instansi Vertikal')}.",
        ).replace(f"{w} bertanggung jawab kepada {w}", f"{w} bertanggung jawab kepada Bupati")

    def forum(self) -> str:
        full = ["DPRD", "Kepolisian Resort Kutai Timur", "Kejaksaan Negeri"]
        full.append("Komando Distrik Militer 0909/Sangatta")
        if not self.kutim:
            return "Forkopimda diketuai oleh Bupati."
        if self.chance(0.3):
            full.pop(self.rng.randrange(4))
        if self.chance(0.3):
            full.append(self.one(self.vertical, self.pd) + self.one("", " (pimpinan lembaga)"))
        items = "\n".join(f"  - {m}" for m in dict.fromkeys(full))
        chair = self.one("Bupati", "Bupati", "Sekretaris Daerah", "Wakil Bupati")
        return self.one(
            f"Forkopimda diketuai oleh {chair}.",
            f"Forkopimda beranggotakan:\n{items}",
            f"{self.one(self.vertical)} membidangi {self.one('statistik', 'narkotika')}.",
            "Forkopimda.",
        )

    def change(self) -> str:
        u, w = self.rng.sample(self.pd, 2)
        new = self.one("Badan Perencanaan dan Riset Daerah", "Dinas Sosial dan Pertanahan Baru")
        return self.one(
            f"{new} merupakan nama baru dari {u}.",
            f"{new} merupakan penggabungan dari {u} dan {w}.",
            f"{new} merupakan pecahan dari {u}.",
            f"{u} dihapus.",
            f"{self.one(self.asisten)} mengoordinasikan {new}.",
        )

    def classify(self) -> str:
        kinds = ["Unsur Pelaksana", "Unsur Penunjang", "unsur pengawas", "Perangkat Daerah"]
        return f"{self.one(self.pd)} merupakan {self.one(kinds)}."

    def circle(self) -> str:
        u = self.one(self.pd)
        return (
            f"Bidang Alfa pada {u} bertanggung jawab kepada Bidang Beta pada {u}.\n"
            f"Bidang Beta pada {u} bertanggung jawab kepada Bidang Alfa pada {u}."
        )

    def twice(self) -> str:
        """A task or a UPT that two agencies share."""
        x, y = self.rng.sample(self.pd, 2)
        if self.chance(0.5):
            task = self.one(TASKS)
            return f"{x} bertugas {task}.\n{y} bertugas {task}."
        u = self.one(self.upt)
        return f"{x} membawahi {u}.\n{y} membawahi {u}."

    def exempt(self) -> str:
        u = self.one(self.pd)
        return f"{u} dikecualikan dari ketentuan melalui Sekretaris Daerah."

    def sentences(self) -> list[str]:
        forms: list[tuple[Callable[[], str], int]] = [
            (self.account, 16),
            (self.coordinate, 14),
            (self.asisten_sentence, 7),
            (self.bagian_sentence, 8),
            (self.staf_ahli_sentence, 7),
            (self.head_sentence, 8),
            (self.command, 7),
            (self.relation, 14),
            (self.kinship, 6),
            (self.task, 7),
            (self.upt_sentence, 9),
            (self.inner_sentence, 8),
            (self.vertical_sentence, 6),
            (self.forum, 4),
            (self.change, 3),
            (self.classify, 2),
            (self.exempt, 1),
            (self.circle, 1),
            (self.twice, 3),
        ]
        makers, weights = zip(*forms, strict=True)
        count = self.rng.choice([1, 2, 4, 6, 9, 14, 20])
        return [make() for make in self.rng.choices(makers, weights, k=count)]

    def compliant(self) -> list[str]:
        """A complete structure without findings, to be spoilt a little."""
        out = [
            "Sekretaris Daerah bertanggung jawab kepada Bupati.",
            "Sekretaris Daerah bertugas mengoordinasikan seluruh Perangkat Daerah.",
            "Sekretariat Daerah bertanggung jawab kepada Sekretaris Daerah.",
            "Sekretariat Daerah bertugas memberikan dukungan administratif dan fasilitatif.",
            "Seluruh Asisten bertanggung jawab kepada Sekretaris Daerah.",
        ]
        for s in FIELDS:
            out.append(f"{s} bertanggung jawab kepada Bupati.")
            if self.kutim:
                out.append(f"{s} secara administratif dikoordinasikan oleh Sekretaris Daerah.")
        if self.kutim:
            groups: dict[tuple[str, str], list[str]] = {}
            for name, entry in roster().items():
                groups.setdefault(entry, []).append(name)
            verbs = {
                "bagian": "melaksanakan pembinaan, pengarahan, pengawasan dan instruksi kepada "
                "Bagian:",
                "pelaksana": "mengoordinasikan Unsur Pelaksana:",
                "penunjang": "mengoordinasikan Unsur Penunjang:",
                "vertikal": "mengoordinasikan Instansi Vertikal:",
                "lainnya": "mengoordinasikan Instansi lainnya:",
            }
            empty = self.one(list(THREE)) if self.chance(0.1) else None
            for (a, group), names in groups.items():
                if a == empty and group in ("pelaksana", "penunjang"):
                    out += [f"{name} dihapus." for name in names]
                    continue
                if self.chance(0.3):
                    names = [name for name in names if not self.chance(0.08)] or names[:1]
                items = "\n".join(f"  - {name}" for name in names)
                owner = NAMES[a] if self.chance(0.95) else self.one(ASISTEN)
                out.append(f"{owner} {verbs[group]}\n{items}")
            out.append("Seluruh Bagian bertanggung jawab kepada Asisten yang membina.")
        else:
            for u in dict.fromkeys([*self.pd, *(self.home.values())]):
                if u.startswith("Rumah Sakit"):
                    continue
                out.append(f"{ASISTEN[sum(map(ord, u)) % 3]} mengoordinasikan {u}.")
            for u in self.upt:
                home = self.home[u]
                out.append(f"{u} pada {home}.")
                out.append(f"{u} bertanggung jawab kepada {home}.")
                out.append(
                    f"{home} melaksanakan pembinaan, pengendalian dan evaluasi terhadap {u}."
                )
        out.append(
            "Seluruh Perangkat Daerah bertanggung jawab kepada Bupati melalui "
            "Asisten yang membidangi kemudian Sekretaris Daerah."
        )
        if self.kutim:
            out.append("Forkopimda diketuai oleh Bupati.")
            out.append(
                "Forkopimda beranggotakan:\n  - DPRD\n  - Kepolisian Resort Kutai Timur\n"
                "  - Kejaksaan Negeri\n  - Komando Distrik Militer 0909/Sangatta"
            )
        for u in self.inner:
            if " pada " in u and self.chance(0.5):
                out.append(f"{u} bertanggung jawab kepada {u.split(' pada ')[-1]}.")
        return out

    # workflows

    def flow(self) -> Flow:
        makers = [
            (self.report, 20),
            (self.inner_report, 5),
            (self.incidental, 4),
            (self.request, 6),
            (self.order, 7),
            (self.perda, 5),
            (self.policy, 3),
            (self.international, 4),
            (self.loan, 5),
            (self.proposal, 3),
            (self.lkpj, 6),
            (self.cooperation, 7),
            (self.dispute, 5),
            (self.advice, 5),
            (self.study, 3),
            (self.coordination, 6),
            (self.synchronisation, 3),
            (self.plan, 4),
            (self.spread_policy, 4),
            (self.forum_flow, 5),
            (self.activity, 5),
        ]
        names, weights = zip(*makers, strict=True)
        heading, attributes, steps = self.rng.choices(names, weights)[0]()
        return self.spoil(Flow(heading, tuple(attributes), tuple(steps)))

    def spoil(self, flow: Flow) -> Flow:
        """Up to two changes to a flow; often none."""
        attributes, steps = list(flow.attributes), list(flow.steps)
        for _ in range(self.rng.choice([0, 0, 1, 1, 2])):
            what = self.rng.randrange(7)
            if what == 0 and attributes:
                attributes.pop(self.rng.randrange(len(attributes)))
            elif what == 1 and len(steps) > 1:
                steps.pop(self.rng.randrange(len(steps)))
            elif what == 2 and len(steps) > 1:
                i, j = self.rng.sample(range(len(steps)), 2)
                steps[i], steps[j] = steps[j], steps[i]
            elif what == 3:
                at = self.rng.randrange(len(steps))
                steps[at] = self.reactor(steps[at])
            elif what == 4:
                at = self.rng.randrange(len(steps))
                steps[at] = self.weaken(steps[at])
            elif what == 5:
                steps.insert(self.rng.randrange(len(steps) + 1), self.random_step())
            elif what == 6:
                at = self.rng.randrange(len(steps))
                if "sarana" not in steps[at]:
                    means = self.one("rapat koordinasi", "surat", "instruksi", "permintaan data")
                    steps[at] = f"{steps[at][:-1]} dengan sarana {means}."
        return Flow(flow.heading, tuple(attributes), tuple(steps))

    def _split(self, step: str) -> tuple[str, str]:
        words = step.split(" ")
        at = next(i for i, w in enumerate(words) if w[0].islower() and w not in ("dan", "pada"))
        return " ".join(words[:at]), " ".join(words[at:])

    def reactor(self, step: str) -> str:
        """Another actor does it."""
        actor, rest = self._split(step)
        new = self.anyone()
        return step if new in rest or new == actor else f"{new} {rest}"

    def weaken(self, step: str) -> str:
        actor, rest = self._split(step)
        if rest.startswith(("dapat", "tidak", "wajib")):
            return step
        return f"{actor} {self.one('dapat', 'dapat', 'tidak', 'tidak wajib')} {rest}"

    def random_step(self) -> str:
        x, y = self.anyone(), self.anyone()
        if x == y:
            x, y = "Bupati", "Sekretaris Daerah"
        act = self.one(
            "menyampaikan laporan kepada",
            "meneruskan laporan kepada",
            "berkoordinasi dengan",
            "memerintah",
            "meminta data kepada",
            "menyampaikan data kepada",
            "berkonsultasi dengan",
            "menyampaikan laporan keterangan pertanggungjawaban kepada",
        )
        return f"{x} {act} {y}."

    def report(self) -> tuple[str, list[str], list[str]]:
        u = self.one(self.pd)
        a = self.asisten_of(u)
        sekda = self.one("Sekretaris Daerah", "Sekretaris Daerah", "Sekretariat Daerah")
        attributes = [f"subjek: {u}", "berkala: triwulanan", "tenggat: 10 hari"]
        if self.chance(0.1):
            attributes[1] = "berkala: tidak"
        if self.chance(0.25):
            attributes[2] = "jatuh tempo: 10 Juli 2024"
            attributes.append(f"disampaikan: {self.one('5 Juli 2024', '15 Juli 2024')}")
        routes = [
            [
                f"{u} menyampaikan laporan kepada {a}.",
                f"{a} meneruskan laporan kepada {sekda}.",
                f"{sekda} meneruskan laporan kepada Bupati.",
            ],
            [f"{u} menyampaikan laporan kepada Bupati melalui {a} kemudian {sekda}."],
            [f"{u} menyampaikan laporan kepada Bupati melalui {sekda} kemudian {a}."],
            [f"{u} menyampaikan laporan kepada Bupati melalui {a} dan {sekda}."],
            [
                f"{u} menyampaikan laporan kepada {sekda} melalui Asisten yang membidangi.",
                f"{sekda} meneruskan laporan kepada Bupati.",
            ],
            [
                f"{u} menyampaikan laporan kepada {sekda} dikoordinasikan oleh {a}.",
                f"{sekda} menyampaikan laporan kepada Bupati.",
            ],
            [
                f"{u} menyampaikan laporan kepada {sekda}.",
                f"{sekda} meneruskan laporan kepada {a}.",
                f"{a} meneruskan laporan kepada Bupati.",
            ],
            [f"{u} menyampaikan laporan kepada {sekda}."],
            [
                f"{u} menyampaikan laporan kepada {sekda}.",
                f"{sekda} meneruskan laporan kepada Bupati.",
            ],
            [
                f"{u} menyampaikan laporan kepada {a}.",
                f"{a} menyampaikan laporan kepada Bupati.",
            ],
        ]
        weights = [20, 15, 5, 8, 10, 10, 6, 6, 8, 6]
        return "laporan", attributes, self.rng.choices(routes, weights)[0]

    def inner_report(self) -> tuple[str, list[str], list[str]]:
        u = self.one(self.upt, self.inner)
        home = self.home.get(u) or (u.split(" pada ")[-1] if " pada " in u else self.one(self.pd))
        to = home if self.chance(0.7) else self.anyone_above()
        via = f" melalui {self.one(home, self.asisten)}" if self.chance(0.2) and to != home else ""
        steps = [f"{u} menyampaikan laporan kepada {to}{via}."]
        return "laporan", [f"subjek: {u}", "berkala: bulanan", "tenggat: 5 hari"], steps

    def incidental(self) -> tuple[str, list[str], list[str]]:
        u = self.one(self.pd)
        steps = [f"{u} menyampaikan laporan kepada {self.one('Bupati', 'Sekretaris Daerah')}."]
        return "laporan insidentil", [f"subjek: {u}"], steps

    def request(self) -> tuple[str, list[str], list[str]]:
        x, y = self.one("Bupati", "Sekretaris Daerah", self.pd), self.one(self.pd, "DPRD")
        if x == y:
            x = "Bupati"
        what = self.one("bahan", "laporan", "keterangan")
        steps = [
            f"{x} meminta {what} {self.one('kepada', 'dari')} {y}.",
            f"{y} menyampaikan {what} kepada {x}.",
        ]
        return "permintaan", [], steps

    def order(self) -> tuple[str, list[str], list[str]]:
        y = self.one(self.pd, self.bagian, self.inner, self.upt)
        x = self.one("Bupati", "Bupati", "Sekretaris Daerah", "Wakil Bupati", self.asisten, self.pd)
        if x == y:
            x = "Bupati"
        attributes = ["pola: kolegial"] if self.chance(0.3) else []
        steps = [f"{x} memberikan perintah kepada {y}.", f"{y} melaksanakan perintah."]
        return self.one("kegiatan", "koordinasi"), attributes, steps

    def perda(self) -> tuple[str, list[str], list[str]]:
        approve = self.one(
            "DPRD menyetujui peraturan daerah.",
            "DPRD memberikan persetujuan kepada Bupati.",
            "Bupati melakukan persetujuan bersama dengan DPRD.",
        )
        enact = f"{self.one('Bupati', 'Bupati', 'Bupati', 'Sekretaris Daerah')} menetapkan perda."
        return "perda", [], ["Bagian Hukum menyusun perda.", approve, enact]

    def policy(self) -> tuple[str, list[str], list[str]]:
        steps = ["Bupati menetapkan kebijakan."]
        if self.chance(0.6):
            steps.insert(
                0,
                self.one(
                    "Bupati membahas kebijakan bersama DPRD.",
                    "DPRD membahas kebijakan dengan Bupati.",
                    "Bupati menyampaikan kebijakan kepada DPRD.",
                ),
            )
        return "kebijakan", [], steps

    def international(self) -> tuple[str, list[str], list[str]]:
        discuss = self.one(
            "Bupati membahas rencana kerja sama internasional bersama DPRD.",
            "DPRD membahas rencana kerja sama internasional dengan Bupati.",
            "Bupati menyampaikan usulan kepada DPRD.",
        )
        sign = self.one("menandatangani perjanjian", "menyepakati kerja sama internasional")
        return "kerja sama internasional", [], [discuss, f'Bupati {sign} dengan "Kota Kobe".']

    def loan(self) -> tuple[str, list[str], list[str]]:
        act = self.one("melakukan pinjaman", "menandatangani pinjaman", "menerima pinjaman")
        steps = [
            "Bupati meminta persetujuan kepada DPRD.",
            "DPRD memberikan persetujuan kepada Bupati.",
            f'Bupati {act} dengan "Bank Kaltimtara".',
        ]
        return "pinjaman", [], steps

    def proposal(self) -> tuple[str, list[str], list[str]]:
        steps = [
            "Bupati mengajukan usulan kepada DPRD.",
            f"DPRD {self.one('memberikan tanggapan kepada', 'menanggapi usulan dari')} Bupati.",
        ]
        return "usulan", [], steps

    def lkpj(self) -> tuple[str, list[str], list[str]]:
        moment = self.one(
            "akhir tahun anggaran",
            "akhir tahun anggaran",
            "sebelum akhir tahun anggaran",
            f"{self.rng.randint(1, 6)} bulan setelah akhir tahun anggaran",
        )
        attributes = [
            f"berkala: {self.one('tahunan', 'tahunan', 'triwulanan')}",
            f"waktu: {moment}",
        ]
        to = self.one("DPRD", "DPRD", "DPRD", '"Gubernur"')
        what = self.one("laporan keterangan pertanggungjawaban", "LKPJ", "LKPJ")
        return "lkpj", attributes, [f"Bupati menyampaikan {what} kepada {to}."]

    def cooperation(self) -> tuple[str, list[str], list[str]]:
        u = self.one(self.pd)
        other = '"Pemerintah Kota Bontang"'
        attributes = [f"subjek: {u}", "rujukan: SOP, SPM"]
        if self.chance(0.2):
            attributes[1] = f"rujukan: {self.one('SOP', 'SPM')}"
        if self.chance(0.4):
            attributes.append(f"urusan: {self.one(TASKS)}")
            self.extra.append(f"{u} bertugas {self.one(TASKS)}.")
        steps = [
            f"{u} melakukan observasi pada {other}.",
            f"{u} meninjau kelayakan dengan {other}.",
            f"{u} berkonsultasi dengan {self.one(self.bagian)}.",
            f"{u} berkoordinasi dengan Sekretaris Daerah, dengan sarana rapat koordinasi.",
            f"Bupati menandatangani perjanjian dengan {other}.",
        ]
        if self.chance(0.2):
            steps.insert(self.rng.randrange(4), steps.pop())
        if u in steps[3].removeprefix(u):
            steps[3] = f"{u} berkoordinasi dengan Bupati."
        return self.one("kerja sama", "kerja sama antar daerah"), attributes, steps

    def dispute(self) -> tuple[str, list[str], list[str]]:
        x, y = self.rng.sample(self.pd, 2)
        if self.chance(0.1):
            y = "Sekretariat Daerah"
        steps = [
            f"Sekretaris Daerah mendengar {x}.",
            f"Sekretaris Daerah mendengar keterangan {y}.",
            f"{self.one('Sekretaris Daerah', 'Sekretaris Daerah', self.asisten)} "
            f"mengoordinasikan penyelesaian dengan {x}.",
        ]
        if y == "Sekretariat Daerah":
            steps[1] = "Bupati mendengar Sekretariat Daerah."
        kind = self.one("perselisihan", "perselisihan kerja sama", "perselisihan kerja sama")
        return kind, [f"pihak: {x}; {y}", "tenggat: 14 hari"], steps

    def advice(self) -> tuple[str, list[str], list[str]]:
        s = self.one(self.staf_ahli)
        attributes = [f"subjek: {s}", f"bentuk: {self.one('telaahan staf', 'nota dinas')}"]
        gather = self.one(
            f"{s} berkoordinasi dengan {self.one(self.pd)}.",
            f"{s} mengumpulkan data dari {self.one(self.pd)}.",
            f"{s} meminta data kepada {self.pd[0]}.",
        )
        to = self.one("Bupati", "Bupati", "Sekretaris Daerah")
        steps = [gather, f"{s} menyampaikan rekomendasi kepada {to}."]
        if to != "Bupati" and self.chance(0.5):
            steps.append(f"{to} meneruskan rekomendasi kepada Bupati.")
        return "rekomendasi staf ahli", attributes, steps

    def study(self) -> tuple[str, list[str], list[str]]:
        u = self.one(self.pd)
        parts = self.one("penjelasan, alternatif", "penjelasan", "alternatif", "kesimpulan")
        steps = [f"{u} membuat telaahan staf.", f"{u} menyampaikan telaahan staf kepada Bupati."]
        return "telaahan staf", [f"subjek: {u}", f"muatan: {parts}"], steps

    def coordination(self) -> tuple[str, list[str], list[str]]:
        x, y = self.one(self.pd), self.one(self.pd, self.vertical)
        if x == y:
            x = "Sekretaris Daerah"
        means = self.one(
            "rapat koordinasi",
            "rapat",
            "permintaan data",
            "penyampaian informasi",
            "konsultasi",
            "surat",
            "surel",
            "instruksi",
            "telepon",
            "forkopimda",
        )
        via = f" melalui {self.one('Forkopimda', self.asisten_of(y))}" if self.chance(0.3) else ""
        return "koordinasi", [], [f"{x} berkoordinasi dengan {y}{via} dengan sarana {means}."]

    def synchronisation(self) -> tuple[str, list[str], list[str]]:
        x, y = self.rng.sample(self.pd, 2)
        step = self.one(
            f"{x} berkoordinasi dengan {y} dengan sarana {self.one('rapat koordinasi', 'surat')}.",
            f"{x} mengadakan rapat koordinasi dengan {y}.",
            f"{x} menyampaikan rencana program kepada {y}.",
        )
        return "sinkronisasi program", [], [step]

    def plan(self) -> tuple[str, list[str], list[str]]:
        x, y = self.rng.sample(self.pd, 2)
        steps = [f"{x} menyusun rencana strategis.", f"{x} berkoordinasi dengan {y}."]
        return "renstra", [f"terkait: {x}; {y}"], steps

    def spread_policy(self) -> tuple[str, list[str], list[str]]:
        x, y = self.rng.sample(self.pd, 2)
        steps = ["Bupati menetapkan kebijakan.", f"Bupati menyampaikan kebijakan kepada {x}."]
        if self.chance(0.7):
            steps.append(
                f"Sekretaris Daerah {self.one('menyampaikan', 'meneruskan')} kebijakan kepada {y}."
            )
        return "kebijakan koordinatif", [f"terkait: {x}; {y}"], steps

    def forum_flow(self) -> tuple[str, list[str], list[str]]:
        w = self.one(self.vertical)
        self.extra.append(f"{w} membidangi {self.one('statistik', 'narkotika')}.")
        steps = [
            f"Forkopimda mengundang {w}.",
            f"{self.one('Bupati', 'Bupati', 'Sekretaris Daerah')} memimpin rapat dengan {w}.",
        ]
        return "forkopimda", [f"bahasan: {self.one('statistik', 'narkotika')}"], steps

    def activity(self) -> tuple[str, list[str], list[str]]:
        x, y = self.rng.sample(self.pd, 2)
        steps = [f"{x} menyiapkan kegiatan.", f"{y} mengelola kegiatan."]
        if self.chance(0.5):
            steps.append(
                self.one(
                    f"{x} berkoordinasi dengan {y}.",
                    f"{x} menyampaikan data kepada {y}.",
                    f"{y} mengadakan rapat koordinasi dengan {x}.",
                )
            )
        attributes = ["pola: kolegial"] if self.chance(0.2) else []
        if self.chance(0.3):
            steps.append("Bupati memutuskan secara sepihak.")
        return "kegiatan", attributes, steps

    # what checks that came later ask of

    def added(self, sentences: list[str]) -> list[str]:
        """A few sentences more, drawn apart, so that the seeds draw all else as they did before."""
        before, self.rng = self.rng, Random("\n".join(sentences))
        makers = (
            self.two_patterns,
            self.no_asisten,
            self.seksi,
            self.staf_ahli_through,
            self.upt_line,
            self.upt_place,
        )
        more = [self.rng.choice(makers)() for _ in range(self.rng.choice([0, 0, 0, 1, 2]))]
        self.rng = before
        return [sentence for group in more for sentence in group]

    def two_patterns(self) -> list[str]:
        """A pair for which two patterns belong together, often with one of them."""
        u = self.one(self.pd)
        pairs = [("Bupati", "DPRD"), ("Bupati", u), ("Sekretaris Daerah", u)]
        pairs += [("Sekretariat Daerah", u), (self.one(self.offices), self.upt[0])]
        x, y = self.rng.choice(pairs)
        both = ["kolegial", "konsultatif"] if y == "DPRD" else ["struktural", "koordinatif"]
        some = self.rng.sample(both, self.rng.choice([1, 1, 1, 2]))
        if self.chance(0.2):
            x, y = y, x
        found = [f"{x} {self.modal()}berhubungan kerja {pattern} dengan {y}." for pattern in some]
        if self.upt[0] in (x, y) and self.chance(0.7):
            found.insert(0, f"{self.upt[0]} pada {y if x == self.upt[0] else x}.")
        if self.chance(0.3) and " tidak " not in found[-1]:
            only = self.rng.choice(["hanya berhubungan kerja", "berhubungan kerja semata-mata"])
            found[-1] = found[-1].replace("berhubungan kerja", only)
        return found

    def no_asisten(self) -> list[str]:
        who = self.one(self.pd, self.pd, "Seluruh Perangkat Daerah")
        whom = self.one("Asisten", "Asisten yang membidangi", self.asisten)
        return [f"{who} tidak dikoordinasikan oleh {whom}."]

    def seksi(self) -> list[str]:
        """A unit in a unit of an agency, and whom it answers to."""
        u = self.one(self.pd)
        name = self.one("Seksi Mutu", "Subbagian Keuangan", "Subkoordinator Mutu", "Tim Kerja Mutu")
        inner = f"Bidang Sarana pada {u}"
        to = self.one(inner, u, f"Bidang Promosi pada {u}", self.anyone())
        via = self.one("", "", f" melalui {inner}", f" melalui {u}") if to != inner else ""
        nature = self.one("", "", "secara teknis operasional ")
        return [
            f"{name} pada {inner}.",
            f"{name} pada {inner} {self.modal()}bertanggung jawab {nature}kepada {to}{via}.",
        ]

    def staf_ahli_through(self) -> list[str]:
        s = self.one(self.staf_ahli, "Seluruh Staf Ahli")
        via = self.one("Sekretaris Daerah", "Sekretariat Daerah", self.asisten, self.pd)
        nature = self.one("", "", "secara administratif ", "secara teknis operasional ")
        return [f"{s} {self.modal()}bertanggung jawab {nature}kepada Bupati melalui {via}."]

    def upt_line(self) -> list[str]:
        """A UPT that answers to several."""
        u, home = self.upt[1], self.one(self.offices)
        nature = self.one("", "secara administratif ", "secara teknis operasional ")
        to = self.one("Bupati", "Sekretaris Daerah", self.pd, self.pd, home)
        found = [f"{u} {self.modal()}bertanggung jawab {nature}kepada {to}."]
        if self.chance(0.7):
            found.append(f"{u} pada {home}.")
        if self.chance(0.5):
            found.append(f"{u} {self.modal()}bertanggung jawab kepada {home}.")
        return found

    def upt_place(self) -> list[str]:
        u, home = self.upt[0], self.one("Satuan Polisi Pamong Praja", self.offices)
        found = [f"Bupati {self.modal()}membawahi {u}."]
        if self.chance(0.6):
            found.append(self.one(f"{u} pada {home}.", f"{u} bertanggung jawab kepada {home}."))
        return found

    def not_understood(self, flow: Flow) -> Flow:
        """Now and then a step with a verb that nobody knows; drawn apart, as in `added`."""
        before, self.rng = self.rng, Random("\n".join((flow.heading, *flow.steps)))
        steps = list(flow.steps)
        if self.chance(0.04):
            at = self.rng.randrange(len(steps) + 1)
            steps.insert(at, f"{self.one(self.pd)} mempersembahkan laporan kepada Bupati.")
        self.rng = before
        return Flow(flow.heading, flow.attributes, tuple(steps))

    # the whole

    def header(self, scope: str) -> tuple[str, ...]:
        region, basis = TITLES[self.regency]
        other = TITLES["paser" if self.kutim else "kutim"][1]
        lines = [
            f"{self.rng.choices(['USULAN', 'RANCANGAN'], [9, 1])[0]} : Penataan",
            f"DAERAH : {region}",
            f"DASAR : {basis}",
        ]
        if self.chance(0.06):
            lines.append(f"DASAR : {other}")
        if self.kutim and self.chance(0.06):
            lines.append("DASAR : Peraturan Bupati Kutai Timur Nomor 47 Tahun 2014")
        if self.kutim and self.chance(0.04):
            lines.append("DASAR : Peraturan Bupati Kutai Timur Nomor 41 Tahun 2022")
        if self.chance(0.12):
            article = self.one("Pasal 14 ayat (2) huruf e", "Pasal 10 ayat (1) huruf a", "Pasal 18")
            lines.append(f"RUJUKAN : {article} {self.one(basis, basis, other)}")
        if self.chance(0.9):
            date = self.one("1 Maret 2024", "1 Maret 2024", "1 Maret 2024", "1 Maret 2019")
            lines.append(f"TANGGAL : {self.one(date, date, '1 Maret 2022')}")
        lines.append(f"LINGKUP : {scope}")
        return tuple(lines)

    def draft(self) -> Draft:
        """One proposal."""
        mode = self.rng.random()
        sentences: list[str] = []
        scope = self.rng.choices(
            ["sebagian", "lengkap", f"lengkap untuk {self.one(self.pd)}"], [7, 2, 1]
        )[0]
        if mode < 0.2:
            scope = "lengkap" if self.chance(0.8) else scope
            sentences = self.compliant()
            for _ in range(self.rng.choice([0, 0, 1, 2, 3])):
                sentences.pop(self.rng.randrange(len(sentences)))
            if self.chance(0.6):
                for sentence in self.sentences()[: self.rng.choice([1, 1, 2, 4])]:
                    sentences.insert(self.rng.randrange(len(sentences) + 1), sentence)
        elif mode < 0.9:
            sentences = self.sentences()
        chart: list[str] = []
        if self.chance(0.12):
            makers = (self.account, self.coordinate, self.command, self.asisten_sentence)
            for _ in range(self.rng.randint(1, 2)):
                sentence = self.rng.choice(makers)()
                if ":" not in sentence:
                    chart.append(sentence)
            plain = [s for s in sentences if "\n" not in s and " mengoordinasikan " in s]
            plain = [s for s in plain if "bertugas" not in s]
            chart += plain[:1]
        count = self.rng.choice([0, 1, 2, 4]) if sentences else self.rng.choice([1, 3, 6])
        flows = tuple(self.not_understood(self.flow()) for _ in range(count))
        if self.chance(0.7):
            sentences += self.extra
        if sentences:
            sentences += self.added(sentences)
        return Draft(self.header(scope), tuple(sentences), tuple(chart), flows)


def draft(rng: Random, regency: str) -> Draft:
    """A random proposal; the same for the same state of `rng`."""
    return Writer(rng, regency).draft()

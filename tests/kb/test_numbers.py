"""Both sides of every number in `kb/`, read from the facts: none is left out unless it says why.

What counts units stands in `test_limits.py`, which reads the law by itself; here it is asked
whether each such number is among those.
"""

import re

import pytest
from drafting.test_cases import CASES as DRAFTS
from drafting.test_cases import changed, source
from kb.numbers_in_kb import (
    CASES,
    DATED,
    FIRST,
    LATE,
    ROWS,
    Fact,
    dated,
    day_of,
    facts,
    leaf_of,
    of,
)
from kb.test_limits import HEAD, LIMITS
from together import draft_results, results

from patuh.finding import Result

pytestmark = pytest.mark.xdist_group("limits")

NO_BOUND = {
    "jabatan_bertingkat", "kekuatan", "letak_bagian", "penanda_tingkat", "peringkat",
    }  # fmt: skip
"""Ranks and orders: the number says no more than what comes before what."""
OF_A_YEAR = {"mencabut", "tahun_tercetak_keliru"}
"""Numbers and years of regulations."""
COUNTS = {"maksimum", "tambahan", "tambahan_bersyarat"}
AGENCIES = {
    "dinas": "Dinas Tenaga Kerja", "badan": "Badan Kepegawaian Daerah",
    "inspektorat": "Inspektorat",
    "sekretariat_daerah": "Sekretariat Daerah", "sekretariat_dprd": "Sekretariat DPRD",
    "kecamatan": "Kecamatan Barebbo", "bidang": "Bidang Persandian pada Dinas Komunikasi",
}  # fmt: skip
AFFAIRS = ("Pertanahan", "Perhubungan", "Kehutanan", "Lingkungan Hidup", "Perikanan")
PLACE = "Sekretaris Daerah melaporkan hasil"
BASE = source("perbup")


def cited(result: Result, *checks: str) -> set[tuple[str, str, str]]:
    """Level, law and provision of what the findings of these checks rest on."""
    return {
        (finding.level.name, one.regulation, leaf_of(one.label))
        for finding in result.findings
        if finding.check in checks
        for one in finding.citations
    }


def draft(sentences: list[str]) -> str:
    lines = "\n".join(f"({at}) {one}" for at, one in enumerate(sentences, 1))
    return BASE.replace(PLACE, f"{lines}\n\nPasal 6A\n{PLACE}", 1)


def number_of(fact: Fact) -> int:
    return next(part for part in fact if isinstance(part, int))


def test_every_number_of_units_is_among_those_that_are_tried() -> None:
    tried = {(leaf_of(one.law), one.most) for one in LIMITS}
    assert {(str(one[-1]), number_of(one)) for one in of("maksimum")} - tried == set()
    lifted = {one.allowed for one in LIMITS}
    assert {number_of(one) for one in of("tambahan_bersyarat") if "gabungan" in one} <= lifted


TWICE = ("pasal-121a.ayat-2", "pasal-20.ayat-2")
"""Of norms with the number of another: sentences with one number are told as one finding."""


def test_a_number_in_a_sentence_holds_to_the_unit() -> None:
    """`test_national_drafts.py` finds the one and not the other."""
    for one in of("batas_angka"):
        row, most = ROWS[str(one[1]), str(one[-1])], number_of(one)
        far = 2 if one[-1] in TWICE else 1
        beyond = most + (-far if "paling_sedikit" in one else far)
        said = [int(re.findall(r"[0-9]+", row[side])[-1]) for side in ("complying", "contrary")]
        assert said == [most, beyond], one


def test_the_months_of_a_report_hold_to_the_unit() -> None:
    bounds = {str(one[2]): one for one in of("batas_waktu_laporan")}
    assert bounds.keys() == LATE.keys()
    months = {name: number_of(one) for name, one in bounds.items()}
    assert months == {"lppd": 3, "lkpj": 3, "pertanggungjawaban_apbd": 6}
    at, over = (
        draft([LATE[name].format(n=number_of(one) + more) for name, one in bounds.items()])
        for more in (0, 1)
    )
    first, second = draft_results([at, over], "naskah.txt")
    assert cited(first, "T35") == set()
    told = {("pelanggaran", str(one[1]), str(one[-1])) for one in bounds.values()}
    assert cited(second, "T35") == told


def scored(agency: str, more: str, score: str) -> str:
    head = HEAD.replace("LINGKUP :", f"SKOR    : {agency} = {score}\nLINGKUP :")
    return f"{head}{agency}{more}.\n"


def test_a_score_holds_to_the_thousandth() -> None:
    """Up to the number it is told, above it is not; of an agency of its own at the number once."""
    texts: list[str] = []
    wanted: list[set[tuple[str, str, str]]] = []
    for one in of("nilai_tipe", "nilai_bentuk", "bentuk_sendiri"):
        name, kind = str(one[0]), f" Tipe {str(one[3]).upper()}" if one[0] == "nilai_tipe" else ""
        agency, most = AGENCIES[str(one[2])], number_of(one)
        at = "peringatan" if name == "bentuk_sendiri" else "pelanggaran"
        for level, score in (
            ("pelanggaran", f"{most - 1},999"), (at, f"{most}"), ("", f"{most},001"),
        ):  # fmt: skip
            texts.append(scored(agency, kind, score))
            wanted.append({(level, str(one[1]), str(one[-1]))} if level else set())
    found = [cited(result, "M9") for result in results(texts)]
    assert dict(zip(texts, found, strict=True)) == dict(zip(texts, wanted, strict=True))


def test_the_score_of_a_condition_holds_to_the_thousandth() -> None:
    """Below it the third Bidang is lawful (Pasal 39 ayat (5)), from it on it is one too many."""
    [below] = of("nilai_syarat")
    agency, most = "Dinas Penanaman Modal", number_of(below)
    three = "".join(f".\nBidang {name} pada {agency}" for name in ("Mutu", "Promosi", "Sarana"))
    texts = [scored(agency, f" Tipe C{three}", score) for score in (f"{most - 1},999", f"{most}")]
    found = [cited(result, "M1") for result in results(texts)]
    assert found == [set(), {("pelanggaran", below[1], "pasal-83.ayat-1")}]


def test_merged_affairs_and_the_months_of_the_report_hold_to_the_unit() -> None:
    [merged] = of("urusan_tergabung")
    [months] = [one for one in of("batas_waktu_laporan") if "lkpj" in one]
    most, several, late = number_of(merged), str(merged[-1]), str(months[-1])
    numbers = (most - 1, most, most + 1)
    names = [f"{', '.join(AFFAIRS[:at])} dan {AFFAIRS[at]}" for at in numbers]
    report = HEAD.partition("STRUKTUR")[0] + (
        'ALUR lkpj "LKPJ"\n  waktu: {} bulan setelah akhir tahun anggaran\n'
        "  1. Bupati menyampaikan LKPJ kepada DPRD.\n"
    )
    waits = [report.format(number_of(months) + more) for more in (0, 1)]
    every = results([*(f"{HEAD}Dinas {name}.\n" for name in names), *waits])
    found = [
        {
            (level, leaf)
            for level, _, leaf in cited(one, "M7", "D9")
            if leaf in (merged[-1], months[-1])
        }
        for one in every
    ]
    several, late = str(merged[-1]), str(months[-1])
    assert found == [
        set(), {("peringatan", several)}, {("pelanggaran", several)},
        set(), {("pelanggaran", late)},
    ]  # fmt: skip


def sentence_of(fact: Fact) -> str | None:
    """What contradicts a norm that holds from a day on."""
    if fact[0] == "berlaku_sejak":
        later = {(one[1], one[2]) for one in of("diubah_sejak")}
        own = (row for at, row in ROWS.items() if at[0] == fact[1] and at not in later)
        return next(own)["contrary"]
    if fact[0] == "diubah_sejak":
        row = ROWS.get((str(fact[1]), str(fact[2])))
        return row and row["contrary"]
    return next((DATED[part] for part in fact if part in DATED), None)


NO_SENTENCE = {
    ("diubah_sejak", "pp_18_2016", f"pasal-79.ayat-{at}", 20191015): (
        "the maxima of an Inspektorat, which drafts are held against by lists"
    )
    for at in (1, 3, 5)
}
"""Days that no sentence of a draft shows, and why."""


def test_a_norm_holds_from_its_day_on_and_not_before() -> None:
    by_day: dict[int, list[Fact]] = {}
    for one in facts():
        if any(isinstance(part, int) and part > FIRST for part in one) and one[0] not in CASES:
            by_day.setdefault(day_of(one), []).append(one)
    days = sorted(by_day)
    said = {day: [sentence_of(one) for one in by_day[day]] for day in days}
    assert {one for day in days for one in by_day[day] if not sentence_of(one)} == set(NO_SENTENCE)
    texts = [
        dated(draft(sorted({one for one in said[day] if one})), day, later)
        for day in days
        for later in (-1, 0)
    ]
    every = draft_results(texts, "naskah.txt")
    for day, before, since in zip(days, every[::2], every[1::2], strict=True):
        new = cited(since, "T29", "T35") - cited(before, "T29", "T35")
        for one in by_day[day]:
            if one in NO_SENTENCE:
                continue
            law, leaf = str(one[1]), str(one[2] if one[0] == "diubah_sejak" else one[-1])
            assert any(
                of_law == law and (one[0] == "berlaku_sejak" or told == leaf)
                for _, of_law, told in new
            ), (day, one)


def test_a_norm_of_a_case_holds_from_its_day_on() -> None:
    for predicate, name in CASES.items():
        [one] = of(predicate)
        text = changed(drafting_case(name))
        days = [dated(text, day_of(one), later) for later in (-1, 0)]
        before, since = (
            {
                (found.level, found.case, leaf_of(law.label))
                for found in result.findings
                for law in found.citations
            }
            for result in draft_results(days, "naskah.txt")
        )
        assert str(one[-1]) in {leaf for *_, leaf in since - before}, one


def drafting_case(name: str) -> dict:
    return next(case for case in DRAFTS if case["nama"] == name)


def test_a_decision_is_no_regulation_from_the_year_after_on() -> None:
    [one] = of("keputusan_lama")
    text = changed(drafting_case("t24.bukan_peraturan"))
    assert text.count("Nomor 12 Tahun 2020") == 1
    years = (number_of(one), number_of(one) + 1)
    texts = [text.replace("Nomor 12 Tahun 2020", f"Nomor 12 Tahun {year}") for year in years]
    told = [
        [found.case for found in result.findings] for result in draft_results(texts, "naskah.txt")
    ]
    assert ["bukan_peraturan" in cases for cases in told] == [False, True]


def test_a_list_may_go_so_deep_and_no_deeper() -> None:
    [one] = of("tingkat_terdalam")
    assert drafting_case("t27.terlalu_dalam: empat jenjang")["temuan"] == []
    [told] = drafting_case("t27.terlalu_dalam")["temuan"]
    assert f"ke-{number_of(one) + 1}, padahal paling banyak {number_of(one)}" in told


def test_no_number_is_left_out() -> None:
    tried = {
        *COUNTS, "batas_angka", "batas_waktu_laporan", "nilai_tipe", "nilai_bentuk", "nilai_syarat",
        "bentuk_sendiri", "urusan_tergabung", "berlaku_sejak", "diubah_sejak", "jalur_wajib",
        "eselon", "tipe_yang_ada", "frasa_dilarang", "tingkat_terdalam", "keputusan_lama", *CASES,
    }  # fmt: skip
    assert {one[0] for one in facts()} == tried | NO_BOUND | OF_A_YEAR

"""What the facts of a draft say at each side of a bound: a few provisions, and what is told.

A draft of a few lines is read and nothing is solved, so that all of these are in the usual run;
what becomes of the facts is in `cases/`.
"""

from datetime import date, timedelta

import pytest

from patuh.facts.drafts import draft_facts
from patuh_parser.legal.reader import read_draft

HEAD = """PERATURAN BUPATI PASER
NOMOR 7 TAHUN 2025
TENTANG
PELAPORAN

Pasal 1
"""
AMENDING = """PERATURAN BUPATI PASER
NOMOR 7 TAHUN 2025
TENTANG
PERUBAHAN ATAS PERATURAN BUPATI NOMOR 1 TAHUN 2020 TENTANG PELAPORAN

Pasal I
Beberapa ketentuan dalam Peraturan Bupati Nomor 1 Tahun 2020 tentang Pelaporan
diubah sebagai berikut:
"""
DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONDAY = date(2025, 1, 6)


def told(text: str, predicate: str, head: str = HEAD) -> list[str]:
    """What the facts of a predicate say, each without its number."""
    facts = draft_facts(read_draft((head + text).encode(), "naskah.txt")).places
    of_it = (fact.removesuffix(")") for fact in facts if fact.startswith(f"{predicate}("))
    return [fact.split(",", 1)[1] for fact in of_it]


def table(rows: int, total: str = "700") -> str:
    head = "No | Uraian | Jumlah\n"
    return (
        head
        + "".join(f"{at} | barang | 200\n" for at in range(1, rows + 1))
        + f"| Jumlah | {total}"
    )


@pytest.mark.parametrize(
    ("rows", "total", "sums"),
    [(2, "700", []), (3, "700", ["600"]), (4, "700", ["800"]), (3, "600", [])],
)
def test_a_table_has_three_rows_or_more(rows: int, total: str, sums: list[str]) -> None:
    differing = [f'"{total}","{said}"' for said in sums]
    assert told(table(rows, total), "jumlah_berbeda") == differing


def listed(words: str = "sebesar") -> str:
    return (
        "(1) Honorarium dibayar dengan jumlah keseluruhan sebesar Rp1.000.000,00 dengan rincian:\n"
        f"a. ketua {words} Rp500.000,00; dan\nb. anggota sebesar Rp400.000,00.\n"
    )


def test_amounts_that_are_listed_are_added_up() -> None:
    assert told(listed(), "jumlah_berbeda") == ['"1.000.000","900.000"']


@pytest.mark.parametrize(
    "words",
    [
        *("paling banyak", "setiap orang", "per bulan", "masing-masing", "antara lain", "semula"),
        *("bertambah", "berkurang", "dikurangi", "dengan tarif"),
    ],
)
def test_amounts_that_are_bounds_rates_or_changes_are_not(words: str) -> None:
    assert told(listed(words), "jumlah_berbeda") == []


def bounds(least: str, most: str) -> str:
    return f"Tim terdiri atas paling sedikit {least} dan paling banyak {most}.\n"


@pytest.mark.parametrize(
    ("least", "most", "wrong"),
    [
        ("3 (tiga) orang", "4 (empat) orang", False),
        ("3 (tiga) orang", "3 (tiga) orang", False),
        ("3 (tiga) orang", "2 (dua) orang", True),
        ("Rp1.000,00 (seribu rupiah)", "Rp1.000,00 (seribu rupiah)", False),
        ("Rp1.001,00 (seribu satu rupiah)", "Rp1.000,00 (seribu rupiah)", True),
    ],
)
def test_bounds_that_meet_are_not_reversed(least: str, most: str, wrong: bool) -> None:
    assert bool(told(bounds(least, most), "urutan_terbalik")) == wrong


@pytest.mark.parametrize(
    ("last", "wrong"), [("1 Juli", False), ("2 Juli", False), ("30 Juni", True)]
)
def test_a_period_may_end_on_the_day_it_begins(last: str, wrong: bool) -> None:
    text = f"Tim bekerja sejak 1 Juli 2025 sampai dengan tanggal {last} 2025.\n"
    assert bool(told(text, "urutan_terbalik")) == wrong


@pytest.mark.parametrize("name", DAYS)
def test_a_day_has_the_name_of_its_date_alone(name: str) -> None:
    for at, right in enumerate(DAYS):
        day = (MONDAY + timedelta(at)).day
        text = f"Rapat dilaksanakan pada hari {name} tanggal {day} Januari 2025.\n"
        assert bool(told(text, "urutan_terbalik")) == (name != right), day


def reported(often: str, called: str) -> str:
    return (
        f"(1) Perangkat Daerah menyampaikan laporan setiap {often} kepada Bupati.\n"
        f"(2) Laporan {called} sebagaimana dimaksud pada ayat (1) memuat neraca.\n"
    )


MONTHS = {"hari": 0, "minggu": 0, "bulan": 1, "triwulan": 3, "semester": 6, "tahun": 12}
CALLED = {"harian": 0, "mingguan": 0, "bulanan": 1, "triwulan": 3, "semester": 6, "tahunan": 12}


@pytest.mark.parametrize("called", CALLED)
def test_a_report_is_called_as_often_as_it_is_made(called: str) -> None:
    """Below a month nothing is told apart."""
    for often, months in MONTHS.items():
        wrong = [f'naskah,"{called}","setiap {often}"'] if months != CALLED[called] else []
        assert told(reported(often, called), "dikatakan_lain") == wrong, often


@pytest.mark.parametrize(
    ("name", "looked_for"), [("kasa", False), ("saldo", True), ("neraca", True)]
)
def test_an_item_that_is_looked_for_has_five_letters_or_more(name: str, looked_for: bool) -> None:
    text = (
        f"(1) Laporan memuat:\na. arus barang;\nb. mutasi; dan\nc. {name}.\n"
        f"(2) Data {name} sebagaimana dimaksud pada ayat (1) huruf b ditandatangani.\n"
    )
    wrong = [f'"“{name}”","huruf c"'] if looked_for else []
    assert told(text, "rujukan_tak_cocok") == wrong


@pytest.mark.parametrize(
    ("one", "other", "total"),
    [
        ("50%", "30%", ['"80"']),
        ("49,99%", "30%", []),
        ("50,05%", "30%", ['"80,05"']),
        ("50,5%", "30%", ['"80,5"']),
        ("50,50%", "30%", ['"80,5"']),
        ("50%", "49,99%", ['"99,99"']),
        ("50%", "50%", []),
        ("50%", "50,01%", ['"100,01"']),
        ("70%", "50%", ['"120"']),
        ("70%", "50,01%", []),
    ],
)
def test_shares_that_are_near_to_the_whole_come_to_it(
    one: str, other: str, total: list[str]
) -> None:
    text = (
        "(1) Anggaran dibagi dengan pembagian sebagai berikut:\n"
        f"a. belanja pegawai sebesar {one}; dan\nb. belanja barang sebesar {other}.\n"
    )
    assert told(text, "jumlah_persen") == total


@pytest.mark.parametrize("days", [(5, "lima", 7, "tujuh"), (7, "tujuh", 5, "lima")])
def test_of_two_numbers_the_later_stands_here_and_the_earlier_elsewhere(
    days: tuple[int, str, int, str],
) -> None:
    said = "Laporan disampaikan Dinas kepada Bupati paling lambat {} hari setelah tahun berakhir."
    first, second = f"{days[0]} ({days[1]})", f"{days[2]} ({days[3]})"
    text = f"(1) {said.format(first)}\n(2) {said.format(second)}\n"
    wrong = f'naskah,"paling lambat {second} hari","paling lambat {first} hari"'
    assert told(text, "dikatakan_lain") == [wrong]


@pytest.mark.parametrize(
    ("said", "named", "wrong"),
    [
        ("1 (satu)", "ayat (2a)", []),
        ("1 (satu)", "ayat (2a) dan ayat (2b)", ["1,2"]),
        ("2 (dua)", "ayat (2a) dan ayat (2b)", []),
        ("2 (dua)", "ayat (2a)", ["2,1"]),
        ("3 (tiga)", "ayat (2a) dan ayat (2b)", ["3,2"]),
    ],
)
def test_as_many_are_inserted_as_the_instruction_names(
    said: str, named: str, wrong: list[str]
) -> None:
    text = (
        "1. Di antara ayat (2) dan ayat (3) Pasal 5 disisipkan "
        f"{said} ayat, yakni {named}, sehingga Pasal 5 berbunyi sebagai berikut:\n"
        "Pasal 5\n(1) Satu.\n(2) Dua.\n(2a) Sisipan.\n(2b) Sisipan.\n(3) Tiga.\nPasal II\n"
    )
    assert told(text, "jumlah_sisipan", AMENDING) == wrong

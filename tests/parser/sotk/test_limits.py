"""How much is read: each limit holds to the unit, and says what is too much, and where."""

from collections.abc import Iterable

import pytest
from sotk_support import HEADER, names_of

from patuh_parser.sotk import SotkError, message, read_proposal
from patuh_parser.sotk.model import Proposal

FIRST = HEADER.count("\n") + 2
"""Line of the first sentence below STRUKTUR."""


def read(body: str) -> Proposal:
    return read_proposal(HEADER + body, names_of("kutim_41_2023"))


def errors(body: str) -> list[str]:
    """Each error as `line:column code words`, in Indonesian and in English."""
    with pytest.raises(SotkError) as caught:
        read(body)
    found = []
    for diagnostic in caught.value.diagnostics:
        place = f"{diagnostic.span.line}:{diagnostic.span.column}"
        texts = [
            text for lang in ("id", "en") for text in message(diagnostic, lang) if text is not None
        ]
        found.append(" / ".join([f"{place} {diagnostic.code}", *texts]))
    return found


def structure(sentences: Iterable[str]) -> str:
    return "STRUKTUR\n" + "".join(f"{sentence}\n" for sentence in sentences)


def unit(number: int) -> str:
    return f"UPT Nomor {number}"


def chain(links: int, verb: str) -> str:
    """So many sentences, each from one unit to the next one further up."""
    return structure(f"{unit(at)} {verb} {unit(at + 1)}." for at in range(links))


def listed(count: int, word: str = "Dinas") -> str:
    return ", ".join(f"{word} Nomor {at}" for at in range(count))


TOO_DEEP = (
    f"{FIRST}:1 E410 / `UPT Nomor 0` terletak di dalam lebih dari 100 unit organisasi"
    " / periksa `pada` dan `terdiri atas`: susunan yang wajar tidak sedalam itu"
    " / `UPT Nomor 0` lies inside more than 100 units"
    " / look at `pada` and `terdiri atas`: no real structure is that deep"
)


@pytest.mark.parametrize("links", [101, 2_000])
def test_units_inside_units_without_end(links: int) -> None:
    assert errors(chain(links, "pada")) == [TOO_DEEP]


def test_units_inside_units_of_a_list() -> None:
    sentences = (f"{unit(at)} terdiri atas:\n  - {unit(at + 1)}" for at in range(2_000))
    assert [error.split(" / ")[0] for error in errors(structure(sentences))] == [
        f"{FIRST + 201}:5 E410"
    ]


def test_units_inside_one_another_in_a_circle() -> None:
    sentences = (f"{unit(at)} pada {unit((at + 1) % 500)}." for at in range(500))
    assert errors(structure(sentences)) == [TOO_DEEP]


def test_a_hundred_levels_are_read() -> None:
    assert len(read(chain(100, "pada")).units) == 101


def test_many_parents_count_like_many_levels() -> None:
    sentences = [f"{unit(0)} pada {unit(at)}." for at in range(1, 102)]
    assert errors(structure(sentences)) == [TOO_DEEP]
    assert read(structure(sentences[:100])).statements


TOO_HIGH = (
    f"{FIRST}:1 E411 / `UPT Nomor 0` berada di bawah lebih dari 100 unit organisasi"
    " / periksa garis pertanggungjawaban dan perintah: jenjang yang wajar tidak sepanjang itu"
    " / `UPT Nomor 0` stands below more than 100 units"
    " / look at the lines of accountability and command: no real ladder is that long"
)


@pytest.mark.parametrize("links", [101, 2_000])
def test_superiors_without_end(links: int) -> None:
    assert errors(chain(links, "bertanggung jawab kepada")) == [TOO_HIGH]


def test_commands_without_end() -> None:
    sentences = (f"{unit(at)} membawahi {unit(at + 1)}." for at in range(2_000))
    assert [error.split(" / ")[0] for error in errors(structure(sentences))] == [
        f"{FIRST + 100}:25 E411"
    ]


def test_a_ladder_over_lines_and_places_together() -> None:
    half = [f"{unit(at)} pada {unit(at + 1)}." for at in range(60)]
    rest = [f"{unit(at)} bertanggung jawab kepada {unit(at + 1)}." for at in range(60, 120)]
    assert errors(structure([*half, *rest])) == [TOO_HIGH]


def test_a_hundred_superiors_are_read() -> None:
    assert len(read(chain(100, "bertanggung jawab kepada")).units) == 101


def test_a_denied_line_makes_no_superior() -> None:
    assert read(chain(200, "tidak bertanggung jawab kepada")).units


SPELT_OUT = (
    "dengan kalimat ini daftar-daftarnya terurai menjadi lebih dari 200000 pernyataan"
    " / perpendek daftar nama; setiap nama di kiri dipasangkan dengan setiap nama di kanan"
    " / with this sentence the lists, spelt out, make more than 200000 statements"
    " / shorten the lists of names; each name on the left is paired with each on the right"
)


def test_every_pair_of_a_long_list_is_of_one_kind() -> None:
    sentence = f"{listed(999)} dan Dinas Akhir serumpun."
    assert errors(structure(["Dinas Sosial.", sentence])) == [f"{FIRST + 1}:1 E409 / {SPELT_OUT}"]


def test_each_of_a_long_list_works_with_each_of_another() -> None:
    sentence = f"{listed(500)} berhubungan kerja koordinatif dengan {listed(500, 'Badan')}."
    assert errors(structure([sentence])) == [f"{FIRST}:1 E409 / {SPELT_OUT}"]


def test_a_list_below_a_list() -> None:
    entries = "".join(f"\n  - Badan Nomor {at}" for at in range(500))
    assert errors(structure([f"{listed(500)} membawahi:{entries}"])) == [
        f"{FIRST}:1 E409 / {SPELT_OUT}"
    ]


def test_stations_for_each_of_a_long_list() -> None:
    through = " kemudian ".join(f"Badan Nomor {at}" for at in range(500))
    sentence = f"{listed(500)} bertanggung jawab kepada Bupati melalui {through}."
    assert errors(structure([sentence])) == [f"{FIRST}:1 E409 / {SPELT_OUT}"]


def test_many_sentences_together() -> None:
    """The first sentence with which it is too much is named, and only that one."""
    sentence = f"{listed(100)} berhubungan kerja koordinatif dengan {listed(100, 'Badan')}."
    assert errors(structure([sentence] * 40)) == [f"{FIRST + 20}:1 E409 / {SPELT_OUT}"]


def test_the_chart_counts_as_the_structure_does() -> None:
    sentence = f"{listed(500)} membawahi {listed(500, 'Badan')}."
    assert errors(f"BAGAN\n{sentence}\n") == [f"{FIRST}:1 E409 / {SPELT_OUT}"]


def test_sentences_on_a_whole_group() -> None:
    agencies = [f"Dinas Nomor {at}." for at in range(800)]
    verb = "Seluruh Perangkat Daerah berhubungan kerja koordinatif dengan"
    groups = [f"{verb} Dinas Nomor {at}." for at in range(800)]
    assert errors(structure([*agencies, *groups])) == [
        f"{FIRST + 1_425}:1 E412"
        " / kalimat-kalimat tentang `seluruh …` terurai menjadi lebih dari 500000 pernyataan"
        " / gabungkan kalimat tentang kelompok yang sama, atau bagi usulan"
        " / the sentences on `seluruh …`, spelt out, make more than 500000 statements"
        " / join the sentences on one group, or divide the proposal"
    ]


def workflow(steps: int) -> str:
    lines = (
        f"  {at}. Dinas Sosial menyampaikan laporan kepada Bupati.\n" for at in range(1, steps + 1)
    )
    return 'ALUR laporan "Laporan"\n' + "".join(lines)


def test_a_workflow_of_too_many_steps() -> None:
    assert errors(workflow(2_000)) == [
        f"{FIRST + 1_000}:3 E512 / alur memuat lebih dari 1000 langkah"
        " / bagi menjadi beberapa ALUR"
        " / the workflow has more than 1000 steps / divide it into several ALUR"
    ]
    assert len(read(workflow(1_000)).workflows[0].steps) == 1_000


@pytest.mark.parametrize(
    ("subjects", "step"),
    [
        (1, f"{listed(500)} menyampaikan laporan kepada {listed(500, 'Badan')}."),
        (500, f"{listed(500)} menyampaikan laporan kepada Bupati."),
    ],
    ids=["actors and addressees", "subjects and actors"],
)
def test_a_step_of_long_lists(subjects: int, step: str) -> None:
    names = "; ".join(f"Dinas Nomor {at}" for at in range(subjects))
    assert errors(f'ALUR laporan "Laporan"\n  subjek: {names}\n  1. {step}\n') == [
        f"{FIRST + 1}:6 E513"
        " / dengan langkah ini alur-alurnya terurai menjadi lebih dari 200000 pernyataan"
        " / perpendek daftar pelaku, tujuan dan `subjek`"
        " / with this step the workflows, spelt out, make more than 200000 statements"
        " / shorten the lists of actors, addressees and `subjek`"
    ]


def test_a_name_that_is_too_long() -> None:
    longest = "Dinas X" + "x" * 493
    assert errors(structure([f"{longest}x."])) == [
        f"{FIRST}:1 E313 / nama unit organisasi lebih panjang dari 500 karakter:"
        f" `{longest[:77]}...`"
        f" / the name of a unit is longer than 500 characters: `{longest[:77]}...`"
    ]
    assert [u.name for u in read(structure([f"{longest}."])).units] == [longest]


def test_too_many_units(monkeypatch: pytest.MonkeyPatch) -> None:
    """With a smaller limit, for 200,000 names take their time."""
    monkeypatch.setattr("patuh_parser.sotk.resolving.units.MOST_UNITS", 20)
    assert errors(structure(f"{unit(at)}." for at in range(40))) == [
        f"{FIRST + 20}:1 E314 / berkas ini menyebut lebih dari 20 unit organisasi;"
        " `UPT Nomor 20` sudah melampauinya / bagi usulan menjadi beberapa berkas"
        " / the file names more than 20 units; `UPT Nomor 20` is beyond that"
        " / divide the proposal into several files"
    ]
    assert len(read(structure(f"{unit(at)}." for at in range(20))).units) == 20


def test_too_many_lines() -> None:
    assert errors("\n" * 1_000_001) == [
        "1000001:1 E008 / berkas ini lebih dari 1000000 baris"
        " / the file has more than 1000000 lines"
    ]


def test_indentation_means_no_depth() -> None:
    """Two thousand steps to the right are one long sentence, or a list like any other."""
    steps = [" " * at + "dan Dinas Nomor " + str(at) for at in range(1, 2_000)]
    sentence = "Dinas Nomor 0\n" + "\n".join(steps) + " bertanggung jawab kepada Bupati."
    assert len(read(structure([sentence])).statements) == 2_000
    entries = "\n".join(" " * at + f"- Dinas Nomor {at}" for at in range(1, 2_000))
    assert len(read(structure([f"Bupati membawahi:\n{entries}"])).statements) == 1_999


def test_a_name_of_two_thousand_places() -> None:
    name = " pada ".join(f"Seksi Nomor {at}" for at in range(2_000))
    ninth = name.index(" pada Seksi Nomor 8") + 2
    assert errors(structure([f"{name} pada Dinas Sosial."])) == [
        f"{FIRST}:{ninth} E315"
        " / satu nama memuat paling banyak 8 unit organisasi yang bersambung dengan `pada`"
        " / nyatakan letak unit-unit organisasi di atasnya dalam kalimat tersendiri"
        " / a name holds at most 8 units joined by `pada`"
        " / say in sentences of their own where the units further up lie"
    ]


def test_a_name_of_a_thousand_words() -> None:
    name = "Dinas " + "Urusan " * 1_000
    assert errors(structure([f"{name.strip()}."])) == [
        f"{FIRST}:{len('Dinas ') + 39 * len('Urusan ') + 1} E316"
        " / nama unit organisasi terputus sebelum `Urusan`: paling banyak 40 kata"
        " / the name of a unit is cut off before `Urusan`: it has at most 40 words"
    ]

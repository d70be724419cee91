"""The regions of the country, and the words of a kota."""

from collections import Counter
from hashlib import sha256

import pytest
from msgspec.structs import replace

from patuh.checking import check
from patuh.knowledge.names import known_under
from patuh.knowledge.regulations import standing
from patuh.knowledge.root import kb_root
from patuh.knowledge.territory.regions import (
    in_words_of,
    joined,
    near_regions,
    region_named,
    regions,
)
from patuh.report.wording import Wording


def provinces() -> set[str]:
    lines = (kb_root() / "regions" / "provinsi.csv").read_text(encoding="utf-8").splitlines()[1:]
    return {line.partition(",")[0] for line in lines}


def test_there_are_416_kabupaten_and_98_kota_in_38_provinces() -> None:
    every = list(regions().values())
    assert Counter(region.name.partition(" ")[0] for region in every) == {
        "Kabupaten": 416,
        "Kota": 98,
    }
    assert len({region.code for region in every}) == 514
    assert {region.code.partition(".")[0] for region in every} == provinces()
    assert len(provinces()) == 38


def test_the_table_of_regions_is_the_one_that_was_read() -> None:
    """A name that is misspelt is no longer known, and no other test names all 514."""
    table = (kb_root() / "regions" / "wilayah.csv").read_text(encoding="utf-8")
    assert sha256(table.encode()).hexdigest() == REGIONS


REGIONS = "e435ce2c1633d863445be8f67f3ed708e7d3ac33877707870c745e0989b29fe4"
"""Of the table as it was drawn from what kb/regions/README.md names; who changes a row says why."""


def test_six_do_not_govern_themselves() -> None:
    without = [region for region in regions().values() if not region.autonomous]
    assert [region.name for region in without] == [
        "Kabupaten Kepulauan Seribu", "Kota Jakarta Pusat", "Kota Jakarta Utara",
        "Kota Jakarta Barat", "Kota Jakarta Selatan", "Kota Jakarta Timur",
    ]  # fmt: skip
    assert [standing(region.name) for region in without] == [()] * 6


def test_every_other_region_is_checked_against_some_law() -> None:
    assert {
        law.id
        for region in regions().values()
        if region.autonomous
        for law in standing(region.name)
    } == {"kutim_41_2023", "paser_56_2020", "pp_12_2022", "pp_18_2016", "uu_23_2014"}


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Kabupaten Bone", "Kabupaten Bone"),
        ("kab. bone", "Kabupaten Bone"),
        ("Pemerintah Kota Bontang", "Kota Bontang"),
        ("Bone", "Kabupaten Bone"),
        ("Bontang", None),
        ("Bogor", "Kabupaten Bogor"),
        ("Kabupaten Fakfak", "Kabupaten Fak Fak"),
        ("Pemerintah Kota Bau-Bau", "Kota Bau Bau"),
        ("Kab. Gunung Kidul", "Kabupaten Gunungkidul"),
        ("Kabupaten Kepulauan Siau Tagulandang Biaro", "Kabupaten Kep. Siau Tagulandang Biaro"),
        ("Kabupaten Banjar Baru", None),
        ("", None),
    ],
)
def test_a_region_is_known_by_its_name(written: str, name: str | None) -> None:
    found = region_named(written)
    assert (found.name if found else None) == name


def test_no_two_regions_are_one_without_their_blanks() -> None:
    assert len(set(map(joined, regions()))) == len(regions())


def test_offices_are_named_after_the_region_as_the_proposal_spells_it() -> None:
    law = standing("Kab. Fakfak")[0]
    assert law.region == "Kabupaten Fak Fak"
    named = {one.name for one in known_under([law]).names if one.key == "bupati"}
    assert {"Bupati Fakfak", "Bupati Fak Fak"} <= named
    assert standing("Bone")[0].region_aliases == ()


def test_the_regulation_of_a_region_holds_however_its_name_is_spelt() -> None:
    assert next(law.id for law in standing("Kabupaten Kutai-Timur")) == "kutim_41_2023"


@pytest.mark.parametrize(
    ("written", "near"),
    [
        ("Kabupaten Bontang", ("Kota Bontang",)),
        ("Kota Bandungg", ("Kota Bandung",)),
        ("Kabupaten Kuta Timur", ("Kabupaten Kutai Timur",)),
        ("Kabupaten Antah Berantah", ()),
    ],
)
def test_the_nearest_region_of_a_slip(written: str, near: tuple[str, ...]) -> None:
    assert near_regions(written)[:1] == near


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("kepada Bupati melalui Sekretaris Daerah", "kepada Wali Kota melalui Sekretaris Daerah"),
        ("Wakil Bupati dan Perbup", "Wakil Wali Kota dan Perwali"),
        ("Peraturan Bupati", "Peraturan Wali Kota"),
        ("Bupati/Wali Kota, Kabupaten/Kota", "Bupati/Wali Kota, Kabupaten/Kota"),
        ("Kabupatennya", "Kabupatennya"),
    ],
)
def test_the_words_of_a_kota(text: str, said: str) -> None:
    assert in_words_of("Kota Bontang", text) == said
    assert in_words_of("Kabupaten Bone", text) == text


KOTA = """USULAN  : Uji
DAERAH  : Kota Bontang
DASAR   : Perwali Bontang Nomor 5 Tahun 2021
LINGKUP : sebagian

STRUKTUR

Dinas Kesehatan Kota Bontang bertanggung jawab langsung kepada Wali Kota Bontang.
Staf Ahli Wali Kota Bidang Hukum bertanggung jawab kepada Walikota.
"""


@pytest.mark.parametrize(
    ("written", "office"),
    [
        ("Walikota", "bupati"),
        ("Wali Kota", "bupati"),
        ("Wakil Walikota", "wakil_bupati"),
        ("Wawali", "wakil_bupati"),
        ("Wawako", "wakil_bupati"),
        ("Staf Ahli Walikota", "staf_ahli_bupati"),
        ("Staf Ahli Wali Kota", "staf_ahli_bupati"),
    ],
)
def test_the_offices_of_a_kota_by_their_spellings(written: str, office: str) -> None:
    def known(region: str) -> dict[str, str | None]:
        law = standing(region)[0]
        names = known_under([replace(law, region=region)]).names
        return {name.name: name.key for name in names}

    assert known("Kota Bontang")[written] == office
    assert written not in known("Kabupaten Bone")


def test_a_kota_reads_and_speaks_of_the_wali_kota() -> None:
    result = check(KOTA.encode(), "kota.sotk")
    [finding] = result.findings
    wording = Wording("id", result.input)
    assert wording.sentence(finding) == (
        "Dinas Kesehatan bertanggung jawab langsung kepada Wali Kota, padahal pertanggungjawaban "
        "itu melalui Sekretaris Daerah"
    )
    assert wording.advice(finding) == (
        "tulis: `Dinas Kesehatan bertanggung jawab kepada Wali Kota melalui Sekretaris Daerah.`"
    )
    assert list(map(wording.cited, finding.citations)) == ["Pasal 35 ayat (2) PP 18/2016"]


def test_a_changed_article_is_cited_with_what_changed_it() -> None:
    source = KOTA.replace("Dinas Kesehatan Kota Bontang", "Inspektorat")
    result = check(source.encode(), "kota.sotk")
    [finding] = result.findings
    wording = Wording("id", result.input)
    assert list(map(wording.cited, finding.citations)) == [
        "Pasal 33 ayat (3) PP 18/2016 jo. PP 72/2019"
    ]

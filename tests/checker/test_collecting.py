"""What one unit lacks under one provision is one finding, and a note on many units names them."""

import json

from patuh.checking import check
from patuh.comparing import Checked, compare
from patuh.finding import Finding, Result
from patuh.knowledge.messages import check_messages
from patuh.messages import LANGUAGES
from patuh.repair.plan import check_with_repairs
from patuh.report.documents.json import render
from patuh.report.expectations import found
from patuh.report.wording import Wording

HEAD = """\
USULAN  : contoh
DAERAH  : Kabupaten Paser
DASAR   : Peraturan Bupati Paser Nomor 56 Tahun 2020
LINGKUP : {}

STRUKTUR

"""
UPT = HEAD.format("lengkap untuk UPT Laboratorium Lingkungan") + (
    "UPT Laboratorium Lingkungan pada Dinas Lingkungan Hidup.\n"
    "UPT Laboratorium Lingkungan bertanggung jawab kepada Dinas Lingkungan Hidup.\n"
)
GUIDED = "Dinas Lingkungan Hidup melaksanakan pembinaan kepada UPT Laboratorium Lingkungan.\n"
DISTRICT = (
    "Kecamatan {} bertanggung jawab kepada Bupati melalui "
    "Asisten Pemerintahan dan Kesejahteraan Rakyat kemudian Sekretaris Daerah.\n"
)


def of(result: Result, name: str) -> list[Finding]:
    return [finding for finding in result.findings if finding.check == name]


def said(result: Result, name: str) -> list[str]:
    return [Wording("id", result.input).sentence(finding) for finding in of(result, name)]


def test_the_duties_that_an_upt_lacks_are_one_finding() -> None:
    result = check((UPT + GUIDED).encode(), "usulan.sotk")
    assert said(result, "U3") == [
        "evaluasi dan pengendalian UPT Laboratorium Lingkungan oleh Dinas Lingkungan Hidup tidak "
        "dinyatakan"
    ]
    assert [c.provision for c in of(result, "U3")[0].citations] == ["pasal-14.ayat-6.huruf-a"]
    assert found(result) == {("belum_lengkap", "U3", "UPT Laboratorium Lingkungan"): 1}


def test_its_repair_brings_all_of_them() -> None:
    result = check_with_repairs((UPT + GUIDED).encode(), "usulan.sotk")
    repair = of(result, "U3")[0].repairs[0]
    after = check(repair.text.encode(), "usulan.sotk")
    assert of(after, "U3") == []


def test_the_asisten_that_are_missing_are_one_finding() -> None:
    text = HEAD.format("lengkap") + (
        "Asisten Administrasi Umum bertanggung jawab kepada Sekretaris Daerah.\n"
    )
    result = check(text.encode(), "usulan.sotk")
    names = "Asisten Pemerintahan dan Kesejahteraan Rakyat", "Asisten Perekonomian dan Pembangunan"
    assert said(result, "A1") == [
        f"{' dan '.join(names)} tidak ada dalam struktur yang dinyatakan lengkap"
    ]
    assert Wording("id", result.input).advice(of(result, "A1")[0]) == (
        f"tambahkan: `{' dan '.join(names)} bertanggung jawab kepada Sekretaris Daerah.`"
    )
    rows = [row for row in found(result).elements() if row[1] == "A1"]
    assert sorted(rows) == [("belum_lengkap", "A1", name) for name in names]


def test_they_stand_in_the_order_of_the_law_without_proofs_too() -> None:
    text = HEAD.format("lengkap").replace("Paser", "Kutai Timur").replace("56", "41")
    text = text.replace("2020", "2023") + "Sekretaris Daerah bertanggung jawab kepada Bupati.\n"
    plain = check(text.encode(), "usulan.sotk", proofs=False)
    assert said(plain, "A1") == said(check(text.encode(), "usulan.sotk"), "A1")
    assert said(plain, "A1")[0].startswith("Asisten Pemerintahan dan Kesejahteraan Rakyat, ")
    lone = HEAD.format("sebagian") + "Dinas Sosial bertanggung jawab kepada Bupati.\n"
    assert {one.citations for one in check(lone.encode(), "a", proofs=False).findings} == {()}


def districts(*names: str) -> str:
    return HEAD.format("sebagian") + "".join(map(DISTRICT.format, names))


def test_a_note_on_many_units_names_them_with_their_places() -> None:
    result = check(districts("Kuaro", "Paser Belengkong", "Muara Komam").encode(), "usulan.sotk")
    (finding,) = of(result, "X1")
    assert said(result, "X1")[0].startswith(
        "peraturan ini tidak menyebut Kecamatan Kuaro, Kecamatan Paser Belengkong dan "
        "Kecamatan Muara Komam dengan namanya"
    )
    assert [place.span.line for place in finding.places] == [8, 9, 10]


def test_json_counts_it_once_and_gives_each_part_with_its_proof() -> None:
    result = check(districts("Kuaro", "Paser Belengkong").encode(), "usulan.sotk")
    document = json.loads(render([result], [], "id", proofs=True))
    assert document["summary"]["catatan"] == 1
    (finding,) = document["findings"]
    assert "proof" not in finding
    assert [part["subject"] for part in finding["parts"]] == [
        "Kecamatan Kuaro",
        "Kecamatan Paser Belengkong",
    ]
    assert all(part["proof"]["kind"] == "rule" for part in finding["parts"])


def test_a_comparison_tells_only_of_the_part_that_is_new() -> None:
    from patuh.checking import check_reading, load

    def checked(text: str) -> Checked:
        reading = load(text, "usulan.sotk")
        return Checked(check_reading(text, "usulan.sotk", reading), reading)

    outcome = compare(checked(districts("Kuaro")), checked(districts("Kuaro", "Muara Komam")))
    assert [finding.subject for finding in outcome.new] == ["Kecamatan Muara Komam"]
    assert [finding.subject for finding in outcome.unchanged] == ["Kecamatan Kuaro"]
    assert outcome.gone == ()


def test_both_languages_collect_the_same() -> None:
    one, other = (
        {
            (c, n): case.collects
            for c, e in check_messages(lang).items()
            for n, case in e.cases.items()
        }
        for lang in LANGUAGES
    )
    assert one == other

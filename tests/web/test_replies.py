"""What the page is told: the same as by the library, in JSON and files."""

import io
import json
import tempfile
import zipfile
from pathlib import Path

import pytest
from checker_texts import CLEAN, VIOLATION
from served import Page, serving
from workbooks import book, sheet

import patuh
from patuh.web.asked import Asked
from patuh.web.jobs.reports import report_of

DRAFT = (
    "PERATURAN BUPATI PASER\nNOMOR 1 TAHUN 2026\nTENTANG\nDINAS\n"
    "Pasal 1\nDinas wajib melapor\nPasal 2\nDinas adalah perangkat.\n"
)
TABLE = "NAMA UNIT;ATASAN\nDINAS SOSIAL;BUPATI\nUPTD PANTI SOSIAL;DINAS SOSIAL\n"


def test_one_report_serves_what_is_asked_of_an_input() -> None:
    """A draft is checked with its proofs: what is asked of it next does not check it again."""
    asked = Asked(DRAFT.encode(), "naskah.txt", "id")
    assert report_of(asked) is report_of(asked, proofs=True)


@pytest.mark.parametrize("lang", ["id", "en"])
def test_findings_and_chart_are_those_of_the_library(page: Page, lang: str) -> None:
    report = patuh.check(VIOLATION, lang=lang)
    [finding] = report.findings
    chart = report.chart()
    assert chart is not None
    told = page.post("check", input=VIOLATION, lang=lang).json
    assert [one["message"] for one in told["findings"]] == [finding.message]
    assert told["findings"][0]["citations"] == []  # asked for when the finding is opened
    assert told["chart"] == chart.svg
    assert told["numbers"] == [1]
    units = {one["name"]: (one["lines"], one["findings"]) for one in told["units"]}
    assert units == {
        "Dinas Sosial": ([8, 9], [0]),
        "Bupati": ([8], []),
        "Asisten Pemerintahan dan Kesejahteraan Rakyat": ([9], []),
    }
    assert (told["region"], told["regulations"]) == (
        "Kabupaten Paser",
        ["Perbup Paser 56/2020", "PP 18/2016 jo. PP 72/2019", "PP 12/2022", "UU 23/2014"],
    )
    assert told["not_assessed"] == [*report.not_assessed]
    assert (told["draft"], told["source"], told["unread"]) == (False, None, False)


def test_grounds_and_verified_repairs_of_a_finding(page: Page) -> None:
    report = patuh.check(VIOLATION)
    asked = {"input": VIOLATION, "finding": "0"}
    [finding] = report.findings
    grounds = page.post("proof", **asked).json
    assert [one["text"] for one in grounds["citations"]] == [one.text for one in finding.citations]
    assert grounds["proof"] == [*report.proof(finding)]
    assert grounds["readings"] == [*finding.readings]
    [repair] = page.post("repairs", **asked).json
    assert repair["edits"][0]["new"] == [
        "Dinas Sosial bertanggung jawab kepada Bupati melalui Sekretaris Daerah."
    ]
    assert page.post("check", input=repair["text"]).json["findings"] == []


def test_what_cannot_be_read_is_told_with_all_its_places(page: Page) -> None:
    wrong = VIOLATION.replace("langsung", "lngsung") + "Dinas Sosial terbang.\n"
    reply = page.post("check", input=wrong)
    with pytest.raises(patuh.PatuhError) as caught:
        patuh.check(wrong)
    told = [(one["line"], one["column"], one["message"]) for one in reply.json["problems"]]
    assert reply.status == 422
    assert told == [(one.line, one.column, one.message) for one in caught.value.problems]
    assert len(told) == 2


def test_a_table_becomes_the_proposal_that_is_edited(page: Page) -> None:
    table = ("unor.csv", TABLE.encode())
    opened = page.post("open", input=table, region="Kabupaten Kutai Timur").json
    found = patuh.as_proposal(TABLE.encode(), name="unor.csv", region="Kabupaten Kutai Timur")
    assert opened == {
        "kind": "proposal",
        "name": "unor.sotk",
        "text": found.text,
        "notes": [*found.notes],
    }
    cells = [one["place"]["cell"] for one in page.post("check", input=found.text).json["findings"]]
    assert cells == ["unor!A3"]


def test_a_workbook_asks_for_its_region(page: Page) -> None:
    rows = [["NAMA UNIT", "ATASAN"], ["DINAS SOSIAL", "BUPATI"]]
    reply = page.post("open", input=("unor.xlsx", book({"UNOR": sheet(rows)})))
    assert (reply.status, reply.json["problems"][0]["code"]) == (422, "M009")


def test_texts_are_edited_and_word_files_are_shown(page: Page) -> None:
    assert page.post("open", input=("a.sotk", CLEAN.encode())).json["text"] == CLEAN
    draft = page.post("open", input=("naskah.txt", DRAFT.encode())).json
    assert (draft["kind"], draft["text"]) == ("draft", DRAFT)
    word = patuh.check(DRAFT, kind="draft").to_comments(DRAFT.encode())
    opened = page.post("open", input=("naskah.docx", word)).json
    assert (opened["kind"], opened["text"]) == ("draft", None)
    checked = page.post("check", input=("naskah.docx", word)).json
    assert checked["source"].splitlines()[5] == "Dinas wajib melapor"
    assert checked["draft"]
    [missing] = [one for one in checked["findings"] if one["check"] == "T28"]
    assert missing["place"]["line"] == 5


def test_a_draft_is_compared_with_its_base(page: Page) -> None:
    changed = DRAFT.replace("wajib", "dapat")
    sent = {"old": ("lama.txt", DRAFT.encode()), "new": ("baru.txt", changed.encode())}
    told = page.post("compare", **sent).json
    assert told["of"] == "texts"
    [row] = told["rows"]
    assert (row["status"], row["before"]["text"], row["after"]["text"]) == (
        "diubah",
        "Dinas wajib melapor",
        "Dinas dapat melapor",
    )


def test_two_proposals_are_compared(page: Page) -> None:
    told = page.post("compare", old=VIOLATION, new=CLEAN, old_name="a.sotk", new_name="b.sotk").json
    assert told["of"] == "proposals"
    assert ([one["check"] for one in told["gone"]], told["new"]) == (["H7"], [])
    assert [row["after"] for row in told["matrix"]] == [
        ["Dinas Sosial bertanggung jawab kepada Bupati melalui Sekretaris Daerah."]
    ]


CHANGE = """\
USULAN   : Perubahan
DAERAH   : Kabupaten Paser
TERHADAP : dasar.sotk

PERUBAHAN

mengganti nama Dinas Sosial menjadi Dinas Kesejahteraan.
"""


def test_a_change_is_checked_with_the_base_that_is_sent(page: Page) -> None:
    """Whatever file it names; its chart and repairs rest on the base too."""
    report = patuh.check(CHANGE, base=VIOLATION.encode(), base_name="lama.sotk")
    told = page.post("check", input=CHANGE, base=("x/lama.sotk", VIOLATION.encode())).json
    [finding] = told["findings"]
    assert (finding["check"], finding["place"]["path"]) == ("H7", "lama.sotk")
    chart = report.chart()
    assert chart is not None
    assert told["chart"] == chart.svg
    assert "Dinas Kesejahteraan" in chart.svg
    both = {"old": VIOLATION, "new": CHANGE, "base": ("lama.sotk", VIOLATION.encode())}
    assert page.post("compare", **both).json["matrix"][0]["after"] == ["Dinas Kesejahteraan"]
    assert page.post("check", input=CHANGE).json["problems"][0]["code"] == "E608"
    begun = page.post("begin", region="Kabupaten Paser", kind="change", base="lama.sotk").json
    assert "TERHADAP : lama.sotk" in begun


def test_the_structure_in_a_draft_becomes_a_proposal(page: Page, root: Path) -> None:
    text = (root / "corpus/regulations/kutim_41_2023.txt").read_bytes()
    told = page.post("structure", input=("perbup.txt", text)).json
    assert told["text"] == patuh.as_proposal(text, name="perbup.txt").text
    none = page.post("structure", input=("naskah.txt", DRAFT.encode()))
    assert (none.status, none.json["problems"][0]["code"]) == (422, "M011")


FILES = [
    ("report/docx", b"PK", "usulan.docx"),
    ("report/pdf", b"%PDF", "usulan.pdf"),
    ("report/html", b"<!DOCTYPE html>", "usulan.html"),
    ("report/json", b"{", "usulan.json"),
    ("report/xlsx", b"PK", "usulan.xlsx"),
]


@pytest.mark.parametrize(("path", "begins", "name"), FILES)
def test_reports_to_take_home(page: Page, path: str, begins: bytes, name: str) -> None:
    reply = page.post(path, input=VIOLATION, input_name="usulan.sotk")
    assert reply.data.startswith(begins)
    assert reply.headers["Content-Disposition"] == f"attachment; filename*=UTF-8''{name}"


def test_the_draft_with_comments_and_the_comparison_to_take_home(page: Page) -> None:
    commented = page.post("comments", input=("naskah.txt", DRAFT.encode()))
    with zipfile.ZipFile(io.BytesIO(commented.data)) as word:
        assert b"tidak ditutup dengan tanda titik" in word.read("word/comments.xml")
    both = {"old": VIOLATION, "new": CLEAN}
    assert json.loads(page.post("comparison/json", **both).data)["schema"] == "patuh.compare/1"
    assert page.post("comparison/docx", **both).data.startswith(b"PK")
    assert page.post("comparison/html", **both).data.startswith(b"<!DOCTYPE html>")


def test_sentences_for_a_unit_and_a_proposal_to_begin_with(page: Page) -> None:
    region = {"region": "Kabupaten Paser"}
    fields = {"kind": "Dinas", "name": "Pasar", "superior": "", "assistant": "Asisten Umum"}
    text = CLEAN + '\nALUR laporan "Laporan"\n  subjek: Dinas Sosial\n'
    assert page.post("sentences", text=text, **region, **fields).json == {
        "lines": [
            "Dinas Pasar bertanggung jawab kepada Bupati melalui Asisten yang membidangi kemudian"
            " Sekretaris Daerah.",
            "Asisten Umum mengoordinasikan Dinas Pasar.",
        ],
        "after": 9,
    }
    assert page.post("sentences", text="", **region, **fields).json["after"] == 0
    begun = page.post("begin", **region, kind="agency").json
    assert page.post("check", input=begun).status == 200
    words = page.post("words", **region).json
    assert "Asisten Administrasi Umum" in words["assistants"]
    assert {"Dinas", "Bagian", "UPT", "Bidang"} <= {one["word"] for one in words["kinds"]}
    assert "bertanggung jawab" in words["phrases"]


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("check", {}),
        ("check", {"input": CLEAN, "lang": "fr"}),
        ("check", {"input": CLEAN, "kind": "surat"}),
        ("proof", {"input": CLEAN}),
        ("proof", {"input": CLEAN, "finding": "0"}),
        ("repairs", {"input": CLEAN, "finding": "-1"}),
        ("report/exe", {"input": CLEAN}),
        ("report/xlsx", {"input": DRAFT, "kind": "draft"}),
        ("comparison/pdf", {"old": CLEAN, "new": CLEAN}),
        ("sentences", {"text": "", "region": "x", "kind": "Dinas", "name": "", "superior": ""}),
        (
            "sentences",
            dict.fromkeys(("text", "region", "kind", "name", "superior", "assistant"), "x"),
        ),
        ("begin", {"region": "Kabupaten Paser", "kind": "change"}),
        ("words", {}),
    ],
)
def test_what_the_page_never_sends_is_refused(
    page: Page, name: str, fields: dict[str, str]
) -> None:
    reply = page.post(name, **fields)
    assert (reply.status, reply.json["problems"][0]["message"]) == (
        400,
        "permintaan ini tidak dimengerti",
    )


@pytest.mark.parametrize(
    "headers", [{"Content-Type": "application/json"}, {"Content-Type": "multipart/form-data"}]
)
def test_what_is_no_form_is_refused(page: Page, headers: dict[str, str]) -> None:
    assert page.post("check", headers, input=CLEAN).status == 400


@pytest.mark.parametrize("name", ["{}/usulan.sotk", "../{}/usulan.sotk", "C:\\{}\\usulan.sotk"])
def test_no_file_of_this_machine_is_read(page: Page, tmp_path: Path, name: str) -> None:
    """Not by the folder of the name that is sent, nor by a base beside the server."""
    (tmp_path / "dasar.sotk").write_text(CLEAN)
    change = VIOLATION.replace("LINGKUP", "TERHADAP: dasar.sotk\nLINGKUP")
    reply = page.post("check", input=(name.format(tmp_path), change.encode()))
    assert [one["code"] for one in reply.json["problems"]] == ["E608"]
    assert reply.json["problems"][0]["path"] == "usulan.sotk"


def test_nothing_stays_on_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is sent is kept in memory; of what is written on the way nothing outlives the reply."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    for page in serving():
        large = ("besar.txt", (DRAFT + "Dinas melapor.\n" * 100_000).encode())
        assert page.post("open", input=large).status == 200
        assert page.post("report/docx", input=VIOLATION).status == 200
        folders = [*tmp_path.iterdir()]
        assert [one.name.startswith("patuh-page-") for one in folders] == [True, True]
        assert [file for one in folders for file in one.iterdir()] == []
    assert [*tmp_path.iterdir()] == []

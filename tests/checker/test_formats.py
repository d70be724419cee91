"""Every format with proofs and repairs: golden files, and the standards that they follow.

`PATUH_REFRESH_GOLDEN=1 pytest tests/checker/test_formats.py` writes the golden files anew.
"""

import json
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest
from golden import same
from junitparser import JUnitXml
from sarif_schema import sarif_schema
from violations import checked, one_for_each_check, title

from patuh import __version__
from patuh.checking import check
from patuh.finding import Level, Result
from patuh.knowledge.catalogue import checks
from patuh.repair import plan
from patuh.repair.plan import with_repairs
from patuh.report.documents import junit, sarif

FILE = "corpus/proposals/kutim_alur_kesehatan.sotk"
SUFFIX = {"text": "txt", "json": "json", "sarif": "sarif", "junit": "xml", "html": "html"}


TOGETHER = pytest.mark.xdist_group("formats")
"""In one process, that `repaired` is worked out once."""


@pytest.fixture(scope="session")
def repaired(root: Path) -> Result:
    """The corpus proposal with its repairs."""
    return with_repairs(check((root / FILE).read_bytes(), FILE, why=True))


@TOGETHER
@pytest.mark.parametrize("form", SUFFIX)
def test_golden(
    patuh: Callable[..., Any],
    root: Path,
    monkeypatch: pytest.MonkeyPatch,
    repaired: Result,
    form: str,
) -> None:
    """The whole output of a proposal with proofs and repairs; as text by way of the check."""
    monkeypatch.chdir(root)
    if form != "text":
        monkeypatch.setattr(plan, "check_with_repairs", lambda *_, **__: repaired)
    run = patuh(
        *("check", FILE, "--why=full", "--repairs", "--format", form),
        *("--as-of", "2024-03-01", "--color", "never"),
    )
    assert run.code == 1
    assert same(f"kutim_alur_kesehatan.{SUFFIX[form]}", run.out.replace(__version__, "VERSION"))


@TOGETHER
def test_json_with_repairs_validates(repaired: Result) -> None:
    from patuh.report.documents.json import render

    text = files("patuh").joinpath("schema/findings-2.json").read_text(encoding="utf-8")
    document = json.loads(render([repaired], [], "id", proofs=True))
    jsonschema.Draft202012Validator(json.loads(text)).validate(document)
    assert all(repair["verified"] for f in document["findings"] for repair in f["repairs"])


def sarif_of(result: Result) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(sarif.render([result], [], "id"))
    return document


def regions(node: object) -> Iterator[dict[str, int]]:
    """Every region of a SARIF document."""
    if isinstance(node, list):
        for entry in node:
            yield from regions(entry)
    elif isinstance(node, dict):
        for name, value in node.items():
            if name in {"region", "deletedRegion"}:
                yield value
            yield from regions(value)


@TOGETHER
def test_sarif_holds_what_the_standard_asks(repaired: Result) -> None:
    """The official schema; the driver with all rules, and regions that run forward."""
    document = sarif_of(repaired)
    jsonschema.Draft7Validator(sarif_schema()).validate(document)
    assert document["version"] == "2.1.0"
    (run,) = document["runs"]
    assert run["tool"]["driver"]["name"] == "patuh"
    for region in regions(run):
        start = region["startLine"], region["startColumn"]
        assert (1, 1) <= start <= (region["endLine"], region["endColumn"])
    rules = run["tool"]["driver"]["rules"]
    assert {rule["id"] for rule in rules} >= set(checks())
    assert run["results"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["fixes"]


def applied(text: str, fix: dict[str, Any]) -> str:
    """The text with the replacements of a fix, as a code editor applies them."""
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    (change,) = fix["artifactChanges"]
    spans = []
    for replacement in change["replacements"]:
        region = replacement["deletedRegion"]
        first = starts[region["startLine"] - 1] + region["startColumn"] - 1
        last = starts[region["endLine"] - 1] + region["endColumn"] - 1
        spans.append((first, last, replacement["insertedContent"]["text"]))
    for first, last, new in sorted(spans, reverse=True):
        text = text[:first] + new + text[last:]
    return text


@pytest.mark.parametrize(
    "path",
    [
        pytest.param(path, marks=[pytest.mark.slow] if number % 24 else [])
        for number, path in enumerate(one_for_each_check())
    ],
    ids=title,
)
def test_a_sarif_fix_gives_the_repaired_text(path: Path) -> None:
    """The replacements of a fix, applied to the source, give the text of the repair."""
    result = with_repairs(checked(path))
    document = sarif_of(result)
    jsonschema.Draft7Validator(sarif_schema()).validate(document)
    for finding, entry in zip(result.findings, document["runs"][0]["results"], strict=True):
        for repair, fix in zip(finding.repairs, entry.get("fixes", []), strict=True):
            assert applied(result.source, fix) == repair.text


@pytest.mark.parametrize("ending", ["", "\n"])
def test_a_sarif_fix_at_the_end_of_the_file(ending: str) -> None:
    """The last line of a file may end without a newline."""
    text = (
        "USULAN : Uji\nDAERAH : Kabupaten Paser\n\nSTRUKTUR\n\n"
        "Asisten Perekonomian dan Pembangunan mengoordinasikan Dinas Sosial.\n"
        f"Dinas Sosial bertanggung jawab langsung kepada Bupati.{ending}"
    )
    result = with_repairs(check(text.encode(), "usulan.sotk"))
    (entry,) = [r for r in sarif_of(result)["runs"][0]["results"] if r["ruleId"] == "H7"]
    (finding,) = [f for f in result.findings if f.check == "H7"]
    assert applied(text, entry["fixes"][0]) == finding.repairs[0].text


PASSED = ("X1 Wakil Bupati", "A4 Dinas Kesehatan", "L6 Laporan kinerja Dinas Sosial")
"""Of the fourteen findings of the proposal of Paser a note, a warning and one not complete."""


@pytest.mark.parametrize(
    ("floor", "passed"),
    [(Level.catatan, 0), (Level.peringatan, 1), (Level.belum_lengkap, 2), (Level.pelanggaran, 3)],
)
@TOGETHER
def test_junit_is_read_by_another_reader(root: Path, floor: Level, passed: int) -> None:
    """junitparser finds the suite, the cases and the failures that are there."""
    path = "corpus/proposals/paser_koordinasi_sosial_lingkungan.sotk"
    result = check((root / path).read_bytes(), path, proofs=False)
    (suite,) = JUnitXml.fromstring(junit.render([result], [], "id", floor).encode())
    assert (suite.name, suite.tests, suite.failures, suite.errors) == (path, 14, 14 - passed, 0)
    cases = list(suite)
    assert len(cases) == 14
    assert {case.name for case in cases if not case.result} == {*PASSED[:passed]}


class Page(HTMLParser):
    """Links, anchors, tags and what is loaded from elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.links: set[str] = set()
        self.anchors: set[str] = set()
        self.tags: set[str] = set()
        self.foreign: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for key, value in attrs:
            if key == "id":
                self.anchors.add(str(value))
            elif key == "href" and str(value).startswith("#"):
                self.links.add(str(value)[1:])
            elif key in {"src", "href", "action"} or key.startswith("on"):
                self.foreign.append(f"{key}={value}")


@pytest.mark.parametrize("name", ["kutim_alur_kesehatan", "paser_koordinasi_sosial_lingkungan"])
def test_html_is_one_page_with_all_sentences_and_provisions_linked(root: Path, name: str) -> None:
    """No script, nothing from elsewhere; every place and citation of a proof is a link that
    leads somewhere, and what proofs share is drawn once, where the links to it lead."""
    from patuh.report.documents.html import render

    path = root / "corpus" / "proposals" / f"{name}.sotk"
    result = check(path.read_bytes(), path.name, why=True)
    text = render([result], [], "id")
    page = Page()
    page.feed(text)
    assert "script" not in page.tags
    assert not page.foreign
    assert not re.search(r"url\(|@import|https?://", text)
    stack = [f.proof for f in result.findings if f.proof]
    while stack:
        node = stack.pop()
        if node.place is not None:
            assert f"s0-{node.place.span.line}" in page.links
        if node.kind == "norm" and node.citation is not None:
            anchor = f"k0-{node.citation.regulation}-{node.citation.provision}"
            assert anchor in page.links
        stack.extend(node.children)
    assert page.links <= page.anchors
    drawn = re.findall(r'<li id="(b0-\d+)"><details open><summary>.*? \[(\d+)\]</summary>', text)
    again = re.findall(r'<li>.*? <a href="#(b0-\d+)">– lihat \[(\d+)\]</a></li>', text)
    assert drawn == [(f"b0-{n}", str(n)) for n in range(1, len(drawn) + 1)]
    assert set(again) == set(drawn)
    assert bool(drawn) == name.startswith("paser")


def test_sarif_speaks_words_and_has_addresses_below_the_folder_of_the_call(
    patuh: Callable[..., Any], root: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(root)
    name = "corpus/proposals/paser_koordinasi_sosial_lingkungan.sotk"
    (tmp_path / "lain.sotk").write_bytes((root / name).read_bytes())
    for path, address in (
        (name, {"uri": name, "uriBaseId": "SRCROOT"}),
        (str(root / name), {"uri": name, "uriBaseId": "SRCROOT"}),
        (str(tmp_path / "lain.sotk"), {"uri": (tmp_path / "lain.sotk").as_uri()}),
    ):
        (run,) = json.loads(patuh("check", "--format", "sarif", path).out)["runs"]
        assert run["artifacts"] == [{"location": address}]
        asisten = run["results"][1]
        assert [entry["message"]["text"] for entry in asisten["relatedLocations"]] == [
            "Perbup Paser 56/2020 berlaku bagi usulan ini",
            "Asisten Pemerintahan dan Kesejahteraan Rakyat termasuk jenis Asisten",
            "Asisten Perekonomian dan Pembangunan termasuk jenis Asisten",
            "garis mengoordinasikan, dari Asisten Perekonomian dan Pembangunan kepada"
            " Dinas Kesehatan",
        ]


def test_every_case_in_junit_has_a_name_of_its_own(
    patuh: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.sotk").write_text(
        "USULAN : A\nDAERAH : Kabupaten Paser\nLINGKUP : sebagian\n\nSTRUKTUR\n"
        "Dinas Sosial membawahi Dinas Kesehatan.\nDinas Sosial membawahi Dinas Perikanan.\n"
    )
    root_of = ElementTree.fromstring(patuh("check", "--format", "junit", "a.sotk").out)
    cases = [(c.get("name"), c.get("file"), c.get("line")) for c in root_of.iter("testcase")]
    assert cases == [("P3 Dinas Sosial", "a.sotk", "6"), ("P3 Dinas Sosial (2)", "a.sotk", "7")]

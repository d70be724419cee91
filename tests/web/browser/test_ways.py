"""The ways of those who use the page, in a browser."""

import io
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from checker_texts import CLEAN, HEADER, VIOLATION
from selenium.webdriver.common.keys import Keys
from served import serving
from site_seen import Site
from workbooks import book, sheet

import patuh
from patuh.knowledge.regulations import regulation, text_path
from patuh_parser.legal.files.office import PROGRAM

DIRECT = "Dinas Sosial bertanggung jawab langsung kepada Bupati."
H7 = (
    "Dinas Sosial bertanggung jawab langsung kepada Bupati, padahal pertanggungjawaban itu"
    " melalui Sekretaris Daerah"
)
DRAFT = (
    "PERATURAN BUPATI PASER\nNOMOR 1 TAHUN 2026\nTENTANG\nDINAS\n"
    "Pasal 1\nDinas wajib melapor\nPasal 2\nDinas adalah perangkat.\n"
)


def test_what_is_typed_is_found_under_its_line(site: Site) -> None:
    site.visit()
    site.open("usulan.sotk", HEADER)
    site.type(DIRECT)
    site.until(lambda: H7 in site.messages)
    beneath = site.the(".beneath .pelanggaran")
    assert beneath.text == f"pelanggaran [H7] {H7}"
    line = "return arguments[0].closest('.beneath').previousElementSibling.textContent"
    assert site.run(line, beneath) == DIRECT
    assert "pelanggaran" in site.the("#status").text


def test_names_and_sentences_are_completed(site: Site) -> None:
    site.visit()
    site.open("usulan.sotk", HEADER)
    site.type("Asisten Adm")
    site.until(lambda: site.one(".cm-tooltip-autocomplete li[aria-selected]"))
    site.the(".cm-content").send_keys(Keys.TAB)
    site.until(lambda: site.text.endswith("Asisten Administrasi Umum"))
    site.the(".cm-content").send_keys(Keys.ENTER)
    site.the(".cm-content").send_keys(Keys.CONTROL, " ")
    site.until(lambda: "‹unit› dikoordinasikan oleh ‹asisten›" in _offered(site))


def _offered(site: Site) -> str:
    return "\n".join(one.text for one in site.all(".cm-completionLabel"))


def test_slips_of_writing_are_told_with_their_places(site: Site) -> None:
    site.visit()
    site.open("usulan.sotk", VIOLATION.replace("langsung", "lngsung"))
    site.until(lambda: "kata lngsung tidak dimengerti" in site.the("#problems").text)
    assert site.the("#status").text == "1 kesalahan tulis; yang lain belum diperiksa"
    assert "salah tulis" in site.the(".beneath .problem").text


def test_who_writes_no_sentence_fills_in_a_form(site: Site) -> None:
    site.visit()
    site.open("usulan.sotk", HEADER + "Bupati.\n")
    site.click("#unit-form summary")
    site.the("#unit-name").send_keys("Sosial")
    site.run("arguments[0].value = 'Asisten Administrasi Umum'", site.the("#unit-assistant"))
    site.click("#unit-add")
    site.until(lambda: "Dinas Sosial" in site.text and site.idle)
    assert site.text.splitlines()[-2:] == [
        "Dinas Sosial bertanggung jawab kepada Bupati melalui Asisten yang membidangi kemudian"
        " Sekretaris Daerah.",
        "Asisten Administrasi Umum mengoordinasikan Dinas Sosial.",
    ]
    site.until(lambda: site.one('[data-unit="Dinas Sosial"]'))


def test_from_a_workbook_to_a_report_to_be_signed(site: Site) -> None:
    rows = [["NAMA UNIT", "ATASAN"], ["DINAS SOSIAL", "BUPATI"], ["UPTD PASAR", "BUPATI"]]
    data = book({"UNOR": sheet(rows)})
    site.visit()
    site.click("#start details summary")
    site.the("#file-region").clear()
    site.the("#file-region").send_keys("Kabupaten Paser")
    site.open("unor.xlsx", data)
    assert site.the("#name").text == "unor.sotk"
    box = site.the('[data-unit="UPTD Pasar"]')
    site.run("arguments[0].dispatchEvent(new MouseEvent('click'))", box)
    assert site.the("#unit h3").text == "UPTD Pasar"
    site.click("#findings summary")
    assert "UNOR!A3" in site.the("#findings .body").text
    site.click("#report-docx")
    study = docx.Document(io.BytesIO(site.file("unor.docx")))
    told = "".join(one.text or "" for one in study.element.iter() if one.tag.endswith("}t"))
    proposal = patuh.as_proposal(data, name="unor.xlsx", region="Kabupaten Paser")
    report = patuh.check(proposal.text)
    assert [one.check for one in report.at_least("pelanggaran")] == ["U1"]
    assert report.at_least("pelanggaran")[0].message in told
    assert report.title in told


def test_a_repair_is_applied_and_undone(site: Site) -> None:
    site.visit()
    site.open("usulan.sotk", VIOLATION)
    site.click("#findings summary")
    body = site.the("#findings .body")
    [repairs] = [one for one in body.find_elements("tag name", "button") if one.text[-1] == "n"]
    reasons = patuh.check(VIOLATION)
    site.until(lambda: reasons.proof(reasons.findings[0])[0] in body.text)
    repairs.click()
    site.click(".repair .main")
    site.until(lambda: site.the("#status").text == "tidak ada temuan")
    assert site.text == CLEAN
    assert (site.messages, site.all(".beneath")) == ([], [])
    site.asked()
    site.click("#undo")
    site.until(lambda: site.messages == [H7])
    assert site.text == VIOLATION
    site.until(lambda: any("/api/proof" in one for one in site.asked()))  # it is open still
    assert reasons.proof(reasons.findings[0])[0] in site.the("#findings .grounds").text


def test_two_versions_stand_side_by_side(site: Site) -> None:
    site.visit()
    site.open("lama.sotk", VIOLATION)
    site.click("#old-now")
    site.open("baru.sotk", CLEAN)
    site.click("#compare")
    cells = [one.text for one in site.until(lambda: site.all("#comparison td"))]
    after = "Dinas Sosial bertanggung jawab kepada Bupati melalui Sekretaris Daerah."
    assert cells == ["Dinas Sosial", DIRECT, after]
    assert H7 in site.the("#comparison ul").text
    site.click("#comparison-docx")
    assert site.file("baru semula menjadi.docx").startswith(b"PK")


def test_a_draft_in_word_has_its_findings_at_the_paragraph(site: Site) -> None:
    word = patuh.check(DRAFT, kind="draft").to_comments(DRAFT.encode())
    site.visit()
    site.open("naskah.docx", word)
    missing = next(one for one in site.all(".beneath") if "[T21]" in one.text)
    line = "return arguments[0].previousElementSibling.textContent"
    assert site.run(line, missing) == "Pasal 1"
    assert site.the(".cm-content").get_attribute("contenteditable") == "false"
    assert not site.the("#unit-form").is_displayed()
    site.click("#comments")
    assert site.file("naskah dengan komentar.docx").startswith(b"PK")


@pytest.mark.slow
def test_a_draft_is_shown_with_what_it_allows_and_forbids(site: Site) -> None:
    law = text_path(regulation("kutim_41_2023")).read_text(encoding="utf-8")
    moved = law.replace(" - (2) Dinas Pariwisata;\n", "")
    moved = moved.replace("Perikanan; dan\n", "Perikanan;\n - (11) Dinas Pariwisata; dan\n")
    site.visit()
    site.open("rancangan.txt", moved)
    site.click("#revision")
    told = site.until(lambda: site.one("#comparison li"))
    assert told.text.endswith(
        "melarang: Asisten Pemerintahan dan Kesejahteraan Rakyat mengoordinasikan Dinas Pariwisata"
    )
    site.click("#comparison summary")
    example = site.the("#comparison details")
    assert "[A5] Dinas Pariwisata diletakkan pada" in example.text
    assert site.the("#comparison svg").is_displayed()


def _old_files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """The draft as old word processors write it, by LibreOffice."""
    text = "\\par ".join(DRAFT.splitlines())
    rich = folder / "lama.rtf"
    rich.write_text(f"{{\\rtf1\\ansi {text}\\par}}")
    yield rich.name, rich.read_bytes()
    profile = f"-env:UserInstallation={(folder / 'kantor').as_uri()}"
    for ending in ("doc", "odt"):
        way = ("--headless", "--convert-to", ending, "--outdir", str(folder), str(rich))
        subprocess.run(["soffice", profile, *way], check=True, capture_output=True)
        made = rich.with_suffix(f".{ending}")
        yield made.name, made.read_bytes()


@pytest.mark.parametrize("own", [False, pytest.param(True, marks=pytest.mark.slow)])
def test_drafts_of_old_word_processors_are_opened(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, own: bool
) -> None:
    """Through LibreOffice itself, or what stands in for it and makes the same of any file."""
    if own:
        if shutil.which("soffice") is None:
            assert "PATUH_CI" not in os.environ, "LibreOffice is missing"
            pytest.skip("LibreOffice is not installed")
        monkeypatch.delenv(PROGRAM)
        files = dict(_old_files(tmp_path))
    else:
        word = tmp_path / "made.docx"
        word.write_bytes(patuh.check(DRAFT, kind="draft").to_comments(DRAFT.encode()))
        program = tmp_path / "office"
        program.write_text(f'#!/bin/sh\nmkdir "$8" && cp {word} "$8/naskah.docx"\n')
        program.chmod(0o755)
        monkeypatch.setenv(PROGRAM, str(program))
        files = {"lama.rtf": b"{\\rtf1 x}"}
    for page in serving():
        there = Site(site.browser, page, site.folder)
        for name, data in files.items():
            there.visit()
            there.open(name, data)
            missing = next(one for one in there.all(".beneath") if "[T21]" in one.text)
            line = "return arguments[0].previousElementSibling.textContent"
            assert there.run(line, missing) == "Pasal 1"
            limits = there.the("#limits-list").get_attribute("textContent") or ""
            assert f"berkas {Path(name).suffix} dibaca lewat LibreOffice" in limits


def test_a_change_is_begun_upon_what_is_open(site: Site) -> None:
    site.visit()
    site.open("dasar.sotk", VIOLATION)
    site.run("arguments[0].value = 'change'", site.the("#begin-kind"))
    site.the("#begin-region").clear()
    site.the("#begin-region").send_keys("Kabupaten Paser")
    site.click("#begin")
    site.until(lambda: "TERHADAP : dasar.sotk" in site.text and site.idle)
    assert site.the("#changes-said").text == "dasar: dasar.sotk"
    assert H7 in site.messages
    site.click("#report-xlsx")
    assert site.file("usulan.xlsx").startswith(b"PK")
    site.open("ubah.sotk", site.text)
    site.until(lambda: "dasar.sotk" in site.the("#problems").text)
    assert site.all("[data-unit]") == []  # of what was open before
    path = site.folder / "lama.sotk"
    path.write_text(VIOLATION)
    site.the("#changes").send_keys(str(path))
    site.until(lambda: site.idle and H7 in site.messages)


def test_the_chart_is_walked_with_the_keyboard(site: Site) -> None:
    site.visit()
    site.open("usulan.sotk", VIOLATION)
    first = site.the('#chart [tabindex="0"]')
    site.run("arguments[0].focus()", first)
    here = site.browser.switch_to.active_element
    here.send_keys(Keys.ARROW_RIGHT)
    other = site.browser.switch_to.active_element
    assert other != here
    other.send_keys(Keys.ENTER)
    assert site.the("#unit h3").text in (other.get_attribute("aria-label") or "")
    assert other.get_attribute("class") == "chosen"


@pytest.mark.parametrize(("path", "begin", "clean"), [("/en", "Write an example", "no findings")])
def test_all_is_said_in_english(site: Site, path: str, begin: str, clean: str) -> None:
    site.visit(path)
    assert site.the("#begin").text == begin
    site.open("usulan.sotk", VIOLATION)
    assert site.messages == [patuh.check(VIOLATION, lang="en").findings[0].message]
    assert site.the("#status").text == "1 violation"
    site.open("usulan2.sotk", CLEAN)
    assert site.the("#status").text == clean


def test_a_proposal_is_begun_in_the_words_of_a_regency(site: Site) -> None:
    site.visit()
    region = site.the("#begin-region")
    region.clear()
    region.send_keys("Kabupaten Paser")
    site.click("#begin")
    site.until(lambda: "DAERAH  : Kabupaten Paser" in site.text and site.idle)
    assert site.the("#title").get_attribute("textContent") == "Penataan Dinas Sosial"

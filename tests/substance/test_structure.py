"""The structure that a draft describes: its findings, their places, what is said to be left out."""

import json
import tomllib
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest

from patuh.checking import check
from patuh.draft_checking import check_draft
from patuh.finding import Result
from patuh.knowledge.regulations import regulations
from patuh.report.documents.json import render
from patuh.report.wording import Wording
from patuh.substance import structure_of
from patuh_parser.legal.reader import read_draft

HERE = Path(__file__).parent
CORPUS = HERE.parents[1] / "corpus"
SCHEMA = files("patuh").joinpath("schema/findings-2.json").read_text(encoding="utf-8")
VALIDATOR = jsonschema.Draft202012Validator(json.loads(SCHEMA))
CASES = tomllib.loads((HERE / "structure.toml").read_text(encoding="utf-8"))["kasus"]


def text_of(case: dict) -> str:
    """The text of a case."""
    name = case.get("naskah", "susunan_dinas_sosial")
    text = (CORPUS / f"drafts/sources/{name}.txt").read_text(encoding="utf-8")
    for before, after in case.get("ubah", []):
        assert before in text, before
        text = text.replace(before, after, 1)
    region = case.get("daerah", "Paser")
    for known in ("Paser", "Muara Jati"):
        text = text.replace(known, region).replace(known.upper(), region.upper())
    return text


def findings(result: Result) -> list[str]:
    """Those that are none on drafting or revision, with the beginning of the line they stand on."""
    wording, lines = Wording("id", result.input), result.source.split("\n")

    def at(line: int) -> str:
        return " ".join(lines[line - 1].split()[:3])

    return [
        f"{one.level.name} {one.check} {at(one.place.span.line)}: {wording.sentence(one)}"
        for one in result.findings
        if one.check[0] not in "TB"
    ]


def told(result: Result) -> list[str]:
    wording = Wording("id", result.input)
    return [text for text, _ in wording.noticed() if text.startswith("substansi")]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["nama"])
def test_case(case: dict) -> None:
    result = check_draft(text_of(case).encode(), "rancangan.txt")
    assert findings(result) == case["temuan"]
    assert case.get("tidak_dinilai") in (None, told(result))
    VALIDATOR.validate(json.loads(render([result], [], "id")))


def test_word_and_text_give_the_same() -> None:
    data = (CORPUS / "drafts/susunan_dinas_sosial.docx").read_bytes()
    assert findings(check_draft(data, "a.docx")) == CASES[0]["temuan"]


def test_what_is_exported_is_what_is_checked() -> None:
    """Each finding of the draft is one of the exported proposal, and tells its pasal there."""
    text = text_of({})
    exported = structure_of(read_draft(text.encode(), "a.txt"))
    result = check(exported.encode(), "a.sotk")
    wording = Wording("id", result.input)
    said = [wording.sentence(found) for found in result.findings]
    assert said == [line.partition(": ")[2] for line in CASES[0]["temuan"]]
    lines = exported.split("\n")
    above = [lines[found.place.span.line - 2] for found in result.findings]
    assert above == ["# Pasal 2 ayat (1)", "# Pasal 2 ayat (2)", "# Pasal 3 ayat (5)"]
    assert lines[-2].startswith("# tidak terbaca: Pasal 6: Setiap kelompok jabatan")


CONFLICTS = {
    "kutim_41_2023": [
        ("M3", "hanya_a"), ("M6", "bukan_menurut_perkada"), ("M6", "unsur_menurut_perkada"),
    ],
    "paser_56_2020": [],
}  # fmt: skip
"""What national law has against the structure in a regulation."""


@pytest.mark.parametrize("law", regulations(), ids=lambda law: law.id)
def test_the_regulations_themselves_have_no_finding(law) -> None:
    """Their norms are the law, and no structure that breaks it; but national law may."""
    result = check_draft((CORPUS / "regulations" / law.text).read_bytes(), law.text)
    found = [(one.regulation, one.check, one.case) for one in result.findings]
    assert [one for one in found if one[0] == law.id] == []
    assert [one[1:] for one in found if one[1].startswith("M")] == CONFLICTS[law.id]
    assert told(result)[0].endswith(
        f"dinilai terhadap {law.short}, PP 18/2016, PP 12/2022, UU 23/2014"
    )

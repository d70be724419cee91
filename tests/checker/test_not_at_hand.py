"""What of a regulation is not at hand is said to be not assessed, wherever one would look."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from checker_texts import CLEAN, VIOLATION

CHARTS = {
    "paser_56_2020": (
        "Lampiran (bagan mekanisme) Perbup Paser 56/2020, bagian peraturan itu menurut Pasal 13"
        " ayat (3) dan Pasal 14 ayat (2) huruf e – teksnya tidak tersedia di sini"
    ),
    "kutim_41_2023": (
        "Lampiran (bagan pola mekanisme) Perbup Kutai Timur 41/2023, bagian peraturan itu menurut"
        " Pasal 19 – teksnya tidak tersedia di sini"
    ),
}
KUTIM = CLEAN.replace("Kabupaten Paser", "Kabupaten Kutai Timur")


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("form", ["text", "html", "sarif", "junit"])
@pytest.mark.parametrize(("law", "text"), [*zip(CHARTS, (VIOLATION, KUTIM), strict=True)])
def test_every_report_says_so(
    patuh: Callable, written: Callable, law: str, text: str, form: str
) -> None:
    assert CHARTS[law] in flat(patuh("check", "--format", form, written(text)).out)


@pytest.mark.parametrize(("law", "text"), [*zip(CHARTS, (CLEAN, KUTIM), strict=True)])
def test_json_lists_the_provisions(patuh: Callable, written: Callable, law: str, text: str) -> None:
    out = json.loads(patuh("check", "--format", "json", written(text)).out)
    assert out["not_assessed"][-1]["text"] == CHARTS[law]
    assert (
        out["not_assessed"][-1]["ids"]
        == {
            "paser_56_2020": ["pasal-13.ayat-3", "pasal-14.ayat-2.huruf-e"],
            "kutim_41_2023": ["pasal-19"],
        }[law]
    )


def test_so_does_the_report_on_a_draft_that_revises_it(patuh: Callable, root: Path) -> None:
    run = patuh("check", root / "corpus" / "drafts" / "revisi_kutim_41_2023.txt")
    assert f"tidak dinilai: {CHARTS['kutim_41_2023']}" in flat(run.out)


@pytest.mark.parametrize("form", ["text", "json"])
def test_so_does_a_comparison(patuh: Callable, written: Callable, form: str) -> None:
    written(CLEAN, "a.sotk")
    run = patuh("compare", "--format", form, "a.sotk", written(VIOLATION))
    assert CHARTS["paser_56_2020"] in flat(run.out)


@pytest.mark.parametrize("law", CHARTS)
def test_explain_says_so_of_the_regulation(patuh: Callable, law: str) -> None:
    assert patuh("explain", law).out.splitlines()[-1] == f"tidak dinilai: {CHARTS[law]}"


@pytest.mark.parametrize(
    ("law", "provision"),
    [
        ("paser_56_2020", "pasal-13.ayat-3"),
        ("paser_56_2020", "pasal-14.ayat-2.huruf-e"),
        ("kutim_41_2023", "pasal-19"),
    ],
)
def test_explain_says_so_of_the_provision(patuh: Callable, law: str, provision: str) -> None:
    assert f"tidak dinilai: {CHARTS[law]}" in flat(patuh("explain", law, provision).out)


def test_explain_says_so_of_a_check_and_not_of_other_provisions(patuh: Callable) -> None:
    page = flat(patuh("explain", "T7").out)
    assert all(text in page for text in CHARTS.values())
    assert "tidak tersedia" not in patuh("explain", "paser_56_2020", "pasal-13.ayat-1").out

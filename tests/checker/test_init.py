"""`patuh init`: every template checks clean, or with exactly what it leaves to be filled in."""

from collections.abc import Callable
from pathlib import Path

import pytest

from patuh.cli.commands.init_command import KINDS
from patuh.knowledge.regulations import regulations
from patuh.report.expectations import Row
from patuh.scaffold.proposal import proposal, templates

ASISTEN = (
    "Asisten Pemerintahan dan Kesejahteraan Rakyat",
    "Asisten Perekonomian dan Pembangunan",
    "Asisten Administrasi Umum",
)
_RSUD = "Rumah Sakit Umum Daerah"
OF_THE_LIST: set[Row] = {
    ("catatan", "M3", "Sekretariat Daerah"),
    ("peringatan", "M6", f"{_RSUD} Kudungga"),
    ("peringatan", "M6", f"{_RSUD} Sangkulirang"),
    ("peringatan", "M6", "Inspektorat"),
}
"""What national law has against the list of Kutai Timur."""
LEFT: dict[tuple[str, str], set[Row]] = {
    ("paser_56_2020", "agency"): {("belum_lengkap", "A3", "Dinas Sosial")},
    ("paser_56_2020", "structure"): {("peringatan", "A7", name) for name in ASISTEN},
    ("kutim_41_2023", "upt"): {("catatan", "X1", "UPT Panti Sosial")},
    ("kutim_41_2023", "structure"): OF_THE_LIST,
}
"""What is left under a regulation: what its list does not say, and what it does not rule."""


def test_the_command_has_the_kinds_that_there_are() -> None:
    assert set(KINDS) == set(templates())


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "change"])
@pytest.mark.parametrize("law", regulations(), ids=lambda law: law.id)
def test_a_template_leaves_what_is_to_be_filled_in(
    findings_of: Callable, law: object, kind: str
) -> None:
    found = findings_of(proposal(kind, law))  # type: ignore[arg-type]
    assert set(found) == LEFT.get((law.id, kind), set())  # type: ignore[attr-defined]


def test_a_change_lacks_the_asisten_of_what_it_forms(
    patuh: Callable, written: Callable, findings_of: Callable, tmp_path: Path
) -> None:
    written("", "a/b/x")
    assert (
        patuh("mulai", "--region", "Kutai Timur", "--kind", "structure", "-o", "a/d.sotk").code == 0
    )
    call = ("--region", "Kutai Timur", "--kind", "change", "--base", "a/d.sotk", "-o", "a/b/u.sotk")
    run = patuh("init", *call)
    assert (run.code, run.out) == (0, "")
    assert run.err == "a/b/u.sotk: sesuaikan isinya, lalu periksa: patuh check a/b/u.sotk\n"
    text = Path("a/b/u.sotk").read_text(encoding="utf-8")
    assert "TERHADAP : ../d.sotk\n" in text
    found = findings_of(text, str(tmp_path / "a" / "b" / "u.sotk"))
    assert set(found) == {("pelanggaran", "A3", "Dinas Pangan dan Perikanan"), *OF_THE_LIST}
    filled = text.replace(f"# {ASISTEN[1]} meng", f"{ASISTEN[1]} meng")
    assert set(findings_of(filled, str(tmp_path / "a" / "b" / "u.sotk"))) == OF_THE_LIST


def test_the_unit_asked_for_takes_its_place(patuh: Callable) -> None:
    out = patuh("init", "--region", "Kab. Kutai Timur", "--unit", " Dinas  Perikanan ").out
    assert out.startswith("USULAN  : Penataan Dinas Perikanan\nDAERAH  : Kabupaten Kutai Timur\n")
    assert "\nAsisten Perekonomian dan Pembangunan mengoordinasikan Dinas Perikanan.\n" in out
    assert "Sosial" not in out
    assert "# Asisten" not in out


def test_a_region_without_its_own_regulation_has_no_basis(
    patuh: Callable, written: Callable
) -> None:
    run = patuh("init", "--region", "Kabupaten Sleman", "-o", "u.sotk", "--lang", "en")
    assert run.err == "u.sotk: adapt it, then check it: patuh check u.sotk\n"
    text = Path("u.sotk").read_text(encoding="utf-8")
    assert "DASAR" not in text
    assert "Hapus" not in text
    assert patuh("check", "u.sotk").code == 0
    assert written("x", "y") == "y"


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ([], "sebutkan daerahnya"),
        (["--region", "Paser", "--kind", "change"], "--base memerlukan usulan yang diubah"),
        (["--region", "Paser", "--base", "x"], "--base hanya untuk --kind change"),
        (["--region", "Paser", "-o", "ada.sotk"], "ada.sotk sudah ada; tidak ditimpa"),
    ],
)
def test_wrong_calls(patuh: Callable, written: Callable, call: list[str], said: str) -> None:
    written("isi", "ada.sotk")
    run = patuh("init", *call)
    assert (run.code, run.out) == (2, "")
    assert f"galat: {said}" in run.err
    assert Path("ada.sotk").read_text(encoding="utf-8") == "isi"

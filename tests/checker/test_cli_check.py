"""`patuh check` from end to end: inputs, exit codes, options."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from checker_texts import CLEAN, INCOMPLETE, NOTE, PP_18, UU_23, VIOLATION, WARNING

LEVELS = {
    "pelanggaran": VIOLATION,
    "belum-lengkap": INCOMPLETE,
    "peringatan": WARNING,
    "catatan": NOTE,
}
ORDER = list(LEVELS)
SCRIPT = Path(sys.executable).with_name("patuh")


@pytest.mark.parametrize(
    ("text", "code"),
    [(CLEAN, 0), (NOTE, 0), (WARNING, 0), (INCOMPLETE, 1), (VIOLATION, 1)],
    ids=["clean", "note", "warning", "incomplete", "violation"],
)
def test_exit_code_by_gravest_finding(
    patuh: Callable, written: Callable, text: str, code: int
) -> None:
    run = patuh("check", written(text))
    assert (run.code, run.err) == (code, "")


@pytest.mark.parametrize("floor", ORDER)
@pytest.mark.parametrize("level", ORDER)
def test_fail_on(patuh: Callable, written: Callable, level: str, floor: str) -> None:
    code = patuh("check", "--fail-on", floor, written(LEVELS[level])).code
    assert code == int(ORDER.index(level) <= ORDER.index(floor))


def test_fail_on_takes_the_level_as_reports_write_it(patuh: Callable, written: Callable) -> None:
    assert patuh("check", "--fail-on", "belum_lengkap", written(INCOMPLETE)).code == 1


def test_an_unreadable_input_weighs_more_than_findings(patuh: Callable, written: Callable) -> None:
    run = patuh("check", written(VIOLATION), "tiada.sotk")
    assert run.code == 2
    assert "pelanggaran[H7]" in run.out
    assert run.err.splitlines()[:2] == [
        "galat[M002]: berkas atau folder ini tidak ada",
        " --> tiada.sotk:1:1",
    ]


def test_a_missing_file_in_english(patuh: Callable, written: Callable) -> None:
    written(CLEAN)
    assert patuh("check", "--lang", "en", "tiada.sotk").err == (
        "error[M002]: there is no such file or folder\n --> tiada.sotk:1:1\n\n"
        "tiada.sotk: 1 error; the proposal was not checked\n"
    )


@pytest.mark.parametrize(
    ("region", "said", "help_"),
    [
        ("Kabupaten Bonne", "`Kabupaten Bonne` bukan kabupaten atau kota yang dikenal",
         "mungkin maksudnya `Kabupaten Bone`"),
        ("Bontang", "`Kabupaten Bontang` bukan kabupaten atau kota yang dikenal",
         "mungkin maksudnya `Kota Bontang`"),
        ("Kota Jakarta Pusat", "`Kota Jakarta Pusat` bukan daerah otonom: kabupaten atau kota "
         "administrasi tanpa kepala daerah, DPRD dan perangkat daerah sendiri", None),
        ("Provinsi Riau", "`Provinsi Riau` bukan kabupaten atau kota yang dikenal",
         "tulis nama lengkapnya, misalnya `Kabupaten Bone` atau `Kota Bontang`"),
    ],
)  # fmt: skip
def test_a_region_that_is_none_is_an_error(
    patuh: Callable, written: Callable, region: str, said: str, help_: str | None
) -> None:
    run = patuh("check", written(CLEAN.replace("Kabupaten Paser", region)))
    assert (run.code, run.out) == (2, "")
    line = f"DAERAH  : {region}"
    hint = f"  = bantuan: {help_}\n" if help_ else ""
    assert run.err == (
        f"galat[M004]: {said}\n --> usulan.sotk:2:1\n  |\n2 | {line}\n  | {'^' * len(line)}\n"
        f"{hint}\nusulan.sotk: 1 galat; usulan tidak diperiksa\n"
    )


def test_a_region_without_a_perbup_here_is_held_against_national_law(
    patuh: Callable, written: Callable
) -> None:
    run = patuh("check", written(CLEAN.replace("Paser", "Bone")))
    assert run.code == 0
    assert run.out == (
        "usulan.sotk: tidak ada temuan (PP 18/2016 jo. PP 72/2019, PP 12/2022, UU 23/2014)\n"
        f"  tidak dinilai: {PP_18} ketentuan – belum diterjemahkan ke dalam aturan; belum dinilai\n"
        f"  tidak dinilai: {UU_23} ketentuan UU 23/2014 – belum diterjemahkan ke dalam aturan;"
        " belum dinilai\n"
        "  tidak dinilai: struktur yang tidak disebut dalam usulan (LINGKUP: sebagian)\n"
        "  tidak dinilai: aturan daerah sendiri: belum ada peraturan kepala daerah Kabupaten Bone "
        "dalam basis\n                 pengetahuan; dinilai terhadap PP 18/2016 jo. PP 72/2019, "
        "PP 12/2022, UU 23/2014\n"
    )


def test_a_folder_is_searched_for_proposals(patuh: Callable, written: Callable) -> None:
    written(CLEAN, "f/b.sotk")
    written(VIOLATION, "f/dalam/a.sotk")
    written("bukan usulan", "f/catatan.txt")
    run = patuh("check", "f")
    closing = [line for line in run.out.splitlines() if line.startswith("f/")]
    assert closing == [
        "f/b.sotk: tidak ada temuan (Perbup Paser 56/2020, hukum nasional)",
        "f/dalam/a.sotk: 1 temuan: 1 pelanggaran (Perbup Paser 56/2020, hukum nasional)",
    ]
    assert run.code == 1


def test_a_folder_without_proposals_is_an_error(patuh: Callable, written: Callable) -> None:
    written("x", "f/a.txt")
    run = patuh("check", "f")
    assert (run.code, run.out) == (2, "")
    assert "galat[M001]: tidak ada berkas .sotk di dalam folder" in run.err


def test_several_inputs_are_checked_in_order_and_once(patuh: Callable, written: Callable) -> None:
    written(CLEAN, "b.sotk")
    written(CLEAN, "a.sotk")
    out = json.loads(patuh("check", "--format", "json", "b.sotk", "a.sotk", "b.sotk").out)
    assert [entry["path"] for entry in out["inputs"]] == ["b.sotk", "a.sotk"]


def test_standard_input(patuh: Callable) -> None:
    run = patuh("check", "-", stdin=VIOLATION.encode())
    assert run.code == 1
    assert " --> -:8:1\n" in run.out
    assert "-: 1 temuan: 1 pelanggaran (Perbup Paser 56/2020, hukum nasional)\n" in run.out


def test_empty_standard_input_is_not_clean(patuh: Callable) -> None:
    run = patuh("check", "-", stdin=b"")
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith("galat[E007]: tidak ada isi\n --> -:1:1\n")


def test_as_of_takes_the_place_of_the_date(patuh: Callable, written: Callable) -> None:
    """T8 notes that the regulation, in force since 20 April 2020, was not yet so."""

    def found(*options: str) -> list[tuple[str, str]]:
        run = patuh("check", "--format", "json", *options, name)
        return [(entry["check"], entry["message"]) for entry in json.loads(run.out)["findings"]]

    name = written(CLEAN)
    assert found() == found("--as-of", "2020-04-20") == []
    late = "baru berlaku sejak 20 April 2020, sesudah tanggal usulan 19 April 2020"
    assert found("--as-of", "2020-04-19") == [("T8", f"Perbup Paser 56/2020 {late}")]


@pytest.mark.parametrize("date", ["2024", "20240301", "1 Maret 2024", "2024-02-30"])
def test_as_of_wants_an_iso_date(patuh: Callable, written: Callable, date: str) -> None:
    run = patuh("check", "--as-of", date, written(CLEAN))
    assert run.code == 2
    assert f"`{date}` bukan tanggal; tulis TAHUN-BULAN-HARI" in run.err


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("form", ["text", "json"])
def test_no_escape_sequences_off_a_terminal(
    patuh: Callable, written: Callable, lang: str, form: str
) -> None:
    run = patuh("check", "--lang", lang, "--format", form, written(VIOLATION), "tiada.sotk")
    assert "\x1b" not in run.out + run.err


def test_colours_on_demand_and_never_otherwise(
    patuh: Callable, written: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = written(VIOLATION)
    assert "\x1b[1;31mpelanggaran[H7]\x1b[0m" in patuh("check", "--color", "always", name).out
    assert "\x1b" not in patuh("check", "--color", "never", name).out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in patuh("check", name).out


@pytest.mark.parametrize("form", ["text", "json"])
def test_the_same_bytes_in_fresh_processes_under_any_hash_seed(root: Path, form: str) -> None:
    path = "corpus/proposals/paser_koordinasi_sosial_lingkungan.sotk"
    outputs = {
        subprocess.run(
            [SCRIPT, "check", "--format", form, path],
            cwd=root,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            timeout=60,
            check=False,
        ).stdout
        for seed in ("0", "1", "271828")
    }
    assert len(outputs) == 1
    assert b"H7" in outputs.pop()


def test_no_colour_even_on_a_terminal_if_the_environment_says_so(tmp_path: Path) -> None:
    """Standard output is a pseudo-terminal: coloured without NO_COLOR, plain with it."""
    path = tmp_path / "usulan.sotk"
    path.write_text(VIOLATION, encoding="utf-8")
    plain = on_terminal(["check", str(path)], {"NO_COLOR": "1"})
    assert b"H7" in plain
    assert b"\x1b" not in plain
    assert b"\x1b[1;31m" in on_terminal(["check", str(path)], {})


def on_terminal(arguments: list[str], environment: dict[str, str]) -> bytes:
    """What a call writes to a pseudo-terminal."""
    import pty

    outer, inner = pty.openpty()
    base = {key: value for key, value in os.environ.items() if key != "NO_COLOR"}
    process = subprocess.Popen(
        [SCRIPT, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=inner,
        stderr=subprocess.DEVNULL,
        env={**base, **environment},
    )
    os.close(inner)
    pieces = []
    while True:
        try:
            piece = os.read(outer, 65536)
        except OSError:
            break
        if not piece:
            break
        pieces.append(piece)
    process.wait(timeout=60)
    os.close(outer)
    return b"".join(pieces)

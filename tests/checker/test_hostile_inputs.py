"""Hostile inputs: each ends in a clear error with exit code 2 or in a correct result.

Never a traceback (the fixture lets exceptions through), never a sequence that a terminal would
obey, and never "tidak ada temuan" for something that was not read.
"""

import errno
import json
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import clingo
import pytest
from checker_texts import CLEAN, HEADER, VIOLATION

from patuh.checking import check, facts_of, ground, read
from patuh.report.wording import Wording

OUTSIDER = 'Asisten Administrasi Umum bertanggung jawab kepada "{}".\n'

UNREADABLE = {
    "empty": (b"", "E007"),
    "blank": (b" \n\t\n \n", "E007"),
    "only comments": (b"# satu\n\n  # dua\n", "E007"),
    "binary": (bytes(range(256)) * 20, "E002"),
    "NUL": (b"USULAN : a\0b\n" + HEADER.encode(), "E002"),
    "Latin-1": (CLEAN.replace("uji", "caf\xe9").encode("latin-1"), "E001"),
    "UTF-16 without a mark": (CLEAN.encode("utf-16-le"), "E002"),
    "UTF-16, half": (CLEAN.encode("utf-16")[:-1], "E001"),
    "ANSI escape": (CLEAN.replace("uji", "\x1b[31muji").encode(), "E002"),
    "C1 escape": (CLEAN.replace("uji", "\x9b31muji").encode(), "E002"),
    "right-to-left mark": (CLEAN.replace("Dinas", "\u202eDinas", 1).encode(), "E004"),
    "an operator that nobody sees": (CLEAN.replace("Dinas", "Di\u2061nas", 1).encode(), "E005"),
    "no header": (b"STRUKTUR\n\nDinas Sosial.\n", "E101"),
    "a line of 2.5 MB": (CLEAN.encode() + b"Dinas " + b"x" * 2_500_000 + b"\n", None),
    "a line of half a million words": (CLEAN.encode() + b"Dinas Sosial " * 250_000, None),
    "too large": (CLEAN.encode() + b"#" * (64 * 1024 * 1024), "M003"),
    "deep indentation": ((CLEAN + " " * 1_000_000 + "Dinas Sosial\n").encode(), None),
    "a staircase": (
        (CLEAN + "".join(" " * depth + "Dinas Sosial\n" for depth in range(1_000))).encode(),
        None,
    ),
    "parts without content of theirs": ((CLEAN + "STRUKTUR\nSTRUKTUR\n").encode(), "E212"),
}


@pytest.mark.parametrize(("content", "code"), UNREADABLE.values(), ids=UNREADABLE)
@pytest.mark.parametrize("lang", ["id", "en"])
def test_what_cannot_be_read_is_an_error(
    patuh: Callable, written: Callable, lang: str, content: bytes, code: str | None
) -> None:
    start = time.process_time()
    run = patuh("check", "--lang", lang, written(content))
    assert run.code == 2
    assert run.out == ""
    assert f"[{code or 'E'}" in run.err
    assert {"id": "usulan tidak diperiksa", "en": "the proposal was not checked"}[lang] in run.err
    assert "\x1b" not in run.err
    assert len(run.err) < 400_000
    assert time.process_time() - start < 5


def test_the_errors_of_a_binary_file_name_the_character(patuh: Callable, written: Callable) -> None:
    err = patuh("check", written(b"\x7fELF\xff\0\0")).err
    assert err.startswith("galat[E002]: berkas ini memuat karakter kendali U+0000; tampaknya")


def test_a_file_with_a_byte_order_mark_or_in_utf_16(patuh: Callable, written: Callable) -> None:
    plain = patuh("check", written(VIOLATION))
    assert patuh("check", written(VIOLATION.encode("utf-8-sig"))) == plain
    assert patuh("check", written(VIOLATION.encode("utf-16"))) == plain


def test_the_excerpt_of_a_file_in_utf_16(patuh: Callable, written: Callable) -> None:
    err = patuh("check", written((CLEAN + "Dinas Sosial xyz.\n").encode("utf-16"))).err
    assert "10 | Dinas Sosial xyz.\n" in err


def test_200_000_lines(patuh: Callable, written: Callable) -> None:
    text = VIOLATION + "# catatan\n" * 100_000 + "\n" * 100_000
    run = patuh("check", written(text))
    assert run.code == 1
    assert "usulan.sotk: 1 temuan: 1 pelanggaran" in run.out


def test_a_thousand_errors_and_more_are_bounded(patuh: Callable, written: Callable) -> None:
    run = patuh("check", "--format", "json", written(HEADER + "Dinas Sosial xyz.\n" * 1_500))
    errors = json.loads(run.out)["errors"]
    assert run.code == 2
    assert len(errors) == 1_001
    assert errors[-1]["code"] == "E006"
    assert errors[-1]["message"] == "masih ada 500 galat lain; perbaiki dahulu yang di atas"


@pytest.mark.parametrize(
    "name",
    [
        'x"). temuan(pelanggaran, paser_56_2020, h7, langsung, 1, (unit(a),)). a("',
        "x). #script(python) print(1) #end.",
        "a\\",
        'a\\"). b("',
        "Bank %* komentar *% %",
        "{unit} {0} {!r:>99999999}",
        "X " * 249,
        "Seluruh Perangkat Daerah",
        "1..999999999",
    ],
    ids=["atom", "script", "backslash", "escape", "comment", "format", "long", "group", "interval"],
)
def test_code_in_quoted_names_stays_a_name(name: str) -> None:
    """The name is one string to clingo, brings no finding of its own, and is shown as written."""
    name = " ".join(name.replace('"', "'").split())
    plain, odd = (findings(HEADER + OUTSIDER.format(n)) for n in ("Bank Biasa", name))
    assert [row[:2] for row in odd] == [row[:2] for row in plain]
    assert [row[:2] for row in odd] == [("A2", "bukan_sekretaris_daerah")]
    assert name in odd[0][2]


def findings(text: str) -> list[tuple[str, str, str]]:
    result = check(text.encode(), "u.sotk")
    wording = Wording("id", result.input)
    return [(f.check, f.case, wording.sentence(f)) for f in result.findings]


@pytest.mark.parametrize(
    "constant", ["bupati", "sekretaris_daerah", "not", "asisten_yang_membidangi"]
)
def test_a_quoted_outsider_is_never_an_office(
    patuh: Callable, written: Callable, constant: str
) -> None:
    """A quoted name in the form of a constant is refused, so it cannot pass for the office."""
    run = patuh("check", written(HEADER + OUTSIDER.format(constant)))
    assert (run.code, run.out) == (2, "")


@pytest.mark.parametrize("name", ["Bupati", "Sekretaris Daerah", "Dinas Sosial"])
def test_a_quoted_known_name_is_refused(patuh: Callable, written: Callable, name: str) -> None:
    run = patuh("check", written(HEADER + OUTSIDER.format(name)))
    assert (run.code, run.out) == (2, "")


def test_every_name_of_the_proposal_is_a_string_to_clingo() -> None:
    """Only offices of the knowledge base are constants; what the file names is quoted."""
    text = HEADER + OUTSIDER.format("Bank x") + "Dinas Bupati bertanggung jawab kepada Bupati.\n"
    proposal, laws = read(text, "u.sotk")
    session = ground(facts_of(proposal, laws), laws)
    units = {symbol.arguments[0] for symbol in session._facts("unit", 2)}
    strings = {unit.string for unit in units if unit.type is clingo.SymbolType.String}
    assert strings == {"Bank x", "Dinas Bupati"}
    assert {str(unit) for unit in units} - {f'"{name}"' for name in strings} == {
        "asisten_administrasi_umum",
        "bupati",
    }


def test_braces_in_a_title_are_printed_as_written(patuh: Callable, written: Callable) -> None:
    text = (
        CLEAN
        + 'ALUR laporan "Laporan {unit} {0} {alur}"\n  subjek: Dinas Sosial\n'
        + ("  1. Dinas Sosial menyampaikan laporan kepada Bupati.\n")
    )
    run = patuh("check", written(text))
    assert run.code == 1
    assert "Laporan {unit} {0} {alur}" in run.out


def test_escape_sequences_in_a_file_name_do_not_reach_the_terminal(
    patuh: Callable, written: Callable
) -> None:
    for name, text in (("a\x1b[31m.sotk", VIOLATION), ("b\x1b]0;x\x07.sotk", "bukan usulan")):
        run = patuh("check", written(text, name))
        assert run.code in {1, 2}
        assert not {"\x1b", "\x07"} & set(run.out + run.err)


def test_duplicate_declarations_change_nothing() -> None:
    text = VIOLATION + "Dinas Sosial.\nDinas Sosial.\nUPT Panti pada Dinas Sosial.\n" * 3
    once = VIOLATION + "Dinas Sosial.\nUPT Panti pada Dinas Sosial.\n"
    assert findings(text) == findings(once)


def test_a_very_long_name_is_refused_or_kept_whole(patuh: Callable, written: Callable) -> None:
    name = "Dinas " + " ".join(["Urusan"] * 30)
    run = patuh(
        "check", written(CLEAN.replace("Dinas Sosial", name).replace("melalui", "langsung melalui"))
    )
    assert run.code in {0, 1}
    facts = patuh("facts", written(CLEAN.replace("Dinas Sosial", name))).out
    assert f'unit("{name}",dinas).' in facts


def circle(count: int) -> str:
    return HEADER + "".join(
        f"Dinas Nomor {number:06d} bertanggung jawab kepada"
        f" Dinas Nomor {(number + 1) % count:06d}.\n"
        for number in range(count)
    )


def test_a_cycle_of_a_hundred_agencies() -> None:
    """Each link is a line to somebody else than the Bupati (H2); faulty lines make no cycle."""
    result = check(circle(100).encode(), "u.sotk")
    assert sum(finding.check == "H2" for finding in result.findings) == 100


def test_a_cycle_of_a_thousand_agencies_is_too_long(patuh: Callable, written: Callable) -> None:
    run = patuh("check", written(circle(1_000)))
    assert (run.code, run.out) == (2, "")
    assert (
        "galat[E411]: `Dinas Nomor 000000` berada di bawah lebih dari 100 unit organisasi\n"
        " --> usulan.sotk:8:1\n"
    ) in run.err


def test_a_cycle_of_divisions_is_found_once() -> None:
    count = 100
    text = HEADER + "".join(
        f"Bidang Nomor {(number + 1) % count:06d} pada Dinas Sosial bertanggung jawab kepada"
        f" Bidang Nomor {number:06d} pada Dinas Sosial.\n"
        for number in range(count)
    )
    result = check(text.encode(), "u.sotk")
    assert sum(finding.check == "H1" for finding in result.findings) == 1


@pytest.mark.parametrize(("part", "line"), [("", 2), ("STRUKTUR\n", 3), ("LINGKUP : lengkap\n", 3)])
def test_a_header_alone_is_no_proposal(patuh: Callable, part: str, line: int) -> None:
    """Nothing said is nothing checked: never a report without findings."""
    run = patuh("check", "-", stdin=f"USULAN : a\nDAERAH : Kabupaten Paser\n{part}".encode())
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith(f"galat[E007]: tidak ada isi\n --> -:{line}:1\n")


OUTSIDE = "letaknya di luar folder usulan ini dan di luar folder kerja"


@pytest.mark.parametrize(
    ("base", "says"),
    [
        ("/etc/passwd", f"[E607]: usulan dasar `/etc/passwd` tidak boleh dibaca: {OUTSIDE}"),
        ("../../a.sotk", f"[E607]: usulan dasar `../../a.sotk` tidak boleh dibaca: {OUTSIDE}"),
        ("x/../../a.sotk", f"[E607]: usulan dasar `x/../../a.sotk` tidak boleh dibaca: {OUTSIDE}"),
        ("device.sotk", f"[E607]: usulan dasar `device.sotk` tidak boleh dibaca: {OUTSIDE}"),
        ("pipe.sotk", "[E609]: usulan dasar `pipe.sotk` tidak dapat dibuka"),
        ("folder.sotk", "[E609]: usulan dasar `folder.sotk` tidak dapat dibuka"),
        ("circle.sotk", "[E609]: usulan dasar `circle.sotk` tidak dapat dibuka"),
        ("usulan.sotk", "[E611]: usulan dasar `usulan.sotk` bermuara kembali pada dirinya sendiri"),
        ("", "[E108]: baris `TERHADAP` kosong"),
    ],
)
def test_a_base_reads_no_other_file(
    patuh: Callable, written: Callable, tmp_path: Path, base: str, says: str
) -> None:
    (tmp_path / "device.sotk").symlink_to("/dev/zero")
    (tmp_path / "circle.sotk").symlink_to("circle.sotk")
    (tmp_path / "folder.sotk").mkdir()
    os.mkfifo(tmp_path / "pipe.sotk")
    text = CLEAN.replace("LINGKUP : sebagian", f"TERHADAP : {base}")
    run = patuh("check", written(text))
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith(f"galat{says}\n --> usulan.sotk:4:1\n")
    assert "root:" not in run.err


def test_a_folder_that_cannot_be_opened_is_told(
    patuh: Callable, written: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What lies in it is not checked, which must not look like compliance."""
    written(CLEAN, "dalam/usulan.sotk")
    written(CLEAN, "tertutup/usulan.sotk")
    scan = os.scandir

    def closed(folder: str) -> Any:
        if str(folder).endswith("tertutup"):
            raise PermissionError(errno.EACCES, "Permission denied", str(folder))
        return scan(folder)

    monkeypatch.setattr(os, "scandir", closed)
    run = patuh("check", ".")
    assert run.code == 2
    assert "usulan.sotk: tidak ada temuan" in run.out
    assert "galat[M002]: berkas tidak dapat dibuka: tidak ada izin" in run.err
    assert "tertutup:1:1" in run.err

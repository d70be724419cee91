"""Files of the user's: written whole or not at all, never over an input or a newer content."""

import json
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from checker_texts import CLEAN, VIOLATION

from patuh.cli.commands import fix as fixing
from patuh.cli.outputs import files

DRAFT = "PERATURAN BUPATI PASER\nNOMOR 1 TAHUN 2026\nPasal 1\nDinas Sosial menilai.\n"
BASE = VIOLATION.replace("USULAN  : Usulan uji", "USULAN  : Dasar")
CHANGE = """USULAN   : Ubah
DAERAH   : Kabupaten Paser
TERHADAP : {}

PERUBAHAN

membentuk Dinas Pariwisata.
"""
WRITING = {
    "export": ["export", "a.txt"],
    "export of a list": ["export", "a.txt", "--base", "b.txt"],
    "compare": ["compare", "a.txt", "b.txt"],
    "compare html": ["compare", "a.txt", "b.txt", "--format", "html"],
    "compare docx": ["compare", "a.txt", "b.txt", "--format", "docx"],
    "compare json": ["compare", "a.txt", "b.txt", "--format", "json"],
}


@pytest.fixture
def drafts(written: Callable[..., str], tmp_path: Path) -> Path:
    """Two texts in the folder that is the current one."""
    written(DRAFT, "a.txt")
    written(DRAFT.replace("menilai", "mengukur"), "b.txt")
    return tmp_path


@pytest.mark.parametrize("call", WRITING.values(), ids=WRITING)
@pytest.mark.parametrize("name", ["a.txt", "./a.txt", "link.txt", "hard.txt", "{}/a.txt"])
def test_an_output_never_goes_onto_an_input(
    patuh: Callable, drafts: Path, call: list[str], name: str
) -> None:
    """By whatever name: the same path, a link, a second name of the file."""
    Path("link.txt").symlink_to("a.txt")
    os.link("a.txt", "hard.txt")
    name = name.format(drafts)
    run = patuh(*call, "-o", name)
    assert (run.code, run.out) == (2, "")
    assert run.err.endswith(f"galat: {name} adalah masukan; keluaran tidak ditulis di atasnya\n")
    assert Path("a.txt").read_text(encoding="utf-8") == DRAFT


@pytest.mark.parametrize("call", [WRITING["export of a list"], WRITING["compare"]])
def test_nor_onto_the_second_input(patuh: Callable, drafts: Path, call: list[str]) -> None:
    before = (drafts / "b.txt").read_bytes()
    assert patuh(*call, "-o", "b.txt").code == 2
    assert (drafts / "b.txt").read_bytes() == before


@pytest.mark.parametrize("call", WRITING.values(), ids=WRITING)
def test_an_output_is_written_whole_or_not_at_all(
    patuh: Callable, drafts: Path, monkeypatch: pytest.MonkeyPatch, call: list[str]
) -> None:
    def refuse(*_: object) -> None:
        raise OSError("no")

    (drafts / "hasil").write_text("lama")
    with monkeypatch.context() as broken:
        broken.setattr("os.replace", refuse)
        run = patuh(*call, "-o", "hasil")
    assert (run.code, run.err) == (2, "galat: hasil: tidak dapat ditulis: no\n")
    assert (drafts / "hasil").read_text() == "lama"
    assert sorted(path.name for path in drafts.iterdir()) == ["a.txt", "b.txt", "hasil"]
    assert patuh(*call, "-o", "hasil").code == 0
    assert (drafts / "hasil").read_bytes() == patuh(*call).out.encode() or "docx" in call


def test_an_output_named_by_a_dash_is_standard_output(
    capsysbinary: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    files.write("é", "-")
    files.write(b"\xff", None)
    assert capsysbinary.readouterr().out == "é".encode() + b"\xff"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("\ufeffa".encode("utf-16-le"), "é".encode("utf-16")),
        ("\ufeffa".encode("utf-16-be"), "é".encode("utf-16")),
        ("a".encode("utf-8-sig"), "é".encode("utf-8-sig")),
        (b"a", "é".encode()),
    ],
    ids=["utf-16-le", "utf-16-be", "utf-8 with a mark", "utf-8"],
)
def test_a_text_keeps_its_encoding_and_what_is_other_text_stays(
    tmp_path: Path, before: bytes, after: bytes
) -> None:
    path = tmp_path / "a.sotk"
    path.write_bytes(before)
    with pytest.raises(OSError, match="Stale") as refused:
        files.replace_text(path, "é", "b")
    assert refused.value.filename == str(path)
    assert path.read_bytes() == before
    files.replace_text(path, "é", "a")
    assert path.read_bytes() == after


@pytest.mark.parametrize("mode", [0o444, 0o555])
def test_what_nobody_may_write_stays_whoever_runs_it(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "a.sotk"
    path.write_text("a", encoding="utf-8")
    path.chmod(mode)
    with pytest.raises(PermissionError) as refused:
        files.replace_text(path, "b", "a")
    assert refused.value.filename == str(path)
    assert path.read_text(encoding="utf-8") == "a"


def test_a_new_file_has_the_mode_of_new_files_and_an_old_one_keeps_its_own(
    patuh: Callable, drafts: Path
) -> None:
    (drafts / "lama").write_text("")
    (drafts / "lama").chmod(0o600)
    before = os.umask(0o027)
    try:
        assert patuh(*WRITING["export"], "-o", "baru").code == 0
        assert patuh(*WRITING["export"], "-o", "lama").code == 0
    finally:
        os.umask(before)
    assert [stat.S_IMODE((drafts / name).stat().st_mode) for name in ("baru", "lama")] == [
        0o640, 0o600,
    ]  # fmt: skip


def test_behind_a_link_the_file_is_written_and_a_device_is_written_to(
    patuh: Callable, drafts: Path
) -> None:
    (drafts / "hasil").write_text("lama")
    (drafts / "link").symlink_to("hasil")
    assert patuh(*WRITING["export"], "-o", "link").code == 0
    assert (drafts / "link").is_symlink()
    assert (drafts / "hasil").read_text().startswith("<?xml")
    assert patuh(*WRITING["export"], "-o", "/dev/null").code == 0
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)


NEWER = VIOLATION + "# disimpan penyunting\n"


@pytest.mark.parametrize("newer", [NEWER, "", "\0"], ids=["edited", "emptied", "no text"])
def test_what_an_editor_saved_meanwhile_stays(
    patuh: Callable, written: Callable, monkeypatch: pytest.MonkeyPatch, newer: str
) -> None:
    """It is looked for after the new content is ready, right before it takes the place."""
    name = written(VIOLATION)
    holds = files._holds

    def late(path: Path, text: str) -> bool:
        path.write_text(newer, encoding="utf-8")
        return holds(path, text)

    monkeypatch.setattr(files, "_holds", late)
    run = patuh("check", "--fix", name)
    assert run.code == 2
    assert run.err == f"galat: {name}: tidak dapat ditulis: isinya berubah sejak diperiksa\n"
    assert Path(name).read_text(encoding="utf-8") == newer
    assert [path.name for path in Path().iterdir()] == [name]


def test_the_other_files_are_repaired_all_the_same(
    patuh: Callable, written: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [written(VIOLATION, name) for name in ("a.sotk", "b.sotk")]
    replace = files.replace_text

    def refuse(path: Path, text: str, was: str) -> None:
        if path.name == "a.sotk":
            raise OSError("no")
        replace(path, text, was)

    monkeypatch.setattr(fixing, "replace_text", refuse)
    run = patuh("check", "--fix", *names)
    assert run.code == 2
    assert [Path(name).read_text(encoding="utf-8") for name in names] == [VIOLATION, CLEAN]


def test_fix_and_diff_together_write_nothing(patuh: Callable, written: Callable) -> None:
    name = written(VIOLATION)
    run = patuh("check", "--fix", "--diff", name)
    assert (run.code, run.out) == (0, patuh("check", "--diff", name).out)
    assert run.out.startswith("--- a/usulan.sotk\n")
    assert Path(name).read_text(encoding="utf-8") == VIOLATION


@pytest.mark.parametrize("option", ["--fix", "--diff"])
def test_of_a_draft_in_a_folder_it_is_said_that_it_is_not_repaired(
    patuh: Callable, written: Callable, option: str
) -> None:
    written(CLEAN, "f/a.sotk")
    written("Menimbang : a. bahwa perlu;\nPasal 1\nIsi.\n", "f/naskah.txt")
    run = patuh("check", option, "f")
    assert run.code == 1
    found = json.loads(patuh("check", "--format", "json", "f/naskah.txt").out)["findings"]
    count = len(found)  # what is told together is one
    assert f"f/naskah.txt: naskah tidak diperbaiki otomatis; {count} temuan\n" in run.err
    assert ("f/naskah.txt: " in run.out) == (option == "--fix")


@pytest.mark.parametrize("order", [["a.sotk", "z.sotk"], ["z.sotk", "a.sotk"]])
def test_a_base_is_repaired_before_what_changes_it(
    patuh: Callable, written: Callable, order: list[str]
) -> None:
    """Its findings are those of the change too, and go with it, in whatever order it is named."""
    for base, change in (("a", "z"), ("z", "a")):
        written(BASE, f"{base}.sotk")
        written(CHANGE.format(f"{base}.sotk"), f"{change}.sotk")
        run = patuh("check", "--fix", *order)
        assert (run.code, run.out) == (0, "")
        assert f"{base}.sotk: diperbaiki" in run.err
        assert f"{change}.sotk: tidak ada yang perlu diperbaiki" in run.err


def test_a_chain_of_bases_is_repaired_from_its_end(patuh: Callable, written: Callable) -> None:
    written(BASE, "c.sotk")
    written(CHANGE.format("c.sotk"), "b.sotk")
    written(CHANGE.format("b.sotk").replace("Pariwisata", "Olahraga"), "a.sotk")
    run = patuh("check", "--fix", ".")
    assert run.code == 0
    assert [line.partition(":")[0] for line in run.err.splitlines()] == [
        "c.sotk",
        "b.sotk",
        "a.sotk",
    ]

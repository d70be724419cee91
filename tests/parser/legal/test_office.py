"""Files of other word processors, through LibreOffice or a program that stands in for it."""

import os
import shutil
import time
from pathlib import Path
from types import ModuleType

import pytest

from patuh_parser.legal.errors import DraftError
from patuh_parser.legal.files import office
from patuh_parser.legal.reader import read_draft

BODY = ["MEMUTUSKAN:", "Menetapkan : PERATURAN BUPATI TENTANG X.", "Pasal 1", "Isi."]
RTF = b"{\\rtf1\\ansi " + b"\\par ".join(line.encode() for line in BODY) + b"\\par}"
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le")


def standing_in(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    program = folder / "office"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv(office.PROGRAM, str(program))


@pytest.mark.parametrize(("data", "ending"), [(RTF, ".rtf"), (OLD, ".doc")])
def test_what_it_makes_is_read_and_told(
    build: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: bytes, ending: str
) -> None:
    """It is called without a window, with a profile of its own, for a copy of the file."""
    made = tmp_path / "made.docx"
    made.write_bytes(build.as_docx("\n".join(BODY)))
    said = tmp_path / "said"
    copied = f'mkdir "$8" && cp {made} "$8/naskah.docx"'
    script = f'echo "$@" > {said}; cmp -s "$9" {tmp_path}/given && {copied}'
    (tmp_path / "given").write_bytes(data)
    standing_in(tmp_path, script, monkeypatch)
    draft = read_draft(data, "x")
    assert draft.find("pasal-1") is not None
    told = [d.data for d in draft.defects if d.code == "dibaca_lewat"]
    assert told == [(("format", ending),)]
    assert "--headless" in said.read_text(encoding="utf-8")
    profile = Path(said.read_text(encoding="utf-8").split()[0].partition("file://")[2])
    assert not profile.exists()


def test_a_program_that_gives_nothing_or_too_late_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "_SECONDS", 0.2)
    for script in ("exit 0", f"tail -f /dev/null & echo $! > {tmp_path}/child; wait"):
        standing_in(tmp_path, script, monkeypatch)
        with pytest.raises(DraftError) as error:
            read_draft(RTF, "x.rtf")
        assert error.value.code == "tak_teralih"
    child = int((tmp_path / "child").read_text(encoding="utf-8"))
    until = time.monotonic() + 5
    while _runs(child) and time.monotonic() < until:
        os.sched_yield()
    assert not _runs(child)


def _runs(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(") ")[2]
    except OSError:
        return False
    return not state.startswith("Z")


def test_without_it_the_message_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(office.PROGRAM, "")
    for data, code in ((RTF, "perlu_office"), (OLD, "doc_lama")):
        with pytest.raises(DraftError) as error:
            read_draft(data, "x")
        assert error.value.code == code
        assert "LibreOffice" in (error.value.texts["id"][1] or "")


@pytest.mark.slow
def test_libreoffice_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(office.PROGRAM)
    if office.office() is None:
        assert "PATUH_CI" not in os.environ, "LibreOffice is missing"
        pytest.skip("LibreOffice is not installed")
    assert shutil.which(office.office() or "")
    assert read_draft(RTF, "x.rtf").find("pasal-1") is not None

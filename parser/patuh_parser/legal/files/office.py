"""Old and other formats of word processors, turned into ``.docx`` by LibreOffice where it is.

It runs with a profile of its own in which macros are off, with limits of time and memory, and its
processes are ended with it.
"""

import os
import shutil
import signal
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

from patuh_parser.legal.errors import DraftError

PROGRAM = "PATUH_OFFICE"
"""Names the program where it is not on the path; empty: there is none."""
_NAMES = ("soffice", "libreoffice")
_SECONDS = 120
_MEMORY = 4_000_000
"""Kilobytes of address space."""
_LIMITED = f'ulimit -v {_MEMORY} -t {_SECONDS} 2>/dev/null; exec "$@"'
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
</item></oor:items>
"""


def office() -> str | None:
    """Return the path of LibreOffice, ``None`` where it is not installed."""
    named = os.environ.get(PROGRAM)
    if named is not None:
        return shutil.which(named) if named else None
    return next((found for name in _NAMES if (found := shutil.which(name))), None)


def as_docx(data: bytes, path: str, ending: str, missing: str) -> bytes:
    """Return a file of another word processor as ``.docx``; ``ending`` is that of its format.

    Raises:
        DraftError: ``missing`` where there is no LibreOffice, ``tak_teralih`` where it gives
            nothing in time.
    """
    program = office()
    if program is None:
        raise DraftError(missing, path, format=ending)
    with tempfile.TemporaryDirectory(prefix="patuh-office-") as name:
        folder = Path(name)
        settings = folder / "profile" / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(_PROFILE, encoding="utf-8")
        (folder / f"naskah{ending}").write_bytes(data)
        _run(program, folder, f"naskah{ending}")
        made = folder / "out" / "naskah.docx"
        if not made.is_file():
            raise DraftError("tak_teralih", path, format=ending)
        return made.read_bytes()


def _run(program: str, folder: Path, file: str) -> None:
    call = [program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    call += ["--norestore", "--nolockcheck", "--convert-to", "docx:MS Word 2007 XML"]
    call += ["--outdir", str(folder / "out"), str(folder / file)]
    with suppress(OSError):
        process = subprocess.Popen(
            ["/bin/sh", "-c", _LIMITED, "sh", *call],
            cwd=folder,
            env={**os.environ, "HOME": str(folder)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            with suppress(subprocess.TimeoutExpired):
                process.wait(_SECONDS)
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()

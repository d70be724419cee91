"""`patuh check FILE…` with no option but `--only`: the same as the command with its defaults."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from checker_texts import CLEAN, VIOLATION
from click.testing import CliRunner

from patuh.cli import main
from patuh.cli.plain import plain_check

UNREADABLE = CLEAN.replace("STRUKTUR", "STRUKTUR\n  Dinas Sosial terbang.\n")
UNUSED = {
    *("click", "lark", "hashlib", "tomllib", "difflib", "pickle", "subprocess", "tempfile"),
    *("pathlib", "fnmatch", "urllib.parse", "ipaddress"),
}
"""Modules that a plain check of a sound structure has no use for; of patuh's own as well."""
UNUSED_ROOMS = (
    *("patuh.amending", "patuh.cli.call.help", "patuh.comparing", "patuh.explain", "patuh.repair"),
    *("patuh.engine.proving", "patuh.engine.rules.compil", "patuh.report.paper"),
    *("patuh.report.documents.html", "patuh.report.documents.json"),
    *("patuh.substance", "patuh.draft", "patuh_parser.legal", "patuh_parser.sotk.diagnosing."),
    *("patuh_parser.sotk.parsing.workflows", "patuh_parser.sotk.parsing.changes"),
    *("patuh_parser.sotk.resolving.steps", "patuh_parser.sotk.printing"),
)
_CHECK = """\
import sys
from patuh.cli.plain import plain_check
code = plain_check(["check", sys.argv[1]])
print(code, *sys.modules, file=sys.stderr)
"""


@pytest.mark.parametrize("only", [[], ["--only", "paser_56_2020"]])
@pytest.mark.parametrize(("text", "code"), [(CLEAN, 0), (VIOLATION, 1), (UNREADABLE, 2), (None, 2)])
def test_a_plain_check_is_the_command_with_its_defaults(
    written: Callable[[str], str],
    capsys: pytest.CaptureFixture[str],
    text: str | None,
    code: int,
    only: list[str],
) -> None:
    paths = [written(CLEAN) if text is None else written(text), *(["nowhere"] if not text else [])]
    assert plain_check(["check", *only, *paths]) == code
    said = capsys.readouterr()
    done = CliRunner().invoke(main, ["check", "--lang", "id", *only, *paths])
    assert (done.exit_code, done.stdout, done.stderr) == (code, said.out, said.err)


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["check"],
        ["check", "-"],
        ["check", "--why", "a"],
        ["kb", "a"],
        ["check", "a", "-h"],
        ["check", "a", "--only"],
        ["check", "--only", "a"],
        ["check", "--only", "none", "a"],
        ["check", "--only", "--why", "a"],
    ],
)
def test_any_other_call_is_left_to_the_command(words: list[str]) -> None:
    assert plain_check(words) is None


def test_what_goes_wrong_is_left_to_the_command(
    written: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("patuh.checking.emit", lambda *_: 1 // 0)
    assert plain_check(["check", written(VIOLATION)]) is None


def test_a_shell_that_asks_what_may_follow_asks_click(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_PATUH_COMPLETE", "bash_complete")
    assert plain_check(["check", "a"]) is None


IN_CONFLICT = ("- Inspektorat", "- Rumah Sakit Umum Daerah", "- Bagian Hukum", "- Bagian Umum",
               "- Bagian Perekonomian", "#")  # fmt: skip
"""What of the whole list national law has something to say of."""


def test_a_check_loads_only_what_it_uses(root: Path, tmp_path: Path) -> None:
    text = (root / "corpus" / "proposals" / "kutim_pasal_18_lengkap.sotk").read_text("utf-8")
    kept = [line for line in text.splitlines() if not line.strip().startswith(IN_CONFLICT)]
    path = tmp_path / "kutim.sotk"
    path.write_text(
        "\n".join(kept).replace("LINGKUP : lengkap", "LINGKUP : sebagian") + "\n", "utf-8"
    )
    setting = {"XDG_CACHE_HOME": str(tmp_path)}
    for _ in range(2):  # the first makes the tables
        done = subprocess.run(
            [sys.executable, "-c", _CHECK, str(path)],
            env=setting,
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
    code, *modules = done.stderr.split()
    assert code == "0"
    assert [one for one in modules if one in UNUSED or one.startswith(UNUSED_ROOMS)] == []

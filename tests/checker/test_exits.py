"""Exit 1 means findings and nothing else: interruptions, outputs that take nothing, faults."""

import errno
import io
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from checker_texts import CLEAN, VIOLATION
from click.testing import CliRunner
from endless import ENDLESS
from failing_work import failing, failing_unsent

from patuh.__main__ import run
from patuh.cli import main
from patuh.cli.call.faults import debugging, tell
from patuh.inputs.time_limit import within
from patuh.messages import say

PATUH = [sys.executable, "-m", "patuh"]
LIMITS = {"limited": ["--timeout", "500"], "unlimited": []}
ENDING = [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGKILL, signal.SIGUSR1]


def _as_from_a_terminal() -> None:
    """No core file, and signals as they are there: a shell that starts tests in the background
    lets them, and all that they start, ignore some."""
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    for number in (signal.SIGINT, *ENDING):
        if number != signal.SIGKILL:
            signal.signal(number, signal.SIG_DFL)


@pytest.fixture
def busy(tmp_path: Path) -> Iterator[Callable[..., subprocess.Popen[bytes]]]:
    """Starts a check that never ends by itself, and gives it once it has opened its input."""
    os.mkfifo(tmp_path / "a.sotk")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "mine.lp").write_text(ENDLESS)
    held: list[int] = []
    started: list[subprocess.Popen[bytes]] = []

    def start(grounding: bool, *options: str) -> subprocess.Popen[bytes]:
        overlay = ["--kb-overlay", str(tmp_path / "mine")] if grounding else []
        process = subprocess.Popen(
            [*PATUH, "check", str(tmp_path / "a.sotk"), *overlay, *options],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            preexec_fn=_as_from_a_terminal,
        )
        started.append(process)
        writer = os.open(tmp_path / "a.sotk", os.O_WRONLY)  # waits for the reader
        os.write(writer, CLEAN.encode())
        if grounding:
            os.close(writer)
        else:
            held.append(writer)
        return process

    yield start
    for writer in held:
        os.close(writer)
    for process in started:
        process.kill()
        process.wait()


@pytest.mark.parametrize("limit", LIMITS.values(), ids=LIMITS)
@pytest.mark.parametrize("grounding", [False, True], ids=["reading", "grounding"])
def test_an_interruption_is_130_and_leaves_nothing(
    busy: Callable[..., subprocess.Popen[bytes]], grounding: bool, limit: list[str]
) -> None:
    process = busy(grounding, *limit)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (130, b"")
    assert err.strip() == b""


@pytest.mark.parametrize(
    ("grounding", "number"),
    [
        pytest.param(
            grounding,
            number,
            id=f"{'grounding' if grounding else 'reading'}-{number.name}",
            marks=[pytest.mark.slow] if (at + grounding) % 2 else [],
        )
        for grounding in (False, True)
        for at, number in enumerate(ENDING)
    ],
)
def test_no_signal_leaves_a_child_that_holds_the_output(
    busy: Callable[..., subprocess.Popen[bytes]], grounding: bool, number: signal.Signals
) -> None:
    """The output ends only when the last process that holds it has ended."""
    process = busy(grounding, "--timeout", "500")
    process.send_signal(number)
    assert process.communicate(timeout=60) == (b"", b"")
    assert process.returncode == -number


CALLS = {
    "report": ["check", "a.sotk"],
    "document": ["check", "a.sotk", "--format", "sarif"],
    "diff": ["check", "a.sotk", "--diff"],
    "help": ["--help"],
    "page": ["explain", "H7"],
    "file": ["export", "a.txt"],
}
SOME = [
    pytest.param(call, id=name, marks=[pytest.mark.slow] if at % 2 else [])
    for at, (name, call) in enumerate(CALLS.items())
]
"""Every second of them; all with `pytest -m slow`."""


def called(folder: Path, call: list[str], stdout: int | None) -> tuple[int, str]:
    (folder / "a.sotk").write_text(VIOLATION, encoding="utf-8")
    (folder / "a.txt").write_text("PERATURAN BUPATI PASER\nPasal 1\nIsi.\n", encoding="utf-8")
    words = [*PATUH, *call]
    if stdout is None:
        words = ["sh", "-c", 'exec "$@" >&-', "sh", *words]
    done = subprocess.run(
        words, cwd=folder, stdout=stdout, stderr=subprocess.PIPE, encoding="utf-8", check=False
    )
    return done.returncode, done.stderr


@pytest.mark.parametrize("call", SOME)
def test_an_output_that_is_full_is_2_and_one_line(tmp_path: Path, call: list[str]) -> None:
    with open("/dev/full", "wb") as full:
        code, err = called(tmp_path, call, full.fileno())
    assert code == 2
    assert err == f"galat: keluaran tidak dapat ditulis: {os.strerror(errno.ENOSPC)}\n"


@pytest.mark.parametrize("call", SOME)
def test_an_output_that_was_closed_is_2_and_one_line(tmp_path: Path, call: list[str]) -> None:
    code, err = called(tmp_path, call, None)
    assert code == 2
    assert err == f"galat: keluaran tidak dapat ditulis: {os.strerror(errno.EBADF)}\n"


FAULTS = {
    "memory": (MemoryError(), "memori tidak cukup"),
    "memory of clingo": (RuntimeError("std::bad_alloc"), "memori tidak cukup"),
    "key": (KeyError("x"), "KeyError: 'x'"),
    "depth": (RecursionError("too deep"), "RecursionError: too deep"),
    "lines": (ValueError("a\nb\x1b[31m"), "ValueError: a b [31m"),
    "length": (ValueError("x" * 9_999), "ValueError: xxx"),
    "file": (OSError(errno.EIO, "I/O", "x"), "OSError"),
    "assertion": (AssertionError(), "AssertionError"),
}


@pytest.mark.parametrize("debug", [False, True])
@pytest.mark.parametrize(("error", "said"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_2_and_one_line_and_a_trace_on_demand(
    written: Callable, monkeypatch: pytest.MonkeyPatch, error: Exception, said: str, debug: bool
) -> None:
    def broken(_paths: object) -> None:
        raise error

    monkeypatch.setattr("patuh.cli.checks.expand", broken)
    words = ["check", written(VIOLATION), *(["--debug"] if debug else [])]
    run = CliRunner().invoke(main, words)
    *trace, line = run.stderr.splitlines()
    assert (run.exit_code, run.stdout) == (2, "")
    assert line.startswith("galat: ")
    assert said in line
    assert len(line) < 700
    assert ("Traceback" in "".join(trace)) == bool(trace) == debug


def test_a_file_may_be_called_like_the_option() -> None:
    assert debugging(["check", "--debug", "--", "a.sotk"])
    assert not debugging(["check", "--", "--debug"])


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (OSError(errno.ENOSPC, "no space"), "error: the output cannot be written: no space\n"),
        (OSError("no space"), "error: the output cannot be written: no space\n"),
        (MemoryError(), say("calls.error", "en", message=say("calls.memory", "en")) + "\n"),
    ],
    ids=["output", "output without a number", "memory"],
)
def test_what_ends_a_command_is_told_in_its_own_words(
    capsys: pytest.CaptureFixture[str], error: Exception, line: str
) -> None:
    tell(error, "en", debug=False)
    assert capsys.readouterr() == ("", line)


def test_a_fault_outside_of_patuh_has_no_place(capsys: pytest.CaptureFixture[str]) -> None:
    tell(ValueError("x"), "en", debug=False)
    assert " (ValueError: x, ?); " in capsys.readouterr().err


@pytest.mark.parametrize(("length", "cut"), [(288, False), (289, True)])
def test_a_long_fault_is_cut(capsys: pytest.CaptureFixture[str], length: int, cut: bool) -> None:
    tell(ValueError("x" * length), "en", debug=False)
    assert ("x…, ?)" in capsys.readouterr().err) == cut


def test_a_fault_that_nobody_can_be_told_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    closed = io.StringIO()
    closed.close()
    for nowhere in (closed, None):
        monkeypatch.setattr(sys, "stderr", nowhere)
        tell(ValueError("x"), "en", debug=True)


def test_a_fault_says_where_and_that_it_is_to_be_reported(
    written: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("patuh.checking.emit", lambda *_: 1 // 0)
    run = CliRunner().invoke(main, ["check", "--lang", "en", written(VIOLATION)])
    assert run.exit_code == 2
    assert run.stderr.startswith("error: a fault in patuh ")
    assert "(ZeroDivisionError: " in run.stderr
    assert "checking.py:" in run.stderr
    assert "report this line with the input (--debug shows the trace)" in run.stderr


def test_a_fault_before_there_are_words_is_2(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "patuh.cli", None)
    monkeypatch.setattr("patuh.__main__._end_when_interrupted", lambda: None)
    monkeypatch.setattr("patuh.__main__.gc", SimpleNamespace(
        set_threshold=lambda *_: None, get_threshold=lambda: (1, 1, 1)
    ))  # fmt: skip
    with pytest.raises(SystemExit) as ended:
        run()
    assert ended.value.code == 2
    assert capsys.readouterr().err.startswith("patuh: ModuleNotFoundError: ")


def test_a_fault_within_a_limit_is_told_as_one_without() -> None:
    with pytest.raises(KeyError, match="x") as caught:
        within(100, failing, "a")
    assert "raise KeyError" in caught.value.__notes__[0]
    with pytest.raises(RuntimeError, match="UnsentError"):
        within(100, failing_unsent, "a")


@pytest.mark.parametrize("value", ["nan", "inf", "-inf", "1e10", "1e400", "1000001"])
@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_limit_that_is_none_is_a_clear_error(
    patuh: Callable, written: Callable, value: str, lang: str
) -> None:
    run = patuh("check", "--lang", lang, "--timeout", value, written(CLEAN))
    assert (run.code, run.out) == (2, "")
    last = run.err.splitlines()[-1]
    told = {
        "id": f"galat: --timeout: `{value}` bukan batas waktu; tulis paling banyak 1000000 detik",
        "en": f"error: --timeout: `{value}` is no limit of time; write at most 1000000 seconds",
    }
    below = {
        "id": "galat: nilai --timeout harus lebih dari 0, bukan -inf",
        "en": "error: Invalid value for '--timeout': -inf is not in the range x>0.",
    }
    assert last == (below if value == "-inf" else told)[lang]


OVER = "galat[M005]: pemeriksaan tidak selesai dalam 0.3 detik"


def test_a_base_that_never_comes_is_under_the_limit(patuh: Callable, written: Callable) -> None:
    os.mkfifo(Path(written(CLEAN)).with_name("dasar.txt"))
    name = written("PERATURAN BUPATI PASER\nPasal 1\nIsi.\n", "naskah.txt")
    run = patuh("check", "--timeout", "0.3", "--base", "dasar.txt", name)
    assert (run.code, run.err.splitlines()[0]) == (2, OVER)


def test_an_input_that_never_comes_is_under_the_limit(patuh: Callable, written: Callable) -> None:
    os.mkfifo(Path(written(CLEAN)).with_name("b.sotk"))
    run = patuh("check", "--timeout", "0.3", "b.sotk")
    assert (run.code, run.err.splitlines()[0]) == (2, OVER)


def test_a_standard_input_that_never_ends_is_under_the_limit() -> None:
    process = subprocess.Popen(
        [*PATUH, "check", "-", "--timeout", "0.3"],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    assert process.stderr is not None
    assert process.stderr.read().splitlines()[0] == OVER
    assert process.wait(timeout=60) == 2


def test_a_standard_input_that_ends_is_read_whole(tmp_path: Path) -> None:
    text = VIOLATION + "# x\n" * 100_000
    call = [*PATUH, "check", "-", "--timeout", "500"]
    done = subprocess.run(call, input=text.encode(), cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 1
    assert b"-: 1 temuan: 1 pelanggaran" in done.stdout


@pytest.mark.parametrize(
    ("words", "number", "said"),
    [
        ("patuh ch", "1", "plain,check\nplain,chart\n"),
        ("patuh check --fa", "2", "plain,--fail-on\n"),
    ],
)
def test_the_shell_completes_words(words: str, number: str, said: str) -> None:
    asked = {"COMP_WORDS": words, "COMP_CWORD": number, "_PATUH_COMPLETE": "bash_complete"}
    call = [sys.executable, "-c", "from patuh.cli import main; main(prog_name='patuh')"]
    done = subprocess.run(call, env=os.environ | asked, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, said, "")

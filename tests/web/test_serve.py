"""`patuh serve`: where it listens, what it says, and how it ends."""

import http.client
import signal
import socket
import subprocess
import sys
import webbrowser
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from patuh.cli import main
from patuh.knowledge.root import kb_root
from patuh.web import serving


def started(*options: str) -> tuple["subprocess.Popen[str]", int]:
    """The command with its port."""
    command = [sys.executable, "-m", "patuh", "serve", *options]
    found = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    assert found.stdout is not None
    line = found.stdout.readline()
    return found, int(line.split("127.0.0.1:")[1].split("/")[0])


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_it_serves_until_it_is_interrupted() -> None:
    server, port = started("--port", "0")
    link = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    link.request("GET", "/")
    assert link.getresponse().status == 200
    link.close()
    server.send_signal(signal.SIGINT)
    out, err = server.communicate(timeout=60)
    assert (server.returncode, out, err) == (0, "", "")


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[int, str, str]]:
    """The command, but for the serving."""

    def serve(*arguments: object) -> None:
        arguments[-1]()  # type: ignore[operator] - it can be opened

    monkeypatch.setattr(serving, "serve", serve)

    def run(*options: str) -> tuple[int, str, str]:
        found = CliRunner().invoke(main, ["serve", *options], catch_exceptions=False)
        return found.exit_code, found.stdout, found.stderr

    return run


def test_a_folder_is_laid_over_the_knowledge_base_meanwhile(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    roots: list[Path] = []
    monkeypatch.setattr(serving, "serve", lambda *_: roots.append(kb_root()))
    options = ["serve", "--port", "0", "--kb-overlay", str(tmp_path)]
    (tmp_path / "checks").mkdir()
    (tmp_path / "checks" / "lain.lp").write_text("% tanpa aturan\n")
    assert CliRunner().invoke(main, options).exit_code == 0
    [root] = roots
    assert root != kb_root()
    assert not root.exists()
    (tmp_path / "checks" / "lain.lp").write_text("salah(")
    assert CliRunner().invoke(main, options).exit_code == 2


def test_a_port_that_is_taken_is_told(served: Callable[..., tuple[int, str, str]]) -> None:
    with serving.listening("127.0.0.1", 0, 0) as taken:
        port = taken.getsockname()[1]
        code, out, err = served("--port", str(port))
    assert (code, out) == (1 + 1, "")
    assert err.startswith(f"galat: tidak dapat melayani di 127.0.0.1 port {port}: ")


def test_where_the_usual_port_is_taken_another_is_chosen() -> None:
    with serving.listening("127.0.0.1", 0, 0) as taken:
        port = taken.getsockname()[1]
        with serving.listening("127.0.0.1", None, port) as other:
            assert other.getsockname()[1] != port


def test_the_browser_is_opened_at_the_page_of_the_language(
    served: Callable[..., tuple[int, str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", opened.append)
    code, out, err = served("--port", "0", "--open", "--lang", "en")
    [address] = opened
    assert (code, err) == (0, "")
    assert address.startswith("http://127.0.0.1:")
    assert address.endswith("/en")
    assert address in out


def test_whoever_opens_it_to_others_is_told(
    served: Callable[..., tuple[int, str, str]],
) -> None:
    _, _, err = served("--host", "0.0.0.0", "--port", "0")
    assert err.startswith("perhatian: halaman ini dapat dibuka dari komputer lain")


def test_without_the_extra_it_says_what_is_missing(
    served: Callable[..., tuple[int, str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [*sys.modules]:
        if name.startswith("patuh.web"):
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    monkeypatch.delattr("patuh.web.serving", raising=False)
    assert served("--port", "0") == (
        2,
        "",
        "galat: untuk halaman diperlukan pustaka tambahan: pip install 'patuh[web]'\n",
    )


@pytest.mark.parametrize(
    ("host", "hosts"),
    [
        ("127.0.0.1", {"127.0.0.1:8420", "[::1]:8420", "localhost:8420"}),
        ("::1", {"127.0.0.1:8420", "[::1]:8420", "localhost:8420"}),
        ("localhost", {"localhost:8420"}),
        ("192.168.1.5", {"192.168.1.5:8420"}),
        ("bagor.example", {"bagor.example:8420", "localhost:8420"}),
    ],
)
def test_the_names_under_which_it_may_be_asked(host: str, hosts: set[str]) -> None:
    assert {*serving.hosts_of(host, 8420)} == hosts


def test_a_host_of_another_machine_is_told(served: Callable[..., tuple[int, str, str]]) -> None:
    code, _, err = served("--host", "203.0.113.7", "--port", "0")
    assert code == 2
    assert "203.0.113.7" in err


def test_a_socket_of_a_loopback_name_is_told_apart() -> None:
    with serving.listening("localhost", 0, 0) as found:
        assert serving.is_loopback(found)
    with socket.socket() as every:
        every.bind(("0.0.0.0", 0))
        assert not serving.is_loopback(every)

"""Parse tables kept between runs: never needed, never trusted blindly."""

from pathlib import Path

import pytest

from patuh_parser.sotk.parsing import grammar, stored

SENTENCES = Path(grammar.__file__).with_name("sentences.lark").read_text(encoding="utf-8")


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "patuh"


def parser(transformer: object = None):
    return stored.stored_parser(SENTENCES, lambda: grammar._build(SENTENCES), transformer)


def test_tables_are_written_once_for_the_user_alone(cache: Path) -> None:
    assert parser() is not None
    (file,) = cache.iterdir()
    before = file.stat()
    assert before.st_mode & 0o777 == 0o600
    assert parser() is not None
    assert file.stat().st_mtime_ns == before.st_mtime_ns


def test_damaged_tables_are_no_reason_to_fail(cache: Path) -> None:
    parser()
    (file,) = cache.iterdir()
    file.write_bytes(b"nonsense")
    assert parser() is None


def test_tables_that_others_may_write_are_replaced(cache: Path) -> None:
    parser()
    (file,) = cache.iterdir()
    file.write_bytes(b"nonsense")
    file.chmod(0o666)
    assert parser() is not None
    assert file.read_bytes() != b"nonsense"


def test_a_folder_that_cannot_be_written_is_no_reason_to_fail(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "patuh").write_text("a file, not a folder")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert parser() is None

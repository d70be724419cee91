"""What is kept between processes: never needed, never trusted blindly, the same as made anew."""

import os
from pathlib import Path

import pytest

from patuh_parser import stored as store
from patuh_parser.stored import stored, toml


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(store, "_written", 0)
    return tmp_path / "patuh"


@pytest.fixture
def made() -> list[int]:
    """How often the value was made."""
    return []


def value(made: list[int], text: str = "a b") -> list[str]:
    def make() -> list[str]:
        made.append(1)
        return text.split()

    return stored("words", list[str], [text], make)


def test_a_value_is_made_once_and_kept_for_the_user_alone(cache: Path, made: list[int]) -> None:
    assert [value(made), value(made), value(made, "c")] == [["a", "b"], ["a", "b"], ["c"]]
    assert len(made) == 2
    assert [file.stat().st_mode & 0o777 for file in cache.iterdir()] == [0o600, 0o600]
    assert cache.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("damage", [b"", b"nonsense", b"\0" * 5_000])
def test_what_is_damaged_is_made_anew(cache: Path, made: list[int], damage: bytes) -> None:
    value(made)
    (file,) = cache.iterdir()
    whole = file.read_bytes()
    for wrong in (damage, whole[:-1], whole + b"\0", whole[:-1] + bytes([whole[-1] ^ 1])):
        file.write_bytes(wrong)
        assert value(made) == ["a", "b"]
        assert file.read_bytes() == whole
    assert len(made) == 5


@pytest.mark.usefixtures("cache")
def test_a_value_of_another_form_is_made_anew(made: list[int]) -> None:
    stored("words", dict[str, int], ["a b"], lambda: {"a": 1})
    assert value(made) == ["a", "b"]


def test_what_others_may_write_is_not_read(cache: Path, made: list[int]) -> None:
    value(made)
    (file,) = cache.iterdir()
    file.chmod(0o666)
    assert value(made) == ["a", "b"]
    assert len(made) == 2
    assert file.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("place", ["folder", "above"])
def test_a_folder_open_to_others_is_not_used(cache: Path, made: list[int], place: str) -> None:
    value(made)
    (cache if place == "folder" else cache.parent).chmod(0o777)
    assert [value(made), value(made, "c")] == [["a", "b"], ["c"]]
    assert len(made) == 3
    assert len(list(cache.iterdir())) == 1


def test_a_link_is_not_followed(cache: Path, tmp_path: Path, made: list[int]) -> None:
    value(made)
    (file,) = cache.iterdir()
    file.rename(tmp_path / "elsewhere")
    file.symlink_to(tmp_path / "elsewhere")
    assert value(made) == ["a", "b"]
    assert len(made) == 2


@pytest.mark.parametrize("home", ["relative", "/proc/nowhere", ""])
def test_without_a_folder_everything_is_made(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, made: list[int], home: str
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", home or str(tmp_path / "file"))
    (tmp_path / "file").write_text("no folder")
    assert [value(made), value(made)] == [["a", "b"], ["a", "b"]]
    assert len(made) == 2


def test_the_cache_stays_small(
    cache: Path, monkeypatch: pytest.MonkeyPatch, made: list[int]
) -> None:
    monkeypatch.setattr(store, "MOST_FILES", 3)
    for at in range(5):
        value(made, str(at))
        (file,) = [file for file in cache.iterdir() if file.stat().st_mtime > 1_000]
        os.utime(file, (at, at))
    value(made, "4")
    assert (len(made), len(list(cache.iterdir()))) == (5, 3)
    monkeypatch.setattr(store, "MOST_WRITES", 5)
    value(made, "5")
    assert len(list(cache.iterdir())) == 3


def test_a_value_of_the_most_bytes_is_kept_and_a_larger_one_is_not(
    cache: Path, monkeypatch: pytest.MonkeyPatch, made: list[int]
) -> None:
    value(made, "a")
    (file,) = cache.iterdir()
    size = file.stat().st_size
    monkeypatch.setattr(store, "MOST_BYTES", size)
    value(made, "a")
    value(made, "b")
    assert (len(made), len(list(cache.iterdir()))) == (2, 2)
    monkeypatch.setattr(store, "MOST_BYTES", size - 1)
    value(made, "a")
    value(made, "c")
    assert (len(made), len(list(cache.iterdir()))) == (4, 2)


def test_a_table_with_dates_is_the_same_kept_and_made(cache: Path, tmp_path: Path) -> None:
    path = tmp_path / "some.toml"
    path.write_text('day = 2020-12-31\nname = "a"\n[part]\nnumbers = [1, 2]\n', encoding="utf-8")
    expected = {"day": "2020-12-31", "name": "a", "part": {"numbers": [1, 2]}}
    assert [toml(path), toml(path)] == [expected, expected]
    assert len(list(cache.iterdir())) == 1

"""Files read without `pathlib`: the same as it reads."""

from pathlib import Path

import pytest

from patuh_parser.disk import beside, bytes_of, folders_in, names_in, text_of

STATUS = Path("/proc/self/status")
"""A file of which the system tells no size."""


@pytest.mark.parametrize("data", [b"", b"a\nb", b"a\r\nb\rc\n\r\n", "é\n".encode(), b"x" * 300_000])
def test_a_file_is_read_as_pathlib_reads_it(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "file.lp"
    path.write_bytes(data)
    assert bytes_of(path) == bytes_of(str(path)) == data
    assert text_of(path) == path.read_text(encoding="utf-8")


@pytest.mark.skipif(not STATUS.exists(), reason="only Linux tells of a process in a file")
def test_what_tells_no_size_is_read_to_its_end() -> None:
    assert bytes_of(STATUS).startswith(b"Name:")


def test_what_is_no_text_and_what_is_not_there(tmp_path: Path) -> None:
    path = tmp_path / "file.lp"
    with pytest.raises(FileNotFoundError):
        bytes_of(path)
    path.write_bytes(b"\xff")
    with pytest.raises(UnicodeDecodeError):
        text_of(path)


def test_the_names_in_a_folder_stand_in_order(tmp_path: Path) -> None:
    for name in ("b.lp", "a.lp", "c.toml", "B.lp"):
        (tmp_path / name).touch()
    for name in ("z", "y"):
        (tmp_path / name).mkdir()
    assert names_in(tmp_path, ".lp") == [path.name for path in sorted(tmp_path.glob("*.lp"))]
    assert folders_in(tmp_path) == ["y", "z"]
    assert names_in(tmp_path / "none") == names_in(tmp_path / "a.lp") == folders_in("none") == []


def test_what_lies_beside_a_file(tmp_path: Path) -> None:
    assert Path(beside(str(tmp_path / "a.py"), "b", "c.toml")) == tmp_path / "b" / "c.toml"

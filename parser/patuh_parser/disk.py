"""Files of patuh's own, read with few calls of the system and without `pathlib`.

A check reads two hundred of them; to load `pathlib`, and with it what parses addresses, costs as
much as all that reading.
"""

import os
from os import PathLike

Place = str | PathLike[str]
_BINARY = getattr(os, "O_BINARY", 0)


def beside(file: str, *names: str) -> str:
    """The path of what lies beside a file, or in a folder there."""
    return os.path.join(os.path.dirname(file), *names)


def bytes_of(place: Place) -> bytes:
    """The content of a file. Raises OSError."""
    handle = os.open(place, os.O_RDONLY | _BINARY)
    try:
        size = os.fstat(handle).st_size
        found = os.read(handle, size + 1)
        if len(found) != size:  # it grows, or is read piece by piece
            while piece := os.read(handle, 1 << 20):
                found += piece
        return found
    finally:
        os.close(handle)


def text_of(place: Place) -> str:
    """The text of a file, its lines ended alike. Raises OSError and UnicodeDecodeError."""
    text = bytes_of(place).decode("utf-8")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def names_in(folder: Place, ending: str = "") -> list[str]:
    """The names in a folder that end so, in order; none where there is no such folder."""
    try:
        return sorted(name for name in os.listdir(folder) if name.endswith(ending))
    except (FileNotFoundError, NotADirectoryError):
        return []


def folders_in(folder: Place) -> list[str]:
    """The names of the folders in a folder, in order."""
    return [name for name in names_in(folder) if os.path.isdir(os.path.join(folder, name))]

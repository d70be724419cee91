"""The parts of an Office file as an archive that is the same for the same parts."""

import io
import zipfile
from collections.abc import Iterable

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time of what is put into an archive, the first that one can tell."""
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
"""How each part in XML begins."""


def put(archive: zipfile.ZipFile, name: str, data: bytes | str) -> None:
    """Write one part into an archive."""
    info = zipfile.ZipInfo(name, EPOCH)
    info.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(info, data)


def packed(parts: Iterable[tuple[str, bytes | str]]) -> bytes:
    """The bytes of an archive of these parts, in their order."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in parts:
            put(archive, name, data)
    return stream.getvalue()

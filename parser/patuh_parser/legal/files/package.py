"""Opening a ``.docx`` safely: limits, macros, encryption, XML without DTD or entities."""

import io
import zipfile
from posixpath import normpath
from typing import NoReturn
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from patuh_parser.legal.errors import DraftError
from patuh_parser.legal.files.limits import (
    MAX_DEPTH,
    MAX_ELEMENTS,
    MAX_PARTS,
    MAX_RATIO,
    MAX_UNPACKED,
)

_FREE = 1_000_000
_CHUNK = 1 << 16


class Package:
    """The parts of a ``.docx`` by name; each is unpacked and parsed when asked for."""

    def __init__(self, data: bytes, path: str) -> None:
        """Open the package.

        Raises:
            DraftError: damaged, encrypted, with macros, or too many or too large parts.
        """
        self._path = path
        self.names: tuple[str, ...] = ()
        """The names of all parts, in small letters."""
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except Exception as fault:  # zipfile lets struct.error and others through
            raise DraftError("docx_rusak", path) from fault
        entries = self._zip.infolist()
        self.names = names = tuple(entry.filename.lower() for entry in entries)
        if len(entries) > MAX_PARTS:
            raise DraftError("bom_zip", path, limit=f"{MAX_PARTS} berkas/files")
        if any(entry.flag_bits & 1 for entry in entries) or "encryptedpackage" in names:
            raise DraftError("terenkripsi", path)
        if any(name.endswith(("vbaproject.bin", "vbadata.xml")) for name in names):
            raise DraftError("makro", path)
        for entry in entries:
            self._check_ratio(entry.file_size, entry.compress_size)
        self._check_ratio(sum(e.file_size for e in entries), max(len(data), 1))
        types = self.xml("[Content_Types].xml")
        if types is not None and any(
            "macroenabled" in value.lower() for part in types for value in part.attrib.values()
        ):
            raise DraftError("makro", path)
        self.main = self.related("", "officeDocument", "word/document.xml")
        if self.main.lower() not in names:
            word = any(name.startswith("word/") for name in names)
            raise DraftError("docx_rusak" if word else "format_tak_dikenal", path)

    def related(self, part: str, kind: str, default: str) -> str:
        """Return the name of the part that a part is related to, ``default`` if nothing says so.

        Source: ECMA-376 part 2, 6.5 (relationships); ``""`` is the package itself.
        """
        folder, _, name = part.rpartition("/")
        links = self.xml(f"{folder}/_rels/{name}.rels".lstrip("/"))
        for link in links if links is not None else ():
            if link.get("Type", "").endswith(f"/{kind}") and (target := link.get("Target")):
                return normpath(f"/{folder}/{target}" if target[0] != "/" else target).lstrip("/")
        return default

    def targets(self, part: str) -> dict[str, str]:
        """Return what the relationships of a part point to, by their ids."""
        folder, _, name = part.rpartition("/")
        links = self.xml(f"{folder}/_rels/{name}.rels".lstrip("/"))
        return {link.get("Id", ""): link.get("Target", "") for link in links or ()}

    def xml(self, name: str) -> Element | None:
        """Return the root of an XML part, ``None`` when there is no such part.

        Raises:
            DraftError: ``docx_rusak``, ``bom_zip`` or ``entitas_eksternal``.
        """
        data = self.content(name)
        return None if data is None else parse_xml(data, self._path)

    def content(self, name: str) -> bytes | None:
        """Return a part unpacked, ``None`` when there is no such part; raises as ``xml``."""
        found = {entry.filename.lower(): entry for entry in self._zip.infolist()}
        entry = found.get(name.lower())
        return None if entry is None else self._bytes(entry)

    def _bytes(self, entry: zipfile.ZipInfo) -> bytes:
        content = bytearray()
        try:
            with self._zip.open(entry) as stream:
                while chunk := stream.read(_CHUNK):
                    content += chunk
                    self._check_ratio(len(content), entry.compress_size)
        except DraftError:
            raise
        except Exception as fault:  # each decompressor raises errors of its own
            raise DraftError("docx_rusak", self._path) from fault
        return bytes(content)

    def _check_ratio(self, unpacked: int, packed: int) -> None:
        if unpacked > MAX_UNPACKED:
            raise DraftError("bom_zip", self._path, limit=f"{MAX_UNPACKED // 1_000_000} MB")
        if unpacked > _FREE and unpacked > MAX_RATIO * max(packed, 1):
            raise DraftError("bom_zip", self._path, limit=f"{MAX_RATIO}:1")


def parse_xml(data: bytes, path: str) -> Element:
    """Parse XML without DTD; tags and attributes are named ``{namespace}local``.

    Raises:
        DraftError: ``entitas_eksternal`` for a DTD, ``bom_zip`` beyond the limits of size and
            depth, ``docx_rusak`` for anything that is not well-formed.
    """
    builder = TreeBuilder()
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    depth = count = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth, count
        depth, count = depth + 1, count + 1
        if depth > MAX_DEPTH or count > MAX_ELEMENTS:
            raise DraftError("bom_zip", path, limit=f"{MAX_DEPTH}/{MAX_ELEMENTS} XML")
        builder.start(_name(tag), {_name(key): value for key, value in attributes.items()})

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(_name(tag))

    def refuse(*_: object) -> NoReturn:
        raise DraftError("entitas_eksternal", path)

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(data, True)
        return builder.close()
    except DraftError:
        raise
    except (expat.ExpatError, ValueError, LookupError, AssertionError) as fault:
        raise DraftError("docx_rusak", path) from fault


def _name(tag: str) -> str:
    return "{" + tag if "}" in tag else tag

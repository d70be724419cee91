"""A Word file as its parts: some written anew or added, all others byte for byte."""

import io
import posixpath
import re
import zipfile
from collections.abc import Mapping
from xml.etree.ElementTree import Element
from xml.sax.saxutils import quoteattr

from patuh.markup.scanned import Scanned
from patuh_parser.legal.errors import DraftError
from patuh_parser.legal.files.package import parse_xml

TYPES = "[Content_Types].xml"
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time of what is put into an archive."""
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_STRICT = "http://purl.oclc.org/ooxml/"
_RELATIONS = {
    True: "http://purl.oclc.org/ooxml/officeDocument/relationships/",
    False: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
}
_FORM = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


class Container:
    """The parts of a Word file that the reader of drafts has read, hence within its limits."""

    def __init__(self, data: bytes, path: str, main: str) -> None:
        self._path = path
        self._zip = zipfile.ZipFile(io.BytesIO(data))
        self._names = {entry.filename.lower(): entry for entry in self._zip.infolist()}
        self.main = main
        self.changed: dict[str, bytes] = {}

    def part(self, name: str) -> bytes | None:
        """The bytes of a part as they now are; None where there is none."""
        if name.lower() in self.changed:
            return self.changed[name.lower()]
        entry = self._names.get(name.lower())
        return None if entry is None else self._zip.read(entry)

    def put(self, name: str, data: bytes) -> None:
        """Write a part anew, or add it."""
        self.changed[name.lower()] = data

    def tree(self, data: bytes) -> Element:
        """The tree of a part; raises `DraftError` as the reader does."""
        return parse_xml(data, self._path)

    def packed(self) -> bytes:
        """The bytes of the file; raises `DraftError` where a part cannot be unpacked."""
        stream = io.BytesIO()
        waiting = dict(self.changed)
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
            for entry in self._zip.infolist():
                info = zipfile.ZipInfo(entry.filename, entry.date_time)
                info.compress_type = entry.compress_type
                info.external_attr = entry.external_attr
                if self._names[entry.filename.lower()] is entry:
                    data = waiting.pop(entry.filename.lower(), None)
                else:
                    data = None
                try:
                    packed.writestr(info, self._zip.read(entry) if data is None else data)
                except Exception as fault:  # each decompressor raises errors of its own
                    raise DraftError("docx_rusak", self._path) from fault
            for name, data in waiting.items():
                info = zipfile.ZipInfo(name, EPOCH)
                info.compress_type = zipfile.ZIP_DEFLATED
                packed.writestr(info, data)
        return stream.getvalue()

    def related(self, kind: str, strict: bool) -> str:
        """The part to which the main part has a relation of this kind, added where it has none.

        Relations are those of ECMA-376 part 2, 6.5; the part itself is the caller's to put.
        """
        folder, base = posixpath.split(self.main)
        relations = f"{folder}/_rels/{base}.rels" if folder else f"_rels/{base}.rels"
        data = self.part(relations) or _HEAD + f'<Relationships xmlns="{_PACKAGE}"/>'.encode()
        known = list(self.tree(data))
        for relation in known:
            if relation.get("Type", "").endswith(f"/{kind}") and "Target" in relation.attrib:
                return posixpath.normpath(posixpath.join("/", folder, relation.attrib["Target"]))[
                    1:
                ]
        name = next(
            name
            for number in range(len(self._names) + 2)
            if (name := f"{kind}{number or ''}.xml")
            and posixpath.join(folder, name).lower() not in self._names
        )
        taken = {relation.get("Id") for relation in known}
        own = next(f"patuh{n}" for n in range(1, len(taken) + 2) if f"patuh{n}" not in taken)
        scanned = Scanned(data)
        made = f"<{scanned.prefix}Relationship" + _attributes(
            {"Id": own, "Type": _RELATIONS[strict] + kind, "Target": name}
        )
        self.put(relations, scanned.appended(made.encode()))
        part = posixpath.join(folder, name)
        types = Scanned(self.part(TYPES) or b"")
        made = f"<{types.prefix}Override" + _attributes(
            {"PartName": f"/{part}", "ContentType": f"{_FORM}{kind}+xml"}
        )
        self.put(TYPES, types.appended(made.encode()))
        return part


def _attributes(values: Mapping[str, str]) -> str:
    return "".join(f" {name}={quoteattr(value)}" for name, value in values.items()) + "/>"


def is_strict(root: Element) -> bool:
    """Whether a part is written in the strict form of ECMA-376."""
    return root.tag.startswith("{" + _STRICT)


def largest_id(root: Element, attribute: str = "id") -> int:
    """The largest number that an annotation of a part bears; -1 where there is none."""
    found = (
        int(value)
        for element in root.iter()
        for name, value in element.items()
        if name.endswith("}" + attribute) and re.fullmatch(r"[0-9]{1,9}", value)
    )
    return max(found, default=-1)

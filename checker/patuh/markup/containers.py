"""A Word file as its parts: some written anew or added, all others byte for byte."""

import io
import posixpath
import re
import zipfile
from collections.abc import Mapping
from xml.etree.ElementTree import Element
from xml.sax.saxutils import quoteattr

from patuh.comparison.archive import HEAD, put
from patuh.markup.scanned import Scanned
from patuh_parser.legal.errors import DraftError
from patuh_parser.legal.files.package import parse_xml

TYPES = "[Content_Types].xml"
_RELATED = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPED = "http://schemas.openxmlformats.org/package/2006/content-types"
_STRICT = "http://purl.oclc.org/ooxml/"
_RELATIONS = {
    True: "http://purl.oclc.org/ooxml/officeDocument/relationships/",
    False: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
}
_FORM = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_TEMPLATE, _DOCUMENT = b"template.main+xml", b"document.main+xml"
"""Word opens no `.docx` that says it is a template."""


class Container:
    """The parts of a Word file that the reader of drafts has read, hence within its limits."""

    def __init__(self, data: bytes, path: str, main: str) -> None:
        self._path = path
        self._zip = zipfile.ZipFile(io.BytesIO(data))
        self._names = {entry.filename.lower(): entry for entry in self._zip.infolist()}
        self.main = main
        self.changed: dict[str, bytes] = {}
        types = self.part(TYPES) or b""
        if _TEMPLATE in types:
            self.put(TYPES, types.replace(_TEMPLATE, _DOCUMENT))

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
                if self._names[entry.filename.lower()] is not entry:
                    continue  # of parts with one name only the last is read
                info = zipfile.ZipInfo(entry.filename, entry.date_time)
                info.compress_type = entry.compress_type
                info.external_attr = entry.external_attr
                data = waiting.pop(entry.filename.lower(), None)
                try:
                    packed.writestr(info, self._zip.read(entry) if data is None else data)
                except Exception as fault:  # each decompressor raises errors of its own
                    raise DraftError("docx_rusak", self._path) from fault
            for name, data in waiting.items():
                put(packed, name, data)
        return stream.getvalue()

    def related(self, kind: str, strict: bool) -> str:
        """The part to which the main part has a relation of this kind, added where it has none.

        Relations are those of ECMA-376 part 2, 6.5; the part itself is the caller's to put.
        """
        folder, base = posixpath.split(self.main)
        relations = posixpath.join(folder, "_rels", f"{base}.rels")
        data = self.part(relations) or f'{HEAD}<Relationships xmlns="{_RELATED}"/>'.encode()
        known = list(self.tree(data))
        part = next((self._target(folder, one) for one in known if _is_inner(one, kind)), None)
        if part is None:
            names = (f"{kind}{number or ''}.xml" for number in range(len(self._names) + 2))
            name = next(x for x in names if self.part(posixpath.join(folder, x)) is None)
            taken = {relation.get("Id") for relation in known}
            own = next(f"patuh{n}" for n in range(1, len(taken) + 2) if f"patuh{n}" not in taken)
            made = {"Id": own, "Type": _RELATIONS[strict] + kind, "Target": name}
            self.put(relations, _with(data, "Relationship", made))
            part = posixpath.join(folder, name)
        if self.part(part) is None:
            types = self.part(TYPES) or f'{HEAD}<Types xmlns="{_TYPED}"/>'.encode()
            made = {"PartName": f"/{part}", "ContentType": f"{_FORM}{kind}+xml"}
            self.put(TYPES, _with(types, "Override", made))
        return part

    @staticmethod
    def _target(folder: str, relation: Element) -> str:
        return posixpath.normpath(posixpath.join("/", folder, relation.attrib["Target"])).lstrip(
            "/"
        )


def _is_inner(relation: Element, kind: str) -> bool:
    """Whether a relation is of this kind, and leads to a part of the file."""
    return (
        relation.get("Type", "").endswith(f"/{kind}")
        and "Target" in relation.attrib
        and relation.get("TargetMode") != "External"
    )


def _with(part: bytes, name: str, values: Mapping[str, str]) -> bytes:
    """A part with an element more at the end of its root."""
    scanned = Scanned(part)
    attributes = "".join(f" {key}={quoteattr(value)}" for key, value in values.items())
    return scanned.appended(f"<{scanned.prefix}{name}{attributes}/>".encode())


def is_word(data: bytes) -> bool:
    """Whether bytes that the reader of drafts has read are themselves a Word file."""
    if not data.startswith(b"PK"):
        return False
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return any(name.lower().startswith("_rels/") for name in file.namelist())


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

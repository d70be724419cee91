"""The text of one page of a PDF, with what lies in form objects and what is turned by 90°."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from patuh_parser.legal.errors import DraftError
from patuh_parser.legal.files.limits import MAX_CHARACTERS
from patuh_parser.legal.files.pdf_recognised import is_recognised

if TYPE_CHECKING:
    from pypdf import PageObject

_FAR = re.compile(rb"(?<![\d.])[-+]?\d{6,}(?:\.\d*)?(?:\s+[-+.\d]+){0,5}\s+(?:T[dDm]|cm)\b")
"""A move by 100,000 points or more, not digits behind a point; a page has at most 14,400."""
_NAME = rb"/([^\s/\[\]<>(){}%]{1,127})"
_DRAWN = re.compile(_NAME + rb"\s+Do(?=\s|$)")
_FONT = re.compile(_NAME + rb"(\s+[-+.\d]{1,20}\s+Tf)(?=\s|$)")
_TEXT = re.compile(rb"(?:Tj|TJ|'|\")(?=\s|$)")
_WATERMARK = re.compile(
    rb"/Artifact\s*<<[^>]{0,300}/Watermark[^>]{0,300}>>\s*BDC\b.{0,5000}?\bEMC\b", re.S
)
_ZERO = rb"[-+]?0?(?:\.0*)?"
_TURNED = re.compile(
    rb"(?<![-+.\d])(?=[-+.0])" + _ZERO + rb"\s+(-?)\d*\.?\d+\s+(-?)\d*\.?\d+\s+(?=[-+.0])" + _ZERO
    + rb"(?:\s+[-+.\d]{1,20}){2}\s+(?:Tm|cm)(?=\s|$)"
)  # fmt: skip
"""A matrix that turns by 90°, clockwise where its second number has the minus."""
_UPRIGHT = {b"": b"0 -1 1 0 0 0", b"-": b"0 1 -1 0 0 0"}
_PAINTED = re.compile(rb"(?<![\w/])(?:Do|BI|sh)(?=\s)|[-.\d]+\s+[lc](?=\s)")
_DEEPEST = 8
_PAGE_NUMBER = 6
"""Words that a page number, with what stands beside it, has at most."""
_FEW = 12


class PageText(NamedTuple):
    """The text of a page, whether there is nothing on it to be read, whether OCR gave the text."""

    text: str
    blank: bool
    recognised: bool


def text_of(page: PageObject, path: str) -> PageText:
    """Return the text of a page as it lies on it.

    Raises:
        DraftError: ``terlalu_besar``, for form objects that hold each other many times over.
    """
    painted, recognised = _is_painted(page), False
    text = ""
    try:
        data = _flattened(page, path)
        recognised = is_recognised(data)
        if not _FAR.search(data):
            text = _laid_out(page, data)
    except DraftError:
        raise
    except Exception:  # layout needs fonts that a damaged page may lack
        text = ""
    text = text if text.strip() else page.extract_text()
    return PageText(text, not painted and not text.strip(), recognised)


def _is_painted(page: PageObject) -> bool:
    """Tell whether a page shows more than a few lines: a picture, or letters drawn as shapes.

    A page without content, or with one that cannot be decoded, is not known to be blank.
    """
    try:
        contents = page.get_contents()
        if contents is None:
            return True
        found = _PAINTED.findall(contents.get_data())
    except Exception:
        return True
    return len(found) > _FEW or any(mark[:1] in b"DBs" for mark in found)


def _laid_out(page: PageObject, data: bytes) -> str:
    """Return the text of a page as it lies on it; lines of several directions as they are drawn."""
    sides = {found[1] for found in _TURNED.finditer(data) if found[1] != found[2]}
    texts = [_layout(page, data)]
    for side in sorted(sides):
        texts.append(_layout(page, b"q " + _UPRIGHT[side] + b" cm\n" + data + b"\nQ"))
    long = [text for text in texts if len(text.split()) > _PAGE_NUMBER]
    if len(long) > 1:
        _content(page, data)
        return page.extract_text()
    return "\n".join(text for text in texts if text.strip())


def _layout(page: PageObject, data: bytes) -> str:
    _content(page, data)
    return page.extract_text(extraction_mode="layout", layout_mode_strip_rotated=True)


def _content(page: PageObject, data: bytes) -> None:
    from pypdf.generic import DecodedStreamObject, NameObject

    stream = DecodedStreamObject()
    stream.set_data(data)
    page[NameObject("/Contents")] = stream


def _flattened(page: PageObject, path: str) -> bytes:
    """Return the content of a page with its form objects in place; their fonts become its own."""
    contents = page.get_contents()
    data = b"" if contents is None else contents.get_data()
    resources = page.get("/Resources")
    if resources is None or not _DRAWN.search(data):
        return data
    return _Forms(resources.get_object(), path).within(_WATERMARK.sub(b"", data))


class _Forms:
    """Form objects of one page, each written out where it is drawn."""

    def __init__(self, resources: Any, path: str) -> None:
        self._own = resources
        self._path = path
        self._length = 0
        self._count = 0

    def within(self, data: bytes) -> bytes:
        """Return content of the page itself with the form objects that it draws."""
        return self._drawn(data, self._own, 0)

    def _drawn(self, data: bytes, resources: Any, depth: int) -> bytes:
        self._length += len(data)
        if self._length > MAX_CHARACTERS * 4:
            raise DraftError("terlalu_besar", self._path, limit=f"{MAX_CHARACTERS} karakter")
        objects = resources.get("/XObject") if depth < _DEEPEST else None
        if objects is None:
            return data
        objects = objects.get_object()

        def written_out(found: re.Match[bytes]) -> bytes:
            form = objects.get("/" + found[1].decode("latin-1"))
            form = None if form is None else form.get_object()
            if form is None or form.get("/Subtype") != "/Form":
                return found[0]
            return self._form(form, resources, depth)

        return _DRAWN.sub(written_out, data)

    def _form(self, form: Any, above: Any, depth: int) -> bytes:
        resources = form.get("/Resources", above)
        resources = resources.get_object()
        inner = _WATERMARK.sub(b"", form.get_data())
        data = self._drawn(inner, resources, depth + 1)
        if not _TEXT.search(data):
            return b""
        if depth == 0 or resources is not above:
            data = self._own_fonts(data, resources)
        matrix = " ".join(str(number) for number in form.get("/Matrix", (1, 0, 0, 1, 0, 0)))
        return b"q " + matrix.encode() + b" cm\n" + data + b"\nQ"

    def _own_fonts(self, data: bytes, resources: Any) -> bytes:
        """Return content that names the fonts of a form object by names of the page."""
        from pypdf.generic import DictionaryObject, NameObject

        fonts = resources.get("/Font")
        if fonts is None or resources is self._own:
            return data
        fonts = fonts.get_object()
        self._count += 1
        prefix = f"patuh{self._count}."
        own = self._own.setdefault(NameObject("/Font"), DictionaryObject()).get_object()
        for name in [*fonts]:
            own[NameObject(f"/{prefix}{name[1:]}")] = fonts.raw_get(name)

        names = {str(name)[1:].encode("latin-1", "replace") for name in fonts}

        def renamed(found: re.Match[bytes]) -> bytes:
            name = prefix.encode() + found[1] if found[1] in names else found[1]
            return b"/" + name + found[2]

        return _FONT.sub(renamed, data)

"""Word files for tests: the text of a small regulation around paragraphs of any form."""

import io
import re
import zipfile
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

from patuh.finding import Result

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_Q = f"{{{W}}}"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships'
    '+xml"/><Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/></Types>'
)
ROOT = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)
TEXT = (Path(__file__).parent / "perbup.txt").read_text(encoding="utf-8")


def run(text: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(inner: str, properties: str = "") -> str:
    return f"<w:p>{properties}{inner if inner.startswith('<') else run(inner)}</w:p>"


def document(body: str, more: str = "", articles: int = 3) -> str:
    """A main part: the regulation with `body` in place of its second article's words.

    `articles` is how many it has, if `body` holds more of them.
    """
    before, after = TEXT.replace("Pasal 3", f"Pasal {articles}").split("@\n")
    text = "".join(map(p, before.splitlines())) + body + "".join(map(p, after.splitlines()))
    return f'<w:document xmlns:w="{W}"{more}><w:body>{text}<w:sectPr/></w:body></w:document>'


def packed(main: str | bytes, parts: dict[str, str | bytes] | None = None) -> bytes:
    stream = io.BytesIO()
    every = {"[Content_Types].xml": TYPES, "_rels/.rels": ROOT, "word/document.xml": main}
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in {**every, **(parts or {})}.items():
            file.writestr(name, content)
    return stream.getvalue()


def part(data: bytes, name: str = "word/document.xml") -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return file.read(name)


def commented(data: bytes) -> list[tuple[str, str]]:
    """What each comment stands at, with its first word in brackets, in the order of the ids."""
    said = {
        one.get(f"{_Q}id"): "".join(one.itertext())
        for one in ElementTree.fromstring(part(data, "word/comments.xml"))
    }
    open_now: dict[str | None, str] = {}
    closed: dict[str | None, str] = {}
    for element in ElementTree.fromstring(part(data)).iter():
        name, number = element.tag.removeprefix(_Q), element.get(f"{_Q}id")
        if name == "commentRangeStart":
            open_now[number] = ""
        elif name == "commentRangeEnd":
            closed[number] = open_now.pop(number)
        elif name == "t":
            open_now = {key: text + (element.text or "") for key, text in open_now.items()}
    assert open_now == {}
    assert closed.keys() == said.keys()
    checks = {number: re.search(r"\[(\w+)\]", text) for number, text in said.items()}
    return [(found[1] if (found := checks[number]) else "-", closed[number]) for number in said]


def without_marks(data: bytes) -> list[str]:
    """The words of each paragraph, with tracked changes taken as accepted."""
    root = ElementTree.fromstring(part(data))
    return ["".join(t.text or "" for t in one.iter(f"{_Q}t")) for one in root.iter(f"{_Q}p")]


def said(result: Result) -> Counter[tuple[str, str, str, int]]:
    return Counter(
        (one.check, one.case, repr(one.terms), len(one.places)) for one in result.findings
    )

"""Write the drafts of this folder from their readable sources.

``python corpus/drafts/build.py`` writes them, ``--check`` tells whether they are up to
date. A source has one paragraph per line with its number typed; in Word the numbers
become automatic ones, in PDF the pages get letterhead, page number and catchwords. The
bytes are the same on every run: nothing is compressed, no time is recorded.
"""

from __future__ import annotations

import io
import re
import sys
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

HERE = Path(__file__).parent
SOURCES = HERE / "sources"
REVISED = HERE.parent / "regulations" / "kutim_41_2023.txt"

_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_MARKER = re.compile(r"(\([0-9]+\)|[a-z]\.|[0-9]+\.|[a-z]\)|[0-9]+\)) (.*)")
_KEYWORD = re.compile(r"(Menimbang|Mengingat|Memperhatikan|Menetapkan|KE[A-Z]+) : (.*)")
_BREAK = re.compile(r"BAB |Bagian Ke|Pasal [0-9]|MEMUTUSKAN|Agar setiap|Ditetapkan di|LAMPIRAN")
# the levels of the list: shape, number format, text
_LEVELS = (
    ("(1)", "decimal", "(%1)"),
    ("a.", "lowerLetter", "%2."),
    ("1.", "decimal", "%3."),
    ("a)", "lowerLetter", "%4)"),
    ("1)", "decimal", "%5)"),
    ("(1)", "decimal", "(%6)"),
)
_BAB, _PASAL = "2", "3"


class Word:
    """A Word document in the making: paragraphs, tables and the lists that they use."""

    def __init__(self) -> None:
        self._body: list[str] = []
        self._nums: list[tuple[int, int]] = []
        self._open: list[tuple[int, int, int]] = []
        self._counts = {"BAB": 0, "Pasal": 0}
        self._rows: list[tuple[str, list[str]]] = []

    def add(self, line: str) -> None:
        """Add a paragraph of the source."""
        if keyword := _KEYWORD.fullmatch(line):
            self._open = []
            self._rows.append((keyword[1], [self._item(keyword[2])]))
        elif self._rows and not _BREAK.match(line):
            self._rows[-1][1].append(self._item(line))
        else:
            self._flush()
            self._body.append(self._heading(line) or self._item(line))

    def _flush(self) -> None:
        rows = "".join(
            f"<w:tr>{_cell(_paragraph(word))}{_cell(_paragraph(':'))}{_cell(''.join(cell))}</w:tr>"
            for word, cell in self._rows
        )
        if rows:
            self._body.append(f"<w:tbl><w:tblPr/><w:tblGrid/>{rows}</w:tbl>")
        self._rows = []

    def _heading(self, line: str) -> str | None:
        found = re.fullmatch(r"(BAB|Pasal) ([IVXLC]+|[0-9]+)", line)
        if found is None:
            return None
        self._open = []
        word = found[1]
        roman = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
        value = roman.index(found[2]) + 1 if word == "BAB" else int(found[2])
        if value != self._counts[word] + 1:  # out of order: typed by hand, as people do
            return _paragraph(line, "Judul")
        self._counts[word] = value
        return _paragraph("", "Bab" if word == "BAB" else "Pasal")

    def _item(self, line: str) -> str:
        found = _MARKER.fullmatch(line)
        if found is None:
            if line[:6] in ("Bagian", "Agar s"):
                self._open = []
            return _paragraph(line, "Judul" if line.isupper() else None)
        bare = found[1].strip("().")
        place = int(bare) if bare.isdigit() else ord(bare) - ord("a") + 1
        shape = found[1].replace(bare, "1" if bare.isdigit() else "a")
        num = self._num(shape, place)
        if num is None:
            return _paragraph(line)
        return _paragraph(found[2], None, num)

    def _num(self, shape: str, place: int) -> tuple[int, int] | None:
        """Return (numId, level) of an item: the open list that it goes on, or a new one."""
        for at in range(len(self._open) - 1, -1, -1):
            level, num, last = self._open[at]
            if _LEVELS[level][0] == shape and place == last + 1:
                self._open[at:] = [(level, num, place)]
                return num, level
        if place != 1:
            return None
        under = self._open[-1][0] if self._open else -1
        inner = shape == "(1)" and under >= 4
        level = 5 if inner else [entry[0] for entry in _LEVELS].index(shape)
        self._nums.append((len(self._nums) + 10, level))
        self._open.append((level, self._nums[-1][0], 1))
        return self._nums[-1]

    def bytes(self) -> bytes:
        """Return the file."""
        self._flush()
        body = f"<w:body>{''.join(self._body)}</w:body>"
        document = f'<w:document xmlns:w="{_NAMESPACE}">{body}</w:document>'
        return package(
            {
                "word/document.xml": document,
                "word/numbering.xml": self._numbering(),
                "word/styles.xml": _STYLES,
            }
        )

    def _numbering(self) -> str:
        levels = "".join(_level(at, form, text) for at, (_, form, text) in enumerate(_LEVELS))
        bab = _level(0, "upperRoman", "BAB %1", "Bab")
        pasal = _level(0, "decimal", "Pasal %1", "Pasal")
        lists = "".join(
            f'<w:abstractNum w:abstractNumId="{at}">{content}</w:abstractNum>'
            for at, content in ((1, levels), (_BAB, bab), (_PASAL, pasal))
        )
        nums = "".join(
            f'<w:num w:numId="{at}"><w:abstractNumId w:val="{at}"/></w:num>' for at in (2, 3)
        )
        nums += "".join(
            f'<w:num w:numId="{num}"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="{level}">'
            '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
            for num, level in self._nums
        )
        return f'<w:numbering xmlns:w="{_NAMESPACE}">{lists}{nums}</w:numbering>'


def _level(at: int, form: str, text: str, style: str = "") -> str:
    linked = f'<w:pStyle w:val="{style}"/>' if style else ""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{linked}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def _style(name: str, num: str = "") -> str:
    numbered = f'<w:pPr><w:numPr><w:numId w:val="{num}"/></w:numPr></w:pPr>' if num else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/>{numbered}</w:style>'
    )


_STYLES = (
    f'<w:styles xmlns:w="{_NAMESPACE}"><w:style w:type="paragraph" w:default="1" '
    'w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    f"{_style('Judul')}{_style('Bab', _BAB)}{_style('Pasal', _PASAL)}</w:styles>"
)


def _paragraph(text: str, style: str | None = None, num: tuple[int, int] | None = None) -> str:
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if num is not None:
        properties += f'<w:numPr><w:ilvl w:val="{num[1]}"/><w:numId w:val="{num[0]}"/></w:numPr>'
    half = len(text) // 2
    runs = "".join(
        f'<w:r><w:t xml:space="preserve">{escape(part)}</w:t></w:r>'
        for part in (text[:half], text[half:])
        if part
    )
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def _cell(content: str) -> str:
    return f"<w:tc><w:tcPr/>{content}</w:tc>"


def package(parts: dict[str, str], main: str = "word/document.xml") -> bytes:
    """Return a ``.docx`` of XML parts, stored without compression, dated 1980."""
    types = "".join(
        f'<Override PartName="/{name}" ContentType="{_TYPE}.{Path(name).stem}'
        f'{".main" if name == main else ""}+xml"/>'
        for name in parts
    )
    relations = "".join(
        f'<Relationship Id="r{at}" Type="{_OFFICE}/{Path(name).stem}" Target="{Path(name).name}"/>'
        for at, name in enumerate(parts)
        if name != main
    )
    files = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
        'content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-'
        'package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f"{types}</Types>",
        "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r1" '
        f'Type="{_OFFICE}/officeDocument" Target="{main}"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_RELATIONS}">'
        f"{relations}</Relationships>",
        **parts,
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, content in files.items():
            declared = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{content}'
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system = 0
            archive.writestr(entry, declared)
    return buffer.getvalue()


def as_docx(text: str) -> bytes:
    """Return a source as a Word document with automatic numbering."""
    word = Word()
    for line in text.splitlines():
        if folded := " ".join(line.split()):
            word.add(folded)
    return word.bytes()


def as_pdf(text: str, head: tuple[str, ...] = ()) -> bytes:
    """Return a source as a PDF of wrapped lines, with letterhead and catchwords."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfbase.pdfmetrics import stringWidth
    from reportlab.pdfgen.canvas import Canvas

    font, size, left, top, bottom, leading = "Times-Roman", 12, 72, 770, 90, 16
    width = A4[0] - 2 * left
    rows: list[tuple[float, str]] = []
    for line in text.splitlines():
        words = line.split()
        if not words:
            continue
        lead = 24.0 if _MARKER.fullmatch(line.strip()) else 0.0
        row = ""
        for word in words:
            longer = f"{row} {word}".strip()
            if row and stringWidth(longer, font, size) > width - lead:
                rows.append((left + lead, row))
                longer = word
            row = longer
        rows.append((left + lead, row))
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, pageCompression=0, invariant=1)
    y, page = top, 1
    for x, row in rows:
        canvas.setFont(font, size)
        if y < bottom:
            catchword = f"{row.split()[0]} ..."
            canvas.drawString(A4[0] - left - stringWidth(catchword, font, size), y, catchword)
            canvas.showPage()
            canvas.setFont(font, size)
            y, page = top, page + 1
            for words in (*head, f"- {page} -") if head else ():
                canvas.drawCentredString(A4[0] / 2, y, words)
                y -= leading
            y -= leading
        canvas.drawString(x, y, row)
        y -= leading
    canvas.save()
    return buffer.getvalue()


def revised(text: str) -> str:
    """Return Perbup Kutai Timur 41/2023 as a revision might have it.

    Dinas Sosial goes from the first Asisten to the second, a duty becomes a power
    (``wajib`` to ``dapat``), and Komisi Pemberantasan Korupsi falls out of its list.
    """
    changes = (
        ("NOMOR 41 TAHUN 2023\n", "NOMOR 19 TAHUN 2026\n"),
        ("NOMOR 41 TAHUN 2022\n", "NOMOR 19 TAHUN 2026\n"),
        ("TAHUN 2022 NOMOR 41", "TAHUN 2026 NOMOR 19"),
        ("(14) Dinas ...\n", ""),
        ("- (14) Dinas Sosial; dan\n", ""),
        ("(13) Dinas Kepemudaan dan Olahraga;", "(13) Dinas Kepemudaan dan Olahraga; dan"),
        ("(15) Dinas Pertanahan;", "(14) Dinas Pertanahan;"),
        ("(9) Dinas Perikanan; dan", "(9) Dinas Perikanan;"),
        (
            "Pelayanan Terpadu Satu Pintu.\n",
            "Pelayanan Terpadu Satu Pintu; dan\n - (11) Dinas Sosial.\n",
        ),
        ("wajib mengikuti dan mematuhi", "dapat mengikuti dan mematuhi"),
        ("(1) Ombudsman; dan\n", "(1) Ombudsman.\n"),
        (" - (2) Komisi Pemberantasan Korupsi.\n", ""),
    )
    for before, after in changes:
        if text.count(before) != 1:
            raise ValueError(f"{text.count(before)} times in the text: {before!r}")
        text = text.replace(before, after)
    return text.replace("pada tanggal 27 Januari 2023", "pada tanggal ...")


def drafts() -> dict[str, bytes]:
    """Return the drafts that are made from a source, by file name."""

    def source(name: str) -> str:
        return (SOURCES / f"{name}.txt").read_text(encoding="utf-8")

    head = ("BUPATI TANJUNG SERAI", "PROVINSI KALIMANTAN TIMUR")
    return {
        "koordinasi_daerah.docx": as_docx(source("koordinasi_daerah")),
        "staf_ahli.pdf": as_pdf(source("staf_ahli"), head),
        "keputusan_forum.docx": as_docx(source("keputusan_forum")),
        "tanpa_cela.docx": as_docx(source("tanpa_cela")),
        "susunan_dinas_sosial.docx": as_docx(source("susunan_dinas_sosial")),
        "revisi_kutim_41_2023.txt": revised(REVISED.read_text(encoding="utf-8")).encode(),
    }


def main(arguments: list[str]) -> int:
    """Write the drafts; with ``--check`` only name those that are not up to date."""
    stale = 0
    for name, content in drafts().items():
        path = HERE / name
        if path.exists() and path.read_bytes() == content:
            continue
        stale += 1
        print(name)
        if "--check" not in arguments:
            path.write_bytes(content)
    return 1 if stale and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

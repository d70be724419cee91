"""Word: what is deleted, hidden, embedded, alternative or elsewhere than usual."""

from types import ModuleType

import pytest

from patuh_parser.legal.errors import DraftError
from patuh_parser.legal.model import Draft
from patuh_parser.legal.reader import read_draft

from .test_word import LEVELS, W, abstract, lvl, num, p, read, texts

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
RUN = "<w:r><w:t>{}</w:t></w:r>"
GONE = "<w:del><w:r><w:delText>{}</w:delText></w:r></w:del>"
NUMBERED = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="7"/></w:numPr>'


def marked(inside: str, mark: str, level: int | None = None) -> str:
    """A paragraph whose own mark is deleted, moved away or hidden."""
    numbered = "" if level is None else NUMBERED.format(level)
    return f"<w:p><w:pPr>{numbered}<w:rPr><w:{mark}/></w:rPr></w:pPr>{inside}</w:p>"


def codes(draft: Draft) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    return [(d.code, d.data) for d in draft.defects if d.code in NOTICED]


NOTICED = ("perubahan_terlacak", "berkas_tertanam", "catatan_kaki", "komentar")


@pytest.mark.parametrize("mark", ["del", "moveFrom"])
def test_a_deleted_paragraph_does_not_count(build: ModuleType, mark: str) -> None:
    body = p("satu;", 7) + marked(GONE.format("dua;"), mark, 0) + p("tiga.", 7)
    draft = read(build, body, LEVELS + num(7, 1))
    assert texts(draft) == ["(1) satu;", "(2) tiga."]
    assert codes(draft) == [("perubahan_terlacak", ())]


@pytest.mark.parametrize("mark", ["del", "moveFrom"])
def test_a_paragraph_without_its_mark_goes_on_in_the_next(build: ModuleType, mark: str) -> None:
    body = p("satu.", 7) + marked(RUN.format("dua "), mark, 0) + p("tiga.", 7) + p("empat.", 7)
    assert texts(read(build, body, LEVELS + num(7, 1))) == [
        "(1) satu.",
        "(2) dua tiga.",
        "(3) empat.",
    ]


def test_so_does_the_last_of_a_cell_alone(build: ModuleType) -> None:
    body = f"<w:tbl><w:tr><w:tc>{marked(RUN.format('satu'), 'del')}</w:tc></w:tr></w:tbl>{p('dua')}"
    assert texts(read(build, body)) == ["satu", "dua"]


def test_a_hidden_paragraph_only_advances_its_list(build: ModuleType) -> None:
    body = p("satu.", 7) + marked("<w:r/>", "vanish", 0) + p("tiga.", 7)
    assert texts(read(build, body, LEVELS + num(7, 1))) == ["(1) satu.", "(3) tiga."]


def test_the_level_linked_with_a_style_is_that_of_the_style(build: ModuleType) -> None:
    """ECMA-376 part 1, 17.9.23: the level that a style states itself is not used."""
    linked = abstract(
        1,
        lvl(0, "decimal", "(%1)", '<w:pStyle w:val="Ayat"/>'),
        lvl(1, "lowerLetter", "%2.", '<w:pStyle w:val="Huruf"/>'),
    )
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/>'
        f"<w:pPr>{NUMBERED.format(0)}</w:pPr></w:style>"
        for name in ("Ayat", "Huruf")
    )
    body = "".join(p("x", style=name) for name in ("Ayat", "Huruf", "Huruf", "Ayat"))
    assert texts(read(build, body, linked + num(7, 1), styles)) == [
        "(1) x",
        "a. x",
        "b. x",
        "(2) x",
    ]


@pytest.mark.parametrize(
    ("symbol", "read_as"),
    [("F03A", "terdiri atas:"), ("003A", "terdiri atas:"), ("F0B7", "terdiri atas•")],
)
def test_signs_of_symbol_fonts(build: ModuleType, symbol: str, read_as: str) -> None:
    sign = f'<w:r><w:sym w:font="Symbol" w:char="{symbol}"/></w:r>'
    draft = read(build, f"<w:p>{RUN.format('terdiri atas')}{sign}</w:p>")
    assert texts(draft) == [read_as]


def test_a_page_or_column_break_parts_lines(build: ModuleType) -> None:
    page = "<w:r><w:br w:type='page'/></w:r>"
    body = f"<w:p>{RUN.format('NOMOR 9')}{page}{RUN.format('LAMPIRAN')}</w:p>"
    assert texts(read(build, body)) == ["NOMOR 9", "LAMPIRAN"]


@pytest.mark.parametrize("empty", ["<mc:Choice/>", ""])
def test_of_alternatives_the_one_with_text_is_read(build: ModuleType, empty: str) -> None:
    box = f"<w:txbxContent>{p('dalam kotak')}</w:txbxContent>"
    body = (
        f'<w:p xmlns:mc="{MC}"><w:r><mc:AlternateContent>{empty}<mc:Fallback>{box}</mc:Fallback>'
        "</mc:AlternateContent></w:r></w:p>"
    )
    assert texts(read(build, body)) == ["dalam kotak"]
    both = body.replace("<mc:Fallback>", f"<mc:Choice>{box}</mc:Choice><mc:Fallback>")
    assert texts(read(build, both)) == ["dalam kotak"]


def test_what_a_content_control_asks_for_is_no_text(build: ModuleType) -> None:
    control = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    asked = control.format("<w:showingPlcHdr/>", RUN.format("Klik di sini"))
    given = control.format("", RUN.format("3 Maret"))
    assert texts(read(build, f"<w:p>{RUN.format('pada ')}{asked}{given}</w:p>")) == ["pada 3 Maret"]


def test_embedded_files_and_notes_are_told(build: ModuleType) -> None:
    body = (
        f'{p("x")}<w:altChunk xmlns:r="{R}" r:id="rId5"/><w:p><w:r><w:object>'
        '<o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" ProgID="Excel.Sheet.12"/>'
        "</w:object><w:footnoteReference/><w:commentReference/></w:r><w:r><w:endnoteReference/></w:r>"
        "</w:p>"
    )
    parts = {
        "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}">'
        f'<Relationship Id="rId5" Type="{R}/aFChunk" Target="isi.html"/></Relationships>',
    }
    assert codes(read_draft(build.package(parts), "x.docx")) == [
        ("berkas_tertanam", (("part", "Excel.Sheet.12"),)),
        ("berkas_tertanam", (("part", "isi.html"),)),
        ("catatan_kaki", (("count", "2"),)),
        ("komentar", (("count", "1"),)),
    ]
    parts["word/document.xml"] = parts["word/document.xml"].replace(p("x"), "")
    with pytest.raises(DraftError) as error:
        read_draft(build.package(parts), "x.docx")
    assert error.value.code == "hanya_tertanam"


def test_the_main_part_and_its_styles_are_where_relationships_say(build: ModuleType) -> None:
    link = (
        f'<Relationships xmlns="{PACKAGE}"><Relationship Id="a" Type="{R}/{{}}" Target="{{}}"/>'
        "</Relationships>"
    )
    caps = (
        '<w:style w:type="paragraph" w:styleId="J"><w:name w:val="J"/><w:rPr><w:caps/></w:rPr>'
        "</w:style>"
    )
    body = f"<w:body>{p('x', style='J')}</w:body>"
    parts = {
        "_rels/.rels": link.format("officeDocument", "/word/document2.xml"),
        "word/document2.xml": f'<w:document xmlns:w="{W}">{body}</w:document>',
        "word/_rels/document2.xml.rels": link.format("styles", "gaya/styles9.xml"),
        "word/gaya/styles9.xml": f'<w:styles xmlns:w="{W}">{caps}</w:styles>',
    }
    assert texts(read_draft(build.package(parts), "x.docx")) == ["X"]


def test_signing_blocks_in_the_rows_of_a_table(build: ModuleType) -> None:
    rows = [
        ("Diundangkan di Y", "Ditetapkan di X"),
        ("pada tanggal 3 Maret 2025", "pada tanggal 2 Maret 2025"),
        ("SEKRETARIS DAERAH,", "BUPATI X,"),
        ("SITI", "BUDI"),
    ]
    table = "".join(
        f"<w:tr>{''.join(f'<w:tc>{p(text)}</w:tc>' for text in row)}</w:tr>" for row in rows
    )
    draft = read(build, f"{p('MEMUTUSKAN:')}{p('Pasal 1')}{p('Isi.')}<w:tbl>{table}</w:tbl>")
    assert [(s.role, s.city, s.date, s.office, s.name) for s in draft.closing.signatures] == [
        ("pengundangan", "Y", "3 Maret 2025", "SEKRETARIS DAERAH", "SITI"),
        ("penetapan", "X", "2 Maret 2025", "BUPATI X", "BUDI"),
    ]

"""Word: automatic numbering in all its forms, tables, tracked changes, text boxes."""

from types import ModuleType

import pytest

from patuh_parser.legal.files.numbering import write_number
from patuh_parser.legal.model import Draft
from patuh_parser.legal.reader import read_draft

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def lvl(at: int, form: str, text: str, more: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def num(num_id: int, abstract: int, more: str = "") -> str:
    return f'<w:num w:numId="{num_id}"><w:abstractNumId w:val="{abstract}"/>{more}</w:num>'


def abstract(name: int, *levels: str, more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{name}">{more}{"".join(levels)}</w:abstractNum>'


def p(text: str, num_id: int | None = None, level: int = 0, style: str = "") -> str:
    said = f'<w:pStyle w:val="{style}"/>' if style else ""
    if num_id is not None:
        said += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num_id}"/></w:numPr>'
    return f"<w:p><w:pPr>{said}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def read(build: ModuleType, body: str, numbering: str = "", styles: str = "") -> Draft:
    parts = {"word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'}
    if numbering:
        parts["word/numbering.xml"] = f'<w:numbering xmlns:w="{W}">{numbering}</w:numbering>'
    if styles:
        parts["word/styles.xml"] = f'<w:styles xmlns:w="{W}">{styles}</w:styles>'
    return read_draft(build.package(parts), "x.docx")


def texts(draft: Draft) -> list[str]:
    return [line.text for line in draft.lines]


LEVELS = abstract(
    1, lvl(0, "decimal", "(%1)"), lvl(1, "lowerLetter", "%2."), lvl(2, "decimal", "%3)")
)


def test_a_label_has_a_bounded_length(build: ModuleType) -> None:
    numbering = abstract(1, lvl(0, "decimal", "%1" * 20_000)) + num(7, 1)
    found = read(build, "".join(p("x", 7) for _ in range(30)), numbering).lines
    assert [len(line.label) for line in found] == [100] * 9 + [200] * 21


def test_deeper_levels_restart_and_outer_ones_go_on(build: ModuleType) -> None:
    order = [0, 1, 1, 0, 1, 2, 2, 1, 0]
    body = "".join(p("x", 7, level) for level in order)
    found = [line.label for line in read(build, body, LEVELS + num(7, 1)).lines]
    assert found == ["(1)", "a.", "b.", "(2)", "a.", "1)", "2)", "b.", "(3)"]


def test_lists_of_one_abstract_count_on_unless_overridden(build: ModuleType) -> None:
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = LEVELS + num(7, 1) + num(8, 1) + num(9, 1, restart)
    body = p("x", 7) + p("x", 8) + p("x", 9) + p("x", 9) + p("x", 7)
    found = [line.label for line in read(build, body, numbering).lines]
    assert found == ["(1)", "(2)", "(1)", "(2)", "(3)"]


def test_an_override_may_change_the_form(build: ModuleType) -> None:
    other = f'<w:lvlOverride w:ilvl="0">{lvl(0, "upperRoman", "%1.", start=3)}</w:lvlOverride>'
    found = read(build, p("x", 7) + p("x", 7), LEVELS + num(7, 1, other)).lines
    assert [line.label for line in found] == ["III.", "IV."]


def test_labels_of_several_levels_and_legal_numbers(build: ModuleType) -> None:
    levels = abstract(
        1,
        lvl(0, "upperRoman", "BAB %1"),
        lvl(1, "decimal", "%1.%2", "<w:isLgl/>"),
        lvl(2, "none", ""),
    )
    body = p("x", 7) + p("y", 7, 1) + p("y", 7, 1) + p("z", 7, 2)
    found = [line.label for line in read(build, body, levels + num(7, 1)).lines]
    assert found == ["BAB I", "1.1", "1.2", ""]


def test_a_level_need_not_restart(build: ModuleType) -> None:
    levels = abstract(
        1,
        lvl(0, "upperRoman", "BAB %1"),
        lvl(1, "decimal", "Pasal %2", '<w:lvlRestart w:val="0"/>'),
    )
    body = "".join(p("", 7, level) for level in (0, 1, 1, 0, 1))
    found = [line.label for line in read(build, body, levels + num(7, 1)).lines]
    assert found == ["BAB I", "Pasal 1", "Pasal 2", "BAB II", "Pasal 3"]


def test_styles_bring_numbers_and_a_paragraph_may_refuse_them(build: ModuleType) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="Ayat"/>'
        '<w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="Anak"/>'
        '<w:basedOn w:val="A"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="C"><w:name w:val="Huruf"/>'
        '<w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr><w:rPr><w:caps/></w:rPr></w:style>'
    )
    levels = abstract(
        1, lvl(0, "decimal", "(%1)"), lvl(1, "lowerLetter", "%2.", '<w:pStyle w:val="C"/>')
    )
    body = p("x", style="A") + p("x", style="B") + p("x", style="C") + p("x", 0, style="A")
    lines = read(build, body, levels + num(7, 1), styles).lines
    assert [line.text for line in lines] == ["(1) x", "(2) x", "a. X", "x"]
    assert [line.style for line in lines] == ["Ayat", "Anak", "Huruf", "Ayat"]


def test_a_list_may_be_kept_in_a_style(build: ModuleType) -> None:
    linked = abstract(1, more='<w:numStyleLink w:val="L"/>')
    real = abstract(2, lvl(0, "lowerLetter", "%1)"), more='<w:styleLink w:val="L"/>')
    found = read(build, p("x", 7) + p("x", 7), linked + real + num(7, 1) + num(8, 2)).lines
    assert [line.label for line in found] == ["a)", "b)"]


@pytest.mark.parametrize(
    ("count", "form", "written"),
    [
        (27, "lowerLetter", "aa"),
        (26, "upperLetter", "Z"),
        (14, "lowerRoman", "xiv"),
        (1999, "upperRoman", "MCMXCIX"),
        (3, "decimalZero", "03"),
        (0, "lowerRoman", "0"),
        (5, "chicago", "5"),
    ],
)
def test_number_formats(count: int, form: str, written: str) -> None:
    assert write_number(count, form) == written


def test_bullets_are_no_numbers(build: ModuleType) -> None:
    numbering = abstract(1, lvl(0, "bullet", "\uf0b7")) + num(7, 1)
    body = p("MEMUTUSKAN:") + p("Pasal 1") + p("x meliputi:") + p("satu;", 7) + p("dua.", 7)
    draft = read(build, body, numbering)
    assert [(n.kind, n.text) for n in draft.body[0].children] == [
        ("butir", "satu;"),
        ("butir", "dua."),
    ]


def cell(*content: str) -> str:
    return f"<w:tc>{''.join(content)}</w:tc>"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(cells)}</w:tr>"


def test_a_table_of_the_preamble_makes_lines(build: ModuleType) -> None:
    table = row(cell(p("Menimbang")), cell(p(":")), cell(p("a.")), cell(p("bahwa x;")))
    table += row(cell(p("")), cell(p("")), cell(p("b.")), cell(p("bahwa y;")))
    table += row(
        cell(p("Mengingat")), cell(p(":")), cell(p("1."), p("2.")), cell(p("UU A;"), p("UU B;"))
    )
    draft = read(build, f"<w:tbl>{table}</w:tbl>")
    assert texts(draft) == [
        "Menimbang : a. bahwa x;",
        "b. bahwa y;",
        "Mengingat : 1. UU A;",
        "2. UU B;",
    ]
    assert all(line.table for line in draft.lines)
    assert draft.preamble.menimbang is not None
    assert [n.id for n in draft.preamble.menimbang.children] == [
        "menimbang.huruf-a",
        "menimbang.huruf-b",
    ]


def test_tracked_changes_are_read_as_accepted_and_noted(build: ModuleType) -> None:
    run = "<w:r><w:t>{}</w:t></w:r>"
    body = (
        f"<w:p>{run.format('Bupati ')}<w:del><w:r><w:delText>wajib</w:delText></w:r></w:del>"
        f"<w:ins>{run.format('dapat')}</w:ins>{run.format(' hadir.')}"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>rahasia</w:t></w:r></w:p>"
    )
    draft = read(build, body)
    assert texts(draft) == ["Bupati dapat hadir."]
    assert "perubahan_terlacak" in {d.code for d in draft.defects}


def test_what_was_moved_is_read_where_it_went(build: ModuleType) -> None:
    run = "<w:r><w:t>{}</w:t></w:r>"
    body = (
        f"<w:p><w:moveFrom>{run.format('Bupati ')}</w:moveFrom>{run.format('dan ')}"
        f"<w:moveTo>{run.format('Bupati ')}</w:moveTo>{run.format('hadir.')}</w:p>"
    )
    assert texts(read(build, body)) == ["dan Bupati hadir."]


def test_breaks_tabs_hyphens_and_text_boxes(build: ModuleType) -> None:
    box = (
        "<w:pict><w:txbxContent><w:p><w:r><w:t>LAMPIRAN</w:t></w:r></w:p></w:txbxContent></w:pict>"
    )
    body = (
        "<w:p><w:r><w:t>Undang</w:t><w:noBreakHyphen/><w:t>Undang</w:t><w:tab/><w:t>A</w:t><w:br/>"
        f"<w:t>B</w:t>{box}</w:r></w:p>"
    )
    draft = read(build, body)
    assert texts(draft) == ["Undang-Undang A", "B", "LAMPIRAN"]
    assert [line.paragraph for line in draft.lines] == [1, 1, 2]


def test_pages_are_known_where_word_left_them(build: ModuleType) -> None:
    broken = "<w:p><w:r><w:lastRenderedPageBreak/><w:t>y</w:t></w:r></w:p>"
    assert [line.page for line in read(build, p("x") + broken).lines] == [1, 2]
    assert [line.page for line in read(build, p("x") + p("y")).lines] == [None, None]

"""Comments in Word files: where they stand, what they leave as it was, and hostile files."""

import datetime
import io
import zipfile
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner

from patuh.cli import main as main_command
from patuh.draft_checking import check_draft
from patuh.markup.word_file import WordFile

from .word_files import W, commented, document, p, packed, part, run, said, without_marks

DAY = datetime.date(2025, 6, 1)
DRAFTS = Path(__file__).parents[2] / "corpus" / "drafts"
MC = ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
BOX = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent>{0}'
    "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>{0}"
    "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
BOLD = "<w:rPr><w:b/></w:rPr>"


def back(data: bytes, path: str = "naskah.docx") -> bytes:
    """The commented file, of which the findings are those of the file itself."""
    before = check_draft(data, path)
    written = WordFile(data, before).written("id", DAY)
    assert said(check_draft(written, path)) == said(before)
    assert len(docx.Document(io.BytesIO(written)).comments) >= sum(said(before).values())
    return written


PLACES = [
    (p("Dinas membuat analisa kebutuhan."), "analisa"),
    (p(run("Dinas membuat ana") + run("li", BOLD) + run("sa kebutuhan.")), "analisa"),
    (p(run("Dinas membuat ") + run("analisa") + run(" kebutuhan.")), "analisa"),
    (p("Dinas &amp; &#x42;adan membuat analisa."), "analisa"),
    (p("<w:r><w:t><![CDATA[Dinas membuat analisa.]]></w:t></w:r>"),
     "Dinas membuat analisa."),
    (p("<w:r><w:t>Dinas membuat</w:t><w:tab/><w:t>analisa.</w:t></w:r>"), "analisa"),
    (p(run("Dinas membuat ") + f"<w:hyperlink w:anchor=\"x\">{run('analisa')}</w:hyperlink>"),
     "analisa"),
    (f"<w:sdt><w:sdtContent>{p('Dinas membuat analisa.')}</w:sdtContent></w:sdt>", "analisa"),
    (p(f"<w:ins w:id=\"4\" w:author=\"a\">{run('Dinas membuat analisa.')}</w:ins>"),
     "analisa"),
    (p(run("Dinas membuat ") + f"<w:del w:id=\"4\" w:author=\"a\"><w:r><w:delText>x</w:delText>"
       f"</w:r></w:del>{run('analisa')}"), "analisa"),
    (p(f'<w:fldSimple w:instr="REF a">{run("Dinas membuat analisa.")}</w:fldSimple>'),
     "analisa"),
    (f"<w:tbl><w:tr><w:tc>{p('Dinas membuat analisa.')}</w:tc></w:tr></w:tbl>", "analisa"),
    (p(run("Kepala dinas bekerja.") + BOX.format(p("Dinas membuat analisa."))),
     "Dinas membuat analisa." * 2),
    (p("Dinas membuat ana\u200blisa."), "ana\u200blisa"),
]  # fmt: skip
"""Paragraphs of many forms, and what of them the comment stands at."""


def test_a_comment_stands_at_the_words() -> None:
    written = back(packed(document("".join(body for body, _ in PLACES), MC)))
    assert commented(written) == [("T18", where) for _, where in PLACES]


def test_a_range_stays_in_one_cell() -> None:
    cells = "".join(f"<w:tc>{p(text)}</w:tc>" for text in ("Mengingat", ":", "Pancasila"))
    main = document(p("Dinas bekerja."))
    start, end = main.index("<w:p><w:r><w:t xml:space=\"preserve\">Mengingat"), main.index(
        "<w:p><w:r><w:t xml:space=\"preserve\">MEMUTUSKAN")  # fmt: skip
    written = back(packed(f"{main[:start]}<w:tbl><w:tr>{cells}</w:tr></w:tbl>{main[end:]}"))
    assert ("T23", "Pancasila") in commented(written)


def test_all_else_stays_byte_for_byte() -> None:
    main = document(
        p("Dinas  membuat\tanalisa.", "<w:pPr >\n<w:jc  w:val='both'/></w:pPr>") + "<!-- x -->",
        ' xmlns:w14="urn:x" w14:odd="1"',
    )
    parts: dict[str, str | bytes] = {
        "word/styles.xml": f'<w:styles xmlns:w="{W}"/>',
        "word/media/image1.png": bytes(range(256)),
        "customXml/item1.xml": "<a/>",
    }
    data = packed(main, parts)
    written = back(data)
    with zipfile.ZipFile(io.BytesIO(written)) as after:
        for name, content in parts.items():
            assert after.read(name) == (content.encode() if isinstance(content, str) else content)
    text = part(written).decode()
    before, rest = text[: text.index("Dinas  membuat")], text[text.index(" w14:odd") :]
    assert main.startswith(before)
    assert rest.endswith(main[main.index("<!-- x -->") :])


def test_comments_that_are_there_are_kept_and_none_shares_their_number() -> None:
    theirs = (
        f'<c:comments xmlns:c="{W}"><c:comment c:id="7" c:author="Ani"><c:p><c:r><c:t>Cek'
        "</c:t></c:r></c:p></c:comment></c:comments>"
    )
    relations = (
        '<x:Relationships xmlns:x="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<x:Relationship Id="patuh1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/comments" Target="/word/notes.xml"/></x:Relationships>'
    )
    body = p(f'<w:commentRangeStart w:id="7"/>{run("Dinas membuat analisa.")}'
             '<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>')  # fmt: skip
    data = packed(
        document(body), {"word/notes.xml": theirs, "word/_rels/document.xml.rels": relations}
    )
    written = WordFile(data, check_draft(data, "a.docx")).written("id", DAY)
    notes = part(written, "word/notes.xml").decode()
    assert notes.startswith(theirs.removesuffix("</c:comments>"))
    assert 'w:id="8" w:author="patuh" w:date="2025-06-01T00:00:00Z"' in notes
    assert notes.count("<w:comment ") == 1


@pytest.mark.parametrize(
    ("encoding", "strict"), [("utf-8", True), ("utf-16", False), ("iso-8859-1", False)]
)
def test_other_encodings_prefixes_and_the_strict_form(encoding: str, strict: bool) -> None:
    main = document(p("Dinas membuat analisa café.")).replace("w:", "v:")
    main = main.replace("xmlns:w", "xmlns:v")
    if strict:
        main = main.replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main")
    data = packed(f'<?xml version="1.0" encoding="{encoding}"?>{main}'.encode(encoding))
    before = check_draft(data, "a.docx")
    written = WordFile(data, before).written("id", DAY)
    assert said(check_draft(written, "a.docx")) == said(before)
    kind = b"purl.oclc.org" if strict else b"schemas.openxmlformats.org/officeDocument/2006"
    assert kind in part(written, "word/_rels/document.xml.rels")


def test_damaged_and_odd_parts_around_the_text(tmp_path: Path) -> None:
    main = document(p("Dinas membuat analisa."))
    types = part(packed(main), "[Content_Types].xml").decode()
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    kind = 'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"'
    gone = f'<Relationship Id="a" {kind} Target="gone.xml"/>'
    relations = "word/_rels/document.xml.rels"
    for parts, name in (
        ({"[Content_Types].xml": types.replace("document.main", "template.main")}, "comments"),
        ({relations: f'<Relationships xmlns="{space}">{gone}</Relationships>'}, "gone"),
        ({"word/comments.xml": "<x/>"}, "comments1"),
    ):  # fmt: skip
        written = back(packed(main, dict(parts)))
        assert b"analisa" in part(written, f"word/{name}.xml")
    draft, out = tmp_path / "a.docx", tmp_path / "b.docx"
    damaged = f'<Relationships xmlns="{space}">{gone.replace("gone", "word")}</Relationships>'
    draft.write_bytes(packed(main, {relations: damaged, "word/word.xml": "<!DOCTYPE x><x/>"}))
    run = CliRunner().invoke(main_command, ["check", str(draft), "--comments", str(out)])
    assert (run.exit_code, out.exists()) == (2, False)
    assert "T18" in run.output


@pytest.mark.parametrize("name", ["hasil_ocr.txt", "staf_ahli.pdf"])
def test_a_pdf_or_text_becomes_a_word_file(name: str) -> None:
    written = back((DRAFTS / name).read_bytes(), name)
    assert commented(written)


def test_control_characters_of_a_text_do_not_reach_the_file() -> None:
    lines = without_marks(packed(document(p("Dinas membuat analisa."))))
    data = "\n".join(lines).replace("Dinas", "Di\x01nas\x1b[31m <&> \ufffe\u202e").encode()
    written = WordFile(data, check_draft(data, "a.txt")).written("id", DAY)
    assert ("T18", "analisa") in commented(written)


def test_many_findings_in_one_paragraph() -> None:
    written = back(packed(document(p("Dinas membuat " + "analisa, " * 79 + "analisa."))))
    assert commented(written) == [("T18", "analisa")] * 80


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--comments", "{draft}"], "ditulis di atasnya"),
        (["--comments", "-"], "berkas tersendiri"),
        (["{draft}", "--comments", "{out}"], "satu naskah"),
    ],
)
def test_calls_that_are_refused(tmp_path: Path, arguments: list[str], told: str) -> None:
    draft = tmp_path / "naskah.docx"
    draft.write_bytes(before := (DRAFTS / "koordinasi_daerah.docx").read_bytes())
    out = tmp_path / "hasil.docx"
    given = [one.format(draft=draft, out=out) for one in arguments]
    run = CliRunner().invoke(main_command, ["check", str(draft), *given])
    assert run.exit_code == 2
    assert told in run.output
    assert draft.read_bytes() == before
    assert not out.exists()


def test_the_report_and_the_exit_code_stay_those_of_the_check(tmp_path: Path) -> None:
    draft, out = DRAFTS / "susunan_dinas_sosial.docx", tmp_path / "hasil.docx"
    plain = CliRunner().invoke(main_command, ["check", str(draft)])
    run = CliRunner().invoke(main_command, ["check", str(draft), "--comments", str(out)])
    assert (run.exit_code, run.output) == (plain.exit_code, plain.output)
    assert commented(out.read_bytes()) == [
        (
            "A3",
            "Dinas merupakan unsur pelaksana urusan pemerintahan bidang sosial yang menjadi "
            "kewenangan Daerah.",
        ),
        (
            "H7",
            "Dinas sebagaimana dimaksud pada ayat (1) dipimpin oleh Kepala Dinas yang berkedudukan "
            "di bawah dan bertanggung jawab langsung kepada Bupati.",
        ),
        (
            "U4",
            "UPTD Panti Sosial dipimpin oleh Kepala UPTD yang berada di bawah dan bertanggung "
            "jawab kepada Bupati melalui Sekretaris Daerah.",
        ),
    ]

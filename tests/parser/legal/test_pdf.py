"""PDF: form objects, turned text, watermarks, columns of signatures, pages without text."""

from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas

from patuh_parser.legal.errors import DraftError
from patuh_parser.legal.files.pdf import read_pdf
from patuh_parser.legal.files.pdf_words import with_whole_words
from patuh_parser.legal.reader import read_draft

HEIGHT = 800


def write(canvas: Canvas, *rows: str, x: int = 60, y: int = HEIGHT) -> None:
    for at, row in enumerate(rows):
        canvas.drawString(x, y - 14 * at, row)


def lines(canvas: Canvas) -> list[str]:
    read = read_pdf(canvas.getpdfdata(), "x.pdf")
    return [" ".join(line.text.split()) for line in read.lines if line.text.strip()]


def canvas() -> Canvas:
    return Canvas(BytesIO(), pageCompression=0)


def test_text_in_form_objects_is_read_where_it_is_drawn() -> None:
    """Also one form within another, with fonts of its own under the same name."""
    page = canvas()
    write(page, "Pasal 1", "Satu.")
    page.beginForm("dalam")
    page.setFont("Courier", 9)
    write(page, "Pasal 3", "Tiga.", y=HEIGHT - 56)
    page.endForm()
    page.beginForm("luar")
    page.setFont("Times-Roman", 11)
    write(page, "Pasal 2", "Dua.", y=HEIGHT - 28)
    page.doForm("dalam")
    page.endForm()
    page.doForm("luar")
    write(page, "Pasal 4", "Empat.", y=HEIGHT - 84)
    texts = ["Satu.", "Dua.", "Tiga.", "Empat."]
    read = lines(page)
    assert read == [part for at, text in enumerate(texts, 1) for part in (f"Pasal {at}", text)]


def test_forms_that_hold_each_other_many_times_are_bounded() -> None:
    page = canvas()
    page.beginForm("f0")
    write(page, "x" * 90)
    page.endForm()
    for at in range(1, 9):
        page.beginForm(f"f{at}")
        for _ in range(30):
            page.doForm(f"f{at - 1}")
        page.endForm()
    page.doForm("f8")
    with pytest.raises(DraftError) as error:
        read_pdf(page.getpdfdata(), "x.pdf")
    assert error.value.code == "terlalu_besar"


@pytest.mark.parametrize("angle", [90, -90])
def test_turned_pages_are_read(angle: int) -> None:
    page = canvas()
    write(page, "Pasal 1", "Isi.")
    page.showPage()
    page.drawString(280, 20, "- 2 -")
    page.translate(300, 400)
    page.rotate(angle)
    write(
        page, "LAMPIRAN PERATURAN BUPATI", "JADWAL RAPAT PERANGKAT DAERAH TAHUN INI", x=-200, y=100
    )
    assert lines(page) == [
        "Pasal 1",
        "Isi.",
        "- 2 -",
        "LAMPIRAN PERATURAN BUPATI",
        "JADWAL RAPAT PERANGKAT DAERAH TAHUN INI",
    ]


def test_lines_of_two_directions_are_read_as_they_are_drawn() -> None:
    page = canvas()
    write(page, "Pasal 1 mengatur tugas dan fungsi dinas", "yang melapor kepada bupati.")
    page.saveState()
    page.translate(300, 400)
    page.rotate(90)
    write(page, "Pasal 2 mengatur laporan dinas itu", "yang disampaikan setiap bulan.", x=0, y=0)
    page.restoreState()
    write(page, "Pasal 3 mengatur saat berlaku", "peraturan ini.", y=HEIGHT - 60)
    assert [line.split()[1] for line in lines(page) if line.startswith("Pasal")] == ["1", "2", "3"]


def test_a_flat_watermark_is_no_text() -> None:
    page = canvas()
    for at in (1, 2, 3):
        page.setFont("Helvetica-Bold", 60)
        page.drawString(160, 500, "SALINAN")
        page.setFont("Helvetica", 10)
        write(page, f"Pasal {at}", "Dinas melapor", "kepada Bupati Tahun 2024", y=505)
        page.showPage()
    read = lines(page)
    assert "SALINAN" not in "".join(read)
    assert read[:3] == ["Pasal 1", "Dinas melapor", "kepada Bupati Tahun 2024"]


def test_the_word_of_a_watermark_once_is_text() -> None:
    page = canvas()
    for at in (1, 2, 3):
        write(
            page,
            f"Pasal {at}",
            "Yang disimpan adalah" + " " * 12 + ("SALINAN" if at == 2 else "ASLI"),
        )
        page.showPage()
    assert "Yang disimpan adalah SALINAN" in lines(page)


@pytest.mark.parametrize(("left", "right_from"), [(72, 600), (78, 612)])
def test_signing_blocks_side_by_side(left: int, right_from: int) -> None:
    page = canvas()
    write(page, "MEMUTUSKAN:", "Pasal 1", "Isi.")
    write(
        page,
        "Diundangkan di Y",
        "pada tanggal 3 Maret 2025",
        "SEKRETARIS DAERAH,",
        "ttd",
        "SITI",
        x=left,
        y=600,
    )
    write(
        page,
        "Ditetapkan di X",
        "pada tanggal 2 Maret 2025",
        "BUPATI X,",
        "ttd",
        "BUDI",
        x=380,
        y=right_from,
    )
    write(page, "BERITA DAERAH KABUPATEN X TAHUN 2025 NOMOR 9", y=480)
    draft = read_draft(page.getpdfdata(), "x.pdf")
    assert sorted((s.role, s.date, s.office, s.name) for s in draft.closing.signatures) == [
        ("penetapan", "2 Maret 2025", "BUPATI X", "BUDI"),
        ("pengundangan", "3 Maret 2025", "SEKRETARIS DAERAH", "SITI"),
    ]
    assert draft.closing.gazette_line is not None


@pytest.mark.parametrize("head", ["NO PENGOLAH PARAF", "P E N G O L A H P A R A F"])
def test_a_table_of_initials_stands_beside_who_enacts(head: str) -> None:
    page = canvas()
    write(page, head, "1. KABAG HUKUM", "2. SEKDA", y=600)
    write(page, "Ditetapkan di X", "pada tanggal 2 Maret 2025", "BUPATI X,", x=380, y=600)
    write(page, "Diundangkan di Y", y=540)
    assert lines(page) == [
        *("Ditetapkan di X", "pada tanggal 2 Maret 2025", "BUPATI X,"),
        *(head, "1. KABAG HUKUM", "2. SEKDA", "Diundangkan di Y"),
    ]


def test_blocks_below_each_other_stay_as_they_are() -> None:
    page = canvas()
    write(page, "Ditetapkan di X", "BUPATI X,", "BUDI", x=380, y=600)
    write(page, "Diundangkan di Y", "SEKRETARIS DAERAH,", "SITI", y=540)
    assert lines(page) == [
        *("Ditetapkan di X", "BUPATI X,", "BUDI"),
        *("Diundangkan di Y", "SEKRETARIS DAERAH,", "SITI"),
    ]


@pytest.mark.parametrize(("user", "opens"), [("", True), ("rahasia", False)])
def test_only_the_password_of_the_user_keeps_a_file_closed(user: str, opens: bool) -> None:
    page = canvas()
    write(page, "Pasal 1")
    writer = PdfWriter(clone_from=PdfReader(BytesIO(page.getpdfdata())))
    writer.encrypt(user, "pemilik", algorithm="RC4-128")
    into = BytesIO()
    writer.write(into)
    if opens:
        assert read_pdf(into.getvalue(), "x.pdf").lines[0].text == "Pasal 1"
        return
    with pytest.raises(DraftError) as error:
        read_pdf(into.getvalue(), "x.pdf")
    assert error.value.code == "terenkripsi"


def test_pages_without_text() -> None:
    """An empty page between others is none; a picture is one, and so is what ends the file."""
    page = canvas()
    write(page, "Pasal 1")
    page.showPage()
    page.showPage()
    page.drawInlineImage(_picture(), 0, 0, 500, 700)
    page.showPage()
    write(page, "Pasal 2")
    page.showPage()
    page.showPage()
    notes = read_pdf(page.getpdfdata(), "x.pdf").notes
    assert [(code, number) for code, number, _ in notes] == [
        ("halaman_tanpa_teks", 3),
        ("halaman_tanpa_teks", 5),
    ]


def _picture() -> object:
    from PIL import Image

    return Image.new("L", (1, 1))


def test_what_the_next_page_repeats_is_no_text_with_or_without_dots() -> None:
    page = canvas()
    for rows in (
        ["Pasal 1", "Satu.", "Pasal 2."],
        ["Pasal 2", "Dua.", "(2) Tiga…………"],
        ["(2) Tiga hal.", "BAB II", "Diundangkan di ....."],
        ["Diundangkan di X", "BUDI"],
    ):
        write(page, *rows)
        page.showPage()
    draft = read_draft(page.getpdfdata(), "x.pdf")
    assert [node.id for node in draft.walk()] == [
        "pasal-1",
        "pasal-2",
        "pasal-2.ayat-2",
        "bab-2",
    ]
    assert len(draft.closing.signatures) == 1


def test_the_catchword_of_a_page_that_is_not_there() -> None:
    page = canvas()
    write(page, "Pasal 1", "Satu.", "Pasal 2 ...")
    draft = read_draft(page.getpdfdata(), "x.pdf")
    assert [node.id for node in draft.walk()] == ["pasal-1"]


def test_words_are_whole_as_the_order_of_drawing_has_them() -> None:
    """A word is mended only where the rest of the text has it and the page draws it as one."""
    laid_out = [
        "Republik Indon          esia TENTA NG KotaSurabaya\nyang di bantu oleh PDAMSurya",
        "Republik Indonesia, Kota Surabaya, Surya, dibantu TENTANG",
    ]
    drawn = ["Republik Indonesia TENTANG Kota Surabaya yang di bantu oleh PDAMSurya", ""]
    asked: list[int] = []

    def plain(at: int) -> str:
        asked.append(at)
        return drawn[at]

    assert with_whole_words(laid_out, plain) == [
        "Republik Indonesia TENTANG Kota Surabaya\nyang di bantu oleh PDAMSurya",
        laid_out[1],
    ]
    assert asked == [0]


def test_long_fractions_are_no_far_moves() -> None:
    """A picture placed to seven digits behind the point; the page is still read as it lies."""
    page = canvas()
    page.drawInlineImage(_picture(), 0, 0, 1, 1)
    page._code.append("q 195.4799957 0 0 121.6799927 76.3808441 564.7098389 cm Q")
    write(page, "WALI")
    page.drawString(60 + page.stringWidth("WALI "), HEIGHT, "KOTA SURABAYA,")
    page.drawString(60, HEIGHT - 14, "T")
    write(page, "Menimbang", y=HEIGHT - 28)
    page.drawString(60 + page.stringWidth("T"), HEIGHT - 14, "ENTANG")
    assert lines(page) == ["WALI KOTA SURABAYA,", "TENTANG", "Menimbang"]


@pytest.mark.parametrize(("mode", "told"), [(3, [1]), (0, [])])
def test_text_unseen_upon_a_picture_is_that_of_ocr(mode: int, told: list[int]) -> None:
    page = canvas()
    page.drawInlineImage(_picture(), 0, 0, 500, 700)
    text = page.beginText(60, HEIGHT)
    text.setTextRenderMode(mode)
    text.textLines(["Pasal 1", "Satu."])
    page.drawText(text)
    page.showPage()
    write(page, "Pasal 2")
    notes = read_pdf(page.getpdfdata(), "x.pdf").notes
    assert [number for code, number, _ in notes if code == "teks_ocr"] == told


def test_the_catchword_of_a_signing_block() -> None:
    page = canvas()
    for rows in (
        ["MEMUTUSKAN:", "Pasal 1", "Ditetapkan di X", "Diundangkan di"],
        ["Diundangkan di Y", "BUDI"],
    ):
        write(page, *rows)
        page.showPage()
    found = read_draft(page.getpdfdata(), "x.pdf").closing.signatures
    assert [(one.role, one.city) for one in found] == [("penetapan", "X"), ("pengundangan", "Y")]

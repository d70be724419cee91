"""The matrix semula – menjadi: corpus texts, exact expectations, and properties."""

import io
import json
import sys
import zipfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import jsonschema
import pytest
from click.exceptions import Exit
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from patuh.cli import main
from patuh.cli.outputs.compare_texts import compare_texts
from patuh.comparison import (
    Matrix,
    compare,
    difference,
    provisions_of,
    render_docx,
    render_html,
    render_json,
    render_text,
)
from patuh_parser.legal.model import Draft
from patuh_parser.legal.reader import read_draft

PASAL_18 = "pasal-18.ayat-1.huruf-d"
LIST = "Pasal 18 ayat (1) huruf d"
COUNTS = {
    "tetap": 3, "diubah": 4, "bernomor_baru": 26, "dipindah": 4, "disisipkan": 178, "dihapus": 79,
}  # fmt: skip
"""Of the regulation of Paser against that of Kutai Timur."""


def _draft(root: Path, name: str) -> Draft:
    path = root / "corpus" / name
    return read_draft(path.read_bytes(), path.name)


@pytest.fixture(scope="module")
def kutim(root: Path) -> Draft:
    """The regulation in force in Kutai Timur."""
    return _draft(root, "regulations/kutim_41_2023.txt")


@pytest.fixture(scope="module")
def revision(root: Path) -> Draft:
    """A draft that revises it."""
    return _draft(root, "drafts/revisi_kutim_41_2023.txt")


@pytest.fixture(scope="module")
def paser(root: Path) -> Draft:
    """The regulation in force in Paser."""
    return _draft(root, "regulations/paser_56_2020.txt")


def _changes(matrix: Matrix) -> set[tuple[str, bool, str, str | None, str | None]]:
    return {
        (row.status, row.reworded, row.extent, row.old and row.old.id, row.new and row.new.id)
        for row in matrix.rows
        if row.status != "tetap"
    }


@pytest.mark.parametrize(
    ("name", "provisions"),
    [
        ("regulations/kutim_41_2023.txt", 215),
        ("regulations/paser_56_2020.txt", 116),
        ("drafts/perubahan_pola_hubungan_kerja.txt", 31),
        ("drafts/koordinasi_daerah.docx", 46),
        ("drafts/keputusan_forum.docx", 17),
        ("drafts/hasil_ocr.txt", 22),
    ],
)
def test_a_text_against_itself_is_unchanged_throughout(
    root: Path, name: str, provisions: int
) -> None:
    draft = _draft(root, name)
    matrix = compare(draft, draft)
    assert not matrix.changed
    assert [row.status for row in matrix.rows] == ["tetap"] * provisions


def test_the_revision_changes_exactly_these_provisions(kutim: Draft, revision: Draft) -> None:
    one, two, three = (f"{PASAL_18}.angka-{n}" for n in (1, 2, 3))
    assert _changes(compare(kutim, revision)) == {
        ("diubah", True, "isi", "pasal-18.ayat-3", "pasal-18.ayat-3"),
        ("diubah", True, "isi", f"{one}.huruf-b.angka-1.angka-13",
         f"{one}.huruf-b.angka-1.angka-13"),
        ("bernomor_baru", False, "", f"{one}.huruf-b.angka-1.angka-15",
         f"{one}.huruf-b.angka-1.angka-14"),
        ("dipindah", True, "perangkai", f"{one}.huruf-b.angka-1.angka-14",
         f"{two}.huruf-b.angka-1.angka-11"),
        ("diubah", True, "perangkai", f"{two}.huruf-b.angka-1.angka-9",
         f"{two}.huruf-b.angka-1.angka-9"),
        ("diubah", True, "perangkai", f"{two}.huruf-b.angka-1.angka-10",
         f"{two}.huruf-b.angka-1.angka-10"),
        ("diubah", True, "perangkai", f"{three}.huruf-b.angka-4.angka-1",
         f"{three}.huruf-b.angka-4.angka-1"),
        ("dihapus", False, "", f"{three}.huruf-b.angka-4.angka-2", None),
    }  # fmt: skip


def test_the_modal_alone_is_marked(kutim: Draft, revision: Draft) -> None:
    row = next(r for r in compare(kutim, revision).rows if r.new and r.new.id == "pasal-18.ayat-3")
    changed = [(piece.kind, piece.text) for piece in row.pieces if piece.kind != "sama"]
    assert changed == [("hapus", " wajib"), ("tambah", " dapat")]


def test_two_regulations_of_one_model_are_recognised(paser: Draft, kutim: Draft) -> None:
    matrix = compare(paser, kutim)
    pairs = {r.old.id: (r.status, r.new.id) for r in matrix.rows if r.old and r.new}
    for old, new in {
        "pasal-4": "pasal-2",
        "pasal-4.huruf-a": "pasal-2.huruf-a",
        "pasal-4.huruf-d": "pasal-2.huruf-d",
        "pasal-6": "pasal-5",
        "pasal-6.ayat-1": "pasal-5.ayat-1",
        "pasal-6.ayat-2": "pasal-5.ayat-3",
        "pasal-9.ayat-2": "pasal-8.ayat-2",
    }.items():
        assert pairs[old] == ("bernomor_baru", new)
    assert "pasal-12.ayat-3.huruf-f" not in pairs


def test_every_provision_stands_in_one_row(paser: Draft, kutim: Draft) -> None:
    matrix = compare(paser, kutim)
    olds = [row.old.id for row in matrix.rows if row.old]
    news = [row.new.id for row in matrix.rows if row.new]
    assert sorted(olds) == sorted(unit.id for unit in provisions_of(paser))
    assert news == [unit.id for unit in provisions_of(kutim)]


@given(st.text("ab ,;.\n", max_size=40), st.text("ab ,;.\n", max_size=40))
def test_pieces_hold_both_texts(old: str, new: str) -> None:
    pieces = difference(old, new)
    assert "".join(piece.text for piece in pieces if piece.kind != "tambah") == old
    assert "".join(piece.text for piece in pieces if piece.kind != "hapus") == new


def _text(articles: Sequence[int]) -> str:
    """A regulation whose article with the name n has words of its own in every provision."""
    lines = ["PERATURAN BUPATI PASER", "NOMOR 1 TAHUN 2024", "TENTANG", "HAL", "", "MEMUTUSKAN:",
             "Menetapkan : PERATURAN BUPATI TENTANG HAL.", ""]  # fmt: skip
    for at, name in enumerate(articles, 1):
        words = [f"kata{'abcdefghij'[name % 10]}{'klmnopqrst'[name // 10]}{c}" for c in "uvwxyz"]
        lines += [f"Pasal {at}", "", f"(1) {' '.join(words)} satu.",
                  f"(2) {' '.join(reversed(words))} dua sebagaimana dimaksud dalam Pasal {at} "
                  f"ayat (1).", ""]  # fmt: skip
    return "\n".join(lines)


def _compared(before: Sequence[int], after: Sequence[int]) -> Matrix:
    old = read_draft(_text(before).encode(), "lama.txt")
    new = read_draft(_text(after).encode(), "baru.txt")
    return compare(old, new)


def test_what_goes_stands_where_it_stood_before_what_comes_in_its_place() -> None:
    rows = [
        (row.status, (row.new or row.old).id)  # type: ignore[union-attr]
        for row in _compared([5, 6, 7], [5, 8, 7]).rows
        if "ayat-" in (row.new or row.old).id  # type: ignore[union-attr]
    ]
    assert rows == [
        *(("tetap", f"pasal-1.ayat-{at}") for at in (1, 2)),
        *(("dihapus", f"pasal-2.ayat-{at}") for at in (1, 2)),
        *(("disisipkan", f"pasal-2.ayat-{at}") for at in (1, 2)),
        *(("tetap", f"pasal-3.ayat-{at}") for at in (1, 2)),
    ]


def test_as_text_what_stays_is_counted_before_each_change_and_behind_the_last() -> None:
    lines = render_text.render(_compared([5, 6, 7], [5, 8, 7]), "id").splitlines()
    counts = [(at, line) for at, line in enumerate(lines) if "ketentuan tetap" in line]
    assert [line for _, line in counts] == ["  … 5 ketentuan tetap …", "  … 3 ketentuan tetap …"]
    changes = [at for at, line in enumerate(lines) if line.startswith(("- ", "+ "))]
    assert counts[0][0] < changes[0] < changes[-1] < counts[1][0]


_ARTICLES = st.lists(st.integers(0, 99), min_size=2, max_size=40, unique=True)


@given(_ARTICLES, st.data())
def test_deleted_and_inserted_articles_are_found_exactly(
    articles: list[int], data: st.DataObject
) -> None:
    """What lies in both texts is renumbered or kept, all else deleted or inserted: no more."""
    keep_old = data.draw(st.lists(st.booleans(), min_size=len(articles), max_size=len(articles)))
    keep_new = data.draw(st.lists(st.booleans(), min_size=len(articles), max_size=len(articles)))
    before = [name for name, kept in zip(articles, keep_old, strict=True) if kept]
    after = [name for name, kept in zip(articles, keep_new, strict=True) if kept]
    if not before or not after:
        return
    found = {
        (row.status, row.old and row.old.id, row.new and row.new.id)
        for row in _compared(before, after).rows
        if "pasal-" in ((row.new or row.old) and (row.new or row.old).id)  # type: ignore[union-attr]
    }
    expected: set[tuple[str, str | None, str | None]] = set()
    for name in {*before, *after}:
        old = before.index(name) + 1 if name in before else None
        new = after.index(name) + 1 if name in after else None
        for below in ("", ".ayat-1", ".ayat-2"):
            if old is None:
                expected.add(("disisipkan", None, f"pasal-{new}{below}"))
            elif new is None:
                expected.add(("dihapus", f"pasal-{old}{below}", None))
            elif old != new:
                expected.add(("bernomor_baru", f"pasal-{old}{below}", f"pasal-{new}{below}"))
            else:
                expected.add(("tetap", f"pasal-{old}{below}", f"pasal-{new}{below}"))
    assert found == expected


@given(_ARTICLES, st.data())
def test_one_article_moved_is_found_exactly(articles: list[int], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(articles) - 1))
    to = data.draw(st.integers(0, len(articles) - 1))
    moved = articles[:at] + articles[at + 1 :]
    moved.insert(to, articles[at])
    rows = _compared(articles, moved).rows
    pairs = {(r.old.id, r.new.id) for r in rows if r.old and r.new and "." not in r.old.id}
    named = {(f"pasal-{articles.index(n) + 1}", f"pasal-{moved.index(n) + 1}") for n in articles}
    assert {pair for pair in pairs if pair[0].startswith("pasal")} == named
    gone = [row for row in rows if row.status in ("dihapus", "disisipkan")]
    assert not gone
    if abs(at - to) > 1:
        row = next(r for r in rows if r.new and r.new.id == f"pasal-{to + 1}")
        assert row.status == "dipindah"


def test_only_the_cited_number_changed() -> None:
    rows = _compared([1, 2], [7, 1, 2]).rows
    row = next(r for r in rows if r.new and r.new.id == "pasal-3.ayat-2")
    assert (row.status, row.reworded, row.extent) == ("bernomor_baru", True, "rujukan")


@pytest.mark.parametrize(
    ("old", "new", "extent"),
    [
        ("menurut Pasal 3", "menurut Pasal 4", "rujukan"),
        ("menurut ayat (1)", "menurut ayat (2)", "rujukan"),
        ("menurut huruf a", "menurut huruf b", "rujukan"),
        ("menurut angka 1", "menurut angka 2", "rujukan"),
        ("menurut Bab I", "menurut Bab II", "rujukan"),
        ("menurut Diktum KESATU", "menurut Diktum KEDUA", "isi"),
        ("menurut Pasal 3", "menurut Pasal 4 dan Pasal 5", "isi"),
    ],
)
def test_how_far_a_change_goes(old: str, new: str, extent: str) -> None:
    def text(words: str) -> Draft:
        return read_draft(f"Pasal 1\nDinas bekerja {words}.\n".encode(), "x.txt")

    (row,) = (row for row in compare(text(old), text(new)).rows if row.status == "diubah")
    assert row.extent == extent


def test_docx_strikes_out_what_goes_and_underlines_what_comes() -> None:
    import docx

    old, new = (read_draft(f"Pasal 1\nDinas {w} hadir.".encode(), "x") for w in ("wajib", "dapat"))
    document = docx.Document(io.BytesIO(render_docx.render(compare(old, new), "id")))
    cells = document.tables[0].rows[1].cells[1:3]
    runs = [run for cell in cells for part in cell.paragraphs for run in part.runs]
    marked = [(run.text.strip(), bool(run.font.strike), bool(run.font.underline)) for run in runs]
    assert [one for one in marked if one[1] or one[2]] == [
        ("wajib", True, False), ("dapat", False, True),
    ]  # fmt: skip


def test_large_texts_take_seconds() -> None:
    """Some thousand provisions, half of them renumbered: an index, not every pair."""
    before = [at % 100 for at in range(1500)]
    after = [5, *before]
    matrix = _compared(before, after)
    assert matrix.counts() == {
        "tetap": 2, "diubah": 0, "bernomor_baru": 4500, "dipindah": 0, "disisipkan": 3,
        "dihapus": 0,
    }  # fmt: skip


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_same_bytes_twice(kutim: Draft, revision: Draft, lang: str) -> None:
    for render in (render_text.render, render_html.render, render_json.render, render_docx.render):
        one, two = (render(compare(kutim, revision), lang) for _ in range(2))  # type: ignore[operator]
        assert one == two


def test_json_keeps_to_its_schema(root: Path, paser: Draft, kutim: Draft) -> None:
    schema = json.loads((root / "checker/patuh/schema/comparison-1.json").read_text())
    document = json.loads(render_json.render(compare(paser, kutim), "id"))
    jsonschema.validate(document, schema)
    assert document["counts"] == COUNTS
    assert Counter(row["status"] for row in document["rows"]) == COUNTS


def test_html_is_one_file_without_scripts(kutim: Draft, revision: Draft) -> None:
    page = render_html.render(compare(kutim, revision), "id")
    assert "<script" not in page
    assert "http" not in page
    assert "<del> wajib</del>" in page
    assert "<ins> dapat</ins>" in page


def test_html_escapes_what_it_shows() -> None:
    draft = read_draft(_text([1]).replace("satu.", "<script>alert(1)</script>.").encode(), "a.txt")
    assert "<script" not in render_html.render(compare(draft, draft), "id")


@pytest.mark.parametrize("every", [True, False])
def test_docx_holds_a_row_for_every_change_or_provision(
    kutim: Draft, revision: Draft, every: bool
) -> None:
    import docx

    matrix = compare(kutim, revision)
    document = docx.Document(io.BytesIO(render_docx.render(matrix, "id", every=every)))
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    counts = {"tetap": 207} if every else {}
    counts |= {"diubah": 5, "bernomor baru": 1, "dipindah": 1, "dihapus": 1}
    assert rows[0] == ["No.", "Semula", "Menjadi", "Keterangan", "Alasan"]
    assert [row[0] for row in rows[1:]] == [f"{n}." for n in range(1, sum(counts.values()) + 1)]
    assert {row[4] for row in rows[1:]} == {""}
    assert Counter(row[3].partition(";")[0] for row in rows[1:]) == counts
    first = f"{LIST} angka 1 huruf b) angka 1) angka (13)"
    assert rows[[row[3] for row in rows].index("diubah")][1:3] == [
        f"{first}\nDinas Kepemudaan dan Olahraga;",
        f"{first}\nDinas Kepemudaan dan Olahraga; dan -",
    ]
    last = f"{LIST} angka 3 huruf b) angka 4) angka (2)"
    gone = [f"{last}\nKomisi Pemberantasan Korupsi.", "–", "dihapus", ""]
    assert gone in [row[1:] for row in rows]


@pytest.mark.parametrize(("paper", "size"), [("f4", (330, 215)), ("a4", (297, 210))])
def test_docx_is_landscape_with_page_numbers(
    kutim: Draft, revision: Draft, paper: str, size: tuple[int, int]
) -> None:
    import docx

    matrix = compare(kutim, revision)
    document = docx.Document(io.BytesIO(render_docx.render(matrix, "id", paper=paper)))
    section = document.sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert (round(section.page_width.mm), round(section.page_height.mm)) == size
    assert section.orientation == docx.enum.section.WD_ORIENT.LANDSCAPE
    assert 'w:instr="PAGE"' in section.footer._element.xml
    assert "<w:tblHeader" in document.tables[0].rows[0]._tr.xml
    widths = [cell.width.mm for cell in document.tables[0].rows[0].cells if cell.width]
    assert round(sum(widths)) == size[0] - 40


RETITLED = "BAB I\nASAS\n{one}BAB II\n{title}\n{two}BAB III\nPENUTUP\n{three}"


@pytest.mark.parametrize(
    ("title", "two", "rows"),
    [
        ("TATA CARA", "Pasal 2\nDinas menilai berkas.\n",
         {("diubah", "bab-2", "bab-2")}),
        ("TATA CARA", "Pasal 2\nKecamatan menjaga sungai dan jalan bersama warga setempat.\n",
         {("dihapus", "bab-2", None), ("disisipkan", None, "bab-2"),
          ("dihapus", "pasal-2", None), ("disisipkan", None, "pasal-2")}),
        ("PENILAIAN", "BAB IIA\nTATA CARA\nPasal 2\nDinas menilai berkas.\n",
         {("disisipkan", None, "bab-2a")}),
    ],
)  # fmt: skip
def test_a_chapter_with_another_title_is_changed_if_its_articles_go_on(
    title: str, two: str, rows: set[tuple[str, str | None, str | None]]
) -> None:
    one, three = "Pasal 1\nDinas melayani warga.\n", "Pasal 3\nIni mulai berlaku besok.\n"
    kept = "Pasal 2\nDinas menilai berkas.\n"
    old = RETITLED.format(one=one, title="PENILAIAN", two=kept, three=three)
    new = RETITLED.format(one=one, title=title, two=two, three=three)
    frame = "PERATURAN BUPATI X\nNOMOR 1 TAHUN 2024\nTENTANG\nLAYANAN\nMenetapkan : X.\n"
    before, after = (read_draft((frame + text).encode(), "a.txt") for text in (old, new))
    found = {
        (row.status, row.old and row.old.id, row.new and row.new.id)
        for row in compare(before, after).rows
        if row.status != "tetap"
    }
    assert found == rows


def test_docx_without_its_library_says_what_to_install(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    path = str(root / "corpus/regulations/paser_56_2020.txt")
    out = tmp_path / "matriks.docx"
    run = CliRunner().invoke(main, ["compare", path, path, "--format", "docx", "-o", str(out)])
    assert run.exit_code == 2
    assert "patuh[docx]" in run.stderr
    assert not out.exists()


def test_every_form_is_written(root: Path, tmp_path: Path) -> None:
    old = str(root / "corpus/regulations/kutim_41_2023.txt")
    new = str(root / "corpus/drafts/revisi_kutim_41_2023.txt")
    for form in ("text", "html", "json", "docx"):
        out = tmp_path / f"matriks.{form}"
        compare_texts(old, new, form, "en", str(out))
        assert out.stat().st_size > 500
    assert zipfile.is_zipfile(tmp_path / "matriks.docx")


def test_an_unreadable_text_is_reported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty = tmp_path / "kosong.txt"
    empty.write_bytes(b"")
    with pytest.raises(Exit) as ended:
        compare_texts(str(empty), str(tmp_path / "tiada.txt"), "text", "id", None)
    assert ended.value.exit_code == 2
    said = capsys.readouterr().err
    assert "kosong.txt" in said
    assert "tiada.txt" in said

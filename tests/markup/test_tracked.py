"""Tracked changes: what they bring when accepted, what rejected, and what stays a comment."""

import datetime
import re
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

from click.testing import CliRunner

from patuh.cli import main
from patuh.draft_checking import check_draft
from patuh.knowledge.messages import check_messages
from patuh.markup.corrections import corrections
from patuh.markup.word_file import WordFile
from patuh.messages import holes

from .word_files import W, commented, document, p, packed, part, run, said, without_marks

DAY = datetime.date(2025, 6, 1)
NAME = "naskah.docx"
CORPUS = Path(__file__).parents[2] / "corpus"


def tracked(data: bytes, name: str = NAME) -> bytes:
    """The file with changes, with which no finding is new."""
    before = check_draft(data, name)
    file = WordFile(data, before)
    held = file.holding(DAY, lambda changed: check_draft(changed, name))
    written = file.written("id", DAY, held)
    after = check_draft(written, name)
    assert len(held) == sum(f[-1] for f in said(before).elements()) - sum(
        f[-1] for f in said(after).elements()
    )
    return written


def rejected(data: bytes) -> list[str]:
    """The words of each paragraph without the changes."""
    text = part(data).decode()
    ours = r'<w:ins xmlns:w="[^"]*" w:id="\d+" w:author="patuh".*?</w:ins>'
    root = ElementTree.fromstring(re.sub(ours, "", text))
    names = (f"{{{W}}}t", f"{{{W}}}delText")
    return ["".join(t.text or "" for t in one.iter() if t.tag in names)
            for one in root.iter(f"{{{W}}}p")]  # fmt: skip


def changed(*bodies: str) -> tuple[list[list[str]], list[tuple[str, str]]]:
    """What becomes of articles with these paragraphs, and the comments that remain."""
    headed = [f"{p(f'Pasal {at}')}{body}" for at, body in enumerate(bodies, 2)]
    whole = "".join(headed).removeprefix(p("Pasal 2"))
    data = packed(document(whole, articles=len(bodies) + 2))
    written = tracked(data)
    assert rejected(written) == without_marks(data)
    words = without_marks(written)
    heads = [words.index(f"Pasal {at}") for at in range(2, len(bodies) + 3)]
    left = commented(written) if b"comments" in part(written, "[Content_Types].xml") else []
    return [words[start + 1 : end] for start, end in pairwise(heads)], left


AYAT = (p("(1) Dinas bekerja."),)
LIST = (p("Dinas mempunyai tugas:"),)


HOLD = [
    ((p("Dinas membuat analisa dan Analisa."),), ["Dinas membuat analisis dan Analisis."]),
    ((p(run("Dinas membuat ana", "<w:rPr><w:b/></w:rPr>") + run("li") + run("sa.")),),
     ["Dinas membuat analisis."]),
    ((p("Dinas selambat-lambatnya bekerja."),), ["Dinas paling lambat bekerja."]),
    ((*AYAT, p("(2) Dinas sebagaimana dimaksud dalam ayat (1) libur.")),
     ["(1) Dinas bekerja.", "(2) Dinas sebagaimana dimaksud pada ayat (1) libur."]),
    ((*AYAT, p("(2) Dinas sebagaimana dimaksud pada Ayat (1) libur.")),
     ["(1) Dinas bekerja.", "(2) Dinas sebagaimana dimaksud pada ayat (1) libur."]),
    ((*LIST, p("a. satu,"), p("b. dua; dan"), p("c. tiga")),
     ["Dinas mempunyai tugas:", "a. satu;", "b. dua; dan", "c. tiga."]),
    ((*LIST, p("a. satu;"), p("b. dua;"), p("c. Melaksanakan kerja sama.")),
     ["Dinas mempunyai tugas:", "a. satu;", "b. dua; dan", "c. melaksanakan kerja sama."]),
    ((*LIST, p("a. satu"), p("b. dua,"), p("c. tiga.")),
     ["Dinas mempunyai tugas:", "a. satu;", "b. dua; dan", "c. tiga."]),
    ((*LIST, p("a. satu"), p("b. dua."), ),
     ["Dinas mempunyai tugas:", "a. satu; dan", "b. dua."]),
    ((*LIST, p("a. satu; dan"), p("b. dua; dan"), p("c. tiga.")),
     ["Dinas mempunyai tugas:", "a. satu;", "b. dua; dan", "c. tiga."]),
    ((*LIST, p("a. satu;dan"), p("b. dua.")),
     ["Dinas mempunyai tugas:", "a. satu; dan", "b. dua."]),
    ((*LIST, p("a. satu ; dan"), p("b. dua.")),
     ["Dinas mempunyai tugas:", "a. satu; dan", "b. dua."]),
    ((p("Dinas di bantu warga."),), ["Dinas dibantu warga."]),
    ((p(run("Dinas di ") + run("bantu warga.")),), ["Dinas dibantu warga."]),
    ((p("Dinas membina masing- masing warga, luring/ daring."),),
     ["Dinas membina masing-masing warga, luring/daring."]),
    ((*AYAT, p("(2) Dinas sebagaimana dimaksud pada ayat (1), dibina warga.")),
     ["(1) Dinas bekerja.", "(2) Dinas sebagaimana dimaksud pada ayat (1) dibina warga."]),
    ((p("Dinas &lt;mempunyai&gt; analisa &amp; data."),),
     ["Dinas <mempunyai> analisis & data."]),
]  # fmt: skip
"""Articles, and what becomes of them."""
STAY = [
    (p(f'<w:ins w:id="3" w:author="Ani">{run("Dinas membuat analisa.")}</w:ins>'), "analisa"),
    (p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("Dinas membuat analisa.")
       + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'), "analisa"),
    (p(f'<w:fldSimple w:instr="REF a">{run("Dinas membuat analisa.")}</w:fldSimple>'),
     "analisa"),
    ("<w:sdt><w:sdtPr><w:dataBinding/></w:sdtPr><w:sdtContent>"
     f"{p('Dinas membuat analisa.')}</w:sdtContent></w:sdt>", "analisa"),
    (p(run("Dinas membuat ") + "<w:r><w:t><![CDATA[analisa.]]></w:t></w:r>"), "analisa."),
]  # fmt: skip
"""Articles in which nothing may be changed, and where their comments stand."""


def test_changes_that_hold() -> None:
    assert changed(*("".join(body) for body, _ in HOLD)) == ([after for _, after in HOLD], [])


def test_what_cannot_be_changed_stays_a_comment() -> None:
    words, left = changed(*(body for body, _ in STAY))
    assert words == [["Dinas membuat analisa."]] * len(STAY)
    assert left == [("T18", at) for _, at in STAY]


def test_a_change_that_would_bring_another_finding_stays_a_comment() -> None:
    words, left = changed(p("Dinas melayani:") + p("a. satu,") + p("b. dua."))
    assert words == [["Dinas melayani:", "a. satu,", "b. dua."]]
    assert left == [("T28", "a. satu,")]


def test_every_row_is_of_a_case_and_names_its_terms() -> None:
    for case, row in corrections().items():
        check, _, name = case.partition(".")
        said_there = check_messages("id")[check].cases[name]
        known = {*holes(said_there.sentence), *holes(said_there.advice or "")}
        assert {*holes(row.tulis), *holes(row.tertulis)} <= known, case
        re.compile(row.bila)


def test_a_regulation_in_force() -> None:
    name = "paser_56_2020.txt"
    written = tracked((CORPUS / "regulations" / name).read_bytes(), name)
    text = part(written).decode()
    kinds = [re.findall(r"<w:(?:delText|t)[^>]*>([^<]*)<", one)
             for one in re.findall(r"<w:del .*?</w:del>(?:<w:ins .*?</w:ins>)?", text)]  # fmt: skip
    assert {(old, "".join(new)) for old, *new in kinds} == {
        (" ", ""),
        (",", ""),
        ("); sebagaimana telah", ") sebagaimana telah"),
        (" :", ":"),
        (" ;", ";"),
        ("VI", "V"),
        ("VII", "VI"),
        (".", ";"),
        (";", "."),
        (";dan", "; dan"),
        ("A", "a"),
        ("Admnistrasi", "Administrasi"),
        ("KERJASAMA", "KERJA SAMA"),
        ("Kerjasama", "Kerja sama"),
        ("insidentil", "insidental"),
        ("kerjasama", "kerja sama"),
        ("mengkoordinasikan", "mengoordinasikan"),
        ("menumbuh kembangkan", "menumbuhkembangkan"),
        ("p", "P"),
        ("pada", "dalam"),
        ("pengkoordinasian", "pengoordinasian"),
        ("perangkat daerah", "Perangkat Daerah"),
        ("simplikasi", "simplifikasi"),
        ("subtansial", "substansial"),
        ("tatalaksana", "tata laksana"),
        ("terdiri dari", "terdiri atas"),
    }


def test_on_the_command_line(tmp_path: Path) -> None:
    draft, out = tmp_path / "naskah.docx", tmp_path / "hasil.docx"
    draft.write_bytes(packed(document(p("Dinas membuat analisa."))))
    call = ["check", str(draft), "--tracked", str(out), "--as-of", "2025-06-01"]
    assert CliRunner().invoke(main, call).exit_code == 0
    assert b'w:author="patuh" w:date="2025-06-01T00:00:00Z"' in part(out.read_bytes())
    again = CliRunner().invoke(main, ["check", str(out)])
    assert "T18" not in again.output
    both = CliRunner().invoke(main, [*call, "--comments", str(out)])
    assert (both.exit_code, "berkas tersendiri" in both.output) == (2, True)

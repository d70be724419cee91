"""Property: whatever the runs of a Word file, marks and changes leave its words as they were.

With changes accepted each line reads as edited; every comment has its beginning before its end.
"""

import datetime
import random

import pytest

from patuh.finding import Input, Result
from patuh.markup.changes import Change, Edit, apart
from patuh.markup.comments import Comment, comment
from patuh.markup.tracking import Tracking
from patuh.markup.word_file import WordFile, finished
from patuh_parser.legal.files.formats import read_file
from patuh_parser.legal.files.raw_lines import fold
from patuh_parser.text.span import Span

from .test_comments import BOX, MC
from .word_files import commented, document, p, packed

WORDS = ["dinas", "a &amp; b", "&lt;x&gt;", "kerja  sama", "“kutip”", "e\u0301", "\u200bz",
         "\u00a0", "an&#x6C;s", "\t", "🙂", "ﬁ", ""]  # fmt: skip
RESULT = Result(Input("a.docx", (), "lengkap", ""), "", (), ())
PROPERTIES = ["", *(f"<w:rPr><w:{name}/></w:rPr>" for name in ("b", "caps", "vanish"))]
KEPT = ' xml:space="preserve"'
AROUND = [
    "{0}{0}",
    '<w:hyperlink w:anchor="q">{0}{0}</w:hyperlink>',
    '<w:ins w:id="5" w:author="z">{0}</w:ins>',
    '<w:del w:id="6" w:author="z"><w:r><w:delText>x</w:delText></w:r></w:del>{0}',
    "<w:sdt><w:sdtPr><w:dataBinding/></w:sdtPr><w:sdtContent>{0}</w:sdtContent></w:sdt>",
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>{0}<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    "<w:r><w:t><![CDATA[d<e]]></w:t></w:r>{0}",
    f"{{0}}{BOX.format('<w:p>{0}</w:p>')}",
    "<w:tbl><w:tr><w:tc><w:p>{0}</w:p></w:tc><w:tc><w:p>{0}</w:p></w:tc></w:tr></w:tbl>",
]


def body(draw: random.Random) -> str:
    def run() -> str:
        texts = "<w:tab/>".join(
            f"<w:t{draw.choice(['', KEPT])}>"
            f"{' '.join(draw.choices(WORDS, k=draw.randint(0, 4)))}</w:t>"
            for _ in range(draw.randint(1, 2))
        )
        return f"<w:r>{draw.choice(PROPERTIES)}{texts}</w:r>"

    parts = [draw.choice(AROUND).format(run()) for _ in range(draw.randint(1, 8))]
    return "".join(part if part.startswith("<w:tbl") else p(part) for part in parts)


def lines_of(data: bytes) -> list[str]:
    return [fold(line.text) for line in read_file(data, "a.docx").lines]


@pytest.mark.parametrize("seed", range(2))
def test_marks_and_changes_leave_all_other_words(seed: int) -> None:
    draw = random.Random(seed)
    made = 0
    for _ in range(12):
        data = packed(document(body(draw), MC))
        file, lines = WordFile(data, RESULT), lines_of(data)
        container, marking = file._marking()
        tracking = Tracking(marking, file.spots, datetime.date(2025, 6, 1))
        places = [_place(draw, lines) for _ in range(20)]
        edits = [Edit(at, start, lines[at - 1][start - 1 : end - 1], "X y")
                 for at, start, end in places[:12]]  # fmt: skip
        possible = [Change((), (one,)) for one in edits
                    if one.old == one.old.strip() and tracking.possible(one)]  # fmt: skip
        expected = list(lines)
        for change in sorted(apart(possible), key=lambda one: one.edits[0].column, reverse=True):
            (edit,) = change.edits
            tracking.track(edit)
            line, start = expected[edit.line - 1], edit.column - 1
            expected[edit.line - 1] = line[:start] + edit.new + line[start + len(edit.old) :]
            made += 1
        spots = [file.spots.of(Span(at, start, at, end)) for at, start, end in places[12:]]
        comments = [Comment(*found, ("a",)) for found in spots if found is not None]
        comment(container, marking, comments, datetime.date(2025, 6, 1))
        written = finished(container, marking)
        assert [_bare(line) for line in lines_of(written)] == [_bare(line) for line in expected]
        assert len(commented(written)) == len(comments)
    assert made > 50


def _place(draw: random.Random, lines: list[str]) -> tuple[int, int, int]:
    at = draw.choice([number for number, line in enumerate(lines, 1) if line])
    start = draw.randint(1, len(lines[at - 1]))
    return at, start, min(len(lines[at - 1]) + 1, start + draw.randint(0, 6))


def _bare(line: str) -> str:
    """A line without blanks and case: words put into a run of capitals are capitals."""
    return "".join(line.split()).casefold()

"""The measure of precision and recall counts what the judgements say."""

import io
from pathlib import Path

import pytest
from drafting.measure import COLUMNS, Found, judgements, main, measured

from patuh.finding import Level

CLEAN = Path(__file__).parent / "texts" / "perbup.txt"
HEAD = "\t".join(COLUMNS) + "\n"
ROWS = """\
# a remark
satu.txt\t13\tT18\tejaan\tkerjasama\tcatatan\tplanted\twritten as one word
satu.txt\t13\tT99\t\t\tcatatan\tunwitting\tthere is no such check
"""


def test_the_figures_and_the_rows_that_are_left_to_judge(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, table, left = tmp_path / "texts", tmp_path / "rows.tsv", tmp_path / "left.tsv"
    folder.mkdir()
    (folder / "dua.txt").write_text("Nota dinas tanpa pasal.\n", encoding="utf-8")
    (folder / "satu.txt").write_text(
        CLEAN.read_text(encoding="utf-8")
        .replace("perlu menetapkan", "dan kerjasama perlu menetapkan")
        .replace("berlaku pada tanggal diundangkan", "berlaku pada tanggal ditetapkan"),
        encoding="utf-8",
    )
    table.write_text(HEAD + ROWS, encoding="utf-8")
    assert main([str(folder), str(table), "--unjudged", str(left)]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[:6] == [
        "check\ttrue\tfalse\tunjudged\tprecision",
        "T18\t1\t0\t0\t100%",
        "T31\t0\t0\t1\t-",
        "catatan\t1\t0\t0\t100%",
        "peringatan\t0\t0\t1\t-",
        "precision of belum_lengkap and above\t0 of 0",
    ]
    assert told[6:-1] == [
        "precision of all\t1 of 1\t100.0%",
        "found at the level due\t1 of 2\t50.0%",
        "missed\tsatu.txt:13\tT99\tcatatan\tnot found\tthere is no such check",
    ]
    assert told[-1].startswith("not judged\tdua.txt: ")
    open_rows = left.read_text(encoding="utf-8")
    assert not judgements(io.StringIO(open_rows))
    assert [line.split("\t")[2] for line in open_rows.splitlines()[1:]] == ["T31"]


def test_a_false_place_makes_a_finding_false_and_a_level_below_is_not_the_one_due() -> None:
    found = [
        Found("a", (3, 7), "T9", "tidak_ada", "Pasal 4", Level.peringatan),
        Found("a", (9,), "T9", "tidak_ada", "Pasal 5", Level.peringatan),
        Found("b", (9,), "T9", "tidak_ada", "Pasal 5", Level.belum_lengkap),
    ]
    rows = """\
a\t3\tT9\t\t\t\ttrue\t
a\t7\tT9\t\t\t\tfalse\t
a\t9\t\t\t\tpelanggaran\tplanted\t
b\t\tT9\t\tPasal 5\tperingatan\tplanted\t
"""
    measure = measured(found, judgements(io.StringIO(HEAD + rows)))
    assert [held for _, held in measure.judged] == [False, True, True]
    assert measure.precision() == (2, 3)
    assert measure.precision(Level.belum_lengkap) == (1, 1)
    assert measure.recall() == (1, 2)


@pytest.mark.parametrize("row", ["a\tx\tT9\t\t\t\ttrue\t", "a\t1\tT9\t\t\t\tmaybe\t"])
def test_a_row_that_cannot_be_read_is_refused(row: str) -> None:
    with pytest.raises(ValueError, match="T9"):
        judgements(io.StringIO(HEAD + row + "\n"))

"""The reference page is current and tells which norms a check needs."""

from pathlib import Path

from patuh.audit.reference import page

COMMITTED = Path(__file__).parents[2] / "docs" / "kb-reference.md"


def test_the_committed_page_is_current() -> None:
    """Else: patuh kb docs > docs/kb-reference.md"""
    assert page() == COMMITTED.read_text(encoding="utf-8")


def test_a_check_is_listed_with_the_norms_it_needs_and_those_it_reads() -> None:
    rows = [line for line in page().splitlines() if line.startswith(("| **V6**", "| **A8**"))]
    assert [row.split(" | ")[1:] for row in rows] == [
        ["`daftar` *or* `tugas_asisten`", "`asisten_resmi`, `tanpa_perantara` |"],
        [
            "`boleh_mengundang`",
            "`ketua_forkopimda`, `unsur_bawahan`, `unsur_forkopimda`, `unsur_setara` |",
        ],
    ]


def test_a_norm_is_listed_with_the_checks_that_need_it() -> None:
    (row,) = [line for line in page().splitlines() if line.startswith("| `tujuan_laporan(")]
    assert row.split(" | ")[1:] == ["L1", " |"]


def test_a_predicate_is_listed_with_its_meaning_where_the_clause_does_not_say_it_all() -> None:
    """The sentence and the clause, or the clause alone."""
    lines = page().splitlines()
    assert "* `dihapus(K, Lama)` *{Lama} is abolished*" in lines
    assert (
        "* `pada_jalur(R, W, U, N)` Step N lies on the way from U to the first arrival at the "
        "Bupati. *step {N} lies on the way of the document of {U} to the Bupati*"
    ) in lines

"""Each bound of what is accepted and shown, to the unit: just at it, and just beyond it."""

from pathlib import Path

import pytest

from patuh import __version__
from patuh.amending.bases import DEEPEST as BASES
from patuh.cli.call.faults import _message
from patuh.cli.call.options import Seconds
from patuh.cli.call.wrong_call import WrongCallError, explained
from patuh.engine.overlays import acceptance
from patuh.engine.overlays.overlay import OverlayError
from patuh.finding import Input, LeftOut, Place, Proof
from patuh.inputs import paths
from patuh.knowledge.marks import MarksError, read_marks
from patuh.report.documents import json
from patuh.report.excerpt import excerpt
from patuh.report.left_out import left_out
from patuh.report.wording import Wording
from patuh_parser.text.span import Span


def test_the_first_ten_of_what_was_left_out_are_named() -> None:
    every = [LeftOut("f", f"f/{number:02}.png", "other") for number in range(11)]
    ten = ", ".join(f"{number:02}.png" for number in range(10))
    assert left_out(every[:10], "id") == [f"f: tidak diperiksa: 10 berkas jenis lain: {ten}"]
    assert left_out(every, "id") == [
        f"f: tidak diperiksa: 11 berkas jenis lain: {ten} dan 1 lainnya"
    ]


@pytest.mark.parametrize(("more", "shown"), [("", ""), ("y", "…")])
def test_a_fault_is_told_in_three_hundred_characters(more: str, shown: str) -> None:
    fits = "x" * (300 - len("ValueError: "))
    assert _message(ValueError(fits + more), "id") == (
        f"kesalahan dalam patuh {__version__} (ValueError: {fits}{shown}, ?); laporkan baris ini "
        "beserta masukannya (--debug memperlihatkan jejaknya)"
    )


@pytest.mark.parametrize(("value", "seconds"), [("1000000", 1_000_000.0), ("0.001", 0.001)])
def test_the_time_that_may_be_asked_for(value: str, seconds: float) -> None:
    assert Seconds().convert(value, None, None) == seconds


@pytest.mark.parametrize("number", ["1000001", "1000000.1", "nan", "inf"])
def test_a_longer_time_is_refused(number: str) -> None:
    with pytest.raises(WrongCallError) as caught:
        Seconds().convert(number, None, None)
    assert explained(caught.value, "id") == (
        f"galat: --timeout: `{number}` bukan batas waktu; tulis paling banyak 1000000 detik"
    )


WORDS = Wording("id", Input("", (), "lengkap", ""))


def depth(proof: dict) -> int:
    return 1 + max((depth(child) for child in proof.get("children", ())), default=0)


def cut(proof: dict) -> int:
    return proof.get("truncated", 0) + sum(cut(child) for child in proof.get("children", ()))


def test_a_proof_in_json_is_cut_below_sixty_levels() -> None:
    def chain(levels: int) -> Proof:
        proof = Proof("sentence", "a")
        for _ in range(levels):
            proof = Proof("rule", "a", children=(proof,))
        return proof

    at, beyond = (json._proof(chain(levels), WORDS, [10_000]) for levels in (60, 61))
    assert (depth(at), cut(at)) == (61, 0)
    assert (depth(beyond), cut(beyond)) == (61, 1)


def test_a_proof_in_json_has_at_most_two_thousand_nodes() -> None:
    """No node has its children shown once so many are."""
    pair = Proof("rule", "b", children=(Proof("sentence", "a"),))
    flat = Proof("rule", "c", children=(pair,) * 3)
    for nodes, missing in ((7, 0), (6, 1), (5, 1), (4, 2), (2, 3), (1, 1)):
        assert cut(json._proof(flat, WORDS, [nodes])) == missing, nodes
    assert json._MOST_NODES == 2_000


@pytest.mark.parametrize(
    ("length", "start", "shown"),
    [
        (112, 50, "x" * 112),
        (113, 0, "x" * 110 + "…"),
        (113, 20, "x" * 110 + "…"),
        (113, 23, "…" + "x" * 110),
        (133, 20, "x" * 110 + "…"),
        (133, 30, "…" + "x" * 110 + "…"),
    ],
)
def test_a_long_line_is_shown_around_its_place(length: int, start: int, shown: str) -> None:
    place = Place("a.sotk", Span(1, start + 1, 1, start + 4))
    found = excerpt(["x" * length], place, 112)
    assert found.text == shown
    assert found.start == start - max(0, start - 20) * (length > 112) + shown.startswith("…")


def test_an_overlay_file_of_a_megabyte(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.lp"
    monkeypatch.setattr(acceptance, "MOST_BYTES", 2_000_000)
    path.write_bytes(b"%" + b"x" * 1_999_999)
    assert len(acceptance.text_of(path)) == 2_000_000
    path.write_bytes(b"%" + b"x" * 2_000_000)
    with pytest.raises(OverlayError) as caught:
        acceptance.text_of(path)
    assert caught.value.texts["id"][0] == "lebih besar dari 2 MB"


def test_an_overlay_statement_of_five_thousand_characters(tmp_path: Path) -> None:
    """Without its full stop; blanks count as one, and what a comment says not at all."""
    path = tmp_path / "a.lp"
    fits = f"p({'x' * 4_994},  y). % {'z' * 100}\n"
    acceptance._look_at_words(path, fits)
    with pytest.raises(OverlayError) as caught:
        acceptance._look_at_words(path, f"q.\n {fits.replace(',', 'x,')}")
    assert (caught.value.span.line, caught.value.span.column) == (2, 2)
    assert caught.value.texts["id"][0] == "pernyataan lebih panjang dari 5000 karakter"


def test_a_mark_matches_in_a_hundred_thousand_ways() -> None:
    row = {"id": "a", "pada": "norma", "cara": "setiap", "dasar": "x"}
    assert len(read_marks({"tanda": [row | {"pola": "a{1,100000}"}]}, {})) == 1
    with pytest.raises(MarksError, match="100001 > 100000"):
        read_marks({"tanda": [row | {"pola": "a{0,100000}"}]}, {})


def test_five_bases() -> None:
    """tests/checker/test_amending.py has the chains of five and of six."""
    assert BASES == 5


def test_an_input_of_sixty_four_megabytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "LARGEST", 2 * 1024 * 1024)
    fits = b"x" * paths.LARGEST
    assert paths.bounded("a.txt", fits) is fits
    refused = paths.bounded("a.txt", fits + b"x")
    assert isinstance(refused, paths.Unreadable)
    [error] = refused.errors
    assert (error.code, "2 MB" in error.texts["id"][0]) == ("M003", True)

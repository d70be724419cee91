"""No text, however broken or hostile, gives anything but a model or a SotkError."""

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sotk_support import EXAMPLES, HEADER, content, names_of, regulation_of

from patuh_parser.sotk import SotkError, decode, message, print_proposal, read_proposal

TEXTS = [path.read_text(encoding="utf-8") for path in EXAMPLES]
# fmt: off
PIECES = [
    "Dinas", "Kesehatan", "Bupati", "Sekretaris Daerah", "Kepala", "pada", "dan", ",", ".", ":",
    "\n", "\n  ", "\n  - ", "bertanggung jawab", "kepada", "melalui", "kemudian",
    "mengoordinasikan",
    "Unsur Pelaksana", "Instansi Vertikal", "Seluruh", "Perangkat Daerah", "Bagian", "tidak",
    "wajib", "serumpun", "terdiri atas", "bertugas", "disingkat", '"X"', '"', "(", ")",
    "berhubungan kerja",
    "dengan", "koordinatif", "STRUKTUR\n", "BAGAN\n", 'ALUR laporan "J"\n', "\n1. ", "subjek: ",
    "dengan sarana", "rapat", "pada tanggal", "1 Maret 2024", "langsung", "Asisten yang membina",
    "Bidang", "A", "dihapus", "merupakan", "nama baru dari", "beranggotakan", "# x", "...", "14.",
    "PERUBAHAN\n", "menjadi", "menghapus", "menggabungkan", "mengalihkan", "mengganti nama",
    "melaksanakan", "pembinaan", "Staf Ahli", "menyampaikan", "laporan", "UPT", "kolegal",
]
# fmt: on


def attempt(text: str) -> None:
    """Read a text; if it is in order, its print says the same, else each error has words."""
    names = names_of(regulation_of(text))
    proposal, diagnostics = None, ()
    try:
        proposal = read_proposal(text, names)
    except SotkError as error:
        diagnostics = error.diagnostics
    for diagnostic in diagnostics:
        for lang in ("id", "en"):
            assert message(diagnostic, lang)[0]
        assert diagnostic.span.line >= 1
        assert diagnostic.span.column >= 1
    if proposal is None:
        assert diagnostics
        return
    printed = print_proposal(proposal, names)
    assert content(read_proposal(printed, names)) == content(proposal), printed


@given(st.text(max_size=300))
def test_arbitrary_text(text: str) -> None:
    attempt(text)
    attempt(HEADER + "STRUKTUR\n" + text)


@settings(max_examples=150)
@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_arbitrary_words_of_the_language(pieces: list[str]) -> None:
    attempt(HEADER + "STRUKTUR\n" + " ".join(pieces))
    attempt(HEADER + 'ALUR laporan "J"\n  1. ' + " ".join(pieces))
    attempt(HEADER + "TERHADAP : a.sotk\nPERUBAHAN\n" + " ".join(pieces))


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(TEXTS), st.randoms(use_true_random=False))
def test_mutated_examples(text: str, chance: random.Random) -> None:
    words = text.split(" ")
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(words))
        match chance.randint(0, 4):
            case 0:
                del words[at]
            case 1:
                words.insert(at, chance.choice(PIECES))
            case 2:
                words[at] = words[at][:-1]
            case 3:
                other = chance.randrange(len(words))
                words[at], words[other] = words[other], words[at]
            case _:
                words[at] = words[at].swapcase()
    attempt(" ".join(words))


@given(st.binary(max_size=200))
def test_arbitrary_bytes(data: bytes) -> None:
    try:
        text = decode(data, "x.sotk")
    except SotkError:
        return
    attempt(text)


@pytest.mark.parametrize(
    "body",
    [
        "a" * 1_000_000,
        "Dinas A, " * 10_000,
        "Kepala " * 10_000,
        "Bupati. " * 3_200,
        "Bidang A pada " * 5_000,
        "(" * 20_000,
        '"' * 100_001,
        "." * 100_000,
        ", dan " * 10_000,
        "Dinas " * 10_000,
        "dinas " * 10_000,
        "seluruh " * 5_000,
        " " * 500_000 + "Dinas Sosial.",
        "Dinas A wajib " + "dalam penertiban " * 5_000 + "kepada DPRD.",
    ],
    ids=lambda body: repr(body[:12]),
)
def test_long_lines_take_linear_time(body: str) -> None:
    """Each would take minutes if the time grew with the square of the length."""
    start = time.process_time()
    for part in ("STRUKTUR\n", 'ALUR laporan "J"\n  1. ', "STRUKTUR\nBupati membawahi:\n- "):
        attempt(HEADER + part + body)
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    "mark", ["\n" + " " * 5_000 + "- Dinas A", "\n" + "\t" * 3_000 + "Dinas A"]
)
def test_deep_indentation(mark: str) -> None:
    attempt(HEADER + "STRUKTUR\nBupati membawahi:" + mark * 200)


def test_code_inside_names_stays_data() -> None:
    name = "X). temuan(a, b) :- #true. %"
    body = f'STRUKTUR\n"{name}" bertanggung jawab kepada Bupati.'
    proposal = read_proposal(HEADER + body, names_of("kutim_41_2023"))
    assert proposal.statements[0].source == name  # type: ignore[union-attr]
    attempt(HEADER + 'STRUKTUR\n"x"). temuan("y") bertanggung jawab kepada Bupati.')

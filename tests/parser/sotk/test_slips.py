"""One slip gives one error, at its place, and the hint is what an official would have to write."""

import re
import tomllib
from itertools import pairwise

import pytest
from sotk_support import HEADER, ROOT, cases, names_of

from patuh_parser.sotk import SotkError, message, read_proposal
from patuh_parser.sotk.lines.header import KEYWORDS
from patuh_parser.sotk.vocabulary import tables

ROWS = (ROOT / "tests/parser/sotk/slips.txt").read_text(encoding="utf-8").splitlines()
SLIPS = [
    (row[0], row[2:].replace("\\n", "\n"), *told.strip().split(" ", 1))
    for row, told in pairwise(ROWS)
    if row[:2] in {"S ", "A ", "H "}
]
BEFORE = {"S": f"{HEADER}STRUKTUR\n", "A": f'{HEADER}ALUR laporan "L"\n  1. ', "H": ""}
"""What stands before a sentence, a step or a file."""


@pytest.mark.parametrize(("kind", "text", "place", "words"), SLIPS, ids=[s[1][:40] for s in SLIPS])
def test_slips(kind: str, text: str, place: str, words: str) -> None:
    before = BEFORE[kind]
    with pytest.raises(SotkError) as caught:
        read_proposal(f"{before}{text}\n", names_of("kutim_41_2023"))
    (found,) = caught.value.diagnostics
    said, hint = message(found, "id")
    line, column = found.span.line - before.count("\n"), found.span.column
    if line == 1:
        column -= len(before.rpartition("\n")[2])
    assert f"{line}:{column}" == (place if ":" in place else f"1:{place}")
    missing = [word for word in words.split(" & ") if word not in f"{said} // {hint}"]
    assert not missing, f"{said} // {hint}"
    assert '"' not in (hint or "") or "tanda kutip" in words


PIECE = re.compile(r"`([^`]+)`")
ALONE = "Dinas Sosial."
FOUR_STEPS = "".join(f"  {at}. Bupati menerima laporan.\n" for at in range(1, 5))
CONTEXTS = (
    f"{HEADER}STRUKTUR\n%s\n",
    f"{HEADER}STRUKTUR\n%s.\n",
    "USULAN : x\nDAERAH : Kabupaten Paser\nTERHADAP : a.sotk\nPERUBAHAN\n%s\n",
    f"USULAN : x\nDAERAH : Kabupaten Paser\n%s\nSTRUKTUR\n{ALONE}\n",
    f"%s\nDAERAH : Kabupaten Paser\nSTRUKTUR\n{ALONE}\n",
    f"USULAN : x\n%s\nSTRUKTUR\n{ALONE}\n",
    f"{HEADER}%s\n  1. Bupati menerima laporan.\n",
    f'{HEADER}ALUR laporan "L"\n  1. %s\n',
    f'{HEADER}ALUR laporan "L"\n  %s\n',
    f'{HEADER}ALUR laporan "L"\n{FOUR_STEPS}  %s\n',
    f'{HEADER}ALUR laporan "L"\n  %s\n  1. Bupati menerima laporan.\n',
    f"{HEADER}STRUKTUR\nForkopimda beranggotakan:\n  - Kejaksaan Negeri %s\n",
    f"{HEADER}STRUKTUR\nDinas Sosial berkoordinasi %s dengan Dinas Kesehatan.\n",
    f"{HEADER}STRUKTUR\nDinas Sosial berkoordinasi multisektoral %s dengan Dinas Kesehatan.\n",
    f"{HEADER}STRUKTUR\nDinas Sosial berkoordinasi dengan Dinas Kesehatan %s.\n",
)
"""Where a piece of advice may belong."""
WORDS = {phrase for phrases in tables().phrases.values() for phrase in phrases}
WORDS |= {*KEYWORDS, *tables().attributes, "STRUKTUR", "ALUR …", "/", "pada", ";", "- ", "%s : …"}


def readable(piece: str) -> bool:
    """Whether a proposal may hold it."""
    if piece in WORDS or piece.removesuffix(" : …") in WORDS:
        return True
    for context in CONTEXTS:
        try:
            read_proposal(context % piece, names_of("kutim_41_2023"))
        except SotkError:
            continue
        return True
    return False


def test_what_hints_advise_is_read() -> None:
    """All that stands between backticks in a hint that holds no words of the user."""
    every = tomllib.loads((ROOT / "parser/patuh_parser/sotk/messages.toml").read_text("utf-8"))
    hints = [entry.get("hint_id", "") for code, entry in every.items() if code[0] == "E"]
    hints += [entry["id"] for entry in every["hints"].values()]
    pieces = [piece for hint in hints for piece in PIECE.findall(hint) if "{" not in piece]
    assert len(pieces) > 25
    assert [piece for piece in pieces if not readable(piece)] == []


def test_the_sentences_that_hints_write_out_are_read() -> None:
    """Those made of the words of the user, in every case of errors.txt and for every slip."""
    found: list[str] = []
    for kind, text, _, _ in SLIPS:
        with pytest.raises(SotkError) as caught:
            read_proposal(f"{BEFORE[kind]}{text}\n", names_of("kutim_41_2023"))
        found += [message(one, "id")[1] or "" for one in caught.value.diagnostics]
    found += [line.partition(" // ")[2] for _, expected in cases("errors.txt") for line in expected]
    sentences = [piece for hint in found for piece in PIECE.findall(hint) if piece[-1] == "."]
    assert len(sentences) > 20
    assert [piece for piece in sentences if not readable(piece)] == []

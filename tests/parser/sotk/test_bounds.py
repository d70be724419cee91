"""Each limit to the unit: what is just at it is read, and what is just beyond it is refused.

Most limits are patched down, for files of the real size take their time:
tests/test_documented_limits.py holds the real ones against the documentation, and `test_limits.py`
has what else counts.
"""

from collections.abc import Callable

import pytest
from sotk_support import HEADER, names_of
from test_limits import FIRST, errors, listed, structure

from patuh_parser.sotk import SotkError, decode, message, read_header, read_proposal

KUTIM = names_of("kutim_41_2023")


def pairs(count: int) -> str:
    """So many statements: one name that works with each of some."""
    return structure([f"Dinas Sosial berhubungan kerja dengan {listed(count, 'Badan')}."])


def chart(count: int) -> str:
    return f"BAGAN\nBupati membawahi {listed(count)}.\n"


def words(count: int) -> str:
    """A sentence of so many words, its full stop not counted."""
    return structure(["Bupati bertugas" + " a" * (count - 2) + "."])


def steps(count: int) -> str:
    """A step by so many actors, each to one addressee."""
    return f'ALUR laporan "L"\n  1. {listed(count)} menyampaikan laporan kepada Bupati.\n'


def numbered(count: int) -> str:
    lines = (f"  {at}. Bupati menerima laporan.\n" for at in range(1, count + 1))
    return 'ALUR laporan "L"\n' + "".join(lines)


def grouped(count: int) -> str:
    """A sentence on all of so many units of a sort: what it says is as much."""
    agencies = [f"Dinas Nomor {at}." for at in range(count)]
    return structure([*agencies, "Seluruh Dinas bertanggung jawab kepada Bupati."])


def links(count: int) -> str:
    return structure([" pada ".join(f"Seksi {at} Jaya" for at in range(count)) + "."])


def long_name(count: int) -> str:
    return structure(["Dinas " + " ".join(["Urusan"] * (count - 1)) + "."])


def lines(count: int) -> str:
    """A text that has so many lines with its header, the last one without its end."""
    return structure(["Dinas Sosial."]) + "\n" * (count - FIRST - 1) + "# akhir"


SOTK = "patuh_parser.sotk"
BOUNDS: list[tuple[Callable[[int], str], str | None, int, str]] = [
    (
        lines,
        f"{SOTK}.lines.characters.MOST_LINES",
        12,
        "13:1 E008 / berkas ini lebih dari 12 baris",
    ),
    (words, f"{SOTK}.lines.blocks.MAX_WORDS", 10, f"{FIRST}:1 E211"),
    (long_name, None, 40, f"{FIRST}:{7 + 39 * 7} E316"),
    (links, None, 8, f"{FIRST}:{len(' pada '.join(['Seksi 1 Jaya'] * 8)) + 2} E315"),
    (pairs, f"{SOTK}.resolving.statements.MOST_STATEMENTS", 6, f"{FIRST}:1 E409"),
    (chart, f"{SOTK}.resolving.statements.MOST_STATEMENTS", 6, f"{FIRST}:1 E409"),
    (grouped, f"{SOTK}.resolving.heights.MOST_GROUPED", 5, f"{FIRST + 6}:1 E412"),
    (numbered, f"{SOTK}.parsing.workflows.MOST_STEPS", 4, f"{FIRST + 4}:3 E512"),
    (steps, f"{SOTK}.resolving.steps.MOST_STATEMENTS", 6, f"{FIRST}:6 E513"),
]


@pytest.mark.parametrize(
    ("text", "target", "most", "said"), BOUNDS, ids=[bound[0].__name__ for bound in BOUNDS]
)
def test_at_the_limit_and_beyond_it(
    text: Callable[[int], str],
    target: str | None,
    most: int,
    said: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if target is not None:
        monkeypatch.setattr(target, most)
    read_proposal(HEADER + text(most), KUTIM)
    (found,) = errors(text(most + 1))
    assert found.startswith(said)
    assert f" {most} " in found


def test_the_bytes_of_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    most = 2 * 1024 * 1024
    monkeypatch.setattr(f"{SOTK}.lines.characters.MAX_BYTES", most)
    text = f"{HEADER}# {'é' * 10} "
    text += "x" * (most - len(text.encode()))
    assert decode(text.encode()) == text
    read_header(text + "x" * 10)  # so many characters, though of more bytes
    for attempt in (lambda: decode(f"{text}x".encode()), lambda: read_header(text + "x" * 11)):
        with pytest.raises(SotkError) as caught:
            attempt()
        (found,) = caught.value.diagnostics
        assert (found.code, message(found, "id")[0]) == ("E003", "teks lebih besar dari 2 MB")

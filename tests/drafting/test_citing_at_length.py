"""Many citations in one sentence: facts take time with their number, not with its square."""

import time

import pytest

from patuh.facts.drafts import draft_facts
from patuh_parser.legal.reader import read_draft


def _seconds(citation: str, count: int) -> float:
    sentence = f"Dinas menilai menurut {', '.join([citation] * count)}."
    draft = read_draft(f"PERATURAN BUPATI PASER\nPasal 1\n{sentence}".encode(), "naskah.txt")
    assert len(draft.references) == count
    start = time.process_time()
    draft_facts(draft)
    return time.process_time() - start


@pytest.mark.parametrize("citation", ["Lampiran I", "Peraturan Bupati Nomor 3 Tahun 2020"])
def test_the_time_grows_with_the_citations(citation: str) -> None:
    """Eight times as many: 8 if it is linear, 64 if each is looked for past all others."""
    small = min(_seconds(citation, 100) for _ in range(3))
    assert min(_seconds(citation, 800) for _ in range(2)) < 20 * small

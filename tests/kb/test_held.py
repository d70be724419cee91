"""Every case of every check is told whole in a golden file: sentence, place, advice, provisions."""

import re
from itertools import chain
from pathlib import Path

from patuh.knowledge.messages import check_messages

TESTS = Path(__file__).parents[1]
GOLDEN = (
    *sorted((TESTS / "kb" / "told").glob("*.txt")),
    TESTS / "kb" / "told_elsewise.txt",
    TESTS / "kb" / "national" / "told.txt",
    TESTS / "audit" / "conflicts.txt",
    TESTS / "drafting" / "told.txt",
    TESTS / "substance" / "told.txt",
    TESTS / "consolidation" / "told.txt",
)
NOT_SHOWN = {
    ("M2", "menurut_perkada"): "asks for a regulation with more Bagian than any type allows",
}
"""Cases that no text gives under the regulations that are encoded, each with its reason."""


def test_every_case_of_a_check_is_held_whole() -> None:
    row = re.compile(r"^(?:pelanggaran|belum_lengkap|peringatan|catatan) ([A-Z]\d+) (\w+) ", re.M)
    texts = (path.read_text(encoding="utf-8") for path in GOLDEN)
    held = set(chain.from_iterable(map(row.findall, texts)))
    given = {(one.check, case) for one in check_messages("id").values() for case in one.cases}
    assert given - held == set(NOT_SHOWN)
    assert held - given == set()

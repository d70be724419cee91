"""The regulations of the corpus read to exactly the provisions they have, to the letter.

``provisions/`` has a line for each: its id, that of the provision that holds it, its number,
its label, its first and last line, and a digest of its text.
"""

from hashlib import sha256
from pathlib import Path

import pytest

from patuh_parser.legal.ids import label
from patuh_parser.legal.reader import read_draft

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize(("name", "count"), [("paser_56_2020", 96), ("kutim_41_2023", 195)])
def test_every_provision_is_the_expected_one(name: str, count: int) -> None:
    law = read_draft((ROOT / "corpus" / "regulations" / f"{name}.txt").read_bytes(), name)
    nodes = list(law.provisions())
    above = {child.id: node.id for node in nodes for child in node.children}
    found = [
        f"{node.id}\t{above.get(node.id, '-')}\t{node.number}\t{label(node.id or '')}"
        f"\t{node.place.line}-{node.place.end_line}\t{sha256(node.text.encode()).hexdigest()[:16]}"
        for node in nodes
    ]
    expected = (Path(__file__).parent / "provisions" / f"{name}.tsv").read_text(encoding="utf-8")
    assert len(found) == count
    assert found == expected.splitlines()

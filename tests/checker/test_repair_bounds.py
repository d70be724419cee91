"""What a search for repairs looks at is bounded, and what was not sought is said."""

import pytest

from patuh.checking import check
from patuh.repair import plan
from patuh.repair.candidates.focus import MOST_ITEMS
from patuh.repair.plan import Planner, with_repairs
from patuh.report.terminal.style import Style
from patuh.report.terminal.text import render

HEAD = "USULAN : Uji\nDAERAH : Kabupaten Paser\nLINGKUP : sebagian\n\nSTRUKTUR\n\n"
STATION = "Dinas Sosial bertanggung jawab kepada Bupati melalui Sekretaris Daerah.\n"
DIRECT = "Dinas Kesehatan bertanggung jawab langsung kepada Bupati.\n"
NOT_SOUGHT = "no repair was sought: graver or earlier findings have reached the limit"


def test_repairs_are_sought_for_the_gravest_findings_and_the_others_say_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(plan, "MOST_SEARCHES", 1)
    result = with_repairs(check((HEAD + STATION + DIRECT).encode(), "usulan.sotk"))
    sought = [(f.check, f.level.name, f.repair_search.changes > 0) for f in result.findings]
    assert sought == [
        ("A3", "belum_lengkap", False), ("A3", "belum_lengkap", False), ("H7", "pelanggaran", True),
    ]  # fmt: skip
    assert [len(f.repairs) > 0 for f in result.findings] == [False, False, True]
    text = "".join(render([result], "en", Style()))
    assert " ".join(text.split()).count(NOT_SOUGHT) == 2


def test_of_many_sentences_near_a_finding_only_some_may_change() -> None:
    """A division with a superior for each of 60 sentences, all of which name it."""
    line = "Bidang Data pada Dinas Sosial bertanggung jawab kepada Dinas Urusan {}.\n"
    text = HEAD + "".join(map(line.format, range(60)))
    result = check(text.encode(), "usulan.sotk")
    candidates = Planner(result)._nearby.candidates(result.findings[-1])
    changed = {one.item.number for one in candidates if one.item is not None}
    assert len(result.findings) == 60
    assert len(changed) == MOST_ITEMS + 1

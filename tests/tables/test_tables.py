"""Tables as an agency keeps them: exactly the sentences, notes and errors that they give."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from patuh.checking import check
from patuh.knowledge.regulations import standing
from patuh.tables.importing import imported

CASES = tomllib.loads((Path(__file__).parent / "cases.toml").read_text(encoding="utf-8"))
Reader = Callable[..., tuple[list[str], list[str]]]


FIVE = "Nama Unit;Atasan;Tipe;Eselon;Pejabat\nDinas Sosial;;c;II.b;Budi\n" + "".join(
    f"Bidang {name};Dinas Sosial;;III.b;Siti\n"
    for name in ("Anak", "Lansia", "Bantuan", "Data", "Desa")
)


def test_a_type_in_a_column_is_judged_and_columns_that_are_not_read_are_named() -> None:
    given = imported(FIVE.encode(), "u.csv", standing("Kabupaten Bone")[0])
    findings = check(given.text.encode(), "u.sotk", proofs=False).findings
    assert [(one.check, one.level.name) for one in findings] == [("M1", "pelanggaran")]
    unread = [one.words()["id"][0] for one in given.notes if one.key == "kolom_tak_dibaca"]
    assert unread == ["kolom tidak dibaca: `Eselon` (D), `Pejabat` (E)"]


@pytest.mark.parametrize("name", CASES)
def test_a_table_gives(name: str, read: Reader) -> None:
    case: dict[str, Any] = CASES[name]
    told = case.get("errors", case.get("told", []))
    assert read(case["table"].lstrip("\n")) == (case.get("gives", []), told)

"""What is to be written where a case of a check is found (`kb/drafting/corrections.toml`)."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

from patuh.finding import Finding
from patuh.knowledge.root import kb_root, of_kb
from patuh_parser.stored import toml

Way = Literal["kata", "sebelum", "huruf", "awal", "akhir", "sambung", "utuh", "kapital", "nomor",
              "serangkai", "isi"]  # fmt: skip


class Correction(Struct, frozen=True, forbid_unknown_fields=True):
    """A row of the table, with `{term}` placeholders; docs/knowledge-base.md tells its columns."""

    kasus: str
    cara: Way
    tulis: str = ""
    tertulis: str = ""
    bila: str = ""
    lalu: str = ""

    def applies(self, words: str, whole: bool) -> bool:
        """Whether these words are such as the row is for: all of them, or something in them."""
        look = re.fullmatch if whole else re.search
        return not self.bila or look(self.bila, words) is not None


@of_kb
def corrections(root: Path | None = None) -> Mapping[str, Correction]:
    """All rows by their case, `t18.ejaan`; raises `msgspec.ValidationError` for what is no row."""
    table = toml((root or kb_root()) / "drafting" / "corrections.toml")
    rows = msgspec.convert(table.get("perbaikan", []), list[Correction])
    return {row.kasus: row for row in rows}


def row_of(finding: Finding) -> Correction | None:
    """The row of the table of corrections for the case of a finding."""
    return corrections().get(f"{finding.check.lower()}.{finding.case}")

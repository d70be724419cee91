"""The same defects in texts of several kinds (`kinds.toml`): each is found in each kind, and
nothing else; what a kind may have is not told.

`jenis` makes the text of a kind from one of `texts/`; a row of `cacat` is the finding, and the
change that brings it. All rows of a kind are in one text.
"""

import tomllib
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from together import draft_results

HERE = Path(__file__).parent
TABLE = tomllib.loads((HERE / "kinds.toml").read_text(encoding="utf-8"))
PLANTED: dict[str, Counter[str]] = {
    kind: Counter(finding for finding, *_ in TABLE["cacat"][one["cacat"]])
    for kind, one in TABLE["jenis"].items()
}

pytestmark = pytest.mark.xdist_group("drafting kinds")


def text_of(kind: str, rows: list[list[str]]) -> str:
    """The text of a kind with the changes of these rows."""
    one: dict[str, Any] = TABLE["jenis"][kind]
    text = (HERE / "texts" / f"{one['dasar']}.txt").read_text(encoding="utf-8")
    for before, after in [*(row[-2:] for row in rows), *one["ubah"]]:
        assert before in text, before
        text = text.replace(before, after)
    return text


@cache
def every() -> dict[str, Counter[str]]:
    """What is found in each text: of each kind with its defects, and with what it may have."""
    texts = {f"{k}.cacat": text_of(k, TABLE["cacat"][TABLE["jenis"][k]["cacat"]]) for k in PLANTED}
    texts |= {f"{k}.boleh": text_of(k, rows) for k, rows in TABLE["boleh"].items()}
    results = draft_results(list(texts.values()), "naskah.txt")
    return {
        name: Counter(f"{f.level.name} {f.check} {f.case}" for f in result.findings)
        for name, result in zip(texts, results, strict=True)
    }


@pytest.mark.parametrize("kind", PLANTED)
def test_each_defect_is_found_in_each_kind_and_nothing_else(kind: str) -> None:
    assert every()[f"{kind}.cacat"] == PLANTED[kind]


@pytest.mark.parametrize("kind", TABLE["boleh"])
def test_what_a_kind_may_have_is_not_told(kind: str) -> None:
    assert every()[f"{kind}.boleh"] == Counter()

"""Types, elements and scores by national law, each agency with each: M4, M6, M9.

What is right says `oracle/m.py`, which reads the law by itself. All are checked in one pass.
"""

from functools import cache
from itertools import product

import pytest
from kb.test_limits import HEAD, typed
from oracle import m
from together import results

LETTERS = "ABCDE"
ELEMENTS = ("Pelaksana", "Penunjang", "Staf")
Told = list[tuple[str, str, str]]
"""Check, level and the provisions of each finding."""


def a_type(agency: str, kind: str) -> str:
    return f"{HEAD}{typed(agency, kind)[0]}.\n"


def an_element(agency: str, called: str) -> str:
    return f"{HEAD}{agency} merupakan Unsur {called}.\n"


def a_score(agency: str, kind: str, score: str) -> str:
    head = HEAD.replace("\n\nSTRUKTUR", f"\nSKOR : {agency} = {score}\n\nSTRUKTUR")
    return f"{head}{agency} Tipe {kind}.\n"


@cache
def every() -> dict[str, Told]:
    texts = [
        *(a_type(*one) for one in product(m.TYPES, LETTERS)),
        *(an_element(*one) for one in product(m.CALLED, ELEMENTS)),
        *(a_score(agency, kind, f"{most}{more}")
          for _, agency, kind, most in m.ABOVE for more in ("", ",001")),
    ]  # fmt: skip
    told = results(texts)
    return {
        text: [(f.check, f.level.name, "; ".join(c.label for c in f.citations))
               for f in one.findings if f.check in ("M4", "M6", "M9")]
        for text, one in zip(texts, told, strict=True)
    }  # fmt: skip


@pytest.mark.parametrize("agency", m.TYPES)
def test_each_agency_has_its_types_and_no_others(agency: str) -> None:
    there = [kind for kind in LETTERS if not every()[a_type(agency, kind)]]
    assert "".join(there) == m.TYPES[agency]


@pytest.mark.parametrize("agency", m.CALLED)
def test_each_agency_is_one_element(agency: str) -> None:
    other = [name for name in ELEMENTS if every()[an_element(agency, name)]]
    assert other == [name for name in ELEMENTS if name != m.CALLED[agency]]


@pytest.mark.parametrize(("law", "agency", "kind", "most"), m.ABOVE)
def test_a_type_needs_more_than_its_score(law: str, agency: str, kind: str, most: int) -> None:
    assert every()[a_score(agency, kind, str(most))] == [("M9", "pelanggaran", law)]
    assert every()[a_score(agency, kind, f"{most},001")] == []

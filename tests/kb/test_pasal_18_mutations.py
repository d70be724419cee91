"""Every single change to the list of Pasal 18 gives exactly one finding, with exactly its leaf.

The changed proposals are checked in one pass; an entry is put under one of the other Asisten in
turn, and with `pytest -m slow` under each.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from together import results

from patuh.finding import Finding, Result
from patuh.knowledge.regulations import only
from patuh.report.wording import Wording

SOURCE = (
    Path(__file__).parents[2] / "corpus" / "proposals" / "kutim_pasal_18_lengkap.sotk"
).read_text(encoding="utf-8")
LIST = (
    Path(__file__).parents[2] / "kb" / "regulations" / "kutim_41_2023" / "pasal_18_daftar.lp"
).read_text(encoding="utf-8")
ENTRIES = re.findall(r'^daftar\(kutim_41_2023, \w+, (\w+), "([^"]+)", "([^"]+)"\)\.$', LIST, re.M)
DELETED = [entry for entry in ENTRIES if entry[0] in {"bagian", "pelaksana", "penunjang"}]
CHECK_OF_MOVE = {
    "bagian": "A8",
    "pelaksana": "A5",
    "penunjang": "A5",
    "vertikal": "A10",
    "lainnya": "A10",
}
HEADINGS = {
    "bagian": "kepada Bagian:",
    "pelaksana": "mengoordinasikan Unsur Pelaksana:",
    "penunjang": "mengoordinasikan Unsur Penunjang:",
    "vertikal": "mengoordinasikan Instansi Vertikal:",
    "lainnya": "mengoordinasikan Instansi lainnya:",
}


pytestmark = pytest.mark.xdist_group("pasal 18")
"""In one process, that keeps what the changes bring."""


@cache
def moves(whole: bool) -> list[list[str]]:
    """The proposal with each entry under another Asisten, one in turn or every one."""
    each = [list(moved(name, group)) for group, name, _ in ENTRIES]
    return each if whole else [[texts[at % len(texts)]] for at, texts in enumerate(each)]


@cache
def every(whole: bool) -> dict[str, Result]:
    """The result of the proposal and of each change of it, by the regulation of the list alone."""
    texts = [SOURCE, *(text for texts in moves(whole) for text in texts)]
    texts += [without(name, group) for group, name, _ in DELETED]
    with only(["kutim_41_2023"]):
        return dict(zip(texts, results(texts), strict=True))


def findings(text: str, whole: bool = False) -> list[tuple[str, str, str, set[str]]]:
    result = every(whole)[text]
    wording = Wording("id", result.input)

    def row(finding: Finding) -> tuple[str, str, str, set[str]]:
        leaves = {citation.provision for citation in finding.citations}
        return finding.level.name, finding.check, wording.subject(finding), leaves

    return [row(part) for finding in result.findings for part in finding.each]


def without(name: str, group: str) -> str:
    """The proposal without the entry in its list (other mentions stay)."""
    line = f"    - {name}\n"
    heading = HEADINGS[group]
    head, _, tail = SOURCE.partition("Seluruh Bagian")
    assert head.count(line) == 1, (name, heading)
    return head.replace(line, "") + "Seluruh Bagian" + tail


def moved(name: str, group: str) -> Iterator[str]:
    """The proposal with the entry under each other Asisten that has a list of the group."""
    text = without(name, group)
    parts = re.split(r"(?m)^(?=Asisten )", text)
    for index, part in enumerate(parts):
        if HEADINGS[group] in part and f"    - {name}\n" not in LISTS[index]:
            head, heading, tail = part.partition(HEADINGS[group] + "\n")
            yield "".join(
                [*parts[:index], head, heading, f"    - {name}\n", tail, *parts[index + 1 :]]
            )


LISTS = re.split(r"(?m)^(?=Asisten )", SOURCE.partition("Seluruh Bagian")[0])


def test_the_list_has_its_76_entries() -> None:
    assert len(ENTRIES) == 76


def test_the_whole_of_pasal_18_complies() -> None:
    assert findings(SOURCE) == []


@pytest.mark.parametrize(
    "whole", [False, pytest.param(True, marks=pytest.mark.slow)], ids=["in turn", "each"]
)
@pytest.mark.parametrize("number", range(len(ENTRIES)), ids=[entry[1] for entry in ENTRIES])
def test_moving_an_entry(number: int, whole: bool) -> None:
    group, name, leaf = ENTRIES[number]
    for text in moves(whole)[number]:
        found = findings(text, whole)
        assert [row[:3] for row in found] == [("pelanggaran", CHECK_OF_MOVE[group], name)]
        cited = {
            cited for cited in found[0][3] if cited.startswith("pasal-18.ayat-1.huruf-d.angka")
        }
        assert {c for c in cited if c.count(".") > 4 or group == "bagian"} == {leaf}


@pytest.mark.parametrize(("group", "name", "leaf"), DELETED)
def test_deleting_an_entry(group: str, name: str, leaf: str) -> None:
    found = findings(without(name, group))
    assert [row[:3] for row in found] == [("belum_lengkap", "N2", name)]
    assert {cited for cited in found[0][3] if cited == leaf} == {leaf}

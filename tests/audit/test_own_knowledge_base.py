"""The audit of patuh's own knowledge base: clean, with every witness stored and none stale."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from patuh.audit import places
from patuh.audit.hunt import checks_by_law, companions
from patuh.audit.witnesses import FIRES, SILENT, WITHOUT, generated, shown, witness
from patuh.cli import main
from patuh.knowledge.regulations import Regulation

pytestmark = pytest.mark.xdist_group("own knowledge base")
"""In one process, that keeps which witness shows what."""

LOOKED_AT = {"ledger": 230, "witnesses": 148, "models": 5}


def test_it_is_in_order() -> None:
    """Nothing is declared that is not needed; of the witnesses none had to be sought anew."""
    result = CliRunner().invoke(main, ["kb", "audit", "--format", "json"])
    document = json.loads(result.stdout)
    parts = {part["name"]: part for part in document["parts"]}
    assert {name: part["defects"] for name, part in parts.items() if part["defects"]} == {}
    assert {name: parts[name]["looked_at"] for name in LOOKED_AT} == LOOKED_AT
    assert {note["kind"] for part in parts.values() for note in part["notes"]} == {
        "drafting", "unused_declared",
    }  # fmt: skip
    assert (document["sound"], result.exit_code) == (True, 0)


def expected() -> Iterator[tuple[Regulation, str, str]]:
    """Regulation, check and what is shown, of every witness that must be stored."""
    for law, check in checks_by_law():
        yield from ((law, check, shows) for shows in (FIRES, SILENT))
        text, _ = witness(law, check, FIRES)
        for other in companions(check, text or ""):
            yield law, check, f"{WITHOUT}{other.lower()}"


def test_the_folder_holds_the_witnesses_and_nothing_else() -> None:
    names = {f"{check}/{law.id}_{shows}.sotk" for law, check, shows in expected()}
    folder = places.witnesses()
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert found == names


@pytest.mark.slow
def test_no_sentence_of_a_firing_witness_can_be_left_out() -> None:
    """Of a silent one it can where a weaker reading of its scope then holds."""
    larger = [
        (name, line)
        for law, check, shows in expected()
        if shows != SILENT
        for name in (f"{check}/{law.id}_{shows}.sotk",)
        for line, text in smaller(places.witnesses() / name)
        if shown(law, check, shows, text)
    ]
    assert larger == []


def smaller(path: Path) -> Iterator[tuple[str, str]]:
    """A line that is no heading, and the text without it; what cannot be read shows nothing."""
    lines = path.read_text(encoding="utf-8").splitlines()
    fixed = ("#", "USULAN", "DAERAH", "STRUKTUR", "BAGAN", "ALUR")
    for at, line in enumerate(lines):
        if line and not line.startswith(fixed):
            yield line, "\n".join([*lines[:at], *lines[at + 1 :]]) + "\n"


@pytest.mark.slow
def test_the_search_finds_witnesses_of_the_stored_size_again() -> None:
    """Which of several smallest ones clingo finds first is its own matter.

    With that goes which checks fire beside it, and so which witnesses there are without these.
    """
    folder = places.witnesses()
    found = {one.name: sentences(one.text) for one in generated()}
    stored = {
        path.relative_to(folder).as_posix(): sentences(path.read_text(encoding="utf-8"))
        for path in folder.rglob("*.sotk")
    }
    for name in found.keys() ^ stored.keys():
        assert WITHOUT in name
    both = found.keys() & stored.keys()
    assert {name: found[name] for name in both} == {name: stored[name] for name in both}


def sentences(text: str) -> int:
    """So many lines a proposal has; the items of a list are one sentence with its head."""
    return sum(not line.startswith("  - ") for line in text.splitlines())

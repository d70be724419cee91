"""`patuh.diff` and `patuh.impact`: what a program gets is what the commands say."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from revision.small import LAW, small, without_norm

import patuh
from patuh.cli import main

pytestmark = pytest.mark.xdist_group("small knowledge bases")
"""In one process, that looks at each file of rules once."""

PROPOSAL = """\
USULAN  : Contoh
DAERAH  : Kabupaten Paser

STRUKTUR

Bagian Hukum.
"""


@pytest.fixture(scope="module")
def sides(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Paser alone with one check, and the same without the norm that it rests on."""
    old = small(tmp_path_factory.mktemp("old") / "kb")
    return old, without_norm(old, old.parent / "new")


def test_a_revision_is_what_the_command_says(sides: tuple[Path, Path]) -> None:
    old, new = sides
    found = patuh.diff(LAW, new, old)
    assert (found.verdict, found.checks) == ("setara", {"Z1": "lebih_longgar"})
    assert found.examples == (PROPOSAL.replace(": Contoh\n", ": Contoh terkecil\n"),)
    assert (found.differs, found.complete) == (True, True)
    assert CliRunner().invoke(main, ("diff", LAW, str(old), str(new))).output == found.to_text()


def test_the_impact_tells_each_source_and_what_cannot_be_read(sides: tuple[Path, Path]) -> None:
    old, new = sides
    hit, none, broken = patuh.impact(
        new, [PROPOSAL, PROPOSAL.replace("Bagian Hukum", "Bupati"), "USULAN : A\nB\n"], old=old
    )
    assert hit.gone == (patuh.Told("catatan", "Z1", "Bagian Hukum", "Bagian Hukum"),)
    assert (hit.new, none.new, none.gone, none.problems) == ((), (), (), ())
    assert broken.problems


def test_what_is_no_revision_and_no_regulation_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(LookupError, match="tak_ada"):
        patuh.diff("tak_ada", tmp_path)
    draft = tmp_path / "rancangan.txt"
    draft.write_text("PERATURAN BUPATI PASER\nNOMOR 1 TAHUN 2026\nPasal 1\nApa saja.\n", "utf-8")
    with pytest.raises(patuh.PatuhError, match="bukan revisi"):
        patuh.diff(LAW, draft)

"""What a finding says of the law is what the knowledge base in use says."""

from pathlib import Path

from click.testing import CliRunner
from revision.revised import overlay

from patuh.cli import main

NORM = "ketua_forkopimda(kutim_41_2023, {}, "
PROPOSAL = """\
USULAN  : Contoh
DAERAH  : Kabupaten Kutai Timur

STRUKTUR

Forkopimda diketuai oleh Bupati.
"""


def test_the_chair_is_the_one_that_the_revision_names(tmp_path: Path) -> None:
    was, now = (NORM.format(one) for one in ("bupati", "sekretaris_daerah"))
    own = overlay(tmp_path, "kutim_41_2023", "pasal_17.lp", lambda text: text.replace(was, now))
    path = tmp_path / "contoh.sotk"
    path.write_text(PROPOSAL, encoding="utf-8")
    result = CliRunner().invoke(main, ["check", "--kb-overlay", str(own), str(path)])
    assert "padahal ketuanya Sekretaris Daerah" in result.output
    assert "tulis: `Forkopimda diketuai oleh Sekretaris Daerah.`" in result.output

"""A new norm that no rule knows is no permission, whatever the rules no longer find."""

import shutil
from pathlib import Path

import pytest
from revision.small import LAW, small

from patuh.knowledge.root import use
from patuh.revision.compared import compared
from patuh.revision.records import Revision
from patuh.revision.telling.in_words import page

FILE, LEAF = "pasal_14.lp", '"pasal-14.ayat-2.huruf-e"'
NORM = f"pertanggungjawaban_melalui({LAW}, perangkat_daerah, {{}}, {LEAF})."
RULE = (
    f"temuan(pelanggaran, R, z1, ada, satuan(U), (unit(U),)) :- R = {LAW}, {{}}, unit(U, bagian).\n"
)
BY_NAME = "pertanggungjawaban_melalui(R, perangkat_daerah, sekretaris_daerah, Ketentuan)"
ALIKE = "pertanggungjawaban_melalui(R, perangkat_daerah, X, Ketentuan), X != wakil_bupati"
NEW_TOO = (
    "pertanggungjawaban_melalui(R, perangkat_daerah, wakil_bupati, Ketentuan), unit(_, asisten)"
)

pytestmark = pytest.mark.xdist_group("small knowledge bases")


def found(folder: Path, *bodies: str, now: str | None = "wakil_bupati") -> Revision:
    """The norm goes through the Wakil Bupati, or is left out, under rules with these bodies."""
    old = small(folder / "old")
    rules = "".join(RULE.format(body) for body in bodies)
    (old / "checks" / "contoh.lp").write_text(f"%*! Z1 - Contoh *%\n{rules}", encoding="utf-8")
    new = Path(shutil.copytree(old, folder / "new"))
    path = new / "regulations" / LAW / FILE
    text = path.read_text(encoding="utf-8")
    assert NORM.format("sekretaris_daerah") in text
    norm = NORM.format(now) if now else ""
    path.write_text(text.replace(NORM.format("sekretaris_daerah"), norm), encoding="utf-8")
    with use(old):
        return compared(LAW, old, new)


def test_what_rests_on_a_norm_that_no_rule_knows_is_withheld(tmp_path: Path) -> None:
    """The rule asks for the old office by name: that it finds nothing more allows nothing."""
    revision = found(tmp_path, BY_NAME)
    (check,) = revision.checks
    assert (revision.whole.verdict, check.verdict) == ("tak_terjangkau", "tak_terjangkau")
    assert [(one.gone, one.values) for one in check.unreached] == [
        (False, ("perangkat_daerah", "wakil_bupati"))
    ]
    assert revision.untranslated
    with use(tmp_path / "old"):
        assert page(revision, "id").sentences == (
            "Akibat norma baru pada Pasal 14 ayat (2) huruf e belum dinilai, karena tidak ada"
            " pemeriksaan yang mengenalnya",
        )


@pytest.mark.parametrize(
    ("bodies", "now"),
    [((ALIKE,), "wakil_bupati"), ((BY_NAME, NEW_TOO), "wakil_bupati"), ((BY_NAME,), None)],
    ids=["any office is read", "both are known by name", "nothing in its place"],
)
def test_what_is_read_or_gone_is_told(
    tmp_path: Path, bodies: tuple[str, ...], now: str | None
) -> None:
    revision = found(tmp_path, *bodies, now=now)
    (check,) = revision.checks
    assert check.verdict in ("lebih_longgar", "tak_sebanding")
    assert revision.unread == ()
    assert not revision.untranslated

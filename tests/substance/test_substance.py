"""Which drafts revise the law in force, what their findings cite, the list as a structure."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from patuh.checking import check
from patuh.cli import main
from patuh.draft_checking import check_draft
from patuh.finding import Finding
from patuh.knowledge.regulations import regulations
from patuh.report.wording import Wording
from patuh.substance import entries_of, revision_of, structure_of
from patuh.substance.roster import rosters
from patuh.substance.wordings import modal, parties
from patuh_parser.legal.model import Draft
from patuh_parser.legal.reader import read_draft

LAW = "kutim_41_2023"
HEAD = "NOMOR 41 TAHUN 2023"


@pytest.fixture(scope="module")
def law(root: Path) -> str:
    """The text in force, under the number of a draft."""
    text = (root / f"corpus/regulations/{LAW}.txt").read_text(encoding="utf-8")
    return text.replace(HEAD, "NOMOR 19 TAHUN 2026", 1)


@pytest.fixture(scope="module")
def revision(root: Path) -> str:
    """The draft revision of the corpus."""
    return (root / "corpus/drafts/revisi_kutim_41_2023.txt").read_text(encoding="utf-8")


def _draft(text: str) -> Draft:
    return read_draft(text.encode(), "rancangan.txt")


def _substance(text: str) -> list[tuple[str, str, str, str]]:
    """The findings of family B as (level, check, case, sentence)."""
    result = check_draft(text.encode(), "rancangan.txt")
    wording = Wording("id", result.input)
    return sorted(
        (found.level.name, found.check, found.case, wording.sentence(found))
        for found in result.findings
        if found.check.startswith("B")
    )


def test_the_law_itself_revises_nothing(root: Path) -> None:
    text = (root / f"corpus/regulations/{LAW}.txt").read_text(encoding="utf-8")
    assert revision_of(_draft(text)) is None
    assert revision_of(_draft(text.replace(HEAD, "NOMOR 19 TAHUN 2026", 1))) is not None


@pytest.mark.parametrize(
    "name", ["perubahan_pola_hubungan_kerja.txt", "koordinasi_daerah.docx", "tanpa_cela.docx"]
)
def test_a_fresh_topic_or_an_unknown_region_is_not_compared(root: Path, name: str) -> None:
    path = root / "corpus/drafts" / name
    assert revision_of(read_draft(path.read_bytes(), name)) is None


def test_a_fresh_topic_of_the_same_region_is_not_compared(law: str) -> None:
    body = (
        "\n\nPasal 1\n\nRetribusi parkir dipungut per kendaraan setiap hari kerja.\n\nPasal 2\n\n"
    )
    start = law.index("BAB I\n")
    end = law.index("Agar setiap orang")
    text = law[:start] + body + "Tarif retribusi ditetapkan tiap tahun.\n\n" + law[end:]
    assert revision_of(_draft(text)) is None


def test_findings_cite_the_provision_in_force(revision: str) -> None:
    found: dict[str, Finding] = {
        f.case: f for f in check_draft(revision.encode(), "r.txt").findings if f.check[0] == "B"
    }
    assert [c.provision for c in found["melemah"].citations] == ["pasal-18.ayat-3"]
    assert {c.regulation for c in found["melemah"].citations} == {LAW}
    assert found["pindah_asisten"].place.span.line == 362
    proof = found["melemah"].proof
    assert proof is not None
    assert proof.children


def test_the_list_of_the_law_is_that_of_its_facts(law: str) -> None:
    from patuh.knowledge.programs import norms

    program = next(p for p in norms(LAW) if p.name.endswith("_daftar.lp"))
    facts = {
        f'daftar({LAW}, {e.asisten}, {e.group}, "{e.unit}", "{e.node.id}").'
        for e in entries_of(_draft(law), LAW)
    }
    assert facts == {line for line in program.text.splitlines() if line.startswith("daftar(")}


def test_the_generated_lists_are_those_of_the_texts(root: Path) -> None:
    for law in regulations():
        folder = root / "kb/regulations" / law.id
        files = {path.name: path.read_text() for path in folder.glob("*_daftar.lp")}
        assert rosters(law) == files


_RSUD = "Rumah Sakit Umum Daerah"
IN_CONFLICT = [
    ("M3", "catatan", "Sekretariat Daerah"),
    ("M6", "peringatan", f"{_RSUD} Kudungga dan {_RSUD} Sangkulirang"),
    ("M6", "peringatan", "Inspektorat"),
]
"""What national law has against the list itself."""


def _found(draft: str) -> list[tuple[str, str, str]]:
    result = check(structure_of(_draft(draft)).encode(), "daftar.sotk")
    wording = Wording("id", result.input)
    return [(f.check, f.level.name, wording.subject(f)) for f in result.findings]


def test_the_list_in_force_is_a_structure_that_only_national_law_finds_fault_with(law: str) -> None:
    assert _found(law) == IN_CONFLICT


def test_the_list_of_the_revision_is_checked_as_a_structure(revision: str) -> None:
    found = _found(revision)
    assert set(IN_CONFLICT) < set(found)
    assert [one for one in found if one not in IN_CONFLICT] == [
        ("A5", "pelanggaran", "Dinas Sosial")
    ]


def test_the_structure_is_exported(root: Path, tmp_path: Path) -> None:
    path = str(root / "corpus/drafts/revisi_kutim_41_2023.txt")
    out = tmp_path / "daftar.sotk"
    done = CliRunner().invoke(main, ["export", path, "--format", "sotk", "-o", str(out)])
    assert done.exit_code == 0
    assert CliRunner().invoke(main, ["check", str(out)]).exit_code == 1
    none = str(root / "corpus/drafts/keputusan_forum.docx")
    assert CliRunner().invoke(main, ["export", none, "--format", "sotk"]).exit_code == 2


def test_modal_and_parties_of_a_sentence() -> None:
    assert [modal(t) for t in ("wajib lapor", "berkewajiban", "melapor", "dapat melapor")] == [
        "wajib", "wajib", "kalimat_berita", "dapat",
    ]  # fmt: skip
    text = "Kepala Perangkat Daerah melapor kepada Bupati melalui Sekda."
    assert parties(text, LAW) == {
        ("pelaku", "Kepala Perangkat Daerah"),
        ("kepada", "Bupati"),
        ("melalui", "Sekretaris Daerah"),
    }


@pytest.mark.parametrize("name", [law.id for law in regulations()])
def test_no_provision_in_force_names_two_parties_in_one_part(root: Path, name: str) -> None:
    """Else B3 would need cases of one of two parties; see the equivalents of its rules."""
    text = (root / f"corpus/regulations/{name}.txt").read_text(encoding="utf-8")
    number = next(str(law.number) for law in regulations() if law.id == name)
    found = revision_of(_draft(text.replace(f"NOMOR {number} TAHUN", "NOMOR 999 TAHUN", 1)))
    assert found is not None
    roles = {
        leaf: [role for role, _ in parties(said, name)] for leaf, said in found.encoded.items()
    }
    assert {leaf: said for leaf, said in roles.items() if len(said) > len(set(said))} == {}


def test_no_unit_stands_under_two_asisten_in_force(law: str) -> None:
    """Else B5 would need cases of such a unit; see the equivalents of its rules."""
    under: dict[str, set[str]] = {}
    for entry in entries_of(_draft(law), LAW):
        under.setdefault(entry.unit, set()).add(entry.asisten)
    assert {unit for unit, asisten in under.items() if len(asisten) > 1} == set()


@pytest.mark.parametrize("name", [law.id for law in regulations()])
def test_every_regulation_restated_has_no_finding(root: Path, name: str) -> None:
    text = (root / f"corpus/regulations/{name}.txt").read_text(encoding="utf-8")
    number = next(str(law.number) for law in regulations() if law.id == name)
    text = text.replace(f"NOMOR {number} TAHUN", "NOMOR 999 TAHUN", 1)
    found = revision_of(_draft(text))
    assert found is not None
    assert set(found.continued) == set(found.encoded)
    assert _substance(text) == []

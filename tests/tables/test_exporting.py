"""`patuh export --format xlsx`: the table back, which `patuh import` reads as the structure."""

import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner
from drawn import ROOT, text_of

from patuh.checking import load
from patuh.cli import main
from patuh.knowledge.regulations import applicable
from patuh.report.documents.xlsx import exported, table_of
from patuh.tables.importing import imported

CASES = tomllib.loads((Path(__file__).parent / "cases.toml").read_text(encoding="utf-8"))
HEAD = "USULAN : Tabel\nDAERAH : {region}\nLINGKUP : sebagian\n\nSTRUKTUR\n\n"


def back(text: str, path: str = "usulan.sotk") -> str:
    """The proposal that is imported from the table of a proposal."""
    reading = load(text, path)
    law = applicable(reading.proposal.header.region)[0]
    return imported(exported(reading), "usulan.xlsx", law).text


def places(text: str, path: str = "usulan.sotk") -> dict[str, str | None]:
    """Each unit of the table of a proposal, with the one that it lies in, by their names."""
    rows = list(table_of(load(text, path)))
    names = {row[0]: row[1] for row in rows}
    full = {row[0]: (row[1], row[2]) for row in rows}

    def whole(row: str) -> str:
        name, above = full[row]
        return f"{name} < {whole(above)}" if above else name

    return {whole(row[0]): names.get(row[2]) for row in rows}


@pytest.mark.parametrize(
    "name", ["paser_struktur_dasar", "kutim_pasal_18_lengkap", "paser_penggabungan_dinas", "300"]
)
def test_the_table_of_a_proposal_gives_its_structure_again(name: str) -> None:
    text, path = text_of(name), str(ROOT / "corpus" / "proposals" / "usulan.sotk")
    found = places(text, path)
    assert len(found) > 2
    assert places(back(text, path)) == found


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case.get("gives")])
def test_what_was_imported_is_imported_again_from_its_own_table(name: str) -> None:
    sentences = [line.rpartition(" # ")[0] for line in CASES[name]["gives"]]
    text = HEAD.format(region="Kabupaten Paser") + "\n".join(sentences) + "\n"
    again = back(text).partition("STRUKTUR\n\n")[2].splitlines()
    assert {line.rpartition("  # ")[0] for line in again} >= set(sentences)
    assert places(back(text)) == places(text)


def test_units_outside_the_regency_and_persons_at_its_head_are_in_no_table() -> None:
    names = set(places(text_of("kutim_pasal_18_lengkap")))
    assert {"Dinas Kesehatan", "Sekretariat Daerah", "Asisten Administrasi Umum"} <= names
    assert not {"Bupati", "Sekretaris Daerah", "Kejaksaan Negeri", "Forkopimda"} & names


def test_the_command_writes_a_file_and_needs_one(tmp_path: Path, root: Path) -> None:
    proposal = str(root / "corpus" / "proposals" / "paser_struktur_dasar.sotk")
    output = tmp_path / "tabel.xlsx"
    refused = CliRunner().invoke(main, ["export", proposal, "--format", "xlsx"])
    assert refused.exit_code == 2
    assert "-o BERKAS.xlsx" in refused.stderr
    done = CliRunner().invoke(main, ["export", proposal, "--format", "xlsx", "-o", str(output)])
    assert (done.exit_code, done.output) == (0, "")
    first = output.read_bytes()
    CliRunner().invoke(main, ["export", proposal, "--format", "xlsx", "-o", str(output)])
    assert output.read_bytes() == first
    checked = CliRunner().invoke(main, ["check", str(output), "--region", "Kabupaten Paser"])
    assert checked.exit_code in (0, 1), checked.stderr


def test_the_structure_in_a_draft_as_a_table(tmp_path: Path, root: Path) -> None:
    draft = str(root / "corpus" / "regulations" / "kutim_41_2023.txt")
    output = tmp_path / "tabel.xlsx"
    done = CliRunner().invoke(main, ["export", draft, "--format", "xlsx", "-o", str(output)])
    assert done.exit_code == 0, done.stderr
    law = applicable("Kabupaten Kutai Timur")[0]
    assert "Dinas Kesehatan." in imported(output.read_bytes(), "tabel.xlsx", law).text


def test_sorts_that_the_proposal_declares_are_told_for_the_way_back(tmp_path: Path) -> None:
    head = HEAD.format(region="Kabupaten Paser").replace("LINGKUP", "SATUAN : Balai = UPT\nLINGKUP")
    path, output = tmp_path / "balai.sotk", tmp_path / "balai.xlsx"
    path.write_text(f"{head}Balai Benih pada Dinas Perikanan.\n", encoding="utf-8")
    done = CliRunner().invoke(main, ["export", str(path), "--format", "xlsx", "-o", str(output)])
    assert done.exit_code == 0
    assert done.stderr.endswith('--sort "Balai = UPT"\n')
    law = applicable("Kabupaten Paser")[0]
    again = imported(output.read_bytes(), "t.xlsx", law, sorts=[("Balai", "UPT")]).text
    assert "Balai Benih pada Dinas Perikanan." in again

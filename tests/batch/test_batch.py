"""`patuh batch`: the same bytes for any number of workers, and nothing lost when a worker dies."""

import csv
import json
import os
from collections.abc import Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from pathlib import Path

import pytest
from batch.deaths import kills
from click.testing import CliRunner, Result

import patuh
from patuh.batch.pool import in_order, processes
from patuh.batch.results import Row, checked
from patuh.batch.work import Task
from patuh.cli import main
from patuh.knowledge.root import kb_root

COORDINATED = "Dinas Sosial dikoordinasikan oleh Asisten Pemerintahan dan Kesejahteraan Rakyat.\n"
HEAD = "USULAN  : Contoh\nDAERAH  : Kabupaten Paser\n\nSTRUKTUR\n\n{}.\n" + COORDINATED
SAID = {
    "a": "Dinas Sosial bertanggung jawab langsung kepada Bupati",
    "b": "Dinas Sosial bertanggung jawab kepada Bupati melalui Sekretaris Daerah",
    "c": "Dinas Sosial bertanggung lngsung kepada",
    "d": "Dinas Sosial bertanggung jawab langsung kepada Bupati",
}

pytestmark = pytest.mark.xdist_group("batch")


def raises(number: int) -> int:
    raise ValueError(number)


def bare(workers: int) -> Executor:
    """Processes that have read nothing."""
    return processes(workers, ())


def threads(workers: int) -> Executor:
    return ThreadPoolExecutor(workers)


@pytest.fixture
def proposals(tmp_path: Path) -> list[Path]:
    made = tmp_path / "usulan"
    made.mkdir()
    for name, said in SAID.items():
        (made / f"{name}.sotk").write_text(HEAD.format(said), encoding="utf-8")
    return sorted(made.iterdir())


def tasks(paths: Sequence[Path]) -> list[Task]:
    return [Task(str(path), kb_root()) for path in paths]


def bytes_in(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.mark.skipif(os.name != "posix", reason="no signal ends a process there")
def test_a_worker_that_dies_costs_its_own_input_and_no_other() -> None:
    found = list(in_order(kills, range(8), 2, bare))
    assert found == [0, 1, 4, None, 16, 25, 36, 49]


def test_what_the_work_raises_is_raised() -> None:
    with pytest.raises(ValueError, match="0"):
        list(in_order(raises, [0, 1], 1, threads))


def test_an_executor_that_tries_itself_says_what_is_lost() -> None:
    assert list(in_order(raises, [0, 1], 2, threads, (ValueError,))) == [None, None]


def test_any_executor_gives_the_outcomes_in_order() -> None:
    assert list(in_order(abs, [-3, 2, -1], 3, threads)) == [3, 2, 1]


def test_one_worker_and_several_write_the_same_bytes(proposals: list[Path], tmp_path: Path) -> None:
    one, two = tmp_path / "satu", tmp_path / "dua"
    rows = list(checked(tasks(proposals), one, 1, threads))
    assert rows == list(checked(tasks(proposals), two, 2, processes))
    assert bytes_in(one) == bytes_in(two)
    assert len(bytes_in(one)) == len(SAID) + 1
    assert [(Path(row.path).stem, row.status, row.counts) for row in rows] == [
        ("a", "ok", (1, 0, 0, 0)),
        ("b", "ok", (0, 0, 0, 0)),
        ("c", "tak_terbaca", ()),
        ("d", "ok", (1, 0, 0, 0)),
    ]


def test_what_is_done_is_not_done_again_but_what_has_changed_is(
    proposals: list[Path], tmp_path: Path
) -> None:
    folder = tmp_path / "hasil"
    before = list(checked(tasks(proposals), folder, 1, threads))
    made = {path: path.stat().st_mtime_ns for path in (folder / "hasil").iterdir()}
    proposals[3].write_text(HEAD.format(SAID["b"]), encoding="utf-8")
    after = list(checked(tasks(proposals), folder, 1, threads))
    assert after[:3] == before[:3]
    assert (after[3].status, after[3].counts) == ("ok", (0, 0, 0, 0))
    now = {path: path.stat().st_mtime_ns for path in (folder / "hasil").iterdir()}
    assert {path: now[path] for path in made} == made
    assert len(now) == len(made) + 1


def test_the_documents_of_one_language_are_not_those_of_the_other(
    proposals: list[Path], tmp_path: Path
) -> None:
    rows = [
        row.document
        for lang in ("id", "en")
        for row in checked([Task(str(proposals[0]), kb_root(), lang=lang)], tmp_path, 1, threads)
    ]
    assert len({*rows}) == 2


def run(*words: object) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


def test_the_command_writes_a_table_and_a_document_for_each(
    proposals: list[Path], tmp_path: Path
) -> None:
    folder = tmp_path / "hasil"
    told = run("batch", *proposals, "-o", folder, "--jobs", 1)
    counts = "3 diperiksa, 1 tidak terbaca, 0 gagal"
    assert told.output == f"4 masukan: {counts} ({folder}/hasil.csv)\n"
    assert told.exit_code == 2
    with (folder / "hasil.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["status"], row["pelanggaran"]) for row in rows] == [
        ("ok", "1"),
        ("ok", "0"),
        ("tak_terbaca", ""),
        ("ok", "1"),
    ]
    document = json.loads((folder / rows[0]["document"]).read_text(encoding="utf-8"))
    assert [finding["check"] for finding in document["findings"]] == ["H7"]
    assert run("batch", proposals[0], "-o", folder, "--jobs", 1).exit_code == 1
    assert run("batch", proposals[1], "-o", folder, "--jobs", 1).exit_code == 0


def test_a_table_lists_files_and_the_regions_of_tables_among_them(tmp_path: Path) -> None:
    """Each from the folder of the list; the units of a table belong to the region it gives."""
    (tmp_path / "a.sotk").write_text(HEAD.format(SAID["a"]), encoding="utf-8")
    (tmp_path / "b.csv").write_text("Nama Unit;Atasan\nDinas Sosial;Bupati\n", encoding="utf-8")
    table = tmp_path / "daftar.csv"
    lines = ("No;Berkas;Daerah", "1;b.csv;Kabupaten Kutai Timur", "2;a.sotk;", ";;", "3;b.csv;")
    table.write_text("\n".join(lines), encoding="utf-8")
    out = tmp_path / "hasil"
    done = CliRunner().invoke(main, ("batch", str(table), "-o", str(out), "--jobs", "1"))
    assert done.exit_code == 2, done.output
    rows = list(csv.DictReader((out / "hasil.csv").open(encoding="utf-8")))
    told = [(Path(row["path"]).name, row["status"]) for row in rows]
    assert told == [("b.csv", "ok"), ("a.sotk", "ok"), ("b.csv", "tak_terbaca")]
    document = json.loads((out / rows[0]["document"]).read_text(encoding="utf-8"))
    assert "kutim_41_2023" in document["inputs"][0]["regulations"]


def test_a_table_of_several_regions_is_an_input_for_each(tmp_path: Path) -> None:
    """An empty cell belongs to the region above; the same as by `check --region` for each."""
    table = tmp_path / "unit.csv"
    lines = (
        "Daerah;Nama Unit;Atasan",
        "Kab. Paser;Dinas Sosial;Bupati",
        ";UPTD Panti Sosial;Dinas Sosial",
        "Kabupaten Kutai Timur;Dinas Kesehatan;Bupati",
        ";UPTD Laboratorium;Dinas Kesehatan",
        "Kabupaten Paser;Dinas Perikanan;Bupati",
    )
    table.write_text("\n".join(lines), encoding="utf-8")
    out = tmp_path / "hasil"
    run("batch", table, "-o", out, "--jobs", 1)
    rows = list(csv.DictReader((out / "hasil.csv").open(encoding="utf-8")))
    told = [(Path(row["path"]).name, row["status"], row["region"]) for row in rows]
    assert told == [
        ("unit.csv", "ok", "Kabupaten Paser"),
        ("unit.csv", "ok", "Kabupaten Kutai Timur"),
    ]
    documents = [json.loads((out / row["document"]).read_text("utf-8")) for row in rows]
    cells = [{one["location"]["cell"] for one in document["findings"]} for document in documents]
    assert cells == [set(), {"unit!B5"}]
    said = [
        patuh.as_proposal(table.read_bytes(), name="unit.csv", region=row["region"]).text
        for row in rows
    ]
    assert [[line.partition("  #")[0] for line in one.splitlines()[6:]] for one in said] == [
        ["Dinas Sosial.", "UPTD Panti Sosial pada Dinas Sosial.", "Dinas Perikanan."],
        ["Dinas Kesehatan.", "UPTD Laboratorium pada Dinas Kesehatan."],
    ]


def test_a_row_says_that_a_process_ended() -> None:
    assert Row("a.sotk", "gagal").cells == ("a.sotk", "gagal", "", "", "", "", "", "")

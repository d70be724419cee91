"""`patuh batch --scheduler`: a real Dask cluster on loopback."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from batch import deaths
from click.testing import CliRunner

from patuh.batch.cluster import ClusterLostError, cluster
from patuh.batch.pool import in_order
from patuh.cli import main

HEAD = "USULAN  : Contoh\nDAERAH  : Kabupaten Paser\n\nSTRUKTUR\n\n{}.\n"
SAID = ("Bagian Hukum", "Dinas Sosial bertanggung jawab langsung kepada Bupati", "Bagian Umum")

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("cluster")]


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    from distributed import LocalCluster

    with LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
    ) as running:
        yield running.scheduler_address


def test_a_cluster_writes_the_same_bytes_as_one_process(address: str, tmp_path: Path) -> None:
    folder = tmp_path / "usulan"
    folder.mkdir()
    for at, said in enumerate(SAID):
        (folder / f"{at}.sotk").write_text(HEAD.format(said), encoding="utf-8")
    written = []
    for name, words in (("satu", ("--jobs", "1")), ("banyak", ("--scheduler", address))):
        done = CliRunner().invoke(main, ("batch", str(folder), "-o", str(tmp_path / name), *words))
        assert done.exit_code == 1, done.output
        files = sorted(path for path in (tmp_path / name).rglob("*") if path.is_file())
        written.append([(path.relative_to(tmp_path / name), path.read_bytes()) for path in files])
    assert written[0] == written[1]
    assert len(written[0]) == len(SAID) + 1


@pytest.mark.skipif(os.name != "posix", reason="no signal ends a process there")
def test_a_worker_of_a_cluster_that_dies_costs_its_own_input_and_no_other(address: str) -> None:
    """Dask gives the input to another worker, three times; what waits behind it is done."""
    import cloudpickle

    cloudpickle.register_pickle_by_value(deaths)  # the workers cannot import what tests have
    executors, lost = cluster(address)
    found = list(in_order(deaths.kills, range(8), 2, executors, lost))
    assert found == [0, 1, 4, None, 16, 25, 36, 49]


def test_nobody_at_the_address() -> None:
    with pytest.raises(ClusterLostError):
        cluster("tcp://127.0.0.1:9", seconds=1)

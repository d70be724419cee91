"""The process that does the work: it ends when its time is over, and leaves nothing behind."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import clingo
import pytest
import work

from patuh.knowledge.root import kb_root, using
from patuh.web.lanes import MOST_WAITING, BusyError, EndedError, Lane, OverdueError


@pytest.fixture
def lane() -> Iterator[Lane]:
    found = Lane(60)
    yield found
    found.end()
    assert not found.folder.exists()


def gone(process: int) -> bool:
    """Whether a process ends within some seconds."""
    for _ in range(200):
        try:
            state = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0]
        except FileNotFoundError:
            return True
        if state == "Z":
            return True
        time.sleep(0.05)
    return False


def test_calls_are_answered_by_one_process(lane: Lane) -> None:
    async def asked() -> list[int]:
        return [await lane.ask(os.getpid), await lane.ask(os.getpid)]

    first, second = asyncio.run(asked())
    assert first == second != os.getpid()


def test_it_has_the_knowledge_base_that_is_in_use(tmp_path: Path) -> None:
    with using(tmp_path):
        other = Lane(60)
    try:
        assert asyncio.run(other.ask(kb_root)) == tmp_path
    finally:
        other.end()


def test_an_error_is_raised_again_with_its_trace(lane: Lane) -> None:
    with pytest.raises(ValueError, match="salah") as caught:
        asyncio.run(lane.ask(work.failing, "salah"))
    assert "in failing" in caught.value.__notes__[0]


def test_the_end_of_the_time_ends_grounding_that_never_looks_at_the_clock(lane: Lane) -> None:
    """And the next call is answered."""
    assert clingo.__version__
    process = asyncio.run(lane.ask(os.getpid))
    lane.seconds = 1
    with pytest.raises(OverdueError):
        asyncio.run(lane.ask(work.grounding_for_ever))
    assert gone(process)
    lane.seconds = 60
    assert asyncio.run(lane.ask(os.getpid)) != process


def test_what_the_work_started_ends_with_it(lane: Lane) -> None:
    asyncio.run(lane.ask(os.getpid))
    lane.seconds = 1.5
    told = lane.folder.parent / f"{lane.folder.name}.told"
    with pytest.raises(OverdueError):
        asyncio.run(lane.ask(work.waiting_for_another, str(told)))
    process = int(told.read_text())
    told.unlink()
    assert gone(process)


def test_a_process_that_ends_is_told_and_started_again(lane: Lane) -> None:
    with pytest.raises(EndedError):
        asyncio.run(lane.ask(os._exit, 3))
    assert asyncio.run(lane.ask(abs, -3)) == 3


def test_nothing_stays_in_its_folder_after_a_reply(lane: Lane) -> None:
    written = asyncio.run(lane.ask(work.writing))
    assert [Path(one).is_relative_to(lane.folder) for one in written] == [True, True]
    assert [*lane.folder.iterdir()] == []


def test_only_so_many_wait(lane: Lane) -> None:
    async def asked() -> list[object]:
        calls = (lane.ask(abs, -number) for number in range(MOST_WAITING + 2))
        return await asyncio.gather(*calls, return_exceptions=True)

    found = asyncio.run(asked())
    assert found[:MOST_WAITING] == [*range(MOST_WAITING)]
    assert [type(one) for one in found[MOST_WAITING:]] == [BusyError, BusyError]


_SERVER = """\
import asyncio, os, sys
from patuh.web.lanes import Lane
lane = Lane(60)
print(asyncio.run(lane.ask(os.getpid)), lane.folder, flush=True)
sys.stdin.read()
"""


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="reads /proc")
def test_without_its_server_it_ends_and_takes_its_folder_along() -> None:
    server = subprocess.Popen(
        [sys.executable, "-c", _SERVER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert server.stdout is not None
    process, folder = server.stdout.readline().split()
    server.send_signal(signal.SIGKILL)
    server.communicate()
    assert gone(int(process))
    assert not Path(folder).exists()

"""Work given to an executor; the outcomes in the order of the inputs, though a process may die.

A process that ends in the middle breaks its whole pool. The pool is made anew then, and what was
under way is done one by one, each alone: what breaks even that pool has crashed, and is told so.
"""

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")

Executors = Callable[[int], Executor]
"""Makes an executor with so many workers."""
_AHEAD = 4
"""So many inputs a worker are under way or wait: memory does not grow with their number."""


def processes(workers: int, preload: Sequence[str] = ("patuh.batch.work",)) -> Executor:
    """A pool of processes that are no copies of this one, and that have read what they need."""
    ways = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in ways else "spawn")
    if context.get_start_method() == "forkserver":
        context.set_forkserver_preload(list(preload))
    return ProcessPoolExecutor(workers, mp_context=context)


def cores() -> int:
    """How many workers are of use here."""
    return os.cpu_count() or 1


def in_order(
    work: Callable[[A], B],
    inputs: Sequence[A],
    workers: int,
    executors: Executors = processes,
    lost: tuple[type[Exception], ...] = (),
) -> Iterator[B | None]:
    """What `work` gives for each input, in their order; None where the process ended with it.

    `lost` is what an executor raises for such an input that tried it again itself. What `work`
    raises is raised. `work` and the inputs go to other processes.
    """
    waiting = deque(inputs)
    pool = executors(workers)
    under_way: deque[tuple[A, Future[B]]] = deque()
    try:
        while waiting or under_way:
            try:
                while waiting and len(under_way) < _AHEAD * workers:
                    under_way.append((waiting[0], pool.submit(work, waiting[0])))
                    waiting.popleft()
                found = under_way[0][1].result()
            except lost:
                under_way.popleft()
                yield None
            except BrokenExecutor:
                pool.shutdown(cancel_futures=True)
                for one, future in under_way:
                    yield _done(future) if _finished(future) else _alone(work, one, executors)
                under_way.clear()
                pool = executors(workers)
            else:
                under_way.popleft()
                yield found
    finally:
        pool.shutdown(cancel_futures=True)


def _finished(future: "Future[B]") -> bool:
    return future.done() and not future.cancelled() and future.exception() is None


def _done(future: "Future[B]") -> B:
    return future.result()


def _alone(work: Callable[[A], B], one: A, executors: Executors) -> B | None:
    """The outcome of one input in a pool of its own."""
    with executors(1) as pool:
        try:
            return pool.submit(work, one).result()
        except BrokenExecutor:
            return None

"""The workers of a Dask cluster, as executors: the extra `cluster`."""

from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import Any, TypeVar

from patuh.batch.pool import Executors

T = TypeVar("T")


class ClusterMissingError(Exception):
    """The package `distributed` is not installed."""


class ClusterLostError(Exception):
    """Nothing answers at the address of the scheduler."""


class _Workers(Executor):
    """What Dask gives as executor, which ends as the others do; a client serves all of them."""

    def __init__(self, client: Any) -> None:
        self._own = client.get_executor()

    def submit(self, work: Callable[..., T], /, *arguments: Any, **named: Any) -> "Future[T]":
        found: Future[T] = self._own.submit(work, *arguments, **named)
        return found

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        self._own.shutdown(wait=wait and not cancel_futures)


def cluster(address: str, seconds: float = 30.0) -> tuple[Executors, tuple[type[Exception], ...]]:
    """Executors on the cluster whose scheduler is at `address`, and what a lost input raises.

    The workers see the same files as this process, and have patuh. Raises `ClusterMissingError` and
    `ClusterLostError`, the latter after so many seconds.
    """
    try:
        from distributed import Client
        from distributed.scheduler import KilledWorker
    except ImportError as error:
        raise ClusterMissingError from error
    try:
        client = Client(address, timeout=seconds, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ClusterLostError(str(error)) from error
    return lambda _: _Workers(client), (KilledWorker,)

"""The server: where it listens, that somebody knows its address, and its end."""

import asyncio
import ipaddress
import socket
from collections.abc import Callable
from contextlib import suppress

import uvicorn

from patuh.web.app import application

_GRACE = 2
"""Seconds for replies that are under way when the server ends."""


def listening(host: str, port: int | None, usual: int) -> socket.socket:
    """A socket at this port; without one at the usual port or, where that is taken, a free one.

    Raises OSError where the port is taken or the host none of this machine.
    """
    family, _, _, _, address = socket.getaddrinfo(host, usual, type=socket.SOCK_STREAM)[0]
    try:
        return _bound(family, str(address[0]), usual if port is None else port)
    except OSError:
        if port is not None:
            raise
        return _bound(family, str(address[0]), 0)


def _bound(family: socket.AddressFamily, host: str, port: int) -> socket.socket:
    found = socket.socket(family, socket.SOCK_STREAM)
    try:
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        found.bind((host, port))
        found.listen()
    except OSError:
        found.close()
        raise
    return found


def hosts_of(host: str, port: int) -> tuple[str, ...]:
    """The names with the port under which a browser may ask for the page."""
    own = [host]
    with suppress(ValueError):
        if not ipaddress.ip_address(host).is_loopback:
            return (_with_port(host, port),)
        own += ["127.0.0.1", "::1"]
    return tuple(dict.fromkeys(_with_port(one, port) for one in (*own, "localhost")))


def is_loopback(found: socket.socket) -> bool:
    """Whether only this machine reaches it."""
    return ipaddress.ip_address(found.getsockname()[0]).is_loopback


def address_of(host: str, port: int) -> str:
    """What to open in a browser."""
    return f"http://{_with_port(host, port)}/"


def _with_port(host: str, port: int) -> str:
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def serve(
    found: socket.socket, host: str, seconds: float, started: Callable[[], object] = lambda: None
) -> None:
    """Serve the page until an interruption; `started` is called when it can be opened."""
    port = found.getsockname()[1]
    config = uvicorn.Config(
        application(hosts_of(host, port), seconds),
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=_GRACE,
    )
    server = _Server(config, started)
    server.run(sockets=[found])
    if server.failed is not None:
        raise server.failed


class _Server(uvicorn.Server):
    """Says when it listens."""

    def __init__(self, config: uvicorn.Config, started: Callable[[], object]) -> None:
        super().__init__(config)
        self._started = started
        self.failed: OSError | None = None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        try:
            self._started()
        except OSError as error:  # it could not be said: what runs already ends in order
            self.failed = error
            asyncio.get_running_loop().call_soon(setattr, self, "should_exit", True)

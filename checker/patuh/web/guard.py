"""What every request and every reply of the page goes through.

A page on another site can make a browser send requests to this host, also under a name of its own
that leads here (DNS rebinding). Hence only the names of this server count as Host, only its own
page as Origin, and whatever changes or reads something is a POST, which browsers send with Origin.
"""

from collections.abc import Iterable

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from patuh.inputs.paths import LARGEST

MOST = LARGEST + 1024 * 1024
"""Bytes of a request: an input as large as the command line takes, and what is said beside it."""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; connect-src 'self';"
    " img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "cache-control": "no-store",
    "content-security-policy": POLICY.replace(" 'nonce-{nonce}'", ""),
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}


class TooLargeError(Exception):
    """A request has more bytes than `MOST`."""


class Guard:
    """ASGI middleware around the whole application; `hosts` are its names with the port."""

    def __init__(self, app: ASGIApp, hosts: Iterable[str], most: int = MOST) -> None:
        self._app, self._hosts, self._most = app, frozenset(hosts), most
        self._origins = frozenset(f"http://{host}" for host in self._hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        read = 0

        async def bounded() -> Message:
            nonlocal read
            message = await receive()
            read += len(message.get("body", b""))
            if read > self._most:
                raise TooLargeError
            return message

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        refused = self._refused(scope["method"], Headers(scope=scope))
        await (refused or self._app)(scope, bounded, with_headers)

    def _refused(self, method: str, headers: Headers) -> Response | None:
        """The reply to a request that is not of this page, or too large by its own account."""
        if [*headers.getlist("host")] not in [[host] for host in self._hosts]:
            return Response(status_code=421)
        if headers.get("sec-fetch-site", "none") not in ("same-origin", "none"):
            return Response(status_code=403)
        if method == "POST":
            if headers.get("origin") not in self._origins:
                return Response(status_code=403)
            length = headers.get("content-length", "")
            if length.isdecimal() and int(length) > self._most:
                return Response(status_code=413)
        return None

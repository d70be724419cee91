"""The page as a server in a thread, and requests to it as a browser sends them."""

import http.client
import json
import socket
import threading
from collections.abc import Iterator
from typing import Any


class Reply:
    """What the server answered."""

    def __init__(self, response: http.client.HTTPResponse) -> None:
        self.status, self.headers, self.data = response.status, response.headers, response.read()

    @property
    def json(self) -> Any:
        return json.loads(self.data)


class Page:
    """A running server."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.host = f"127.0.0.1:{port}"
        self.origin = f"http://{self.host}"

    def send(
        self, method: str, path: str, body: bytes = b"", headers: dict[str, str] | None = None
    ) -> Reply:
        """A request with these headers alone."""
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            link.putrequest(method, path, skip_host=True)
            for name, value in (headers or {}).items():
                link.putheader(name, value)
            if body and "Transfer-Encoding" not in (headers or {}):
                link.putheader("Content-Length", str(len(body)))
            link.endheaders(body or None)
            return Reply(link.getresponse())
        finally:
            link.close()

    def get(self, path: str, **headers: str) -> Reply:
        return self.send("GET", path, headers={"Host": self.host, **headers})

    def post(
        self, name: str, headers: dict[str, str] | None = None, /, **fields: str | tuple[str, bytes]
    ) -> Reply:
        """A form, as the page sends it."""
        mark = "batas-antara-bagian"
        body = b"".join(_part(mark, name, value) for name, value in fields.items())
        sent = {
            "Host": self.host,
            "Origin": self.origin,
            "Content-Type": f"multipart/form-data; boundary={mark}",
            **(headers or {}),
        }
        return self.send("POST", f"/api/{name}", body + f"--{mark}--\r\n".encode(), sent)


def _part(mark: str, name: str, value: str | tuple[str, bytes]) -> bytes:
    file, data = ("", value.encode()) if isinstance(value, str) else value
    named = f'; filename="{file}"' if file else ""
    head = f'--{mark}\r\nContent-Disposition: form-data; name="{name}"{named}\r\n\r\n'
    return head.encode() + data + b"\r\n"


def serving(seconds: float = 60, most: int | None = None) -> Iterator[Page]:
    """A server for as long as it is iterated over."""
    import uvicorn

    from patuh.web.app import application
    from patuh.web.guard import MOST
    from patuh.web.serving import hosts_of, listening

    with listening("127.0.0.1", 0, 0) as found:
        port = found.getsockname()[1]
        app = application(hosts_of("127.0.0.1", port), seconds, most or MOST)
        server = uvicorn.Server(uvicorn.Config(app, log_level="critical", access_log=False))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [found]}, daemon=True)
        thread.start()
        socket.create_connection(("127.0.0.1", port), timeout=60).close()
        try:
            yield Page(port)
        finally:
            server.should_exit = True
            thread.join(60)

"""Who may ask what, and what every reply carries."""

import pytest
from checker_texts import VIOLATION
from served import Page, serving

SECURE = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
PATHS = ["/", "/en", "/bundle/page.js", "/bundle/page.css", "/tidak-ada", "/api/check"]


@pytest.mark.parametrize("path", PATHS)
def test_every_reply_is_bound_to_this_host(page: Page, path: str) -> None:
    headers = page.get(path).headers
    assert {name: headers[name] for name in SECURE} == SECURE
    assert headers["Set-Cookie"] is None
    policy = dict(part.split(maxsplit=1) for part in headers["Content-Security-Policy"].split(";"))
    style = policy.pop("style-src").split()
    assert policy == {
        "default-src": "'none'",
        "script-src": "'self'",
        "connect-src": "'self'",
        "img-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": "'none'",
    }
    assert style[0] == "'self'"
    assert [one.startswith("'nonce-") for one in style[1:]] == [True] * (path in ("/", "/en"))


def test_the_number_of_the_styles_is_used_once(page: Page) -> None:
    policies = {page.get("/").headers["Content-Security-Policy"] for _ in range(3)}
    assert len(policies) == 3


@pytest.mark.parametrize("host", ["evil.example", "evil.example:{port}", "127.0.0.1", None])
def test_only_the_names_of_this_server_are_served(page: Page, host: str | None) -> None:
    """A name of somebody else's that leads here is not the page's (DNS rebinding)."""
    headers = {} if host is None else {"Host": host.format(port=page.port)}
    reply = page.send("GET", "/", headers=headers)
    assert (reply.status, reply.data) in [(421, b""), (400, b"Invalid HTTP request received.")]


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "[::1]"])
def test_its_own_names_are_served(page: Page, name: str) -> None:
    assert page.send("GET", "/", headers={"Host": f"{name}:{page.port}"}).status == 200


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({}, 200),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": ""}, 403),
        ({"Origin": "https://127.0.0.1:{port}"}, 403),
        ({"Origin": "http://localhost:{port}"}, 200),
        ({"Sec-Fetch-Site": "same-origin"}, 200),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
    ],
)
def test_only_the_page_itself_may_ask(page: Page, changed: dict[str, str], status: int) -> None:
    headers = {name: value.format(port=page.port) for name, value in changed.items()}
    assert page.post("words", headers, region="Kabupaten Paser").status == status


def test_without_an_origin_nothing_is_done(page: Page) -> None:
    assert page.send("POST", "/api/check", b"x", {"Host": page.host}).status == 403


def test_what_is_asked_is_posted(page: Page) -> None:
    assert page.get("/api/check").status == 405


def test_a_request_is_bounded_by_what_it_says_and_by_what_it_sends() -> None:
    for small in serving(most=2_000):
        assert small.post("check", input=VIOLATION).status == 200
        large = {"input": "x" * 3_000}
        assert small.post("check", **large).status == 413
        headers = {
            "Host": small.host,
            "Origin": small.origin,
            "Content-Type": "multipart/form-data; boundary=x",
            "Transfer-Encoding": "chunked",
        }
        part = b'--x\r\nContent-Disposition: form-data; name="input"\r\n\r\n' + b"x" * 3_000
        chunks = b"%x\r\n%s\r\n0\r\n\r\n" % (len(part), part)
        unsaid = small.send("POST", "/api/check", chunks, headers)
        assert unsaid.status == 413
        assert unsaid.json["problems"][0]["message"] == "berkas ini terlalu besar"

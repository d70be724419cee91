"""The application: which address does what."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from patuh.web.asked import Asked
from patuh.web.faults import answered
from patuh.web.forms import Fields, fields_of
from patuh.web.guard import MOST, Guard
from patuh.web.jobs import checking, comparing, files, opening, revising, words
from patuh.web.lanes import Lane
from patuh.web.page import bundle_file, page

Reply = Callable[[Request], Awaitable[Response]]


class Lanes:
    """Two processes, so that what takes long does not keep findings from who types."""

    def __init__(self, seconds: float) -> None:
        self.quick, self.slow = Lane(seconds), Lane(seconds)

    def end(self) -> None:
        """End both."""
        self.quick.end()
        self.slow.end()


def application(hosts: Iterable[str], seconds: float, most: int = MOST) -> Guard:
    """The page for requests to these hosts (`127.0.0.1:8420`).

    No piece of work takes longer than `seconds`, no request has more than `most` bytes.
    """

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        app.state.lanes = Lanes(seconds)
        try:
            yield
        finally:
            app.state.lanes.end()

    posts = {
        "check": _check,
        "proof": _proof,
        "repairs": _repairs,
        "open": _open,
        "structure": _structure,
        "compare": _compare,
        "revision": _revision,
        "words": _words,
        "sentences": _sentences,
        "begin": _begin,
        "report/{form}": _report,
        "comments": _comments,
        "comparison/{form}": _comparison,
    }
    routes = [
        Route("/", page),
        Route("/en", page),
        Route("/bundle/{name}", bundle_file),
        Route("/favicon.ico", lambda _: Response(status_code=204)),
        *(
            Route(f"/api/{name}", answered(reply), methods=["POST"])
            for name, reply in posts.items()
        ),
    ]
    return Guard(Starlette(routes=routes, lifespan=lifespan), hosts, most)


def _lanes(request: Request) -> Lanes:
    lanes: Lanes = request.app.state.lanes
    return lanes


def _json(data: bytes) -> Response:
    return Response(data, media_type="application/json")


async def _check(request: Request) -> Response:
    fields = await fields_of(request)
    job = (checking.check, fields.asked(), fields.is_file("input"))
    return _json(await _lanes(request).quick.ask(*job))


async def _proof(request: Request) -> Response:
    fields = await fields_of(request)
    job = (checking.proof, fields.asked(), fields.number("finding"))
    return _json(await _lanes(request).quick.ask(*job))


async def _repairs(request: Request) -> Response:
    fields = await fields_of(request)
    job = (checking.repairs, fields.asked(), fields.number("finding"))
    return _json(await _lanes(request).slow.ask(*job))


async def _open(request: Request) -> Response:
    fields = await fields_of(request)
    return _json(await _lanes(request).slow.ask(opening.opened, fields.asked()))


async def _structure(request: Request) -> Response:
    fields = await fields_of(request)
    return _json(await _lanes(request).slow.ask(opening.structure, fields.asked()))


async def _compare(request: Request) -> Response:
    job = (comparing.compared, *_both(await fields_of(request)))
    return _json(await _lanes(request).slow.ask(*job))


async def _revision(request: Request) -> Response:
    fields = await fields_of(request)
    old = fields.asked("old") if fields.is_file("old") or fields.text("old") else None
    return _json(await _lanes(request).slow.ask(revising.revised, fields.asked("new"), old))


async def _words(request: Request) -> Response:
    fields = await fields_of(request)
    return _json(await _lanes(request).quick.ask(words.words, fields.word("region")))


async def _sentences(request: Request) -> Response:
    fields = await fields_of(request)
    said = map(fields.word, ("region", "kind", "name", "superior", "assistant"))
    return _json(await _lanes(request).quick.ask(words.written, fields.whole("text"), *said))


async def _begin(request: Request) -> Response:
    fields = await fields_of(request)
    job = (words.begun, fields.word("region"), fields.word("kind"), fields.text("base") or "")
    return _json(await _lanes(request).quick.ask(*job))


async def _report(request: Request) -> Response:
    job = (files.report_file, (await fields_of(request)).asked(), request.path_params["form"])
    return _file(await _lanes(request).slow.ask(*job))


async def _comments(request: Request) -> Response:
    job = (files.commented, (await fields_of(request)).asked())
    return _file(await _lanes(request).slow.ask(*job))


async def _comparison(request: Request) -> Response:
    both = _both(await fields_of(request))
    job = (files.comparison_file, *both, request.path_params["form"])
    return _file(await _lanes(request).slow.ask(*job))


def _both(fields: Fields) -> tuple[Asked, Asked]:
    return fields.asked("old"), fields.asked("new")


def _file(file: files.File) -> Response:
    """A file to keep; the page, which asked for it, knows its name from the header."""
    headers = {"content-disposition": f"attachment; filename*=UTF-8''{quote(file.name)}"}
    return Response(file.data, media_type=file.type, headers=headers)

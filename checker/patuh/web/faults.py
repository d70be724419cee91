"""What goes wrong, as a reply: the problems of an input, or one line on what else it was."""

import sys
import traceback
from collections.abc import Awaitable, Callable

import msgspec
from msgspec import Struct
from starlette.requests import Request
from starlette.responses import Response

import patuh
from patuh.messages import Lang, say
from patuh.web.asked import WrongRequestError
from patuh.web.guard import TooLargeError
from patuh.web.lanes import BusyError, EndedError, OverdueError

Reply = Callable[[Request], Awaitable[Response]]


class Refused(Struct, frozen=True):
    """Why there is no other reply."""

    problems: tuple[patuh.Problem, ...]


def answered(reply: Reply) -> Reply:
    """The same, and a reply also to what goes wrong; a fault of patuh leaves its trace here."""

    async def found(request: Request) -> Response:
        lang: Lang = "en" if request.query_params.get("lang") == "en" else "id"
        try:
            return await reply(request)
        except patuh.PatuhError as error:
            return _refused(422, *error.problems)
        except WrongRequestError:
            return _said(400, "serve.wrong", lang)
        except TooLargeError:
            return _said(413, "serve.too_large", lang)
        except BusyError:
            return _said(503, "serve.busy", lang)
        except OverdueError:
            seconds = f"{request.app.state.lanes.quick.seconds:g}"
            return _said(503, "serve.overdue", lang, seconds=seconds)
        except EndedError:
            return _said(500, "serve.ended", lang)
        except Exception:
            traceback.print_exc(file=sys.stderr)
            return _said(500, "serve.fault", lang)

    return found


def _said(status: int, key: str, lang: Lang, **values: object) -> Response:
    return _refused(status, patuh.Problem("page", say(key, lang, **values), None, "", 1, 1))


def _refused(status: int, *problems: patuh.Problem) -> Response:
    data = msgspec.json.encode(Refused(problems))
    return Response(data, status_code=status, media_type="application/json")

"""The page itself and what it loads: one template, and the bundle that Vite made."""

import json
import secrets
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, Template, select_autoescape
from starlette.requests import Request
from starlette.responses import Response

from patuh.finding import Level
from patuh.knowledge.regulations import regulations
from patuh.messages import Lang, entries
from patuh.scaffold.proposal import templates
from patuh.version import __version__
from patuh.web.guard import POLICY

_HERE = Path(__file__).parent
BUNDLE = _HERE / "bundle"
_SHARED = ("advice", "clean", "clean_as_read", "no_repair", "reading")
_TYPES = {"page.js": "text/javascript", "page.css": "text/css"}


@cache
def _template() -> Template:
    loader = FileSystemLoader(_HERE / "templates")
    escaped = Environment(loader=loader, autoescape=select_autoescape(), trim_blocks=True)
    return escaped.get_template("page.html")


def _words(lang: Lang) -> dict[str, str]:
    """The words of the page, with those of reports that it says too."""
    reports = entries("findings", lang)
    shared = {key: reports[key] for key in (*_SHARED, *(f"level.{one.name}" for one in Level))}
    return {**entries("page", lang), **shared}


async def page(request: Request) -> Response:
    """The page in the language of its address; the editor's styles carry a number used once."""
    lang: Lang = "en" if request.url.path == "/en" else "id"
    words = _words(lang)
    nonce = secrets.token_urlsafe(16)
    html = _template().render(
        lang=lang,
        say=words.__getitem__,
        words=json.dumps(words, ensure_ascii=False),
        nonce=nonce,
        region=regulations()[0].region,
        kinds=templates(),
        version=__version__,
    )
    headers = {"content-security-policy": POLICY.format(nonce=nonce)}
    return Response(html, media_type="text/html", headers=headers)


async def bundle_file(request: Request) -> Response:
    """A file of the bundle."""
    name = request.path_params["name"]
    if name not in _TYPES:
        return Response(status_code=404)
    return Response((BUNDLE / name).read_bytes(), media_type=_TYPES[name])

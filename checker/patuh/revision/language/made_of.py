"""All that the sentences of a language are made of: the tables, and the code that reads them."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import patuh_parser

_TABLES = ("audit", "names", "national", "regions", "regulations", "vocabulary")
_CODE = ("checking.py", "facts", "knowledge", "revision/language")
_NO_CODE = (".pyc", ".md")


def made_of(base: Path) -> Iterator[str | bytes]:
    """The parts, for `patuh_parser.stored`; `base` is the folder of the knowledge base."""
    yield _code()
    for folder in _TABLES:
        for file in _files(base / folder):
            yield str(file.relative_to(base))
            yield file.read_bytes()


@cache
def _code() -> bytes:
    own = Path(__file__).parents[2]
    places = [Path(patuh_parser.__path__[0]), *(own / name for name in _CODE)]
    return b"\0".join(file.read_bytes() for place in places for file in _files(place))


def _files(place: Path) -> list[Path]:
    if place.is_file():
        return [place]
    return sorted(f for f in place.rglob("*") if f.is_file() and f.suffix not in _NO_CODE)

"""What a draft allows and forbids beside the law in force, or beside an older draft of it."""

import json
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

import patuh
from patuh.web.asked import Asked


class Example(Struct, frozen=True):
    """A smallest proposal on which the sides differ, with its chart under the law in force.

    `old` and `new` are what each side finds: check, level, message.
    """

    text: str
    chart: str | None
    old: tuple[dict[str, str], ...]
    new: tuple[dict[str, str], ...]


class Revision(Struct, frozen=True):
    """The sentences of a jurist, and what was not translated; `complete` as of `patuh.diff`."""

    of: str
    sentences: tuple[str, ...]
    examples: tuple[Example, ...]
    left: tuple[str, ...]
    complete: bool


def revised(new: Asked, old: Asked | None) -> bytes:
    """The revision as JSON; errors as of `patuh.diff`. It writes in the folder it works in."""
    names = [_written(one, folder) for one, folder in ((new, "menjadi"), (old, "semula")) if one]
    found = patuh.diff(None, *names, lang=new.lang)
    document = json.loads(found.to_json())
    every = [one for part in (document["whole"], *document["checks"]) for one in part["examples"]]
    told = {one["text"]: one for one in reversed(every)}
    return msgspec.json.encode(
        Revision(
            "revision",
            found.sentences,
            tuple(_example(told[text], new) for text in found.examples),
            tuple(one["label"] for one in document["draft"]["left"]),
            found.complete,
        )
    )


def _example(one: dict[str, Any], asked: Asked) -> Example:
    chart = patuh.check(one["text"], lang=asked.lang, proofs=False).chart()
    return Example(one["text"], chart.svg if chart else None, one["old"], one["new"])


def _written(asked: Asked, folder: str) -> Path:
    path = Path(folder, asked.name if Path(asked.name).suffix else f"{asked.name}.txt")
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(asked.data)
    return path

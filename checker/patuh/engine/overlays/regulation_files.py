"""Which files of a regulation, beside its rules, are taken from a user: who it is, names, text."""

import re
from collections.abc import Iterable
from pathlib import Path

from msgspec import ValidationError, convert

from patuh.engine.overlays.acceptance import OverlayError, refused, text_of
from patuh.engine.overlays.message_files import table_of
from patuh.knowledge.called.gazetteers import UnknownSortError
from patuh.knowledge.names import gazetteer
from patuh.knowledge.regulation_names import OwnNames
from patuh.knowledge.regulations import Regulation

_FIELD = re.compile(r"(?:field `|`\$\.)(\w+)")


def accept_of_regulation(path: Path, regulation_id: str) -> None:
    """Refuse a `regulation.toml` or `names.toml` that is not well formed, and any other table.

    The text of the regulation is only data. Raises `OverlayError`.
    """
    if path.suffix == ".txt":
        text_of(path)
        return
    text, table = table_of(path)
    try:
        if path.name == "regulation.toml":
            law = convert(table, Regulation)
            for field, held in (("id", law.id == regulation_id), ("text", _plain(law.text))):
                if not held:
                    raise _malformed(path, text, f"`$.{field}`")
        elif path.name == "names.toml":
            convert(table, OwnNames)
        else:
            raise refused(path, 1, 1, "unread_table")
    except ValidationError as error:
        raise _malformed(path, text, str(error)) from error


def accept_names(regulation_id: str, files: Iterable[Path], target: Path) -> None:
    """Refuse a regulation of `target` whose units cannot be named: `files` are the user's own.

    Raises `OverlayError`.
    """
    try:
        gazetteer(target, [regulation_id])
    except UnknownSortError as error:
        texts = {path: text_of(path) for path in files}
        path = next((path for path, text in texts.items() if error.name in text), min(texts))
        line = texts[path].partition(error.name)[0].count("\n") + 1
        raise refused(path, line, 1, "no_sort", name=error.name) from error


def _plain(name: str) -> bool:
    return Path(name).name == name


def _malformed(path: Path, text: str, told: str) -> OverlayError:
    field = _FIELD.search(told)
    key = field and re.search(rf"^\s*\[?{field[1]}\b", text, re.MULTILINE)
    line = text[: key.start()].count("\n") + 1 if key else 1
    return refused(path, line, 1, "malformed", told=told)

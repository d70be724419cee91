"""Which files of a regulation, beside its rules, are taken from a user: who it is, names, text."""

import re
from pathlib import Path

from msgspec import ValidationError, convert

from patuh.engine.overlays.acceptance import OverlayError, refused, text_of
from patuh.engine.overlays.message_files import table_of
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


def _plain(name: str) -> bool:
    return Path(name).name == name


def _malformed(path: Path, text: str, told: str) -> OverlayError:
    field = _FIELD.search(told)
    key = field and re.search(rf"^\s*\[?{field[1]}\b", text, re.MULTILINE)
    line = text[: key.start()].count("\n") + 1 if key else 1
    return refused(path, line, 1, "malformed", told=told)

"""The folder of results: a document for each input, kept by what it was made of, and a table.

A document that is there already was made of the same content, knowledge base and options, so that
a batch that was interrupted goes on where it was.
"""

import csv
import datetime
import io
import os
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct, json
from msgspec.structs import replace

from patuh.batch.pool import Executors, in_order, processes
from patuh.batch.work import Done, Task, done
from patuh.finding import Level
from patuh.version import __version__
from patuh_parser.stored import hash_of

TABLE, DOCUMENTS = "hasil.csv", "hasil"
_LEVELS = tuple(level.name for level in sorted(Level, reverse=True))


class Row(Struct, frozen=True):
    """A line of the table; `status`: `ok`, `tak_terbaca` or `gagal` (the process ended with it)."""

    path: str
    status: str
    counts: tuple[int, ...] = ()
    document: str = ""
    region: str = ""
    """Whose structure a table holds, where that was said."""

    @property
    def cells(self) -> tuple[str, ...]:
        """The line, empty where nothing was counted."""
        counts = tuple(map(str, self.counts)) or ("",) * len(_LEVELS)
        return (self.path, self.status, *counts, self.document, self.region)


def checked(
    tasks: list[Task],
    folder: Path,
    workers: int,
    executors: Executors = processes,
    lost: tuple[type[Exception], ...] = (),
) -> Iterator[Row]:
    """A row for each input, in their order; raises OSError where a file cannot be written.

    The table is written when all is done.
    """
    (folder / DOCUMENTS).mkdir(parents=True, exist_ok=True)
    laws = {root: _law(root) for root in {task.root for task in tasks}}
    keys = [_key(task, laws[task.root]) for task in tasks]
    open_ = [task for task, key in zip(tasks, keys, strict=True) if not _file(folder, key).exists()]
    outcomes = in_order(done, open_, min(workers, max(1, len(open_))), executors, lost)
    todo = {id(task) for task in open_}
    rows: list[Row] = []
    for task, key in zip(tasks, keys, strict=True):
        found = next(outcomes) if id(task) in todo else None
        if found is not None:
            _write(_file(folder, key), found.document)
        rows.append(replace(_row(task, key, folder, found), region=task.region or ""))
        yield rows[-1]
    _write(folder / TABLE, _table(rows))


def _row(task: Task, key: str, folder: Path, found: Done | None) -> Row:
    file = _file(folder, key)
    if found is None and not file.exists():
        return Row(task.path, "gagal")
    document = file.relative_to(folder).as_posix()
    counts = found.counts if found is not None else _counts(file)
    if counts is None:
        return Row(task.path, "tak_terbaca", (), document)
    return Row(task.path, "ok", tuple(counts[level] for level in _LEVELS), document)


def _counts(file: Path) -> dict[str, int] | None:
    """The findings of a document by level; None if it tells only why nothing was read."""
    told = json.decode(file.read_bytes())
    if not told["inputs"]:
        return None
    levels = [finding["level"] for finding in told["findings"]]
    return {level: levels.count(level) for level in _LEVELS}


def _file(folder: Path, key: str) -> Path:
    return folder / DOCUMENTS / f"{key}.json"


def _key(task: Task, law: str) -> str:
    """What the document of an input is made of; the day counts where none is said."""
    try:
        data = Path(task.path).read_bytes()
    except OSError as error:
        data = str(error.errno).encode()
    day = str(task.as_of or datetime.date.today())
    options = (day, task.lang, str(task.timeout), task.region or "")
    parts = (task.path, data, *options, law, __version__)
    return hash_of(parts)


def _law(root: Path) -> str:
    """A hash of the knowledge base."""
    files = sorted(file for kind in ("*.lp", "*.toml") for file in root.rglob(kind))
    names = (file.relative_to(root).as_posix() for file in files)
    return hash_of(part for name in names for part in (name, (root / name).read_bytes()))


def _table(rows: list[Row]) -> str:
    out = io.StringIO()
    lines = csv.writer(out, lineterminator="\n")
    lines.writerow(("path", "status", *_LEVELS, "document", "region"))
    lines.writerows(row.cells for row in rows)
    return out.getvalue()


def _write(path: Path, text: str) -> None:
    """Write in one step, so that what is there is whole."""
    part = path.with_name(f".{path.name}.{os.getpid()}")
    part.write_text(text, encoding="utf-8", newline="")
    part.replace(path)

"""`patuh batch`: many inputs, checked by several processes, each result in a file of its own."""

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from patuh.cli.call.help import Command, option
from patuh.cli.call.language import language
from patuh.cli.call.options import IsoDate, Seconds, lang_option, overlay_option
from patuh.cli.call.wrong_call import FaultError
from patuh.cli.outputs.files import writing
from patuh.cli.outputs.progress import Progress
from patuh.cli.outputs.terminal import readable, show, show_errors
from patuh.finding import Level
from patuh.inputs.folders import expand
from patuh.inputs.laid_over import overlaid
from patuh.knowledge.root import kb_root
from patuh.messages import say

if TYPE_CHECKING:
    from patuh.batch.pool import Executors

_FLOOR = Level.belum_lengkap


@click.command("batch", cls=Command)
@click.argument("paths", nargs=-1, required=True, type=click.Path(), metavar="PATH…")
@option("-o", "--output", "folder", required=True, type=click.Path(), metavar="FOLDER")
@option("--jobs", type=click.IntRange(min=1), metavar="N")
@option("--scheduler", metavar="ADDRESS")
@option("--as-of", type=IsoDate(), metavar="YYYY-MM-DD")
@option("--timeout", type=Seconds(), metavar="SECONDS")
@overlay_option
@lang_option
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[str, ...],
    folder: str,
    jobs: int | None,
    scheduler: str | None,
    as_of: datetime.date | None,
    timeout: float | None,
    kb_overlay: str | None,
) -> None:
    """Check many inputs; what is done already is not done again."""
    from patuh.batch.listed import listed
    from patuh.batch.pool import cores, processes
    from patuh.batch.results import TABLE, Row, checked
    from patuh.batch.work import Task

    lang = language(ctx)
    found, missing, _ = expand(paths)
    show_errors(missing, lang)
    rows: list[Row] = []
    inputs = listed(found)
    with overlaid(kb_overlay) as refused, Progress(len(inputs)) as progress, writing(folder):
        readable(lang, *([refused] if refused is not None else []))
        tasks = [Task(one.path, kb_root(), as_of, timeout, lang, one.region) for one in inputs]
        executors, lost = _cluster(scheduler) if scheduler else (processes, ())
        for row in checked(tasks, Path(folder), jobs or cores(), executors, lost):
            rows.append(row)
            progress.advance(row.path)
    statuses = [row.status for row in rows]
    told = {status: statuses.count(status) for status in ("ok", "tak_terbaca", "gagal")}
    show([say("batch.done", lang, count=len(rows), table=str(Path(folder, TABLE)), **told)])
    for row in rows:
        if row.status == "gagal":
            show([say("batch.crashed", lang, path=row.path)])
    partly = bool(missing) or told["ok"] < len(rows)
    graver = sum(level >= _FLOOR for level in Level)
    ctx.exit(2 if partly else int(any(sum(row.counts[:graver]) for row in rows)))


def _cluster(address: str) -> tuple["Executors", tuple[type[Exception], ...]]:
    """The workers of a Dask cluster."""
    from patuh.batch.cluster import ClusterLostError, ClusterMissingError, cluster

    try:
        return cluster(address)
    except ClusterMissingError:
        raise FaultError("batch.no_cluster") from None
    except ClusterLostError as error:
        raise FaultError("batch.no_scheduler", address=address, why=error) from None

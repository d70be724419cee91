"""`patuh check`: the main job."""

import datetime
from collections.abc import Sequence
from typing import Any

import click

from patuh.cli.call.help import Command, option
from patuh.cli.call.language import language
from patuh.cli.call.options import (
    LEVELS,
    IsoDate,
    Seconds,
    base_option,
    fail_on_option,
    form_option,
    lang_option,
    output_option,
    overlay_option,
)
from patuh.cli.call.regions import held_against
from patuh.cli.call.wrong_call import WrongCallError
from patuh.cli.checks import check_all
from patuh.cli.commands.settings import settle
from patuh.cli.outputs.files import binary_output, spare
from patuh.cli.outputs.results import FORMATS, Output
from patuh.cli.outputs.terminal import aside
from patuh.finding import LeftOut, Level, Result, Unreadable
from patuh.inputs.checks import Asked, Kind
from patuh.inputs.laid_over import overlaid
from patuh.inputs.paths import TABLES, is_draft, read_bytes
from patuh.inputs.time_limit import within
from patuh.report.documents.forms import PAPERS
from patuh.report.outcome import exit_code
from patuh.report.view import Proofs, View


class _Check(Command):
    """`--why` without a value is the short proof; what no option says, `patuh.toml` may."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        options = args[: args.index("--")] if "--" in args else args
        whys = ["--why=short" if arg == "--why" else arg for arg in options]
        rest = super().parse_args(ctx, [*whys, *args[len(options) :]])
        if not ctx.resilient_parsing:
            settle(ctx, ctx.params["paths"], _beside(ctx.params))
        return rest


def _beside(params: dict[str, Any]) -> frozenset[str]:
    """The keys of `patuh.toml` that mean nothing beside what a call asks for."""
    if params["diff"] or params["write"]:
        return frozenset({"timeout", "format", "baseline"})
    return frozenset({"brief", "level"} if params["form"] != "text" else ())


@click.command("check", cls=_Check)
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@form_option(*FORMATS, *PAPERS)
@output_option
@lang_option
@fail_on_option
@option("--as", "said", type=click.Choice(["draft", "proposal"]))
@option("--region", metavar="NAME")
@option("--sheet", metavar="NAME")
@option("--sort", "sorts", metavar="WORD=SORT", multiple=True)
@option("--only", metavar="REG", multiple=True)
@option("--as-of", type=IsoDate(), metavar="YYYY-MM-DD")
@base_option
@option("--why", type=click.Choice(["short", "full"]), metavar="")
@option("--level", type=click.Choice([*LEVELS, "belum_lengkap"]), default=LEVELS[-1])
@option("--brief", is_flag=True)
@option("--repairs", is_flag=True)
@option("--diff", is_flag=True)
@option("--fix", "write", is_flag=True)
@option("--baseline", metavar="FILE")
@option("--write-baseline", is_flag=True)
@option("--comments", metavar="FILE")
@option("--tracked", metavar="FILE")
@option("--corrections", metavar="FILE")
@option("--timeout", type=Seconds(), metavar="SECONDS")
@overlay_option
@option("--color", type=click.Choice(["auto", "always", "never"]), default="auto")
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[str, ...],
    form: str,
    output: str | None,
    fail_on: str,
    said: Kind | None,
    region: str | None,
    sheet: str | None,
    sorts: tuple[str, ...],
    only: tuple[str, ...],
    as_of: datetime.date | None,
    base: str | None,
    why: Proofs | None,
    level: str,
    brief: bool,
    repairs: bool,
    diff: bool,
    write: bool,
    baseline: str | None,
    write_baseline: bool,
    comments: str | None,
    tracked: str | None,
    corrections: str | None,
    timeout: float | None,
    kb_overlay: str | None,
    color: str,
) -> None:
    """Check proposals against the regulations of their regency, drafts against drafting law."""
    floor, shown = (Level[name.replace("-", "_")] for name in (fail_on, level))
    if form != "text" and (brief or shown != Level.catatan):
        raise WrongCallError("calls.text_only", ctx, option="--brief" if brief else "--level")
    if diff or write:
        if any(map(is_draft, paths)):
            raise WrongCallError("calls.drafts_not_repaired", ctx)
        if any(path.casefold().endswith(TABLES) for path in paths):
            raise WrongCallError("calls.tables_not_repaired", ctx)
        if timeout is not None:
            raise WrongCallError("calls.not_with_fix", ctx, option="--timeout")
        if form != "text":
            raise WrongCallError("calls.not_with_fix", ctx, option="--format")
        if output is not None:
            raise WrongCallError("calls.not_with_fix", ctx, option="--output")
        if baseline is not None:
            raise WrongCallError("calls.not_with_fix", ctx, option="--baseline")
    binary_output(ctx, form, output)
    spare([*paths, base, baseline], output)
    if write_baseline and baseline is None:
        raise WrongCallError("calls.which_baseline", ctx)
    files = {"--comments": comments, "--tracked": tracked, "--corrections": corrections}
    back = _asked_for(ctx, paths, files) if any(files.values()) else {}
    pairs = tuple(_pairs(sorts, ctx)) if sorts else ()
    refused = ctx.with_resource(overlaid(kb_overlay))
    ctx.with_resource(held_against(only, ctx))
    amended = within(timeout, read_bytes, base) if base and refused is None else None
    against = (amended, base) if isinstance(amended, bytes) and base is not None else None
    if refused is not None or isinstance(amended, Unreadable):
        results: list[Result] = []
        left: list[LeftOut] = []
        unreadable = [one for one in (refused, amended) if isinstance(one, Unreadable)]
    else:
        asked = Asked(as_of, against, said, region, sheet, pairs, why == "full", repairs, only)
        results, unreadable, left = check_all(paths, asked, timeout, output)
    if baseline is not None:
        from patuh.cli.commands.baselines import known

        results, broken = known(results, unreadable, baseline, paths, anew=write_baseline)
        unreadable += broken
    day = as_of or datetime.date.today()
    report = Output(form, language(ctx), color, floor, View(shown, brief, why, day), output)
    if diff or write:
        from patuh.cli.commands.fix import fix_all
        from patuh.report.laid_over import laid_over

        for line in laid_over(report.lang):
            aside(line)
        results, written = fix_all(results, floor, report, as_of, write=write and not diff)
        report.errors(unreadable)
        report.left(left)
        if not written:
            ctx.exit(2)
    else:
        report.write(results, unreadable, left)
    if back and results:
        from patuh.cli.outputs.word_back import write_back

        damaged = write_back(back, results[0], against, report.lang, day)
        if damaged is not None:
            report.errors([damaged])
            ctx.exit(2)
    ctx.exit(exit_code(results, unreadable, floor))


def _pairs(sorts: Sequence[str], ctx: click.Context) -> list[tuple[str, str]]:
    from patuh.cli.call.regions import pair

    return [pair(value, ctx) for value in sorts]


def _asked_for(
    ctx: click.Context, paths: Sequence[str], files: dict[str, str | None]
) -> dict[str, str]:
    from patuh.cli.outputs.word_back import asked_for

    return asked_for(ctx, paths, files)

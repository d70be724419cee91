"""`patuh check`: the main job."""

import datetime
from collections.abc import Sequence

import click

from patuh.cli.call.options import LANG, IsoDate, use_utf8
from patuh.cli.call.wrong_call import WrongCallError
from patuh.cli.inputs.limits import Outcome, within
from patuh.cli.inputs.overlay import overlaid
from patuh.cli.inputs.paths import expand, is_draft, read_bytes
from patuh.cli.inputs.proposals import check_input, with_proposal
from patuh.cli.outputs.progress import Progress
from patuh.cli.outputs.results import FORMATS, Output
from patuh.finding import Level, Result, Unreadable

_LEVELS = [level.name.replace("_", "-") for level in sorted(Level, reverse=True)]


@click.command("check")
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text",
              show_default=True, help="Bentuk keluaran / output format.")  # fmt: skip
@click.option("--lang", type=LANG, default="id", show_default=True, help="Bahasa / language.")
@click.option("--fail-on", type=click.Choice([*_LEVELS, "belum_lengkap"]),
              default="belum-lengkap", show_default=True,
              help="Tingkat terendah dengan kode keluar 1 / lowest level that fails.")  # fmt: skip
@click.option("--as-of", type=IsoDate(), default=None, metavar="YYYY-MM-DD",
              help="Tanggal penilaian, pengganti TANGGAL usulan / date of assessment.")  # fmt: skip
@click.option("--base", type=click.Path(dir_okay=False), default=None, metavar="FILE",
              help="Peraturan yang diubah oleh naskah / the regulation amended.")  # fmt: skip
@click.option("--why", is_flag=True, help="Tampilkan bukti setiap temuan / show proofs.")
@click.option("--repairs", is_flag=True,
              help="Cari perubahan terkecil per temuan / seek smallest repairs.")  # fmt: skip
@click.option("--diff", is_flag=True,
              help="Cetak perbaikan usulan sebagai diff / print the repair as a diff.")  # fmt: skip
@click.option("--fix", "write", is_flag=True,
              help="Tulis perbaikan ke dalam berkas / write the repair into the file.")  # fmt: skip
@click.option("--timeout", type=click.FloatRange(min=0, min_open=True), default=None,
              metavar="SECONDS",
              help="Batas waktu per masukan / time limit per input.")  # fmt: skip
@click.option("--kb-overlay", type=click.Path(exists=True, file_okay=False), default=None,
              metavar="FOLDER",
              help="Berkas .lp tambahan atau pengganti kb/ / .lp files over kb/.")  # fmt: skip
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto",
              help="Warna / colours; NO_COLOR dihormati.")  # fmt: skip
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[str, ...],
    form: str,
    lang: str,
    fail_on: str,
    as_of: datetime.date | None,
    base: str | None,
    why: bool,
    repairs: bool,
    diff: bool,
    write: bool,
    timeout: float | None,
    kb_overlay: str | None,
    color: str,
) -> None:
    """Periksa usulan (.sotk) atau naskah (.docx, .pdf, .txt, .md): berkas, folder, atau -.

    Check proposals against the regulations of their regency, drafts against the drafting rules.
    """
    use_utf8()
    floor = Level[fail_on.replace("-", "_")]
    if (diff or write) and any(map(is_draft, paths)):
        raise WrongCallError("naskah tidak diperbaiki otomatis", "drafts are not repaired", ctx)
    if (diff or write) and timeout is not None:
        raise WrongCallError(
            "--timeout tidak dapat dipakai bersama --diff atau --fix",
            "--timeout is not for --diff and --fix",
            ctx,
        )
    if (diff or write) and form != "text":
        raise WrongCallError(
            "--format tidak dapat dipakai bersama --diff atau --fix",
            "--format is not for --diff and --fix",
            ctx,
        )
    refused = ctx.with_resource(overlaid(kb_overlay))
    amended = read_bytes(base) if base is not None and refused is None else None
    if refused is not None or isinstance(amended, Unreadable):
        results: list[Result] = []
        unreadable = [one for one in (refused, amended) if isinstance(one, Unreadable)]
    else:
        against = None if amended is None or base is None else (amended, base)
        results, unreadable = _check_all(
            paths, as_of, against, repairs=repairs, why=why, timeout=timeout
        )
    output = Output(form, "en" if lang == "en" else "id", color, floor, why)
    if diff or write:
        from patuh.cli.commands.fix import fix

        results = [
            result
            if is_draft(result.input.path)
            else fix(result, floor, output, as_of, write=write)
            for result in results
        ]
        output.errors(unreadable)
    else:
        output.write(results, unreadable)
    if unreadable:
        ctx.exit(2)
    if any(finding.level >= floor for result in results for finding in result.findings):
        ctx.exit(1)


def _check_all(
    paths: Sequence[str],
    as_of: datetime.date | None,
    base: tuple[bytes, str] | None,
    *,
    repairs: bool,
    why: bool,
    timeout: float | None,
) -> tuple[list[Result], list[Unreadable]]:
    files, unreadable = expand(paths)
    results: list[Result] = []
    with Progress(len(files)) as progress:
        for path in files:
            progress.advance(path)
            outcome = within(timeout, _check_one, path, as_of, base, why, repairs)
            if isinstance(outcome, Unreadable):
                unreadable.append(outcome)
            else:
                results.append(outcome)
    return results, unreadable


def _check_one(
    path: str,
    as_of: datetime.date | None,
    base: tuple[bytes, str] | None,
    why: bool,
    repairs: bool,
) -> Outcome:
    if not repairs or is_draft(path):
        return check_input(path, as_of, base, why)
    from patuh.repair.plan import check_with_repairs

    return with_proposal(path, lambda data: check_with_repairs(data, path, as_of, why=why))

"""`patuh explain`: the page of a check, or of a provision."""

import contextlib
import difflib
import os
import sys
from collections.abc import Iterator

import click

from patuh.cli.call.options import LANG, language, use_utf8
from patuh.knowledge.catalogue import checks
from patuh.knowledge.messages import Lang
from patuh.knowledge.provisions import quotations
from patuh.knowledge.regulations import Regulation, laws
from patuh.report.terminal.pages import check_page, provision_page
from patuh.report.terminal.style import Style

_TEXTS = {
    "id": {
        "unknown": "bukan pemeriksaan (H7) atau peraturan ({})",
        "meant": "; maksud Anda: {}?",
        "no_provision": "bukan ketentuan {}",
        "known": "; yang ada: {}",
    },
    "en": {
        "unknown": "is no check (H7) and no regulation ({})",
        "meant": "; did you mean {}?",
        "no_provision": "is no provision of {}",
        "known": "; there are: {}",
    },
}


@click.command("explain")
@click.argument("what", nargs=-1, required=True, metavar="CHECK | REGULATION PROVISION")
@click.option("--lang", type=LANG, default="id", show_default=True, help="Bahasa / language.")
@click.pass_context
def command(ctx: click.Context, what: tuple[str, ...], lang: str) -> None:  # noqa: ARG001
    """Jelaskan pemeriksaan (H7) atau ketentuan (paser_56_2020 pasal-14.ayat-2.huruf-e).

    Explain a check, or a provision with its encoding; `patuh explain paser_56_2020` lists
    the provisions of a regulation.
    """
    use_utf8()
    style = Style(color=sys.stdout.isatty() and "NO_COLOR" not in os.environ)
    for line in _page(what, language(ctx), style):
        click.echo(line, color=True)


def _page(what: tuple[str, ...], lang: Lang, style: Style) -> Iterator[str]:
    if len(what) == 1 and what[0].upper() in checks():
        return check_page(checks()[what[0].upper()], lang, style)
    law = _regulation(what[0])
    if law is None:
        texts = _TEXTS[lang]
        known = [*checks(), *(law.id for law in laws())]
        near = difflib.get_close_matches(what[0].upper(), known) + difflib.get_close_matches(
            what[0], known
        )
        hint = texts["meant"].format(", ".join(dict.fromkeys(near))) if near else ""
        every = ", ".join(law.id for law in laws())
        raise click.UsageError(f"`{what[0]}` {texts['unknown'].format(every)}{hint}")
    if len(what) == 1:
        return (f"{quoted.id}  {quoted.label}" for quoted in quotations(law.id).values())
    return _provision(law, " ".join(what[1:]), lang, style)


def _provision(law: Regulation, wanted: str, lang: Lang, style: Style) -> Iterator[str]:
    quoted = quotations(law.id)
    if wanted not in quoted:
        from patuh_parser.legal.ids import ProvisionIdError, parse_label

        with contextlib.suppress(ProvisionIdError):
            wanted = parse_label(wanted)
    if wanted not in quoted:
        below = [name for name in quoted if name.startswith(f"{wanted}.")]
        near = below[:6] or difflib.get_close_matches(wanted, quoted)
        texts = _TEXTS[lang]
        hint = texts["known"].format(", ".join(near)) if near else ""
        raise click.UsageError(f"`{wanted}` {texts['no_provision'].format(law.short)}{hint}")
    return provision_page(quoted[wanted], lang, style)


def _regulation(name: str) -> Regulation | None:
    return next((law for law in laws() if law.id == name), None)

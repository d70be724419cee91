"""`patuh explain`: the page of a check, or of a provision."""

import contextlib
import difflib
from collections.abc import Iterable, Iterator

import click

from patuh.cli.call.help import Command
from patuh.cli.call.language import language
from patuh.cli.call.options import lang_option, output_option
from patuh.cli.call.wrong_call import WrongCallError, meant
from patuh.cli.outputs.pages import tell
from patuh.knowledge.catalogue import checks
from patuh.knowledge.provisions import quotations
from patuh.knowledge.regulations import Regulation, laws
from patuh.messages import Lang, both
from patuh.report.terminal.listing import all_checks
from patuh.report.terminal.pages import check_page, not_at_hand, provision_page
from patuh.report.terminal.style import Style


@click.command("explain", cls=Command)
@click.argument("what", nargs=-1, metavar="[CHECK | REGULATION PROVISION]")
@output_option
@lang_option
@click.pass_context
def command(ctx: click.Context, what: tuple[str, ...], output: str | None) -> None:
    """Explain a check, or a provision; list those of a regulation, or all checks."""
    tell(lambda style: _page(what, language(ctx), style), output)


def _page(what: tuple[str, ...], lang: Lang, style: Style) -> Iterable[str]:
    if not what:
        return all_checks(lang, style)
    if len(what) == 1 and what[0].upper() in checks():
        return check_page(checks()[what[0].upper()], lang, style)
    law = next((law for law in laws() if law.id == what[0]), None)
    if law is None:
        every = [law.id for law in laws()]
        known = [*checks(), *every]
        near = difflib.get_close_matches(what[0].upper(), known) + difflib.get_close_matches(
            what[0], known
        )
        raise WrongCallError(
            "explain.unknown",
            what=what[0],
            known=", ".join(every),
            near=meant(list(dict.fromkeys(near))),
        )
    if len(what) == 1:
        listed = (f"{quoted.id}  {quoted.label}" for quoted in quotations(law.id).values())
        return (*listed, *not_at_hand(law, lang))
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
        there = both("explain.there_are", names=", ".join(near)) if near else ""
        raise WrongCallError("explain.no_provision", what=wanted, law=law.short, near=there)
    return provision_page(quoted[wanted], lang, style)

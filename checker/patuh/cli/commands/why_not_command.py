"""`patuh why-not`: why a check does not fire."""

import difflib
import os
import sys
from typing import TYPE_CHECKING

import click

from patuh.checking import facts_of, ground, input_of, read
from patuh.cli.call.options import LANG, language, use_utf8
from patuh.cli.call.wrong_call import WrongCallError
from patuh.cli.inputs.proposals import with_proposal
from patuh.finding import Place, Unreadable, place_of
from patuh.knowledge.catalogue import checks
from patuh.knowledge.names import gazetteer
from patuh.knowledge.root import kb_root
from patuh.report.terminal.errors import render as render_errors
from patuh.report.terminal.style import Style
from patuh.report.terminal.whynot import render
from patuh.report.wording import Wording
from patuh_parser.sotk import decode
from patuh_parser.sotk.lexing.gazetteer import Gazetteer
from patuh_parser.sotk.model import Proposal

if TYPE_CHECKING:
    from patuh.engine.absence import Attempt


@click.command("why-not")
@click.argument("path")
@click.argument("check")
@click.argument("subject")
@click.option("--lang", type=LANG, default="id", show_default=True, help="Bahasa / language.")
@click.pass_context
def command(
    ctx: click.Context,
    path: str,
    check: str,
    subject: str,
    lang: str,  # noqa: ARG001 - read through the context
) -> None:
    """Mengapa suatu pemeriksaan TIDAK menghasilkan temuan: patuh why-not FILE A3 "Dinas Sosial".

    Why a check does not fire for a unit, or for a workflow given by its title.
    """
    use_utf8()
    check = check.upper()
    if check not in checks():
        raise _unknown(
            f"`{check}` bukan pemeriksaan",
            f"`{check}` is no check",
            difflib.get_close_matches(check, checks()),
        )
    style = Style(color=sys.stdout.isatty() and not os.environ.get("NO_COLOR"))
    outcome = with_proposal(path, lambda data: _answer(data, path, check, subject, ctx))
    if isinstance(outcome, Unreadable):
        for piece in render_errors([outcome], language(ctx), style):
            click.echo(piece, nl=False, err=True)
        ctx.exit(2)
    attempts, places, wording, name = outcome
    for line in render(check, name, attempts, places, wording, style):
        click.echo(line, color=True)


Answer = tuple[list[tuple[str, "Attempt | None"]], dict[str, Place], Wording, str]


def _answer(data: bytes, path: str, check: str, subject: str, ctx: click.Context) -> Answer:
    proposal, laws = read(decode(data, path), path)
    key = _key(subject, proposal, gazetteer(kb_root(), [law.id for law in laws]))
    facts = facts_of(proposal, laws)
    attempts = ground(facts, laws).why_not(check.lower(), key)
    places = {fact: place_of(path, span) for fact, span in facts.places.items()}
    wording = Wording(language(ctx), input_of(path, proposal, laws))
    return attempts, places, wording, subject


def _key(subject: str, proposal: Proposal, known: Gazetteer) -> str | int:
    """The key of the unit, or the number of the workflow, that the words name."""
    for workflow in proposal.workflows:
        if workflow.title == subject:
            return workflow.id
    names = {name.name: name.key for name in known.names}
    names.update({unit.name: unit.key for unit in proposal.units})
    names.update({unit.key: unit.key for unit in proposal.units})
    if subject in names:
        return names[subject]
    near = difflib.get_close_matches(
        subject, [*(u.name for u in proposal.units), *(w.title for w in proposal.workflows)]
    )
    raise _unknown(
        f"`{subject}` bukan unit atau alur dalam usulan ini",
        f"`{subject}` is no unit and no workflow of this proposal",
        near,
    )


def _unknown(indonesian: str, english: str, near: list[str]) -> WrongCallError:
    meant = ", ".join(near)
    return WrongCallError(
        indonesian + (f"; maksud Anda: {meant}?" if meant else ""),
        english + (f"; did you mean {meant}?" if meant else ""),
        click.get_current_context(),
    )

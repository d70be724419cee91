"""`patuh why-not`: why a check does not fire."""

import difflib
from typing import TYPE_CHECKING

import click

from patuh.checking import facts_of, ground, input_of, read
from patuh.cli.call.help import Command
from patuh.cli.call.language import language
from patuh.cli.call.options import lang_option, output_option
from patuh.cli.call.wrong_call import WrongCallError, meant
from patuh.cli.outputs.files import spare
from patuh.cli.outputs.pages import tell
from patuh.cli.outputs.terminal import readable
from patuh.finding import Place, place_of
from patuh.inputs.proposals import with_proposal
from patuh.knowledge.catalogue import checks
from patuh.knowledge.names import known_under
from patuh.report.terminal.whynot import render
from patuh.report.wording import Wording
from patuh_parser.sotk import decode
from patuh_parser.sotk.lexing.gazetteer import Gazetteer
from patuh_parser.sotk.model import Proposal

if TYPE_CHECKING:
    from patuh.engine.absence.attempts import Attempt


@click.command("why-not", cls=Command)
@click.argument("path")
@click.argument("check")
@click.argument("subject")
@output_option
@lang_option
@click.pass_context
def command(ctx: click.Context, path: str, check: str, subject: str, output: str | None) -> None:
    """Why a check does not fire for a unit, or for a workflow given by its title."""
    spare([path], output)
    check = check.upper()
    if check not in checks():
        near = meant(difflib.get_close_matches(check, checks()))
        raise WrongCallError("calls.no_check", ctx, check=check, near=near)
    answer = with_proposal(path, lambda data: _answer(data, path, check, subject, ctx))
    [(attempts, places, wording)] = readable(language(ctx), answer)
    tell(lambda style: render(check, subject, attempts, places, wording, style), output)


Answer = tuple[list[tuple[str, "Attempt | None"]], dict[str, Place], Wording]


def _answer(data: bytes, path: str, check: str, subject: str, ctx: click.Context) -> Answer:
    proposal, laws = read(decode(data, path), path)
    key = _key(ctx, subject, proposal, known_under(laws))
    facts = facts_of(proposal, laws)
    attempts = ground(facts, laws, whole=True).why_not(check.lower(), key)
    places = {fact: place_of(path, span) for fact, span in facts.places.items()}
    wording = Wording(language(ctx), input_of(path, proposal, laws))
    return attempts, places, wording


def _key(ctx: click.Context, subject: str, proposal: Proposal, known: Gazetteer) -> str | int:
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
    raise WrongCallError("calls.no_subject", ctx, subject=subject, near=meant(near))

"""Amendments applied, with what was not applied told on standard error."""

from patuh.cli.outputs.terminal import aside
from patuh.consolidation import applies, consolidate, is_other
from patuh.messages import Lang, say
from patuh_parser.legal.model import Draft


def applied(draft: Draft, base: Draft, lang: Lang) -> Draft | None:
    """The base as it reads after an amending draft; `None` if the draft does not amend it.

    Each instruction that was not applied is told with its line.
    """
    if draft.amending and is_other(draft, base):
        aside(say("applied.other", lang, path=base.path))
    if not applies(draft, base):
        return None
    found = consolidate(draft, base)
    for trouble in found.troubles:
        why = say(f"applied.{trouble.kind}", lang, label=trouble.label)
        line = trouble.node.place.line
        aside(say("applied.not", lang, path=draft.path, line=line, why=why))
    return found.draft

"""A base as it reads after an amending draft, with what could not be applied in words."""

from patuh.consolidation.amended import is_other
from patuh.consolidation.applying import applies, consolidate
from patuh.messages import Lang, say
from patuh_parser.legal.model import Draft


def revised(draft: Draft, base: Draft, lang: Lang) -> tuple[Draft | None, tuple[str, ...]]:
    """The base after the draft, None if it does not amend it; each order that was not applied."""
    other = draft.amending and is_other(draft, base)
    remarks = [say("applied.other", lang, path=base.path)] if other else []
    if not applies(draft, base):
        return None, tuple(remarks)
    found = consolidate(draft, base)
    for trouble in found.troubles:
        why = say(f"applied.{trouble.kind}", lang, label=trouble.label)
        line = trouble.node.place.line
        remarks.append(say("applied.not", lang, path=draft.path, line=line, why=why))
    return found.draft, tuple(remarks)

"""Contradictions between levels of law, line by line and as `patuh.conflicts/1`."""

from collections.abc import Iterable, Iterator
from typing import Any

from patuh.audit.between_levels import Conflict, Leaf, sentence
from patuh.finding import Input
from patuh.knowledge.provisions import quotations
from patuh.knowledge.regulations import regulation
from patuh.messages import Lang, say
from patuh.report.terminal.style import Style
from patuh.report.wording import Wording
from patuh_parser.text.shown import as_json

SCHEMA = "patuh.conflicts/1"


def text(conflicts: Iterable[Conflict], lang: Lang, style: Style) -> Iterator[str]:
    """Each with the provisions of both sides, and the proposal that shows it."""
    for one in conflicts:
        yield from style.wrapped(_sentence(one, lang), "")
        for leaf in (*one.lower, *one.higher):
            yield f"  = {_cited(leaf)}"
        finding, witness = one.finding, one.witness
        if finding is not None and witness is not None:
            yield f"  {say('kb.witness', lang)}: {witness.input.path} [{finding.check}]"
        yield ""


def document(conflicts: Iterable[Conflict], lang: Lang) -> str:
    """One object; the same conflicts give the same bytes."""
    every = [_entry(one, lang) for one in conflicts]
    return as_json({"schema": SCHEMA, "lang": lang, "conflicts": every})


def _entry(one: Conflict, lang: Lang) -> dict[str, Any]:
    finding, witness = one.finding, one.witness
    return {
        "kind": one.kind,
        "message": _sentence(one, lang),
        "lower": [{"regulation": law, "provision": leaf} for law, leaf in one.lower],
        "higher": [{"regulation": law, "provision": leaf} for law, leaf in one.higher],
        "witness": witness.input.path if witness is not None else None,
        "check": finding.check if finding is not None else None,
    }


def _sentence(one: Conflict, lang: Lang) -> str:
    law = regulation(one.lower[0][0])
    wording = Wording(lang, Input("", (law.id,), "sebagian", "", law.region))
    said = {name: wording.value(value, name) for name, value in one.terms.items()}
    return f"{law.short}: {sentence(one.kind, lang).format_map(said)}"


def _cited(leaf: Leaf) -> str:
    law, provision = leaf
    return f"{quotations(law)[provision].label} {regulation(law).short_for(provision)}"

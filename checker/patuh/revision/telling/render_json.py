"""What a revision changes as JSON; the form is that of `patuh/schema/diff-1.json`."""

from typing import Any

from patuh.messages import Lang
from patuh.revision.records import Compared, Drafted, Example, NormChange, Revision, Told
from patuh.revision.telling.in_words import page
from patuh_parser.text.shown import as_json

SCHEMA = "patuh.diff/1"


def render(revision: Revision, lang: Lang) -> str:
    """The versioned object; the same inputs give the same bytes."""
    document = {
        "schema": SCHEMA,
        "lang": lang,
        "regulation": revision.regulation,
        "old": revision.old,
        "new": revision.new,
        "sentences": list(page(revision, lang).sentences),
        "whole": _compared(revision.whole, lang),
        "checks": [_compared(one, lang) for one in revision.checks],
        "same": list(revision.same),
        "norms": [_norm(norm, lang) for norm in revision.norms],
        "rules_changed": revision.rules,
        "draft": _draft(revision.draft),
    }
    return as_json(document)


def _compared(one: Compared, lang: Lang) -> dict[str, Any]:
    return {
        "check": one.check or None,
        "verdict": one.verdict,
        "examples": [_example(example, lang) for example in one.examples],
        "unreached": [_norm(norm, lang) for norm in one.unreached],
    }


def _example(example: Example, lang: Lang) -> dict[str, Any]:
    return {
        "direction": example.direction,
        "pure": example.pure,
        "text": example.text,
        "provisions": list(example.provisions),
        "old": [_told(told, lang) for told in example.old],
        "new": [_told(told, lang) for told in example.new],
    }


def _told(told: Told, lang: Lang) -> dict[str, str]:
    return {"check": told.check, "level": told.level.name, "message": told.said[lang]}


def _draft(draft: Drafted | None) -> dict[str, Any] | None:
    if draft is None:
        return None
    kept = ("number", "kind", "provision", "old", "new", "gone", "came")
    every = [{name: getattr(one, name) for name in kept} for one in draft.translated]
    left, fresh = (
        [{"provision": one.provision or None, "label": one.label, "text": one.text} for one in some]
        for some in (draft.left, draft.fresh)
    )
    return {"translated": every, "left": left, "fresh": fresh}


def _norm(norm: NormChange, lang: Lang) -> dict[str, Any]:
    return {
        "provision": norm.provision,
        "change": "gone" if norm.gone else "came",
        "predicate": norm.predicate,
        "values": list(norm.values),
        "kind": norm.kind or None,
        "message": norm.said[lang],
    }

"""An audit as the versioned JSON object `patuh.audit/1`."""

from typing import Any

from patuh.audit.report import Audited, Defect, Note, Part
from patuh.audit.telling import in_words
from patuh.messages import Lang
from patuh_parser.text.shown import as_json

SCHEMA = "patuh.audit/1"


def render(audited: Audited, lang: Lang) -> str:
    """One object; the same audit gives the same bytes."""
    document = {
        "schema": SCHEMA,
        "lang": lang,
        "path": audited.path,
        "sound": audited.sound,
        "parts": [_part(part, lang) for part in audited.parts],
    }
    return as_json(document)


def _part(part: Part, lang: Lang) -> dict[str, Any]:
    return {
        "name": part.name,
        "title": in_words.part_title(part, lang),
        "looked_at": part.looked_at,
        "defects": [_defect(defect, lang) for defect in part.defects],
        "notes": [_note(note, lang) for note in part.notes],
    }


def _defect(defect: Defect, lang: Lang) -> dict[str, Any]:
    return {
        "kind": defect.kind,
        "message": in_words.defect_text(defect, lang),
        "place": defect.place or None,
        "values": dict(defect.values),
        "proposal": defect.text or None,
    }


def _note(note: Note, lang: Lang) -> dict[str, Any]:
    return {
        "kind": note.kind,
        "message": in_words.note_text(note, lang),
        "values": dict(note.values),
    }

"""The audit in words, Indonesian or English."""

from patuh.audit.report import Defect, Note, Part
from patuh.messages import Lang, say


def title(path: str, lang: Lang) -> str:
    """The heading of the report."""
    return say("audit.title", lang, path=path)


def part_title(part: Part, lang: Lang) -> str:
    """What a part of the audit establishes, and over how many things."""
    return say(f"audit.part.{part.name}", lang, n=part.looked_at)


def in_order(lang: Lang) -> str:
    """What is said of a part without defects."""
    return say("audit.in_order", lang)


def defect_text(defect: Defect, lang: Lang) -> str:
    """What is wrong, without final stop."""
    text = say(f"audit.defect.{defect.kind}", lang, **defect.values)
    near = defect.values.get("near")
    return text + say("audit.near", lang, near=near) if near else text


def note_text(note: Note, lang: Lang) -> str:
    """A note, with the reason of the declaration it rests on."""
    text = say(f"audit.note.{note.kind}", lang, **note.values)
    reason = note.reason.get(lang)
    return f"{text}: {reason}" if reason else text


def closing(count: int, lang: Lang) -> str:
    """How many defects there are."""
    key = {0: "audit.no_defects", 1: "audit.one_defect"}.get(count, "audit.defects")
    return say(key, lang, count=count)

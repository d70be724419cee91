"""Whether every proposal of the corpus has exactly one answer set."""

from pathlib import Path

from patuh.audit.places import proposals
from patuh.audit.report import Defect, Note, Part
from patuh.checking import UnknownRegionError, facts_of, load
from patuh.engine.solving.answers import MOST, answers
from patuh.knowledge.programs import programs
from patuh_parser.sotk import SotkError

_SHOWN = 3


def models() -> Part:
    """The proposals in `corpus/proposals`, grounded with all programs and solved twice over."""
    defects: list[Defect] = []
    notes: list[Note] = []
    paths = proposals()
    for path in paths:
        try:
            defects += _defects(path)
        except SotkError:
            defects.append(Defect("proposal_unread", {"proposal": path.name}))
        except UnknownRegionError as error:
            notes.append(Note("no_region", {"proposal": path.name, "region": error.region}))
    if not paths:
        notes.append(Note("no_proposals", {}))
    return Part("models", len(paths) - len(notes) if paths else 0, tuple(defects), tuple(notes))


def _defects(path: Path) -> list[Defect]:
    """What is wrong with one proposal; errors as `patuh.checking.load`."""
    reading = load(path.read_text(encoding="utf-8"), str(path))
    used = programs([law.id for law in reading.laws])
    found = answers(used, facts_of(reading.proposal, reading.laws).text)
    said = {"proposal": path.name, "atoms": ", ".join(found.open[:_SHOWN])}
    if found.count == 0:
        return [Defect("no_answer_set", said)]
    return [Defect("answer_sets", said)] if found.count >= MOST else []

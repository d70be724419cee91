"""The draft as a Word file with the findings in it."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from patuh.finding import Finding, Place, Result
from patuh.markup.changes import Change, apart
from patuh.markup.comments import Comment, comment
from patuh.markup.containers import Container, is_word
from patuh.markup.from_text import as_word
from patuh.markup.marking import Marking
from patuh.markup.renumbering import follow, renumberings
from patuh.markup.scanned import Scanned, spliced
from patuh.markup.spots import Spots
from patuh.markup.tracking import Tracking
from patuh.markup.verified import Verifier
from patuh.markup.ways import changes
from patuh.messages import Lang
from patuh.report.wording import Wording
from patuh_parser.legal.files.formats import read_file
from patuh_parser.legal.files.raw_lines import RawLine
from patuh_parser.legal.model import Draft
from patuh_parser.legal.reader import read_draft

Again = Callable[[bytes], Result | None]


class WordFile:
    """A draft as Word file: itself, or made of the lines of a PDF or plain text."""

    def __init__(self, data: bytes, result: Result) -> None:
        """Take up a draft that was checked.

        Raises:
            DraftError: as `patuh_parser.legal.reader.read_draft` does.
        """
        self.path, self._result = result.input.path, result
        self.made = not is_word(data)
        self.data = as_word(_lines(data, result)) if self.made else data
        self.text = read_file(self.data, self.path)
        self.spots = Spots(self.text)

    def _marking(self) -> tuple[Container, Marking]:
        """The file and its main part, for marks."""
        container = Container(self.data, self.path, self.text.main)
        return container, Marking(Scanned(container.part(self.text.main) or b"", self.text.root))

    def written(self, lang: Lang, day: datetime.date, accepted: Sequence[Change] = ()) -> bytes:
        """The file with these changes tracked, and a comment at each other place of a finding."""
        container, marking = self._marking()
        self._track(marking, accepted, day)
        done = {(id(f), place) for change in accepted for f, place in change.cures}
        comment(container, marking, list(self._comments(lang, done)), day)
        return finished(container, marking)

    def holding(self, day: datetime.date, again: Again) -> list[Change]:
        """The changes by the table of corrections that can be written into the file and hold.

        `again` checks the bytes of a file that stands in place of this one.
        """

        result = self._result
        tracking = Tracking(self._marking()[1], self.spots, day)
        draft = read_draft(self.data, self.path)
        offered = apart(chain(renumberings(result, draft), changes(result, draft)))
        possible = [one for one in offered if all(map(tracking.possible, one.edits))]
        possible = [one for one in possible if not one.moves or self._follows([one], draft, day)]
        before = again(self.data) if possible and self.made else result
        if before is None:
            return []
        verifier = Verifier(before, lambda some: again(self._changed(some, day)))
        held = verifier.holding(possible)
        return held if self._follows(held, draft, day) else [x for x in held if not x.moves]

    def _follows(self, changes: Sequence[Change], draft: Draft, day: datetime.date) -> bool:
        """Whether every citation goes on to mean what it meant."""
        if not any(change.moves for change in changes):
            return True
        return follow(draft, read_draft(self._changed(changes, day), self.path))

    def _changed(self, changes: Iterable[Change], day: datetime.date) -> bytes:
        container, marking = self._marking()
        self._track(marking, changes, day)
        return finished(container, marking)

    def _track(self, marking: Marking, changes: Iterable[Change], day: datetime.date) -> None:
        tracking = Tracking(marking, self.spots, day)
        for change in changes:
            for edit in change.edits:
                tracking.track(edit)

    def _comments(self, lang: Lang, done: set[tuple[int, Place]]) -> Iterator[Comment]:
        result = self._result
        wording = Wording(lang, result.input)
        for finding in result.findings:
            texts = tuple(told(finding, wording))
            for place in finding.places:
                spots = self.spots.of(place.span) if place.path == result.input.path else None
                if spots is not None and (id(finding), place) not in done:
                    yield Comment(*spots, texts)


def _lines(data: bytes, result: Result) -> tuple[RawLine, ...]:
    """The lines of a file that is no Word file; those of a PDF as they were read for the check."""
    if not (located := result.input.located):
        return read_file(data, result.input.path).lines
    lines: list[RawLine] = []
    page, paragraph = next(iter(located.values()))
    for number, text in enumerate(result.source.splitlines(), 1):
        page, paragraph = located.get(number, (page, paragraph))
        lines.append(RawLine(text, paragraph, page))
    return tuple(lines)


def finished(container: Container, marking: Marking) -> bytes:
    """The bytes of the file with the marks in its main part."""
    data = spliced(marking.scanned.data, marking.splices())
    container.put(container.main, data)
    return container.packed()


def told(finding: Finding, wording: Wording) -> Iterator[str]:
    """What a comment says: the sentence, each provision with its text, the advice."""
    yield f"{wording.level(finding.level)} [{finding.check}]: {wording.sentence(finding)}"
    for citation in finding.citations:
        law = wording.cited(citation)
        yield f"{wording.say('findings.law')}: {law} – {citation.text}"
    if (why := wording.accepted(finding)) is not None:
        yield why
    if (advice := wording.advice(finding)) is not None:
        yield f"{wording.say('findings.advice')}: {advice}"

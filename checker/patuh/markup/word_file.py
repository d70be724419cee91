"""The draft as a Word file with the findings in it."""

import datetime
from collections.abc import Iterator

from patuh.finding import Finding, Result
from patuh.markup.comments import Comment, comment
from patuh.markup.containers import Container
from patuh.markup.from_text import as_word
from patuh.markup.marking import Marking
from patuh.markup.scanned import Scanned, spliced
from patuh.markup.spots import Spots
from patuh.messages import Lang
from patuh.report.wording import Wording
from patuh_parser.legal.files.formats import read_file


class WordFile:
    """A draft as Word file: itself, or made of the lines of a PDF or plain text."""

    def __init__(self, data: bytes, path: str) -> None:
        """Read a draft; raises `DraftError` as `patuh_parser.legal.reader.read_draft` does."""
        self.data, self.text = data, read_file(data, path)
        if self.text.root is None:
            self.data = as_word(self.text)
            self.text = read_file(self.data, path)
        self.path = path
        self.spots = Spots(self.text)

    def marking(self) -> tuple[Container, Marking]:
        """The file and its main part, for marks."""
        container = Container(self.data, self.path, self.text.main)
        return container, Marking(Scanned(container.part(self.text.main) or b"", self.text.root))

    def commented(self, result: Result, lang: Lang, day: datetime.date) -> bytes:
        """The file with a comment at each place of each finding."""
        container, marking = self.marking()
        comment(container, marking, list(self._comments(result, lang)), day)
        return finished(container, marking)

    def _comments(self, result: Result, lang: Lang) -> Iterator[Comment]:
        wording = Wording(lang, result.input)
        for finding in result.findings:
            texts = tuple(told(finding, wording))
            for place in finding.places:
                spots = self.spots.of(place.span) if place.path == result.input.path else None
                if spots is not None:
                    yield Comment(*spots, texts)


def finished(container: Container, marking: Marking) -> bytes:
    """The bytes of the file with the marks in its main part."""
    data = spliced(marking.scanned.data, marking.splices())
    container.put(container.main, data)
    return container.packed()


def told(finding: Finding, wording: Wording) -> Iterator[str]:
    """What a comment says: the sentence, each provision with its text, the advice."""
    yield f"{wording.level(finding.level)} [{finding.check}]: {wording.sentence(finding)}"
    for citation in finding.citations:
        law = f"{citation.label} {wording.regulation(citation.regulation)}"
        yield f"{wording.say('findings.law')}: {law} – {citation.text}"
    if (advice := wording.advice(finding)) is not None:
        yield f"{wording.say('findings.advice')}: {advice}"

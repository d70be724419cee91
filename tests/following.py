"""How a careful official follows advice: the texts that come of what it says is to be written."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import product

from patuh.checking import UnknownRegionError, check
from patuh.explain.findings import content_keys
from patuh.finding import Finding, Result
from patuh_parser.sotk import SotkError
from patuh_parser.sotk.lexing.modals import DENYING
from patuh_parser.sotk.tables import VOCABULARIES
from patuh_parser.sotk.tries import longest, values_in
from patuh_parser.sotk.vocabulary import phrases_of, tables

PARTS = {"BAGAN"}

PIECE = re.compile(r"`([^`]+)`")
_STEP = re.compile(r"\s*\d+\.\s*")
_OPENING = re.compile(r"^( *[0-9]+\. )[^,]+, ")
"""What stands before the actor of a step."""
_MEANS = re.compile(r" dengan (?:sarana|cara) .*")


def pieces(advice: str) -> list[str]:
    """What is to be written: it stands between backticks."""
    return PIECE.findall(advice)


def followed(result: Result, finding: Finding, wanted: Sequence[str]) -> Iterator[str]:
    """The texts in which the pieces are written, in every place where they may be meant."""
    draft = _Draft(result, finding)
    if all(piece.endswith(".") for piece in wanted):
        yield from draft.sentences(wanted)
    if len(wanted) == 1:
        yield from draft.piece(wanted[0])
    if list(wanted) == ["dapat", "wajib"]:
        yield from draft.word("dapat", "wajib")


@cache
def result(text: str, path: str = "usulan.sotk") -> Result | None:
    """What a check finds, or None if the text cannot be read; a base stands beside `path`."""
    try:
        return check(text.encode(), path, proofs=False)
    except (SotkError, UnknownRegionError):
        return None


def all_words(text: str) -> bool:
    """Whether a text is made of phrases of the language alone."""
    words, at = text.split(), 0
    while at < len(words):
        end = max(longest(part, words, at)[0] for part in map(phrases_of, VOCABULARIES))
        if end == at:
            return False
        at = end
    return True


def unread(given: Result, finding: Finding, wanted: list[str]) -> list[str]:
    """The pieces that are no words of the language and that no text can hold."""
    asked = [one for one in wanted if one not in PARTS and not all_words(one)]
    path = given.input.path
    return [
        one
        for one in asked
        if not any(result(text, path) for text in followed(given, finding, [one]))
    ]


def settles(given: Result, finding: Finding, wanted: list[str]) -> bool:
    """Whether the finding is gone from some text with all of the pieces, or with one of them."""
    keys = content_keys([finding])
    for choice in [wanted, *([one] for one in wanted)]:
        for text in followed(given, finding, choice):
            after = result(text, given.input.path)
            if after is not None and keys.isdisjoint(content_keys(after.findings)):
                return True
    return False


class _Draft:
    def __init__(self, result: Result, finding: Finding) -> None:
        self.rows = result.source.rstrip("\n").split("\n")
        self.spans = [place.span for place in finding.places]
        self.terms = finding.terms
        self.names = result.input.names

    def piece(self, piece: str) -> Iterator[str]:
        """A piece that is no sentence."""
        attribute = re.match(r"([a-z ]+): ", piece)
        if attribute:
            yield from self._attribute(attribute[1], piece)
        elif piece.startswith("ALUR"):
            steps = ["  1. Bupati menerima laporan."]
            yield self._text([*self.rows, piece, *self._about(), *steps])
        elif piece.startswith("- "):
            for at in range(self.spans[0].line, len(self.rows) + 1):
                yield self._put(at + 1, at, [f"    {piece}"])
                yield self._put(at, at, [f"    {piece}"])
        elif piece in ("wajib", "dapat"):
            for kind in (*DENYING, "REFUSES"):
                for denial in tables().phrases[kind]:
                    yield from self.word(f"{denial} ", f"{piece} ")
            done = {*values_in(tables().skipped), *values_in(tables().skipped_gifts)}
            modals = ("", "boleh ", "dapat ")
            for modal, verb, do in product(modals, sorted(tables().skipping), sorted(done)):
                yield from self.word(f"{modal}{verb} ", f"{piece} {do} ")
            yield from self.word(f"{piece} ", "")
        elif piece.split()[0] in ("tidak", "boleh", "dilarang", "menolak", "enggan"):
            yield from self.word(f"{piece} ", "")
        elif piece.split()[-1] == "bukan":
            yield from self.word(f" saja {piece} ", " dan ")
        elif piece.startswith("tanpa "):
            yield from self.word(f" {piece}", "")
        elif piece.startswith("dengan sarana "):
            for row in {span.line for span in self.spans}:
                line = _MEANS.sub("", self.rows[row - 1]).rstrip(".")
                yield self._put(row, row, [f"{line} {piece}."])
        elif piece[0].islower():
            yield from self._name(piece)
            for name in self.names.values():
                yield from self.sentences([f"{name} {piece}."])
        else:
            yield from self._name(piece)

    def word(self, old: str, new: str) -> Iterator[str]:
        """Another word in the sentence of the finding, in another one, or in all of them."""
        own = {row for span in self.spans for row in range(span.line, span.end_line + 1)}
        for row in [*own, *(set(range(1, len(self.rows) + 1)) - own)]:
            yield self._put(row, row, [self.rows[row - 1].replace(old, new, 1)])
        yield self._text([row.replace(old, new) for row in self.rows])

    def sentences(self, wanted: Sequence[str]) -> Iterator[str]:
        """Sentences added to the structure or put in place of others, or as steps."""
        parts = [n for n, row in enumerate(self.rows) if row.startswith(("ALUR", "BAGAN"))]
        end = min(parts, default=len(self.rows))
        added = wanted if "STRUKTUR" in self.rows else ["STRUKTUR", *wanted]
        yield self._text([*self.rows[:end], *added, *self.rows[end:]])
        for span in self.spans:
            heading = self.rows[span.line - 2]
            if heading and not heading.endswith((".", "STRUKTUR")):  # of a list, or a subject
                blank = [""] * (span.end_line - span.line + 2)
                kept = [*self.rows[: span.line - 2], *blank, *self.rows[span.end_line :]]
                yield self._text([*kept[:end], *added, *kept[end:]])
            kept = [*self.rows[: span.line - 1], *[""] * (span.end_line - span.line + 1)]
            kept += self.rows[span.end_line :]
            if not re.match(r"STRUKTUR|[A-Z]+ *:", self.rows[span.line - 1]):
                yield self._text([*kept[:end], *added, *kept[end:]])
        flows = [n for n, row in enumerate(self.rows, 1) if row.startswith("ALUR")]
        meant = [max((n for n in flows if n <= span.line), default=0) for span in self.spans]
        for flow in dict.fromkeys(meant):
            if flow:
                yield from self._steps(wanted, flow)

    def _steps(self, wanted: Sequence[str], flow: int) -> Iterator[str]:
        rows = range(flow + 1, len(self.rows) + 1)
        ends = (n for n in rows if re.match("ALUR|STRUKTUR|BAGAN", self.rows[n - 1]))
        last = next(ends, len(self.rows) + 1)
        own = [n for n in range(flow + 1, last) if _STEP.match(self.rows[n - 1])]
        steps = [_STEP.sub("", self.rows[n - 1]) for n in own]
        for width in range(len(steps) + 1):
            for at in range(len(steps) - width + 1):
                new = [*steps[:at], *wanted, *steps[at + width :]]
                lines = [f"  {number}. {text}" for number, text in enumerate(new, 1)]
                yield self._put(min(own, default=flow + 1), last - 1, lines)

    def _attribute(self, keyword: str, piece: str) -> Iterator[str]:
        for number, row in enumerate(self.rows, 1):
            if row.strip().startswith(f"{keyword}:"):
                yield self._put(number, number, [f"  {piece}"])
        for number, row in enumerate(self.rows, 1):
            if row.startswith("ALUR"):
                yield self._put(number + 1, number, [f"  {piece}"])
                bare = [_OPENING.sub(r"\1", one) for one in self.rows]
                yield self._text([*bare[:number], f"  {piece}", *bare[number:]])

    def _name(self, piece: str) -> Iterator[str]:
        for old in map(str, self.terms.values()):
            name = self.names.get(old, old)
            text = self._text(self.rows)
            if name in text:
                yield text.replace(name, piece)
        for span in self.spans:
            keyword = re.match(r"(DASAR|RUJUKAN) *:", self.rows[span.line - 1])
            if keyword:
                yield self._put(span.line, span.end_line, [f"{keyword[1]} : {piece}"])

    def _about(self) -> list[str]:
        return [f"  subjek: {self.names[str(self.terms['unit'])]}"]

    def _put(self, first: int, last: int, new: Sequence[str]) -> str:
        return self._text([*self.rows[: first - 1], *new, *self.rows[last:]])

    @staticmethod
    def _text(rows: Sequence[str]) -> str:
        return "\n".join(rows) + "\n"

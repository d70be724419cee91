"""The lines of STRUKTUR or BAGAN to sentences: subjects, predicates, lists."""

import re

from patuh_parser.sotk.errors import Diagnostics
from patuh_parser.sotk.lines.layout import line_span
from patuh_parser.sotk.lines.marks import BULLET, Mark, heading, mark_of, pieces
from patuh_parser.sotk.lines.outline import Block, Outline, unfolded, without_chapeau
from patuh_parser.sotk.lines.words import Line, Word, span_of, trimmed, unclosed, words_of
from patuh_parser.sotk.vocabulary import tables
from patuh_parser.text.span import Span

MAX_WORDS = 20_000
"""Words of one sentence; more is an error."""

_OTHER_END = r"(.*?)([;!?]+)"
"""A mark that others put at the end of a sentence."""
_CONTINUE = frozenset({"dan", "serta", "pada"})
_LEAD_ON = frozenset(
    {"dan", ",", "kepada", "melalui", "oleh", "dengan", "dari", "pada", "terhadap", "kemudian"}
)


def _cut_off(text: str) -> bool:
    """Whether a line that ends in dots is no entry of a list."""
    return text[0] not in "-•*" and bool(text[:-3].strip())


def _ended(words: list[Word]) -> list[Word]:
    """Return the words of a paragraph, with a full stop for the `;` or `; dan` at the end."""
    whole = trimmed(words)
    mark = words[len(whole)] if len(whole) < len(words) else None
    if mark is None or mark.text != ";":
        return words
    return [*whole, Word(".", mark.line, mark.column)]


def _only_heads(words: list[Word]) -> bool:
    """Whether words with a colon only say where what follows stands ("Keterangan bagan: …")."""
    return " ".join(word.text.lower() for word in words[:-1]) in tables().headed


class BlockReader:
    """Folds lines into sentences and notes slips of form; each slip gives one error."""

    def __init__(self, errors: Diagnostics) -> None:
        self.errors = errors
        self.blocks: list[Block] = []
        self.subject: list[Word] | None = None
        self.current: list[Word] = []
        self.indent = 0
        self.open: Block | None = None
        self.outline = Outline()
        self.bases: list[Mark] = []
        """The marks of the paragraphs that the sentences stand in, from the outside in."""
        self.numbered = False
        """The sentence has the number of a paragraph: it goes on to its end, and may end in `;`."""
        self.unmarked: int | None = None
        """Where the sentence begins whose list has no marks; its entries are left out."""
        self.muted = False
        """The list that follows belongs to a sentence that is already wrong."""

    def read(self, lines: list[Line]) -> list[Block]:
        """Return the sentences of a part."""
        titled = False
        for line in lines:
            layout, follows = heading(line)
            if layout or (titled and not line.text.endswith((".", ":")) and not mark_of(line)):
                self._end()
                titled = follows
                continue
            titled = False
            for piece, start in pieces(line):
                self._piece(piece, start)
        self._end()
        return self.blocks

    def _end(self) -> None:
        """Close everything: the part or a heading ends it."""
        self._unfinished()
        self._close_list()
        self.subject, self.bases, self.muted = None, [], False

    def _piece(self, line: Line, start: int) -> None:
        mark = mark_of(line, start)
        if self.unmarked is not None and line.indent > self.unmarked:
            return
        self.unmarked = None
        if line.text.endswith("...") and _cut_off(line.text):
            self.errors.add("E207", line_span(line), line.text.strip(), hint="H_CATCHWORD")
        elif mark is not None:
            self._marked(line, mark)
        elif self.open is None:
            self._line(line, words_of(line, start))
        elif self._lacks_marks(line):
            self.errors.add("E215", line_span(line), line.text.strip(), hint="H_ONE_A_LINE")
            self.blocks.pop()
            self.open, self.unmarked, self.muted = None, self.indent, True
        elif not self._continues_item(line):
            self._line(line, words_of(line, start))

    def _marked(self, line: Line, mark: Mark) -> None:
        """An entry of the open list, or a sentence with the number of its paragraph."""
        words = words_of(line, mark.end)
        if self.current:
            self._unfinished()
        if not words:
            self.errors.add("E203", line_span(line), line.text.strip(), hint="H_ITEM")
            return
        if self.open is not None and self._in_list(line, mark, words):
            self.outline.add(mark, line.indent, words)
        elif mark.style != BULLET and not self.muted:
            self._base(mark)
            self._line(line, words, numbered=True)
        elif not self.muted:
            self.errors.add("E205", line_span(line), line.text.strip(), hint="H_LIST")
            self.muted = True

    def _in_list(self, line: Line, mark: Mark, words: list[Word]) -> bool:
        if self.outline.place(mark, line.indent, words):
            return True
        if any(base.style == mark.style and base.number + 1 == mark.number for base in self.bases):
            return False
        return self.outline.opened(mark, line.indent) or self.outline.loosely(mark, line.indent)

    def _base(self, mark: Mark) -> None:
        """Note the paragraph that a sentence begins; the ones within it are over."""
        for depth, base in enumerate(self.bases):
            if base.style == mark.style:
                del self.bases[depth:]
                break
        self.bases.append(mark)

    def _lacks_marks(self, line: Line) -> bool:
        """Whether a further indented line stands where the first entry of a list should."""
        waits = not self.outline.entries and not self.current
        return waits and line.indent > self.indent and line.text.strip()[0].isupper()

    def _continues_item(self, line: Line) -> bool:
        entry = self.outline.last
        if entry is None or self.current:
            return False
        before, last = ["", *(word.text for word in entry.words[-2:])][-2:]
        words = words_of(line)
        wrapped = (last in _LEAD_ON and before != ";") or words[0].text in _CONTINUE
        if last in (".", ";", ":") or not (line.indent > self.outline.levels[-1].indent or wrapped):
            return False
        entry.words.extend(words)
        return True

    def _line(self, line: Line, words: list[Word], numbered: bool = False) -> None:
        if self.current:
            if not self.numbered:
                self._join(line, words[0])
        else:
            if self.open is not None:
                self._close_list(words[0].text[0].islower())
            self.numbered = numbered
        if self.numbered:
            words = _ended(words)
        self.muted = False
        if not self.current:
            self.indent = line.indent
        text = line.text
        if words[-1][0] == "." and text.count(".") == 1 and ":" not in text:
            self.current += words  # as most lines are
            self._emit()
            return
        start = 0
        for at, word in enumerate(words, 1):
            if word[0] == ".":
                self.current += words[start:at]
                start = at
                self._emit()
            elif word[0] == ":":
                self.current += words[start:at]
                if at < len(words) and _only_heads(self.current):
                    first = words[at]
                    words[at] = first._replace(text=first.text[0].upper() + first.text[1:])
                    self.current, start = [], at
                    continue
                self._colon(words[at:])
                return
        self.current += words[start:]

    def _join(self, line: Line, first: Word) -> None:
        """Decide at a line end without a mark: subject, continued sentence, or slip."""
        lower = first.text[0].islower()
        if lower and first.text not in _CONTINUE and self._is_subject():
            self.subject, self.current = self.current, []
        elif line.indent <= self.indent and self.current[-1].text not in _LEAD_ON:
            self._unfinished()

    def _is_subject(self) -> bool:
        return self._names_only(self.current)

    def _names_only(self, words: list[Word]) -> bool:
        small = {*_CONTINUE, *tables().phrases["SELURUH"]}
        return all(not word.text[0].islower() or word.text in small for word in words)

    def _unfinished(self) -> None:
        """A sentence without its full stop: note it and read it all the same."""
        if not self.current:
            return
        last = self.current[-1]
        place = Span(
            last.line, last.column + len(last.text), last.line, last.column + len(last.text)
        )
        alone = self._is_subject() and self.current[0].text[0].isupper()
        hint = "H_SUBJECT_ALONE" if alone else "H_FULL_STOP"
        if not unclosed(last):
            args: tuple[str, ...] = ()
            if mark := re.fullmatch(_OTHER_END, last.text):
                hint, args = "H_MARK", (mark[2],)
                rest = Word(mark[1], last.line, last.column)
                self.current[-1:] = [rest] if rest.text else []
            self.errors.add(
                "E201", place, last.text, expected=("full_stop",), hint=hint, hint_args=args
            )
        self.current.append(Word(".", last.line, last.column + len(last.text)))
        self._emit(patched=True)
        self.muted = True

    def _colon(self, rest: list[Word]) -> None:
        if rest:
            commas = any(word.text == "," for word in rest)
            hint = "H_ONE_A_LINE" if commas else "H_LIST"
            self.errors.add("E204", span_of(rest), rest[0].text, hint=hint)
            self.current = []
            self.muted = True
            return
        self._emit(listed=True)

    def _emit(self, listed: bool = False, patched: bool = False) -> None:
        words, self.current = without_chapeau(self.current), []
        if len(words) == 1 and words[0].text == ".":
            self.errors.add("E208", span_of(words), hint="H_LONE_STOP")
            return
        if len(words) - (words[-1].text == ".") > MAX_WORDS:
            self.errors.add("E211", span_of(words[:1]), str(MAX_WORDS))
            return
        first = words[0].text
        subject = None
        if first[0].islower() and first not in tables().phrases["SELURUH"]:
            subject = self.subject
        else:
            self.subject = None
        block = Block(subject, words, listed=listed, patched=patched)
        self.blocks.append(block)
        self.open = block if listed else None
        if listed:
            self.outline = Outline()
        if subject is None and self.bases and self._names_only(words):
            self.subject = words[:-1]

    def _close_list(self, said: bool = False) -> None:
        """End the open list; a name and a colon before what is `said` are a subject."""
        if self.open is None:
            return
        self.blocks.pop()
        if self.outline.entries:
            self.blocks += unfolded(self.open, self.outline.entries)
        elif said and self.open.subject is None and self._names_only(self.open.words):
            self.subject = self.open.words[:-1]
        else:
            colon = self.open.words[-1]
            self.errors.add("E203", span_of([colon]), colon.text, hint="H_ITEM")
        self.open = None

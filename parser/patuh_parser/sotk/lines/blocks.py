"""The lines of STRUKTUR or BAGAN to sentences: subjects, predicates, lists."""

import re

from msgspec import Struct

from patuh_parser.sotk.errors import Diagnostics
from patuh_parser.sotk.lines.layout import line_span
from patuh_parser.sotk.lines.words import Line, Word, bullet, span_of, unclosed, words_of
from patuh_parser.text.span import Span

_CATCHWORD = re.compile(r"\s*\(?[0-9]{1,3}[.)]\s")
_NUMBERED = re.compile(r"\s*\(?(?:[0-9]{1,3}|[a-z])[.)](?=\s)")
MAX_WORDS = 20_000
"""Words of one sentence; more is an error."""

_OTHER_END = re.compile(r"(.*?)([;!?]+)")
"""A mark that others put at the end of a sentence."""
_SUBJECT_WORDS = frozenset({"dan", "pada", "serta", "seluruh", "semua", "setiap"})
_CONTINUE = frozenset({"dan", "serta", "pada"})
_LEAD_ON = frozenset(
    {"dan", ",", "kepada", "melalui", "oleh", "dengan", "dari", "pada", "terhadap", "kemudian"}
)


def _cut_off(text: str) -> bool:
    """Whether a line that is no entry of a list ends in dots."""
    return text.endswith("...") and text[0] not in "-•*" and bool(text[:-3].strip())


class Block(Struct):
    """A sentence: its subject if that stands on a line of its own, its words, its list."""

    subject: list[Word] | None
    words: list[Word]
    items: list[list[Word]] = []
    listed: bool = False
    patched: bool = False
    """The full stop was missing, which is reported already."""
    span: Span | None = None
    """Where it stands, if its words are not all in their order there."""


class BlockReader:
    """Folds lines into sentences and notes slips of form; each slip gives one error."""

    def __init__(self, errors: Diagnostics) -> None:
        self.errors = errors
        self.blocks: list[Block] = []
        self.subject: list[Word] | None = None
        self.current: list[Word] = []
        self.indent = 0
        self.open: Block | None = None
        self.item_indent = 0
        self.numbered = False
        self.unmarked: int | None = None
        """Where the sentence begins whose list has no marks; its entries are left out."""
        self.muted = False
        """The list that follows belongs to a sentence that is already wrong."""

    def read(self, lines: list[Line]) -> list[Block]:
        """Return the sentences of a part."""
        for line in lines:
            mark = bullet(line.text)
            if self.unmarked is not None and line.indent > self.unmarked:
                continue
            self.unmarked = None
            if self.open is not None and not mark and _NUMBERED.match(line.text):
                self._numbered(line)
            elif self.numbered and _NUMBERED.match(line.text):
                continue
            elif _CATCHWORD.match(line.text) or _cut_off(line.text):
                self.errors.add("E207", line_span(line), line.text.strip(), hint="H_CATCHWORD")
            elif mark:
                self._item(line, mark)
            elif self._lacks_marks(line):
                self.errors.add("E215", line_span(line), line.text.strip(), hint="H_ONE_A_LINE")
                self.blocks.pop()
                self.open, self.unmarked, self.muted = None, self.indent, True
            elif not self._continues_item(line):
                self._line(line)
        self._unfinished()
        self._close_list()
        return self.blocks

    def _item(self, line: Line, mark: int) -> None:
        words = words_of(line, mark)
        if self.current:
            self._unfinished()
        if self.open is None:
            if not self.muted:
                self.errors.add("E205", line_span(line), line.text.strip(), hint="H_LIST")
                self.muted = True
            return
        self.item_indent = line.indent
        if words:
            self.open.items.append(words)
        else:
            self.errors.add("E203", line_span(line), "-", hint="H_ITEM")

    def _numbered(self, line: Line) -> None:
        """Entries with numbers: one error for the list, which is then left out."""
        code = "E207" if line.text.endswith("...") else "E214"
        self.errors.add(code, line_span(line), line.text.strip(), hint="H_CATCHWORD")
        if self.open is not None and not self.open.items:
            self.blocks.pop()
            self.open = None
            self.numbered = self.muted = True

    def _lacks_marks(self, line: Line) -> bool:
        """Whether a further indented line stands where the first entry of a list should."""
        waits = self.open is not None and not self.open.items and not self.current
        return waits and line.indent > self.indent and line.text.strip()[0].isupper()

    def _continues_item(self, line: Line) -> bool:
        if self.open is None or not self.open.items or self.current:
            return False
        if line.indent <= self.item_indent or self.open.items[-1][-1].text in (".", ";"):
            return False
        self.open.items[-1].extend(words_of(line))
        return True

    def _line(self, line: Line) -> None:
        words = words_of(line)
        if self.current:
            self._join(line, words[0])
        else:
            self._close_list()
        self.muted = self.numbered = False
        if not self.current:
            self.indent = line.indent
        start = 0
        for at, word in enumerate(words, 1):
            if word[0] == ".":
                self.current += words[start:at]
                start = at
                self._emit()
            elif word[0] == ":":
                self.current += words[start:at]
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
        if self.current[0].text[0].islower() and self.current[0].text not in _SUBJECT_WORDS:
            return False
        return all(
            not word.text[0].islower() or word.text in _SUBJECT_WORDS for word in self.current
        )

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
            if mark := _OTHER_END.fullmatch(last.text):
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
        words, self.current = self.current, []
        if len(words) == 1 and words[0].text == ".":
            self.errors.add("E208", span_of(words), hint="H_LONE_STOP")
            return
        if len(words) > MAX_WORDS:
            self.errors.add("E211", span_of(words[:1]), str(MAX_WORDS))
            return
        first = words[0].text
        subject = None
        if first[0].islower() and first not in ("seluruh", "semua", "setiap"):
            subject = self.subject
        else:
            self.subject = None
        block = Block(subject, words, listed=listed, patched=patched)
        self.blocks.append(block)
        self.open = block if listed else None

    def _close_list(self) -> None:
        if self.open is not None and not self.open.items:
            colon = self.open.words[-1]
            self.errors.add("E203", span_of([colon]), colon.text, hint="H_ITEM")
            self.blocks.pop()
        self.open = None

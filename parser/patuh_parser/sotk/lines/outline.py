"""Lists in lists: which entry a line is, and the sentences that the tree of entries stands for."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from patuh_parser.sotk.lines.marks import BULLET, Mark
from patuh_parser.sotk.lines.words import Word, trimmed
from patuh_parser.sotk.tries import longest
from patuh_parser.sotk.vocabulary import phrases_of, tables
from patuh_parser.text.span import Span


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
    neutral: tuple[str, ...] = ()
    """What stood there besides, on which nothing rests."""


class Entry(Struct):
    """An entry of a list, and those of the list that it opens itself."""

    words: list[Word]
    entries: "list[Entry]" = []

    @property
    def opens(self) -> bool:
        """Whether a list may follow."""
        return self.words[-1].text == ":"


class Level(Struct):
    """The entries of one list, with the shape, the number and the indentation of the last one."""

    style: str
    number: int
    indent: int
    entries: list[Entry]


class Outline:
    """The open list of a sentence."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.levels: list[Level] = []

    @property
    def last(self) -> Entry | None:
        """The entry that was read last."""
        return self.levels[-1].entries[-1] if self.levels else None

    def place(self, mark: Mark, indent: int, words: Sequence[Word]) -> bool:
        """Go to the list that an entry belongs to; False if it belongs to none of them."""
        last = self.last
        first = mark.number <= 1
        if last is None:
            self._push(mark, indent, self.entries)
            return True
        deeper = mark.style != BULLET or indent > self.levels[-1].indent
        heads = last.opens or (words[0].text[0].islower() and _is_name(last.words))
        if first and deeper and heads:
            self._push(mark, indent, last.entries)
            return True
        return self._goes(mark, indent, strict=True)

    def opened(self, mark: Mark, indent: int) -> bool:
        """Go to the list of an entry with a colon, if it begins with a later number than the first
        (`b)`), as one that is pasted from the middle of another does."""
        last = self.last
        known = any(level.style == mark.style for level in self.levels)
        if last is None or not last.opens or last.entries or known or mark.style == BULLET:
            return False
        self._push(mark, indent, last.entries)
        return True

    def loosely(self, mark: Mark, indent: int) -> bool:
        """Go to a list of entries with such marks, whatever their numbers."""
        return self._goes(mark, indent, strict=False)

    def add(self, mark: Mark, indent: int, words: list[Word]) -> None:
        """Enter an entry where `place` has gone."""
        level = self.levels[-1]
        level.entries.append(Entry(words))
        level.number, level.indent = mark.number, indent

    def _goes(self, mark: Mark, indent: int, strict: bool) -> bool:
        for depth in range(len(self.levels) - 1, -1, -1):
            level = self.levels[depth]
            if level.style != mark.style:
                continue
            if mark.style == BULLET:
                fits = indent >= level.indent or not depth
            else:
                fits = not strict or mark.number == level.number + 1
            if fits:
                del self.levels[depth + 1 :]
                return True
        return False

    def _push(self, mark: Mark, indent: int, entries: list[Entry]) -> None:
        self.levels.append(Level(mark.style, mark.number, indent, entries))


def without_chapeau(words: list[Word]) -> list[Word]:
    """Return a sentence without the words that only say that a list is a structure."""
    if words[0].text.lower() not in tables().chapeaus:
        return words
    end = longest(tables().chapeaus, [word.text.lower() for word in words[:3]])[0]
    return words[end:] if end and _split(words)[1] else words


def unfolded(block: Block, entries: Iterable[Entry], place: Sequence[Word] = ()) -> list[Block]:
    """Return the sentences of a list: its own, and those of the lists in it.

    `place` is what the units of the list lie in, where its own words do not say so.
    """
    entries = list(entries)
    if _is_name(block.words) and all(_says(entry) for entry in entries):
        return _predicates(block.words[:-1], entries)
    found: list[Block] = []
    said_alone = False
    subject, verb = _split(block.words[:-1])
    subject = block.subject or subject
    for entry in entries:
        words = [word for word in entry.words if word.text != ":"]
        name, said = _split(words)
        if not entry.entries:
            own = trimmed(entry.words) if place else entry.words
            block.items.append([*own, *(_moved(place, own[-1]) if place else ())])
        elif said or (verb and _is_name(words)):
            place = subject if _is(verb, "TERDIRI") else place
            inside = [*name, *(_moved(place, name[-1]) if place else ())]
            block.items.append(name)
            words = [*inside, *(said or verb), block.words[-1]]
            inner = inside if place and not _is(said or verb, "TERDIRI") else ()
            found += unfolded(Block(None, words, listed=True), entry.entries, inner)
        elif all(map(_says, entry.entries)):
            said_alone = True
            found += _predicates(words, entry.entries)
        else:
            words = [*block.words[:-1], *words, block.words[-1]]
            found += unfolded(Block(block.subject, words, listed=True), entry.entries)
    if block.items:
        return [block, *found]
    if said_alone:  # its own words are a sentence too
        last = block.words[-1]
        words = [*block.words[:-1], Word(".", last.line, last.column)]
        return [Block(block.subject, words), *found]
    return found


def _says(entry: Entry) -> bool:
    """Whether an entry is a predicate."""
    return entry.words[0].text[0].islower()


def _predicates(subject: list[Word], entries: Iterable[Entry]) -> list[Block]:
    """What is said of a subject that is an entry itself."""
    found = []
    if subject[-1].text in (".", ";"):
        subject = subject[:-1]
    for entry in entries:
        words = [*subject, *entry.words]
        if entry.entries:
            found += unfolded(Block(None, words, listed=True), entry.entries)
        else:
            last = words[-1]
            ended = words if last.text == "." else [w for w in words if w.text != ";"]
            if ended[-1].text != ".":
                ended = [*ended, Word(".", last.line, last.column + len(last.text))]
            found.append(Block(None, ended))
    return found


def _split(words: list[Word]) -> tuple[list[Word], list[Word]]:
    """A name and the verb after it that places or commands; without such a verb all is name."""
    phrases, texts = phrases_of("structure"), [word.text for word in words]
    for at in range(1, len(words)):
        end, phrase = longest(phrases, texts, at)
        if phrase is not None and phrase[0] in ("TERDIRI", "MEMERINTAH"):
            name = words[:at]
            while len(name) > 1 and name[-1].text in (",", "yang"):
                name = name[:-1]
            return name, words[at:end]
    return words, []


def _is(words: Sequence[Word], terminal: str) -> bool:
    return " ".join(word.text for word in words) in tables().phrases[terminal]


def _is_name(words: Sequence[Word]) -> bool:
    return not any(word.text[0].islower() and word.text not in ("dan", "pada") for word in words)


def _moved(place: Sequence[Word], after: Word) -> list[Word]:
    """The words `pada …`, as if they stood where a name ends."""
    column = after.column + len(after.text)
    return [Word(text, after.line, column) for text in ("pada", *(word.text for word in place))]

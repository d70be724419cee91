"""Sentences in words of regulations, as the sentences of the grammar that say the same.

A small system of rewriting: the first form of the table that fits a sentence gives the sentences
that it means, and each of these is looked at again, until no form fits. A circumstance that opens
a sentence ("Dalam penanganan bencana, …") goes on with each of them.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from msgspec.structs import replace

from patuh_parser.sotk.lexing.lexer import Token
from patuh_parser.sotk.lexing.name_finder import Mention, NameFinder
from patuh_parser.sotk.lines.outline import Block
from patuh_parser.sotk.lines.words import Word, span_of
from patuh_parser.sotk.parsing.each_asisten import ANY, any_asisten
from patuh_parser.sotk.parsing.rewording.marked import Marked, small
from patuh_parser.sotk.parsing.rewording.notation import GROUP, UNIT, UNITS
from patuh_parser.sotk.parsing.rewording.rewordings import Form
from patuh_parser.sotk.parsing.rewording.usable import sentence_forms
from patuh_parser.sotk.parsing.rewording.usual_order import recipient_last
from patuh_parser.sotk.tries import longest
from patuh_parser.sotk.vocabulary import phrases_of, tables

LONGEST = 100
"""Words of a sentence that is looked at; no such sentence of a regulation has half of it."""
_MOST_LETTERS = 4_000
_STRESS = "-lah"
"""Behind a short name that counts ("Kepada DPRD-lah …")."""
_MOST_TIMES = 8
"""So often a sentence is reworded."""
_MOST = 12
"""So many sentences may come of one."""


def reworded(block: Block, names: NameFinder, refused: bool = False) -> Iterator[Block]:
    """Yield the sentences that a sentence in the words of a regulation means, else itself.

    Some forms are only of what the grammar has refused.
    """
    words = block.words
    long = len(words) > LONGEST + 1 or sum(len(word.text) for word in words) > _MOST_LETTERS
    if block.subject is not None or long or len(words) == 1:  # nothing but what ends it
        yield block
        return
    words = recipient_last(words, names) or words
    stop = words[-1]
    waiting = [(unstressed(words[:-1]), 0)]
    done: list[list[Word]] = []
    while waiting:
        words, times = waiting.pop()
        full = times == _MOST_TIMES or len(waiting) + len(done) >= _MOST
        made = None if full else _once(words, names, block.listed, refused)
        if made is None or [[word.text for word in words]] == [[w.text for w in m] for m in made]:
            done.append(words)
        else:
            waiting += [(sentence, times + 1) for sentence in reversed(made)]
    for words in done:
        same = len(done) == 1 and [w.text for w in words] == [w.text for w in block.words[:-1]]
        yield block if same else replace(block, words=[*words, stop], span=span_of(block.words))


def unstressed(words: list[Word]) -> list[Word]:
    """Return the words without `-lah yang` ("Bupatilah yang menetapkan …")."""
    for at, (word, after) in enumerate(pairwise(words)):
        if word.text.endswith(_STRESS):
            bare = word._replace(text=word.text.removesuffix(_STRESS))
            return [*words[:at], bare, *words[at + 1 :]]
        if after.text == "yang" and word.text.endswith("lah") and word.text[0].isupper():
            bare = word._replace(text=word.text.removesuffix("lah"))
            return [*words[:at], bare, *words[at + 2 :]]
    return words


def _once(
    words: list[Word], names: NameFinder, listed: bool, refused: bool
) -> list[list[Word]] | None:
    """The sentences that the first form that fits makes of one, None if none fits."""
    usable = _usable(words, listed, refused)
    leads = words[0].text.lower() in _openings()
    if not usable and not leads:
        return None
    sentence = _Sentence(words, names)
    lead = sentence.lead() if leads else 0
    found = sentence.reworded(usable, lead > 0, refused)
    if found is None and lead:
        rest = words[lead:]
        made = _Sentence(rest, names).reworded(_usable(rest, listed, refused), refused=refused)
        return made and [[*words[:lead], *said] for said in made]
    return found


def _usable(words: list[Word], listed: bool, refused: bool) -> list[Form]:
    found = sentence_forms().forms_for([word.text for word in words])
    return [form for form in found if form.listed == listed and form.refused <= refused]


@cache
def _openings() -> frozenset[str]:
    """The words that a circumstance before the subject begins with, in small letters."""
    table = tables()
    conditions = {words.split()[0] for words in table.conditions}
    known = {word.lower() for word in table.step_words["openers"]}
    known |= table.before_purposes | table.before_openings | conditions
    return frozenset(known | table.step_words["circumstances"])


def items_of(words: list[Word], names: NameFinder) -> list[tuple[str, int, int]]:
    """Return the words of a sentence with their places, each name and each group as one."""
    texts = [word.text for word in words]
    found = []
    at = 0
    every = tables().phrases["SELURUH"]
    while at < len(texts):
        begin = at + (texts[at] in every)
        group, end = None, begin
        if begin > at:
            end, group = names.group_at(texts, begin)
        if group is None:
            mention, end = _name(words, texts, names, begin)
            if mention is None:
                found.append((texts[at], at, at + 1))
                at += 1
                continue
        found.append((GROUP if group else UNIT, at, end))
        at = end
    return found


def _name(
    words: list[Word], texts: list[str], names: NameFinder, at: int
) -> tuple[Mention | None, int]:
    """The name at a place; `Asisten yang …` is one, unless it is said of whom."""
    end, phrase = longest(phrases_of("structure"), texts, at)
    if phrase is None or phrase[0] != ANY:
        return names.find(words, texts, at)
    of_whom = names.find(words, texts, end)[0]
    return (None, at) if of_whom else (any_asisten(Token(ANY, "", words, at, end)), end)


class _Sentence:
    """A sentence as texts that forms are compared with: its words, and with its names as one."""

    def __init__(self, words: list[Word], names: NameFinder) -> None:
        self.words = words
        self.texts = [word.text for word in words]
        self.items = items_of(words, names)
        self.plain = self._marked([(word.text, at, at + 1) for at, word in enumerate(words)])
        self.named = self._marked(self.items)

    def reworded(
        self, usable: Sequence[Form], marked: bool = False, refused: bool = False
    ) -> list[list[Word]] | None:
        """What the first form that fits makes of it, of those with a mark if only these may; of
        what the grammar has refused not the same again."""
        marked = marked or self.items[0][0] in UNITS
        for form in usable:
            if marked and not (form.mark or form.refused):
                continue
            said = self.named if form.named else self.plain
            found = form.fits(said)
            if found is not None:
                made = [opened(list(said.said(means, found))) for means in form.means]
                if not refused or [word.text for word in made[0]] != self.texts:
                    return made
        return None

    def lead(self) -> int:
        """Where the circumstance that it begins with ends, behind its comma; 0 if it goes on."""
        for text, _, end in self.items:
            if text in UNITS or text in tables().relating:
                return 0
            if text == ",":
                return end
        return 0

    def _marked(self, items: Sequence[tuple[str, int, int]]) -> Marked:
        """The words as a text of items, each with its blank before it."""
        text, starts = "", []
        for item, begin, end in items:
            starts += [len(text)] * (end - begin)
            text += f" {small(item)}"
        return Marked(self.words, text, starts, self.items[0][0] in UNITS)


def opened(words: list[Word]) -> list[Word]:
    """Return the words of a sentence, the first with a capital."""
    first = words[0]
    return [first._replace(text=first.text[0].upper() + first.text[1:]), *words[1:]]

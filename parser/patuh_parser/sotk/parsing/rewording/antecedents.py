"""Who is meant by `-nya` and `ia`: whom the sentence before begins with.

"UPT X pada Dinas Y. Pertanggungjawabannya disampaikan kepada Camat." is on that of UPT X.
"""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from patuh_parser.sotk.lexing.name_finder import NameFinder
from patuh_parser.sotk.lines.outline import Block
from patuh_parser.sotk.lines.words import Word
from patuh_parser.sotk.vocabulary import tables

_FARTHEST = 6
"""Among so many first words such a word stands."""


def of_the_last(blocks: Iterable[Block], names: NameFinder) -> Iterator[Block]:
    """Yield sentences, with the name in the place of such a word that stands before any name."""
    last: list[Word] = []
    for block in blocks:
        at = _place(block)
        if at is not None and last:
            block = replace(block, words=_named(block.words, at, _name(last, names)))
        last = block.subject or block.words
        yield block


def _place(block: Block) -> int | None:
    """Where such a word stands, None if there is none."""
    known = tables().of_the_last
    if block.subject is not None or block.listed:
        return None
    for at, word in enumerate(block.words[:_FARTHEST]):
        if word[0].lower() in known:
            return at
        if at and word[0][0].isupper():
            break
    return None


def _name(words: list[Word], names: NameFinder) -> list[Word]:
    """The words of the name that a sentence begins with, none if it does with none."""
    named, end = names.find(words, [word[0] for word in words], 0)
    return words[:end] if named is not None else []


def _named(words: list[Word], at: int, name: list[Word]) -> list[Word]:
    """Return the words with a name behind the noun that one of them is."""
    if not name:
        return words
    noun = tables().of_the_last[words[at][0].lower()]
    said = [*noun.split(), *(word[0] for word in name)]
    if not at:
        said[0] = said[0][0].upper() + said[0][1:]
    return [*words[:at], *(words[at]._replace(text=text) for text in said), *words[at + 1 :]]

"""What is tried on a sentence that could not be read: its roles, and it without neutral words."""

from msgspec.structs import replace

from patuh_parser.sotk.lexing.name_finder import NameFinder
from patuh_parser.sotk.lines.outline import Block
from patuh_parser.sotk.lines.words import Word, span_of
from patuh_parser.sotk.parsing.rewording.reworded import (
    LONGEST,
    items_of,
    opened,
    reworded,
    unstressed,
)
from patuh_parser.sotk.parsing.roles.by_roles import by_roles
from patuh_parser.sotk.parsing.roles.frames import opening
from patuh_parser.sotk.parsing.roles.surroundings import without_neutral
from patuh_parser.sotk.tries import longest
from patuh_parser.sotk.vocabulary import tables


def in_roles(block: Block, names: NameFinder) -> list[Block]:
    """Return the sentences of the grammar in which the names have the same roles, none if none."""
    if not is_one(block):
        return []
    words = unstressed(block.words[:-1])
    made, neutral = by_roles(words, items_of(words, names))
    span = span_of(block.words)
    blocks = [replace(block, words=[*opened(one), block.words[-1]], span=span) for one in made]
    if blocks:
        blocks[0].neutral = (*block.neutral, *neutral)
    return blocks


def plainer(block: Block, names: NameFinder) -> list[Block]:
    """Return a sentence without its neutral words, reworded again; none if it has none."""
    if not is_one(block):
        return []
    words = block.words[:-1]
    kept, neutral = without_neutral(words, items_of(words, names))
    if not kept or len(kept) == len(words):
        return []
    said = [*opened(kept), block.words[-1]]
    bare = replace(block, words=said, span=span_of(block.words), neutral=neutral)
    return list(reworded(bare, names, refused=True))


def of_all(block: Block) -> Block | None:
    """Return a sentence in which bare titles of all agencies are groups ("tugas Kepala Perangkat
    Daerah" is that of each of them); None if it has none."""
    table = tables()
    texts = [word.text.lower() for word in block.words]
    words: list[Word] = []
    at = 0
    while at < len(texts):
        end, group = longest(table.groups, texts, at)
        alone = not texts[max(at - 1, 0) : at] or texts[at - 1] not in opening("of_several")
        if group in table.sorts["agencies"] and alone and not block.words[at].text.islower():
            words.append(block.words[at]._replace(text="setiap" if at else "Setiap"))
        end = max(end if group else at, at + 1)
        words += block.words[at:end]
        at = end
    return replace(block, words=words) if len(words) > len(texts) and is_one(block) else None


def is_one(block: Block) -> bool:
    """Whether it is a sentence by itself, of no more words than are looked at."""
    return block.subject is None and not block.listed and 2 < len(block.words) <= LONGEST + 1

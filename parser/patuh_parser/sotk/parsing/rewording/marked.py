"""Words as the text that forms are compared with, and what a form takes over from them."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from patuh_parser.sotk.lines.words import Word
from patuh_parser.sotk.parsing.rewording.nouns import act_of, said_actively
from patuh_parser.sotk.vocabulary import tables


class Marked(Struct, frozen=True):
    """Words, their text in small letters with its names marked, and where each begins there."""

    words: Sequence[Word]
    text: str
    starts: Sequence[int]
    name_first: bool
    """Whether a name stands first: its capital stays."""

    def said(self, sentence: Sequence[str], found: re.Match[str]) -> Iterator[Word]:
        """Yield the words of a sentence of a form, those that are taken over with their places."""
        for text in sentence:
            if text[0] != "<":
                yield self.words[0]._replace(text=text)
            elif found[text[1]]:
                begin, end = found.span(text[1])
                places = zip(self.words, self.starts, strict=True)
                taken = [word for word, at in places if begin <= at < end]
                first = taken[0]
                if text[2] == "&":
                    yield first._replace(text="dan")
                if text[2] == "+":
                    taken = [word._replace(text=_act(word.text.lower())) for word in taken]
                elif first is self.words[0] and text is not sentence[0] and not self.name_first:
                    taken[0] = first._replace(text=_uncapitalised(first.text))
                yield from taken[: -1 if taken[-1].text == "," else None]


def small(word: str) -> str:
    """Return a word as it stands in such a text."""
    return word.lower().replace(" ", "_")  # of a quoted name


def _uncapitalised(text: str) -> str:
    return text if text.isupper() and len(text) > 1 else text[0].lower() + text[1:]


def _act(word: str) -> str:
    """The active verb of a passive one or of a noun, a pattern without `-nya`; else the word."""
    bare = word.removesuffix("nya")
    return said_actively(word) or act_of(word) or (bare if bare in tables().patterns else word)

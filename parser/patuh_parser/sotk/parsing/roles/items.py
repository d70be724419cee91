"""The items of one sentence: its words, and names as one, with what each of them is."""

from collections.abc import Sequence

from patuh_parser.sotk.lines.words import Word
from patuh_parser.sotk.parsing.rewording.notation import UNITS
from patuh_parser.sotk.parsing.roles.frames import bounding, meaning_at, opening
from patuh_parser.sotk.parsing.roles.surroundings import said

NO_MATTER = frozenset({"neutral", "periods", "relators"})
"""Kinds of phrases on which nothing rests."""
_IN_NO_TEXT = frozenset({"modal", "past", "via", "manner"})


class Items:
    """Places in a sentence are those of its items."""

    def __init__(self, words: Sequence[Word], items: Sequence[tuple[str, int, int]]) -> None:
        self.words = words
        self.items = items
        self.texts = [item.lower() for item, _, _ in items]
        for at, (_, begin, end) in enumerate(items):
            if end == begin + 1 and words[begin].text == "induknya":  # a home, but not by its name
                self.texts[at] = words[begin].text
        self.left: list[str] = []
        """The words on which nothing rests."""

    def kind(self, at: int) -> tuple[int, str, str]:
        """Return the end of the longest phrase at a place, what it is, and the verb it says."""
        if at >= len(self.texts):
            return at, "", ""
        end, meaning = meaning_at(self.texts, at)
        return (at + 1, "", "") if meaning is None else (end, *meaning)

    def names(self, at: int) -> bool:
        """Whether a name stands at a place."""
        return at < len(self.texts) and self.texts[at] in UNITS

    def leads_to_name(self, at: int) -> bool:
        """Whether a name follows, or what of somebody is meant before it."""
        while at < len(self.texts) and self.kind(at)[1] in NO_MATTER:
            at = self.kind(at)[0]
        return self.names(at) or self.kind(at)[1] == "home"

    def may_be_text(self, start: int, end: int) -> bool:
        """Whether what stands there names nobody, and says nothing that a line rests on."""
        kinds = {self.kind(at)[1] for at in range(start, end)}
        heavy = UNITS | bounding() | opening("doubting")
        quiet = heavy.isdisjoint(self.texts[start:end])
        return start < end and quiet and kinds.isdisjoint(_IN_NO_TEXT)

    def leave(self, start: int, end: int) -> None:
        """Keep what stands there as words on which nothing rests."""
        if text := said(self.words, self.items, start, end):
            self.left.append(text)

    def word(self, at: int, text: str) -> Word:
        """Return a word of this text, in the place of the item."""
        return self.words[self.items[at][1]]._replace(text=text)

    def words_of(self, start: int, end: int) -> list[Word]:
        """Return the words of some items."""
        return [*self.words[self.items[start][1] : self.items[end - 1][2]]]

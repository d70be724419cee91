"""The patterns of a working relation: one for each that a sentence names, from closed lists."""

from collections.abc import Sequence
from functools import cached_property, lru_cache

from msgspec import Struct

from patuh_parser.sotk.lexing.gazetteer import Gazetteer
from patuh_parser.sotk.tries import Trie, longest, make_trie
from patuh_parser.sotk.vocabulary import tables

COORDINATION = "koordinatif"
"""The pattern that has sub-kinds, and that `berkoordinasi` names by itself."""


class Pattern(Struct):
    """One pattern with its sub-kind, and the sectoral term beside it."""

    name: str | None
    sub: str | None = None
    term: str | None = None


class PatternReader:
    """Knows the patterns and sub-kinds of the language and of the regulations that hold."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        table = tables()
        self.table = table.pattern_words
        self.spellings = gazetteer.spellings
        self.patterns = {**dict.fromkeys(gazetteer.patterns), **table.patterns}
        self.patterns = {word: name or word for word, name in self.patterns.items()}
        own = {name.replace("_", " "): name for name in gazetteer.sub_kinds}
        subs = {**own, **table.sub_kinds}
        self.subs: Trie = make_trie((words.split(), name) for words, name in subs.items())
        self.sectors: Trie = make_trie(
            (words.split(), name) for words, name in table.sectors.items()
        )
        self.words = (*self.patterns, *subs, *table.sectors)
        """What may stand here, for suggestions."""

    def read(self, texts: Sequence[str], at: int, coordination: bool) -> tuple[list[Pattern], int]:
        """Return the patterns from a place on, and where they end.

        With `coordination` the verb has named the pattern already, and only sub-kinds follow. Two
        patterns are two only if both are patterns: `koordinatif dan fungsional`, but `koordinatif
        fungsional`.
        """
        found = [Pattern(COORDINATION)] if coordination else []
        end, joined = at, False
        while at < len(texts):
            if found and texts[at] in self.table["joined_by"]:
                joined = True
                at += 1
                continue
            after = self._one(texts, self._filled(texts, at), found, joined, coordination)
            if after is None:
                break
            end = at = after
            joined = False
        only = found[0] if coordination else Pattern(None)
        if only.sub in self.table["scopes"] and only.term is None:
            only.sub, only.term = None, self.table["scopes"][only.sub]
        return found, end

    def _one(
        self, texts: Sequence[str], at: int, found: list[Pattern], joined: bool, coordination: bool
    ) -> int | None:
        """Take one word of a pattern; its end, None if it is none."""
        if at >= len(texts):
            return None
        last = found[-1] if found else Pattern(None)
        spelled = [self._spelled(text) for text in texts[at : at + 7]]
        if texts[at] == "(":
            end, sub = longest(self.subs, [last.sub or "", *spelled[1:]])
            if end > 1 and sub == last.sub and spelled[end : end + 1] == [")"]:
                return at + end + 1  # "multisektoral (secara tupoksi)"
            end, term = longest(self.sectors, spelled, 1)
            if last.term is not None or term is None or spelled[end : end + 1] != [")"]:
                return None
            last.term = term
            return at + end + 1 if found else None
        coordinated = last.name == COORDINATION
        end, term = longest(self.sectors, spelled)
        if term is not None:
            return at + end if coordinated and _beside(last, term) else None
        end, sub = longest(self.subs, spelled)
        pattern = self.patterns.get(spelled[0])
        as_sub = sub is not None and coordinated and (coordination or not joined)
        if pattern is not None and not as_sub:
            if coordination or (found and not joined):
                return None
            found.append(Pattern(pattern))
            return at + 1
        if sub is None or not coordinated:
            return None
        if last.sub is None:
            last.sub = sub
        elif last.term is None and last.sub in self.sectors_named:
            last.sub, last.term = sub, last.sub
        else:
            found.append(Pattern(COORDINATION, sub))
        return at + end

    @cached_property
    def sectors_named(self) -> frozenset[str]:
        """The terms that stand for a sub-kind."""
        return frozenset(tables().sectors.values())

    def _filled(self, texts: Sequence[str], at: int) -> int:
        for filler in self.table["fillers"]:
            words = filler.split()
            if list(texts[at : at + len(words)]) == words:
                return at + len(words)
        return at

    def _spelled(self, text: str) -> str:
        word = text.lower()
        return self.spellings.get(word, word)


def _beside(last: Pattern, term: str) -> bool:
    """Take `lintas sektoral`: the sub-kind, or beside one a term for it."""
    if last.term is not None:
        return False
    if last.sub is None:
        last.sub = term
    else:
        last.term = term
    return True


@lru_cache(maxsize=8)
def pattern_reader(gazetteer: Gazetteer) -> PatternReader:
    """Return the reader of the patterns of a gazetteer."""
    return PatternReader(gazetteer)

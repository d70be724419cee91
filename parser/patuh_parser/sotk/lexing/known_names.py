"""What a gazetteer knows of names, ready for look-up; made once for each gazetteer."""

from functools import lru_cache

from patuh_parser.sotk.lexing.closed_names import ClosedNames
from patuh_parser.sotk.lexing.gazetteer import Gazetteer, split_name
from patuh_parser.sotk.tries import Trie, make_trie, words_in
from patuh_parser.sotk.vocabulary import tables

_MOST = 8
"""So many gazetteers are kept ready: one for each region, and those that hold a base as well."""


class KnownNames:
    """The tables of a gazetteer, which no file changes."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.known: Trie = make_trie((split_name(name.name), name) for name in gazetteer.names)
        self.first: Trie = make_trie(
            (split_name(words), sort) for words, sort in gazetteer.first_words.items()
        )
        self.heads: Trie = make_trie(
            (words.split(), tuple(unit.split())) for words, unit in gazetteer.heads.items()
        )
        self.titles: Trie = make_trie(
            (words.split(), begin) for words, begin in gazetteer.titles.items()
        )
        self.same: Trie = make_trie(
            (words.split(), unit.split()) for words, unit in gazetteer.same.items()
        )
        self.closed = ClosedNames(gazetteer.names)
        self.small = frozenset(
            w for words in (*gazetteer.heads, *gazetteer.titles) for w in words.split()[:1]
        )
        """First words of offices: those in small letters begin a name too (`pimpinan`)."""
        tries = (self.known, self.first, self.heads, self.titles, tables().classes)
        self.words = frozenset().union(*map(words_in, tries))
        """The words that a name may have, however they begin."""
        self.sorts = {name.name: name.sort for name in gazetteer.names}
        self.reserved = frozenset(text for n in gazetteer.names for text in (n.key, n.name))


@lru_cache(maxsize=_MOST)
def known_names(gazetteer: Gazetteer) -> KnownNames:
    """Return the tables of a gazetteer."""
    return KnownNames(gazetteer)

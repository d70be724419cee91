"""Sentences in capital letters: the words of the language in them in small ones."""

from collections.abc import Iterable

from patuh_parser.sotk.lexing.name_finder import NameFinder
from patuh_parser.sotk.lines.words import Line, Word
from patuh_parser.sotk.tries import longest
from patuh_parser.sotk.vocabulary import is_verb, phrases_of

_FEWEST = 4
"""Words of a line that is looked at; fewer are a name or a heading."""
_IN_NAMES = frozenset({"PEMBINAAN", "BIDANG"})
"""Terminals whose words stand in names as well: read as such only after another phrase."""


def without_capitals(lines: Iterable[Line], names: NameFinder) -> list[Line]:
    """Return the lines, those in capitals so that they are read like all others."""
    return [
        line._replace(text=_small(line.text, names)) if line.text.isupper() else line
        for line in lines
    ]


def without_capitals_of(words: list[Word], names: NameFinder) -> list[Word]:
    """Return the words of a step, those of one in capitals in small letters but for known names."""
    if len(words) < _FEWEST or not all(
        word[0].isupper() or not word[0][0].isalpha() for word in words
    ):
        return words
    texts, made, at = [word[0] for word in words], list(words), 0
    while at < len(words):
        end = names.closed.longest(texts, at)[0]
        if end <= at:
            small = texts[at].lower()
            head = small.capitalize() in names.gazetteer.heads and _named(names, texts, at + 1)
            made[at] = words[at]._replace(text=small.capitalize() if head else small)
        at = max(end, at + 1)
    return made


def _named(names: NameFinder, texts: list[str], at: int) -> bool:
    return names.closed.longest(texts, at)[0] > at


def _small(text: str, names: NameFinder) -> str:
    """A line of which no word moves: phrases in small letters, names not known with capitals."""
    pieces = text.split(" ")
    if len(pieces) < _FEWEST:
        return text
    plain = [piece.strip(".,;:") for piece in pieces]
    small = [piece.lower() for piece in plain]
    raised = [piece.capitalize() for piece in small]
    phrases = phrases_of("structure")
    at, after_phrase, named, found = 0, False, False, False
    while at < len(pieces):
        end = names.closed.longest(plain, at)[0]
        if end > at:
            usual = names.closed.lowered(plain[at:end], 0)
            for place, word in enumerate(usual, at):
                pieces[place] = pieces[place].replace(plain[place], word)
            at, after_phrase, named = end, False, False
            continue
        end, phrase = longest(phrases, small, at)
        if phrase is not None and (after_phrase or phrase[0] not in _IN_NAMES):
            pieces[at:end] = [piece.lower() for piece in pieces[at:end]]
            joins = phrase[0] in ("DAN", "COMMA")
            found, named = found or not joins, named and joins
            at, after_phrase = end, True
            continue
        if is_verb(small[at]):  # of a step, which a rule has too
            pieces[at] = pieces[at].lower()
            at, after_phrase, named, found = at + 1, True, False, True
            continue
        named = named or any(longest(names.first, words, at)[0] > at for words in (plain, raised))
        if small[at] in _SMALL:
            pieces[at] = pieces[at].lower()
        elif named and names.closed.lowered(plain[at : at + 1], 0) != plain[at : at + 1]:
            pieces[at] = pieces[at].replace(plain[at], raised[at])
        elif found and not named:
            pieces[at] = pieces[at].lower()
        at, after_phrase = at + 1, False
    return " ".join(pieces) if found else text


_SMALL = frozenset({"pada", "di"})

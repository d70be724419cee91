"""Lines and words, with their places."""

import re
from collections.abc import Iterable, Sequence
from functools import partial
from itertools import accumulate, repeat
from typing import NamedTuple

from patuh_parser.sotk.vocabulary import tables
from patuh_parser.text.span import Span


class Word(NamedTuple):
    """A word, a quoted text with its quotes, or one of `, ; ( ) . :`."""

    text: str
    line: int
    column: int


class Line(NamedTuple):
    """A line that holds something: its number, its indentation and its text without comment."""

    number: int
    indent: int
    text: str


ABBREVIATIONS = frozenset(
    {
        "Pj.",
        "Plt.",
        "Plh.",
        "Pjs.",
        "Kab.",
        "dr.",
        "drg.",
        "Drs.",
        "Dr.",
        "Ir.",
        "No.",
        "St.",
        "Jl.",
        "Yth.",
        "Sdr.",
        "Mr.",
        "Mrs.",
    }
)
_DEGREE = r"(?:[A-Z][A-Za-z]{0,4}\.)+[A-Z][A-Za-z]{0,6}\.?"
_PIECE = re.compile(r'"[^"]*"?|[,;()]|(?:[^\s",;()]|(?<=[0-9]),(?=[0-9]))+')
_MARK = re.compile(r'[",;()]')
_QUOTED_OR_COMMENT = re.compile(r'"[^"]*"|(?:(?<=[\s:])|^)#')
_BULLETS = "-*•◦▪‣●·■□➢✓\uf0b7\uf0a7"
_TIGHT = "-•●"
"""Those that words may follow at once. No pattern: Python is slow to make one of such letters."""


_word = partial(tuple.__new__, Word)
"""Makes a word of its three parts; the faster of two ways to spell the commonest step."""


def lines_of(text: str) -> list[Line]:
    """Return the lines that are neither empty nor mere comment."""
    found = []
    for number, raw in enumerate(text.split("\n"), start=1):
        content = (raw[: comment_at(raw)] if "#" in raw else raw).rstrip()
        if content:
            found.append(Line(number, len(content) - len(content.lstrip()), content))
    return found


def bullet(text: str) -> int:
    """Return how many characters a list mark at the start takes, 0 if there is none."""
    mark = text.lstrip()
    if mark[:1] not in _BULLETS or not mark:
        return 0
    behind = mark[1:2]
    if behind.strip() and not (mark[0] in _TIGHT and (behind.isalnum() or behind == "_")):
        return 0
    return len(text) - len(mark[1:].lstrip())


def words_of(line: Line, start: int = 0) -> list[Word]:
    """Return the words of a line from the offset `start` on."""
    words: list[Word] = []
    number, whole, at = line.number, line.text, start
    marked = _MARK.search(whole, start) is not None
    if not marked and _is_one_sentence(whole, start):
        texts = whole[start:-1].split(" ")
        lengths = [len(text) + 1 for text in texts]
        places = accumulate(lengths, initial=start + 1)
        words = list(map(_word, zip(texts, repeat(number), places)))
        words.append(_word((".", number, len(whole))))
        return words
    pieces = _PIECE.findall(whole, start) if marked else whole[start:].split()
    for before, text in zip(["", *pieces], pieces, strict=False):
        at = whole.index(text, at) + len(text)
        column = at - len(text) + 1
        if (
            text[-1] in ".:"
            and text not in ABBREVIATIONS
            and text[0] != '"'
            and text[-2:] != ".."
            and not (at < len(whole) and (_goes_on(text, before) or is_degree(text)))
        ):
            if len(text) > 1:
                words.append(_word((text[:-1], number, column)))
            text, column = text[-1], column + len(text) - 1
        words.append(_word((text, number, column)))
    return words


def _is_one_sentence(whole: str, start: int) -> bool:
    """Whether a line has single blanks, and no full stop but the one that ends it, as most have."""
    return (
        whole.find(".", start) == len(whole) - 1 > start
        and whole[start] != " "
        and ":" not in whole
        and "  " not in whole[start:]
        and whole[-2] != " "
        and whole[whole.rfind(" ") + 1 :] not in ABBREVIATIONS
    )


def _goes_on(text: str, before: str) -> bool:
    """Whether it is an abbreviation before the rest of a name, of a unit or a person."""
    names = tables().names
    if text in names["initials"] or text in names["persons"]:
        return True
    return _is_initial(text) and (
        before in names["eponyms"] or before in names["persons"] or _is_initial(before)
    )


def _is_initial(text: str) -> bool:
    """Whether it is a letter of a person's name (`S. K. Lerik`), as of `Tipe A.` it is not."""
    return len(text) == 2 and text[1] == "." and text[0].isupper()


def is_degree(text: str) -> bool:
    """Whether it is an abbreviation of several parts, as degrees are (`M.Kes.`, `S.H`)."""
    return "." in text[1:-1] and re.fullmatch(_DEGREE, text) is not None


def span_of(words: Sequence[Word]) -> Span:
    """Return the stretch of some words that follow each other; there is at least one."""
    first, last = words[0], words[-1]
    return Span(first.line, first.column, last.line, last.column + len(last.text))


def unclosed(word: Word) -> bool:
    """Tell whether a word is a quotation without its second mark."""
    return word.text[0] == '"' and (len(word.text) < 2 or word.text[-1] != '"')


def trimmed(words: list[Word]) -> list[Word]:
    """Return an entry without the marks at its end, as copied from a regulation."""
    end = len(words)
    while end > 1 and words[end - 1].text in (";", ".", ",", "dan"):
        end -= 1
    return words[:end]


def open_quotes(words: Iterable[Word]) -> list[Word]:
    """Return the quotations without their second mark."""
    return [word for word in words if word[0][0] == '"' and unclosed(word)]


def joined(words: Sequence[Word]) -> str:
    """Return the words as a text in which white space is single."""
    return joined_texts([word.text for word in words])


def joined_texts(texts: Sequence[str]) -> str:
    """Return the texts of words as one text in which white space is single."""
    text = " ".join(texts)
    if "," in text or ")" in text or "(" in text or ";" in text or " ." in text or " :" in text:
        for mark in ",;).:":
            text = text.replace(f" {mark}", mark)
        text = text.replace("( ", "(")
    return text


def comment_at(text: str) -> int | None:
    """Return where the comment of a line begins, None if it has none."""
    for found in _QUOTED_OR_COMMENT.finditer(text):
        if found.group() == "#":
            return found.start()
    return None

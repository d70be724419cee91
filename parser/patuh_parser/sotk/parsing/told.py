"""Sentences that state no relation, known by the patterns of told.toml."""

from collections.abc import Sequence
from typing import cast

from patuh_parser.sotk.forms import ToldKind
from patuh_parser.sotk.lexing.lexer import Lexer, Token
from patuh_parser.sotk.lexing.modals import MODALS
from patuh_parser.sotk.lexing.name_finder import Mention
from patuh_parser.sotk.lexing.told_patterns import patterns, plain_text
from patuh_parser.sotk.lines.outline import Block
from patuh_parser.sotk.lines.words import Word, joined, span_of, trimmed
from patuh_parser.sotk.parsing.lists import read_text
from patuh_parser.sotk.parsing.syntax import Body, Objects, Sentence, Subject
from patuh_parser.sotk.tries import longest

_LONGEST = 100
"""Words of a sentence that could not be read and is looked at."""
_UNIT = Word("@", 0, 0)
_RELATES = frozenset(
    {"TANGGUNG_JAWAB", "MEMERINTAH", "DIKOORDINASIKAN", "DIBAWAHI", "HUBUNGAN_KERJA"}
    | {"BERKOORDINASI"}
)
_SAID_OF = frozenset(
    {"MEMBINA", "DIBINA", "MENGOORDINASIKAN", "DIKOORDINASIKAN", "DIKEPALAI", "DITEMPATKAN"}
    | {"MELALUI", "TANPA_MELALUI", "BERANGGOTAKAN", "MEMBIDANGI"}
)
"""Before the name of a unit: what no text about a regulation says."""
_BETWEEN = frozenset({"KEPADA", "DENGAN", "TEKNIS", "ADMINISTRATIF", "LANGSUNG"})


def told(block: Block, lexer: Lexer, unread: bool = False) -> Sentence | None:
    """Return the sentence if it is one that states no relation; one that could not be read
    has a pattern of one unit, which no mark tells."""
    table = patterns()
    words = [word for entry in (block.words[:-1], *_listed(block)) for word in entry]
    text = plain_text(words)
    if unread:
        if len(words) > _LONGEST or not table.may_be_alone(text):
            return None
    elif not table.is_plain(text) and not any(mark in text for mark in table.marks):
        return None
    before = len(lexer.mentions)
    tokens = lexer.lex(words)
    subject = _subject(tokens)
    if not subject and words[0].text in table.leads:
        subject = _subject(tokens[_first_name(tokens) :])
    lexer.mentions[before:] = subject
    named = [word for token in tokens for word in ([_UNIT] if token.type == "NAME" else _of(token))]
    found = table.first_of((text, plain_text(named)))
    free = any(mark in text for mark in table.beside)
    if (
        found is None
        or (unread and not found.alone)
        or (found.free and _states(tokens))
        or _relates(tokens, len(tokens) if free or found.free else len(subject), lexer)
    ):
        lexer.mentions[before:] = []
        return None
    if found.kind == "tugas":
        return _task(tokens, lexer, before)
    items = [read_text(item) for item in block.items] if block.listed else None
    said = Body(
        "told",
        Objects(items=items),
        text=joined(block.words if block.listed else block.words[:-1]),
        told=cast(ToldKind, found.kind),
    )
    subject = [] if found.kind == "definisi" else [name for name in subject if not name.title]
    lexer.mentions[before:] = subject
    last = block.items[-1] if block.listed and block.items else block.words
    return Sentence(Subject(subject), said, span=span_of([block.words[0], last[-1]]))


def entries(block: Block) -> list[Block]:
    """The heading and the entries of a list of sentences (`Bentuk hubungan kerja yaitu:`), each
    as a sentence; nothing of another list."""
    if not block.listed or not patterns().is_plain(plain_text(block.words[:-1])):
        return []
    if block.words[0].text.lower() not in patterns().chapeaux:
        return []
    found = [Block(None, [*block.words[:-1], block.words[-1]._replace(text=".")])]
    for item in block.items:
        first, *rest = trimmed(item)
        begin = first._replace(text=first.text[0].upper() + first.text[1:])
        found.append(Block(None, [begin, *rest, item[-1]._replace(text=".")]))
    return found


def _task(tokens: list[Token], lexer: Lexer, before: int) -> Sentence:
    """A task without the words that usually lead to one: the verb is part of it."""
    first = _first_name(tokens)
    subject = _subject(tokens[first:])
    lexer.mentions[before:] = subject
    last = next(t for t in tokens[first:] if t.type == "NAME" and t.value is subject[-1])
    words = tokens[0].words
    lead = joined(words[: tokens[first].at]).removesuffix(",")
    sentence = Sentence(Subject(subject), Body("task", text=joined(words[last.end :])))
    sentence.span = span_of(words)
    if lead:
        sentence.adverbials = (lead[0].lower() + lead[1:],)
    return sentence


def _listed(block: Block) -> list[list[Word]]:
    if not block.listed:
        return []
    return [[block.words[-1]], *map(trimmed, block.items)]


def _of(token: Token) -> Sequence[Word]:
    return token.words[token.at : token.end]


def _first_name(tokens: Sequence[Token]) -> int:
    """Where the first name stands, the end if there is none."""
    return next((at for at, token in enumerate(tokens) if token.type == "NAME"), len(tokens))


def _subject(tokens: Sequence[Token]) -> list[Mention]:
    """The names that a sentence begins with."""
    found = []
    for token in tokens:
        if token.type == "NAME":
            found.append(token.value)
        elif token.type not in ("DAN", "COMMA"):
            break
    return found


def _relates(tokens: Sequence[Token], subjects: int, lexer: Lexer) -> bool:
    """Whether a line to a named unit or of a named agency stands among the words."""
    for at, token in enumerate(tokens):
        if token.type in _RELATES:
            rest = [later for later in tokens[at + 1 : at + 5] if later.type not in _BETWEEN]
            if rest and (rest[0].type == "VARIABLE" or _names(rest[0])):
                return True
    return not all(_office(token, lexer) for token in list(filter(_names, tokens))[subjects:])


def _states(tokens: Sequence[Token]) -> bool:
    """Whether a named unit is guided, led or commanded, or must, may or may not do something."""
    for at, token in enumerate(tokens[:-1]):
        follows = tokens[at + 1]
        if token.type in _SAID_OF and (_names(follows) or follows.type == "SELURUH"):
            return True
        if _names(token) and follows.type in MODALS:
            return True
    return False


def _names(token: Token) -> bool:
    """Whether it is the name of a unit, and not a title without one."""
    return token.type == "NAME" and not token.value.title


def _office(token: Token, lexer: Lexer) -> bool:
    """Whether a name begins with one of the offices that the law names, as a definition may."""
    _, known = longest(lexer.names.known, [word.text for word in _of(token)])
    return known is not None and known.key.islower()

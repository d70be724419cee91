"""Sentences that state no relation, known by the patterns of told.toml."""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import get_args

from msgspec import Struct

from patuh_parser.sotk.forms import ToldKind
from patuh_parser.sotk.lexing.lexer import Lexer, Token
from patuh_parser.sotk.lexing.name_finder import Mention
from patuh_parser.sotk.lines.blocks import Block
from patuh_parser.sotk.lines.words import Word, joined, span_of, trimmed
from patuh_parser.sotk.parsing.lists import read_text
from patuh_parser.sotk.parsing.syntax import Body, Objects, Sentence, Subject
from patuh_parser.sotk.vocabulary import longest
from patuh_parser.stored import toml

_REFERENCE = re.compile(
    r" sebagaimana( dimaksud)?( pada| dalam)?"
    r"( (pasal|ayat|huruf|angka|dan|sampai dengan|[a-z]|\d+)(?= ))+"
)
_MARKS = frozenset({",", "(", ")", ";", "."})
_UNITS = "@(?:(?: dan| serta)? @)*"
_RELATES = frozenset(
    {"TANGGUNG_JAWAB", "MEMERINTAH", "DIKOORDINASIKAN", "DIBAWAHI", "HUBUNGAN_KERJA"}
    | {"BERKOORDINASI"}
)
_BETWEEN = frozenset({"KEPADA", "DENGAN", "TEKNIS", "ADMINISTRATIF", "LANGSUNG"})


class Patterns(Struct, frozen=True):
    """told.toml, ready for use: the patterns of each kind, and all at once for a first look."""

    plain: re.Pattern[str]
    kinds: tuple[tuple[ToldKind, re.Pattern[str]], ...]
    marks: tuple[str, ...]
    spellings: dict[str, str]


def told(block: Block, lexer: Lexer) -> Sentence | None:
    """Return the sentence if it is one that states no relation."""
    table = _patterns()
    words = [word for entry in (block.words[:-1], *_listed(block)) for word in entry]
    text = _text([word.text for word in words])
    if not table.plain.match(text) and not any(mark in text for mark in table.marks):
        return None
    before = len(lexer.mentions)
    tokens = lexer.lex(words)
    subject = _subject(tokens)
    lexer.mentions[before:] = subject
    named = " ".join("@" if token.type == "NAME" else token.text for token in tokens)
    kind = _kind((text, _text(named.split())))
    if kind is None or _relates(tokens, len(subject), lexer):
        lexer.mentions[before:] = []
        return None
    items = [read_text(item) for item in block.items] if block.listed else None
    said = Body(
        "told",
        Objects(items=items),
        text=joined(block.words if block.listed else block.words[:-1]),
        told=kind,
    )
    if kind == "definisi":
        lexer.mentions[before:] = subject = []
    return Sentence(Subject(subject), said, span=span_of(block.words))


def _listed(block: Block) -> list[list[Word]]:
    if not block.listed:
        return []
    return [[block.words[-1]], *map(trimmed, block.items)]


def _text(words: Sequence[str]) -> str:
    """Words in small letters without marks and references; with a blank before and after."""
    spelt = _patterns().spellings
    kept = [spelt.get(word, word) for word in map(str.lower, words) if word not in _MARKS]
    return _REFERENCE.sub("", f" {' '.join(kept)} ")


def _subject(tokens: Sequence[Token]) -> list[Mention]:
    """The names that a sentence begins with."""
    found = []
    for token in tokens:
        if token.type == "NAME":
            found.append(token.value)
        elif token.type not in ("DAN", "COMMA"):
            break
    return found


def _kind(texts: tuple[str, str]) -> ToldKind | None:
    for kind, pattern in _patterns().kinds:
        if any(pattern.match(text) for text in texts):
            return kind
    return None


def _relates(tokens: Sequence[Token], subjects: int, lexer: Lexer) -> bool:
    """Whether a line to a named unit or of a named agency stands among the words."""
    for at, token in enumerate(tokens):
        if token.type in _RELATES:
            rest = [later.type for later in tokens[at + 1 : at + 5] if later.type not in _BETWEEN]
            if rest[:1] in (["NAME"], ["VARIABLE"]):
                return True
    named = [token for token in tokens if token.type == "NAME"]
    return not all(_office(token, lexer) for token in named[subjects:])


def _office(token: Token, lexer: Lexer) -> bool:
    """Whether a name begins with one of the offices that the law names, as a definition may."""
    _, known = longest(lexer.names.known, [word.text for word in token.words[token.at : token.end]])
    return known is not None and known.key.islower()


@cache
def _patterns() -> Patterns:
    data = toml(Path(__file__).parent.with_name("told.toml"))
    kinds = [(kind, data["patterns"][kind]) for kind in get_args(ToldKind)]
    plain = [_regex(p, data["words"]) for _, some in kinds for p in some if "UNITS" not in p]
    return Patterns(
        re.compile(f"(?:{'|'.join(plain)}) $"),
        tuple(
            (kind, re.compile(f"(?:{'|'.join(_regex(p, data['words']) for p in some)}) $"))
            for kind, some in kinds
        ),
        tuple(data["marks"]),
        data["spellings"],
    )


def _regex(pattern: str, words: dict[str, str]) -> str:
    """A pattern as a regular expression in which each word has its blank before it."""
    text = re.sub(r"{(\w+)}", lambda found: words[found[1]], pattern)
    made = ""
    for piece in re.findall(r"[][()|]|[^][()| ]+", text):
        if piece in "[(":
            made += "(?:"
        elif piece == "]":
            made += ")?"
        elif piece in ")|":
            made += piece
        elif piece == "…":
            made += r"(?: \S+)*"
        else:
            made += f" {_UNITS if piece == 'UNITS' else re.escape(piece)}"
    return made

"""A sentence of each shape that the language has, part by part.

The sentences come from the table of forms, the written cases and the corpus; of those whose tokens
are of the same kinds the first stands for all.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache, cached_property
from itertools import chain

from families import CASES, CORPUS
from msgspec import Struct
from sotk_support import cases, names_of, regulation_of

from patuh_parser.sotk import SotkError, print_proposal, read_proposal
from patuh_parser.sotk.errors import Diagnostics
from patuh_parser.sotk.lexing.capitals import without_capitals
from patuh_parser.sotk.lexing.lexer import Lexer, Token
from patuh_parser.sotk.lexing.name_finder import NameFinder
from patuh_parser.sotk.lexing.step_lexer import StepLexer
from patuh_parser.sotk.lines.blocks import BlockReader
from patuh_parser.sotk.lines.layout import lay_out
from patuh_parser.sotk.lines.words import Line, joined, lines_of, words_of
from patuh_parser.sotk.model import Proposal

HEADER = "USULAN : Uji\nDAERAH : {region}\n{base}{part}\n"
REGIONS = {"kutim_41_2023": "Kabupaten Kutai Timur", "paser_56_2020": "Kabupaten Paser"}
Meaning = Counter[str]


class Sample(Struct, dict=True):
    """A sentence by itself, with what it says in brief and the regulation whose names hold."""

    part: str
    form: str
    text: str
    names: str
    printed: str

    @cached_property
    def words(self) -> list[int]:
        """Where each word begins."""
        return [found.start() for found in re.finditer(r"\S+", self.text)]

    def with_word(self, at: int, word: str) -> str:
        """The sentence with a word more; the last place is before the full stop."""
        if at < len(self.words):
            place = self.words[at]
            return f"{self.text[:place]}{word} {self.text[place:]}"
        return f"{self.text.rstrip('.')} {word}{'.' * self.text.endswith('.')}"


class Part(Struct, dict=True):
    """A part of a proposal: the heading, what to lex a sentence with, and what it says."""

    heading: str
    indent: str
    lexer: Callable[[NameFinder], Lexer]
    sentences: Callable[[str, str], Iterator[str]]
    """The sentences of a part in a source text."""
    brief: Callable[[Proposal], str]
    """Of which form a sentence is, by what it gives."""
    meaning: Callable[[str, str], Meaning]
    """The content words of a sentence, after the tables of aliases; the names of a regulation."""
    base: str = ""


def printed(part: str, text: str, regulation: str = "kutim_41_2023") -> str | None:
    """What a sentence prints as by itself; None if it is refused."""
    names = names_of(regulation)
    try:
        proposal = _read(PARTS[part], text, regulation)
    except SotkError:
        return None
    return print_proposal(proposal, names)


def _read(part: Part, text: str, regulation: str) -> Proposal:
    header = HEADER.format(region=REGIONS[regulation], base=part.base, part=part.heading)
    return read_proposal(f"{header}{part.indent}{text}\n", names_of(regulation))


@cache
def samples(name: str) -> list[Sample]:
    """One sentence of each shape."""
    part = PARTS[name]
    shapes: set[tuple[str, ...]] = set()
    seen: set[str] = set()
    found: list[Sample] = []
    for source in _sources():
        regulation = regulation_of(source)
        for text in part.sentences(source, name):
            if text in seen:
                continue
            seen.add(text)
            words = list(chain.from_iterable(words_of(line) for line in lines_of(text)))
            finder = _finder(regulation)
            shape = tuple(token.type for token in part.lexer(finder).lex(words))
            if shape in shapes:
                continue
            again = printed(name, text, regulation)
            if again is not None:
                shapes.add(shape)
                form = part.brief(_read(part, text, regulation))
                found.append(Sample(name, form, text, regulation, again))
    return found


@cache
def _finder(regulation: str) -> NameFinder:
    return NameFinder(names_of(regulation), [REGIONS[regulation]])


@cache
def _sources() -> list[str]:
    forms = [*cases("forms.txt"), *cases("predicates.txt")]
    told = [f"DAERAH : Kabupaten Kutai Timur\n{text}" for text, _ in forms]
    return [*told, *(path.read_text(encoding="utf-8") for path in (*CASES, *CORPUS))]


def _blocks(source: str, heading: str) -> Iterator[str]:
    """The sentences of STRUKTUR, BAGAN or PERUBAHAN, each with its subject and its list."""
    for part in lay_out(source, Diagnostics()).parts:
        if part.keyword == heading:
            for block in BlockReader(Diagnostics()).read(part.lines):
                items = [f"\n  - {joined(words)}" for words in block.items[:2]]
                yield joined([*(block.subject or ()), *block.words]) + "".join(items)


def _steps(source: str, heading: str) -> Iterator[str]:
    """The steps that stand on one line."""
    for part in lay_out(source, Diagnostics()).parts:
        if part.keyword == heading:
            for line in part.lines:
                found = re.fullmatch(r"\s*[0-9]+\.\s+(.*\.)", line.text)
                if found is not None:
                    yield found[1]


def _statement(proposal: Proposal) -> str:
    said = [*proposal.statements, *proposal.chart]
    if not said:
        return "unit"
    return f"{type(said[0]).__name__} {getattr(said[0], 'kind', '')}".strip()


def structure_meaning(text: str, regulation: str) -> Meaning:
    """The content of the tokens of sentences, active and passive alike."""
    body = text.split("\nSTRUKTUR\n")[-1].split("\nBAGAN\n")[-1]
    said: Meaning = Counter()
    for sentence in re.split(r"(?<=[.:])\n+(?! )", body.strip()):
        lines = without_capitals(lines_of(sentence), _finder(regulation))
        words = [word for line in lines for word in words_of(Line(*line))]
        for token in Lexer(_finder(regulation), "structure").lex(words):
            said.update(dict.fromkeys(_content(token), 1))
    return Counter(dict.fromkeys(said, 1))


def _content(token: Token) -> Iterator[str]:
    if token.type == "NAME":
        mention = token.value
        while mention is not None and not mention.title:
            yield mention.key or mention.name
            mention = mention.inside
    elif token.type == "PATTERN":
        for pattern in token.value:
            yield from filter(None, (pattern.name, pattern.sub, pattern.term))
    elif token.type in ("TEXT", "WORD", "PAREN", "ADVERBIAL"):
        yield from re.findall(r"\w+", token.text.lower())
    elif token.type not in _WITHOUT_CONTENT:
        yield from _SAME.get(token.type, (token.type,))


_WITHOUT_CONTENT = {
    "BERADA", "DI_BAWAH", "DAN", "COMMA", "DOT", "COLON", "SEMICOLON", "KEPADA", "DENGAN",
    "TERHADAP", "SELURUH", "MERUPAKAN", "MELAKSANAKAN", "CLASS", "YANG", "TERDIRI", "DITEMPATKAN",
    "ANTARA", "BERSAMA", "DENGAN_POLA", "PADA", "DIBENTUK", "BERSIFAT",
    "TIDAK_HANYA", "TETAPI_JUGA", "TETAPI", "SEDANGKAN", "DILAKUKAN",
}  # fmt: skip
_SAME = {
    "DIKOORDINASIKAN": ("MENGOORDINASIKAN",),
    "MEMBIDANGI": ("MENGOORDINASIKAN",),
    "DIBAWAHI": ("MEMERINTAH",),
    "MEMBINA": ("PEMBINAAN",),
    "DIBINA": ("PEMBINAAN",),
    "BERKOORDINASI": ("HUBUNGAN_KERJA",),
    "HUBUNGAN": ("HUBUNGAN_KERJA",),
    "DIKETUAI": ("DIKEPALAI",),
    "VARIABLE": ("asisten_sekretaris_daerah",),
}
"""Terminal → the content that it shares with others."""


def _nothing_yet(_text: str, _regulation: str) -> Meaning:
    return Counter()


PARTS = {
    "STRUKTUR": Part(
        "STRUKTUR", "", lambda f: Lexer(f, "structure"), _blocks, _statement, structure_meaning
    ),
    "BAGAN": Part(
        "BAGAN", "", lambda f: Lexer(f, "structure"), _blocks, _statement, structure_meaning
    ),
    "PERUBAHAN": Part(
        "PERUBAHAN", "", lambda f: Lexer(f, "changes"), _blocks,
        lambda proposal: proposal.amendments[0].kind, _nothing_yet,
        base="TERHADAP : a.sotk\n",
    ),
    "ALUR": Part(
        'ALUR kegiatan "x"', "  1. ", StepLexer, _steps,
        lambda proposal: proposal.workflows[0].steps[0].act, _nothing_yet,
    ),
}  # fmt: skip
"""Keyword → part; `_nothing_yet` stands where a part has no meaning."""

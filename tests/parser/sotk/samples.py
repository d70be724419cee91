"""A sentence of each shape that the language has, part by part.

The sentences come from the table of forms, the written cases and the corpus; of those whose tokens
are of the same kinds the first stands for all.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache, cached_property, partial
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
from patuh_parser.sotk.lines.words import Word, joined, lines_of, trimmed, words_of
from patuh_parser.sotk.model import Proposal
from patuh_parser.sotk.parsing.clauses import clauses
from patuh_parser.sotk.parsing.rewording.reworded import reworded
from patuh_parser.sotk.parsing.rewording.usual_words import usual_words
from patuh_parser.sotk.vocabulary import is_verb, tables, usual_verb

HEADER = "USULAN : Uji\nDAERAH : {region}\n{base}{part}\n"
REGIONS = {"kutim_41_2023": "Kabupaten Kutai Timur", "paser_56_2020": "Kabupaten Paser"}
Meaning = list[tuple[str, frozenset[str]]]
"""What a text says, each with the words that say it."""


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
            if again is not None and not (name == "STRUKTUR" and "\nALUR " in again):
                shapes.add(shape)  # a rule is read as a step is, and stands under ALUR
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


def meaning(part: str, text: str, regulation: str) -> Meaning:
    """The content of the tokens of sentences under the heading of a part."""
    finder = _finder(regulation)
    lexer = PARTS[part].lexer(finder)
    body = text.split(f"\n{PARTS[part].heading}\n")[-1]
    said: Meaning = []
    for words in _sentences(part, body, finder):
        for token in lexer.lex(words):
            own = frozenset(word.text.lower() for word in token.words[token.at : token.end])
            said += [(content, own) for content in _content(token)]
    return said


def _sentences(part: str, body: str, finder: NameFinder) -> Iterator[list[Word]]:
    """The words of each sentence, in the words of the language where it has those of a law."""
    lines = lines_of(body)
    if part == "ALUR":
        for line in lines:
            start = len(line.text) - len(re.sub(r"^\s*[0-9]+\.\s", "", line.text))
            yield from map(
                partial(usual_words, names=finder), _clauses(words_of(line, start), finder)
            )
        return
    for block in BlockReader(Diagnostics()).read(without_capitals(lines, finder)):
        for meant in reworded(block, finder):
            yield [*(meant.subject or ()), *meant.words]
        yield from map(trimmed, block.items)


def _clauses(words: list[Word], names: NameFinder) -> Iterator[list[Word]]:
    """Each clause of a step, without the `-nya` that stands for what the one before is about."""
    first, *others = clauses(words, names)[0] if words else [words]
    yield [*first, *words[-1:]] if others else words
    for part in others:
        bare = [word.text.removesuffix("nya") for word in part]
        said = zip(part, bare, strict=True)
        yield [*(w._replace(text=one) if is_verb(one) else w for w, one in said), words[-1]]


def _content(token: Token) -> Iterator[str]:
    """What a token says; the words of a text, in the spelling of the tables."""
    if token.type == "NAME":
        mention = token.value
        while mention is not None and not mention.title:
            yield mention.key or mention.name
            mention = mention.inside
    elif token.type == "PATTERN":
        for pattern in token.value:
            yield from filter(None, (pattern.name, pattern.sub, pattern.term))
    elif token.type == "MEANS":
        yield from (key for key, _ in token.value)
    elif token.type == "MANNER":
        yield from token.value
    elif token.type == "PERIOD":
        yield from token.value[0]
    elif token.type == "DATE":
        yield str(token.value)
    elif token.type in _TEXTS:
        for word in re.findall(r"[\w-]+", token.text.lower()):
            yield from _spelt().get(word, word).split()
    elif token.type not in _WITHOUT_CONTENT:
        yield from _SAME.get(token.type, (token.type,))


@cache
def _spelt() -> dict[str, str]:
    """Words as the tables spell them; a verb that says little says nothing beside its noun."""
    light = tables().light_verbs
    phrases = [(words.split(), act) for words, (act, _) in tables().verb_list.items()]
    nouns = {
        words[1]: (usual_verb(act) or act).split()[0]
        for words, act in sorted(phrases, key=lambda said: -len(said[0]))
        if words[0] in light and words[1:]
    }
    return {**nouns, **tables().verb_spellings, **dict.fromkeys(light, "")}


def missing(sample: Sample) -> list[str]:
    """What a sentence says that what it prints as has neither by meaning nor in its words."""
    said = meaning(sample.part, sample.printed, sample.names)
    contents = {content for content, _ in said}
    words = frozenset(word for _, own in said for word in own)
    told = meaning(sample.part, sample.text, sample.names)
    return [content for content, own in told if content not in contents and not own <= words]


_TEXTS = {"TEXT", "WORD", "PAREN", "ADVERBIAL", "TAIL", "OPENING", "ROLE", "DUE", "PARTIES"}
_WITHOUT_CONTENT = {
    "BERADA", "DI_BAWAH", "DAN", "COMMA", "DOT", "COLON", "SEMICOLON", "KEPADA", "DENGAN",
    "TERHADAP", "SELURUH", "MERUPAKAN", "MELAKSANAKAN", "CLASS", "YANG", "TERDIRI", "DITEMPATKAN",
    "ANTARA", "BERSAMA", "DENGAN_POLA", "PADA", "DIBENTUK", "BERSIFAT",
    "USULAN_INI", "NOMENKLATUR", "DIUBAH", "MENGGANTI_NAMA", "MENJADI",
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
    "BUKAN": ("TIDAK",),
}
"""Terminal → the content that it shares with others."""


PARTS = {
    "STRUKTUR": Part(
        "STRUKTUR", "", lambda f: Lexer(f, "structure"), _blocks, _statement
    ),
    "BAGAN": Part(
        "BAGAN", "", lambda f: Lexer(f, "structure"), _blocks, _statement
    ),
    "PERUBAHAN": Part(
        "PERUBAHAN", "", lambda f: Lexer(f, "changes"), _blocks,
        lambda proposal: proposal.amendments[0].kind,
        base="TERHADAP : a.sotk\n",
    ),
    "ALUR": Part(
        'ALUR kegiatan "x"', "  1. ", StepLexer, _steps,
        lambda proposal: proposal.workflows[0].steps[0].act,
    ),
}  # fmt: skip
"""Keyword → part."""

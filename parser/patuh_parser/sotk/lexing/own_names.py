"""The spellings that a file introduces: `disingkat`, and the entries of its lists."""

from collections.abc import Iterable

from patuh_parser.sotk.errors import Diagnostics
from patuh_parser.sotk.lexing.gazetteer import KnownName
from patuh_parser.sotk.lexing.name_finder import NameFinder
from patuh_parser.sotk.lines.blocks import Block
from patuh_parser.sotk.lines.words import Word, joined, span_of, trimmed

_SHORT = "disingkat"


def introduce(blocks: Iterable[Block], text: str, names: NameFinder, errors: Diagnostics) -> None:
    """Let the names of a text take part in the longest match, wherever they stand in it."""
    shortens = _SHORT in text
    abbreviations = []
    for block in blocks:
        if block.listed and len(block.words) > 1:
            _entries(block, names)
        for at, word in enumerate(block.words if shortens else ()):
            if word.text == _SHORT:
                abbreviations.append((block, at))
                break
    for block, at in abbreviations:
        _abbreviation(block, at, names, errors)


def _entries(block: Block, names: NameFinder) -> None:
    """Entries under `Instansi Vertikal:` and `Instansi lainnya:` may begin with any word."""
    texts = [word.text.lower() for word in block.words[-3:-1]]
    unsur = names.class_at(texts, 0)[1] if len(texts) == 2 else None
    if unsur is None or unsur not in names.gazetteer.sorts.outside:
        return
    for entry in block.items:
        words = trimmed(entry)
        texts = [word.text for word in words]
        plain = texts[0][0].isupper() and not any(text[0] in '"(' for text in texts)
        whole = names.find(words, texts, 0)[1] == len(texts)
        if plain and not whole and not texts[-1].endswith("..."):
            name = joined(words)
            names.introduce(KnownName(name, name, unsur, name))


def _abbreviation(block: Block, at: int, names: NameFinder, errors: Diagnostics) -> None:
    subject: list[Word] = (
        block.subject if block.subject is not None and at == 0 else block.words[:at]
    )
    short = [word for word in block.words[at + 1 :] if word.text != "."]
    if not subject or not short:
        return
    mention, end = names.find(subject, [word.text for word in subject], 0)
    if mention is None:
        return
    if end < len(subject) or mention.inside is not None:
        rest = subject[end:] or subject[_after_name(subject) :]
        errors.add("E310", span_of(rest), joined(rest))
        return
    text = joined(short).strip('"')
    known = names.own.get(text) or next(
        (name for name in names.gazetteer.names if name.name == text), None
    )
    key = mention.key or mention.name
    if known is not None and known.key != key:
        errors.add("E307", span_of(short), text, known.display)
        return
    if not text[:1].isupper() or len(text) > 200:
        errors.add("E305", span_of(short), text, expected=("abbreviation",))
        return
    sort = mention.sort or names.gazetteer.sorts.unknown
    names.introduce(KnownName(text, key, sort, mention.name))


def _after_name(words: list[Word]) -> int:
    """Where the first `pada` stands: an abbreviation is one of a unit, not of its place."""
    return next((at for at, word in enumerate(words) if word.text == "pada"), 0)

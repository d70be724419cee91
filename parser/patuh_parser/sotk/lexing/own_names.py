"""The spellings that a file introduces: `disingkat`, and the entries of its lists."""

from collections.abc import Iterable
from functools import cache

from patuh_parser.sotk.errors import Diagnostics
from patuh_parser.sotk.lexing.gazetteer import KnownName
from patuh_parser.sotk.lexing.name_finder import Mention, NameFinder, raised, type_at
from patuh_parser.sotk.lines.outline import Block
from patuh_parser.sotk.lines.words import Word, joined, joined_texts, span_of, trimmed
from patuh_parser.sotk.tries import Trie, longest, make_trie
from patuh_parser.sotk.vocabulary import phrases_of, tables

_SHORT = "disingkat"
_MOST_WORDS = 4
"""Words of another spelling in brackets."""
_ALIKE = 2
"""So many first words are the same of units that may have the same abbreviation."""


def introduce(blocks: Iterable[Block], text: str, names: NameFinder, errors: Diagnostics) -> None:
    """Let the names of a text take part in the longest match, wherever they stand in it."""
    shortens = _SHORT in text
    abbreviations = []
    blocks = list(blocks)
    for block in blocks:
        if block.listed and len(block.words) > 1:
            for entry in block.items:
                _whole_entry(trimmed(entry), names)
    if any(word in text for word in ("(", *tables().types, "selanjutnya", "yang dis")):
        _after_names(blocks, names, errors)
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
    """An entry is one name; under `Instansi Vertikal:` it may begin with any word."""
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


def _whole_entry(words: list[Word], names: NameFinder) -> None:
    """An entry that begins as a unit does is its name, also the words with small letters."""
    texts = [word.text for word in words]
    _, sort = longest(names.first, texts)
    if (
        sort is None
        or sort in names.gazetteer.sorts.outside
        or not any(text[0].islower() for text in texts)
    ):
        return
    stop = next((at for at, text in enumerate(texts) if text in ("pada", "(")), len(texts))
    mention, end = names.find(words, texts, 0)
    phrases = phrases_of("structure")
    rest = range(end, stop)
    odd = any(not texts[at][0].isalnum() or longest(phrases, texts, at)[1] for at in rest)
    if mention is None or mention.key is not None or end >= stop:
        return
    if odd and not _holds_offices(words[:stop], texts[:stop], end, names):
        return
    name = joined_texts(raised(texts[:stop]))
    names.introduce(KnownName(" ".join(texts[:stop]), name, sort, name))


def _holds_offices(words: list[Word], texts: list[str], at: int, names: NameFinder) -> bool:
    """Whether nothing but offices and words of a name are joined to the name of a part of a unit:
    an entry has one name, and no list of parts has offices."""
    kinds = names.gazetteer.sorts
    if not kinds.is_part(longest(names.first, texts)[1]):
        return False
    while at < len(texts):
        if texts[at] not in (",", "dan", "serta") and not texts[at][0].isupper():
            return False
        mention, end = names.find(words, texts, at) if texts[at][0].isupper() else (None, at)
        if mention is not None and kinds.may_lie_inside(mention.sort) and not mention.title:
            return False
        at = max(end, at + 1)
    return True


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
    known = _known(text, names)
    if known is not None and not _may_be(known, mention, names):
        errors.add("E307", span_of(short), text, known.display)
        return
    if not text[:1].isupper() or len(text) > 200:
        errors.add("E305", span_of(short), text, expected=("abbreviation",))
        return
    _shorten(mention, text, names)


def _shorten(mention: Mention, text: str, names: NameFinder) -> None:
    """Let a unit have another spelling, unless it has it already."""
    key = mention.key or mention.name
    known = _known(text, names)
    if known is None or known.key != key:
        names.short.setdefault(key, []).append(text)
    sort = mention.sort or names.gazetteer.sorts.unknown
    names.introduce(KnownName(text, key, sort, mention.name))


def _after_name(words: list[Word]) -> int:
    """Where the first `pada` stands: an abbreviation is one of a unit, not of its place."""
    return next((at for at, word in enumerate(words) if word.text == "pada"), 0)


def _after_names(blocks: list[Block], names: NameFinder, errors: Diagnostics) -> None:
    """Take the types and other spellings that follow names out of the words, and learn them."""
    done: set[int] = set()
    for block in blocks:
        for words in (block.subject, block.words, *block.items):
            if words and id(words) not in done:
                done.add(id(words))
                _without_tails(words, names, errors)


def _without_tails(words: list[Word], names: NameFinder, errors: Diagnostics) -> None:
    texts = [word.text for word in words]
    marked = {"(", *tables().types, "selanjutnya", "yang"}
    at = 0
    while at < len(words) and not marked.isdisjoint(texts):
        mention, end = names.find(words, texts, at)
        if mention is None:
            at += 1
            continue
        while (stop := _tail(words, texts, end, mention, names, errors)) > end:
            del words[end:stop], texts[end:stop]
        at = end


def _tail(
    words: list[Word],
    texts: list[str],
    at: int,
    mention: Mention,
    names: NameFinder,
    errors: Diagnostics,
) -> int:
    """Learn the type or the other spelling after a name; return its end."""
    if at >= len(texts):
        return at
    key = mention.key or mention.name
    begin = at + 1 if texts[at] == "(" else at
    end = type_at(texts, begin, tables().types) if begin < len(texts) else begin
    if end > begin:
        said = f"{tables().types[texts[begin]]} {texts[begin + 1]}"
        if names.types.setdefault(key, said) != said:
            errors.add("E319", span_of(words[begin:end]), said, mention.name, names.types[key])
        return end + 1 if begin > at and texts[end : end + 1] == [")"] else end
    start, _ = longest(_spelt(), texts, at)
    if start > at:
        end = start
        while end < len(texts) and (texts[end][0].isupper() or texts[end][0] == '"'):
            end += 1
    elif begin > at and ")" in texts[at : at + _MOST_WORDS + 2]:
        start, end = begin, texts.index(")", at)
    short = words[start:end]
    another = start == begin and len(short) > 1 and names.starts(texts, start)
    if another and ((known := _known(joined(short), names)) is None or known.key != key):
        return at
    if not short or not short[0].text.strip('"')[:1].isupper():
        return at
    _learn(mention, short, names, errors)
    return end + 1 if begin > at and start == begin else end


def _learn(mention: Mention, short: list[Word], names: NameFinder, errors: Diagnostics) -> None:
    text = joined(short).strip('"')
    known = _known(text, names)
    if known is not None and not _may_be(known, mention, names):
        errors.add("E307", span_of(short), text, known.display)
    elif mention.inside is None:
        _shorten(mention, text, names)


def _may_be(known: KnownName, mention: Mention, names: NameFinder) -> bool:
    """Whether a known spelling may be that of a name: it is, or that of one that begins alike and
    that this file itself has not given it (`Dinas Lingkungan Hidup dan Kehutanan (DLH)`)."""
    if known.key == (mention.key or mention.name):
        return True
    alike = known.display.split()[:_ALIKE] == mention.name.split()[:_ALIKE]
    return alike and known.name not in names.own


def _known(spelling: str, names: NameFinder) -> KnownName | None:
    return names.own.get(spelling) or next(
        (name for name in names.gazetteer.names if name.name == spelling), None
    )


@cache
def _spelt() -> Trie:
    return make_trie((words.split(), True) for words in tables().names["spelt"])

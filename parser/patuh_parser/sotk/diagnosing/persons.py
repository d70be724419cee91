"""The name of a person beside an office: no sentence of the language holds one."""

from collections.abc import Sequence

from patuh_parser.sotk.errors import Diagnostics
from patuh_parser.sotk.lines.words import Word, is_degree, joined, span_of
from patuh_parser.sotk.vocabulary import tables

_OPENS = frozenset({",", "(", "oleh", "kepada", "melalui"})


def person(words: Sequence[Word], errors: Diagnostics) -> bool:
    """Note the name of a person, told by titles (`dr. H. …`) or degrees (`…, M.Kes.`)."""
    texts = [word.text for word in words]
    titles = tables().names["persons"]
    told = [at for at, text in enumerate(texts) if text in titles or is_degree(text)]
    begin = next((at for at in told if at and texts[at - 1] in _OPENS), None)
    if begin is None:
        return False
    while begin > 1 and texts[begin - 1] == "," and is_degree(texts[begin]):
        before = begin - 1
        while before and texts[before - 1][0].isupper():
            before -= 1
        if before == begin - 1 or not before or texts[before - 1] != ",":
            break
        begin = before
    end = begin + 1
    while end < len(texts) and (texts[end][0].isupper() or end in told or _degree(texts, end)):
        end += 1
    found = words[begin:end]
    errors.add("E322", span_of(found), joined(found))
    return True


def _degree(texts: Sequence[str], at: int) -> bool:
    """Whether a comma stands here before a degree."""
    return texts[at] == "," and at + 1 < len(texts) and is_degree(texts[at + 1])

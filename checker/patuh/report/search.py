"""Checks and provisions found by the words in them."""

import re
from collections.abc import Iterator, Sequence

from patuh.knowledge.messages import CheckMessage, check_messages
from patuh.knowledge.provisions import Quotation, quotations
from patuh.knowledge.regulations import laws
from patuh.messages import Lang

_WORD = re.compile(r"\w+")
_SHORTEST = 4
"""Letters of a word that is proposed in the place of one that is found nowhere."""


def checks_with(words: Sequence[str], lang: Lang) -> list[CheckMessage]:
    """The checks that have all these words in title, purpose, sentences or advice."""
    return [one for one in check_messages(lang).values() if _has(_texts(one), words)]


def provisions_with(words: Sequence[str]) -> list[Quotation]:
    """The provisions that have all these words in label or text, law by law."""
    return [
        one
        for law in laws()
        for one in quotations(law.id).values()
        if _has((one.label, one.text), words)
    ]


def nearest(words: Sequence[str], lang: Lang) -> list[str]:
    """Words of checks and provisions that are like those of the search that none has."""
    from difflib import get_close_matches

    texts = [text for one in check_messages(lang).values() for text in _texts(one)]
    texts += [one.text for law in laws() for one in quotations(law.id).values()]
    known = {word for text in texts for word in _WORD.findall(text.casefold())}
    long = [word for word in known if len(word) >= _SHORTEST]
    lacking = [word for word in words if not any(word in other for other in known)]
    return [near for word in lacking for near in get_close_matches(word, sorted(long), 2)]


def _texts(one: CheckMessage) -> Iterator[str]:
    yield from (one.check, one.title, one.purpose, one.heading)
    for case in one.cases.values():
        yield from filter(None, (case.sentence, case.advice))


def _has(texts: Iterator[str] | Sequence[str], words: Sequence[str]) -> bool:
    text = "\n".join(texts).casefold()
    return all(word in text for word in words)

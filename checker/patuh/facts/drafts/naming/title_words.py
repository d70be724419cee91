"""Facts on the name of a draft where it stands again with one word, or two, put for others."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from patuh.facts.drafts.cited.laws import SMALL
from patuh.facts.drafts.collector import Collector
from patuh.facts.drafts.roots import root_of
from patuh_parser.text.span import Span

_WORD = re.compile(r"[A-Za-z]+(?:[-/][A-Za-z]+)*|[0-9]+|[;:.,()](?=\s|$)")
_LEAST = 6
"""Words of the name from which on it is looked for."""
_SAME = 3
"""So many words must be the same for each that is not."""
_LAST = 7
"""Words of a name whose last one may be another: fewer may be those of another thing."""
_NUMBERED = re.compile(r"(?i:\bNomor [0-9]\S* Tahun [0-9]{4} tentang [^;(]{0,200})\Z")
"""Before words of the name of another regulation."""

Word = tuple[str, int, int]
Place = Callable[[int, int], Span]


def other_titles(into: Collector) -> Iterator[tuple[Span, str, str]]:
    """Where the name stands otherwise, what is written there, and the name.

    A regulation writes its subject in small letters too, and then of a part of it; a decision
    repeats its name so.
    """
    title = into.draft.title
    own = _words(title)
    if into.draft.amending or len(own) < _LEAST or _NUMBERED.search(title):
        return
    names = into.draft.kind not in ("keputusan", "instruksi")
    for text, place in _texts(into):
        words = _words(text)
        for at, begin, differ in _alike(_small(words), _small(own)):
            here = words[at : at + len(own) - begin]
            if not all(here[one][0][0].isupper() for one in differ) and (
                names or differ[-1] == len(here) - 1
            ):
                continue
            start, end = here[0][1], here[-1][2]
            if not _NUMBERED.search(text[:start]):
                yield place(start, end), text[start:end], title[own[begin][1] :]


def _texts(into: Collector) -> Iterator[tuple[str, Place]]:
    considered = into.draft.preamble.menimbang
    for node in (*(considered.walk() if considered else ()), *into.draft.provisions()):
        if not node.quoted:
            yield node.text, partial(into.words, node)


def _words(text: str) -> list[Word]:
    return [(found[0], *found.span()) for found in _WORD.finditer(text)]


def _small(words: Sequence[Word]) -> list[str]:
    return [word.lower() for word, _, _ in words]


def _alike(said: Sequence[str], own: Sequence[str]) -> Iterator[tuple[int, int, list[int]]]:
    """Where the name, from some word of it on, stands but for one place, and which words those
    are."""
    begins: dict[str, list[int]] = {}
    for at, word in enumerate(own[: len(own) - _LEAST + 1]):
        begins.setdefault(word, []).append(at)
    after = 0
    for at, word in enumerate(said):
        for begin in begins.get(word, ()) if at >= after else ():
            name = own[begin:]
            differ = _differing(said[at : at + len(name)], name)
            if differ:
                yield at, begin, differ
                after = at + len(name)
                break


def _differing(here: Sequence[str], name: Sequence[str]) -> list[int]:
    """The one or two words side by side that are not those of the name; none where there are
    more, or other forms of its words."""
    if len(here) < len(name):
        return []
    differ = [at for at, (a, b) in enumerate(zip(here, name, strict=True)) if a != b]
    words = [word for at in differ for word in (here[at], name[at])]
    if (
        not 0 < len(differ) < 3
        or differ[-1] - differ[0] > 1
        or len(name) - len(differ) < max(_SAME * len(differ), _LEAST - 1)
        or (differ[-1] == len(name) - 1 and len(name) < _LAST)
        or not all(word.isalpha() and word not in SMALL for word in words)
        or any(root_of(here[at]) == root_of(name[at]) for at in differ)
    ):
        return []
    return differ

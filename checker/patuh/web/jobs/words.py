"""What the editor completes and the form offers: names, kinds and sentences of a regency."""

from itertools import zip_longest

import msgspec
from msgspec import Struct

from patuh.knowledge.names import known_under
from patuh.knowledge.regulations import Regulation, regulations, standing
from patuh.knowledge.territory.regions import in_words_of, regions
from patuh.scaffold.proposal import OF_A_BASE, proposal, templates
from patuh.scaffold.sentences import assistants, sentences, unit_sentences
from patuh.web.asked import WrongRequestError
from patuh_parser.sotk import SotkError, begin
from patuh_parser.sotk.lines.layout import STRUCTURE
from patuh_parser.sotk.vocabulary import tables


class Kind(Struct, frozen=True):
    """A kind of unit by the word that begins its names, and what it mostly hangs below."""

    word: str
    superior: str


class Words(Struct, frozen=True):
    """Names of known units, Asisten, kinds; forms with holes `{unit}`; words that the law uses."""

    region: str
    units: tuple[str, ...]
    assistants: tuple[str, ...]
    kinds: tuple[Kind, ...]
    forms: tuple[str, ...]
    phrases: tuple[str, ...]
    regions: tuple[str, ...]


def law_of(region: str) -> Regulation:
    """The regulation of a region; the first that there is where none is known."""
    return next(iter(standing(region)), regulations()[0])


def words(region: str) -> bytes:
    """All of it as JSON."""
    law = law_of(region)
    names = dict.fromkeys(one.display for one in known_under([law]).names)
    phrases = {words for every in tables().phrases.values() for words in every}
    found = Words(
        law.region,
        tuple(names),
        assistants(law),
        tuple(
            Kind(word, in_words_of(law.region, kind.superior))
            for kind in sentences().kind
            for word in kind.words
        ),
        tuple(in_words_of(law.region, form) for form in sentences().forms()),
        tuple(sorted(one for one in phrases if one[0].isalpha())),
        tuple(region.name for region in regions().values() if region.autonomous),
    )
    return msgspec.json.encode(found)


class Written(Struct, frozen=True):
    """Sentences, and the line of a text after which they belong."""

    lines: tuple[str, ...]
    after: int


def written(text: str, region: str, word: str, name: str, superior: str, assistant: str) -> bytes:
    """The sentences on a unit, as JSON; raises `WrongRequestError` for no kind."""
    if not any(word in kind.words for kind in sentences().kind):
        raise WrongRequestError
    lines = unit_sentences(word, name, law_of(region), superior, assistant)
    return msgspec.json.encode(Written(lines, _end_of_structure(text)))


def _end_of_structure(text: str) -> int:
    """The last line with something in it of the part that states a structure, else of the text."""
    lines = text.splitlines()
    try:
        parts = begin(text).layout.parts
    except SotkError:
        return len(lines)
    last = len(lines)
    for part, following in zip_longest(parts, parts[1:]):
        if part.keyword == STRUCTURE and following is not None:
            last = following.heading.number - 1
    while last > 0 and not lines[last - 1].strip():
        last -= 1
    return last


def begun(region: str, kind: str, base: str) -> bytes:
    """The text of a new proposal, as JSON; raises `WrongRequestError` for no kind.

    `base` names the proposal that one of the kind `change` changes.
    """
    if kind not in templates() or (kind == OF_A_BASE and not base):
        raise WrongRequestError
    return msgspec.json.encode(proposal(kind, law_of(region), base=base))

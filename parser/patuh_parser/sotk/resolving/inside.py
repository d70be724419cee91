"""First pass over names, what lies in what: so a unit inside another is known by its bare name."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from patuh_parser.sotk.lexing.gazetteer import Sorts
from patuh_parser.sotk.lexing.name_finder import Mention
from patuh_parser.sotk.parsing.syntax import Sentence

_LEVELS = 3
"""So many levels of units inside units are found where the text does not write them out."""

Keys = dict[str, dict[str, None]]
"""Bare name → the keys that it may stand for, in the order of the text."""


def learn_keys(mentions: Iterable[Mention], sentences: Iterable[Sentence], kinds: Sorts) -> Keys:
    """Return the keys of the units inside others, from `pada` and from `terdiri atas`."""
    nested = sorted((chain_of(m) for m in mentions if m.inside is not None), key=len)
    chains = [*nested, *([inner, outer] for inner, outer in contained(sentences, kinds))]
    chains = [chain for chain in chains if not any(link.title for link in chain)]
    bare = any(chain[-1].key is None and chain[-1].sort in kinds.nested for chain in chains)
    known: Keys = {}
    for _ in range(_LEVELS if bare else 1):
        found: Keys = {}
        for chain in chains:
            _learn(chain, kinds, known, found)
        if found == known:
            break
        known = found
    return known


def chain_of(mention: Mention) -> list[Mention]:
    """Return a mention and those that it lies in, from the inside out."""
    chain = [mention]
    while mention.inside is not None:
        mention = mention.inside
        chain.append(mention)
    return chain


def as_part(mention: Mention, kinds: Sorts) -> Mention:
    """Return the name of a part of another unit, which its first words may be wholly."""
    if not mention.title or mention.name not in kinds.alone:
        return mention
    sort, name = kinds.alone[mention.name]
    return replace(mention, title=(), sort=sort, name=name)


def key_within(name: str, place: str) -> str:
    """Return the key of a unit that is identified by its name and that of its place."""
    return f"{name} pada {place}"


def place_name(key: str, name: str) -> str:
    """Return how a unit stands in the keys of the units inside it."""
    return key if " pada " in key else name


def contained(sentences: Iterable[Sentence], kinds: Sorts) -> Iterator[tuple[Mention, Mention]]:
    """Yield units without a place of their own, each with the unit that a sentence puts it in."""
    for sentence in sentences:
        if sentence.body.form == "contains":
            objects = sentence.body.objects
            inner = [*objects.names, *(item.mention for item in objects.items or ())]
            for subject in sentence.subject.names:
                for mention in inner:
                    if mention is not None and mention.inside is None:
                        outer = as_part(subject, kinds) if subject.sort in kinds.nested else subject
                        yield as_part(mention, kinds), outer


def _learn(chain: list[Mention], kinds: Sorts, known: Keys, found: Keys) -> None:
    outer = chain[-1]
    above = outer.key or outer.name
    if outer.key is None and outer.sort in kinds.nested:
        keys = known.get(outer.name, {})
        above = next(iter(keys)) if len(keys) == 1 else above
    place, sort = place_name(above, outer.name), outer.sort
    for mention in chain[-2::-1]:
        if kinds.within(mention.sort, above, sort):
            above = place = key_within(mention.name, place)
            found.setdefault(mention.name, {})[above] = None
        else:
            above = mention.key or mention.name
            place = place_name(above, mention.name)
        sort = mention.sort

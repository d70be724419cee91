"""The short names that the definitions of a draft give: `Dinas` for one Dinas of the region."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import islice

from patuh.knowledge.names import gazetteer, kinds
from patuh.knowledge.regulations import Regulation
from patuh.knowledge.root import kb_root
from patuh_parser.legal.model import Definition, Draft
from patuh_parser.sotk.lexing.name_finder import Mention, NameFinder
from patuh_parser.sotk.lines.words import Line, words_of

_MOST = 50
"""So many short names are written out; a draft on a whole region has some ten."""
_LONGEST = 500
"""Characters in which a name at the beginning of a text ends."""
_REGION = "Daerah"
"""Behind a first word alone it says of which region all such units are, and names none."""


def defined_names(draft: Draft, law: Regulation) -> Mapping[str, str]:
    """Short name → the name in full, where all definitions of the short name give the same."""
    finder = NameFinder(gazetteer(kb_root(), (law.id,)), [law.region])
    found: dict[str, set[str]] = {}
    for definition in draft.definitions:
        for short, name in _given(definition, finder, law):
            found.setdefault(short, set()).add(name)
    known = {name.name for name in finder.gazetteer.names}
    sure = (
        (short, name)
        for short, (name, *others) in found.items()
        if not others and short not in known and short not in name.split(" pada ")
    )
    return dict(islice(sure, _MOST))


def agency_of(names: Mapping[str, str], law: Regulation) -> str | None:
    """The only agency among the names that definitions give; None if there are none or several."""
    finder = NameFinder(gazetteer(kb_root(), (law.id,)), [law.region])
    mentions = [mention for name in names.values() if (mention := named(name, finder)[0])]
    found = {m.name for m in mentions if m.inside is None and m.sort in kinds().agencies}
    return found.pop() if len(found) == 1 else None


def written_out(text: str, names: Mapping[str, str]) -> str:
    """A text with the names in full; a short name before a further capital is another name.

    What has the short name in its own (`Cabang Dinas`) is left; a part of the unit lies in it.
    """
    if not names or not any(name in text for name in names):
        return text

    def full(found: re.Match[str]) -> str:
        name = names.get(found["short"])
        if name is None:
            return found[0]
        return name if found["part"] is None else f"{found['part']} pada {name}"

    return _in_text(frozenset(names)).sub(full, text)


@lru_cache(16)
def _in_text(names: frozenset[str]) -> re.Pattern[str]:
    """These names, with the part before them, and the longer names that end in them."""
    parts = _any(word for word, (_, name) in kinds().alone.items() if name != word or " " in word)
    every = _any((*names, *_longer(names)))
    return re.compile(
        rf"(?<![\w/-])(?:(?P<part>{parts}) )?(?P<short>{every})(?![\w/-]| (?:dan )?[A-Z])"
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


@cache
def _longer(names: frozenset[str]) -> tuple[str, ...]:
    """The first words of other units that end in these names."""
    known = gazetteer(kb_root(), ()).first_words
    return tuple(w for w in known for name in names if w.endswith(f" {name}"))


def _given(
    definition: Definition, finder: NameFinder, law: Regulation
) -> Iterator[tuple[str, str]]:
    """The short names of a definition with the name that they stand for."""
    shorts = definition.alias or (definition.term,)
    unit, name = named(definition.meaning, finder)
    if unit is None and definition.alias:
        unit, name = named(definition.term, finder)
        if unit is not None and unit.sort not in kinds().agencies:
            return
    if unit is not None:
        bare = re.sub(rf" {re.escape(law.region)}$", "", name)
        yield from ((short, bare) for short in shorts if bare != f"{short} {_REGION}")


def named(text: str, finder: NameFinder) -> tuple[Mention | None, str]:
    """The unit that a text begins with, and its words; a title or first word alone is none."""
    words = words_of(Line(1, 0, text[:_LONGEST]))
    mention, end = finder.find(words, [word.text for word in words], 0)
    if mention is None or mention.title or (mention.inside and mention.inside.title):
        return None, ""
    last = words[end - 1]
    return mention, text[: last.column - 1 + len(last.text)]

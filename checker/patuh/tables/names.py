"""The names that stand in cells: read with the spelling of the law, whatever their capitals."""

import re

from patuh.knowledge.offices import offices
from patuh.knowledge.regulations import Regulation, regulations
from patuh.tables.unit_types import typed
from patuh.tables.words import begins, capitals
from patuh_parser.sotk.lexing.known_names import known_names
from patuh_parser.sotk.lexing.name_finder import Mention, NameFinder, raised
from patuh_parser.sotk.limits import LONGEST_NAME
from patuh_parser.sotk.lines.words import Line, words_of
from patuh_parser.sotk.resolving.inside import as_part
from patuh_parser.text.letters import as_read

_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_VOWEL = re.compile("[AEIOU]")
_NUMERAL = re.compile(r"[IVXL]+")
_SMALL = {"Dan": "dan", "Serta": "serta", "Pada": "pada", "KAB.": "Kabupaten", "Kab.": "Kabupaten"}
"""Words within a name that are written otherwise than a table has them."""
_LONGEST = 3
"""Words of a shortened beginning."""


class Names:
    """Reads the names of cells; `finder` knows those of the regulations."""

    def __init__(self, finder: NameFinder, law: Regulation) -> None:
        self.finder = finder
        self.law = law
        known = finder.gazetteer
        self._words = known.words | known_names(known).words
        self._read: dict[str, Mention | None] = {}
        self._usual: dict[str, str] = {}

    def mention(self, text: str) -> Mention | None:
        """The unit that a text names as a whole, whatever its type; None if it does not."""
        if len(text) > LONGEST_NAME:
            return None
        text = as_read(text)
        if text not in self._read:
            self._read[text] = self._found(text) or self._found(typed(text)[0])
        return self._read[text]

    def _found(self, text: str) -> Mention | None:
        spelled = self.spelled(text)
        words = words_of(Line(1, 0, spelled))
        texts = [word.text for word in words]
        for way in (list[str], raised):
            found, end = self.finder.find(words, way(texts), 0)
            if found is not None and end == len(words):
                part = as_part(found, self.finder.gazetteer.sorts)
                if part.title and part.title[0] in self.finder.gazetteer.sorts.alone:
                    sort, name = self.finder.gazetteer.sorts.alone[part.title[0]]
                    return Mention(name, None, sort, part.span)
                return part
        return None

    def spelled(self, text: str) -> str:
        """A name with the beginning and the capitals that a name has."""
        words = text.split()
        for count in range(min(_LONGEST, len(words)), 0, -1):
            short = tuple(word.rstrip(".").lower() for word in words[:count])
            if (whole := begins().get(short)) is not None:
                words[:count] = [whole.upper() if words[-1].isupper() else whole]
                break
        spelled = " ".join([*words[:1], *(_SMALL.get(word, word) for word in words[1:])])
        return _WORDS.sub(self._raised, spelled) if text.isupper() else spelled

    def _raised(self, found: re.Match[str]) -> str:
        """A word of a name that is written in capitals, unless these are an abbreviation's.

        Of words joined by a hyphen the later ones are small, unless all are the same.
        """
        words = found.group()
        if words not in self._usual:
            first, *rest = words.split("-")
            again = (
                self._word(word).lower() if word != first else self._word(word) for word in rest
            )
            self._usual[words] = "-".join([self._word(first), *again])
        return self._usual[words]

    def _word(self, word: str) -> str:
        if _NUMERAL.fullmatch(word):
            return word
        usual = word.capitalize()
        if usual in self._words and word not in self.finder.closed.capitals:
            return usual
        if capitals().get(word, word in self._words or _VOWEL.search(word) is None):
            return word
        if word in capitals():
            return usual
        return self.finder.closed.lowered([word], 0)[0]

    def stands_alone(self, mention: Mention) -> bool:
        """Whether a unit is known by its own name, without that of what it lies in."""
        kinds = self.finder.gazetteer.sorts
        return not mention.title and mention.inside is None and mention.sort not in kinds.nested

    def government(self, text: str) -> bool:
        """Whether a text names the regency itself: `Pemerintah Kabupaten Paser`."""
        return self.law.of_region(" ".join(text.split()))

    def elsewhere(self, text: str) -> bool:
        """Whether a text names another regency that has a regulation here."""
        others = (law.place for law in regulations() if law.region != self.law.region)
        return any(place.casefold() in text.casefold() for place in others)

    def heads(self, text: str) -> bool:
        """Whether a text names the regency itself, or an office of one person at its head."""
        mention = self.mention(text)
        return self.government(text) if mention is None else person(mention.key)


def person(key: str | None) -> bool:
    """Whether it is the key of an office of one person at the head of the regency."""
    office = offices().get(key or "")
    return office is not None and office.kind == "jabatan" and office.unique

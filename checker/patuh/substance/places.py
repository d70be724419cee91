"""Which agency a provision of a draft is on, and its words with what lies in that agency named."""

import re
from collections.abc import Collection, Iterator, Mapping

from patuh.knowledge.names import gazetteer, kinds
from patuh.knowledge.regulations import Regulation
from patuh.knowledge.root import kb_root
from patuh.substance.defined_names import agency_of, named, written_out
from patuh.substance.part_words import consisting, has_parts, part_of, parts, titles
from patuh.substance.plain_words import plain
from patuh.substance.telling_words import relates
from patuh_parser.legal.model import Draft, Node
from patuh_parser.sotk.lexing.name_finder import Mention, NameFinder
from patuh_parser.sotk.lines.words import Line, words_of
from patuh_parser.sotk.tries import longest
from patuh_parser.sotk.vocabulary import tables

_BEGINNING = re.compile(r"(?:(?:susunan|struktur) )?(?:organisasi )?", re.IGNORECASE)
_EVERY, _EACH = "Seluruh", "Setiap"
_LONGEST = 3
"""Words of the longest name of a group."""


class Places:
    """The agencies that the provisions of a draft are on; `agency` is the one of the whole."""

    def __init__(self, draft: Draft, law: Regulation, names: Mapping[str, str]) -> None:
        self._finder = NameFinder(gazetteer(kb_root(), (law.id,)), [law.region])
        self._names = names
        self._on: dict[int, frozenset[str]] = {}
        whole = frozenset[str]().union(*(self._learn(node) for node in draft.body))
        self.agency = agency_of(names, law) or self._only(draft, whole)
        self._alone = whole <= {self.agency}

    def within(self, node: Node, around: str | None) -> str | None:
        """The agency that a unit is on, if what it lies in is on `around`."""
        found = self._on[id(node)]
        if not found or around in found:
            return around
        return next(iter(found)) if len(found) == 1 else None

    def wordings(self, text: str, agency: str | None) -> Iterator[str]:
        """Ways to say a sentence of the agency, the likeliest first.

        Where the draft is on others too its own words do not tell which one is meant.
        """
        mention, _ = named(text, self._finder)
        if mention is not None and self._nowhere(mention, agency):
            return
        plain: tuple[str, ...] = ()
        if agency is None or self._alone:
            plain = (text, f"{_EACH} {text}") if self._of_all(text) else (text,)
        placed = () if agency is None else self._placed(self._spelt(text, agency), agency)
        yield from dict.fromkeys((*placed, *plain))

    def _nowhere(self, mention: Mention, agency: str | None) -> bool:
        """Whether a unit may lie in any agency: its name alone does not tell which it is."""
        home = kinds().homes.get(mention.sort or "")
        if home is None or mention.key is not None:
            return False
        return agency is None or (agency != self.agency and self._sort(agency) != home[0])

    def _of_all(self, text: str) -> bool:
        """Whether a sentence is on all units of a sort, of which none has the words as its name."""
        words = text.split()
        end, _ = longest(tables().groups, [word.lower() for word in words[:_LONGEST]])
        named = " ".join(words[:end]) in self._finder.gazetteer.first_words
        return 0 < end < len(words) and words[end][0].islower() and not named

    def entry(self, text: str) -> str:
        """An entry of a list that opens one itself."""
        mention, _ = named(text, self._finder)
        alone = mention is None and text.split(",")[0] in kinds().alone
        return consisting(text) if alone or (mention and has_parts(mention.sort)) else text

    def _only(self, draft: Draft, whole: Collection[str]) -> str | None:
        """The only agency of a draft, or that of its title, unless its first words are defined as
        all of the sort."""
        only = self._titled(draft.title) if not whole else None
        only = next(iter(whole)) if len(whole) == 1 else only
        sorts = {name for one in draft.definitions for name in (one.term, *one.alias)}
        return None if only is None or self._first(only) in sorts else only

    def _titled(self, title: str) -> str | None:
        """The known agency with which a title ends."""
        end = " ".join(title.split()).casefold()
        agencies = (n.name for n in self._finder.gazetteer.names if n.sort in kinds().agencies)
        return max((n for n in agencies if end.endswith(n.casefold())), key=len, default=None)

    def _first(self, agency: str) -> str:
        """The first words of a name, which tell the sort."""
        words = agency.split()
        return " ".join(words[: longest(self._finder.first, words)[0]])

    def _sort(self, agency: str) -> str | None:
        found, _ = named(agency, self._finder)
        return None if found is None else found.sort

    def _learn(self, node: Node) -> frozenset[str]:
        found = frozenset[str]().union(*(self._learn(child) for child in node.children))
        if relates(node.text):
            text = _BEGINNING.sub("", written_out(plain(node.text), self._names), count=1)
            mention, _ = named(text, self._finder)
            if mention and mention.inside is None and mention.sort in kinds().agencies:
                found |= {mention.name}
        self._on[id(node)] = found
        return found

    def _spelt(self, text: str, agency: str) -> str:
        """A text with the agency in full where its first words alone are said."""
        first = self._first(agency)
        said = text if first == agency else written_out(text, {first: agency})
        return titles().sub(lambda found: f"{found[1]}{part_of(found[2])} pada {agency}", said)

    def _placed(self, text: str, agency: str) -> Iterator[str]:
        """A sentence with its subject placed in the agency, if it lies there."""
        if found := parts().match(text):
            known = self._finder.gazetteer
            part, rest = known.heads.get(found["part"], found["part"]), text[found.end() :]
            sort = known.first_words[part]
            if sort in kinds().homes and kinds().homes[sort][0] == self._sort(agency):
                yield f"{_EVERY} {part} {rest}"  # all that there are lie there
            yield f"{_EACH} {part} pada {agency} {rest}"
        words = words_of(Line(1, 0, text))
        mention, end = self._finder.find(words, [word.text for word in words], 0)
        if mention and has_parts(mention.sort):
            text = consisting(text)
        home = kinds().homes.get((mention and mention.sort) or "")
        elsewhere = home is not None and home[0] != self._sort(agency)
        if mention and mention.inside is None and (elsewhere or mention.name in kinds().alone):
            at = words[end - 1].column - 1 + len(words[end - 1].text)
            yield f"{text[:at]} pada {agency}{text[at:]}"
        else:
            yield text

"""Finding the names of units in a text: known ones longest first, unknown ones by their form."""

import itertools
from collections.abc import Iterable, Sequence

from msgspec import Struct

from patuh_parser.sotk.lexing.gazetteer import Gazetteer, KnownName
from patuh_parser.sotk.lines.words import Word, joined, span_of
from patuh_parser.sotk.vocabulary import Trie, longest, make_trie, tables
from patuh_parser.text.span import Span

MAX_NAME = 40
"""A name has at most so many words."""
MAX_NESTING = 8
_MAX_HEADS = 4
_JOINERS = frozenset({"dan", ",", "&", "serta"})


class Mention(Struct):
    """A name in the text, not yet resolved: `inside` is the name after `pada`."""

    name: str
    key: str | None
    sort: str | None
    span: Span
    quoted: bool = False
    inside: "Mention | None" = None


class NameFinder:
    """Finds names; holds the gazetteer's and those that the file itself introduces."""

    def __init__(self, gazetteer: Gazetteer, regions: Iterable[str] = ()) -> None:
        self.gazetteer = gazetteer
        self.known: Trie = make_trie((split_name(name.name), name) for name in gazetteer.names)
        self.first: Trie = make_trie(
            (words.split(), sort) for words, sort in gazetteer.first_words.items()
        )
        self.heads: Trie = make_trie(
            (words.split(), tuple(unit.split())) for words, unit in gazetteer.heads.items()
        )
        self.classes = tables().classes
        self.regions: Trie = make_trie(
            (("Kabupaten", *_bare_region(region)), region)
            for region in (*gazetteer.regions, *regions)
        )
        self.own: dict[str, KnownName] = {}
        """Spellings that the file introduces, by spelling."""
        self.reserved = {name.key for name in gazetteer.names}
        self.reserved.update(name.name for name in gazetteer.names)

    def introduce(self, name: KnownName) -> None:
        """Take part in the longest match from now on; known spellings are left alone."""
        if name.name not in self.own:
            self.own[name.name] = name
            node = self.known
            for word in split_name(name.name):
                node = node.setdefault(word, {})
            node.setdefault(None, name)

    def find(
        self, words: Sequence[Word], texts: Sequence[str], at: int
    ) -> tuple[Mention | None, int]:
        """Return the name that begins at `at`, with what stands after `pada`, and its end."""
        mention, end = self._single(words, texts, at, 0)
        if mention is None or end >= len(texts) or texts[end] != "pada":
            return mention, end
        chain = [mention]
        while end < len(texts) and texts[end] == "pada" and len(chain) < MAX_NESTING:
            outer, after = self._single(words, texts, end + 1, 0)
            if outer is None:
                break
            chain.append(outer)
            end = after
        return _nest(chain), end

    def first_sort(self, name: str) -> str | None:
        """Return the sort that the first words of a name give, None if they give none."""
        sort = longest(self.first, name.split())[1]
        return str(sort) if sort is not None else None

    def starts(self, texts: Sequence[str], at: int) -> bool:
        """Tell whether a name, a head, a class or a first word of a unit stands at `at`."""
        if at >= len(texts):
            return False
        return (
            texts[at][0] == '"'
            or longest(self.known, texts, at)[0] > at
            or longest(self.first, texts, at)[0] > at
            or longest(self.heads, texts, at)[0] > at
            or self.class_at(texts, at)[0] > at
        )

    def class_at(self, texts: Sequence[str], at: int) -> tuple[int, str | None]:
        """Return the end and value of a class such as `Unsur Pelaksana` at `at`."""
        if texts[at][:5].lower() not in ("unsur", "insta", "peran"):
            return at, None
        lowered = [text.lower() for text in texts[at : at + 5]]
        end, value = longest(self.classes, lowered)
        return at + end, value

    def _single(
        self, words: Sequence[Word], texts: Sequence[str], at: int, depth: int
    ) -> tuple[Mention | None, int]:
        if at >= len(texts):
            return None, at
        text = texts[at]
        if text[0] == '"':
            if len(text) < 3 or text[-1] != '"' or not text.strip('" '):
                return None, at
            name = " ".join(text[1:-1].split())
            return Mention(
                name, None, "pihak_luar", span_of(words[at : at + 1]), quoted=True
            ), at + 1
        if not text[0].isupper():
            return None, at
        end, known = longest(self.known, texts, at)
        begin, sort = longest(self.first, texts, at)
        head_end, unit = longest(self.heads, texts, at)
        if unit is not None and head_end > begin > at and head_end >= end and depth < _MAX_HEADS:
            return self._head(words, texts, at, head_end, unit, depth)
        if begin > at:
            run = self._run(texts, max(begin, end), at + MAX_NAME)
            if (run > end and run > begin) or (known is None and run > at):
                mention = Mention(joined(words[at:run]), None, sort, span_of(words[at:run]))
                return mention, self._region(texts, run)
        if known is not None:
            mention = Mention(known.display, known.key, known.sort, span_of(words[at:end]))
            return mention, self._region(texts, end)
        if unit is None or depth >= _MAX_HEADS:
            return None, at
        return self._head(words, texts, at, head_end, unit, depth)

    def _head(
        self,
        words: Sequence[Word],
        texts: Sequence[str],
        at: int,
        head_end: int,
        unit: tuple[str, ...],
        depth: int,
    ) -> tuple[Mention | None, int]:
        stop = head_end + MAX_NAME
        place = words[at]
        virtual = [Word(word, place.line, place.column) for word in unit]
        virtual += words[head_end:stop]
        virtual_texts = [*unit, *texts[head_end:stop]]
        mention, end = self._single(virtual, virtual_texts, 0, depth + 1)
        chain = [mention] if mention is not None else []
        while chain and end < len(unit) and virtual_texts[end] == "pada":
            outer, after = self._single(virtual, virtual_texts, end + 1, depth + 1)
            if outer is None:
                return None, at
            chain.append(outer)
            end = after
        if not chain or end < len(unit):
            return None, at
        result = head_end + end - len(unit)
        whole = span_of(words[at:result])
        for item in chain:
            item.span = whole
        return _nest(chain), result

    def _run(self, texts: Sequence[str], at: int, limit: int) -> int:
        end = at
        limit = min(limit, len(texts))
        while end < limit:
            text = texts[end]
            initial = text[0]
            if initial.isupper() or initial.isdigit():
                if text == "Kabupaten" and self._region(texts, end) > end:
                    break
                end += 1
                continue
            if text not in _JOINERS:
                break
            after = end + 2 if text == "," and texts[end + 1 : end + 2] == ["dan"] else end + 1
            if after >= limit or not texts[after][0].isupper() or self.starts(texts, after):
                break
            end = after
        return end

    def _region(self, texts: Sequence[str], at: int) -> int:
        if at < len(texts) and texts[at] == "Kabupaten":
            return longest(self.regions, texts, at)[0]
        return at


def split_name(name: str) -> list[str]:
    """Return the words of a name, commas apart, as the text gives them."""
    return name.replace(",", " , ").split()


def _nest(chain: list[Mention]) -> Mention:
    for inner, outer in itertools.pairwise(chain):
        last = inner
        while last.inside is not None:
            last = last.inside
        last.inside = outer
    if len(chain) > 1:
        chain[0].span = chain[0].span.to(chain[-1].span)
    return chain[0]


def _bare_region(region: str) -> list[str]:
    words = region.split()
    return words[1:] if words[:1] == ["Kabupaten"] else words

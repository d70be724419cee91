"""Finding the names of units in a text: known ones longest first, unknown ones by their form."""

from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from patuh_parser.sotk.errors import Diagnostics
from patuh_parser.sotk.lexing.gazetteer import Gazetteer, KnownName, split_name
from patuh_parser.sotk.lexing.known_names import known_names
from patuh_parser.sotk.lines.citations import full_region
from patuh_parser.sotk.lines.words import ABBREVIATIONS, Word, is_degree, joined_texts, span_of
from patuh_parser.sotk.tries import Trie, copy_trie, enter, longest, make_trie
from patuh_parser.sotk.vocabulary import tables
from patuh_parser.text.span import Span

MAX_NAME = 40
"""A name has at most so many words."""
MAX_NESTING = 8
_MAX_HEADS = 4
_LONGEST_RUN = 32
"""So many words that may belong to one name are looked up together."""

_JOINERS = frozenset({"dan", ",", "&", "serta"})
_GOVERNMENT = {
    "Kabupaten": (["Kab."], ["Kab"], ["Pemkab"], ["Pemerintah", "Kabupaten"]),
    "Kota": (["Pemkot"], ["Pemerintah", "Kota"]),
}
"""First word of a region → what else it may be called by in offices."""
_OF_REGIONS = {first for said in _GOVERNMENT.values() for first, *_ in said} | set(_GOVERNMENT)
"""What the name of a region may begin with."""
_AROUND = ("di", "lingkungan")
"""May stand between a group and its region."""
_LONGEST_TERM = 3
"""So many letters may an abbreviation within a name have ("… dan KB")."""
_SMALL = frozenset({"pada", *_JOINERS, *ABBREVIATIONS})
"""Words that have no capital in a name, or the one that they have here."""


class Mention(Struct):
    """A name in the text, not yet resolved: `inside` is the name after `pada`.

    A title without a name (`Kepala Dinas`) has in `title` what the name of the unit begins with.
    """

    name: str
    key: str | None
    sort: str | None
    span: Span
    quoted: bool = False
    inside: "Mention | None" = None
    title: tuple[str, ...] = ()
    leader: bool = False
    """Listed among members as "(pimpinan lembaga)"."""
    alone: tuple[str, str] | None = None
    """The sort and name of the part of a unit that the title stands for where that is said."""

    def within(self, place: "Mention | None") -> "Mention":
        """Let it lie in a place, which tells of a title what it stands for."""
        self.inside = place
        if place is not None and self.alone is not None:
            self.sort, self.name = self.alone
            self.title, self.alone = (), None
        return self

    @property
    def unknown(self) -> bool:
        """Whether it, or what it lies in, is neither known nor quoted."""
        own = self.key is None and not self.quoted
        return own or (self.inside is not None and self.inside.unknown)

    @property
    def written(self) -> str:
        """The name with what it lies in, as a text has it."""
        own = f'"{self.name}"' if self.quoted else self.name
        return own if self.inside is None else f"{own} pada {self.inside.written}"


class Link(Struct, frozen=True):
    """A name within a run of words, from `start` to `end`; the next link is what it lies in."""

    name: str
    key: str | None
    sort: str | None
    start: int
    end: int
    quoted: bool = False
    title: tuple[str, ...] = ()
    goes_on: bool = True
    """A known name may begin with its words, and have more of them."""


class _GoesOn(dict[str, bool]):
    """Whether a name may go on with a word: one of some words, or one in capitals or figures."""

    def __missing__(self, word: str) -> bool:
        initial = word[0]
        self[word] = found = initial.isupper() or initial.isdigit() or initial == '"'
        return found


class NameFinder:
    """Finds names; holds the gazetteer's and those that the file itself introduces."""

    def __init__(self, gazetteer: Gazetteer, regions: Iterable[str] = ()) -> None:
        self.gazetteer = gazetteer
        shared = known_names(gazetteer)
        self.known: Trie = dict(shared.known)
        self.first = shared.first
        self.heads, self.titles, self.same = shared.heads, shared.titles, shared.same
        self.closed, self.classes = shared.closed, tables().classes
        self.reserved = shared.reserved
        self.titled = False
        """Titles without a name were found."""
        self.regions: Trie = make_trie(
            (words, region)
            for region in (*gazetteer.regions, *regions)
            for words in _regions(region)
        )
        self._own_region = [_regions(region)[0][1:] for region in regions]
        self._small, self._sorts = shared.small, shared.sorts
        self._goes_on = _GoesOn(dict.fromkeys((*_SMALL, *shared.words), True))
        self._found: dict[tuple[str, ...], tuple[list[Link], int, bool]] = {}
        self._parts: dict[tuple[str, ...], tuple[list[Link], int]] = {}
        self._types = frozenset(tables().types)
        self._never_alone = frozenset(tables().sorts["never_alone"])
        self._of_region = frozenset(tables().sorts["of_region"])
        self._housed = frozenset(tables().sorts["housed"])
        self._houses = frozenset(tables().sorts["houses"])
        self._words_never_alone = frozenset(tables().sorts["words_never_alone"])
        self._persons = frozenset(tables().names["persons"])
        self.types: dict[str, str] = {}
        """The types that the file gives units, by key or name."""
        self.own: dict[str, KnownName] = {}
        """Spellings that the file introduces, by spelling."""
        self._own_words: set[str] = set()
        """The first words of these: what follows them in `known` is no other file's."""
        self.short: dict[str, list[str]] = {}
        """Shorter spellings that the file gives units, by key or name."""

    def declare(self, sorts: Iterable[tuple[str, str, Span]], errors: Diagnostics) -> None:
        """Let names begin with further words, each of the sort that another first word gives."""
        for words, like, span in sorts:
            end, sort = longest(self.first, like.split())
            if sort is None or end < len(like.split()):
                errors.add("E111", span, f"{words} = {like}", expected=("sort",))
                continue
            self.first = copy_trie(self.first)
            enter(self.first, words.split(), sort)
            self._goes_on.update(dict.fromkeys(words.split(), True))

    def introduce(self, name: KnownName) -> None:
        """Take part in the longest match from now on, also with what is else another's spelling."""
        if name.name not in self.own:
            self.own[name.name] = name
            words = split_name(name.name)
            if words[0] not in self._own_words:
                self._own_words.add(words[0])
                self.known[words[0]] = copy_trie(self.known.get(words[0], {}))
            enter(self.known, words, name, instead=True)
            self._goes_on.update(dict.fromkeys(words, True))
            self._found.clear()
            self._parts.clear()

    def may_begin(self, word: str) -> bool:
        """Tell whether `find` may find a name at a word; no name that is introduced changes it."""
        first = word[0]
        return first.isupper() or first == '"' or word in self._small or word in self.closed.first

    def find(
        self, words: Sequence[Word], texts: Sequence[str], at: int
    ) -> tuple[Mention | None, int]:
        """Return the name that begins at `at`, with what stands after `pada`, and its end."""
        if at >= len(texts):
            return None, at
        initial = texts[at][0]
        if not (initial.isupper() or initial == '"' or texts[at] in self._small):
            if texts[at] not in self.closed.first:
                return None, at
            links, end = self._closed(texts, at)
            return self._mention(links, words, 0), end
        goes_on, stop, limit = self._goes_on, at + 1, min(at + _LONGEST_RUN, len(texts))
        while stop < limit and goes_on[texts[stop]]:
            stop += 1
        start = at
        if stop == at + _LONGEST_RUN:
            links, end = self._chain(texts, at)
            start = 0
        else:
            run = tuple(texts[at:stop])
            found = self._found.get(run)
            if found is None:
                found = self._found[run] = self._looked_up(run)
            links, end, whole = found
            if whole:
                return self._mention(links, words, at), at + end
        if end < len(texts) and texts[end][0].islower() and links and links[-1].key is None:
            links, end = self._with_blanks(links, end, texts, start)
        return self._mention(links, words, start), start + end

    def _looked_up(self, run: tuple[str, ...]) -> tuple[list[Link], int, bool]:
        """The names that a run of words is, where they end, and whether they do anyhow."""
        nested = run.count("pada") < MAX_NESTING
        links, end = self._part(run) if nested else self._chain(run, 0)
        links = _whole(links)
        return links, end, not links or links[-1].key is not None or not links[-1].goes_on

    def _part(self, run: tuple[str, ...]) -> tuple[list[Link], int]:
        """The names that a run of words begins with, and where they end; what one lies in is looked
        up once for all that lie in it."""
        found = self._parts.get(run)
        if found is not None:
            return found
        links, end = self._single(run, 0, 0)
        if links and (by := self._home(links[-1], run, end)):
            outer, after = self._part(run[by:])
            links = [*links, *[replace(o, start=o.start + by, end=o.end + by) for o in outer]]
            end = by + after if outer else end
        self._parts[run] = links, end
        return links, end

    def _mention(self, links: list[Link], words: Sequence[Word], start: int) -> Mention | None:
        mention = None
        for link in reversed(links):
            first, last = words[start + link.start], words[start + link.end - 1]
            span = Span(first[1], first[2], last[1], last[2] + len(last[0]))
            if link.title:
                self.titled = True
            mention = Mention(
                link.name, link.key, link.sort, span, link.quoted, None, link.title,
                alone=self._alone(link),
            ).within(mention)  # fmt: skip
        return mention

    def _alone(self, link: Link) -> tuple[str, str] | None:
        """The part of a unit that a title without a name stands for, its only head too."""
        parts = self.gazetteer.sorts.alone
        if not link.title:
            return None
        return parts.get(link.name) or (parts.get(link.title[0]) if len(link.title) == 1 else None)

    def _closed(self, texts: Sequence[str], at: int) -> tuple[list[Link], int]:
        """A known name that is written otherwise, in small letters or with other blanks."""
        end, known = self.closed.longest(texts, at)
        if known is None:
            return [], at
        known = self.own.get(known.name, known)
        return [Link(known.display, known.key, known.sort, at, end)], self._region(texts, end)

    def _with_blanks(
        self, links: list[Link], end: int, texts: Sequence[str], start: int
    ) -> tuple[list[Link], int]:
        """The same names, unless the last is the beginning of a known one (`… dan Olah raga`)."""
        known, stop = self._closed(texts, start + links[-1].start)
        if stop <= start + end:
            return links, end
        last = replace(known[0], start=links[-1].start, end=stop - start)
        return _whole([*links[:-1], last]), stop - start

    def _chain(self, texts: Sequence[str], at: int) -> tuple[list[Link], int]:
        """The name at a place and those after each `pada`, and where they end."""
        links, end = self._single(texts, at, 0)
        count = 1
        while links and count < MAX_NESTING and (home := self._home(links[-1], texts, end)):
            outer, after = self._single(texts, home, 0)
            if not outer:
                break
            links = [*links, *outer]
            count += 1
            end = after
        return _whole(links), end

    def _home(self, link: Link, texts: Sequence[str], end: int) -> int:
        """Where what a unit lies in is named: behind `pada`, or at once (`Bagian Hukum Setda`); 0
        if it is not."""
        if end < len(texts) and texts[end] == "pada":
            return end + 1
        return end if link.sort in self._housed and self._is_house(texts, end) else 0

    def _is_house(self, texts: Sequence[str], at: int) -> bool:
        """Whether a Sekretariat is named at a place that Bagian and Asisten are of."""
        known = longest(self.known, texts, at)[1]
        return known is not None and known.sort in self._houses

    def _is_of_sekda(self, known: KnownName, texts: Sequence[str], at: int, end: int) -> bool:
        """Whether what stands behind an Asisten says whose he is (`Sekretaris Daerah`)."""
        stop, whose = longest(self.known, texts, at)
        passed = whose is not None and whose.key in tables().sorts["passed_by"]
        return passed and stop == end and known.sort in self._housed

    def title_at(
        self, words: Sequence[Word], texts: Sequence[str], at: int
    ) -> tuple[Mention | None, int]:
        """Return the title at a place that stands for units of a sort, and its end.

        It is what their names begin with, or their head (`Bidang`, `Kepala Bidang`, `Lurah`).
        """
        start = at + (texts[at : at + 1] in (["Kepala"], ["kepala"]))
        end, unit = longest(self.heads, texts, start)
        begin = " ".join(unit or ())
        if not begin:
            end = longest(self.first, texts, start)[0]
            begin = " ".join(texts[start:end])
        sort = longest(self.first, begin.split())[1]
        if sort is None or sort in self.gazetteer.sorts.outside:
            return None, at
        span = span_of(words[at:end])
        begins = self.gazetteer.titles.get(begin, (begin,))
        return Mention(" ".join(texts[at:end]), None, sort, span, title=begins), end

    def standard(self, name: str) -> str:
        """Return a name with the standard beginning of its sort (`UPT Puskesmas …`)."""
        words = name.split()
        for _ in range(2):
            end, begin = longest(self.same, words)
            if begin is None:
                break
            words = [*begin, *words[end:]]
        return " ".join(words)

    def sort_of(self, name: str) -> str | None:
        """Return the sort of a known name, by its first words if they give one."""
        known = self._sorts.get(name)
        return (known and longest(self.first, name.split())[1]) or known

    def starts(self, texts: Sequence[str], at: int) -> bool:
        """Tell whether a name, a head, a class or a first word of a unit stands at `at`."""
        if at >= len(texts):
            return False
        return (
            texts[at][0] == '"'
            or longest(self.known, texts, at)[0] > at
            or longest(self.first, texts, at)[0] > at
            or longest(self.heads, texts, at)[0] > at
            or longest(self.titles, texts, at)[0] > at
            or self.class_at(texts, at)[0] > at
        )

    def group_at(self, texts: Sequence[str], at: int) -> tuple[int, str | None]:
        """Return the end, with its region, and sort of a group such as `Perangkat Daerah`."""
        small = [text.lower() for text in texts[at : at + 4]]
        end, group = longest(tables().groups, small)
        if group is None:
            return at, None
        end += at
        place = end + len(_AROUND) if tuple(texts[end : end + len(_AROUND)]) == _AROUND else end
        stop = self._region(texts, place)
        return (stop if stop > place else end), group

    def class_at(self, texts: Sequence[str], at: int) -> tuple[int, str | None]:
        """Return the end and value of a class such as `Unsur Pelaksana` at `at`."""
        if texts[at].lower() not in self.classes:
            return at, None
        lowered = [text.lower() for text in texts[at : at + 5]]
        end, value = longest(self.classes, lowered)
        return at + end, value

    def _single(self, texts: Sequence[str], at: int, depth: int) -> tuple[list[Link], int]:
        """The name at a place, from the inside out, and its end; an empty list if there is none."""
        if at >= len(texts):
            return [], at
        text = texts[at]
        if text[0] == '"':
            if len(text) < 3 or text[-1] != '"' or not text.strip('" '):
                return [], at
            name = " ".join(text[1:-1].split())
            return [Link(name, None, tables().sorts["quoted"][0], at, at + 1, True)], at + 1
        if not (text[0].isupper() or text in self._small):
            return self._closed(texts, at)
        end, known = longest(self.known, texts, at)
        begin, sort = longest(self.first, texts, at)
        head_end, unit = longest(self.heads, texts, at) if text in self.heads else (at, None)
        if unit is not None and head_end > begin > at and head_end >= end and depth < _MAX_HEADS:
            return self._head(texts, at, head_end, unit, depth)
        if begin > at:
            run = self._run(texts, max(begin, end), at + MAX_NAME)
            if run == begin and sort in self._of_region:
                run = self._region(texts, run)
            if sort in self._housed:
                inner = range(max(begin, end), run)
                run = next((place for place in inner if self._is_house(texts, place)), run)
            if known is not None and (
                list(texts[end:run]) in self._own_region
                or self._is_of_sekda(known, texts, end, run)
            ):
                return [Link(known.display, known.key, known.sort, at, run)], run
            if known is not None and known.sort in self.gazetteer.sorts.agencies:
                run = end if _abbreviation(texts[end + 1 : run]) else run
            if run > end and self.gazetteer.sorts.is_part(sort):
                run = self._with_office(texts, at, run, depth)
            if (run > end and run > begin) or ((known is None or begin > end) and run > at):
                goes_on = self.closed.reach(texts, at) >= run
                links, stop = self._closed(texts, at) if goes_on else ([], at)
                if stop >= run:
                    return links, stop
                name = joined_texts(_with_and(texts[at:run], known is not None and end - at))
                bare = run == begin and sort not in self.gazetteer.sorts.outside
                if bare and longest(self.titles, texts, at)[0] > run:
                    return self._title(texts, at)
                title = self.gazetteer.titles.get(name, (name,)) if bare else ()
                link = Link(name, None, sort, at, run, title=title, goes_on=goes_on)
                return [link], self._region(texts, run)
        if known is not None:
            link = Link(known.display, known.key, known.sort, at, end)
            return [link], self._region(texts, end)
        if unit is not None and depth < _MAX_HEADS:
            links, end = self._head(texts, at, head_end, unit, depth)
            if links:
                return links, end
        links, end = self._title(texts, at)
        return (links, end) if links else self._in_capitals(texts, at, depth)

    def _title(self, texts: Sequence[str], at: int) -> tuple[list[Link], int]:
        """A title that names no unit (`atasannya`, `Dinas induknya`)."""
        end, begins = longest(self.titles, texts, at)
        if begins is None:
            return [], at
        sort = longest(self.first, begins[0].split())[1]
        return [Link(joined_texts(texts[at:end]), None, sort, at, end, title=begins)], end

    def _in_capitals(self, texts: Sequence[str], at: int, depth: int) -> tuple[list[Link], int]:
        """A name written all in capitals, or together in one word."""
        links, end = self._closed(texts, at)
        if links or not texts[at].isupper():
            return links, end
        lowered = self.closed.lowered(texts, at)
        return ([], at) if lowered[at] == texts[at] else self._single(lowered, at, depth)

    def _head(
        self, texts: Sequence[str], at: int, head_end: int, unit: tuple[str, ...], depth: int
    ) -> tuple[list[Link], int]:
        """The unit of an office: what the words after it name, once its own words stand there."""
        virtual = [*unit, *texts[head_end : head_end + MAX_NAME]]
        chain, end = self._single(virtual, 0, depth + 1)
        while chain and end < len(unit) and virtual[end] == "pada":
            outer, end = self._single(virtual, end + 1, depth + 1)
            if not outer:
                return [], at
            chain = [*chain, *outer]
        if not chain or end < len(unit):
            return [], at
        result = head_end + end - len(unit)
        links = [replace(link, start=at, end=result, goes_on=True) for link in chain]
        if links[-1].title:
            links[-1] = replace(links[-1], name=joined_texts(texts[at:result]))
        return links, result

    def _run(self, texts: Sequence[str], at: int, limit: int) -> int:
        end = at
        limit = min(limit, len(texts))
        while end < limit:
            text = texts[end]
            initial = text[0]
            if initial.isupper() or initial.isdigit() or text in ABBREVIATIONS:
                if text in _OF_REGIONS and self._region(texts, end) > end:
                    break
                if text in self._types and type_at(texts, end, self._types) > end:
                    break
                end += 1
                continue
            if text not in _JOINERS:
                break
            both = text == "," and end + 1 < limit and texts[end + 1] == "dan"
            after = end + 2 if both else end + 1
            if after >= limit or not texts[after][0].isupper() or self._begins(texts, after):
                break
            if text == "," and (is_degree(texts[after]) or texts[after] in self._persons):
                break
            end = after
        return end

    def _with_office(self, texts: Sequence[str], at: int, end: int, depth: int) -> int:
        """The end of the name of a part of a unit that holds that of an office behind a joiner:
        with that as well it lies in a unit (`Subbagian X dan Staf Ahli pada Bagian Y`), in which
        no office does."""
        joint = " ".join(texts[end : end + 2])
        after = end + (2 if joint == ", dan" else 1)
        if depth or after >= len(texts) or texts[end] not in _JOINERS or texts[after][0] == '"':
            return end
        office, stop = self._single(texts, after, _MAX_HEADS)
        inside = stop < len(texts) and texts[stop] == "pada"
        if not (office and inside) or after - at > MAX_NAME:
            return end
        home = self._single(texts, stop + 1, depth + 1)[0]
        return stop if home and self._no_part(office[0], home[0]) else end

    def _no_part(self, office: Link, home: Link) -> bool:
        """Whether a name can be none of what lies in a unit; nothing but parts lies in a part."""
        sort, sorts = office.sort, self.gazetteer.sorts
        if office.title and office.name in sorts.alone and not sorts.is_part(home.sort):
            return False
        if sorts.is_part(home.sort):
            return not sorts.is_part(sort)
        return sort is not None and not sorts.may_lie_inside(sort)

    def _begins(self, texts: Sequence[str], at: int) -> bool:
        """Whether another name begins behind a joiner: also a known one in capitals.

        What never names a unit alone is a word of the name that goes on ("… dan Desa", "… SMP").
        """
        if texts[at].isupper() and self.closed.longest(texts, at)[1] is not None:
            return True
        end, sort = longest(self.first, texts, at)
        following = texts[end] if end < len(texts) else "."
        word = end == at + 1 and texts[at] in self._words_never_alone
        part = word or (end > at and sort in self._never_alone)
        bare = part and not (following[0].isupper() or following[0].isdigit())
        return self.starts(texts, at) and not bare

    def _region(self, texts: Sequence[str], at: int) -> int:
        if at < len(texts) and texts[at] in _OF_REGIONS:
            return longest(self.regions, texts, at)[0]
        return at


def type_at(texts: Sequence[str], at: int, words: Collection[str]) -> int:
    """Return the end of the type of a unit (`Tipe A`) at a place, the place if there is none."""
    letter = texts[at + 1] if at + 1 < len(texts) else ""
    return at + 2 if texts[at] in words and len(letter) == 1 and letter.isupper() else at


def _abbreviation(texts: Sequence[str]) -> bool:
    """Whether words behind a joiner begin with what abbreviates the name of another agency."""
    return bool(texts) and texts[0].isupper() and len(texts[0]) > _LONGEST_TERM


def _with_and(texts: Sequence[str], known: int) -> Sequence[str]:
    """The words of a name with `dan` for `&`, unless a unit may end before it."""
    if "&" not in texts or texts[known] == "&":
        return texts
    return ["dan" if text == "&" else text for text in texts]


def raised(texts: Sequence[str]) -> list[str]:
    """Return words with the capitals that they would have in a name."""
    return [text if text in _SMALL else text[0].upper() + text[1:] for text in texts]


def capitalised(texts: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return small words as those of a name, and so that the first is an abbreviation."""
    name = raised(texts)
    return name, [texts[0].upper(), *name[1:]]


def _whole(links: list[Link]) -> list[Link]:
    """Let the first name reach to the end of the last."""
    if len(links) < 2:
        return links
    return [replace(links[0], end=links[-1].end), *links[1:]]


@lru_cache(maxsize=64)  # those of the regulations and of the file, for each file anew
def _regions(region: str) -> tuple[list[str], ...]:
    """The spellings of a region, each as its words, the full name first."""
    first, *name = full_region(region).split()
    return [first, *name], *([*words, *name] for words in _GOVERNMENT.get(first, ()))

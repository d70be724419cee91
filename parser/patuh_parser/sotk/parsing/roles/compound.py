"""A sentence of several clauses, on one subject or on others, as a sentence for each.

"Dinas X merupakan unsur pelaksana …, dipimpin oleh Kepala Dinas yang berkedudukan di bawah dan
bertanggung jawab kepada Bupati, yang mempunyai tugas …": so regulations on the organisation of one
agency say what it is.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from msgspec.structs import replace

from patuh_parser.disk import beside
from patuh_parser.sotk import wordings
from patuh_parser.sotk.lexing.name_finder import NameFinder
from patuh_parser.sotk.lines.outline import Block
from patuh_parser.sotk.lines.words import Word, span_of
from patuh_parser.sotk.parsing.rewording.notation import UNIT, UNITS
from patuh_parser.sotk.parsing.rewording.reworded import items_of
from patuh_parser.sotk.parsing.roles.reading import is_one
from patuh_parser.sotk.tries import Trie, longest, make_trie
from patuh_parser.sotk.vocabulary import tables
from patuh_parser.sotk.wordings import spelt
from patuh_parser.stored import toml

_FILE = beside(wordings.__file__, "frames.toml")
_THAT, _AND, _COMMA = "yang", ("dan", "serta"), ","
_STOPS = (_COMMA, ";")
_TURNS = frozenset({"sedangkan", "sementara", "adapun", "tetapi", "namun"})
"""Joints that may turn to another: here, so that a task without one asks for no table."""
_ACTS = ("acts", "nearest")
_VERBS = ("leads", "tasks", "states", *_ACTS)
"""Kinds of verbs; those that act are part of a task that stands before them."""
_MOST = 6
"""So many clauses one sentence has at most."""


class _Clause(NamedTuple):
    """Where a clause begins, and the joint before it: where that begins, and its word."""

    begin: int
    joint: int
    joined: str


def compound(block: Block, names: NameFinder) -> Iterator[list[Block]]:
    """Yield the ways in which a sentence is several, those first that cut it less often."""
    if not is_one(block):
        return
    sentence = _Compound(block.words[:-1], names)
    every = list(sentence.clauses())
    apart = [clause for clause in every if clause.joined not in _AND]
    for clauses in (apart, every) if len(apart) < len(every) else (every,):
        said = sentence.said(clauses) if 0 < len(clauses) < _MOST else None
        if said is not None:
            span = span_of(block.words)
            yield [replace(block, words=[*one, block.words[-1]], span=span) for one in said]


def of_another(block: Block, names: NameFinder) -> Word | None:
    """The word that turns to what another does, in a sentence of which the task of the first may
    seem to hold that too ("X bertugas …, sedangkan Y bertanggung jawab kepada Z")."""
    if _TURNS.union(_STOPS[1:]).isdisjoint([word.text.lower() for word in block.words]):
        return None
    sentence = _Compound(block.words[:-1], names)
    return next((found for clause in sentence.clauses() if (found := sentence.turn(clause))), None)


class _Compound:
    """One sentence; places in it are those of its items."""

    def __init__(self, words: list[Word], names: NameFinder) -> None:
        self._words, self._names = words, names
        self._items = items_of(words, names)
        self._texts = [item.lower() for item, _, _ in self._items]
        listed = {*UNITS, _COMMA, "dan"}
        places = range(len(self._texts))
        self._subject = next((at for at in places if self._texts[at] not in listed), 0)

    def clauses(self) -> Iterator[_Clause]:
        """Yield what may be clauses, but the first; none if nobody is named where it begins."""
        if not self._subject or self._texts[self._subject - 1] not in UNITS:
            return
        last, at = 0, self._verb(self._subject) + 1
        while at < len(self._texts):
            clause = self._clause(at, last)
            if clause is None:
                at += 1
            else:
                yield clause
                last, at = clause.begin, self._verb(clause.begin) + 1

    def said(self, clauses: Sequence[_Clause]) -> list[list[Word]] | None:
        """The sentences that it is with these clauses; None if it is open of whom one speaks."""
        found = [self._of(0, clauses[0].joint)]
        ends = [*(clause.joint for clause in clauses[1:]), len(self._texts)]
        last, subject = 0, self._of(0, self._subject)
        for clause, end in zip(clauses, ends, strict=True):
            said = self._of(clause.begin, end)
            about: list[Word] | None = subject
            if self._texts[clause.begin] == UNIT:  # said again, or another
                about, subject = [], self._of(clause.begin, clause.begin + 1)
            elif clause.joined == _THAT:
                about = self._antecedent(clause, last, subject)
            if about is None:
                return None
            found.append([*about, *said])
            last = clause.begin
        return found

    def turn(self, clause: _Clause) -> Word | None:
        """The joint of a clause on another than the first, where that cannot join names."""
        turned = clause.joined in _TURNS or self._texts[clause.joint] == ";"
        other = self._texts[clause.begin] == UNIT
        return self._of(clause.begin - 1, clause.begin)[0] if turned and other else None

    def _clause(self, at: int, last: int) -> _Clause | None:
        """The clause whose joint stands at a place, after another."""
        begin = at + (self._texts[at] in _STOPS)
        joined = self._text(begin) if self._text(begin) in _joints() else ""
        begin += bool(joined)
        if begin == at and not (self._is(last, "leads") and self._texts[at - 1] in UNITS):
            return None
        again = begin > at and joined != _THAT and self._text(begin) == UNIT
        verb = self._verb(begin + again, that=joined == _THAT)
        begins = verb == begin + again or self._text(begin + again) in _words("circumstances")
        part = joined in _AND and self._texts[at - 1] in _words("goes_on")
        act = self._kind(verb) in _ACTS
        task = joined in ("", *_AND) and not again and act and self._is(last, "tasks")
        listed = again and joined in _AND and self._text(at - 1) in UNITS  # "A dan B membina C"
        if verb == len(self._texts) or not begins or part or task or listed:
            return None
        return _Clause(begin, at, joined)

    def _verb(self, at: int, that: bool = False) -> int:
        """Where the verb of a clause stands that begins there; the end if there is none before a
        name or a comma; a circumstance behind `yang` may have commas."""
        opens = self._text(at) in _words("circumstances")
        commas = that and opens
        at += 2 * opens  # "dalam melaksanakan tugas"
        while (text := self._text(at)) and text not in UNITS and (commas or text != _COMMA):
            if self._kind(at):
                return at
            at += 1
        return len(self._texts)

    def _is(self, at: int, kind: str) -> bool:
        """Whether the verb of the clause that begins at a place is of a kind."""
        return self._kind(self._verb(at or self._subject)) == kind

    def _kind(self, at: int) -> str:
        """Of which kind the verb of a clause is that stands at a place; "" if none does."""
        return longest(_verbs(), self._texts, at)[1] or ""

    def _antecedent(self, clause: _Clause, last: int, subject: list[Word]) -> list[Word] | None:
        """Of whom `yang …` speaks: of the head named before it, and else of the subject, where no
        name stands before it, or one by whose way others answer, who has no such task; None if it
        may be another."""
        at = clause.joint - 1
        if self._texts[at] not in UNITS:
            return subject
        words = self._of(at, at + 1)
        named, _ = self._names.find(words, [word.text for word in words], 0)
        if self._is(last, "leads"):
            return subject if named is None or named.title else words
        if self._is(last, "nearest"):
            return words
        passed = named is not None and named.key in tables().sorts["passed_by"]
        return subject if passed and self._is(clause.begin, "tasks") else None

    def _text(self, at: int) -> str:
        return self._texts[at] if at < len(self._texts) else ""

    def _of(self, start: int, end: int) -> list[Word]:
        return self._words[self._items[start][1] : self._items[end - 1][2]]


@cache
def _verbs() -> Trie:
    """The verbs of clauses → of which kind each is."""
    table = toml(_FILE)["clauses"]
    return make_trie((said.split(), kind) for kind in _VERBS for said in spelt(table[kind]))


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(spelt(toml(_FILE)["clauses"][kind]))


def _joints() -> frozenset[str]:
    return _words("joints") | _TURNS

"""The notation of reworded.toml and reworded_steps.toml: what words are compared with."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache

from msgspec import Struct

from patuh_parser.sotk.lexing.modals import MODALS
from patuh_parser.sotk.parsing.rewording.nouns import act_of, said_actively
from patuh_parser.sotk.vocabulary import is_verb, tables
from patuh_parser.sotk.wordings import as_regex

UNIT = "@"
"""Stands for a name in the text that sentences are compared with."""
GROUP = UNIT * 2
"""Stands there for all of a group."""
UNITS = frozenset({UNIT, GROUP})
"""Somebody, one or all."""
_NAMED, FIRST = "§", "§¹"
"""Before each word of a name or group, and the first, in the text of a step."""
_SUBJECT = "A"
_OBJECT = "O"
_MARKED = r"<(\w)(?::(?:\(([^>]*(?:<\w>)?)\)|([A-Z]+)))?(\??)>"
_ANY = r"(?: \S+)+?"


class Notation(Struct, frozen=True, array_like=True):
    """How names stand in a text, and what else a wording stands for in it.

    `units` are those of `<A:UNITS>`, `one` is that of `<A:UNIT>`, `names` those of
    `<A:NAMES>`, of which none is a group, `inside_name` is what may stand
    before a word of a name, and `guarded` tells whether what moves must neither name, deny nor
    command.
    """

    units: str
    one: str
    names: str
    inside_name: str
    guarded: bool

    def compiled(self, says: str) -> re.Pattern[str]:
        """Return what a wording says as a regular expression."""
        return re.compile(as_regex(says, self._word))

    def _word(self, word: str, following: str) -> str:
        """A word as a regular expression with its blank before it."""
        marked = re.fullmatch(_MARKED, word)
        if marked is None:
            return f" {re.escape(word)}" if word == "," else self._literal(word)
        name, inside, kind, optional = marked.groups()
        if inside is not None:
            found = as_regex(f"({inside})", self._word)
        elif kind in ("UNIT", "UNITS", "NAMES"):
            found = {"UNIT": self.one, "UNITS": self.units, "NAMES": self.names}[kind]
        elif kind is not None:
            found = _kinds()[kind]
        else:
            found = _guarded(name, following) if self.guarded else _ANY
        return f"(?P<{name}>{found}){optional}"

    def _literal(self, word: str) -> str:
        return f"(?: ,)? {self.inside_name}{re.escape(word)}"


_ONE = rf"(?: {FIRST}\S+(?: {_NAMED}(?!¹)\S+)*)"


def _several(one: str) -> str:
    return f"{one}(?:(?:(?: ,)?(?: dan| serta)?| bersama| bersama dengan){one})*"


STRUCTURE = Notation(
    _several(f" {UNIT}{{1,2}}"),
    f" {UNIT}{{1,2}}",
    _several(f" {UNIT}(?!{UNIT})"),
    "",
    guarded=True,
)
STEPS = Notation(
    rf"{_ONE}(?:(?: ,| ,? ?(?:dan|serta)){_ONE})*(?! {_NAMED}(?!¹))",
    _ONE,
    _ONE,
    f"(?:{_NAMED}¹?)?",
    guarded=False,
)


@cache  # few wordings come up in one file, and to compile them all takes longer than to check it
def regex(notation: Notation, says: str) -> re.Pattern[str]:
    """Return what a wording says as a regular expression, made once."""
    return notation.compiled(says)


def named(words: Iterable[str]) -> str:
    """Return the words of a name as they stand in the text of a step."""
    first, *rest = words
    return "".join([f" {FIRST}{first}", *(f" {_NAMED}{word}" for word in rest)])


def _act(noun: str) -> str | None:
    """The verb of a noun, but of what is ordered and of what means more than its verb."""
    words = tables().step_words
    return None if noun in {*words["orders"], *words["said_by_noun"]} else act_of(noun)


KINDS: Mapping[str, Callable[[str], object]] = {
    "PASSIVES": said_actively,
    "PASSIVE": said_actively,
    "NOUN": act_of,
    "ACT": _act,
    "VERB": is_verb,
}
"""Kinds of words that are not listed, and what tells them."""
FEWEST = {"PASSIVES": 2, "PASSIVE": 1, "NOUN": 1, "ACT": 1, "VERB": 1}
"""So many of its words has a group of a kind at least."""


def _guarded(name: str, following: str) -> str:
    end = f"(?!{re.escape(following)} )" if following.isalpha() else ""
    if name == _SUBJECT:  # what denies the verb behind it is no part of a subject
        end += rf"(?!(?:{'|'.join(sorted(tables().step_words['denials']))}) )"
    if name.islower():  # names nobody
        end += f"(?!{UNIT})"
    if name.islower() or name == _OBJECT:  # what denies or commands is no part of what is moved
        end += rf"(?!(?:{_weighty()}) )"
    return rf"(?: {end}\S+)+?"


@cache
def modal_words() -> frozenset[str]:
    """The first words of what commands, allows or denies."""
    return frozenset(p.split()[0] for kind in MODALS for p in tables().phrases[kind])


@cache
def _weighty() -> str:
    """The first words of what denies, commands or allows, and of what restricts."""
    only = (phrase.split()[0] for phrase in tables().phrases["ONLY"])
    return "|".join(sorted({*modal_words(), *only, *tables().step_words["denials"]}))


@cache
def _kinds() -> dict[str, str]:
    """What a group of words of a kind is as a regular expression."""
    table = tables()
    modals = sorted((phrase for kind in MODALS for phrase in table.phrases[kind]), key=len)
    terms = "|".join(sorted(table.sectors, key=len, reverse=True))
    joined = "|".join(re.escape(word) for word in table.pattern_words["joined_by"])
    fillers = "|".join(table.pattern_words["fillers"])
    opening = "|".join(sorted(table.step_words["opening_clauses"]))
    having_tasks = {phrase.split()[0] for phrase in table.phrases["BERTUGAS"]}

    def patterns(words: Iterable[str]) -> str:
        one = (
            rf"(?:{'|'.join(sorted(words, key=len, reverse=True))})(?:nya)?(?: \( (?:{terms}) \))?"
        )
        return rf" {one}(?:(?: (?:{joined})){{0,2}}(?: (?:{fillers}))? {one})*"

    return {
        "MODAL": f"(?: hanya)?(?: (?:{'|'.join(reversed(modals))}))(?: (?:ter)?lebih dahulu)?",
        "NEVER": "(?!)",
        "PATTERN": patterns(table.patterns),
        "KIND": patterns([*table.sub_kinds, *table.sectors]),
        "PASSIVES": r" di[a-z]+(?:(?: ,)?(?: dan| serta)? di[a-z]+)+",
        "PASSIVE": r"(?<! yang)(?<! yang telah) di[a-z]+(?:(?: ,)?(?: dan| serta)? di[a-z]+)*",
        "PHRASE": rf"(?! ,)(?: (?!(?:{opening}) )\S+)+?",
        "THING": rf"(?: (?!(?:yang|oleh|di[a-z]{{4,}}|{_weighty()}|{UNIT}+)(?: |$))\S+)+?",
        "REST": r"(?! di[a-z]{4,})(?: (?!oleh |bahwa )\S+)+?",
        "MAIN": r"(?: (?!(?:yang|bawah)(?: |$))\S+)+?",
        "OWN": r"(?: (?!\S+nya(?: |$))\S+)+?",
        "NOUN": r" [^@ ]+",
        "ACT": r" [^@ ]+",
        "VERB": rf" (?!(?:{'|'.join(sorted(having_tasks))}) )(?:me|ber)\S+",
        "DEED": r" (?:me|ber)\S+(?: \S+)*?",
        "NOBODY": r"(?: (?!oleh )\S+)+?",
    }

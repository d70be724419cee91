"""The forms of reworded.toml, ready for use."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct

from patuh_parser.sotk import wordings
from patuh_parser.sotk.lexing.modals import MODALS
from patuh_parser.sotk.parsing.rewording.nouns import act_of, said_actively
from patuh_parser.sotk.vocabulary import is_verb, longest, phrases_of, tables
from patuh_parser.sotk.wordings import Required, as_regex, may_have, required, with_words
from patuh_parser.stored import code_of, loads, stored

UNIT = "@"
"""Stands for a name, or for all of a group, in the text that forms with <A:UNITS> are compared
with."""
_SUBJECT = "A"
_OBJECT = "O"
_MODALS = frozenset({"M"})
"""Groups that deny the word behind them, as that is said again."""
_MARKED = re.compile(r"<(\w)(?::(?:\(([^>]*(?:<\w>)?)\)|([A-Z]+)))?(\??)>")
_UNITS = rf" {UNIT}(?:(?:(?: ,)?(?: dan| serta)?| bersama| bersama dengan) {UNIT})*"


class Form(Struct, frozen=True):
    """A wording of a regulation, and the sentences that say the same: words, `<A>` taken over.

    `<V+>` is the active verb of the passive one, or of the noun, that is taken over. Without a
    mark it is a form of sentences that do not begin with a name.
    """

    mark: str
    says: str
    means: tuple[tuple[str, ...], ...]
    listed: bool
    named: bool
    refused: bool
    """It is only of what the grammar has refused."""
    verbs: tuple[tuple[str, str], ...]
    """The groups that are words of a kind, with it."""
    required: Required

    def may_fit(self, text: str) -> bool:
        """A first look at a text in small letters."""
        if self.mark and f" {self.mark} " not in f"{text} ":
            return False
        return may_have(text, self.required)

    def fits(self, text: str) -> re.Match[str] | None:
        """Return the match of a text in small letters, if it has the form."""
        if not self.may_fit(text):
            return None
        found = _regex(self.says).fullmatch(text)
        if found is None or not all(_all(kind, found[name]) for name, kind in self.verbs):
            return None
        return None if _ends_denied(found, text) else found


def _ends_denied(found: re.Match[str], text: str) -> bool:
    """Whether what is taken over ends with what denies or restricts the word behind it."""
    table = tables()
    denying = {*table.step_words["denials"], *table.phrases["ONLY"], "yang"}
    for name, said in found.groupdict().items():
        whole = not said or said.strip() in denying or name in _MODALS
        if not whole and found.end(name) < len(text):
            before, last = ["", *said.split()][-2:]
            if last in denying or (before in denying and f"{before} {last}" in _denials()):
                return True
    return False


@cache
def _denials() -> frozenset[str]:
    """The denials of two words that any verb may follow ("tidak lagi")."""
    return frozenset({*tables().phrases["TIDAK"], "bukan lagi"})


def _all(kind: str, words: str) -> bool:
    """Whether some words are of a kind, but for what joins them."""
    table, own = tables(), [*words.split(), "oleh"]
    end, phrase = longest(phrases_of("structure"), own)
    line = end == len(own) or (phrase and phrase[0] in ("DIBENTUK", "DIHAPUS"))
    if kind == "PASSIVE" and (line or own[0] in table.elsewhere["passives"]):
        return False  # STRUKTUR or PERUBAHAN says it so, or otherwise
    return all(KINDS[kind](word) for word in words.split() if word not in JOINING)


JOINING = frozenset({",", "dan", "serta"})
KINDS: Mapping[str, Callable[[str], object]] = {
    "PASSIVES": said_actively,
    "PASSIVE": said_actively,
    "NOUN": act_of,
    "VERB": is_verb,
}
"""Kinds of words that are not listed, and what tells them."""


@cache
def marks() -> frozenset[str]:
    """A word of each form, in small letters and as it begins a sentence."""
    found = {form.mark for form in forms() if form.mark}
    return frozenset(word for mark in found for word in (mark, mark.capitalize()))


@cache
def forms() -> tuple[Form, ...]:
    """Return the table."""
    path = Path(__file__).parents[1].with_name("reworded.toml")
    made_of = code_of(__file__, wordings.__file__), path.read_bytes()
    return stored("forms", tuple[Form, ...], made_of, lambda: _made(loads(path)))


def _made(data: dict[str, Any]) -> tuple[Form, ...]:
    return tuple(
        Form(
            form.get("mark", ""),
            with_words(form["says"], data["words"]),
            tuple(tuple(sentence.split()) for sentence in form["means"]),
            form.get("listed", False),
            ":UNITS>" in form["says"],
            form.get("refused", False),
            tuple(re.findall(rf"<(\w):({'|'.join(KINDS)})>", form["says"])),
            required(with_words(form["says"], data["words"])),
        )
        for form in data["form"]
    )


@cache  # few forms come up in one file, and to compile them all takes longer than to check it
def _regex(says: str) -> re.Pattern[str]:
    return re.compile(as_regex(says, _word))


def _word(word: str, following: str) -> str:
    """A word as a regular expression with its blank before it."""
    marked = _MARKED.fullmatch(word)
    if marked is None:
        return f" {re.escape(word)}" if word == "," else f"(?: ,)? {re.escape(word)}"
    name, inside, kind, optional = marked.groups()
    if kind is not None:
        return f"(?P<{name}>{_kinds()[kind]}){optional}"
    if inside is not None:
        return f"(?P<{name}>{as_regex(f'({inside})', _word)}){optional}"
    end = f"(?!{re.escape(following)} )" if following.isalpha() else ""
    if name == _SUBJECT:  # what denies the verb behind it is no part of a subject
        end += rf"(?!(?:{'|'.join(sorted(tables().step_words['denials']))}) )"
    if name.islower():  # names nobody
        end += f"(?!{UNIT})"
    if name.islower() or name == _OBJECT:  # what denies or commands is no part of what is moved
        end += rf"(?!(?:{_weighty()}) )"
    return rf"(?P<{name}>(?: {end}\S+)+?){optional}"


@cache
def _weighty() -> str:
    """The first words of what denies, commands or allows, and of what restricts."""
    phrases = tables().phrases
    heavy = {phrase.split()[0] for kind in (*MODALS, "ONLY") for phrase in phrases[kind]}
    return "|".join(sorted({*heavy, *tables().step_words["denials"]}))


@cache
def _kinds() -> dict[str, str]:
    """What a group of words of a kind is as a regular expression."""
    table = tables()
    modals = sorted((phrase for kind in MODALS for phrase in table.phrases[kind]), key=len)
    terms = "|".join(sorted(table.sectors, key=len, reverse=True))
    joined = "|".join(re.escape(word) for word in table.pattern_words["joined_by"])
    fillers = "|".join(table.pattern_words["fillers"])

    def patterns(words: Iterable[str]) -> str:
        one = (
            rf"(?:{'|'.join(sorted(words, key=len, reverse=True))})(?:nya)?(?: \( (?:{terms}) \))?"
        )
        return rf" {one}(?:(?: (?:{joined})){{0,2}}(?: (?:{fillers}))? {one})*"

    return {
        "UNITS": _UNITS,
        "MODAL": f"(?: hanya)?(?: (?:{'|'.join(reversed(modals))}))(?: (?:ter)?lebih dahulu)?",
        "PATTERN": patterns(table.patterns),
        "KIND": patterns([*table.sub_kinds, *table.sectors]),
        "PASSIVES": r" di[a-z]+(?:(?: ,)?(?: dan| serta)? di[a-z]+)+",
        "PASSIVE": r"(?<! yang)(?<! yang telah) di[a-z]+(?:(?: ,)?(?: dan| serta)? di[a-z]+)*",
        "PHRASE": rf"(?: (?!(?:{'|'.join(sorted(table.step_words['opening_clauses']))}) )\S+)+?",
        "THING": rf"(?: (?!(?:yang|oleh|di[a-z]{{4,}}|{_weighty()}|{UNIT})(?: |$))\S+)+?",
        "REST": r"(?! di[a-z]{4,})(?: (?!oleh )\S+)+?",
        "NOUN": r" [^@ ]+",
        "VERB": r" (?:me|ber)\S+",
    }

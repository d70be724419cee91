"""The forms of reworded.toml and reworded_steps.toml, ready for use."""

import re
from functools import cache, cached_property
from typing import Any

from msgspec import Struct, msgpack

from patuh_parser.disk import beside, bytes_of
from patuh_parser.sotk import wordings
from patuh_parser.sotk.parsing.rewording import notation
from patuh_parser.sotk.parsing.rewording.marked import Marked
from patuh_parser.sotk.parsing.rewording.notation import (
    FEWEST,
    KINDS,
    STEPS,
    STRUCTURE,
    modal_words,
    regex,
)
from patuh_parser.sotk.parsing.rewording.passives import acts_besides
from patuh_parser.sotk.tries import longest
from patuh_parser.sotk.vocabulary import phrases_of, tables
from patuh_parser.sotk.wordings import Required, first_words, required, with_words
from patuh_parser.stored import code_of, loads, stored

_MODAL = "<M:MODAL>"
_MODALS = frozenset({"M"})
"""Groups that deny the word behind them, as that is said again."""
_JOINING = frozenset({",", "dan", "serta"})


class Form(Struct, frozen=True, array_like=True):
    """A wording of a regulation, and the sentences that say the same: words, `<A>` taken over.

    `<V+>` is the active verb of the passive one, or of the noun, that is taken over. A mark may be
    one of several words (`a|b`); without one it is a form of sentences that no name begins.
    """

    of_steps: bool
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
    first: tuple[str, ...]
    """Words of which one begins every sentence of the form, none if it may begin otherwise."""

    def fits(self, said: Marked) -> re.Match[str] | None:
        """Return the match of some words, if they have the form."""
        says = self.says
        if _MODAL in says and modal_words().isdisjoint(said.text.split()):
            says = says.replace(f"[{_MODAL}]", "[<M:NEVER>]")  # its regular expression is dear
            if _MODAL in says:
                return None
        words = said.text.split() if self.verbs else []
        if any(sum(map(bool, map(KINDS[kind], words))) < FEWEST[kind] for _, kind in self.verbs):
            return None
        found = regex(STEPS if self.of_steps else STRUCTURE, says).fullmatch(said.text)
        if found is None or not all(_all(kind, found[name]) for name, kind in self.verbs):
            return None
        passive = any(kind in ("PASSIVE", "PASSIVES") for _, kind in self.verbs)
        other = passive and acts_besides((found.groupdict().get("R") or "").split())
        return None if other or _ends_denied(found, said.text) else found


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
    return all(KINDS[kind](word) for word in words.split() if word not in _JOINING)


class Forms(Struct, frozen=True, array_like=True, dict=True):
    """The forms of a table, each loaded where it is asked for, and what a first look needs."""

    of_mark: dict[str, tuple[int, ...]]
    """The places of the forms of each mark, and under "" of those that have none."""
    first: frozenset[str]
    """Words that begin the sentences of some form."""
    needed: frozenset[str]
    """Words that some form requires."""
    made: tuple[bytes, ...]

    @cached_property
    def _known(self) -> dict[int, Form]:
        return {}

    def at(self, place: int) -> Form:
        """The form at a place of the table."""
        found = self._known.get(place)
        if found is None:
            found = self._known[place] = msgpack.decode(self.made[place], type=Form)
        return found


@cache
def forms() -> Forms:
    """Return the forms of STRUKTUR."""
    return _stored("reworded", of_steps=False)


@cache
def step_forms() -> Forms:
    """Return the forms of steps."""
    return _stored("reworded_steps", of_steps=True)


def _stored(name: str, *, of_steps: bool) -> Forms:
    path = beside(wordings.__file__, f"{name}.toml")
    made_of = code_of(__file__, wordings.__file__, notation.__file__), bytes_of(path)
    return stored(name, Forms, made_of, lambda: _made(loads(path), of_steps))


def _made(data: dict[str, Any], of_steps: bool) -> Forms:
    words = data.get("words", {})
    every = [
        Form(
            of_steps,
            with_words(form.get("mark", ""), words),
            says := with_words(form["says"], words),
            tuple(tuple(sentence.split()) for sentence in form["means"]),
            form.get("listed", False),
            any(kind in form["says"] for kind in (":UNIT", ":NAMES")),
            form.get("refused", False),
            tuple(re.findall(rf"<(\w):({'|'.join(KINDS)})>", form["says"])),
            required(says),
            first_words(says),
        )
        for form in data["form"]
    ]
    of_mark: dict[str, list[int]] = {}
    for place, form in enumerate(every):
        for mark in form.mark.split("|"):
            of_mark.setdefault(mark, []).append(place)
    return Forms(
        {mark: tuple(places) for mark, places in of_mark.items()},
        frozenset(word for form in every for word in form.first),
        frozenset(word for form in every for some in form.required for word in some),
        tuple(map(msgpack.encode, every)),
    )

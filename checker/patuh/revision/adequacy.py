"""Proposals that show of every norm that it counts: without it the findings are others.

They are stored in `corpus/certificates`, one table a regulation, each with the norms that it
tells apart. A norm that also stands under another provision may have none.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from patuh.checking import facts_of, read
from patuh.engine.rules.changes import Side, change, side
from patuh.engine.rules.statements import of_program, statements
from patuh.engine.solving.difference import WHOLE, Differences
from patuh.engine.solving.reverting import Group, Reverting
from patuh.knowledge.programs import Program, norms, programs
from patuh.knowledge.regulations import Regulation
from patuh.knowledge.root import corpus_root, of_kb
from patuh.revision.language.sentences import BODY, Language
from patuh.revision.language.vocabulary import language_for
from patuh.revision.sides import parsed, without
from patuh_parser.sotk import SotkError
from patuh_parser.stored import toml

_UNTESTED = "ketentuan_tak_diuji"
_LEAF = re.compile(r',"[^"]*"\)$')
SECONDS = 20.0


class Certificate(Struct, frozen=True):
    """A proposal and the norms, as clingo prints them, without each of which it has others."""

    text: str
    norms: tuple[str, ...]


class Norms(Struct, frozen=True):
    """The norms of a regulation, and the programs without them."""

    law: Regulation
    every: tuple[str, ...]
    programs: tuple[Program, ...]

    @property
    def twins(self) -> dict[str, tuple[str, ...]]:
        """The norms that stand under several provisions, each with the other ones."""
        alike: dict[str, list[str]] = {}
        for norm in self.every:
            alike.setdefault(without_leaf(norm), []).append(norm)
        return {
            norm: tuple(other for other in same if other != norm)
            for same in alike.values()
            for norm in same
            if len(same) > 1
        }

    def told(self, text: str, among: Iterable[str]) -> tuple[str, ...]:
        """Those of the norms without which the proposal has other findings.

        Errors as of reading a proposal.
        """
        facts = facts_of(*read(text, "contoh.sotk")).text
        one = Reverting(self.programs, [Group(came=(norm,)) for norm in self.every], facts)
        known = {norm for norm in self.every if any(norm in text for text in one.grounds)}
        at = {norm: index for index, norm in enumerate(self.every)}
        needed = one.needed(at[norm] for norm in among if norm in known)
        return tuple(norm for norm in among if at[norm] in needed)


def without_leaf(norm: str) -> str:
    """A norm, as clingo prints it, without the id of its provision."""
    return _LEAF.sub("", norm)


@of_kb
def norms_in(law: Regulation) -> Norms:
    """The norms of a regulation of the knowledge base in use."""
    used = programs([law.id])
    one = side(statements(used))
    heads = {s.head for program in norms(law.id) for s in of_program(program)} - {_UNTESTED}
    every = tuple(
        sorted(
            fact
            for head in heads
            for fact in one.facts.get(head, ())
            if fact.startswith(f"{head}({law.id},")
        )
    )
    return Norms(law, every, without(used, one, set(every)))


def folder() -> Path:
    """Where the certificates lie; it need not be there."""
    return corpus_root() / "certificates"


@of_kb
def stored(law: str) -> tuple[Certificate, ...]:
    """The certificates of a regulation as stored, whether or not they still hold."""
    path = folder() / f"{law}.toml"
    found = toml(path)["certificate"] if path.is_file() else ()
    return tuple(Certificate(one["text"], tuple(one["norms"])) for one in found)


def certified(
    law: Regulation,
    candidates: Iterable[str],
    known: Mapping[str, str],
    told: Callable[[str], None] = lambda _: None,
) -> Iterator[Certificate]:
    """Certificates for the norms: of the candidates the shortest that tell any, else sought ones.

    `known` are norms that are not sought, with the reason.
    """
    every = norms_in(law)
    waiting = list(every.every)
    for text in sorted(dict.fromkeys(candidates), key=lambda one: (one.count("\n"), one)):
        try:
            found = every.told(text, waiting)
        except SotkError:
            continue
        if found:
            waiting = [norm for norm in waiting if norm not in found]
            yield Certificate(text, found)
    for norm in [one for one in waiting if one not in known]:
        told(norm)
        if (sought := _sought(every, norm)) is not None:
            yield Certificate(sought, every.told(sought, [norm]))


def spoken(law: Regulation) -> Iterator[str]:
    """A proposal for each sentence that says, weakens or denies a norm of the regulation."""
    for norm in norms_in(law).every:
        language = language_for(law, [parsed(norm)])
        for at, sentence in enumerate(language.sentences):
            if sentence.part in ("STRUKTUR", "flow") and at >= _base_size(law):
                yield language.text([at])


@of_kb
def _base_size(law: Regulation) -> int:
    return len(language_for(law, ()).sentences)


def _sought(every: Norms, norm: str) -> str | None:
    """The smallest proposal that tells the norm, if the language has one."""
    old = side(statements((*every.programs, _program(every.every))))
    new = side(statements((*every.programs, _program(o for o in every.every if o != norm))))
    language = language_for(every.law, [parsed(norm)])
    for choice in _choices(old, new, language):
        text = language.text(choice)
        if every.told(text, [norm]):
            return text
    return None


def _choices(old: Side, new: Side, language: Language) -> Iterator[tuple[int, ...]]:
    """Choices of sentences under which the sides differ, by check."""
    differing = change(old, new)
    if not differing.checks:
        return
    choices = [sentence.choice for sentence in language.sentences]
    asked = Differences(old, new, differing, language.always, choices, [BODY])
    possible, _ = asked.possible(SECONDS)
    for one in sorted(possible, key=lambda one: (one[2] == WHOLE, one)):
        found = asked.seek(one, SECONDS)
        if found.choice is not None:
            yield found.choice


def _program(norms: Iterable[str]) -> Program:
    return Program("regulations/norma", "\n".join(f"{norm}." for norm in norms))

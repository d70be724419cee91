"""The words that the knowledge base and the language of proposals know, outside the norms."""

import re
from collections.abc import Iterable, Iterator
from typing import get_args

from patuh.engine.rules.usage import Mention, Signature
from patuh.knowledge.called.parts import parts
from patuh.knowledge.marks import marks
from patuh.knowledge.messages import words
from patuh.knowledge.names import display_names, gazetteer
from patuh.knowledge.programs import NORMS, PROPOSAL, Program
from patuh.knowledge.regulations import laws, regulations
from patuh.knowledge.root import kb_root
from patuh_parser.sotk.model import Modality
from patuh_parser.sotk.vocabulary import duties, tables

_CONTRACTS = (PROPOSAL, "drafting/vocabulary/naskah.lp",
              "drafting/vocabulary/revisi.lp", "drafting/vocabulary/nasional.lp")  # fmt: skip
_DEFINED = re.compile(r"#defined (\w+)/(\d+)\.")
_BLOCK = re.compile(r"%\*! (.*?)(?:\*%|\n)")
_WORD = re.compile(r"\w+")
_ATOM = re.compile(r"(\w+)(?:\(([^()]*)\))?(?:, |\s*$)")


def contract(programs: Iterable[Program]) -> frozenset[Signature]:
    """The predicates that the checker gives of a proposal or a draft, as their files list them."""
    return frozenset(
        signature
        for program in programs
        if program.name.startswith(_CONTRACTS)
        for signature in _listed(program)
    )


def known_words(programs: Iterable[Program], every: Iterable[Mention]) -> frozenset[str]:
    """Every constant that has words in the messages, is a name or a sort, or stands in a rule.

    What a rule asks of an input makes no word known, for that may be the slip; but the words that
    the contracts with the checker tell are known, and the marks looked for in drafts.
    """
    contracts = [program for program in programs if program.name.startswith(_CONTRACTS)]
    lexicon = tables()
    names = gazetteer(kb_root(), [law.id for law in regulations()]).names
    found = {*words("istilah", "id"), *words("alasan", "id"), *display_names(kb_root())}
    found |= {name.sort for name in names} | {law.id for law in laws()} | set(get_args(Modality))
    found |= {word for table in lexicon.surfaces.values() for word in table}
    found |= {word for kind in lexicon.kinds.values() for word in kind if word}
    found |= {word for verb in lexicon.verb_list.values() for word in verb if word}
    found |= {*lexicon.plain_verbs, *lexicon.aspects.values(), *lexicon.means.values()}
    found |= set(duties().values())
    found |= {
        word
        for one in every
        if one.role == "head" and not one.place.startswith(NORMS)
        for constants in one.constants
        for word in constants or ()
    }
    found |= {word for program in contracts for word in _WORD.findall(program.text)}
    found |= {mark.id for mark in marks()} | {*parts().constants}
    return frozenset(found | set(_asked(every, contract(contracts))))


def known_names() -> frozenset[str]:
    """The names that a proposal of some regency may use, as they are shown."""
    return frozenset(
        name.name for law in regulations() for name in gazetteer(kb_root(), [law.id]).names
    )


def _asked(every: Iterable[Mention], given: frozenset[Signature]) -> Iterator[str]:
    """The constants that rules ask of what norms and rules give."""
    for one in every:
        if one.role == "body" and one.signature not in given:
            yield from (word for constants in one.constants for word in constants or ())


def _listed(program: Program) -> Iterator[Signature]:
    """What a contract defines or documents."""
    for name, arity in _DEFINED.findall(program.text):
        yield name, int(arity)
    if "#defined" not in program.text:
        for block in _BLOCK.findall(program.text):
            for name, arguments in _ATOM.findall(block.strip()):
                yield name, len(arguments.split(",")) if arguments else 0

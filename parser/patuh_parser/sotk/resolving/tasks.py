"""The text of a task: which task it is known to be, and whether all of a sort have it."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from msgspec.structs import replace

from patuh_parser.sotk import model as m
from patuh_parser.sotk.lexing.told_patterns import patterns
from patuh_parser.sotk.parsing.rewording.nouns import built_of
from patuh_parser.sotk.vocabulary import tables

# Compiled where they are used: many proposals tell no task.
_CLAUSE = r"(?:^|, |\bdan |\bserta |\bdalam )(?=meng?koordinasi|mengoordinasi|memberi)"
_HELPS = r"(?:wajib |berkewajiban )?(?:untuk )?membantu "
_ENDS = r"$|,| dan | serta | dalam rangka | sesuai "


def task_of(text: str) -> dict[str, Any]:
    """What a node of a task takes of its text."""
    task, known = text, None
    for at in _clauses(text):
        for constant, phrases in tables().tasks.items():
            for phrase in phrases:
                words = phrase.removesuffix(" …")
                end = at + len(words)
                if text == tables().surfaces["tasks"][constant]:
                    task = constant
                elif text.startswith(words, at) and (
                    words != phrase or re.compile(_ENDS).match(text, end)
                ):
                    known = constant
    return {"task": task, "known": known, "common": patterns().is_common(text)}


def _clauses(text: str) -> Iterator[int]:
    """Where the parts of a text begin; who helps another does not do it himself."""
    helps = re.match(_HELPS, text)
    if helps is None or text.startswith(tables().helped, helps.end()):
        yield from (found.end() for found in re.finditer(_CLAUSE, text))


def with_one_wording(statements: Sequence[m.Statement]) -> tuple[m.Statement, ...]:
    """Delegations in the words of the task of the unit that says the same of the same matter:
    `penyediaan benih` is what it has if its task is `menyediakan benih`, and `pembenihan ikan` if
    that is `melaksanakan pembenihan ikan`."""
    if not any(isinstance(said, m.Delegation) for said in statements):
        return tuple(statements)
    verbal: dict[tuple[str, str], str] = {}
    for said in statements:
        if isinstance(said, m.Task):
            verb, _, matter = said.task.partition(" ")
            if verb in tables().light_verbs:
                verbal[said.unit, matter] = said.task
            for noun in built_of(verb):
                verbal[said.unit, f"{noun} {matter}"] = said.task
    return tuple(
        replace(said, task=verbal.get((said.unit, said.task), said.task))
        if isinstance(said, m.Delegation)
        else said
        for said in statements
    )

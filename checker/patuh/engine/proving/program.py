"""The explanation program: from the rules of the knowledge base to rules that justify atoms.

For each rule `h(T) :- B` with number r and variables V it holds

    sebab_r(V)         :- perlu_h(T), B.
    perlu_b(S)         :- sebab_r(V).          for each derived positive b(S) of B
    unsur_r_i(V, c(L)) :- sebab_r(V), C.       for each element T : C of the i-th literal

and for each finding `perlu_temuan(…) :- temuan(…)`, without a `perlu` that no rule asks for. It is
grounded only on demand, after the check, into the same control, so its cost is in proportion to the
findings. Every predicate has its own `perlu` and every rule its own `sebab`: one pair for all would
make a single recursive component of the whole knowledge base, and each join would start from its
largest relation.
"""

from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from patuh.engine.atoms.derivation import FINDING, FINDING_ON_LINE, Signature
from patuh.engine.rules.compiled import decoded, entries
from patuh.engine.rules.statements import Statement
from patuh.engine.rules.templates import Entry, Rule
from patuh.knowledge.programs import Program

PART = "penjelasan"

START = f"#program {PART}.\nperlu_temuan_6(T,R,P,K,L,I) :- temuan(T,R,P,K,L,I)."


class ExplanationProgram(Struct, frozen=True, eq=False):
    """The rules that can take part in deriving some findings, and the text to ground."""

    rules: tuple[Rule, ...]
    text: str


@lru_cache(maxsize=64)
def explanation_program(
    programs: tuple[Program, ...],
    live: tuple[Statement, ...],
    cases: frozenset[tuple[str, str]],
    holding: frozenset[Signature] | None = None,
) -> ExplanationProgram:
    """The program for findings of these cases of checks ("h7"), of the rules that are live.

    Only what is `holding` has atoms, if it is said: rules that need or derive others are left out.
    """
    places = {statement.place for statement in live}
    given = [one for one in entries(programs, places) if holding is None or one.head in holding]
    found = decoded(_reachable(given, cases))
    if holding is not None:
        found = tuple(
            rule
            for rule in found
            if holding.issuperset(one.atom.signature for one in rule.positive if one.atom)
        )
    asked = {f"perlu_{name}_{arity}" for name, arity in (rule.head.signature for rule in found)}
    lines = (line for rule in found for line in rule.text.split("\n"))
    told = (line for line in lines if line[:6] != "perlu_" or _head(line) in asked)
    return ExplanationProgram(found, "\n".join([START, *told]))


def _head(line: str) -> str:
    return line.partition("(")[0].partition(" ")[0]


def _reachable(every: Sequence[Entry], cases: frozenset[tuple[str, str]]) -> list[Entry]:
    """The rules of the cases and all that define what they use, in order."""
    open_ones = {pair for check, case in cases for pair in ((check, ""), ("", case))} | {("", "")}
    by_head: dict[Signature, list[int]] = {}
    for index, entry in enumerate(every):
        by_head.setdefault(entry.head, []).append(index)
    found: set[int] = set()
    waiting = [
        index
        for name in (FINDING, FINDING_ON_LINE)
        for index in by_head.get(name, ())
        if (every[index].check, every[index].case) in cases | open_ones
    ]
    while waiting:
        index = waiting.pop()
        if index not in found:
            found.add(index)
            for name in every[index].uses:
                if name != FINDING_ON_LINE:
                    waiting.extend(by_head.get(name, ()))
    return [every[index] for index in sorted(found)]

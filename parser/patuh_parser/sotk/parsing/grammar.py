"""The parser for single sentences: what a row of tokens stands for, whatever their values."""

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from patuh_parser.disk import beside, bytes_of, text_of
from patuh_parser.sotk import forms
from patuh_parser.sotk.forms import SAID
from patuh_parser.sotk.lexing.lexer import Token
from patuh_parser.sotk.parsing import lalr
from patuh_parser.sotk.parsing.lalr import Tables, make_tables
from patuh_parser.sotk.parsing.transform import action
from patuh_parser.stored import code_of, stored

_FILE = beside(__file__, "sentences.lark")
_STARTS = ["structure", "step", "change"]
Action = Callable[[list[Any]], Any]
Plan = list[tuple[int, Action, int]]
"""Take so many tokens, then let the action make one value of the last so many values."""

_MOST_PLANS = 5_000
_LONGEST_PLAN = 100


class SentenceError(Exception):
    """A sentence is not one of the grammar: the offending token, what came before and would do."""

    def __init__(self, place: int, accepts: frozenset[str]) -> None:
        super().__init__(place, accepts)
        self.place = place
        self.accepts = accepts


def parse(start: str, tokens: Sequence[Token], kinds: tuple[str, ...] | None = None) -> Any:
    """Return the raw sentence for the tokens of one sentence.

    `start` is `structure`, `step` or `change`, `kinds` the types of the tokens. Raises
    SentenceError at the first token that does not fit; its place is `len(tokens)` where the
    sentence ends too early.
    """
    plan = _parser().plan(start, kinds or tuple([token.type for token in tokens]))
    values: list[Any] = []
    at = 0
    for count, act, width in plan:
        if count:
            values += tokens[at : at + count]
            at += count
        values[-width:] = [act(values[-width:])]
    return values[0]


def reads(start: str, tokens: Sequence[Token]) -> bool:
    """Tell whether the tokens are a sentence, without making it."""
    try:
        _parser().plan(start, tuple([token.type for token in tokens]))
    except SentenceError:
        return False
    return True


class Parser:
    """Runs the tables; sentences of the same kinds of tokens are parsed once."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.actions = [action(rule.action, rule.size) for rule in tables.rules]
        self.plans: dict[tuple[str, tuple[str, ...]], Plan] = {}

    def plan(self, start: str, kinds: tuple[str, ...]) -> Plan:
        """Return the plan for tokens of some kinds. Raises SentenceError."""
        plan = self.plans.get((start, kinds))
        if plan is None:
            plan = self._plan(start, kinds)
            if len(self.plans) >= _MOST_PLANS:
                self.plans.clear()
            if len(kinds) <= _LONGEST_PLAN:
                self.plans[start, kinds] = plan
        return plan

    def _plan(self, start: str, kinds: tuple[str, ...]) -> Plan:
        states, end = [self.tables.starts[start]], self.tables.ends[start]
        widths: list[int] = []
        plan: Plan = []
        taken = 0
        for place, kind in enumerate((*kinds, "$END")):
            while True:
                step = self.tables.states[states[-1]].get(kind)
                if step is None:
                    raise SentenceError(place, self._accepts(states, end))
                if step >= 0:
                    states.append(step)
                    widths.append(1)
                    taken += 1
                    break
                rest = len(widths) - self.tables.rules[-1 - step].size
                width = sum(widths[rest:])
                act = self.actions[-1 - step]
                if act is not None:
                    plan.append((taken, act, width))
                    taken, width = 0, 1
                widths[rest:] = [width]
                self._reduce(states, step)
                if states[-1] == end:
                    break
        return plan

    def _reduce(self, states: list[int], step: int) -> None:
        rule = self.tables.rules[-1 - step]
        del states[len(states) - rule.size :]
        states.append(self.tables.states[states[-1]][rule.origin])

    def _accepts(self, states: list[int], end: int) -> frozenset[str]:
        """The terminals that would do: those that are shifted once all is reduced."""
        row = self.tables.states[states[-1]]
        return frozenset(k for k in row if k.isupper() and self._fits(list(states), k, end))

    def _fits(self, states: list[int], kind: str, end: int) -> bool:
        while (step := self.tables.states[states[-1]].get(kind)) is not None:
            if step >= 0:
                return True
            self._reduce(states, step)
            if states[-1] == end:
                return True
        return False


def whole_grammar() -> str:
    """Return sentences.lark with the rules of the table of forms, its terminals declared."""
    text = text_of(_FILE)
    rules = "\n     | ".join(f"{said.grammar} -> {said.name}" for _, said in SAID.values())
    text = re.sub(r"//.*", "", text).replace("FORMS", rules)
    return f"{text}\n%declare {' '.join(sorted(set(re.findall(r'[A-Z_]{2,}', text))))}\n"


@cache
def _parser() -> Parser:
    made_of = code_of(__file__, forms.__file__, lalr.__file__), bytes_of(_FILE)
    return Parser(stored("sentences", Tables, made_of, _tables))


def _tables() -> Tables:
    return make_tables(whole_grammar(), _STARTS)
